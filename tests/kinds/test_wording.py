"""Usual spellings: what documents and minutes call what a rule looks for."""

import pytest

from kinds import meant, wording
from kinds.wording import DECISIONS, GROUPS, METHODS, PUBLICATIONS, WAIVERS, holds_post, near, same_duty


@pytest.mark.parametrize(
    ("of", "written", "word"),
    [
        (METHODS, "Show of hands", "vote"),
        (METHODS, "Agreed by majority", "vote"),
        (METHODS, "No consensus, so put to the vote", "vote"),
        (METHODS, "No vote was taken", "consensus"),
        (METHODS, "Unanimously agreed", "consensus"),
        (METHODS, "Chair\u2019s casting vote", "casting vote"),
        (METHODS, "Postal ballot", "secret ballot"),
        (METHODS, "By e-mail", "between meetings"),
        (METHODS, "Failed to reach consensus", "vote"),
        (METHODS, "Not unanimous", "vote"),
        (METHODS, "4 in favour, 1 against", "vote"),
        (METHODS, "5:2", "vote"),
        (METHODS, "The ayes had it", "vote"),
        (METHODS, "Concensus", "consensus"),
        (METHODS, "No-one objected", "consensus"),
        (METHODS, "Without dissent", "consensus"),
        (METHODS, "All in favour", "consensus"),
        (METHODS, "Anonymous poll", "secret ballot"),
        (METHODS, "Round robin", "between meetings"),
        (METHODS, "Out of meeting", "between meetings"),
        (METHODS, "On a nod", ""),
        (METHODS, None, ""),
        (DECISIONS, "Co-opted member", "co-option"),
        (DECISIONS, "Cooption", "co-option"),
        (DECISIONS, "Admission", "membership"),
        (DECISIONS, "New member", "membership"),
        (DECISIONS, "Membership fee", ""),
        (DECISIONS, "Change to the terms of reference", "amendment"),
        (DECISIONS, "ToR amendments", "amendment"),
        (DECISIONS, "Revised ToR", "amendment"),
        (DECISIONS, "Changed terms of office", ""),
        (DECISIONS, "Revised terms of reference for the data working group", ""),
        (DECISIONS, "Re-election", "election"),
        (DECISIONS, "Selection of chair", "election"),
        (DECISIONS, "Co-chair appointed", "election"),
        (DECISIONS, "Chairs appointed a minute taker", ""),
        (DECISIONS, "Winding up", "dissolution"),
        (DECISIONS, "Disband the partnership", "dissolution"),
        (DECISIONS, "Dissolve the housing task group", ""),
        (DECISIONS, "Accepted as member", "membership"),
        (DECISIONS, "Election of co-chair", "election"),
        (DECISIONS, "Electronic papers", ""),
        (GROUPS, "Task-Finish", "task and finish"),
        (GROUPS, "Task & finish group", "task and finish"),
        (GROUPS, "T&F", "task and finish"),
        (GROUPS, "Time-limited", "task and finish"),
        (GROUPS, "Short-life working group", "task and finish"),
        (GROUPS, "Task and Finsh", "task and finish"),
        (GROUPS, "Workstream", "working"),
        (GROUPS, "Standing group", "standing"),
        (PUBLICATIONS, "Press statement", "media statement"),
        (PUBLICATIONS, "Reply to consultation", "consultation response"),
        (PUBLICATIONS, "Public statement", "media statement"),
        (PUBLICATIONS, "Evidence to an inquiry", "consultation response"),
        (PUBLICATIONS, "Financial statements", ""),
        (WAIVERS, "Fee waived", "waived"),
        (WAIVERS, "Nil fee", "waived"),
        (WAIVERS, "Waiver requested", ""),
        (WAIVERS, "Asked for a waiver", ""),
        (WAIVERS, "Waiving the fee", "waived"),
        (WAIVERS, "Not waived", ""),
        (WAIVERS, "Waiver refused", ""),
    ],
)
def test_a_word_is_known_by_its_usual_spellings(of, written, word):
    """And what only looks like it is not."""
    assert of.word(written) == word


@pytest.mark.parametrize("of", [METHODS, DECISIONS, GROUPS, PUBLICATIONS, WAIVERS])
def test_each_word_means_itself(of):
    """What a template lists is understood."""
    assert [of.word(word) for word in of.words] == list(of.words)


def test_a_word_of_the_terms_own_is_compared_as_it_is():
    """Terms may ask for a kind that nobody else has."""
    assert DECISIONS.same("Budget setting", "budget-setting")
    assert not DECISIONS.same("Budget", "budget setting")


@pytest.mark.parametrize(
    ("written", "duty"),
    [
        ("Annual Conference 2026", "Annual conference"),
        ("Conference (July)", "Annual conference"),
        ("ToR review", "Review of the terms of reference"),
        ("Declaration of interest", "Declarations of interest"),
        ("CPB report", "Report to the Corporate Parenting Board"),
        (
            "Performance information to CPB, Q1 2026/27",
            "Performance information to the Corporate Parenting Board",
        ),
        ("Terms of reference reviewed", "Review of the terms of reference"),
        ("Reported to HWB", "Report to the Health and Wellbeing Board"),
        ("Report to the Health and Well-being Board", "Report to the Health and Wellbeing Board"),
        ("Confidentiality agreement signed", "Confidentiality agreement"),
    ],
)
def test_a_duty_however_it_is_written(written, duty):
    """Small words, years, plurals and first letters make no other duty."""
    assert same_duty(written, duty)


@pytest.mark.parametrize(
    ("written", "duty"),
    [
        ("Annual conference cancelled", "Annual conference"),
        ("Confidentiality agreement not signed", "Confidentiality agreement"),
        ("Review of the membership", "Review of the terms of reference"),
        ("Approval of the terms of reference", "Review of the terms of reference"),
        ("", "Annual conference"),
    ],
)
def test_another_duty_is_another(written, duty):
    """A word that says more makes it something else."""
    assert not same_duty(written, duty)


def test_the_nearest_duty_is_named():
    """Where half of the words are the same; nothing else is guessed."""
    duties = ("Annual conference", "Annual data report")
    assert near("Conference planned", duties) == "Annual conference"
    assert near("Annual conf", duties) == near("Anual confrence", duties) == "Annual conference"
    assert near("Away day", duties) == ""
    assert near("Away day", ()) == ""


@pytest.mark.parametrize(
    ("written", "is_held"),
    [
        ("Executive Director, Childrens Services Exampleshire Council", True),
        ("Executive Director for Children\u2019s Services", True),
        ("Deputy Executive Director, Children's Services", False),
        ("Director of Children's Services", False),
        (None, False),
    ],
)
def test_a_post_however_it_is_written(written, is_held):
    """An apostrophe, a small word or the employer makes no other post, but a deputy is not the holder."""
    assert holds_post(written, "Executive Director, Children's Services") is is_held


@pytest.mark.parametrize(
    ("kind", "decision", "word"),
    [
        ("", "Co-opt Pat Lee as a member", "co-option"),
        (None, "To elect the chair", "election"),
        ("Policy", "Elect the chair", ""),
        ("Co-opted member", "Pat Lee", "co-option"),
        ("", "Publish a guide to the election of school councils", ""),
    ],
)
def test_a_decision_without_a_kind_may_say_it_at_its_beginning(kind, decision, word):
    """What somebody wrote under Kind goes before it."""
    assert wording.kind_of_decision(kind, decision) == word


@pytest.mark.parametrize(
    ("seat", "is_one"), [("Temp member", True), ("Interim seat", True), ("Member", False), (None, False)]
)
def test_a_temporary_seat_says_so(seat, is_one):
    """In one of several words."""
    assert meant.is_temporary(seat) is is_one


def test_every_vocabulary_has_words():
    """None is empty, so that a page has something to choose from."""
    vocabularies = [each for each in vars(wording).values() if isinstance(each, wording.Vocabulary)]
    assert all(each.words for each in vocabularies)

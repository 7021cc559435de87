"""Decision: how the body decides, and what makes a decision stand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.decision import judge
from rules.finding import Rows, Status
from tests.rules.build import body, facts

TODAY = date(2026, 11, 21)
QUORUM = {"kind": "needed", "organisations": 2}
# Sub-quorate in March and July, quorate in June and September; nobody recorded who came in October.
MEETINGS = """
    meeting_on  | members      | deputies | substitutes
    12 Mar 2026 | Alder        |          |
    9 Jun 2026  | Alder; Birch |          |
    7 Jul 2026  | Alder        |          |
    8 Sep 2026  | Alder; Birch | Cedar    | Damson; Elm
    6 Oct 2026  |              |          |
    9 Dec 2026  |              |          |
"""


def verdicts(terms, decisions, meetings=MEETINGS, quorum=QUORUM, today=TODAY):
    """Status and sentence of each finding on a table of decisions."""
    known = facts(meetings=meetings, decisions=decisions)
    return [(f.status, f.says) for f in judge(body(decision=terms, quorum=quorum), known, today)]


ANY = {"kind": "ratification", "by": "any later quorate meeting"}
NEXT = {"kind": "ratification", "by": "the next quorate meeting"}
PROVISIONAL = "Does not stand yet: taken on 12 March 2026 without a quorum"
CHANCE = "A later meeting is scheduled."


def ratification(ratified_on, terms=ANY, meeting_on="12 Mar 2026"):
    [verdict] = verdicts(terms, f"meeting_on | ratified_on\n{meeting_on} | {ratified_on}")
    return verdict


def test_never_ratified():
    """A decision of a sub-quorate meeting is provisional."""
    says = f"{PROVISIONAL}, and never ratified. {CHANCE}"
    assert ratification("") == (Status.PROVISIONAL, says)


def test_ratified():
    """A later quorate meeting makes the decision stand."""
    assert ratification("9 Jun 2026") == (Status.MET, "Ratified on 9 June 2026 by a quorate meeting.")


@pytest.mark.parametrize(
    ("ratified_on", "obstacle"),
    [
        ("7 Jul 2026", "the meeting of 7 July 2026 that ratified it is not known to have been quorate."),
        ("6 Oct 2026", "the meeting of 6 October 2026 that ratified it is not known to have been quorate."),
        ("1 Aug 2026", "no later meeting on 1 August 2026 is recorded, so it was not ratified there."),
        ("12 Mar 2026", "no later meeting on 12 March 2026 is recorded, so it was not ratified there."),
        ("9 Dec 2026", "never ratified."),
    ],
)
def test_not_properly_ratified(ratified_on, obstacle):
    """Another sub-quorate meeting, no meeting, the same meeting or one still ahead ratifies nothing."""
    assert ratification(ratified_on) == (
        Status.PROVISIONAL,
        f"{PROVISIONAL}, and {obstacle} {CHANCE}",
    )


@pytest.mark.parametrize(("terms", "status"), [(ANY, Status.MET), (NEXT, Status.PROVISIONAL)])
def test_which_meeting_may_ratify(terms, status):
    """September may ratify what March decided, unless it had to be the next quorate meeting, in June."""
    assert ratification("8 Sep 2026", terms)[0] == status


def test_ratified_by_the_next_quorate_meeting():
    """A sub-quorate meeting in between does not use up the next quorate one."""
    assert ratification("8 Sep 2026", NEXT, meeting_on="7 Jul 2026")[0] == Status.MET


def test_the_next_quorate_meeting_is_named():
    """Where another meeting had to ratify, the sentence says which."""
    _, says = ratification("8 Sep 2026", NEXT)
    assert "the next quorate meeting was that of 9 June 2026, not that of 8 September 2026." in says


def test_no_chance_to_ratify():
    """Without a meeting ahead there is no next chance."""
    [(_, says)] = verdicts(ANY, "meeting_on\n12 Mar 2026", "meeting_on | members\n12 Mar 2026 | Alder")
    assert says.endswith("No later meeting is scheduled.")


def test_a_quorate_meeting_needs_no_ratification():
    """Nothing is said of a decision taken with a quorum."""
    assert verdicts(ANY, "meeting_on\n9 Jun 2026") == []


@pytest.mark.parametrize("kind", ["silent", "none"])
def test_no_quorum_no_ratification(kind):
    """Where the terms state no quorum, no decision is provisional."""
    assert verdicts(ANY, "meeting_on\n12 Mar 2026", quorum={"kind": kind}) == []


@pytest.mark.parametrize("meeting_on", ["6 Oct 2026", "1 Jan 2026"])
def test_unknown_quorum(meeting_on):
    """Where the attendance or the meeting itself is missing, nobody can tell whether the decision stands."""
    says = "Whether this meeting was quorate is not known; load its attendance."
    assert verdicts(ANY, f"meeting_on\n{meeting_on}") == [(Status.UNKNOWN, says)]


SHARE = {"kind": "share of agencies present", "share": 0.6}


@pytest.mark.parametrize(
    ("votes_for", "status", "says"),
    [
        (3, "met", "3 of 5 agencies present agreed; 60% needed."),
        (2, "not met", "2 of 5 agencies present agreed; 60% needed."),
        (6, "unknown", "6 votes for but only 5 agencies present: check the figures."),
    ],
)
def test_share_of_the_agencies_present(votes_for, status, says):
    """Of five agencies present, deputies and substitutes included, three are 60%."""
    decisions = f"meeting_on | method | votes_for\n8 Sep 2026 | Vote | {votes_for}"
    assert verdicts(SHARE, decisions) == [(status, says)]


def test_share_without_attendance():
    """Where nobody recorded who came, the share is unknown."""
    [(status, _)] = verdicts(SHARE, "meeting_on | method | votes_for\n6 Oct 2026 | vote | 3")
    assert status == Status.UNKNOWN


@pytest.mark.parametrize("cells", ["consensus | 3", "Agreed by consensus |", " | "])
def test_no_vote_no_share(cells):
    """A decision by consensus, or of which no vote is told, has no share."""
    assert verdicts(SHARE, f"meeting_on | method | votes_for\n8 Sep 2026 | {cells}") == []


@pytest.mark.parametrize("method", ["Show of hands", "", "On a nod", "E-mail vote", "majority vote"])
def test_a_vote_by_another_word_is_a_vote(method):
    """Whatever the method is called, votes on record are judged."""
    decisions = f"meeting_on | method | votes_for | votes_against\n8 Sep 2026 | {method} | 2 | 3"
    assert verdicts(SHARE, decisions) == [("not met", "2 of 5 agencies present agreed; 60% needed.")]


@pytest.mark.parametrize("terms", [SHARE, {"kind": "majority"}])
def test_a_vote_without_a_tally_is_unknown(terms):
    """That something was voted on is never passed over."""
    decisions = "meeting_on | method | votes_for | votes_against\n8 Sep 2026 | Show of hands | |"
    says = "Put to a vote, but the votes for and against are not recorded."
    assert verdicts(terms, decisions) == [("unknown", says)]


@pytest.mark.parametrize("terms", [SHARE, {"kind": "majority"}])
@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ("vote | 4 | 2 | ", "6 votes but only 5 "),
        ("vote | 3 | 1 | 2", "6 votes but only 5 "),
        ("vote | 9 | 0 | ", "9 votes for but only 5 "),
        ("consensus | 3 | 1 | ", "Recorded as consensus, but with 1 vote against: "),
    ],
)
def test_votes_that_cannot_be_are_unknown(terms, cells, says):
    """Nobody votes who was not there, and nobody votes against a consensus."""
    heading = "meeting_on | method | votes_for | votes_against | votes_abstained"
    [(status, found)] = verdicts(terms, f"{heading}\n8 Sep 2026 | {cells}")
    assert status == "unknown"
    assert found.startswith(says)


@pytest.mark.parametrize(
    ("decided", "ratified", "terms", "verdict"),
    [
        ("12 May 2026", "9 Jun 2026", {}, ("met", "Taken between meetings; ratified on 9 June 2026.")),
        ("12 May 2026", "7 Jul 2026", {},
         ("not met", "Ratified on 7 July 2026, not at the next meeting, on 9 June 2026.")),
        ("12 May 2026", "7 Jul 2026", {"by": "any later meeting"},
         ("met", "Taken between meetings; ratified on 7 July 2026.")),
        ("12 May 2026", "", {},
         ("provisional", "Taken between meetings; not ratified at the next one, on 9 June 2026.")),
        ("12 Oct 2026", "", {},
         ("due", "Taken between meetings; to be ratified at the next one on 9 December 2026.")),
    ],
)  # fmt: skip
def test_what_is_decided_between_meetings_is_ratified_at_the_next(decided, ratified, terms, verdict):
    """By e-mail or by the chair; what was decided at a meeting is none of it."""
    decisions = f"meeting_on | method | ratified_on\n{decided} | {{}} | {ratified}"
    terms = {"kind": "between meetings", **terms}

    assert verdicts(terms, decisions.format("By e-mail")) == [verdict]
    assert verdicts(terms, decisions.format("vote")) == []


def test_without_a_meeting_ahead_nothing_can_be_ratified_yet():
    """It is due, with no day."""
    decisions = "meeting_on | method\n12 May 2026 | Chair's action"

    assert verdicts({"kind": "between meetings"}, decisions, meetings="meeting_on") == [
        ("due", "Taken between meetings; to be ratified at the next one, which is not scheduled.")
    ]


@pytest.mark.parametrize(
    ("terms", "verdict"),
    [
        ({}, ("met", "3 of 5 agencies present agreed; 60% needed.")),
        ({"more_than": True}, ("not met", "3 of 5 agencies present agreed; more than 60% needed.")),
        ({"counted_of": "votes cast", "more_than": True},
         ("met", "3 of 4 agencies for or against agreed; more than 60% needed.")),
    ],
)  # fmt: skip
def test_a_share_may_be_strict_or_of_the_votes_cast(terms, verdict):
    """Three of five are not more than 60%; of those who did not abstain they are."""
    decisions = "meeting_on | votes_for | votes_against | votes_abstained\n8 Sep 2026 | 3 | 1 | 1"

    assert verdicts(SHARE | terms, decisions) == [verdict]


@pytest.mark.parametrize("terms", [SHARE, {"kind": "majority"}])
def test_what_a_cancelled_meeting_decided_is_a_contradiction(terms):
    """Both are told, and no verdict is drawn."""
    off = "meeting_on | status\n8 Sep 2026 | cancelled"
    decisions = "meeting_on | votes_for | votes_against\n8 Sep 2026 | 3 | 1"
    says = "The meeting of 8 September 2026 is recorded as cancelled, and this as decided there."

    assert verdicts(terms, decisions, meetings=off) == [("unknown", says)]


def test_a_decision_by_e_mail_is_not_one_of_the_meeting_called_off():
    """Whoever votes by e-mail because the meeting was cancelled contradicts nothing."""
    off = "meeting_on | status\n8 Sep 2026 | cancelled"
    [(status, says)] = verdicts(
        {"kind": "where"}, "meeting_on | method\n8 Sep 2026 | by e-mail", meetings=off
    )

    assert (status, says.partition(";")[0]) == ("not met", "Taken between meetings")


def test_a_share_of_the_votes_cast_needs_those_against():
    """A blank is no nought."""
    decisions = "meeting_on | votes_for | votes_against\n8 Sep 2026 | 2 |"
    [(status, _)] = verdicts(SHARE | {"counted_of": "votes cast"}, decisions)

    assert status == "unknown"


MAJORITY = {"kind": "majority"}


def majority(cells, **terms):
    decisions = f"meeting_on | kind | votes_for | votes_against\n8 Sep 2026 | {cells}"
    return verdicts(MAJORITY | terms, decisions)


@pytest.mark.parametrize(
    ("cells", "casting_vote", "verdict"),
    [
        ("| 3 | 2", False, ("met", "Carried: 3 for, 2 against.")),
        ("| 2 | 3", True, ("not met", "No majority: 2 for, 3 against.")),
        ("| 2 | 2", False, ("not met", "No majority: 2 for, 2 against.")),
        ("| 2 | 2", True, ("unknown", "A tie, 2 for, 2 against: the chair has the casting vote.")),
    ],
)
def test_majority(cells, casting_vote, verdict):
    """More for than against carries; a tie does not, unless the chair has a casting vote."""
    assert majority(cells, casting_vote=casting_vote) == [verdict]


@pytest.mark.parametrize(
    ("kind", "count"), [("Co-option", 1), ("Co-opted member", 1), ("cooption", 1), ("Amendment", 0), ("", 0)]
)
def test_majority_of_one_kind(kind, count):
    """A majority that the terms ask of one kind of decision concerns no other."""
    assert len(majority(f"{kind} | 3 | 2", of="co-option")) == count


@pytest.mark.parametrize(
    ("sent", "votes", "status"),
    [
        ("29 Aug 2026", "3 | 2", "met"),
        ("30 Aug 2026", "3 | 2", "not met"),
        ("", "3 | 2", "unknown"),
        ("29 Aug 2026", "2 | 3", "not met"),
    ],
)
def test_a_change_to_the_terms_needs_its_notice_as_well(sent, votes, status):
    """A majority alone does not pass what members had not seen ten days before."""
    notice = {"kind": "amendments", "days": 10, "unit": "days"}
    head = "reference | meeting_on | kind | votes_for | votes_against"
    known = facts(
        meetings=MEETINGS,
        decisions=f"{head}\nD1 | 8 Sep 2026 | amendment | {votes}",
        duties=f"duty | period | done_on\nProposed amendment sent | D1 | {sent}",
    )
    [finding] = judge(body(decision={**MAJORITY, "of": "amendment"}, notice=notice), known, TODAY)

    assert finding.status == status


@pytest.mark.parametrize(
    ("terms", "votes", "verdict"),
    [
        ({"share": "2/3"}, "2 | 1", ("met", "2 of 3 votes cast in favour; at least 2/3 is needed, 2.")),
        ({"share": "2/3"}, "3 | 2", ("not met", "3 of 5 votes cast in favour; at least 2/3 is needed, 4.")),
        ({"share": "3/4"}, "3 | 1", ("met", "3 of 4 votes cast in favour; at least 3/4 is needed, 3.")),
        ({"share": "100%"}, "2 | 1", ("not met", "2 of 3 votes cast in favour; at least all is needed, 3.")),
        ({"counted_of": "members present"}, "2 | 0",
         ("not met", "2 of 5 members present in favour; more than half is needed, 3.")),
        ({"counted_of": "members present", "share": "3/4"}, "4 | 1",
         ("met", "4 of 5 members present in favour; at least 3/4 is needed, 4.")),
        ({"counted_of": "all members"}, "4 | 0",
         ("unknown", "How many all members there were is not known.")),
    ],
)  # fmt: skip
def test_a_larger_majority_or_one_of_all(terms, votes, verdict):
    """Two thirds, three quarters; of the votes, of those present or of everybody."""
    assert majority(f" | {votes}", **terms) == [verdict]


def test_a_majority_of_all_members_counts_those_who_sit_there():
    """People where people sit by name, organisations where none do."""
    head = "reference | meeting_on | votes_for | votes_against"
    decisions = f"{head}\nD1 | 8 Sep 2026 | 2 | 0"
    terms = body(decision={**MAJORITY, "counted_of": "all members"})
    people = facts(decisions=decisions, seats="person\nAnn\nBo\nCy")
    organisations = facts(decisions=decisions, organisations="organisation\nA\nB\nC\nD")

    assert [f.status for f in judge(terms, people, TODAY)] == ["met"]
    assert [f.status for f in judge(terms, organisations, TODAY)] == ["not met"]


def test_no_tally_no_majority():
    """A decision without votes has no majority to look at."""
    assert majority("| |") == []


@pytest.mark.parametrize(
    ("cells", "verdict"),
    [
        ("Alder; Birch | birch; ALDER", ("met", "2 of 2 partners consented.")),
        (
            "Alder; Birch; Cedar | Birch",
            ("not met", "1 of 3 partners consented; no consent is recorded from Alder or Cedar."),
        ),
    ],
)
def test_consent(cells, verdict):
    """Each partner that has to consent has consented, or is named."""
    decisions = f"meeting_on | consent_needed_from | consent_given_by\n8 Sep 2026 | {cells}"
    assert verdicts({"kind": "consent"}, decisions) == [verdict]


def test_a_consent_counts_however_the_name_is_typed():
    """The shape of an apostrophe, an accent or a hyphen makes no other partner."""
    decisions = """
        meeting_on | consent_needed_from                     | consent_given_by
        8 Sep 2026 | O’Neill Trust; Zoë's Place; Co‑op Homes | O'Neill Trust; Zoe’s place; Co-op Homes
    """
    assert verdicts({"kind": "consent"}, decisions) == [("met", "3 of 3 partners consented.")]


@pytest.mark.parametrize(
    ("needed", "given", "says"),
    [
        ("Alder, Birch", "Birch, Alder", "2 of 2 partners consented."),
        ("Alder and Birch", "Alder", "1 of 2 partners consented; no consent is recorded from Birch."),
        ("Elm, Oak and Co, Alder", "Alder; Elm, Oak and Co", "2 of 2 partners consented."),
        ("Alder Birch", "Birch", "1 of 2 partners consented; no consent is recorded from Alder."),
        ("Alder/Birch", "Birch,", "1 of 2 partners consented; no consent is recorded from Alder."),
    ],
)
def test_partners_may_stand_between_commas(needed, given, says):
    """Or be joined by a word; a comma within a name on the roster parts nothing."""
    known = facts(
        organisations="organisation\nAlder\nBirch\nElm, Oak and Co",
        decisions=f"meeting_on | consent_needed_from | consent_given_by\n8 Sep 2026 | {needed} | {given}",
    )
    assert [f.says for f in judge(body(decision={"kind": "consent"}), known, TODAY)] == [says]


@pytest.mark.parametrize(
    ("needed", "given", "found"),
    [
        ("None", "", []),
        ("n/a", "", []),
        ("Alder", "Alder (by e-mail)", ["1 of 1 partner consented."]),
        ("Alder", "alder: 3 March 2026", ["1 of 1 partner consented."]),
        ("Alder + Birch", "Both", ["2 of 2 partners consented."]),
        ("All partners", "Alder", ["1 of 2 partners consented; no consent is recorded from Birch."]),
        ("All", "All members", ["2 of 2 partners consented."]),
        # a note that it did not consent, and words that name nobody
        ("Alder", "Alder (pending)", ["0 of 1 partner consented; no consent is recorded from Alder."]),
        ("Alder", "Alder: refused", ["0 of 1 partner consented; no consent is recorded from Alder."]),
        ("Alder", "Alder Homes", ["0 of 1 partner consented; no consent is recorded from Alder."]),
        ("Alder", "No", ["0 of 1 partner consented; no consent is recorded from Alder."]),
    ],
)
def test_a_consent_may_have_a_note_and_stand_for_all(needed, given, found):
    """As people write it; what is not clear is no consent."""
    known = facts(
        organisations="organisation\nAlder\nBirch",
        decisions=f"meeting_on | consent_needed_from | consent_given_by\n8 Sep 2026 | {needed} | {given}",
    )
    assert [f.says for f in judge(body(decision={"kind": "consent"}), known, TODAY)] == found


def test_no_consent_needed():
    """Nothing is said of a decision that needs no consent."""
    assert verdicts({"kind": "consent"}, "meeting_on\n8 Sep 2026") == []


@pytest.mark.parametrize(
    ("group", "verdict"),
    [
        ("Board", ("met", "Taken at a meeting of Board.")),
        ("Schools", ("not met", "Taken at a meeting of Schools; decisions are taken at meetings of Board.")),
    ],
)
def test_where_decisions_are_taken(group, verdict):
    """A decision is taken at the main group's meeting, or in the wrong place."""
    assert verdicts({"kind": "where"}, f"meeting_on | group_name\n8 Sep 2026 | {group}") == [verdict]


@pytest.mark.parametrize(
    ("cells", "verdict"),
    [
        ("8 Sep 2026 | by e-mail", ("not met", "Taken between meetings")),
        ("9 Sep 2026 | consensus", ("unknown", "No meeting of Board is recorded on that day")),
    ],
)
def test_what_no_meeting_decided(cells, verdict):
    """By e-mail it is taken at no meeting; on a day without one nobody can tell."""
    [(status, says)] = verdicts({"kind": "where"}, f"meeting_on | method\n{cells}")

    assert (status, says.partition(";")[0]) == verdict


@pytest.mark.parametrize(
    ("terms", "says"),
    [
        ({"kind": "binding", "binds_partners": False}, "A decision does not bind individual partners."),
        ({"kind": "binding", "binds_partners": True}, "A decision binds individual partners."),
        (
            {"kind": "condition", "condition": "within delegated powers", "duty": "Within powers"},
            "To be stated of each decision before it binds: within delegated powers.",
        ),
    ],
)
def test_what_is_shown_but_not_judged(terms, says):
    """What binds a decision in general is said once, whatever was decided."""
    assert verdicts(terms, "meeting_on\n8 Sep 2026\n9 Jun 2026") == [(Status.NOT_APPLICABLE, says)]


POWERS = {"kind": "condition", "condition": "within delegated powers", "duty": "Within powers"}


def condition(method, duties):
    """The findings on D1 alone, from the rows that tick it."""
    known = facts(
        decisions=f"reference | meeting_on | method\nD1 | 8 Sep 2026 | {method}",
        duties=f"duty | period | done_on\n{duties}",
    )
    return [f for f in judge(body(decision=POWERS), known, TODAY) if "D1" in f.about]


def test_a_vote_with_its_condition_ticked_is_met():
    """The row names the condition and the decision, in whatever capitals."""
    [finding] = condition("Vote", "within powers | d1 | 8 Sep 2026")
    assert (finding.status, finding.says) == (
        Status.MET,
        "Recorded for D1 on 8 September 2026: within delegated powers.",
    )
    assert Rows.of("duties", duty="within powers", period="d1") in finding.rows


@pytest.mark.parametrize(
    "duties",
    ["", "Within powers | D2 | 8 Sep 2026", "Within law | D1 | 8 Sep 2026", "Within powers | D1 |",
     "Within powers | D1 | 22 Nov 2026"],
)  # fmt: skip
def test_a_vote_without_its_tick_is_unknown(duties):
    """Another decision's tick, another condition's, and one without a day or still to come tick nothing."""
    [finding] = condition("vote", duties)
    assert (finding.status, finding.says) == (
        Status.UNKNOWN,
        "Not recorded for D1: within delegated powers.",
    )


def test_a_consensus_needs_no_tick():
    """The condition is one of votes."""
    assert condition("consensus", "") == []


def test_a_decision_before_the_terms():
    """A decision taken before the terms came into force is not judged by them."""
    assert verdicts(ANY | {"from": date(2026, 6, 1)}, "meeting_on\n12 Mar 2026") == []


def test_a_decision_still_ahead():
    """A decision dated after today is not judged."""
    assert verdicts({"kind": "where"}, "meeting_on\n9 Dec 2026") == []


def test_subject_figures_and_rows():
    """A finding names its decision, counts the days it has waited and points to the rows behind it."""
    known = facts(meetings=MEETINGS, decisions="reference | meeting_on\nD1 | 12 Mar 2026")
    [finding] = judge(body(decision=ANY, quorum=QUORUM), known, TODAY)
    assert finding.about == "Decision D1, Board, 12 March 2026"
    assert (finding.value, finding.unit) == (254, "days")
    assert finding.rows == (
        Rows.of("decisions", reference="D1"),
        Rows.of("attendance", group_name="Board", meeting_on=date(2026, 3, 12)),
    )


@given(st.permutations(["D1 | 12 Mar 2026", "D2 | 9 Jun 2026", "D3 | 7 Jul 2026", "D4 | 8 Sep 2026"]))
def test_the_order_of_records_never_matters(rows):
    """The findings are the same in whatever order the decisions come."""
    one, other = ("\n".join(["reference | meeting_on", *order]) for order in (rows, sorted(rows)))
    assert verdicts(ANY, one) == verdicts(ANY, other)


def test_a_group_without_a_quorum_needs_no_ratification():
    """Where no quorum is asked for, a meeting that is not recorded leaves no question."""
    terms = {"quorum": {"kind": "needed", "organisations": 2},
             "decision": {"kind": "ratification", "by": "any later quorate meeting"}}  # fmt: skip
    known = facts(
        decisions="reference | group_name | meeting_on | decision\nD1 | Schools | 9 Jun 2026 | To act"
    )
    assert list(judge(body(**terms), known, TODAY)) == []


@pytest.mark.parametrize(
    "method", ["casting vote", "Chair's casting vote", "Chair’s second vote", "On the casting vote"]
)
def test_a_tie_is_carried_by_a_recorded_casting_vote(method):
    """The method says that the chair cast it."""
    known = facts(
        decisions="reference | meeting_on | decision | method | votes_for | votes_against\n"
        f"D1 | 9 Jun 2026 | To act | {method} | 5 | 5"
    )
    [finding] = judge(body(decision={"kind": "majority", "casting_vote": True}), known, TODAY)
    assert (finding.status, finding.says) == (
        Status.MET,
        "Carried by the chair's casting vote: 5 for, 5 against.",
    )


@pytest.mark.parametrize(
    ("votes", "found"),
    [
        ("consensus | 0 | 0", []),
        ("        | 0 | 0", []),
        ("vote      | 0 | 0", [("unknown", "A tie, 0 for, 0 against: the chair has the casting vote.")]),
        ("consensus | 3 | 0", [("met", "Carried: 3 for, 0 against.")]),
    ],
)
def test_noughts_are_no_tally_of_a_consensus(votes, found):
    """A form that asks for numbers has them, where nobody voted."""
    decisions = f"meeting_on | method | votes_for | votes_against\n8 Sep 2026 | {votes}"
    assert verdicts({"kind": "majority", "casting_vote": True}, decisions) == found

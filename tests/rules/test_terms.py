"""Which entries of the terms hold on a day."""

from datetime import date

from rules.terms import in_force, over_time
from tests.rules.build import body


def held(family: str, entries: list[dict], on: date) -> list[str]:
    """What the entries in force say, in the order of the file."""
    return [entry.says for entry in in_force(body(**{family: entries}).terms[family], on)]


def duty(name: str, says: str, since: date) -> dict:
    return {"rule": "D1", "kind": "each meeting", "duty": name, "says": says, "from": since}


def test_a_changed_entry_leaves_its_siblings() -> None:
    """Of two duties under one number one is changed, and the other goes on as it was."""
    entries = [
        duty("Minutes", "Minutes.", date(2020, 1, 1)),
        duty("Papers", "Papers.", date(2020, 1, 1)),
        duty("Papers", "Papers, anew.", date(2024, 1, 1)),
    ]

    assert held("duties", entries, date(2023, 12, 31)) == ["Minutes.", "Papers."]
    assert held("duties", entries, date(2024, 1, 1)) == ["Minutes.", "Papers, anew."]


def test_blanks_around_a_text_are_no_part_of_it() -> None:
    """A role is known whatever stands before and after it in the file."""
    office = {"kind": "from members", "role": " chair ", "clause": " 4 "}
    [entry] = body(office=office).terms["office"]

    assert (entry.role, entry.clause) == ("chair", "4")


def test_another_kind_of_rule_takes_the_place_of_all_under_its_number() -> None:
    """A quorum that was done away with is no quorum beside the old one."""
    entries = [
        {"rule": "Q1", "kind": "needed", "organisations": 3, "says": "Three.", "from": date(2020, 1, 1)},
        {"rule": "Q1", "kind": "none", "says": "None.", "from": date(2024, 1, 1)},
    ]

    assert held("quorum", entries, date(2023, 12, 31)) == ["Three."]
    assert held("quorum", entries, date(2024, 1, 1)) == ["None."]


def test_a_number_has_begun_on_its_first_day() -> None:
    """Whatever kind of entry stands under it; another number's begins by itself."""
    entries = [
        duty("Minutes", "Minutes.", date(2024, 1, 1)),
        duty("Papers", "Papers.", date(2020, 1, 1)) | {"rule": "D2"},
    ]
    rule = next(each for each in over_time(body(duties=entries).terms["duties"]) if each.first.rule == "D1")

    assert [rule.had_begun(on) for on in (date(2023, 12, 31), date(2024, 1, 1))] == [False, True]


def test_a_rule_that_comes_back_takes_the_place_of_what_did_away_with_it() -> None:
    """A quorum given up and taken up again is a quorum, and nothing beside it says that there is none."""
    needed = {"rule": "Q1", "kind": "needed", "organisations": 3}
    entries = [
        {**needed, "says": "Three.", "from": date(2020, 1, 1)},
        {"rule": "Q1", "kind": "none", "says": "None.", "from": date(2022, 1, 1)},
        {**needed, "says": "Three again.", "from": date(2024, 1, 1)},
    ]

    assert held("quorum", entries, date(2023, 12, 31)) == ["None."]
    assert held("quorum", entries, date(2024, 1, 1)) == ["Three again."]


def test_an_entry_that_replaces_one_of_another_name_leaves_its_siblings() -> None:
    """A duty that is called otherwise from now on takes the place of that one alone, and may change again."""
    entries = [
        duty("Minutes", "Minutes.", date(2020, 1, 1)),
        duty("Papers", "Papers.", date(2020, 1, 1)),
        duty("Agenda", "Agenda.", date(2022, 1, 1)) | {"replaces": "papers"},
        duty("Agenda", "Agenda, anew.", date(2024, 1, 1)),
        duty("Pack", "Pack.", date(2026, 1, 1)) | {"replaces": "Agenda"},
    ]

    assert held("duties", entries, date(2021, 12, 31)) == ["Minutes.", "Papers."]
    assert held("duties", entries, date(2022, 1, 1)) == ["Minutes.", "Agenda."]
    assert held("duties", entries, date(2024, 1, 1)) == ["Minutes.", "Agenda, anew."]
    assert held("duties", entries, date(2026, 1, 1)) == ["Minutes.", "Pack."]


def test_an_entry_of_another_kind_may_replace_one_of_several() -> None:
    """The quorum of one group is done away with, and that of the other stays."""
    entries = [
        {"rule": "Q1", "kind": "needed", "organisations": 3, "says": "Three.", "from": date(2020, 1, 1)},
        {"rule": "Q1", "kind": "needed", "organisations": 2, "group": "Finance", "says": "Two.",
         "from": date(2020, 1, 1)},
        {"rule": "Q1", "kind": "none", "says": "None.", "from": date(2024, 1, 1), "replaces": "Finance"},
    ]  # fmt: skip

    assert held("quorum", entries, date(2024, 1, 1)) == ["Three.", "None."]


def test_what_is_replaced_is_one_rule_over_time() -> None:
    """Of one rule under its two names, the entries follow each other."""
    entries = [
        duty("Papers", "Papers.", date(2020, 1, 1)),
        duty("Agenda", "Agenda.", date(2022, 1, 1)) | {"replaces": "Papers"},
    ]
    [rule] = over_time(body(duties=entries).terms["duties"])

    assert [entry.says for entry in rule.entries] == ["Papers.", "Agenda."]

"""A body's own words: its main group, its sectors, and what makes two rows one record."""

import pytest

from tests.loaders.tables import ATTENDANCE, check, only, problems, remedies

SECTORS = {"Further education": ("FE", "college"), "Higher education": ("HE",)}


@pytest.mark.parametrize("text", ["FE", "fe", "College", "further  education", "Further-Education"])
def test_a_sector_is_known_by_its_other_spellings(text: str) -> None:
    """Whatever the file writes, the row has the body's own name of the sector."""
    checked = only("organisations", "Sector", [text], sectors=SECTORS)

    assert checked.rows["sector"].to_list() == ["Further education"]


def test_a_sector_the_body_does_not_have_is_a_problem() -> None:
    """The remedy lists the body's sectors."""
    checked = only("organisations", "Sector", ["Retail"], sectors=SECTORS)

    assert remedies(checked) == ["one of: Further education, Higher education, or blank"]


def test_a_body_without_sectors_takes_any() -> None:
    """Where the terms name no sectors, the file's own stand."""
    assert only("organisations", "Sector", ["Retail"]).rows["sector"].to_list() == ["Retail"]


def test_a_blank_group_is_the_main_group() -> None:
    """Its other names, in any case, are the main group too."""
    rows = [
        ",1/1/2026,Alder,,present,",
        "sg,2/1/2026,Alder,,present,",
        "STRATEGY group,3/1/2026,Alder,,present,",
    ]
    checked = check(ATTENDANCE, *rows, main_group="Strategy Group", group_aliases={"SG": "Strategy Group"})

    assert checked.rows["group_name"].to_list() == ["Strategy Group"] * 3


def test_a_file_without_the_column_belongs_to_the_main_group() -> None:
    """Group may be left out of the file altogether."""
    checked = check("Meeting date,Kind", "9/12/2026,Ordinary", main_group="Strategy Group")

    assert checked.rows["group_name"].to_list() == ["Strategy Group"]


def test_other_groups_keep_their_names() -> None:
    """Only known aliases are settled."""
    checked = check("Group,Meeting date", "Data group,9/12/2026", main_group="Strategy Group")

    assert checked.rows["group_name"].to_list() == ["Data group"]


def test_the_list_of_groups_names_every_group() -> None:
    """There a blank is not the main group but a gap."""
    assert problems(check("Group,Kind", ",task", main_group="Strategy Group")) == [(2, "Group", "")]


def test_a_key_ignores_case_and_inner_spaces() -> None:
    """The same record typed carelessly is the same record; blanks have their place in the key."""
    checked = check(
        ATTENDANCE, "SG,9/12/2026,Alder  College,,present,", "sg,9 Dec 2026,ALDER college,,present,"
    )

    assert checked.rows["row_key"].to_list() == ["sg|2026-12-09|alder college|"]
    assert remedies(checked) == ["given once: it repeats line 2"]


def test_a_key_ignores_the_kind_of_quotation_marks() -> None:
    """An apostrophe typed by hand and one made by a word processor are the same."""
    checked = check(
        "Organisation,Membership", "St John’s ‘Old’ “Hall”,member", "St John's 'Old' “hall”,member"
    )

    assert checked.rows["row_key"].to_list() == ["st john's 'old' \"hall\""]
    assert remedies(checked) == ["given once: it repeats line 2"]


@pytest.mark.parametrize(
    "typed", ["Alder  Hall", "Alder \u2003Hall", "Alder \u200b Hall", " Alder\u00a0 Hall "]
)
def test_text_is_kept_in_single_spaces(typed: str) -> None:
    """White space between words is one space, whatever was typed or pasted."""
    assert only("organisations", "Organisation", [typed]).rows["organisation"].to_list() == ["Alder Hall"]


@pytest.mark.parametrize(("person", "status"), [("Ann", "filled"), ("", "vacant")])
def test_a_seat_without_status_is_filled_by_a_person(person: str, status: str) -> None:
    """A blank status follows from whether anybody is named."""
    assert check("Seat,Person,Role", f"Chair,{person},chair").rows["status"].to_list() == [status]


def test_a_stated_status_stands() -> None:
    """A named person may still be unconfirmed."""
    assert check("Person,Role,Status", "Ann,chair,TBC").rows["status"].to_list() == ["unconfirmed"]


def test_a_seat_has_a_name_an_organisation_or_a_person() -> None:
    """A row that says none of the three says nothing."""
    assert problems(check("Seat,Organisation,Person,Role", ",,,chair")) == [(2, "Seat", "")]


@pytest.mark.parametrize(
    ("heading", "row", "problem"),
    [
        ("Organisation,Membership,Joined,Left", "Alder,former,2/1/2026,1/1/2026", ("Left", "1/1/2026")),
        ("Person,Role,From,To", "Ann,chair,2/1/2026,1/1/2026", ("To", "1/1/2026")),
        (
            "Reference,Action,Status,Raised on,Completed on",
            "A1,Write,done,2/1/2026,1/1/2026",
            ("Completed on", "1/1/2026"),
        ),
        ("Reference,Organisation,Pledge,Start,Due", "P1,Alder,Jobs,2/1/2026,1/1/2026", ("Due", "1/1/2026")),
        ("Group,Agreed on,Ends", "Data,2/1/2026,1/1/2026", ("Ends", "1/1/2026")),
        ("Measure,Period,Numerator,Denominator", "Jobs,2026,3,2", ("Numerator", "3")),
    ],
    ids=["left", "to", "completed", "due", "ends", "numerator"],
)
def test_cells_that_contradict_each_other_are_a_problem(
    heading: str, row: str, problem: tuple[str, str]
) -> None:
    """Nothing ends before it starts, and no part is more than the whole."""
    assert problems(check(heading, row)) == [(2, *problem)]


def test_one_day_may_be_first_and_last() -> None:
    """To end on the day of the start is no contradiction."""
    assert check("Person,Role,From,To", "Ann,chair,1/1/2026,1/1/2026").rows.height == 1

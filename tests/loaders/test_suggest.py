"""What an unknown table's headings may mean is suggested, by their words and by what stands below them."""

import polars as pl
import pytest

from loaders import KIND, KINDS
from loaders.recognising.suggest import Suggestion, suggested


def suggestions(*rows: str, kinds: tuple = KINDS) -> tuple[Suggestion, ...]:
    """What is suggested for these lines of cells between bars, the first of them the headings."""
    headings, *cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    schema = [(str(place), pl.String) for place in range(len(headings))]
    blank_is_null = [[cell or None for cell in row] for row in cells]
    return suggested(headings, pl.DataFrame(blank_is_null, schema=schema, orient="row"), kinds)


def columns(kind: str, *rows: str) -> dict[str, str]:
    """Heading → column, where the kind is known."""
    (only,) = suggestions(*rows, kinds=(KIND[kind],)) or (Suggestion(KIND[kind], {}, 0),)
    return dict(only.columns)


TABLES = {
    "actions": ("ID | Task | Assignee | Deadline | State", "1 | Write | Ann | 13/04/2026 | open"),
    "pledges": ("promise_id | partner | promise_text | target_date", "1 | Elm | Do it | 13/04/2026"),
    "attendance": ("Day | Company | Who | Attended?", "13/04/2026 | Elm | Ann | present"),
    "decisions": ("No. | Date of meeting | What was decided", "1 | 13/04/2026 | Yes to all"),
    "representatives": ("Full name | Organization | Position", "Ann | Elm | chair"),
    "organisations": ("Charity name | Membership type | Member since", "Elm | member | 13/04/2026"),
    "payments": ("Paid by organisation | Amount | FY | Payment date", "Elm | £50 | 2026/27 | 13/04/2026"),
    "publications": ("Document title | Date published | Website", "Report | 13/04/2026 | a.example"),
}


@pytest.mark.parametrize("kind", TABLES)
def test_the_kind_of_a_table_made_by_hand_comes_first(kind: str) -> None:
    """Though not one of its headings need be ours."""
    assert suggestions(*TABLES[kind])[0].kind.name == kind


def test_each_heading_is_told_what_it_may_mean() -> None:
    """Other people's words, plurals, spellings and run-together names are known."""
    found = columns(
        "actions",
        "TaskID | Descriptions | Organization | AssignedTo | Target date",
        "1 | a | b | c | 13/4/26",
    )

    assert found == {
        "TaskID": "reference",
        "Descriptions": "action",
        "Organization": "organisation",
        "AssignedTo": "person",
        "Target date": "due",
    }


def test_the_share_is_of_what_the_kind_needs() -> None:
    """An action needs a reference, an action and a status; here two of three are found."""
    (only,) = suggestions("Task | Status | Colour", "Write | open | red", kinds=(KIND["actions"],))

    assert only.share == pytest.approx(2 / 3)


def test_cells_choose_between_two_headings() -> None:
    """Both speak of a date; only one column holds dates."""
    found = columns("meetings", "Session date | Event date", "first | 13/04/2026", "second | 14/04/2026")

    assert found == {"Event date": "meeting_on"}


def test_the_heading_with_more_cells_that_can_be_read_is_the_likelier() -> None:
    """Both words mean the day that an action is due; one column holds days only now and then."""
    found = columns("actions", "Target date | Deadline", "soon | 13/04/2026", "14/04/2026 | 14/04/2026")

    assert found == {"Deadline": "due"}


def test_cells_choose_between_two_fields() -> None:
    """A status in colours is a rating; one in words is not."""
    colours = columns("pledge_progress", "Status", "red", "green", "amber")

    assert colours == {"Status": "rag"}
    assert columns("pledge_progress", "Status", "nearly there", "late") == {}


def test_days_alone_tell_the_day_that_a_kind_needs() -> None:
    """A heading that says nothing stands above days and nothing else."""
    assert columns("meetings", "Column1", "13/04/2026", "14/04/2026") == {"Column1": "meeting_on"}


def test_days_written_month_first_are_days() -> None:
    """04/13 is no day of ours, but it is one of somebody's."""
    assert columns("meetings", "Held", "04/13/2026", "04/14/2026") == {"Held": "meeting_on"}


def test_the_column_that_repeats_no_cell_is_the_reference() -> None:
    """Of two columns of numbers, the one that tells one row from another."""
    found = columns("actions", "Site ID | Row ID | Task", "1 | 1 | a", "1 | 2 | b", "1 | 3 | c")

    assert found == {"Row ID": "reference", "Task": "action"}


@pytest.mark.parametrize("heading", ["Child ID", "Child's reference", "Care leaver's ID", "NHS number"])
def test_a_column_about_a_child_is_never_suggested(heading: str) -> None:
    """Not even where its words are those of a field."""
    assert all(heading not in each.columns for each in suggestions(f"{heading} | Task", "1 | Write"))


def test_no_column_means_two_things() -> None:
    """A heading goes to the field that it fits best, and headings like it go without."""
    (only,) = suggestions("Owner | Lead | Assignee", "Ann | Bob | Cara", kinds=(KIND["actions"],))

    assert len(set(only.columns.values())) == len(only.columns) == 1


def test_a_table_of_something_else_is_given_no_columns() -> None:
    """Nothing is suggested rather than anything."""
    assert suggestions("Longitude | Colour", "0.1 | red") == ()


def test_a_table_without_rows_is_read_by_its_headings() -> None:
    """There may be nothing below them yet."""
    assert columns("actions", "Task | Deadline") == {"Task": "action", "Deadline": "due"}


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        (
            "representatives",
            (
                "Name | Office address | Email | Phone | Job title",
                "Ann Ash | 1 High St | a@elm.example | 1 | Nurse",
            ),
        ),
        (
            "payments",
            ("Date | Details | Debit | Credit | Balance", "13/04/2026 | ELM TRUST 12 | | 50.00 | 90.00"),
        ),
        (
            "actions",
            (
                "Name | Subitems | Owner | Status | Due date | Organisation | Item ID",
                "Write to the schools | | Ann Ash | Working on it | 2026-04-13 | Elm | 18",
                "Ask for the new figures | | Bob Bay | Stuck | 2026-05-13 | Oak | 19",
            ),
        ),
    ],
)
def test_a_table_that_another_program_made_is_known_by_its_cells(kind: str, rows: tuple[str, ...]) -> None:
    """A contacts list, a statement of a bank and a board of tasks; none has all that the kind needs."""
    assert suggestions(*rows)[0].kind.name == kind


def test_a_needed_column_that_only_we_ask_for_is_not_missed() -> None:
    """No register of other people says what membership is."""
    found = suggestions(
        "Organisation name | Category | Short description",
        *(f"{name} | Health | Helps families in need of it" for name in ("Elm", "Oak", "Ash")),
    )

    assert found[0].kind.name == "organisations"


def test_numbers_are_no_text_and_no_names() -> None:
    """A column that numbers the rows is the reference, and one of counts is nobody."""
    found = columns(
        "actions", "Item | Action point | Owner", "1 | Write to Elm | 3", "2 | Ask the schools | 4"
    )

    assert found == {"Item": "reference", "Action point": "action"}


@pytest.mark.parametrize(
    ("kind", "heading", "cells", "meant"),
    [
        ("representatives", "Contactable at", ("a@elm.example", "b@oak.example"), "email"),
        ("representatives", "Office email address", ("1 High Street", "2 Low Road"), None),
        ("representatives", "Employee name", ("Ann Ash", "Bob Bay"), "person"),
        ("actions", "Owner", ("Write to each of the 12 schools and wait for what they say to it", "2"), None),
        ("attendance", "Start time", ("2026-04-13 10:00:00", "2026-04-14 10:00:00"), "meeting_on"),
        ("pledge_progress", "progress_score", ("40", "55"), "progress_share"),
        ("pledge_progress", "in_progress", ("40", "55"), None),
        ("publications", "Job title", ("Nurse", "Head of care"), None),
        ("groups", "Number of teams", ("4", "7"), None),
        ("payments", "#", ("4", "7"), "reference"),
    ],
)
def test_a_weak_heading_is_told_by_its_cells(
    kind: str, heading: str, cells: tuple[str, ...], meant: str | None
) -> None:
    """What stands below may speak for a meaning that few words tell, or against one that they do."""
    found = columns(kind, heading, *cells)

    assert found == ({heading: meant} if meant else {})


@pytest.mark.parametrize("other", ["Parent task", "Related task", "Previous task"])
def test_a_heading_of_another_thing_is_not_the_thing(other: str) -> None:
    """The parent of a task is not the task."""
    found = columns(
        "actions", f"{other} | Name", "Plan the spring | Write to Elm", "Plan the spring | Ask Oak"
    )

    assert found == {"Name": "action"}


def test_the_target_day_that_stands_is_the_one_due() -> None:
    """Not the one that it took the place of."""
    rows = ("previous_target_date | calculated_target_date", "2026-04-13 | 2026-05-13")

    assert columns("actions", *rows) == {"calculated_target_date": "due"}


def test_either_of_two_names_in_a_heading_will_do() -> None:
    """An empty column of another name is the less likely."""
    assert columns("actions", "Task | Action / decision", " | Write to Elm") == {
        "Action / decision": "action"
    }


def test_of_two_headings_sentences_are_what_was_pledged() -> None:
    """Both may be; a word by itself is the less likely."""
    rows = (
        "Title | Statement",
        "Mentors | A mentor for every care leaver",
        "Jobs | Ten places for work each year",
    )

    assert columns("pledges", *rows)["Statement"] == "pledge"


def test_a_column_of_few_words_many_times_is_the_theme() -> None:
    """Of two, the one by which rows are sorted."""
    rows = ("Topic | Area", "Asthma | Health", "Teeth | Health", "Sleep | Health")

    assert columns("pledges", *rows) == {"Area": "theme"}


STRANGE = (
    "No | What needs doing | Who has it | By when | Where it is",
    "1 | Write to the colleges | Elm Trust | 10/12/2026 | Not begun",
    "2 | Book the room | ELM | 30/11/2026 | All done",
)


@pytest.mark.parametrize(("known", "who"), [((), "person"), (("elm trust", "elm"), "organisation")])
def test_cells_tell_what_no_heading_does(known: tuple[str, ...], who: str) -> None:
    """A column of nothing but words of a status is one, and one of the body's organisations names them."""
    headings, *cells = [[cell.strip() for cell in row.split("|")] for row in STRANGE]
    rows = pl.DataFrame(cells, schema=[str(place) for place in range(5)], orient="row")
    best = suggested(headings, rows, KINDS, known)[0]
    assert best.kind.name == "actions"
    assert dict(best.columns) == dict(
        zip(headings, ("reference", "action", who, "due", "status"), strict=True)
    )

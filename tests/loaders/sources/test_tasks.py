"""Task lists as an action log, whole files."""

from datetime import date, datetime

import pytest

import loaders
from tests.loaders.tables import check, lines, problems, workbook

PLANNER = (
    "Task ID",
    "Task Name",
    "Bucket Name",
    "Progress",
    "Priority",
    "Assigned To",
    "Created By",
    "Created Date",
    "Start Date",
    "Due Date",
    "Late",
    "Completed Date",
    "Completed By",
    "Description",
    "Completed Checklist Items",
    "Checklist Items",
    "Labels",
)


def planner(*tasks: tuple[object, ...]) -> bytes:
    """A plan exported to Excel: three rows about the plan, a blank one, then the tasks."""
    about = [["Plan name", "Board"], ["Plan ID", "p1"], ["Date of export", "23/09/2026"], []]
    return workbook(Tasks=[*about, list(PLANNER), *map(list, tasks)])


def task(**cells: object) -> tuple[object, ...]:
    """A task with these cells, by heading with underscores; the others are blank."""
    return tuple(cells.get(heading.replace(" ", "_"), "") for heading in PLANNER)


ONE = {"Task_ID": "t1", "Task_Name": "Write to partners", "Bucket_Name": "Board", "Progress": "In progress"}


def test_a_plan_is_an_action_log() -> None:
    """Dates in Planner's workbook are text."""
    data = planner(
        task(**ONE, Assigned_To="Ann Elm;Bob Ash", Created_Date="20/09/2026", Due_Date="30/09/2026"),
        task(Task_ID="t2", Task_Name="Book a room", Bucket_Name="Board", Progress="Completed",
             Created_Date="20/09/2026", Completed_Date="22/09/2026"),
    )  # fmt: skip
    rows = loaders.check(data, "plan.xlsx").rows

    assert rows.select(
        "line", "reference", "person", "raised_on", "due", "status", "completed_on"
    ).rows() == [
        (6, "t1", "Ann Elm;Bob Ash", date(2026, 9, 20), "2026-09-30", "in progress", None),
        (7, "t2", None, date(2026, 9, 20), None, "complete", date(2026, 9, 22)),
    ]


def test_a_plan_with_real_dates() -> None:
    """A workbook that was saved again may have made dates of the text."""
    rows = loaders.check(planner(task(**ONE, Due_Date=datetime(2026, 9, 30))), "plan.xlsx").rows

    assert rows["due"].to_list() == ["2026-09-30"]


def test_a_plan_month_first() -> None:
    """The order of a date is that of whoever exported the plan, told by the whole file."""
    data = planner(task(**ONE, Created_Date="09/20/2026", Due_Date="10/02/2026"))

    assert loaders.check(data, "plan.xlsx").rows["due"].to_list() == ["2026-10-02"]


TRELLO = (
    "Card ID,Card Name,Card URL,Labels,Members,Due Date,List ID,List Name,Board Name,Archived,Due Complete"
)


@pytest.mark.parametrize(
    ("list_name", "archived", "done", "status"),
    [
        ("To Do", "false", "false", ["open"]),
        ("Doing", "false", "false", ["in progress"]),
        ("Done", "false", "false", ["complete"]),
        ("Doing", "false", "true", ["complete"]),
        ("Done", "true", "false", ["complete"]),
        ("To Do", "true", "false", []),
    ],
)
def test_a_card_has_the_status_of_its_list(
    list_name: str, archived: str, done: str, status: list[str]
) -> None:
    """An archived card that was not done is no longer on the board."""
    row = f"c1,Write,,,Ann Elm,2026-09-30T11:00:00.000Z,l1,{list_name},Board,{archived},{done}"

    assert check(TRELLO, row).rows["status"].to_list() == status


def test_a_card_of_a_list_with_another_name_is_shown() -> None:
    """What a list named Ideas means for a card is not guessed."""
    assert problems(check(TRELLO, "c1,Write,,,Ann Elm,,l1,Ideas,Board,false,false")) == [
        (2, "List Name", "Ideas")
    ]


def test_a_card_is_due_on_a_day() -> None:
    """The time of day is dropped."""
    row = "c1,Write,,,Ann Elm,2026-09-30T11:00:00.000Z,l1,To Do,Board,false,false"

    assert check(TRELLO, row).rows.select("reference", "action", "person", "due").rows() == [
        ("c1", "Write", "Ann Elm", "2026-09-30")
    ]


JIRA = (
    "Summary,Issue key,Issue id,Issue Type,Status,Project key,Resolution,Assignee,"
    "Created,Resolved,Due Date,Labels,Labels"
)


def test_jira_issues() -> None:
    """Repeated headings, such as Labels, are let be."""
    checked = check(
        JIRA,
        "Write to partners,B-1,10001,Task,In Progress,B,,ann.elm,14/Sep/26 3:42 PM,,30/Sep/26 12:00 AM,a,b",
        "Book a room,B-2,10002,Task,Done,B,Done,bob.ash,14/Sep/26 3:42 PM,15/Sep/26 9:00 AM,,,",
    )

    assert problems(checked) == []
    assert checked.rows.select("reference", "raised_on", "due", "status", "completed_on").rows() == [
        ("B-1", date(2026, 9, 14), "2026-09-30", "in progress", None),
        ("B-2", date(2026, 9, 14), None, "complete", date(2026, 9, 15)),
    ]


def test_a_jira_issue_that_will_not_be_done_is_withdrawn() -> None:
    """Its status is Done all the same."""
    row = "Write,B-1,10001,Task,Done,B,Won't Do,ann.elm,14/Sep/26 3:42 PM,15/Sep/26 9:00 AM,,,"

    assert check(JIRA, row).rows["status"].to_list() == ["withdrawn"]


def test_a_jira_status_of_ones_own_goes_by_its_category() -> None:
    """In Review is a project's own word; its category is one of three."""
    headings = "Summary,Issue key,Issue id,Status,Status Category"

    assert check(headings, "Write,B-1,10001,In Review,In Progress").rows["status"].to_list() == [
        "in progress"
    ]


def test_the_schema_above_a_list_is_passed_over() -> None:
    """Microsoft Lists writes its schema on the first line; the headings below are the owner's own."""
    data = lines(
        'ListSchema={"schemaXmlList":["<Field Name=\\"Title\\" />","<Field Name=\\"Due\\" />"]}',
        '"Reference","Action","Owner","Due date","Status"',
        '"A1","Write to partners","Ann Elm","30/09/2026","Open"',
    )
    checked = loaders.check(b"\xef\xbb\xbf" + data, "list.csv")

    assert checked.rows.select("line", "reference", "person", "due").rows() == [
        (3, "A1", "Ann Elm", "2026-09-30")
    ]

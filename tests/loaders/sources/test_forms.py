"""Partners' returns by online form, whole files."""

from datetime import date, datetime

import pytest

import loaders
from tests.loaders.tables import check, workbook

MICROSOFT = "ID,Start time,Completion time,Email,Name,Pledge reference,Progress (%),RAG,Note"
SENT = "1,9/23/26 10:01:00,9/23/26 10:04:30,ann@elm.example,Ann Elm"


def test_a_return_is_as_at_the_day_it_was_sent() -> None:
    """A form asks for no date: its own time of completion is one."""
    assert check(MICROSOFT, f"{SENT},P1,45,Green,Going well").rows.select(
        "pledge_reference", "as_at", "progress_share", "rag", "note"
    ).rows() == [("P1", date(2026, 9, 23), 0.45, "green", "Going well")]


def test_a_return_that_says_its_day_keeps_it() -> None:
    """A question As at goes before the time of completion."""
    checked = check(f"{MICROSOFT},As at", f"{SENT},P1,45,Green,Going well,9/18/26")

    assert checked.rows["as_at"].to_list() == [date(2026, 9, 18)]


def test_a_choice_ends_in_a_semicolon() -> None:
    """Microsoft Forms joins the choices with semicolons and adds one more."""
    assert check(MICROSOFT, f"{SENT},P1;,45,Green;,").rows.select("pledge_reference", "rag").rows() == [
        ("P1", "green")
    ]


def test_a_workbook_of_returns() -> None:
    """Forms downloads a workbook, with real moments."""
    row = [
        1,
        datetime(2026, 9, 23, 10, 1),
        datetime(2026, 9, 23, 10, 4),
        "anonymous",
        "",
        "P1",
        45,
        "Amber",
        "",
    ]
    rows = loaders.check(workbook(Sheet1=[MICROSOFT.split(","), row]), "form.xlsx").rows

    assert rows.select("pledge_reference", "as_at", "rag").rows() == [("P1", date(2026, 9, 23), "amber")]


def test_google_forms() -> None:
    """Timestamp is the first heading."""
    checked = check(
        "Timestamp,Email Address,Pledge reference,Progress (%),RAG",
        "23/09/2026 10:04:30,ann@elm.example,P1,45%,Red",
    )

    assert checked.source.name == "Google Forms"
    assert checked.rows["as_at"].to_list() == [date(2026, 9, 23)]


def test_a_form_with_questions_of_its_own_is_to_be_mapped() -> None:
    """What “How is it going?” means is for a reader to say."""
    with pytest.raises(loaders.Unmapped) as raised:
        check("ID,Start time,Completion time,Email,Name,Which pledge?,How is it going?", f"{SENT},P1,Well")

    assert raised.value.headings[-1] == "How is it going?"

"""How things are written on screen."""

from datetime import date
from decimal import Decimal

import pytest

from rules.words import money, number
from ui.words import cell, esc, heading, headings

JOINER = "\u2060"


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("Alder Hall", "Alder Hall"),
        ("**bold** _it_", r"\*\*bold\*\* \_it\_"),
        ("![x](http://evil.example/x)", rf"\!\[x\]\(http{JOINER}\:\/\/evil\.example\/x\)"),
        (":red[Overdue]", r"\:red\[Overdue\]"),
        ("WWW.evil.example", rf"WWW{JOINER}\.evil\.example"),
        ("a.b+@evil.example", rf"a\.b\+{JOINER}\@evil\.example"),
        ("<b>", r"\<b\>"),
        ("a->b", rf"a\-{JOINER}\>b"),
        ("line\nbreak", "line break"),
        ("\u202eevil\u200b", "evil"),
        ("$x^2$", r"\$x\^2\$"),
        (":streamlit:", rf"\:{JOINER}streamlit\:"),
        ("🚨 Overdue", f"{JOINER}🚨 Overdue"),
        ("     indented  code ", "indented code"),
    ],
)
def test_text_from_a_file_never_becomes_markup(text: str, safe: str) -> None:
    """Every sign that Markdown would act on is made inert, and invisible ones are dropped."""
    assert esc(text) == safe


@pytest.mark.parametrize(
    ("column", "value", "shown"),
    [
        ("due_on", date(2026, 12, 9), "9\u00a0Dec\u00a02026"),
        ("amount_gbp", Decimal("100.00"), "£100"),
        ("amount_gbp", Decimal("1250.50"), "£1,250.50"),
        ("progress_share", 0.45, "45%"),
        ("signed_terms", True, "Yes"),
        ("members", ["Alder", "Birch"], "Alder, Birch"),
        ("amount_gbp", None, None),
        ("note", "as it is", "as it is"),
    ],
)
def test_a_cell_is_written_as_the_audience_reads_it(column: str, value: object, shown: object) -> None:
    """Short dates, money with its sign, shares as per cent, lists joined; a blank stays blank."""
    assert cell(column, value) == shown


def test_no_internal_name_reaches_the_screen() -> None:
    """Headings are words."""
    columns = ("group_name", "meeting_on", "turnover_gbp", "signed_terms", "votes_for")

    assert [heading(column) for column in columns] == [
        "Group", "Meeting", "Turnover (£)", "Signed terms", "For",
    ]  # fmt: skip


def test_a_heading_that_came_from_a_file_stays_as_it_is() -> None:
    """A table with a theme in every column names the themes as they were written."""
    assert headings(["Partner", "iOS_lab"]) == {"Partner": "Partner", "iOS_lab": "iOS_lab"}
    assert headings(["group_name", "due_on"]) == {"group_name": "Group", "due_on": "Due"}


def test_counts_agree_with_their_noun() -> None:
    """One meeting, two meetings."""
    assert (number(1, "meeting"), number(2, "meeting")) == ("1 meeting", "2 meetings")


def test_pence_are_shown_where_there_are_any() -> None:
    """£100, not £100.00."""
    assert (money(Decimal("100")), money(Decimal("0.5"))) == ("£100", "£0.50")

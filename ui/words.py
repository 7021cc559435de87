"""How things are written on screen: dates, money, counts, headings, and text that must not become markup."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from rules import Finding, Status
from rules.words import money
from store import on_screen

HEADINGS = {
    "as_at": "As at",
    "complete_to": "Complete to",
    "amount_gbp": "Amount (£)",
    "count_refused": "Rows refused",
    "count_rows": "Rows",
    "deputy_for": "Deputy for",
    "due_at_next_meeting": "Due at next meeting",
    "file": "File",
    "group_name": "Group",
    "loaded_at": "Loaded",
    "meeting_on": "Meeting",
    "part": "Only a part",
    "progress_share": "Progress",
    "rag": "Partner's own rating",
    "raised_on": "Raised on",
    "reference": "Reference",
    "turnover_gbp": "Turnover (£)",
    "undone_at": "Undone",
    "upload_id": "Upload",
    "votes_abstained": "Abstained",
    "votes_against": "Against",
    "votes_for": "For",
}
NO_BREAK = "\u00a0"
MONEY = {"amount_gbp", "turnover_gbp", "owed", "paid"}
SHARES = {"progress_share", "share"}
SYMBOLS = {
    Status.MET: ("Met", "✓", "green"),
    Status.NOT_MET: ("Not met", "✕", "red"),
    Status.OVERDUE: ("Overdue", "!", "red"),
    Status.PROVISIONAL: ("Provisional", "◔", "violet"),
    Status.DUE: ("Due", "◷", "blue"),
    Status.UNKNOWN: ("Unknown", "?", "gray"),
    Status.SILENT: ("Silent", "–", "gray"),
    Status.NOT_APPLICABLE: ("Not applicable", "○", "gray"),
}
AT_RISK = ":orange-badge[At risk !]"
_PUNCTUATION = re.compile(r"([!\"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~])")
# Where Streamlit would make an arrow, a dash, an address, its logo or an icon of plain text.
_LIVE = re.compile(
    r"(?<=[-<>=])(?=[-<>=])|(?<=[A-Za-z])(?=://)|(?<=[\w.+-])(?=@)|(?i:(?<=www))(?=\.)"
    r"|(?<=:)(?=streamlit:)|^(?=[^\w\x00-\x7f]|\d\ufe0f?\u20e3)"
)
_COLUMN = re.compile(r"[a-z0-9_]+")
_HIDDEN = {"Cf", "Cc", "Cs", "Co"}


def esc(text: object) -> str:
    """Any text as Markdown that shows exactly that text: no link, colour, icon, formula or image comes of it.

    Invisible and bidirectional controls are dropped; a word joiner keeps arrows, addresses and links inert.
    """
    shown = "".join(
        " " if char in "\t\n\r" else char
        for char in unicodedata.normalize("NFC", str(text))
        if char in "\t\n\r" or unicodedata.category(char) not in _HIDDEN
    )
    joined = _LIVE.sub("\u2060", re.sub(" +", " ", shown).strip(" "))
    return _PUNCTUATION.sub(r"\\\1", joined)


def heading(column: str) -> str:
    """What a column is called on screen."""
    return (
        HEADINGS.get(column) or column.removesuffix("_on").removesuffix("_gbp").replace("_", " ").capitalize()
    )


def headings(columns: Sequence[str]) -> dict[str, str]:
    """What the columns of a table are called on screen; where they are words already, they stay so."""
    are_ours = all(_COLUMN.fullmatch(column) for column in columns)
    return {column: heading(column) if are_ours else column for column in columns}


def badge(status: Status) -> str:
    """A status as Markdown: word first, then symbol, then colour."""
    word, symbol, colour = SYMBOLS[status]
    return f":{colour}-badge[{word} {symbol}]"


def plain(status: Status) -> str:
    """A status for a table cell: word and symbol."""
    word, symbol, _ = SYMBOLS[status]
    return f"{word} {symbol}".replace(" ", NO_BREAK)


def seated(status: str) -> str:
    """The status of a seat, as the kind representatives has it, for a table cell."""
    return status.capitalize()


def short_day(on: date) -> str:
    """A date for a table or a label: 12 Mar 2026."""
    return f"{on.day}{NO_BREAK}{on:%b}{NO_BREAK}{on.year}"


def cell(column: str, value: Any) -> Any:
    """A value for a table on screen: dates short, money and shares with their sign, lists joined."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        return on_screen(value)
    if isinstance(value, date):
        return short_day(value)
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    if isinstance(value, float) and column not in MONEY | SHARES:
        return f"{value:g}"
    if column in MONEY:
        return money(value)
    if column in SHARES:
        return f"{value:.0%}"
    return value


def is_at_risk(finding: Finding) -> bool:
    """Whether it is ahead and, as things stand, will not be met."""
    return finding.status is Status.DUE and not all(need.is_met for need in finding.needs)


def mark(finding: Finding) -> str:
    """The badge of a finding."""
    return AT_RISK if is_at_risk(finding) else badge(finding.status)


def word_of(finding: Finding) -> str:
    """The word of its badge."""
    return "At risk" if is_at_risk(finding) else SYMBOLS[finding.status][0]


def headline(finding: Finding) -> str:
    """A finding in one line of Markdown."""
    detail = f" “{esc(shortened(finding.detail))}”." if finding.detail else ""
    return f"{mark(finding)} **{esc(finding.about)}:**{detail} {esc(finding.says)}"


def shortened(text: str, most: int = 80) -> str:
    """A text that fits a line, cut at a word."""
    text = text.rstrip(".")
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"

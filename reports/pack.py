"""The meeting pack: what a chair takes to the next meeting, as a Word document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import polars as pl

from reports.word import Paper
from rules import Body, Facts, Finding, Status
from rules.changes import Changes
from rules.families import FAMILIES, on_calendar
from rules.meetings import held
from rules.outlook import agenda, due_before, next_meeting, outlook
from rules.people import Meeting
from rules.summary import attention
from rules.words import day, weekday

FORECASTS = {
    "at risk": "At risk: not as it stands.",
    "enough so far": "As it stands, yes.",
    "not known": "Nobody can tell yet.",
    "not asked for": "The terms ask for none.",
}


@dataclass(frozen=True)
class Pack:
    """What a pack is made of. `findings` are those of `today`, the worst first; `changed` since the last
    meeting, None where none was held. `attendance`: one row a member, a column a meeting, all text, with
    marks that `legend` explains; `sources`: kind, file_name, data_to, loaded_at, count_rows and count_refused
    of the newest file of each kind. `reading` says as of when and by what knowledge.
    """

    body: Body
    facts: Facts
    findings: Sequence[Finding]
    changed: Changes | None
    attendance: pl.DataFrame
    legend: str
    sources: pl.DataFrame
    today: date
    reading: str


def meeting_pack(pack: Pack, at: datetime) -> bytes:
    """The document (.docx). `at`: when it is made, UTC without a zone."""
    ahead = next_meeting(pack.body, pack.facts, pack.today)
    paper = Paper(f"{pack.body.name}: {_what_for(ahead)}", at)
    paper.says(pack.reading)
    if ahead:
        _quorum(paper, pack, ahead)
    _agenda(paper, pack)
    if ahead:
        _due(paper, "Falls due before the meeting", due_before(pack.findings, ahead))
    _changes(paper, pack)
    paper.turned()
    _attendance(paper, pack)
    _matters(paper, pack)
    _due(paper, "The calendar ahead", _ahead(pack))
    _not_known(paper, pack)
    readings(paper, pack.findings)
    _sources(paper, pack)
    return paper.as_bytes()


def _what_for(ahead: Meeting | None) -> str:
    return f"for the meeting on {weekday(ahead.meeting_on)}" if ahead else "where it stands"


def _quorum(paper: Paper, pack: Pack, ahead: Meeting) -> None:
    found = outlook(pack.body, pack.facts, ahead)
    paper.heading("Will it be quorate?")
    paper.says(f"{FORECASTS[found.expected]} {found.says}")
    if found.finding:
        paper.table(
            ("Needed from", "Could come", "Needed", "Enough", "Apologies from"),
            (
                (need.what, str(need.there), str(need.least), "Yes" if need.is_met else "No",
                 ", ".join(need.lost_with))
                for need in found.finding.needs
            ),
            (4, 2, 2, 2, 6),
        )  # fmt: skip


def _agenda(paper: Paper, pack: Pack) -> None:
    """What the meeting is asked to settle, numbered, so that minutes can refer to it."""
    items = agenda(pack.body, pack.facts, pack.findings, pack.today)
    paper.heading("For the agenda")
    if not items:
        paper.says("Nothing on record waits for a decision, is late or is outside the terms.")
    paper.numbered((item.what, f"{item.why} For: {item.who}." if item.who else item.why) for item in items)


def _due(paper: Paper, title: str, findings: Sequence[Finding]) -> None:
    paper.heading(title)
    if not findings:
        paper.says("Nothing that the terms give a date for.")
        return
    rows = [(weekday(f.on), subject(f), f.says, f.clause) for f in findings if f.on]
    paper.table(("When", "What", "How it stands", "Clause"), rows, (4, 6, 8, 2))


def _ahead(pack: Pack) -> list[Finding]:
    dated = [f for f in on_calendar(pack.findings) if f.status is Status.DUE and f.on and f.on >= pack.today]
    return sorted(dated, key=lambda finding: finding.on or pack.today)


def _changes(paper: Paper, pack: Pack) -> None:
    past = held(pack.facts, pack.today, pack.body.main_group)
    if not past or pack.changed is None:
        return
    paper.heading(f"Since the meeting on {day(past[-1].meeting_on)}")
    worse = [f"{f.status.capitalize()}: {subject(f)}. {f.says}" for f in pack.changed.worse]
    settled = [f"Settled: {subject(f)}. {f.says}" for f in pack.changed.settled]
    paper.bullets([*worse, *settled] or ["Nothing has changed."])


def _attendance(paper: Paper, pack: Pack) -> None:
    paper.heading("Attendance")
    if pack.attendance.is_empty():
        paper.says("No attendance is on record.")
        return
    paper.says(pack.legend)
    meetings = len(pack.attendance.columns) - 2
    paper.table(pack.attendance.columns, _texts(pack.attendance), (8, 3, *[2] * meetings))


def _matters(paper: Paper, pack: Pack) -> None:
    """What is outstanding, family by family: waiting, overdue, not met of late, or due."""
    paper.heading("Outstanding matters")
    due = [f for f in pack.findings if f.status is Status.DUE]
    matters = [*attention(pack.findings, pack.today), *due]
    for family in FAMILIES:
        open_ones = family.among(matters)
        if open_ones:
            paper.heading(family.title, 2)
            rows = [(subject(f), f.status.capitalize(), f.says, f.clause) for f in open_ones]
            paper.table(("Matter", "Status", "How it stands", "Clause"), rows, (8, 2, 9, 2))


def _not_known(paper: Paper, pack: Pack) -> None:
    unknown = [f for f in pack.findings if f.status is Status.UNKNOWN]
    if unknown:
        paper.heading("Not known")
        paper.bullets(f"{subject(f)}: {f.says}" for f in unknown)


def readings(paper: Paper, findings: Sequence[Finding]) -> None:
    """How the terms were read where their words can be read in more than one way."""
    read = {(f.term.clause, each.reading): each for f in findings if (each := f.term.interpretation)}
    if read:
        paper.heading("How the terms were read")
        rows = ((clause, each.reading, each.choice) for (clause, _), each in read.items())
        paper.table(("Clause", "Read as", "By whose choice"), rows, (3, 8, 4))


def _sources(paper: Paper, pack: Pack) -> None:
    paper.heading("What this rests on")
    paper.says("Every figure follows from the rows of files; which ones, with file and line, its page shows.")
    if pack.sources.height:
        paper.table(("Kind", "Newest file", "Data to", "Loaded", "Rows", "Refused"), _texts(pack.sources))


def _texts(frame: pl.DataFrame) -> Iterator[tuple[str, ...]]:
    return (tuple(map(_text, row)) for row in frame.iter_rows())


def _text(cell: object) -> str:
    if cell is None:
        return ""
    return day(cell) if isinstance(cell, date) else str(cell)


def subject(finding: Finding) -> str:
    """What a finding is about, with its own text where it has one."""
    return f"{finding.about}: {finding.detail}" if finding.detail else finding.about

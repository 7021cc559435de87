"""The governance calendar: lanes by group and duty over time, and what comes, day by day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import polars as pl

from rules import Body, Facts, Finding, Rows, Status, families
from rules.calendar import add_months
from rules.meetings import about, scheduled
from rules.outlook import went, who
from rules.people import Meeting
from rules.words import number, weekday
from ui.words import is_at_risk, shortened

MONTHS = 12
MEETING, MET, MISSED, LATE, PROVISIONAL, DUE, AT_RISK = (
    "Meeting", "Kept", "Missed", "Late", "Provisional", "Ahead", "At risk",
)  # fmt: skip
WORDS = {
    Status.MET: MET, Status.NOT_MET: MISSED, Status.OVERDUE: LATE, Status.PROVISIONAL: PROVISIONAL,
    Status.DUE: DUE,
}  # fmt: skip
POINTS = {
    "lane": pl.Utf8, "on": pl.Date, "day": pl.Date, "word": pl.Utf8, "what": pl.Utf8, "says": pl.Utf8,
    "label": pl.Utf8, "place": pl.Int64,
}  # fmt: skip
# the gravest are drawn last, and so above others of their day
DRAWN = (MEETING, MET, DUE, MISSED, PROVISIONAL, AT_RISK, LATE)
# a name of so many letters needs about so many days of the chart
LABEL, ROOM = 24, timedelta(days=190)
A_DAY = re.compile(r", \d{1,2} \w+ \d{4}$")


@dataclass(frozen=True)
class Row:
    """One day ahead: what, by whom, by which clause; without a finding where no rule speaks of a meeting."""

    on: date
    what: str
    who: str
    clause: str
    rows: tuple[Rows, ...]
    finding: Finding | None = None

    @property
    def about(self) -> str:
        """What its verdict is about, by which a link asks for it."""
        return self.finding.about if self.finding else ""

    def when(self, today: date) -> str:
        """The day and how far off it is."""
        days = (self.on - today).days
        return f"{weekday(self.on)}, in {number(days, 'day')}" if days else f"{weekday(self.on)}, today"


def lanes(facts: Facts, findings: Sequence[Finding], today: date) -> pl.DataFrame:
    """A point for each meeting and each dated verdict of a year back and a year ahead.

    Columns: lane (Utf8), on (Date; what is late for longer stands at the beginning), day (Date), word, what,
    says (Utf8), label (Utf8, null where it would collide), place (Int64: among the findings, null for a
    meeting).
    """
    first, last = window(today)
    points = [*_meetings(facts, findings, today), *_dated(findings, first)]
    inside = [point for point in points if first <= point["on"] <= last]
    in_turn = sorted(_labelled(inside), key=lambda each: (DRAWN.index(each["word"]), each["on"]))
    return pl.DataFrame(in_turn, schema=POINTS)


def window(today: date) -> tuple[date, date]:
    """The first and the last day of the chart."""
    return add_months(today, -MONTHS), add_months(today, MONTHS)


def lane_names(facts: Facts, frame: pl.DataFrame) -> list[str]:
    """The lanes in their order: the groups by their meetings, then the families as they are listed."""
    groups = {meeting.group_name for meeting in facts.meetings}
    known, titles = set(frame["lane"]), [family.title for family in families.FAMILIES]
    return [lane for lane in (*sorted(groups), *titles) if lane in known]


def _meetings(facts: Facts, findings: Sequence[Finding], today: date) -> Iterator[dict[str, Any]]:
    for group in {meeting.group_name for meeting in facts.meetings}:
        for meeting, quorum in went(facts, findings, group, today):
            says = quorum.says if quorum else "Held."
            yield _point(group, meeting.meeting_on, _word_of(quorum), about(meeting), says, None)
    for meeting in scheduled(facts, today):
        yield _point(meeting.group_name, meeting.meeting_on, MEETING, about(meeting), "Ahead.", None)


def _word_of(quorum: Finding | None) -> str:
    return WORDS[quorum.status] if quorum and quorum.status in (Status.MET, Status.NOT_MET) else MEETING


def _dated(findings: Sequence[Finding], first: date) -> Iterator[dict[str, Any]]:
    """Of the families on the calendar what was kept and missed; of all what is late, waits or is ahead."""
    of_all, of_calendar = (Status.OVERDUE, Status.PROVISIONAL, Status.DUE), (Status.MET, Status.NOT_MET)
    for place, finding in enumerate(findings):
        family, on = families.family(finding.family), finding.on
        if on and (finding.status in of_all or (family.on_calendar and finding.status in of_calendar)):
            word = AT_RISK if is_at_risk(finding) else WORDS[finding.status]
            point = _point(family.title, on, word, finding.about, finding.says, place)
            yield point | ({"on": max(on, first)} if finding.status in of_all[:2] else {})


def _point(lane: str, on: date, word: str, what: str, says: str, place: int | None) -> dict[str, Any]:
    return {"lane": lane, "on": on, "day": on, "word": word, "what": what, "says": says, "place": place}


def _labelled(points: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """What is late, provisional or at risk has its name beside it, as long as no other name is near."""
    taken: dict[str, date] = {}
    found = []
    for point in sorted(points, key=lambda each: (each["on"], each["what"])):
        name = None
        is_free = point["on"] - taken.get(point["lane"], date.min) > ROOM
        if point["word"] in (LATE, PROVISIONAL, AT_RISK) and is_free:
            taken[point["lane"]] = point["on"]
            name = shortened(A_DAY.sub("", point["what"]), LABEL)
        found.append(point | {"label": name})
    return found


def ahead(body: Body, facts: Facts, findings: Sequence[Finding], today: date) -> list[Row]:
    """What comes in the next twelve months, the first first: what falls due, and each meeting."""
    last = window(today)[1]
    due = [f for f in findings if f.status is Status.DUE and f.on and today <= f.on <= last]
    rows = [Row(f.on, f"{f.about}. {f.says}", who(body, facts, f), f.clause, f.rows, f) for f in due if f.on]
    told = {f.about for f in due if f.needs}
    rows += [_meeting(m) for m in scheduled(facts, today) if m.meeting_on <= last and about(m) not in told]
    return sorted(rows, key=lambda row: (row.on, row.what))


def _meeting(meeting: Meeting) -> Row:
    rows = (Rows.of("meetings", group_name=meeting.group_name, meeting_on=meeting.meeting_on),)
    return Row(meeting.meeting_on, f"Meeting of the {meeting.group_name}.", meeting.group_name, "", rows)


def later(findings: Sequence[Finding], today: date) -> list[Finding]:
    """What is due after that, or on no day that is known."""
    last = window(today)[1]
    return [f for f in findings if f.status is Status.DUE and (not f.on or f.on > last or f.on < today)]


def message(rows: Sequence[Row], late: int) -> str:
    """What comes first, and how much is late."""
    first = "Nothing with a day is ahead"
    if rows:
        first = f"Next: {weekday(rows[0].on)}, {rows[0].what.split('.')[0]}"
    return f"{first}; {late} late" if late else first

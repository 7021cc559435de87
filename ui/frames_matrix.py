"""Who came to which meeting: one row a member, one column a meeting, and beneath what each quorum needed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from kinds.names import folded, same
from rules import Body, Facts, Finding, Status
from rules.calendar import year_of
from rules.facts import grouped
from rules.meetings import about, attendance_of, held, scheduled
from rules.membership import members
from rules.people import Meeting
from rules.seats import seated, seats_on
from ui.words import short_day

LATEST, MOST = "Latest", 13
ORGANISATIONS, PEOPLE = "Organisations", "People"
CAME, SUBSTITUTE, APOLOGIES, ABSENT, NO_WORD = (
    "● Came", "◐ Sent a substitute", "○ Apologies", "✕ Absent, no apologies", "? No word",
)  # fmt: skip
ENOUGH, TOO_FEW = "✓ Enough for the quorum", "✕ Too few for the quorum"
WORDS = {"present": CAME, "substitute": SUBSTITUTE, "apologies": APOLOGIES, "absent": ABSENT}
NOT_MEMBERS, NO_SECTOR, IN_THE_ROOM = "Not members", "No sector", "People in the room"
CELLS = {
    "row": pl.Utf8, "meeting": pl.Utf8, "on": pl.Date, "word": pl.Utf8, "mark": pl.Utf8, "says": pl.Utf8,
}  # fmt: skip
RATES = {"row": pl.Utf8, "came": pl.Utf8}


@dataclass(frozen=True)
class Matrix:
    """`cells`: one row per member and meeting at which something is to be said, and per need and meeting.

    Columns of `cells`: row, meeting (Utf8: the column's label), on (Date), word (one of the legend; "" where
    the cell is a plain number), mark, says (Utf8). `rows` in their order, `headings` those of them that only
    begin a section. `rates`: row, came (Utf8: "9 of 12").
    """

    cells: pl.DataFrame
    rates: pl.DataFrame
    rows: tuple[str, ...]
    headings: tuple[str, ...]
    meetings: tuple[Meeting, ...]


def groups(body: Body, facts: Facts) -> list[str]:
    """The groups with meetings, the main one first."""
    others = {m.group_name for m in facts.meetings} - {body.main_group}
    return [body.main_group, *sorted(others)]


def periods(body: Body, facts: Facts, group: str, today: date) -> list[str]:
    """What can be chosen: the latest meetings, or those of one municipal year, the newest first."""
    years = {_year(body, meeting) for meeting in held(facts, today, group)}
    return [LATEST, *sorted(years, reverse=True)]


def of_period(body: Body, facts: Facts, group: str, period: str, today: date) -> list[Meeting]:
    """The meetings of a period, the oldest first; to the latest belongs the next one."""
    past = held(facts, today, group)
    if period == LATEST:
        return [*past[-MOST:], *scheduled(facts, today, group)[:1]]
    return [meeting for meeting in past if _year(body, meeting) == period]


def _year(body: Body, meeting: Meeting) -> str:
    return year_of(meeting.meeting_on, "municipal", body.year_starts).label


def who_is_counted(findings: Sequence[Finding]) -> str:
    """Whether the terms count people or organisations; organisations where they count nothing."""
    units = [need.what for finding in findings for need in finding.needs]
    return PEOPLE if PEOPLE in units else ORGANISATIONS


def matrix(
    body: Body, facts: Facts, meetings: Sequence[Meeting], findings: Sequence[Finding], by: str, today: date
) -> Matrix:
    """The matrix of these meetings of one group; `findings` may hold the verdicts on their quorum."""
    if by == PEOPLE:
        known = dict(_people(facts, meetings))
    else:
        known = dict(_organisations(facts, meetings, body.main_group, today))
    sections = grouped(known, lambda name: known[name][0])
    cells = [cell for name in known for cell in known[name][1]]
    order, heads = _in_order(sections, known)
    needed = list(_needs(meetings, findings))
    needs = list(dict.fromkeys(cell["row"] for cell in needed))
    room = [_plain(IN_THE_ROOM, m, str(m.count_present)) for m in meetings if m.count_present]
    rates = {name: _rate([c for c in known[name][1] if c["on"] <= today]) for name in order if name in known}
    tail = [*needs, *([IN_THE_ROOM] if room else [])]
    return Matrix(
        pl.DataFrame([*cells, *needed, *room], schema=CELLS),
        pl.DataFrame({"row": list(rates), "came": list(rates.values())}, schema=RATES),
        (*order, *tail), tuple(heads), tuple(meetings),
    )  # fmt: skip


Known = Mapping[str, tuple[str, list[dict[str, Any]]]]


def _in_order(sections: Mapping[str, Sequence[str]], known: Known) -> tuple[list[str], list[str]]:
    """Section by section, those who are not members last; within one, who came most often first."""
    last = (NO_SECTOR, NOT_MEMBERS)
    names = sorted(sections, key=lambda each: (each in last, last.index(each) if each in last else 0, each))
    heads = [f"{section}:" for section in names] if len(names) > 1 else []
    order: list[str] = []
    for section in names:
        order += heads and [f"{section}:"]
        order += sorted(sections[section], key=lambda name: (-_share(known[name][1]), name))
    return order, heads


def _share(cells: Sequence[Mapping[str, Any]]) -> float:
    known = [cell for cell in cells if cell["word"] != NO_WORD]
    return sum(cell["word"] in (CAME, SUBSTITUTE) for cell in known) / len(known) if known else 0.0


def _rate(cells: Sequence[Mapping[str, Any]]) -> str:
    """At how many of the meetings of which it is known: itself, and through a substitute."""
    words = [cell["word"] for cell in cells]
    known = len(words) - words.count(NO_WORD)
    more = f" +{words.count(SUBSTITUTE)}◐" if SUBSTITUTE in words else ""
    return f"{words.count(CAME)} of {known}{more}" if known else "not known"


def _cell(row: str, meeting: Meeting, word: str, says: str) -> dict[str, Any]:
    on = meeting.meeting_on
    return {"row": row, "meeting": short_day(on), "on": on, "word": word, "mark": word[0], "says": says}


def _plain(row: str, meeting: Meeting, text: str) -> dict[str, Any]:
    return _cell(row, meeting, " ", text) | {"word": "", "mark": text}


def _organisations(
    facts: Facts, meetings: Sequence[Meeting], main_group: str, today: date
) -> Iterator[tuple[str, tuple[str, list[dict[str, Any]]]]]:
    """Each organisation that was expected or came, with its section and its cells."""
    recorded = [{folded(r.organisation): r for r in attendance_of(facts, m)} for m in meetings]
    belong = [
        {folded(o.organisation): o.organisation for o in members(facts, m.meeting_on)} for m in meetings
    ]
    expected = [_expected(facts, m, main_group, there) for m, there in zip(meetings, belong, strict=True)]
    names = {key: row.organisation for of_day in recorded for key, row in of_day.items()}
    names |= {key: name for of_day in expected for key, name in of_day.items()}
    for key, name in names.items():
        cells = []
        for meeting, rows, there in zip(meetings, recorded, expected, strict=True):
            if row := rows.get(key):
                cells.append(_told(name, meeting, row.attendance, row.people))
            elif key in there and meeting.meeting_on <= today:
                cells.append(_cell(name, meeting, NO_WORD, _why_no_word(meeting)))
        if cells:
            is_member = any(key in of_day for of_day in belong)
            yield name, (_sector(facts, key, today) if is_member else NOT_MEMBERS, cells)


def _told(name: str, meeting: Meeting, attendance: str, people: Sequence[str]) -> dict[str, Any]:
    word = WORDS.get(attendance, NO_WORD)
    says = ", ".join(people) if people else word[2:]
    return _cell(name, meeting, word, says if word != NO_WORD else "Listed, but not whether it came.")


def _why_no_word(meeting: Meeting) -> str:
    if not meeting.count_recorded:
        return "No attendance is recorded for this meeting."
    if meeting.listed == "came":
        return "Not on the list of those who came; whether with apologies is not known."
    return "Not on the list of this meeting."


def _expected(
    facts: Facts, meeting: Meeting, main_group: str, belong: Mapping[str, str]
) -> Mapping[str, str]:
    """The members of the day; of another group than the main one those who have a seat in it."""
    if same(meeting.group_name, main_group):
        return belong
    there = seated(seats_on(facts, meeting.meeting_on, meeting.group_name))
    return {key: name for key, name in belong.items() if key in there}


def _sector(facts: Facts, key: str, today: date) -> str:
    known = (facts.organisation_on(each, today).sector for each in facts.organisations_by_name.get(key, ()))
    return next(filter(None, known), NO_SECTOR)


def _people(
    facts: Facts, meetings: Sequence[Meeting]
) -> Iterator[tuple[str, tuple[str, list[dict[str, Any]]]]]:
    """Each holder of a seat, under their organisation."""
    at = {(folded(m.group_name), m.meeting_on): m for m in meetings}
    rows = [r for r in facts.attendance_by_seat if (folded(r.group_name), r.meeting_on) in at]
    for (person, organisation), own in grouped(rows, lambda r: (r.person, r.organisation)).items():
        cells = [_told(person, at[folded(row.group_name), row.meeting_on], row.attendance, ()) for row in own]
        yield person, (organisation or NO_SECTOR, cells)


def _needs(meetings: Sequence[Meeting], findings: Sequence[Finding]) -> Iterator[dict[str, Any]]:
    """A cell for each need of each meeting; not known where its quorum could not be judged."""
    judged = {f.about: f for f in findings if f.needs}
    unknown = {f.about for f in findings if f.status is Status.UNKNOWN}
    whats = dict.fromkeys(need.what for f in judged.values() for need in f.needs)
    for what in whats:
        for meeting in meetings:
            finding = judged.get(about(meeting))
            need = next((n for n in finding.needs if n.what == what), None) if finding else None
            if need:
                word = ENOUGH if need.is_met else TOO_FEW
                yield _cell(f"Quorum: {what}", meeting, word, f"{need.there} there, {need.least} needed")
            elif about(meeting) in unknown:
                yield _cell(f"Quorum: {what}", meeting, NO_WORD, "The quorum of this meeting is not known.")

"""Attendance: how often each organisation comes, and who comes for it."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from kinds.names import folded
from rules.body import Body
from rules.calendar import ONE_DAY, add_months
from rules.coverage import Unlisted, unlisted
from rules.facts import Facts, grouped
from rules.family import Family
from rules.finding import Finding, Rows, Status
from rules.meetings import about, attendance_of, held, too_early
from rules.membership import members
from rules.people import Attendance, Meeting, Seat, SeatAttendance
from rules.terms import Rule, Term, over_time
from rules.words import listed, number


class Expected(Term):
    """Each member organisation, or holder of a seat, attends more than this share of the meetings with a
    known status. Where `substitutes_count` is false a substitute never raises their own rate.
    """

    kind: Literal["expected"]
    more_than: float = Field(ge=0, lt=1)
    by: Literal["organisation", "seat"] = "organisation"
    substitutes_count: bool = False


class Continuity(Term):
    """The same person comes for the organisation, at least at this share of the meetings it attended."""

    kind: Literal["continuity"]
    at_least: float = Field(gt=0, le=1)


class Most(Term):
    """Normally at most so many people for one organisation at a meeting: a note, not a failure."""

    kind: Literal["people per organisation"]
    most: int = Field(gt=0)


class Represented(Term):
    """An organisation that cannot attend sends a substitute; or apologies, where those are enough."""

    kind: Literal["apologies or substitute", "substitute"]

    @property
    def missing(self) -> tuple[str, tuple[str, ...]]:
        """Without what an organisation is missing, and the statuses that show it."""
        if self.kind == "substitute":
            return "a substitute", ("absent", "apologies")
        return "apologies or a substitute", ("absent",)


AttendanceTerm = Annotated[Expected | Continuity | Most | Represented, Field(discriminator="kind")]

NAME = "attendance"
KNOWN = ("present", "substitute", "apologies", "absent")
MONTHS = 12


def judge(body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    """How often each member came in the last twelve months, and who was missing at each meeting."""
    for rule in over_time(FAMILY.of(body)):
        yield from _of_organisations(body, facts, today, rule)
        yield from _of_meetings(body, facts, today, rule)


def _of_organisations(body: Body, facts: Facts, today: date, rule: Rule[AttendanceTerm]) -> Iterator[Finding]:
    """One finding for each member of today, from its own time as a member and that of the rule."""
    term = rule.on(today)
    if term is None or type(term) not in OF_ORGANISATIONS:
        return
    since = max(add_months(today, -MONTHS) + ONE_DAY, rule.first.starts)
    rows = facts.attendance_by_group.get(folded(body.main_group), ())
    if not any(_is_known(row, since, today) for row in rows):
        says = f"No attendance is recorded in the last {MONTHS} months; load the attendance file."
        whose = "Seats" if getattr(term, "by", "") == "seat" else "Member organisations"
        yield Finding(term, NAME, whose, Status.UNKNOWN, says, rows=(Rows.of("attendance"),))
        return
    if isinstance(term, Expected) and term.by == "seat":
        yield from _of_seats(term, facts, since, today)
        return
    by_name = grouped(rows, lambda row: folded(row.organisation))
    meetings = [m for m in held(facts, today, body.main_group) if m.meeting_on >= since]
    for member in members(facts, today):
        own = by_name.get(folded(member.organisation), ())
        of_it = [row for row in own if _is_known(row, since, today) and member.is_member_on(row.meeting_on)]
        expected_at = [m for m in meetings if member.is_member_on(m.meeting_on)]
        without = unlisted(expected_at, {row.meeting_on for row in own})
        yield OF_ORGANISATIONS[type(term)](term, member.organisation, of_it, without)


def _is_known(row: Attendance | SeatAttendance, since: date, today: date) -> bool:
    return row.attendance in KNOWN and since <= row.meeting_on <= today


def _of_seats(term: Expected, facts: Facts, since: date, today: date) -> Iterator[Finding]:
    """One finding for each seat that is held today by somebody named, from the meetings held meanwhile."""
    known = (row for row in facts.attendance_by_seat if _is_known(row, since, today))
    by_holder = grouped(known, _holder)
    for seat in sorted(facts.seats, key=lambda seat: (seat.seat or "", seat.person or "")):
        rows = by_holder.get(_holder(seat), ())
        if rows and seat.is_held_on(today):
            of_group = [m for m in held(facts, today, seat.group_name) if m.meeting_on >= since]
            expected_at = [m for m in of_group if seat.is_held_on(m.meeting_on)]
            without = unlisted(expected_at, {row.meeting_on for row in rows})
            evidence = Rows.of("attendance_by_seat", seat=seat.seat, person=seat.person)
            yield replace(_expected(term, seat.seat or "", rows, without), rows=(evidence,))


def _holder(row: Seat | SeatAttendance) -> tuple[str | None, ...]:
    return row.group_name, row.seat, row.organisation, row.person


def _of_meetings(body: Body, facts: Facts, today: date, rule: Rule[AttendanceTerm]) -> Iterator[Finding]:
    for meeting in held(facts, today, body.main_group):
        term = rule.on(meeting.meeting_on)
        if type(rule.first) in OF_MEETINGS and not rule.had_begun(meeting.meeting_on):
            yield too_early(rule.first, NAME, meeting)
        if type(term) in OF_MEETINGS:
            yield from OF_MEETINGS[type(term)](term, facts, meeting, attendance_of(facts, meeting))


def _expected(
    term: Expected, name: str, rows: Sequence[Attendance | SeatAttendance], without: Unlisted
) -> Finding:
    """`without`: meetings with a list that does not have them. What is not known decides nothing."""
    if not rows and without == Unlisted():
        says = f"Not expected at any meeting with recorded attendance in the last {MONTHS} months."
        return _of_organisation(term, name, Status.UNKNOWN, says)
    count = Counter(row.attendance for row in rows)
    came = count["present"] + (count["substitute"] if term.substitutes_count else 0)
    known = len(rows) + without.stayed_away
    least, most = came / (known + without.unknown), (came + without.unknown) / (known + without.unknown)
    says = f"{came} of {number(known, 'meeting')} in the last {MONTHS} months{_apart(term, count)}."
    if least <= term.more_than < most:
        says += f" {number(without.unknown, 'list')} without them: say whether it has everyone or who came."
        return _of_organisation(term, name, Status.UNKNOWN, says)
    status = Status.MET if least > term.more_than else Status.NOT_MET
    return _of_organisation(term, name, status, says, came / known, term.more_than)


def _apart(term: Expected, count: Mapping[str, int]) -> str:
    """Substitutes are told apart, whether they count or not."""
    if not count["substitute"]:
        return ""
    return f", {count['substitute']} {'of them' if term.substitutes_count else 'more'} by a substitute"


def _continuity(term: Continuity, name: str, rows: Sequence[Attendance], _: Unlisted) -> Finding:
    attended = [row for row in rows if row.people]
    if not attended:
        says = f"Nobody is recorded by name in the last {MONTHS} months."
        return _of_organisation(term, name, Status.UNKNOWN, says)
    people = Counter(person for row in attended for person in set(map(folded, row.people)))
    most = max(people.values())
    meetings = f"{most} of the {len(attended)} meetings" if len(attended) > 1 else "the one meeting"
    says = f"The same person came to {meetings} attended."
    status = Status.MET if most / len(attended) >= term.at_least else Status.NOT_MET
    return _of_organisation(term, name, status, says, most / len(attended), term.at_least)


def _of_organisation(
    term: Term, name: str, status: Status, says: str, value: float | None = None, limit: float | None = None
) -> Finding:
    rows = (Rows.of("attendance_by_organisation", organisation=name),)
    unit = "share of meetings" if value is not None else ""
    return Finding(term, NAME, name, status, says, None, value, limit, unit, rows)


def _most(term: Most, facts: Facts, meeting: Meeting, rows: Sequence[Attendance]) -> Iterator[Finding]:
    """A note where more came than is normal: whether the circumstances allow it is not known."""
    for row in rows:
        if len(row.people) > term.most:
            says = (
                f"{len(row.people)} people came for {row.organisation} where up to {term.most} is normal; "
                "certain circumstances allow more."
            )
            yield _of_meeting(term, meeting, Status.UNKNOWN, says, len(row.people), term.most, "people")


def _represented(
    term: Represented, facts: Facts, meeting: Meeting, rows: Sequence[Attendance]
) -> Iterator[Finding]:
    """One finding for each meeting, ready for the chair's letter."""
    expected = {folded(member.organisation) for member in members(facts, meeting.meeting_on)}
    known = {folded(row.organisation) for row in rows if row.attendance in KNOWN}
    if not known:
        yield _of_meeting(term, meeting, Status.UNKNOWN, "No attendance is recorded for this meeting.")
        return
    lacked, shown_by = term.missing
    missing = [
        r.organisation for r in rows if r.attendance in shown_by and folded(r.organisation) in expected
    ]
    status, says = Status.MET, f"No organisation was absent without {lacked}."
    if silent := len(expected - known):
        status = Status.UNKNOWN
        says = (
            f"Nothing is recorded for {number(silent, 'member organisation')}; complete the attendance file."
        )
    if missing:
        were = "was" if len(missing) == 1 else "were"
        says = f"{number(len(missing), 'organisation')} {were} absent without {lacked}: {listed(missing)}."
        status = Status.NOT_MET
    yield _of_meeting(term, meeting, status, says, len(missing), 0, "organisations")


def _of_meeting(
    term: Term, meeting: Meeting, status: Status, says: str,
    value: float | None = None, limit: float | None = None, unit: str = "",
) -> Finding:  # fmt: skip
    rows = (Rows.of("attendance", group_name=meeting.group_name, meeting_on=meeting.meeting_on),)
    return Finding(term, NAME, about(meeting), status, says, meeting.meeting_on, value, limit, unit, rows)


def shares(findings: Sequence[Finding]) -> list[Finding]:
    """What is said of the share of meetings that an organisation or the holder of a seat is to attend."""
    return [finding for finding in FAMILY.among(findings) if isinstance(finding.term, Expected)]


OF_ORGANISATIONS: Mapping[type, Callable[..., Finding]] = {Expected: _expected, Continuity: _continuity}
OF_MEETINGS: Mapping[type, Callable[..., Iterator[Finding]]] = {Most: _most, Represented: _represented}

FAMILY: Family[AttendanceTerm] = Family(
    NAME,
    "Attendance",
    ("rule on attendance", "rules on attendance"),
    AttendanceTerm,
    judge,
    page="attendance",
)

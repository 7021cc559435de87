"""What the store knows of one body, as plain records: all that a rule may look at besides the terms.

Each field is a mart (`store/sql/marts/`), each record one row of it. What rules look for again and again,
such as the meetings of a group, is grouped once, under names as they are compared (`kinds.names.folded`).
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property
from typing import Any, Protocol, TypeVar

from kinds import KIND
from kinds.names import folded
from kinds.wording import core, kind_of_decision
from rules.people import Attendance, Group, Meeting, Organisation, Seat, SeatAttendance, Span
from rules.records import (
    Action,
    Chosen,
    Coverage,
    Decision,
    Duty,
    Outcome,
    Payment,
    Pledge,
    Progress,
    Publication,
)

Row = TypeVar("Row")
Key = TypeVar("Key")


class Frame(Protocol):
    """The part of a Polars frame that is needed here."""

    def to_dicts(self) -> list[dict[str, Any]]: ...


@dataclass(frozen=True)
class Facts:
    """Everything known of one body, one tuple of records per mart."""

    organisations: tuple[Organisation, ...] = ()
    seats: tuple[Seat, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    attendance_by_organisation: tuple[Attendance, ...] = ()
    attendance_by_seat: tuple[SeatAttendance, ...] = ()
    actions: tuple[Action, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    pledge_progress: tuple[Progress, ...] = ()
    decisions: tuple[Decision, ...] = ()
    payments: tuple[Payment, ...] = ()
    groups: tuple[Group, ...] = ()
    duties: tuple[Duty, ...] = ()
    publications: tuple[Publication, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    organisation_history: tuple[Span, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    interpretations: tuple[Chosen, ...] = ()

    @classmethod
    def of(cls, frames: Mapping[str, Frame]) -> "Facts":
        """Facts from one frame per mart, whose columns are the fields of the record and `body`."""
        return cls(**{mart: _records(RECORDS[mart], frame) for mart, frame in frames.items()})

    @cached_property
    def organisations_by_name(self) -> Mapping[str, Sequence[Organisation]]:
        return grouped(self.organisations, lambda row: folded(row.organisation))

    @cached_property
    def spans_by_organisation(self) -> Mapping[str, Sequence[Span]]:
        return grouped(self.organisation_history, lambda row: folded(row.organisation))

    @cached_property
    def names_by_name(self) -> Mapping[str, Collection[str]]:
        """All names of the organisation that a name means: its own goes before another's other name, and an
        other name that two have means neither.
        """
        own = {folded(each.organisation): each.names for each in self.organisations}
        named = [(folded(name), each.names) for each in self.organisations for name in each.names[1:]]
        others = grouped(named, lambda pair: pair[0])
        return {name: pairs[0][1] for name, pairs in others.items() if len(pairs) == 1} | own

    def names_of(self, organisation: str | None) -> Collection[str]:
        """What an organisation may be called in a text, by any of its names; none where it has no name."""
        return self.names_by_name.get(folded(organisation)) or ({organisation} if organisation else ())

    def organisation_on(self, organisation: Organisation, on: date) -> Organisation:
        """The organisation as it was on a day; as it is where nothing else is told."""
        for span in self.spans_by_organisation.get(folded(organisation.organisation), ()):
            if span.valid_from <= on <= span.valid_to:
                return replace(
                    organisation, sector=span.sector, membership=span.membership, joined_on=span.joined_on,
                    left_on=span.left_on, turnover_gbp=span.turnover_gbp, file=span.file, line=span.line,
                )  # fmt: skip
        return organisation

    @cached_property
    def coverage_by_kind(self) -> Mapping[str, Coverage]:
        return {row.kind: row for row in self.coverage}

    def covered_to(self, kind: str) -> date | None:
        """The day up to which what no file has of a kind is not there; None where no file is whole of it.

        A kind that no file is whole of by itself is covered as far as one says that it is.
        """
        told = self.coverage_by_kind.get(kind)
        if told is None or KIND[kind].whole is None:
            return told.complete_to if told else None
        return max(told.as_at, told.complete_to or told.as_at)

    @cached_property
    def seats_by_group(self) -> Mapping[str, Sequence[Seat]]:
        return grouped(self.seats, lambda row: folded(row.group_name))

    @cached_property
    def seats_by_organisation(self) -> Mapping[str, Sequence[Seat]]:
        return grouped(self.seats, lambda row: folded(row.organisation))

    @cached_property
    def meetings_in_order(self) -> Sequence[Meeting]:
        """All meetings, the oldest first."""
        return sorted(self.meetings, key=lambda row: (row.meeting_on, row.group_name))

    @cached_property
    def meetings_by_group(self) -> Mapping[str, Sequence[Meeting]]:
        """The meetings of each group, the oldest first."""
        return grouped(self.meetings_in_order, lambda row: folded(row.group_name))

    @cached_property
    def attendance_by_group(self) -> Mapping[str, Sequence[Attendance]]:
        """Who came to the meetings of each group, by day and then by organisation."""
        rows = sorted(self.attendance_by_organisation, key=lambda row: (row.meeting_on, row.organisation))
        return grouped(rows, lambda row: folded(row.group_name))

    @cached_property
    def attendance_by_meeting(self) -> Mapping[tuple[str, date], Sequence[Attendance]]:
        """Who came to one meeting, by group and day; in the order of the organisations."""
        rows = (row for of_group in self.attendance_by_group.values() for row in of_group)
        return grouped(rows, lambda row: (folded(row.group_name), row.meeting_on))

    @cached_property
    def progress_by_pledge(self) -> Mapping[str, Sequence[Progress]]:
        """The updates of each pledge, the oldest first."""
        rows = sorted(self.pledge_progress, key=lambda row: row.as_at)
        return grouped(rows, lambda row: folded(row.pledge_reference))

    @cached_property
    def decisions_by_kind(self) -> Mapping[str, Sequence[Decision]]:
        """By the kind that rules look for, however it is written; by what is written where it is none."""
        return grouped(self.decisions, _kind_of)

    @cached_property
    def duties_by_core(self) -> Mapping[frozenset[str], Sequence[Duty]]:
        """By the words that tell one duty from another, however it is written (`kinds.wording.core`)."""
        return grouped(self.duties, lambda row: core(row.duty))

    @cached_property
    def duties_by_period(self) -> Mapping[tuple[frozenset[str], str], Sequence[Duty]]:
        """What was done of a duty for a period, or for whatever else its period names."""
        return grouped(self.duties, lambda row: (core(row.duty), folded(row.period)))


def _kind_of(decision: Decision) -> str:
    return kind_of_decision(decision.kind, decision.decision) or folded(decision.kind)


RECORDS: Mapping[str, type] = {
    field.name: record
    for field, record in zip(
        fields(Facts),
        (Organisation, Seat, Meeting, Attendance, SeatAttendance, Action, Pledge, Progress, Decision, Payment,
         Group, Duty, Publication, Outcome, Span, Coverage,
         Chosen),
        strict=True,
    )
}  # fmt: skip


def grouped(rows: Iterable[Row], key: Callable[[Row], Key]) -> Mapping[Key, Sequence[Row]]:
    """The rows under each key, in the order in which they come."""
    found: dict[Key, list[Row]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return found


def _records(record: type, frame: Frame) -> tuple[Any, ...]:
    known = [field.name for field in fields(record)]
    return tuple(record(**{name: row[name] for name in known}) for row in frame.to_dicts())

"""What the store knows of one body, as plain records: the only thing a rule may look at besides the terms.

Each record is one row of the mart of the same name (`store/sql/marts/`), field for column;
`file` and `line` say where the row was loaded from.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any, Protocol


class Frame(Protocol):
    """The part of a Polars frame that is needed here."""

    def to_dicts(self) -> list[dict[str, Any]]: ...


@dataclass(frozen=True)
class Organisation:
    """`membership` is member, observer, applicant or former; `turnover_gbp` is None when nobody gave it."""

    organisation: str
    sector: str | None
    membership: str
    joined_on: date | None
    left_on: date | None
    turnover_gbp: Decimal | None
    charity_number: str | None
    signed_terms: bool | None
    file: str
    line: int

    def is_member_on(self, day: date) -> bool:
        """A member from the day of joining to the day of leaving, both included; no date means no limit."""
        return (
            self.membership in ("member", "former")
            and (self.joined_on is None or self.joined_on <= day)
            and (self.left_on is None or day <= self.left_on)
            and (self.membership == "member" or self.left_on is not None)
        )


@dataclass(frozen=True)
class Seat:
    """One holding of a seat. `status` is filled, unconfirmed or vacant."""

    group_name: str
    seat: str | None
    organisation: str | None
    person: str | None
    role: str
    primary_contact: bool | None
    deputy_for: str | None
    from_on: date | None
    to_on: date | None
    status: str
    sector: str | None
    file: str
    line: int

    def is_held_on(self, day: date) -> bool:
        return (self.from_on is None or self.from_on <= day) and (self.to_on is None or day <= self.to_on)


@dataclass(frozen=True)
class Meeting:
    """One meeting of one group, with the organisations that came, each in one list only.

    `members`: member organisations whose own representative was present, in the room or remotely;
    `deputies`: present only through a substitute nominated as named deputy;
    `substitutes`: present only through some other substitute;
    `observers`: organisations in attendance that are not members on that day (observer, applicant, former);
    `others`: attended, but not on the roster.
    `count_recorded` counts attendance rows with a known status, `count_present` the people who came.
    `recorded` is False for a meeting known only from its attendance.
    """

    group_name: str
    meeting_on: date
    kind: str | None
    papers_sent_on: date | None
    minutes_sent_on: date | None
    chaired_by: str | None
    recorded: bool
    count_recorded: int
    count_present: int
    members: list[str]
    deputies: list[str]
    substitutes: list[str]
    observers: list[str]
    others: list[str]
    file: str
    line: int


@dataclass(frozen=True)
class Attendance:
    """One organisation at one meeting.

    `attendance` is the best status of its people: present (in the room or remotely), then substitute,
    apologies, absent, not recorded. `people` are those who came, substitutes included.
    """

    group_name: str
    meeting_on: date
    organisation: str
    attendance: str
    people: list[str]
    file: str
    line: int


@dataclass(frozen=True)
class SeatAttendance:
    """The named holder of a seat at one meeting held meanwhile.

    `attendance` is their own status, present (in the room or remotely), apologies, absent or not recorded,
    or substitute where somebody came in their place.
    """

    group_name: str
    meeting_on: date
    seat: str
    organisation: str | None
    person: str
    attendance: str
    file: str
    line: int


@dataclass(frozen=True)
class Action:
    """`status` is open, in progress, complete or withdrawn."""

    reference: str
    raised_on: date | None
    group_name: str
    action: str
    organisation: str | None
    person: str | None
    due_on: date | None
    due_at_next_meeting: bool
    status: str
    completed_on: date | None
    shared_with_board_on: date | None
    file: str
    line: int


@dataclass(frozen=True)
class Pledge:
    """A partner's promise. `baseline` and `target` are in the unit of `measure`."""

    reference: str
    organisation: str
    theme: str | None
    pledge: str
    measure: str | None
    baseline: float | None
    target: float | None
    start_on: date | None
    due_on: date | None
    file: str
    line: int


@dataclass(frozen=True)
class Progress:
    """One update of a pledge. `progress_share` runs from 0 to 1; `rag` is the partner's own.

    `suppressed` names the columns that are None because their count is too small to be shown, None for none.
    """

    pledge_reference: str
    as_at: date
    progress_share: float | None
    rag: str | None
    value: float | None
    young_people_reached: int | None
    note: str | None
    evidence: str | None
    file: str
    line: int
    suppressed: list[str] | None


@dataclass(frozen=True)
class Decision:
    reference: str
    group_name: str
    meeting_on: date
    decision: str
    kind: str | None
    method: str | None
    votes_for: int | None
    votes_against: int | None
    votes_abstained: int | None
    consent_needed_from: str | None
    consent_given_by: str | None
    ratified_on: date | None
    file: str
    line: int


@dataclass(frozen=True)
class Payment:
    """`financial_year` is written 2025/26; `amount_gbp` is negative for a refund."""

    organisation: str
    financial_year: str
    paid_on: date | None
    amount_gbp: Decimal
    reference: str | None
    file: str
    line: int


@dataclass(frozen=True)
class Group:
    group_name: str
    kind: str | None
    lead_organisation: str | None
    agreed_on: date | None
    reviewed_on: date | None
    last_report_on: date | None
    ends_on: date | None
    ended_on: date | None
    file: str
    line: int


@dataclass(frozen=True)
class Duty:
    """Something the terms ask for and somebody did, matched to a term by the name of the duty."""

    duty: str
    period: str | None
    done_on: date | None
    note: str | None
    document: str | None
    file: str
    line: int


@dataclass(frozen=True)
class Publication:
    """`published_on` is the first of the month where the source gives only the month (`month_only`)."""

    title: str
    kind: str | None
    theme: str | None
    signed_off_on: date | None
    published_on: date | None
    month_only: bool
    link: str | None
    file: str
    line: int


@dataclass(frozen=True)
class Outcome:
    """`suppressed` names the columns that are None because a count is too small to show, None for none."""

    measure: str
    cohort: str | None
    period: str
    numerator: int | None
    denominator: int | None
    value: float | None
    comparator: float | None
    file: str
    line: int
    suppressed: list[str] | None


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

    @classmethod
    def of(cls, frames: Mapping[str, Frame]) -> "Facts":
        """Facts from one frame per mart, whose columns are the fields of the record and `body`."""
        return cls(**{mart: _records(RECORDS[mart], frame) for mart, frame in frames.items()})


RECORDS: Mapping[str, type] = {
    field.name: record
    for field, record in zip(
        fields(Facts),
        (Organisation, Seat, Meeting, Attendance, SeatAttendance, Action, Pledge, Progress, Decision, Payment,
         Group, Duty, Publication, Outcome),
        strict=True,
    )
}  # fmt: skip


def _records(record: type, frame: Frame) -> tuple[Any, ...]:
    known = [field.name for field in fields(record)]
    return tuple(record(**{name: row[name] for name in known}) for row in frame.to_dicts())

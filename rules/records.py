"""Records of what was promised, decided, paid and done: each one row of a mart, field for column.

`file` and `line` say where the row was loaded from.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


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
    """`conflicted` names who declared a conflict of interest in it, people or organisations."""

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
    conflicted: str | None
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
class Coverage:
    """The latest days that whole files of a kind show, and up to which one says that it is complete."""

    kind: str
    as_at: date
    complete_to: date | None


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
class Chosen:
    """How the secretariat chose to read the entries of a rule that ask this question.

    `from_on`: since when it is read so; None for as long as the entry holds.
    """

    rule: str
    question: str | None
    reading: str
    why: str
    chosen_by: str
    chosen_on: date
    from_on: date | None
    file: str
    line: int

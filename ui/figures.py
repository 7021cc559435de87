"""The figures of one partner, in the words that it confirms or queries, and what was said of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import polars as pl

from kinds.names import same
from rules import Body, Facts, Finding, Status
from rules import actions as action_rules
from rules import attendance as attendance_rules
from rules import fee as fee_rules
from rules import pledges as pledge_rules
from rules.facts import grouped
from rules.records import Pledge, Progress
from rules.updates import updates_of
from rules.words import day, number
from ui.frames import concerning
from ui.words import shortened

SAID = {"confirmed": "Confirmed", "queried": "Queried", "proposed": "New figures proposed"}
OVER = (Status.MET, Status.NOT_APPLICABLE)


@dataclass(frozen=True)
class Figure:
    """One thing that a partner can respond to.

    `about` and `reference` tell which, as the kind responses has them; `says` is the figure as the record
    keeps it, without any number that may be hidden from some; `report` is what the partner reads besides,
    sentence by sentence; `numbers` are those of a pledge's last update, column → text.
    """

    about: str
    reference: str | None
    title: str
    says: str
    findings: tuple[Finding, ...] = ()
    as_at: date | None = None
    report: tuple[str, ...] = ()
    numbers: Mapping[str, str] = field(default_factory=dict)


def pledges(body: Body, facts: Facts, findings: Sequence[Finding], today: date) -> list[Figure]:
    """The pledges of these facts, in their order, each with its last update by today and its verdict."""
    judged = grouped(pledge_rules.FAMILY.among(findings), lambda finding: finding.subject("reference"))
    return [_pledge(body, facts, judged.get(made.reference, ()), today, made) for made in facts.pledges]


def attendance(findings: Sequence[Finding]) -> list[Figure]:
    """Each share of meetings that an expectation is held against, and who came."""
    rates = attendance_rules.shares(findings)
    others = tuple(f for f in attendance_rules.FAMILY.among(findings) if f not in rates)
    return [
        Figure("attendance", seat, _attended(seat), f.says, (f, *(() if seat else others)))
        for f in rates
        for seat in [f.subject("seat")]
    ]


def actions(facts: Facts, findings: Sequence[Finding]) -> list[Figure]:
    """The actions that are not over."""
    judged = {f.subject("reference"): f for f in action_rules.FAMILY.among(findings)}
    return [
        Figure("action", a.reference, f"{a.reference}: {a.action}", f.says, (f,))
        for a in facts.actions
        if (f := judged.get(a.reference)) and f.status not in OVER
    ]


def fees(findings: Sequence[Finding]) -> list[Figure]:
    """What is owed and paid for the newest financial year, and for any other that is not settled."""
    owed = sorted(fee_rules.FAMILY.among(findings), key=lambda f: f.on or date.min, reverse=True)
    return [
        Figure("fee", year, f"Fee for {year}" if year else "Fee", f.says, (f,))
        for place, f in enumerate(owed)
        if place == 0 or f.status not in OVER
        for year in [f.subject("financial_year")]
    ]


def of_partner(
    body: Body, facts: Facts, findings: Sequence[Finding], today: date, partner: str
) -> dict[str, list[Figure]]:
    """All that a partner can respond to, by the heading it stands under.

    `facts`, `findings`: of the partner, or of all; verdicts on seats that it may see are its own.
    """
    seats = [f for f in findings if f.subject("seat")]
    mine = [*concerning(findings, facts, partner), *seats]
    return {
        "Pledges": pledges(body, facts, mine, today),
        "Attendance": attendance(mine),
        "Actions, open and overdue": actions(facts, mine),
        "Fee": fees(mine),
    }


def promised(
    rows: Sequence[Mapping[str, Any]], body: Body, facts: Facts, findings: Sequence[Finding], today: date
) -> list[Mapping[str, Any]]:
    """The queries that were accepted and whose figure is still what it was: rows of the mart responses."""
    accepted = [row for row in rows if (row["response"], row["answer"]) == ("queried", "accepted")]
    return [
        row
        for row in accepted
        for made in of_partner(body, facts, findings, today, row["organisation"]).values()
        if any(words_on([row], figure) for figure in made)
    ]


def words_on(responses: Sequence[Mapping[str, Any]], figure: Figure) -> list[Mapping[str, Any]]:
    """What the partner said of a figure as it stands now, the newest first: rows of the mart responses."""
    said = [
        row
        for row in responses
        if row["about"] == figure.about and same(row["reference"], figure.reference) and _holds(row, figure)
    ]
    return sorted(said, key=lambda row: (row["said_on"], row["file"], row["line"]), reverse=True)


def said_of_pledges(
    body: Body, facts: Facts, findings: Sequence[Finding], responses: pl.DataFrame, today: date
) -> dict[str, str]:
    """What partners said last of their pledges as they stand now, in a sentence, by reference.

    `responses`: rows of the mart of that name.
    """
    said = grouped(responses.to_dicts(), lambda row: row["organisation"])
    made = zip(facts.pledges, pledges(body, facts, findings, today), strict=True)
    return {
        pledge.reference: in_words(found[0])
        for pledge, figure in made
        if (found := words_on(said.get(pledge.organisation, ()), figure))
    }


def in_words(row: Mapping[str, Any], whom: str = "the partner") -> str:
    """A response and its answer in a sentence: Queried by the partner on 9 December 2026."""
    said = f"{SAID[row['response']]} by {whom} on {day(row['said_on'])}"
    if not row["answer"]:
        return f"{said}."
    on = f" on {day(row['answered_on'])}" if row["answered_on"] else ""
    return f"{said}, {row['answer']} by the secretariat{on}."


def is_waiting(row: Mapping[str, Any]) -> bool:
    """Whether a response asks something that nobody has answered."""
    return row["response"] != "confirmed" and row["answer"] is None


def typed(column: str, value: Any) -> str | None:
    """A value as somebody types it into the template."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    return f"{value * 100:.10g}%" if column == "progress_share" else f"{value:.12g}"


def _pledge(body: Body, facts: Facts, judged: Sequence[Finding], today: date, made: Pledge) -> Figure:
    updates = updates_of(made, facts, today)
    last = updates[-1] if updates else None
    return Figure(
        "pledge",
        made.reference,
        f"{made.reference}: {shortened(made.pledge, 120)}",
        f"Updated on {day(last.as_at)}, rated {last.rag or 'none'}." if last else "No update yet.",
        tuple(judged),
        last.as_at if last else None,
        (_reported(last, made), *_dates(body, made, last, today)),
        _numbers(last) if last else {},
    )


def _attended(seat: str | None) -> str:
    return f"Meetings attended by your {seat}" if seat else "Meetings attended by your organisation"


def _numbers(update: Progress) -> dict[str, str]:
    values = {name: getattr(update, name) for name in ("progress_share", "rag", "value")}
    return {name: text for name, value in values.items() if (text := typed(name, value))}


def _reported(last: Progress | None, pledge: Pledge) -> str:
    if last is None:
        return "No update is on record yet."
    parts = [f"rated {last.rag}"] if last.rag not in (None, "none") else ["not rated"]
    if last.progress_share is not None:
        parts.insert(0, f"{last.progress_share:.0%} done")
    if last.value is not None:
        parts.append(f"{pledge.measure or 'value'}: {last.value:g}")
    if last.young_people_reached is not None:
        parts.append(number(last.young_people_reached, "young person", "young people") + " reached")
    if last.suppressed:
        parts.append("numbers too small to be shown are left out")
    return f"Your update of {day(last.as_at)}: {'; '.join(parts)}."


def _dates(body: Body, pledge: Pledge, last: Progress | None, today: date) -> Iterator[str]:
    """When the next update is asked for, and when the pledge is due."""
    if asked := pledge_rules.next_update(body, pledge, last, today):
        yield f"Next update by {day(asked)}."
    if pledge.due_on:
        yield f"Due by {day(pledge.due_on)}."


def _holds(row: Mapping[str, Any], figure: Figure) -> bool:
    """Whether a response is about the figure as it stands, or proposes one that is not overtaken."""
    if row["response"] == "proposed":
        return row["answer"] is None or figure.as_at is None or row["as_at"] >= figure.as_at
    return bool(row["figure"] == figure.says and row["as_at"] == figure.as_at and row["stands"])

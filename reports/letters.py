"""Letters that a verdict asks for: drafted, addressed from the roster, and never sent by themselves."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from reports.mail import Mail
from rules import Body, Facts, Finding, Status, attendance, fee, pledges
from rules.calendar import add_months
from rules.facts import grouped
from rules.meetings import attendance_of, held
from rules.membership import members
from rules.standing import NO_NEWS
from rules.words import day, listed

ABSENT, FEE, UPDATE, ANSWER = (
    "Absent without apologies", "Fee reminder", "Pledge update asked for", "Query answered",
)  # fmt: skip
Addresses = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True)
class Letter:
    """One letter: of which kind, to which organisation, of what, and what it says."""

    kind: str
    organisation: str
    subject: str
    mail: Mail


def letters(
    body: Body,
    facts: Facts,
    findings: Sequence[Finding],
    responses: Iterable[Mapping[str, Any]],
    addresses: Addresses,
    today: date,
) -> list[Letter]:
    """All that can be written on a day. `addresses`: to whom one writes at an organisation; `responses`: what
    partners said, as `responses_in_full` has it.
    """
    drafts = [
        *_absent(body, facts, findings, today), *_fees(body, findings), *_updates(body, facts, findings),
        *_answers(body, responses, today),
    ]  # fmt: skip
    return [
        Letter(
            kind, name, subject, Mail(f"{body.short}: {subject}", _letter(body, says), (), addresses(name))
        )
        for kind, name, subject, says in drafts
    ]


Draft = tuple[str, str, str, Sequence[str]]


def _letter(body: Body, says: Sequence[str]) -> tuple[str, ...]:
    return ("Dear colleague,", *says, "Yours sincerely,", f"The secretariat, {body.name}")


def _absent(body: Body, facts: Facts, findings: Sequence[Finding], today: date) -> Iterator[Draft]:
    """To each member whose list of the last meeting says that it was absent and sent no apologies."""
    past = held(facts, today, body.main_group)
    rows = attendance_of(facts, past[-1]) if past else ()
    clause = _clause(body, attendance.FAMILY.among(findings))
    roster = {member.organisation for member in members(facts, today)}
    for row in rows:
        if row.attendance == "absent" and row.organisation in roster:
            on = day(row.meeting_on)
            yield ABSENT, row.organisation, f"the meeting on {on}", (
                f"Nobody came for {row.organisation} to the meeting of {body.main_group} on {on}, and no "
                f"apologies are on record.{clause}",
                "Please send apologies, or somebody in your place, to the next meeting. If the record is not "
                "right, please tell us and it will be put right.",
            )  # fmt: skip


def _fees(body: Body, findings: Sequence[Finding]) -> Iterator[Draft]:
    for f in fee.FAMILY.among(findings):
        if f.status is Status.OVERDUE and (name := f.subject("organisation")):
            yield FEE, name, f"the fee, {f.about.rsplit(', ', 1)[-1]}", (
                f"{f.about}: {f.says}{_clause(body, [f])}",
                "Please pay what is open, or tell us if the record is not right.",
            )  # fmt: skip


def _updates(body: Body, facts: Facts, findings: Sequence[Finding]) -> Iterator[Draft]:
    """One letter to each partner, with all its pledges of which there is no news."""
    quiet = {f.subject("reference"): f for f in pledges.FAMILY.among(findings) if f.word == NO_NEWS}
    asked_of = grouped((p for p in facts.pledges if p.reference in quiet), lambda p: p.organisation)
    for name, those in asked_of.items():
        clause = _clause(body, [quiet[p.reference] for p in those])
        yield UPDATE, name, f"news of {listed(p.reference for p in those)}", (
            f"We have had no news of these pledges of {name} for some time.{clause}",
            *(f"{p.reference}, {p.pledge}: {quiet[p.reference].says}" for p in those),
            "Please tell us how far each has come, even if nothing has changed.",
        )  # fmt: skip


def _answers(body: Body, responses: Iterable[Mapping[str, Any]], today: date) -> Iterator[Draft]:
    """To each partner whose query was answered within the last month."""
    for row in responses:
        answered = row["answered_on"] or today
        if row["answer"] is None or not add_months(today, -1) <= answered <= today:
            continue
        what = ", ".join(filter(None, (row["about"], row["reference"])))
        note = f" {row['answer_note']}" if row["answer_note"] else ""
        asked = f" You wrote: “{row['note']}”" if row["note"] else ""
        yield ANSWER, row["organisation"], f"your word on {what}", (
            f"On {day(row['said_on'])} you {row['response']} a figure of yours ({what}).{asked}",
            f"It was {row['answer']}{f' on {day(on)}' if (on := row['answered_on']) else ''}.{note}",
        )  # fmt: skip


def _clause(body: Body, findings: Sequence[Finding]) -> str:
    """By which clause it is asked for; nothing where no document does."""
    asked = [f for f in findings if f.term.source_file and not getattr(f.term, "house_default", False)]
    clauses = sorted({f.clause for f in asked})
    return f" See {body.title}, {listed(clauses)}." if clauses else ""

"""Fees: what each organisation owes and has paid, year by year."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from rules import Finding, Status
from rules.calendar import financial_year
from rules.facts import grouped
from rules.fee import IN_ADVANCE, NONE_OWED, NOT_PAID, PAID, PART_PAID, WAIVED
from rules.words import money, number
from ui.words import NO_BREAK

UNSETTLED = (Status.OVERDUE, Status.DUE)
STILL_OWED = "Still owed"


def years(findings: Sequence[Finding]) -> list[str]:
    """The financial years that the findings are about, the oldest first."""
    return sorted({str(year) for f in findings if (year := f.subject("financial_year"))})


def by_year(findings: Sequence[Finding], today: date) -> pl.DataFrame:
    """One row per organisation: how each year stands, in words, and what is still owed; who owes most first.

    Columns: Organisation, one for each year, Still owed (Utf8, null where nothing is).
    """
    known = years(findings)
    named = [f for f in findings if f.subject("organisation") and _year_of(f) in known]
    by_name = grouped(named, lambda f: str(f.subject("organisation")))
    owing = {name: sum(map(owed, those)) for name, those in by_name.items()}
    rows = [
        dict[str, str | None](Organisation=name)
        | {_year_of(f): in_words(f, today) for f in by_name[name]}
        | {STILL_OWED: money(owing[name]) if owing[name] else None}
        for name in sorted(by_name, key=lambda name: (-owing[name], name))
    ]
    columns = ["Organisation", *known, STILL_OWED]
    return pl.DataFrame(
        [{column: row.get(column) for column in columns} for row in rows],
        schema=dict.fromkeys(columns, pl.Utf8),
    )


def _year_of(finding: Finding) -> str:
    """The year of a verdict, also where its rows do not name one, as where the band is not known."""
    return str(finding.subject("financial_year") or finding.about.rsplit(", ", 1)[-1])


def owed(finding: Finding) -> float:
    """What is still to be paid of one year, in pounds."""
    is_open = finding.status in UNSETTLED and finding.limit is not None
    return (finding.limit or 0.0) - (finding.value or 0.0) if is_open else 0.0


def in_words(finding: Finding, today: date) -> str:
    """How one year stands: what came in, a word and its mark, and how late it is."""
    paid, limit = money(finding.value or 0), money(finding.limit or 0)
    says = {
        PAID: f"{paid} paid ✓", PART_PAID: f"{paid} of {limit} paid ◔", NOT_PAID: f"{limit} not paid ○",
        WAIVED: "Waived –", IN_ADVANCE: "Paid in advance ✓", NONE_OWED: "None owed –",
    }.get(finding.word, "Not known ?")  # fmt: skip
    says = NO_BREAK.join(says.rsplit(" ", 1))
    return f"{says}, {late(finding, today)}" if finding.status is Status.OVERDUE else says


def late(finding: Finding, today: date) -> str:
    """For how long the year has been over."""
    ended = financial_year(str(finding.subject("financial_year"))).last
    return f"{number((today - ended).days, 'day')} late{NO_BREAK}!"


def message(findings: Sequence[Finding]) -> str:
    """How much of the newest year has come in, and how many fees of earlier years are late."""
    late_ones = sum(f.status is Status.OVERDUE for f in findings)
    parts = [f"{number(late_ones, 'fee')} of earlier years late"] if late_ones else []
    judged = [f for f in findings if f.limit is not None]
    if judged:
        newest = max(str(f.subject("financial_year")) for f in judged)
        of_it = [f for f in judged if f.subject("financial_year") == newest]
        paid, owes = sum(f.value or 0 for f in of_it), sum(f.limit or 0 for f in of_it)
        parts = [f"{money(paid)} of {money(owes)} has come in for {newest}", *parts]
    return "; ".join(parts) or "No fee band is known"

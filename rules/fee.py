"""Fee: what each member owes for a financial year, and what came in."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from kinds.names import folded
from rules.body import Body
from rules.calendar import Year, add_months, financial_year, year_of
from rules.coverage import held_back, not_covered
from rules.facts import Facts
from rules.family import Family
from rules.finding import Finding, Rows, Status
from rules.membership import no_members
from rules.people import Organisation
from rules.received import Paid, Received, received
from rules.terms import Rule, Term, in_force, over_time
from rules.words import day, money, number


class Bands(Term):
    """A yearly fee by turnover, in pounds, from the financial year that begins on 1 April `first_year`.

    The document covers a turnover over and under `boundary_gbp`; exactly at it, `at_boundary` decides.
    A payment of £0 whose reference says that it was waived settles its year.
    """

    kind: Literal["bands"]
    boundary_gbp: Decimal
    over_gbp: Decimal
    under_gbp: Decimal
    first_year: int
    at_boundary: Literal["unknown", "over", "under"] = "unknown"
    observers_pay: bool = False


class NoFee(Term):
    """The document says that there is no fee."""

    kind: Literal["none"]


FeeTerm = Annotated[Bands | NoFee, Field(discriminator="kind")]

NAME = "fee"
YEARS_BACK = 3


# how it stands, in the family's own words; how late it is, its status says
PAID, PART_PAID, NOT_PAID, WAIVED, IN_ADVANCE, NONE_OWED = (
    "paid", "part paid", "not paid", "waived", "in advance", "none owed",
)  # fmt: skip


def judge(body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    """What each member owes and paid this financial year and the three before, by each year's own terms."""
    for rule in over_time(FAMILY.of(body)):
        term = rule.on(today)
        if isinstance(term, NoFee):
            yield from _free(term, facts, today)
        if not isinstance(term, Bands):
            continue
        payers = sorted((o for o in facts.organisations if _pays(term, o)), key=lambda o: o.organisation)
        paid = received(facts, today)
        if not payers:
            yield replace(no_members(term, NAME), rows=())
        elif not paid and all(payer.turnover_gbp is None for payer in payers):
            yield _no_turnover_at_all(term, len(payers))
        else:
            for payer in payers:
                yield from _years_of(payer, rule, facts, paid, today)
                yield from _owed_nothing(payer, rule, paid, today)
            yield from _others_who_paid(term, payers, facts, paid)


def _free(term: NoFee, facts: Facts, today: date) -> Iterator[Finding]:
    """That nothing is owed, and what came in all the same."""
    yield Finding(term, NAME, "Fee", Status.NOT_APPLICABLE, "The terms say that there is no fee.")
    paid = received(facts, today)
    for name, label in sorted({(each.organisation, each.financial_year) for each in facts.payments}):
        amount, _ = paid.get((folded(name), label), Received())
        if amount:
            says = f"{money(amount)} came in for {label}, though there is no fee."
            rows = (Rows.of("payments", organisation=name, financial_year=label),)
            yield Finding(term, NAME, f"{name}, {label}", Status.UNKNOWN, says, rows=rows)


def _pays(term: Bands, organisation: Organisation) -> bool:
    """Members do, and former members up to the day they left."""
    return (
        organisation.membership == "member"
        or (organisation.membership == "former" and organisation.left_on is not None)
        or (organisation.membership == "observer" and term.observers_pay)
    )


def _no_turnover_at_all(term: Bands, count: int) -> Finding:
    whose = number(count, "organisation")
    says = f"The turnover of {whose} is not known, so their fee band is not either."
    rows = (Rows.of("organisations"),)
    return Finding(term, NAME, "Member organisations", Status.UNKNOWN, says, rows=rows)


def _years_of(
    payer: Organisation, rule: Rule[FeeTerm], facts: Facts, paid: Paid, today: date
) -> Iterator[Finding]:
    gap = not_covered(facts, "payments", date.min)
    owing = [(year, term) for year in _recent(today) if _is_member_in(payer, year, today)
             for term in _terms_of(rule, year, today)]  # fmt: skip
    for year, term in owing:
        # by the turnover that was known when the year began
        fee = _fee(term, facts.organisation_on(payer, year.first).turnover_gbp)
        amount, is_waived = paid.get((folded(payer.organisation), year.label), Received())
        if is_waived:
            yield _waived(term, payer, year, amount)
        elif fee is not None:
            yield held_back(_balance(term, payer, year, fee, amount, today), gap)
        elif year == owing[-1][0]:
            yield _no_band(term, payer, year, amount)


def _owed_nothing(payer: Organisation, rule: Rule[FeeTerm], paid: Paid, today: date) -> Iterator[Finding]:
    """What came in for a year before the fee began, still to come, or outside its membership."""
    own = {
        label: each.amount_gbp for (name, label), each in paid.items() if name == folded(payer.organisation)
    }
    for label, amount in sorted(own.items()):
        year, came = financial_year(label), f"{money(amount)} came in for {label}"
        begins = min(term.first_year for term in rule.entries if isinstance(term, Bands))
        if not amount:
            continue
        if year.first.year < begins:
            status, word = Status.NOT_APPLICABLE, NONE_OWED
            says = f"{came}, before the fee began in {begins}: none was owed."
        elif year.first > today:
            status, word = Status.NOT_APPLICABLE, IN_ADVANCE
            says = f"{came}, in advance: that year begins on {day(year.first)}."
        elif not _is_member_in(payer, year, today):
            status, word = Status.UNKNOWN, ""
            says = f"{came}, when {payer.organisation} was not a member."
        else:
            continue
        rows = (Rows.of("payments", organisation=payer.organisation, financial_year=label),)
        about = f"{payer.organisation}, {label}"
        yield Finding(rule.first, NAME, about, status, says, on=year.first, rows=rows, word=word)


def _recent(today: date) -> list[Year]:
    return [year_of(add_months(today, -12 * back), "financial") for back in range(YEARS_BACK, -1, -1)]


def _is_member_in(payer: Organisation, year: Year, today: date) -> bool:
    joined_on, left_on = payer.member_from or date.min, payer.left_on or date.max
    return joined_on <= min(year.last, today) and year.first <= left_on


def _terms_of(rule: Rule[FeeTerm], year: Year, today: date) -> list[Bands]:
    """The terms that a financial year is judged by, if a fee was owed in it at all."""
    bands = [term for term in rule.entries if isinstance(term, Bands)]
    begun = [term for term in bands if term.first_year <= year.first.year]
    return list(in_force(begun, min(year.last, today)))


def _fee(term: Bands, turnover: Decimal | None) -> Decimal | None:
    """The fee in pounds; None where the turnover is not known or the document does not cover it."""
    if turnover is None or (turnover == term.boundary_gbp and term.at_boundary == "unknown"):
        return None
    over = turnover > term.boundary_gbp or (turnover == term.boundary_gbp and term.at_boundary == "over")
    return term.over_gbp if over else term.under_gbp


def _balance(
    term: Bands, payer: Organisation, year: Year, fee: Decimal, amount: Decimal, today: date
) -> Finding:
    status, word = Status.MET, PAID
    if amount > fee:
        says = f"{money(amount)} paid, {money(amount - fee)} more than the {money(fee)} owed"
    elif amount == fee:
        says = f"{money(amount)} paid"
    else:
        status = Status.OVERDUE if year.last < today else Status.DUE
        word = PART_PAID if amount > 0 else NOT_PAID
        says = f"{money(amount)} of {money(fee)} paid" if amount > 0 else f"{money(fee)} is not paid"
    return Finding(
        term, NAME, f"{payer.organisation}, {year.label}", status, f"{says} for {year.label}.",
        on=year.first, value=float(amount), limit=float(fee), unit="£", word=word,
        rows=(Rows.of("payments", organisation=payer.organisation, financial_year=year.label),),
    )  # fmt: skip


def _waived(term: Bands, payer: Organisation, year: Year, amount: Decimal) -> Finding:
    says = f"Waived for {year.label}."
    if amount:
        says += f" {money(amount)} came in."
    rows = (Rows.of("payments", organisation=payer.organisation, financial_year=year.label),)
    about = f"{payer.organisation}, {year.label}"
    return Finding(term, NAME, about, Status.MET, says, on=year.first, rows=rows, word=WAIVED)


def _no_band(term: Bands, payer: Organisation, year: Year, amount: Decimal) -> Finding:
    if payer.turnover_gbp is None:
        says = "The turnover is not known, so the fee band is not either."
    else:
        says = f"A turnover of exactly {money(payer.turnover_gbp)} is not covered by the clause."
    if amount:
        says += f" {money(amount)} came in for {year.label}."
    rows = (Rows.of("organisations", organisation=payer.organisation),)
    about = f"{payer.organisation}, {year.label}"
    return Finding(term, NAME, about, Status.UNKNOWN, says, on=year.first, rows=rows)


def _others_who_paid(
    term: Bands, payers: Sequence[Organisation], facts: Facts, paid: Paid
) -> Iterator[Finding]:
    members = {folded(payer.organisation) for payer in payers}
    observers = {folded(o.organisation) for o in facts.organisations if o.membership == "observer"}
    totals: dict[str, Decimal] = {}
    for (payer, _), each in paid.items():
        totals[payer] = totals.get(payer, Decimal(0)) + each.amount_gbp
    for name in sorted({payment.organisation for payment in facts.payments}):
        total = totals.get(folded(name))
        if not total or folded(name) in members:
            continue
        if folded(name) in observers:
            status, says = Status.NOT_APPLICABLE, f"An observer owes nothing; {money(total)} came in."
        else:
            status, says = Status.UNKNOWN, f"{money(total)} came in, but {name} is not a member."
        yield Finding(term, NAME, name, status, says, rows=(Rows.of("payments", organisation=name),))


def observers_pay(body: Body, on: date) -> bool:
    """Whether the terms of a day ask observers for a fee as well."""
    return any(isinstance(term, Bands) and term.observers_pay for term in in_force(FAMILY.of(body), on))


FAMILY: Family[FeeTerm] = Family(NAME, "Fees", ("fee", "fees"), FeeTerm, judge, page="fees")

"""What duties ask of publications: a sign-off before they come out, and that all are known."""

from collections.abc import Iterator, Sequence
from datetime import date

from kinds.names import same
from kinds.wording import PUBLICATIONS
from rules.calendar import add_months, months_since
from rules.coverage import held_back, not_covered
from rules.done import evidence, recorded
from rules.facts import Facts
from rules.finding import Finding, Rows, Status
from rules.publishing import out, signed_off, when
from rules.records import Publication
from rules.terms import Term
from rules.words import listed, number

FAMILY_NAME = "duties"
ABOUT = "Publications"
MONTHS = 12
ALL = (Rows.of("publications"),)


def of_sign_offs(term: Term, kinds: Sequence[str], facts: Facts, today: date) -> Iterator[Finding]:
    """Each publication of these kinds that was not signed off in time, or may not have been; the rest as one.

    No kind named means all.
    """
    published = _to_be_signed_off(kinds, facts, today)
    verdicts = [(each, on, *signed_off(each, on, today)) for each, on in published]
    for each, on, status, says in verdicts:
        if status is not Status.MET:
            rows = (Rows.of("publications", title=each.title),)
            yield Finding(term, FAMILY_NAME, each.title, status, says, on=on, rows=rows)
    fine = sum(status is Status.MET for _, _, status, _ in verdicts)
    if not published:
        says = f"No {listed(kinds) if kinds else 'publication'} is recorded."
        yield Finding(term, FAMILY_NAME, ABOUT, Status.UNKNOWN, says, rows=ALL)
    elif fine:
        total = number(len(published), "publication was", "publications were")
        says = f"{fine} of {total} signed off in time."
        about = ABOUT if fine == len(published) else "Other publications"
        yield Finding(term, FAMILY_NAME, about, Status.MET, says, rows=ALL)


def _to_be_signed_off(kinds: Sequence[str], facts: Facts, today: date) -> list[tuple[Publication, date]]:
    """What was published by today of the kinds that the term names, by title."""
    of_kind = (
        each
        for each in out(facts, today)
        if not kinds or any(PUBLICATIONS.same(each[0].kind, kind) for kind in kinds)
    )
    return sorted(of_kind, key=lambda each: each[0].title)


def of_each(term: Term, duty: str, facts: Facts, today: date) -> Finding:
    """Whether something is recorded for each publication of the last 12 months, under its title."""
    recent = [each.title for each, on in out(facts, today) if on > add_months(today, -MONTHS)]
    rows = [row for row in recorded(facts, duty, today) if row.done_on or row.document]
    without = sorted(set(recent) - {title for title in recent if any(same(r.period, title) for r in rows)})
    count, total = len(set(recent)) - len(without), number(len(set(recent)), "publication")
    of = f"{total} of the last {MONTHS} months"
    if not facts.publications:
        status, says = Status.UNKNOWN, "No publication is recorded."
    elif not recent:
        status, says = Status.NOT_APPLICABLE, f"Nothing was published in the last {MONTHS} months."
    elif not count:
        status, says = Status.UNKNOWN, f"Nothing is recorded for {of}."
    elif without:
        status, says = Status.NOT_MET, f"Recorded for {count} of {of}; not for {listed(without, 'or')}."
    else:
        status, says = Status.MET, f"Recorded for {of}."
    sources = (*evidence(facts, duty), *ALL)
    found = Finding(
        term, FAMILY_NAME, duty, status, says, None, count, len(set(recent)), "publications", sources
    )
    return held_back(found, not_covered(facts, "duties", date.min))


def of_count(term: Term, count: int, facts: Facts, today: date) -> Iterator[Finding]:
    """Whether as many publications are on record as the source lists, and how long ago the last one was."""
    known = out(facts, today)
    if not known:
        says = "No publication with a date is recorded."
        yield Finding(term, FAMILY_NAME, ABOUT, Status.UNKNOWN, says, rows=ALL)
        return
    last, on = max(known, key=lambda each: (each[1], each[0].title))
    listing = f"{len(known)} publications recorded, {count} listed."
    says = f"{listing} Last publication {when(last, on)}, {number(months_since(on, today), 'month')} ago."
    yield Finding(
        term, FAMILY_NAME, ABOUT, Status.MET if len(known) == count else Status.NOT_MET, says,
        on=on, value=len(known), limit=count, unit="publications", rows=ALL,
    )  # fmt: skip

"""To whom letters go: whoever holds a seat of the organisation, its primary contacts where it has any."""

from collections.abc import Callable, Sequence
from datetime import date

import polars as pl

from kinds.names import folded
from rules import attendance, fee, pledges
from rules.body import Body
from rules.facts import Facts, grouped
from rules.people import Seat


def untold(body: Body, facts: Facts) -> list[str]:
    """The kinds of file that would ask for letters by the terms, and of which nothing is on record."""
    asking: dict[str, tuple[Sequence[object], Sequence[object]]] = {
        "attendance": (attendance.FAMILY.of(body), facts.attendance_by_organisation),
        "payments": (fee.FAMILY.of(body), facts.payments),
        "pledges": (pledges.FAMILY.of(body), facts.pledges),
    }
    return [
        kind
        for kind, (terms, rows) in asking.items()
        if terms and not rows and facts.covered_to(kind) is None
    ]


def addresses(access: pl.DataFrame, seats: Sequence[Seat], today: date) -> Callable[[str], tuple[str, ...]]:
    """The addresses of an organisation on a day, by its name.

    Columns of `access`: email, person, organisation, from_on, to_on.
    """
    contacts = {folded(s.person) for s in seats if s.primary_contact and s.is_held_on(today)}
    held = [
        row
        for row in access.iter_rows(named=True)
        if row["email"]
        and row["organisation"]
        and (row["from_on"] or today) <= today <= (row["to_on"] or today)
    ]
    of = grouped(held, lambda row: folded(row["organisation"]))

    def written(name: str) -> tuple[str, ...]:
        rows = of.get(folded(name), ())
        first = [row for row in rows if folded(row["person"]) in contacts]
        return tuple(sorted({row["email"] for row in first or rows}))

    return written

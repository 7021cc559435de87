"""Offices: how many hold a role, and whether the secretariat is with one of them."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import Field

from kinds.names import folded
from rules.body import Body
from rules.facts import Facts
from rules.finding import Finding, Rows, Status
from rules.seats import count_of_none, is_secretariat, seats_on
from rules.terms import Term
from rules.words import number

FAMILY_NAME = "composition"


class Offices(Term):
    """So many holders of a role, each an organisation; `secretariat` where one of them is that as well."""

    kind: Literal["offices"]
    role: str
    count: int = Field(gt=0)
    secretariat: bool = False


def of_offices(term: Offices, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    """Whether as many hold the role as the terms have, as far as is known."""
    about = term.role.capitalize()
    rows = (Rows.of("seats", group_name=body.main_group, role=term.role),)
    seats = seats_on(facts, today, body.main_group, term.role)
    if not seats:
        yield Finding(term, FAMILY_NAME, about, Status.UNKNOWN, f"No {term.role} is recorded.", rows=rows)
        return
    count = Counter(seat.status for seat in seats)
    filled, unsure, homeless = count["filled"], count["unconfirmed"], count_of_none(seats)
    status = Status.UNKNOWN if homeless or unsure else Status.MET
    if not filled <= term.count <= filled + unsure:
        status = Status.NOT_MET
    hosts = {folded(seat.organisation) for seat in seats if seat.status == "filled" and seat.organisation}
    named = number(filled, f"{term.role} is", f"{term.role}s are")
    says = f"{named} named{f' and {unsure} unconfirmed' if unsure else ''}; the terms have {term.count}."
    if status is Status.MET and len(hosts) < term.count:
        status = Status.NOT_MET
        says += f" They are from {number(len(hosts), 'organisation')} only."
    if homeless:
        says += f" The organisation of {homeless} is not recorded."
    if status is Status.MET and term.secretariat and not is_secretariat(seats, body.main_group, facts, today):
        status = Status.NOT_MET
        says += " The secretariat is with none of their organisations."
    yield Finding(
        term, FAMILY_NAME, about, status, says, value=filled, limit=term.count, unit="holders", rows=rows
    )

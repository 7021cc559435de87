"""Who belongs to a body on a day, and who sits where."""

from collections.abc import Iterator
from datetime import date

from rules.facts import Facts
from rules.finding import Finding, Rows, Status
from rules.people import Organisation
from rules.terms import Term
from rules.words import number

MEMBERS = Rows.of("organisations", membership="member")
ALL_MEMBERS = "Member organisations"


def members(facts: Facts, today: date) -> list[Organisation]:
    """The member organisations of a day, by name."""
    there = (facts.organisation_on(each, today) for each in facts.organisations)
    current = (each for each in there if each.is_member_on(today))
    return sorted(current, key=lambda each: each.organisation)


def observers(facts: Facts, today: date) -> list[Organisation]:
    """The organisations that observe on a day, by name; no date means no limit."""
    current = [
        each
        for each in (facts.organisation_on(known, today) for known in facts.organisations)
        if each.membership == "observer" and (each.joined_on or today) <= today <= (each.left_on or today)
    ]
    return sorted(current, key=lambda each: each.organisation)


def no_members(term: Term, family: str) -> Finding:
    """What is found of a term that asks something of each member where none is known."""
    says = "No member organisations are recorded."
    return Finding(term, family, ALL_MEMBERS, Status.UNKNOWN, says, rows=(MEMBERS,))


def others_are_fine(
    term: Term, family: str, wrong: int, total: int, what: str, rows: Rows
) -> Iterator[Finding]:
    """One finding for all the organisations that nothing was said against."""
    if fine := total - wrong:
        about = "Other member organisations" if wrong else ALL_MEMBERS
        says = f"{fine} of {number(total, 'organisation has', 'organisations have')} {what}."
        yield Finding(term, family, about, Status.MET, says, rows=(rows,))

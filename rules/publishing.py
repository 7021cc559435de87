"""What the body published, and whether each was signed off before it came out."""

from datetime import date

from rules.facts import Facts
from rules.finding import Status
from rules.records import Publication
from rules.words import day


def out(facts: Facts, today: date) -> list[tuple[Publication, date]]:
    """What was published by today, each with its day."""
    return [(p, p.published_on) for p in facts.publications if p.published_on and p.published_on <= today]


def signed_off(each: Publication, on: date, today: date) -> tuple[Status, str]:
    """Whether a publication was signed off by the day it came out; of some only the month is known."""
    signed, out_on = each.signed_off_on, when(each, on)
    if signed is None or signed > today:
        return Status.UNKNOWN, f"Published {out_on}; no sign-off is recorded."
    if each.month_only and (signed.year, signed.month) == (on.year, on.month) and signed > on:
        return Status.UNKNOWN, f"Signed off {day(signed)}; published in {out_on}, on a day not recorded."
    if signed > on:
        return Status.NOT_MET, f"Published {out_on}, before its sign-off on {day(signed)}."
    return Status.MET, f"Signed off {day(signed)}, published {out_on}."


def when(each: Publication, on: date) -> str:
    """Its day as text, or its month where only that is known."""
    return f"{on:%B %Y}" if each.month_only else day(on)

"""How findings are worded."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal


def day(on: date) -> str:
    """A date as the reader sees it: 12 March 2026."""
    return f"{on.day} {on:%B %Y}"


def weekday(on: date) -> str:
    """A date with its day of the week: Thursday 12 March 2026."""
    return f"{on:%A} {day(on)}"


def number(count: int, noun: str, plural: str = "") -> str:
    """A count with its noun: 1 meeting, 2 meetings, 3,000 agencies."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def times(count: int) -> str:
    """How often: once, twice, 3 times."""
    return {1: "once", 2: "twice"}.get(count, f"{count:,} times")


def listed(names: Iterable[str], last: str = "and") -> str:
    """Names in alphabetical order as running text: Alder, Birch and Cedar."""
    *rest, final = sorted(names)
    return f"{', '.join(rest)} {last} {final}" if rest else final


def money(amount: Decimal | float) -> str:
    """Pounds as the reader sees them: £1,000, £62.50."""
    return f"£{amount:,.2f}".removesuffix(".00")

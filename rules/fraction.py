"""A share of a number, as terms write it: 1/3, 2/3, 60%; never a decimal, which no number of people is."""

from fractions import Fraction
from math import ceil, floor
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

SIMPLE = 10  # the largest denominator that a decimal is rounded from: 0.45 is 9/20, not 5/11
NEAR = Fraction(1, 200)
HALF = Fraction(1, 2)


def fraction(written: Any) -> Fraction:
    """The share that is meant by 1/3, 60%, 0.6 or 0.333; a decimal near a simple one is that one.

    Raises ValueError for what is no share of more than nothing and at most all.
    """
    text = str(written).strip()
    try:
        share = Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise ValueError(f"{text!r} is no share; write 1/3, 2/3 or 60%") from None
    simple = share.limit_denominator(SIMPLE)
    meant = simple if "/" not in text and abs(simple - share) < NEAR else share
    if not 0 < meant <= 1:
        raise ValueError(f"{text!r} is no share of a whole; write 1/3, 2/3 or 60%")
    return meant


Share = Annotated[
    Fraction,
    BeforeValidator(fraction),
    WithJsonSchema({"type": ["string", "number"], "format": "share", "examples": ["1/3", "60%"]}),
]


def needed(share: Fraction, of: int, more_than: bool = False) -> int:
    """The least number that is at least, or more than, a share of so many."""
    return floor(share * of) + 1 if more_than else ceil(share * of)


def told(share: Fraction, more_than: bool = False) -> str:
    """A share in words: at least 1/3, more than half."""
    written = {HALF: "half", Fraction(1): "all"}.get(share, f"{share}")
    return f"{'more than' if more_than else 'at least'} {written}"

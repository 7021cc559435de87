"""Columns that identify people whatever their heading says: refused by what stands in their cells."""

import re
from collections.abc import Callable, Collection, Sequence

import polars as pl

from kinds.clean import spelled_out
from loaders.reading import Unreadable

# Enough to know a column by, few enough to cost nothing in a file of a million rows.
ROWS_LOOKED_AT = 1000
MOSTLY = 0.8
# Any ten digits pass an NHS number's check once in eleven times, so that one or two prove nothing.
FEWEST_PLAIN_NUMBERS = 3
AS_NHS_WRITES = re.compile(r"\d{3}[\s-]\d{3}[\s-]\d{4}")
UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def refuse_identifiers(cells: pl.DataFrame, headings: Sequence[str], file_name: str) -> None:
    """Raises Unreadable where most cells of a column, used or not, are identifiers of people.

    `cells`: `line` (Int64), then text columns named by their place from 0. Judged by the different values of
    about 1,000 rows taken evenly from the file. The message never has a value.
    """
    looked_at = spelled_out(cells.gather_every(max(1, cells.height // ROWS_LOOKED_AT)))
    for place, heading in enumerate(headings):
        name, values = _identifiers({*looked_at[str(place)].to_list()} - {None})
        if name:
            line = cells.filter(pl.col(str(place)).is_in(values))["line"].min()
            column = f"“{heading}”" if heading else f"column {place + 1}, which has no heading,"
            raise Unreadable(
                f"{file_name}: {column} has {name}, as in line {line!s}. No information about individual "
                "children or young people and nobody's personal number may be loaded: delete the column and "
                "upload the file again."
            )


def _identifiers(values: Collection[str]) -> tuple[str, list[str]]:
    """What most values of a column are and which of them; "" for nothing that must not be loaded."""
    for name, is_one in IDENTIFIERS.items():
        found = [value for value in values if is_one(re.sub(r"[\s-]", "", value).upper())]
        if found and len(found) >= MOSTLY * len(values) and (name != NHS or _are_nhs_numbers(found)):
            return name, found
    return "", []


def _are_nhs_numbers(found: Sequence[str]) -> bool:
    return len(found) >= FEWEST_PLAIN_NUMBERS or all(map(AS_NHS_WRITES.fullmatch, found))


def _is_nhs_number(value: str) -> bool:
    """Ten digits of which the last checks the others: weights 10 to 2, modulo 11 (NHS Data Dictionary)."""
    if not re.fullmatch(r"\d{10}", value) or len(set(value)) == 1:
        return False
    check = 11 - sum(int(digit) * weight for digit, weight in zip(value, range(10, 1, -1), strict=False)) % 11
    return check % 11 == int(value[9])


def _is_upn(value: str) -> bool:
    """A check letter, eleven digits and a digit or, where temporary, a letter (DfE, Unique pupil numbers)."""
    if not re.fullmatch(r"[A-Z]\d{11}[\dA-Z]", value) or value[0] not in UPN_LETTERS:
        return False
    parts = [int(each) if each.isdigit() else UPN_LETTERS.find(each) for each in value[1:]]
    check = sum(part * weight for weight, part in enumerate(parts, 2)) % 23
    return min(parts) >= 0 and UPN_LETTERS[check] == value[0]


def _is_national_insurance_number(value: str) -> bool:
    """Two letters that are in use as a prefix, six digits and a letter from A to D (HMRC, NIM39110)."""
    prefix = r"(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
    return re.fullmatch(rf"{prefix}\d{{6}}[A-D]", value) is not None


NHS = "NHS numbers"
IDENTIFIERS: dict[str, Callable[[str], bool]] = {
    NHS: _is_nhs_number,
    "pupils' UPNs": _is_upn,
    "National Insurance numbers": _is_national_insurance_number,
}

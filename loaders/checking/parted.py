"""Names with an organisation in them, as people call themselves in meetings online: Pat Lee (Alder)."""

import re
from typing import NamedTuple

import polars as pl

from kinds.clean import spelled_out
from kinds.kind import Kind
from kinds.names import cleaned, folded, folded_expr
from loaders.checking.names import AS_SAID, Names, placed

SHOWN = "shown"  # a column of lists of meetings: the name as it was shown, whatever was made of it
BETWEEN = re.compile(r"\s*[()\[\]|@;:_]\s*|\s+[-–—/]\s+|\s+(?:from|at|of)\s+(?=[A-Z])")
COMMA = re.compile(r"\s*,\s*")
BODY = re.compile(
    r"\b(college|university|school|academy|council|trust|nhs|police|charity|foundation|association|society"
    r"|services?|agency|board|partnership|network|ltd|hospital)\b"
)
WRITTEN = f"{AS_SAID}organisation"
KEY, MADE = ("person", "shown", "by"), ("person_made", "organisation_made", WRITTEN)
SOME = 4  # letters of a name that stands in another


class Parted(NamedTuple):
    """The person in a name, the organisation on record that is named beside them, if one is, and how it is
    written, where no address tells it.
    """

    person: str
    organisation: str | None = None
    written: str | None = None


def parted(text: pl.DataFrame, kind: Kind, names: Names) -> pl.DataFrame:
    """The rows with the person alone in place of a name with an organisation in it.

    The organisation counts for rows that tell none, after an address that is known. A list of a meeting,
    which has `shown`, has each person once; `shown` is dropped.
    """
    if "person" not in kind.organisation_by or "organisation" not in text.columns:
        return text
    text = _parted(text, names)
    return _once(text.drop(SHOWN), names) if SHOWN in text.columns else text


def _parted(text: pl.DataFrame, names: Names) -> pl.DataFrame:
    shown = pl.coalesce(SHOWN, "person") if SHOWN in text.columns else pl.col("person")
    by_email = names.organisation("email") if "email" in text.columns else pl.lit(None, dtype=pl.String)
    rows = spelled_out(text.filter(pl.col("organisation").is_null()))
    rows = rows.select("line", "person", shown=shown, by=by_email).drop_nulls("shown")
    different = rows.select(KEY).unique().iter_rows()
    told = {(who, shown, by): part(who, shown, by, names) for who, shown, by in different}
    if not any(told.values()):
        return text
    new = pl.DataFrame(
        [(*each, *(found or (None, None, None))) for each, found in told.items()],
        schema=dict.fromkeys((*KEY, *MADE), pl.String),
        orient="row",
    )
    new = rows.join(new, on=KEY, nulls_equal=True).select("line", *MADE)
    text = spelled_out(text).join(new, on="line", how="left", maintain_order="left")
    return text.with_columns(
        person=pl.coalesce("person_made", "person"),
        organisation=pl.coalesce("organisation", "organisation_made"),
    ).drop(MADE[:2])


def part(person: str, shown: str, by: str | None, names: Names) -> Parted | None:
    """The person of a name that has an organisation in it too, and that; None where the person stays.

    `by`: the organisation by the address. Where none is on record that could be meant the name stays as it is
    shown, if what was taken for the person is an organisation.
    """
    if folded(shown) in names.people:
        return None
    parts = [each for each in BETWEEN.split(shown) if each]
    parts = parts if len(parts) > 1 else [each for each in COMMA.split(shown) if each]
    known = {each: found for each in parts if (found := _on_record(each, by, names))}
    people = [each for each in parts if folded(each) in names.people and each not in known]
    people = people or [each for each in parts if each not in known and not _is_body(each)]
    if known and people:
        written, found = next(iter(known.items()))
        return Parted(people[0]) if by else Parted(people[0], found, written)
    return Parted(shown) if len(parts) > 1 and _is_body(person) else None


def _on_record(written: str, by: str | None, names: Names) -> str | None:
    """The organisation on record that is meant by its name, or by a part of it that the address bears out."""
    if folded(written) in names.people:
        return None
    found = names.cleaned.get(cleaned(written)) or names.on_record(written)
    if found or folded(written) in names.organisations:
        return found or written
    is_borne_out = by and len(cleaned(by)) >= SOME and f" {cleaned(by)} " in f" {cleaned(written)} "
    return by if is_borne_out else None


def _is_body(written: str) -> bool:
    return bool(BODY.search(folded(written)))


def _once(text: pl.DataFrame, names: Names) -> pl.DataFrame:
    """Each person once a day, with the address and the organisation that one of their rows has."""
    text = text.with_columns(who=folded_expr(pl.col("person"))).with_columns(_of_one("email"))
    # who has an address of their own is told by that alone: two people may have one name
    is_open = pl.col("email").is_null() & pl.col("organisation").is_null()
    text = placed(text, ["email"], names)
    text = text.with_columns(
        pl.when(is_open).then(_of_placed(name)).otherwise(name).alias(name)
        for name in ("organisation", "placed_by", WRITTEN)
        if name in text.columns
    )
    one = ["who", "email", "organisation", "meeting_on"]
    return text.unique(one, keep="first", maintain_order=True).drop("who")


def _of_placed(column: str) -> pl.Expr:
    """What stands there in the first row of the same person and day that has an organisation."""
    return pl.col(column).filter(pl.col("organisation").is_not_null()).first().over("who", "meeting_on")


def _of_one(column: str) -> pl.Expr:
    return pl.coalesce(column, pl.col(column).drop_nulls().first().over("who", "meeting_on"))

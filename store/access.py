"""Who may read which mart. A mart says so in its own second line, and one that does not is read by nobody.

A mart that is open to every partner may say in its third line which columns name organisations or people,
`-- Names: COLUMN, COLUMN`: a partner finds none there but its own organisation.
"""

import re
from dataclasses import dataclass, replace

import polars as pl

from store import catalogue
from store.errors import NotAllowed

HEADER = re.compile(r"-- Readers: (.+)")
NAMES = re.compile(r"-- Names: (\w+(?:, \w+)*)")
ITEM = re.compile(r"(secretariat|board|partner)(?: by (\w+)(?: in (\w+)\.(\w+))?)?")


@dataclass(frozen=True)
class Reader:
    """Who is reading. Roles: secretariat, board, partner.

    `body` is the only body they may see, None for every one; `organisation` is what confines a partner.
    `exports`: what they read is to leave the product, so it goes without small numbers whoever they are.
    """

    email: str
    roles: frozenset[str]
    body: str | None = None
    organisation: str | None = None
    exports: bool = False

    @property
    def sees_small_numbers(self) -> bool:
        return "secretariat" in self.roles and not self.exports

    def for_export(self) -> "Reader":
        """The same reader, about to write what they read into a file."""
        return replace(self, exports=True)


@dataclass(frozen=True)
class Confinement:
    """`column` must be the reader's organisation or, unless `mart` is "", among its `key` for this reader."""

    column: str
    mart: str
    key: str


def declared(mart: str) -> dict[str, Confinement | None]:
    """The roles that may read the mart, each with its confinement; raises NotAllowed."""
    lines = catalogue.text("marts", mart).splitlines() if mart in catalogue.MARTS else []
    header = HEADER.fullmatch(lines[1]) if len(lines) > 1 else None
    open_to = {}
    for item in header[1].split(", ") if header else [""]:
        found = ITEM.fullmatch(item)
        if found is None:
            raise NotAllowed(f"{mart} does not say who may read it, so nobody may.")
        role, *by = found.groups(default="")
        open_to[role] = Confinement(*by) if by[0] else None
    return open_to


def confinement(reader: Reader, mart: str) -> Confinement | None:
    """What confines this reader in this mart, None if nothing does; raises NotAllowed.

    Of several roles the one that sees most counts.
    """
    open_to = declared(mart)
    roles = reader.roles & open_to.keys()
    if not roles:
        raise NotAllowed(
            f"Your role may not read {mart.replace('_', ' ')}. Ask your secretariat if you need it."
        )
    if any(open_to[role] is None for role in roles):
        return None
    if not reader.organisation:
        raise NotAllowed(
            "Your sign-in belongs to no organisation of this board. Ask your secretariat to add it."
        )
    return open_to[min(roles)]


def names_of_others(reader: Reader, mart: str) -> tuple[str, ...]:
    """The columns in which this reader may find no organisation but its own, and no person."""
    lines = catalogue.text("marts", mart).splitlines()
    header = NAMES.fullmatch(lines[2])
    return tuple(header[1].split(", ")) if header and not reader.roles & {"secretariat", "board"} else ()


def only_own_names(reader: Reader, frame: pl.DataFrame, columns: tuple[str, ...]) -> pl.DataFrame:
    """The frame with no name in these columns, each a text or a list of texts, but the reader's own."""
    own = pl.lit(reader.organisation, dtype=pl.String)
    return frame.with_columns(
        pl.col(name).list.filter(pl.element() == own)
        if isinstance(frame.schema[name], pl.List)
        else pl.when(pl.col(name) == own).then(name)
        for name in columns
    )


def body_for(reader: Reader, body: str | None) -> str | None:
    """The body to read, None for all; raises NotAllowed when it is not the reader's."""
    if reader.body is not None and body not in (None, reader.body):
        raise NotAllowed("This is another board's. Choose your own.")
    return body if reader.body is None else reader.body


def refuse_but_secretariat(reader: Reader) -> None:
    """Raises NotAllowed to everybody else."""
    if "secretariat" not in reader.roles:
        raise NotAllowed("Only the secretariat may do this. Ask your secretariat.")

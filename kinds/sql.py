"""What the store makes of each kind of record, as SQL: its raw table, its newest rows, its rows by record.

Every name put into a statement is declared in this room; values never are.
"""

from collections.abc import Iterable

import polars as pl

from kinds.kind import Kind, Names
from kinds.meanings import may_be_unexplained, needed

TYPES = {
    pl.String: "text",
    pl.Date: "date",
    pl.Boolean: "boolean",
    pl.Int64: "bigint",
    pl.Float64: "double",
    pl.Decimal: "decimal(14, 2)",
}
OWN_COLUMNS = {"upload_id": "bigint", "body": "text", "line": "bigint", "row_key": "text"}
# of a row that says only that a record is gone: ended, mistaken or kept, and from which upload, if that is a
# file of a later day that was loaded before this one
GONE = {"gone": "text", "gone_by": "bigint"}
# what may tell the organisation of a row that does not name it, the surest first, each in a line of its own:
# person, e-mail domain, payee, charity number or own name, | and which one
PLACED = {"placed_by": "text"}


def columns(kind: Kind) -> dict[str, str]:
    """The columns of a kind's raw table with their types, those that every kind has first."""
    own = {each.column: TYPES[type(each.plain.dtype)] for each in kind.fields}
    return OWN_COLUMNS | own | GONE | (PLACED if kind.is_placed else {})


def raw(kind: Kind) -> str:
    """The table of a kind's rows as they were loaded.

    Only what the store itself adds may not be null: what else a row needs is the gate's to say.
    """
    lines = ",\n".join(
        f"    {name} {dtype}{' not null' * (name in OWN_COLUMNS)}" for name, dtype in columns(kind).items()
    )
    head = f"-- One row per line of an upload: {kind.of}.\n"
    return f"{head}create table if not exists raw.{kind.name} (\n{lines}\n)"


def mart(kind: Kind) -> str:
    """A kind's rows as its readers see them, all that they name under its name on record."""
    shown = [name for each in kind.fields for name in _shown(kind, each.column)]
    joins: list[str] = []
    selected = [_named(kind, name, joins) for name in shown]
    lines = ",\n".join(f"    {each}" for each in ("r.body", *selected, "r.file", "r.line"))
    hidden = kind.naming("organisation", "organisations", "person")
    names = f"-- Names: {', '.join(hidden)}\n" if hidden and kind.readers.endswith("partner") else ""
    head = f"-- One row per {kind.of}.\n-- Readers: {kind.readers}\n{names}"
    return f"{head}select\n{lines}\nfrom staging.{kind.name} as r\n{''.join(joins)}{_once(kind)}"


def _shown(kind: Kind, column: str) -> list[str]:
    """A column, or what is made of it, in its stead or beside it."""
    made = [new for new in kind.derived if new.of == column]
    itself = [] if any(not new.beside for new in made) else [column]
    return [*itself, *(new.column for new in made)]


def _named(kind: Kind, column: str, joins: list[str]) -> str:
    """A column as it is selected; what it is looked up in is added to the joins."""
    names = kind.field[column].names if column in kind.field else None
    if names in ("organisation", "group", "person"):
        table, found = NAMES_ON_RECORD[names]
        joins.append(
            f"left join marts.{table} as {column}_on_record\n    on {column}_on_record.body = r.body"
            f" and {column}_on_record.name = staging.folded(r.{column})\n"
        )
        return f"coalesce({column}_on_record.{found}, r.{column}) as {column}"
    if names == "organisations":
        joins.append(SEVERAL.format(column=column, kind=kind.name))
        return f"{column}_on_record.names as {column}"
    return f"r.{column}"


NAMES_ON_RECORD = {
    "organisation": ("organisation_names", "organisation"),
    "group": ("group_names", "group_name"),
    "person": ("person_names", "person"),
}
# commas stay: whether one parts two names or stands in one is told by the roster, where it is judged
SEVERAL = """left join (
    select body, row_key, string_agg(name, '; ' order by place) as names
    from (
        select
            s.body, s.row_key, s.place,
            coalesce(
                any_value(w.organisation),
                string_agg(coalesce(n.organisation, trim(s.part)), ', ' order by s.part_place)
            ) as name
        from (
            select *, unnest(string_split(written, ',')) as part,
                generate_subscripts(string_split(written, ','), 1) as part_place
            from (
                select body, row_key, unnest(string_split({column}, ';')) as written,
                    generate_subscripts(string_split({column}, ';'), 1) as place
                from staging.{kind}
            )
        ) as s
        left join marts.organisation_names as w on w.body = s.body and w.name = staging.folded(s.written)
        left join marts.organisation_names as n on n.body = s.body and n.name = staging.folded(s.part)
        where trim(s.written) <> ''
        group by s.body, s.row_key, s.place
    )
    group by body, row_key
) as {column}_on_record on {column}_on_record.body = r.body and {column}_on_record.row_key = r.row_key
"""


def _once(kind: Kind) -> str:
    """A record written with two names of its organisation is one record: the newest counts."""
    others = kind.key_beside_organisation
    if not others:
        return ""
    parts = "".join(f", staging.folded(r.{name}::text)" for name in others) + _which_of(kind, "r.")
    return (
        "qualify row_number() over (\n    partition by r.body, "
        f"staging.folded(coalesce(organisation_on_record.organisation, r.organisation)){parts}\n"
        "    order by r.upload_id desc, r.line desc\n) = 1\n"
    )


def _which_of(kind: Kind, row: str = "") -> str:
    """Which of those that are alike a record is, the last part of its key."""
    return f", string_split({row}row_key, '|')[-1]" if kind.may_repeat else ""


def _others(kind: Kind) -> str:
    return ", ".join(f"{each}::text" for each in kind.key_beside_organisation) + _which_of(kind)


def organisation_mentions(kinds: Iterable[Kind]) -> str:
    """The records whose key has an organisation among other things."""
    found = (
        f"{_of(kind)}, organisation,\n    [{_others(kind)}] as others\nfrom staging.{kind.name}"
        for kind in kinds
        if kind.key_beside_organisation
    )
    return f"-- One row per record of an organisation, with what else is in its key.\n{_all(found)}"


def mentions(kinds: Iterable[Kind], what: Names) -> str:
    """The records that name a group, or a person, as they write it."""
    found = (
        f"{_of(kind)}, {name} as written\nfrom staging.{kind.name}"
        for kind in kinds
        for name in kind.naming(what)
    )
    head = f"-- One row per record and {what} that it names, folded as name.\n"
    all_of_them = f"from (\n{_all(found)}\n)\nwhere written is not null"
    return f"{head}select *, staging.folded(written) as name\n{all_of_them}"


def unexplained(kind: Kind) -> str:
    """The rows of a kind that are not there because nobody explains any more one of their words or names."""
    found = (
        f"select x.body, '{kind.name}' as kind, '{heading}' as heading, {written} as written,"
        f" u.file_name as file, x.line\nfrom raw.{kind.name} as x\n"
        f"join staging.uploads as u on u.upload_id = x.upload_id and u.undone_at is null\n{needed(kind)}"
        f"where x.gone is null and {is_open}"
        for heading, written, is_open in may_be_unexplained(kind)
    )
    return f"-- One row per row of a live upload, and word or name in it that nobody explains.\n{_all(found)}"


def all_unexplained(tables: Iterable[str]) -> str:
    """Those of every kind together, as the secretariat reads them."""
    found = (f"select body, kind, heading, written, file, line\nfrom staging.{table}" for table in tables)
    head = "-- One row per row of a file, and word or name in it that nobody explains."
    return f"{head}\n-- Readers: secretariat\n{_all(found)}"


def data_to(kinds: Iterable[Kind]) -> str:
    """How far the data of each kind goes."""
    days = (
        f"{_of(kind)}, greatest({', '.join(kind.happened_on)}) as day\nfrom staging.{kind.name}"
        for kind in kinds
        if kind.happened_on
    )
    return (
        "-- One row per body and kind with dated rows: the latest day on which anything happened in them.\n"
        f"select body, kind, max(day) as data_to\nfrom (\n{_all(days)}\n)\ngroup by body, kind"
    )


def _of(kind: Kind) -> str:
    """What the selects of several kinds have in common."""
    return f"select '{kind.name}' as kind, body, row_key, upload_id, line"


def _all(selects: Iterable[str]) -> str:
    return "\nunion all\n".join(selects)

"""Facts and bodies for tests, written as small text tables that a chair could read.

    facts(
        meetings='''
            meeting_on  | members           | deputies
            12 Mar 2026 | Alder; Birch      | Cedar
        ''',
        organisations='''
            organisation | sector
            Alder        | Higher education
        ''',
    )

The heading row names fields of the record (`rules/facts.py`). A blank cell is None, or the field's default; a
field without a column takes its default. Dates are `12 Mar 2026` or ISO; lists are separated by `;`.
"""

import types
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any, get_args, get_origin, get_type_hints

from kinds import KINDS
from rules import families
from rules.body import Body
from rules.facts import RECORDS, Facts
from rules.loading import body_of, written_by
from rules.records import Coverage

DEFAULTS: Mapping[str, Any] = {
    "file": "example.csv", "group_name": "Board", "membership": "member", "role": "member",
    "seats.status": "filled", "actions.status": "open", "recorded": True,
}  # fmt: skip
EVERYTHING = tuple(Coverage(kind.name, date.max, date.max) for kind in KINDS)
NAMES = {"key": "example", "name": "Example Board", "short": "Example", "title": "", "main_group": "Board"}
ENTRY = {"from": date(2020, 1, 1), "clause": "1", "says": "As the terms say."}
ATTENDED = ("members", "deputies", "substitutes", "observers", "others")


def facts(**tables: str) -> Facts:
    """Facts from one text table per mart; files of every kind are whole, where no `coverage` is given."""
    rows = {mart: records(mart, table) for mart, table in tables.items()}
    return Facts(**{"coverage": EVERYTHING, **rows})


def records(mart: str, table: str) -> tuple[Any, ...]:
    """The records of one mart from a text table whose heading row names the fields."""
    heading, *rows = [line for line in table.splitlines() if line.strip()]
    names = _cells(heading)
    return tuple(
        _record(mart, dict(zip(names, _cells(row), strict=True)), line) for line, row in enumerate(rows, 2)
    )


def body(**parts: Any) -> Body:
    """A body called Example Board, with one dict (or several) for each family named.

    An entry takes a rule number, a clause and a text of its own, and holds from 1 January 2020, unless it
    says otherwise. Any other field of Body may be given as well.
    """
    names = {family.name for family in families.FAMILIES}
    entries = {name: _entries(name, value) for name, value in parts.items() if name in names}
    return body_of({**NAMES, **parts, **entries}, written_by())


def _entries(family: str, value: Any) -> list[dict[str, Any]]:
    entries = [value] if isinstance(value, dict) else value
    return [{"rule": f"{family} {number}", **ENTRY, **entry} for number, entry in enumerate(entries, 1)]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def _record(mart: str, cells: Mapping[str, str], line: int) -> Any:
    record = RECORDS[mart]
    hints = get_type_hints(record)
    unknown = set(cells) - set(hints)
    assert not unknown, f"{mart} has no field called {unknown}"
    names = [field.name for field in fields(record)]
    values = {name: _value(mart, name, hints[name], cells, line) for name in names}
    if mart == "meetings":
        values = _counted(values, cells)
    return record(**values)


def _value(mart: str, name: str, hint: Any, cells: Mapping[str, str], line: int) -> Any:
    if cells.get(name):
        return _parsed(_plain(hint), cells[name])
    if name == "line":
        return line
    default = DEFAULTS.get(f"{mart}.{name}", DEFAULTS.get(name))
    return _empty(name, hint, line) if default is None else default


def _empty(name: str, hint: Any, line: int) -> Any:
    """None where the field allows it; else nothing, zero, no, or a text that is different in each row."""
    if isinstance(hint, types.UnionType):
        return None
    return f"{name} {line - 1}" if hint is str else (get_origin(hint) or hint)()


def _plain(hint: Any) -> Any:
    return get_args(hint)[0] if isinstance(hint, types.UnionType) else hint


def _parsed(kind: Any, text: str) -> Any:
    if get_origin(kind) is list:
        return [part.strip() for part in text.split(";")]
    if kind is bool:
        return {"yes": True, "no": False}[text]
    return _day(text) if kind is date else {str: str, int: int, float: float, Decimal: Decimal}[kind](text)


def _day(text: str) -> date:
    return date.fromisoformat(text) if "-" in text else datetime.strptime(text, "%d %b %Y").date()


def _counted(values: dict[str, Any], cells: Mapping[str, str]) -> dict[str, Any]:
    """A meeting whose table gives no counts has one person for each organisation listed."""
    came = sum(len(values[column]) for column in ATTENDED)
    return values | {name: came for name in ("count_recorded", "count_present") if not cells.get(name)}

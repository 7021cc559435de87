"""A person in the store's texts: what they go by, where it stands, and a pseudonym in its place."""

import json
import re
import secrets
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

import polars as pl
from duckdb import DuckDBPyConnection

from kinds.names import NOWHERE, PUBLIC_MAIL, folded, letters
from store import catalogue, ledger

# Words that the product itself chose, and digests: no name of a person, even where it is spelled like one.
NOT_NAMES = frozenset(
    {"body", "kind", "what", "of", "role", "status", "attendance", "membership", "rag"}
    | {"sha256", "rows_sha256", "previous_hash", "hash"}
)


def goes_by(cursor: DuckDBPyConnection, name: str) -> frozenset[str]:
    """The name or e-mail address given, folded, and those on record that are this person's alone.

    An address that two names share tells nothing of either; two people of one name are taken for one.
    """
    pairs = cursor.execute(catalogue.verb("names_and_addresses")).fetchall()
    addresses = [address for _, address in pairs]
    own = [{*pair} for pair in pairs if addresses.count(pair[1]) == 1]
    known = {folded(name)}
    while more := [pair for pair in own if pair & known and not pair <= known]:
        known.update(*more)
    return frozenset(known)


def pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Any of the folded names in folded text, in any spacing.

    A name within a longer word, name or address is somebody else's.
    """
    written = sorted((" +".join(map(re.escape, name.split())) for name in names), key=len, reverse=True)
    return re.compile(rf"(?<![\w.+-])(?:{'|'.join(written)})(?![\w-]|@)")


def _found(names: re.Pattern[str], text: str) -> Iterator[tuple[int, int, str]]:
    """Where one of the names stands, however it is written: from, up to, and the name as it is compared."""
    folded_letters = letters(text)
    places = [place for place, letter in enumerate(folded_letters) for _ in letter]
    for found in names.finditer("".join(folded_letters)):
        end = places[found.end() - 1] + 1
        while end < len(text) and not folded_letters[end]:  # an accent or a mark that belongs to it
            end += 1
        yield places[found.start()], end, " ".join(found[0].split())


def pseudonyms(names: Iterable[str], taken: Collection[str]) -> Mapping[str, str]:
    """For each folded name one of its own, so that no two rows become one; an address for an address."""
    given: dict[str, str] = {}
    for name in sorted(names):
        given[name] = _pseudonym(name)
        while given[name] in taken or list(given.values()).count(given[name]) > 1:
            given[name] = _pseudonym(name)
    return given


def _pseudonym(name: str) -> str:
    """An address keeps the domain of its organisation, by which rows of others may be found."""
    token, domain = secrets.token_hex(2), name.rpartition("@")[2]
    if "@" not in name:
        return f"Person {token}"
    return f"person-{token}@{NOWHERE if domain in PUBLIC_MAIL else domain}"


def replacement(given: Mapping[str, str]) -> Callable[[str], str]:
    """A text with every name replaced by its pseudonym."""
    if not given:
        return str
    names = pattern(given)

    def change(text: str) -> str:
        kept, parts = 0, []
        for start, end, name in _found(names, text):
            parts += [text[kept:start], given[name]]
            kept = end
        return "".join([*parts, text[kept:]])

    return change


def replaced(frame: pl.DataFrame, change: Callable[[str], str]) -> pl.DataFrame:
    """A raw table's rows with their texts changed; keys stay in small letters, and JSON stays JSON."""
    ways = {
        "row_key": lambda text: _changed_key(text, change),
        "mapping": lambda text: _in_json(text, change),
    }
    return frame.with_columns(_each(frame[name], ways.get(name, change)) for name in _texts(frame))


def naming(frame: pl.DataFrame, names: re.Pattern[str]) -> pl.DataFrame:
    """The rows in whose texts one of the names stands."""
    found = [
        _each(frame[name], lambda text: "x" if any(_found(names, text)) else None) for name in _texts(frame)
    ]
    return frame.filter(pl.any_horizontal(each.is_not_null() for each in found)) if found else frame.clear()


def taken(entries: Iterable[ledger.Entry]) -> frozenset[str]:
    """Every pseudonym given before."""
    return frozenset(
        name for each in entries if each.what == "erased" for name in json.loads(each.mapping)["pseudonyms"]
    )


def _texts(frame: pl.DataFrame) -> list[str]:
    return [name for name, dtype in frame.schema.items() if dtype == pl.String and name not in NOT_NAMES]


def _each(column: pl.Series, change: Callable[[str], str | None]) -> pl.Series:
    """The change of each text, worked out once for each different one."""
    old = column.drop_nulls().unique()
    new = pl.Series([change(text) for text in old], dtype=pl.String)
    return column.replace_strict(old, new, default=None, return_dtype=pl.String).alias(column.name)


def _changed_key(text: str, change: Callable[[str], str]) -> str:
    changed = change(text)
    return text if changed == text else changed.lower()


def _in_json(text: str, change: Callable[[str], str]) -> str:
    plain = json.dumps(json.loads(text), ensure_ascii=False)
    changed = change(plain)
    return text if changed == plain else json.dumps(json.loads(changed))

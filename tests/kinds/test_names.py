"""One folding of names, held to the letter against itself in three engines."""

import sys
import unicodedata

import duckdb
import polars as pl
import pytest

from kinds.names import cleaned, cleaned_sql, folded, folded_expr, folded_sql, letters, same

LETTERS = [
    letter
    for letter in map(chr, range(1, sys.maxunicode + 1))
    if unicodedata.category(letter) not in ("Cn", "Cs", "Co")
]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("O’Neill Trust", "O'Neill Trust"),
        ("O`Neill Trust", "o´neill trust"),
        ("Pat O’Shea", "PAT O'SHEA"),
        ("Zoë Müller", "Zoe Muller"),
        ("Zoë", "Zoe\u0308"),
        ("Co‑operative", "Co-operative"),
        ("Alder – Trust", "Alder - Trust"),
        ("Alder\u00a0 Trust ", "Alder Trust"),
        ("Al\u00adder", "Alder"),
        ("\u200bAlder\ufeff", "Alder"),
        ("“Alder”", '"Alder"'),
        (None, ""),
    ],
)
def test_names_that_differ_only_in_how_they_are_typed_are_one(one: str | None, other: str | None) -> None:
    """Capitals, accents, quotation marks, hyphens, spaces and what nobody sees."""
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Lee-Jones", "Lee Jones"), ("Alder", "Alder Trust"), ("Ann", "Anne"), ("A", None)]
)
def test_names_that_are_spelled_otherwise_are_two(one: str, other: str | None) -> None:
    """A hyphen is no space, and no letter more or less is overlooked."""
    assert not same(one, other)


def test_python_polars_and_sql_fold_every_letter_alike() -> None:
    """Each letter that this Python's table of letters knows, inside a name and at its end."""
    names = pl.DataFrame({"name": [f"Ab {letter}x{letter}" for letter in LETTERS]})
    expected = [folded(name) for name in names["name"]]

    assert names.select(folded_expr(pl.col("name")))["name"].to_list() == expected
    assert in_duckdb(names) == expected


def test_no_name_stays_none_in_a_column() -> None:
    """Null is not the blank name."""
    names = pl.DataFrame({"name": [None, " "]}, schema={"name": pl.String})

    assert names.select(folded_expr(pl.col("name")))["name"].to_list() == [None, ""]
    assert in_duckdb(names) == [None, ""]


def in_duckdb(names: pl.DataFrame, made: str = folded_sql("name")) -> list[str | None]:
    with duckdb.connect() as connection:
        connection.execute("create schema staging")
        connection.execute(f"create macro staging.folded(name) as {folded_sql('name')}")
        connection.register("names", names.with_row_index("place"))
        rows = connection.execute(f"select {made} from names order by place").fetchall()
    return [name for (name,) in rows]


def test_sql_leaves_out_what_tells_nothing_as_python_does() -> None:
    """Articles and legal forms are words of their own, and a name of nothing else keeps them."""
    letters = [letter for letter in LETTERS if ord(letter) < 0x2000]
    told = ["The UK Ltd", "Limited", "Alder & Ltdo, the CIO", "St John's", "--", "A l d e r (Ltd.)"]
    names = pl.DataFrame({"name": [*told, *(f"The a{letter}b{letter} Ltd{letter}" for letter in letters)]})

    assert in_duckdb(names, cleaned_sql("name")) == [*map(cleaned, names["name"])]


@pytest.mark.parametrize("text", ["Zoë O’Shea-Lee", "A\u00a0b", "e\u0301", "ﬁ", "İ", "\u200bx"])
def test_a_name_is_folded_letter_by_letter(text: str) -> None:
    """So that a name is found in a text that is folded, and its place in the text as it stands."""
    assert " ".join("".join(letters(text)).split()) == folded(text)

"""Statements read once: to read a select takes DuckDB longer than to carry it out on the rows of a body."""

import atexit
from functools import cache

import duckdb
from duckdb import DuckDBPyConnection, Statement


@cache
def ready(text: str) -> Statement:
    """One statement, for any cursor and as often as it is wanted; ValueError if the text has several."""
    (statement,) = _reader().extract_statements(text)
    return statement


@cache
def _reader() -> DuckDBPyConnection:
    """Reads and never carries out anything."""
    return duckdb.connect(config={"threads": 1})


@atexit.register
def _forget() -> None:
    """DuckDB complains of whatever of its own outlives it."""
    ready.cache_clear()
    _reader.cache_clear()

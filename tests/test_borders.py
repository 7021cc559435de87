"""The rooms keep their borders: who may import whom, where SQL lives, and where the clock is read."""

import ast
from functools import cache
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent
ROOMS = ("kinds", "loaders", "store", "rules", "intake", "reports", "ui", "pages", "samples", "terminal")
MODULES = ("app", "cli", "export", "make", "package")
MAY_IMPORT = {
    "kinds": set(),
    "loaders": {"kinds"},
    "store": {"kinds"},
    "rules": {"kinds"},
    "export": set(),
    "package": {"export", "kinds", "rules", "store"},
    "reports": {"rules"},
    "ui": {"kinds", "export", "package", "reports", "rules", "store"},
    "intake": {"kinds", "loaders", "rules", "store"},
    "samples": {"intake", "rules", "store"},
    "pages": {"kinds", "ui", "rules", "store", "loaders", "intake", "samples"},
    "terminal": {
        "kinds",
        "export",
        "package",
        "reports",
        "rules",
        "store",
        "loaders",
        "intake",
        "samples",
    },
    "cli": {"terminal", "rules", "store", "loaders", "samples"},
    "app": {"ui", "rules", "samples", "store"},
    "make": set(),
}
LIBRARY_HOMES = {
    "streamlit": ("app.py", "ui/", "pages/"),
    "duckdb": ("store/",),
    "pydantic": ("rules/",),
    "xlsxwriter": ("export.py",),
    "docx": ("reports/",),
    "icalendar": ("reports/",),
}
CLOCKS = {"today", "now", "utcnow"}
CLOCK_HOMES = ("ui/session.py", "cli.py")
# what follows from the kinds is put together there, of names that they declare
SQL_HOME = "kinds/sql.py"
SQL_WORDS = ("select ", "insert into", "delete from", "create table", "create view", "update ")


def python_files() -> list[str]:
    """Every Python file of the product, tests and benches left out."""
    found = [*HOME.glob("*.py"), *(path for room in ROOMS for path in (HOME / room).rglob("*.py"))]
    return sorted(path.relative_to(HOME).as_posix() for path in found)


@cache
def tree(file: str) -> ast.Module:
    return ast.parse((HOME / file).read_text(encoding="utf-8"))


def imported(file: str) -> set[str]:
    """The top-level names that a file imports."""
    names: set[str] = set()
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def room(file: str) -> str:
    return Path(file).parts[0].removesuffix(".py")


@pytest.mark.parametrize("file", python_files())
def test_a_room_imports_only_the_rooms_below_it(file: str) -> None:
    """Nothing imports upward: loaders, store and rules do not know each other, and nothing imports pages."""
    inside = imported(file) & {*ROOMS, *MODULES} - {room(file)}

    assert inside <= MAY_IMPORT[room(file)]


@pytest.mark.parametrize("file", python_files())
def test_each_library_stays_in_its_room(file: str) -> None:
    """Streamlit only in the frame and pages, DuckDB only in the store, Pydantic only in the rules."""
    strays = {lib for lib in imported(file) & set(LIBRARY_HOMES) if not file.startswith(LIBRARY_HOMES[lib])}

    assert strays == set()


def test_charts_know_no_streamlit() -> None:
    """Charts and their frames are data, so that reports can use them too."""
    found = [file for file in python_files() if file.startswith(("ui/charts", "ui/frames"))]

    assert len(found) > 2
    assert [file for file in found if "streamlit" in imported(file)] == []


@pytest.mark.parametrize("file", python_files())
def test_the_clock_is_read_in_one_place(file: str) -> None:
    """A verdict depends on the day it is asked for, never on when the code happens to run."""
    if file in CLOCK_HOMES:
        return
    calls = [
        node.func.attr
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name) and node.func.value.id in ("date", "datetime")
    ]  # fmt: skip

    assert not CLOCKS & set(calls)


@pytest.mark.parametrize("file", python_files())
def test_sql_lives_in_sql_files(file: str) -> None:
    """No statement is written in Python, so none can be put together from a reader's text."""
    if file == SQL_HOME:
        return
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef)
        and node.body and isinstance(node.body[0], ast.Expr)
    }  # fmt: skip
    texts = [
        node.value.lower()
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]

    assert [text for text in texts if text.startswith(SQL_WORDS)] == []


@pytest.mark.parametrize("file", python_files())
def test_no_body_is_named_in_python(file: str) -> None:
    """Adding a body is adding one file: the code knows none of them by name."""
    source = (HOME / file).read_text(encoding="utf-8").lower()
    named = [path.stem for path in (HOME / "bodies").glob("*.toml") if path.stem in source]
    named += [word for word in ("nottingham", "walsall", "medway", "fostering") if word in source]

    assert named == []


def test_only_the_map_lies_directly_in_pages() -> None:
    """Streamlit would run any other script there without the map, on a deep link after a server start."""
    assert [path.name for path in (HOME / "pages").glob("*.py")] == ["main.py"]

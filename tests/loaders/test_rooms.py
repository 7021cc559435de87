"""The gate's rooms: arrows run down only, no circle, and one door to each room."""

import ast
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent.parent
FLOORS = ("kinds", "loaders.reading", "loaders.recognising", "loaders.checking", "loaders")
FILES = {
    ".".join(path.relative_to(HOME).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((HOME / "loaders").rglob("*.py"))
}
MODULES = sorted(FILES)


def imported(source: str) -> set[str]:
    """Every module that a source imports from, wherever in it, for type checkers only too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "a relative import"
            base = node.module or ""
            names = {f"{base}.{alias.name}" for alias in node.names}
            found |= {name if name in FILES else base for name in names}
    return found


@cache
def ours(module: str) -> frozenset[str]:
    """The rooms and modules of the gate, and those of kinds, that a module of the gate imports."""
    found = imported(FILES[module].read_text(encoding="utf-8"))
    return frozenset(name for name in found if name.split(".")[0] in ("kinds", "loaders"))


def room(module: str) -> str:
    """The highest floor whose name begins the module's."""
    return max((each for each in FLOORS if f"{module}.".startswith(f"{each}.")), key=len)


@pytest.mark.parametrize("module", MODULES)
def test_no_arrow_runs_up(module: str) -> None:
    """Kinds, then reading, recognising, checking, and over them all what takes the steps."""
    assert [name for name in ours(module) if FLOORS.index(room(name)) > FLOORS.index(room(module))] == []


@pytest.mark.parametrize("module", MODULES)
def test_a_room_is_entered_by_its_door(module: str) -> None:
    """What a room offers to others is named in its `__init__`, and nothing else is taken."""
    others = {name for name in ours(module) if room(name) not in (room(module), "kinds")}

    assert others <= set(FLOORS)


def test_there_is_no_circle() -> None:
    """Nor inside a room: what it offers rests on its modules, and none of them on what it offers."""
    assert list(TopologicalSorter({module: ours(module) for module in MODULES}).static_order())


@pytest.mark.parametrize("name", FLOORS[1:4])
def test_a_door_offers_what_it_names(name: str) -> None:
    """Each name that a room imports for others is in its `__all__`, and used by one of them."""
    tree = ast.parse(FILES[name].read_text(encoding="utf-8"))
    offered = {alias.asname or alias.name for node in tree.body if isinstance(node, ast.ImportFrom)
               for alias in node.names}  # fmt: skip
    taken = {
        alias.name
        for module, path in FILES.items() if room(module) != name
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == name
        for alias in node.names
    }  # fmt: skip

    assert offered == taken


@pytest.mark.parametrize(
    "source",
    [
        "from loaders.checking import judged",
        "import loaders.checking.judge",
        "from loaders import check",
        "if TYPE_CHECKING:\n    from loaders.recognising.sheet import Sheet",
        "def late() -> None:\n    from loaders.recognising import Sheet",
    ],
)
def test_an_arrow_up_is_seen_wherever_it_stands(source: str) -> None:
    """In a function or for type checkers only, it is one all the same."""
    reading = FLOORS.index("loaders.reading")

    assert any(FLOORS.index(room(name)) > reading for name in imported(source) if name.startswith("loaders"))

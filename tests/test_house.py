"""The house stays one that can be changed: arrows run down only, and names are compared in one way."""

import ast
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from rules.families import FAMILIES

HOME = Path(__file__).parent.parent
Floors = tuple[tuple[str, ...], ...]
# Families do not know each other, so those in the list share a floor; this one looks at quorum, too.
DECIDING = "decision"
JUDGING = tuple(family.name for family in FAMILIES if family.name != DECIDING)
# The modules of a room, floor by floor from the ground up: each imports only what lies on floors below it.
FLOORS: Mapping[str, Floors] = {
    "rules": (
        ("words", "status", "people", "records", "fraction", "search"),
        ("terms",),
        ("calendar", "body", "facts", "finding", "tally"),
        ("reading",),
        (
            "consents",
            "coverage",
            "done",
            "family",
            "holding",
            "meetings",
            "membership",
            "publishing",
            "ratified",
            "received",
            "rising",
            "updates",
        ),
        (
            "amending",
            "conflicts",
            "dissolving",
            "each_meeting",
            "mismatch",
            "publications",
            "seats",
            "standing",
            "venue",
            "voting",
        ),
        ("from_members", "offices", "sitting"),
        ("counting", "tenure"),
        ("apologies",),
        JUDGING,
        ("presence", "taken"),
        ("electorate",),
        ("deciding",),
        (DECIDING,),
        ("ballot", "usual"),
        ("turning",),
        ("families", "against_roster", "among_files", "contradictions", "unread"),
        ("changes", "faults", "health", "integrity", "outlook", "summary", "supposing", "upward"),
        ("loading", "reach"),
        ("places",),
        ("__init__",),
    ),
}
# Where nothing but kinds/names.py may fold a name; loaders fold headings and words by rules of their own.
COMPARING_NOTHING = (
    "kinds",
    "rules",
    "store",
    "intake",
    "ui",
    "pages",
    "samples",
    "app.py",
    "cli.py",
    "export.py",
    "package.py",
)
FOLDING = {"casefold", "lower", "upper", "swapcase"}
MOST_LINES, MOST_OF_A_PAGE = 250, 80
GRAPHS = {"down": {"a": {"b", "c"}, "b": {"c"}, "c": set()}, "round": {"a": {"b"}, "b": {"c"}, "c": {"b"}}}


def parsed(room: str) -> dict[str, ast.Module]:
    """The modules of a room by their dotted name within it; the room's own is `__init__`."""
    paths = sorted((HOME / room).rglob("*.py"))
    names = [".".join(path.relative_to(HOME / room).with_suffix("").parts) for path in paths]
    return {name.removesuffix(".__init__"): _tree(path) for name, path in zip(names, paths, strict=True)}


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def graph(room: str) -> dict[str, set[str]]:
    """Which modules of a room each of them imports, also within a function or for type checkers only."""
    trees = parsed(room)
    return {
        name: {_module(dotted, room, trees.keys()) for dotted in _imported(tree)} - {name, ""}
        for name, tree in trees.items()
    }


def _imported(tree: ast.Module) -> Iterator[str]:
    """What a module imports, each thing by its full name: rules.facts.Facts."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "a relative import hides where it leads"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _module(dotted: str, room: str, known: Collection[str]) -> str:
    """The module of the room in which a thing lies; empty for what is elsewhere."""
    first, *rest = dotted.split(".")
    if first != room:
        return ""
    longest_first = (".".join(rest[:count]) for count in range(len(rest), 0, -1))
    return next((name for name in longest_first if name in known), "__init__")


def circled(arrows: Mapping[str, set[str]]) -> list[str]:
    """The modules on a circle, or resting on one: what stays when all that rest on nothing are taken out."""
    left = dict(arrows)
    while free := [name for name, below in left.items() if not below & left.keys()]:
        left = {name: below for name, below in left.items() if name not in free}
    return sorted(left)


def not_down(arrows: Mapping[str, set[str]], floors: Floors) -> list[str]:
    """The arrows that do not lead to a lower floor."""
    floor = {name: place for place, names in enumerate(floors) for name in names}
    return sorted(
        f"{name} to {to}" for name, below in arrows.items() for to in below if floor[to] >= floor[name]
    )


@pytest.mark.parametrize(("name", "found"), [("down", []), ("round", ["a", "b", "c"])])
def test_a_circle_is_seen(name: str, found: list[str]) -> None:
    """The test itself tells a circle from a ladder."""
    assert circled(GRAPHS[name]) == found


def test_an_arrow_that_is_not_down_is_seen() -> None:
    """Neither up nor along a floor."""
    assert not_down(GRAPHS["round"], (("c",), ("b",), ("a",))) == ["c to b"]
    assert not_down(GRAPHS["down"], (("b", "c"), ("a",))) == ["b to c"]


@pytest.mark.parametrize("room", FLOORS)
def test_every_module_has_its_floor(room: str) -> None:
    """A new module says where it belongs, and none is listed that is gone."""
    assert sorted(name for names in FLOORS[room] for name in names) == sorted(graph(room))


@pytest.mark.parametrize("room", FLOORS)
def test_no_circle_in_a_room(room: str) -> None:
    """A module can be understood from those it imports, one after the other."""
    assert circled(graph(room)) == []


@pytest.mark.parametrize("room", FLOORS)
def test_arrows_run_down_in_a_room(room: str) -> None:
    """No module imports another of its own floor or of one above it."""
    assert not_down(graph(room), FLOORS[room]) == []


def files(room: str) -> list[str]:
    found = (HOME / room).rglob("*.py") if (HOME / room).is_dir() else [HOME / room]
    return [path.relative_to(HOME).as_posix() for path in found]


@pytest.mark.parametrize("file", [file for room in COMPARING_NOTHING for file in files(room)])
def test_names_are_compared_in_one_way(file: str) -> None:
    """Nothing but `kinds.names` folds capitals away; in rules no text is put into other letters at all."""
    banned = FOLDING if file.startswith("rules/") else {"casefold"}
    calls = [
        f"line {node.lineno}: .{node.attr}"
        for node in ast.walk(_tree(HOME / file))
        if isinstance(node, ast.Attribute) and node.attr in banned
    ]

    assert calls == []


@pytest.mark.parametrize("file", [*files("rules"), *files("ui"), *files("pages")])
def test_no_second_folding_is_written(file: str) -> None:
    """`folded` and `same` are those of `kinds.names`; others of that name would compare in another way."""
    written = [node.name for node in ast.walk(_tree(HOME / file)) if isinstance(node, ast.FunctionDef)]

    assert not {"folded", "same"} & set(written)


@pytest.mark.parametrize("file", [*files("ui"), *files("pages")])
def test_no_family_is_asked_for_by_a_text(file: str) -> None:
    """Pages and the frame take a family, or the view of itself that it offers; a text fails in silence."""
    tree = _tree(HOME / file)
    asked = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        and node.func.attr == "findings" and any(isinstance(each, ast.Constant) for each in node.args)
    ]  # fmt: skip
    compared = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare)
        and any(_tells_a_family(each) for each in (node.left, *node.comparators))
    ]

    assert asked + compared == []


def _tells_a_family(node: ast.expr) -> bool:
    """Whether it is the family of a finding or the kind of its term: x.family, x.term.kind, term.kind."""
    if not isinstance(node, ast.Attribute):
        return False
    of = node.value
    whose = of.attr if isinstance(of, ast.Attribute) else of.id if isinstance(of, ast.Name) else ""
    return node.attr == "family" or (node.attr == "kind" and whose in ("term", "t", "entry"))


@pytest.mark.parametrize(
    "file", [file for room in COMPARING_NOTHING for file in files(room)] + files("loaders")
)
def test_nothing_that_is_passed_on_is_changed_on_its_way(file: str) -> None:
    """Every dataclass is frozen: who is handed a record can rely on it, and what rests on it can be kept."""
    loose = [
        node.name
        for node in ast.walk(_tree(HOME / file))
        if isinstance(node, ast.ClassDef) and any(_is_loose(each) for each in node.decorator_list)
    ]

    assert loose == []


def _is_loose(decorator: ast.expr) -> bool:
    """Whether it makes a dataclass that is not frozen."""
    called = ast.unparse(decorator)
    return called.startswith("dataclass") and "frozen=True" not in called


@pytest.mark.parametrize("room", [*COMPARING_NOTHING, "loaders", "reports", "terminal", "make.py"])
def test_a_module_is_read_in_one_sitting(room: str) -> None:
    """What has grown longer than this does two things: part it by sense."""
    lengths = {file: len((HOME / file).read_text(encoding="utf-8").splitlines()) for file in files(room)}

    assert {file: length for file, length in lengths.items() if length > MOST_LINES} == {}


@pytest.mark.parametrize("page", sorted((HOME / "pages").glob("*/*.py")), ids=lambda path: path.name)
def test_a_page_only_lays_out(page: Path) -> None:
    """What it asks lives in `ui/frames`, what it draws in the module of its subject."""
    assert len(page.read_text(encoding="utf-8").splitlines()) < MOST_OF_A_PAGE

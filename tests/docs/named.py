"""What a page of the docs names: files, folders, and functions as FILE:NAME."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

HOME = Path(__file__).parent.parent.parent
# `store/store.py:Store.add`, or `kinds/`, in code or in a drawing; a placeholder stands for any name
NAMED = re.compile(r"(?<![\w/.])([\w.]+(?:/[\w.]*)+|\w+\.(?:py|toml|md))(?::(\w+(?:\.\w+)?))?")
CODE = re.compile(r"```mermaid\n(.*?)```|`([^`\n]+)`", re.DOTALL)
PLACEHOLDER = re.compile(r"\b(NAME|FAMILY|READER)\b")


def missing(text: str, folders: tuple[str, ...] = ("",)) -> list[str]:
    """What is named in code or drawings of a text and is not there, seen from any of these folders."""
    return [f"{path}:{name}" for path, name in named(text) if not is_there(path, name, folders)]


def named(text: str) -> Iterator[tuple[str, str]]:
    """Paths and, where one is given, the name within; empty otherwise."""
    for drawing, code in CODE.findall(text):
        yield from NAMED.findall(drawing or code)


def is_there(path: str, name: str, folders: tuple[str, ...]) -> bool:
    """Whether a file or folder is there and, where a name is given, has it."""
    found = [each for folder in folders for each in HOME.glob(PLACEHOLDER.sub("*", f"{folder}{path}"))]
    if not name:
        return any(each.is_dir() or not path.endswith("/") for each in found)
    return any(each.suffix == ".py" and name in names_in(each) for each in found)


@cache
def names_in(file: Path) -> set[str]:
    """What a module defines at its top, and the methods of its classes as CLASS.METHOD."""
    body = ast.parse(file.read_text(encoding="utf-8")).body
    return {name for node in body for name in _names(node)}


def _names(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef):
        yield node.name
    if isinstance(node, ast.ClassDef):
        yield from (f"{node.name}.{each.name}" for each in node.body if isinstance(each, ast.FunctionDef))
    if isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        yield from (each.id for each in targets if isinstance(each, ast.Name))

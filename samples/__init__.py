"""Fills a store from one of the sample sets beside this file: `published` or `illustrative`."""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from intake import check, note
from rules import load_bodies
from store import Reader, Receipt, Said, Store, Upload
from store.said import Answers

HOME = Path(__file__).parent
SETS = ("illustrative", "published")
Tell = Callable[[int, int], None]
END_OF_WORK = time(17)
SAMPLER = Reader("the sample set", frozenset({"secretariat"}))


def quietly(done: int, of: int) -> None:
    """Tells nobody."""


def fill_if_empty(store: Store, sample: str, at: datetime, tell: Tell = quietly) -> list[Receipt]:
    """Loads every file of the set into a store that holds nothing yet; otherwise does nothing.

    `tell` hears how many files are done, and of how many.
    """
    if not store.read(SAMPLER, "uploads").is_empty():
        return []
    files = _files(sample, at)
    receipts = store.add_all(SAMPLER, _checked(files, tell))
    for file, receipt in zip(files, receipts, strict=True):
        if file.undone:
            store.undo(SAMPLER, receipt.upload_id, at)
    return receipts


def make(path: Path, sample: str, at: datetime, tell: Tell = quietly) -> None:
    """Makes a store of the set at `path`, elsewhere first, so that an interruption leaves no half of it."""
    unfinished = path.with_name(f"{path.name}.unfinished")
    for left in path.parent.glob(f"{unfinished.name}*"):
        left.unlink()
    with closing(Store.open(unfinished)) as store:
        fill_if_empty(store, sample, at, tell)
    unfinished.replace(path)
    Path(f"{unfinished}.lock").unlink()


@dataclass(frozen=True)
class _File:
    """A file of a set. One in a folder named by a day shows that day, and was loaded on it: what a later one
    says otherwise was not known then. `undone`: by now, because it should never have been loaded.
    """

    path: Path
    body: str
    loaded_at: datetime
    said: Said
    gone: Answers
    undone: bool

    @classmethod
    def of(cls, path: Path, home: Path, at: datetime, says: Mapping[str, Any]) -> "_File":
        body, *days = path.relative_to(home).parts[:-1]
        other = {name: value for name, value in says.items() if name not in ("gone", "undone")}
        as_at = date.fromisoformat(days[0]) if days else None
        loaded_at = datetime.combine(as_at, END_OF_WORK) if as_at else at
        said = Said(**{"as_at": as_at, **other})
        return cls(path, body, loaded_at, said, says.get("gone", {}), says.get("undone", False))


def _files(sample: str, at: datetime) -> list[_File]:
    """The files of a set in the order in which they were loaded."""
    home = HOME / sample
    says = _said(home / "said.toml")
    paths = sorted(path for depth in ("*/*.csv", "*/*/*.csv") for path in home.glob(depth))
    files = [_File.of(path, home, at, says.get(path.relative_to(home).as_posix(), {})) for path in paths]
    return sorted(files, key=lambda file: file.loaded_at)


def _checked(files: Sequence[_File], tell: Tell) -> Iterator[Upload]:
    bodies = load_bodies(HOME.parent / "bodies")
    for done, file in enumerate(files):
        tell(done, len(files))
        checked = check(file.path.read_bytes(), file.path.name, bodies[file.body])
        of_file = note(checked, file.loaded_at, file.said)
        yield Upload(file.body, checked.kind.name, checked.kept, of_file, file.gone)
    tell(len(files), len(files))


def _said(path: Path) -> Mapping[str, Mapping[str, Any]]:
    """What files of a set say besides their rows, by their path; a file that is not in it says nothing."""
    return tomllib.loads(path.read_text("utf-8")) if path.exists() else {}

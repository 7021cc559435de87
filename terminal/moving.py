"""A body taken out whole, and back in, from a terminal."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import export
import intake
import loaders
from package import package
from rules.words import number
from terminal.asked import FINE, PROBLEMS, READER, Asked, Refused, body_of, opened

ZIP = ".zip"


def take_out(asked: Asked) -> int:
    """Writes all that is live of a body to a new folder or ZIP file, which import reads."""
    body, to = body_of(asked.body), Path(asked.to)
    if to.exists():
        raise Refused(f"{to} is there already. Name a new folder, or a new file that ends in {ZIP}.")
    with opened(asked) as store:
        whole = store.whole(READER, body.key)
        if not whole.uploads:
            raise Refused(f"Nothing is loaded for {body.key}.")
        files = package(body, whole, asked.now(), asked.parquet)
        store.note(READER, "export", f"everything, {number(len(files), 'file')}", asked.now(), body.key)
    if to.suffix == ZIP:
        to.write_bytes(export.zipped(files))
    else:
        for path, data in files.items():
            (to / path).parent.mkdir(parents=True, exist_ok=True)
            (to / path).write_bytes(data)
    print(f"Wrote {number(len(files), 'file')} to {to}. Small numbers are among them.")
    return FINE


def take_in(asked: Asked) -> int:
    """Loads what export wrote of a body into a store that holds nothing of it: all or nothing."""
    with _reading(Path(asked.source)) as read:
        try:
            key, held = intake.packed(read)
            body = body_of(key)
            with opened(asked, create=True) as store:
                if store.head_of(key):
                    raise Refused(f"This store holds something of {key} already; name another with --store.")
                again = intake.unpacked(held, read, store, READER, body, asked.now(), asked.today())
        except loaders.Unreadable as refused:
            raise Refused(f"{asked.source}: {refused}") from refused
    lost = [sentence for each in again for sentence in _lost(each)]
    rows = sum(each.upload.rows.height for each in again)
    print(*lost, f"Loaded {number(len(again), 'upload')} of {key}, {number(rows, 'row')}.", sep="\n")
    return PROBLEMS if lost else FINE


def _lost(again: intake.Again) -> Iterator[str]:
    """What an upload no longer says, a sentence each."""
    name = again.checked.file_name
    for row in again.checked.problems.iter_rows(named=True):
        yield f"{name}, line {row['line']}, {row['column']}: {row['value']!r} must be {row['must_be']}"
    for row in again.checked.unplaced.iter_rows(named=True):
        yield f"{name}, line {row['line']}: no organisation is known for {row['written']!r}"
    if again.unanswered:
        yield f"{name}: {number(again.unanswered, 'record')} that had gone from it are there again"


@contextmanager
def _reading(source: Path) -> Iterator[intake.Read]:
    """What reads the files of a folder or ZIP file, by their path in it."""
    if source.is_dir():
        yield lambda path: (source / path).read_bytes()
        return
    try:
        with ZipFile(source) as archive:
            names = {*archive.namelist()}

            def read(path: str) -> bytes:
                if path not in names:
                    raise Refused(f"{source} has no {path}.")
                return archive.read(path)

            yield read
    except BadZipFile as broken:
        raise Refused(f"{source} is neither a folder nor a whole ZIP file.") from broken

"""What is typed on a page: kept as an upload of its own, which can be undone like any other."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

import loaders
from intake.check import check, note
from rules import Body
from store import NothingToUndo, Reader, Receipt, Said, Store, Upload

TYPED = "by hand "  # how the name of an upload begins that was typed on a page


def is_typed(file_name: str) -> bool:
    """Whether an upload was typed on a page."""
    return file_name.startswith(TYPED)


def typed(body: Body, kind: str, rows: Sequence[Mapping[str, str | None]], at: datetime) -> loaders.Checked:
    """Rows that were typed on a page (column → text) as a file of the kind with these columns would be.

    Raises loaders.Unreadable, naming the first problem, when a row cannot be understood.
    """
    when = f"{at:%Y-%m-%d %H:%M:%S}"
    data = loaders.by_hand(loaders.KIND[kind], rows, f"Entered by hand, {when} UTC")
    checked = check(data, f"{TYPED}{when}", body, kind)
    if not checked.problems.is_empty():
        row = checked.problems.row(0, named=True)
        raise loaders.Unreadable(f"{row['column']} “{row['value']}” must be {row['must_be']}.")
    return checked


def keep_by_hand(
    store: Store,
    reader: Reader,
    body: Body,
    kind: str,
    rows: Sequence[Mapping[str, str | None]],
    at: datetime,
) -> Receipt:
    """Keeps rows that were typed on a page (column → text), as an upload of their own that can be undone.

    Raises what `typed` raises; NotAllowed.
    """
    return store.add_all(reader, [of_hand(body, kind, rows, at)])[0]


def of_hand(body: Body, kind: str, rows: Sequence[Mapping[str, str | None]], at: datetime) -> Upload:
    """Rows that were typed (column → text) as an upload of their own. Raises what `typed` raises."""
    checked = typed(body, kind, rows, at)
    return Upload(body.key, kind, checked.kept, note(checked, at, Said(part=True)))


def withdrawing(
    store: Store, reader: Reader, body: Body, kind: str, row: Mapping[str, str | None], at: datetime
) -> tuple[loaders.Checked, str]:
    """An upload by hand without a row, and the key of the record on file that this row (column → text) is of,
    for the answer what became of it. Raises what `typed` raises; NothingToUndo where there is no such record.
    """
    checked = typed(body, kind, [row], at)
    upload = Upload(body.key, kind, checked.kept, note(checked, at, Said(part=True)))
    records = store.tried(reader, upload)[0].records
    if records.is_empty():
        raise NothingToUndo("What was to be withdrawn is not on record any more. See again what is.")
    name = f"{checked.file_name}, one withdrawn"
    return replace(checked, rows=checked.rows.clear(), said=checked.said.clear(), file_name=name), records[0]


def headings_as_aliases(
    kind: str, columns: Mapping[str, str], of_every_row: Mapping[str, str]
) -> list[dict[str, str | None]]:
    """A mapping of headings (heading → column, "" where unused) as rows of the kind aliases.

    What holds for the whole table (column → text) is one too: “role of every row” means role=member.
    """
    meant = {heading: f"{kind}.{column}" if column else None for heading, column in columns.items()}
    meant |= {f"{column} of every row": f"{kind}.{column}={text}" for column, text in of_every_row.items()}
    source = ", ".join(columns)
    return [
        {"of": "heading", "source": source, "written": written, "means": means}
        for written, means in meant.items()
    ]

"""People from a terminal: what is kept of somebody, erased on request or once it is kept for too long."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape

import polars as pl

from store import MONTHS_AFTER_LAST_SEAT, copies
from terminal.asked import FINE, READER, Asked, Refused, confirmed, opened, store_path


def subject(asked: Asked) -> int:
    """Writes a page with every row, upload and audit line that names a person, for their own request."""
    with opened(asked) as store:
        found = store.subject(READER, asked.name)
    print(_page(asked.name, found, asked.now()))
    return FINE


def erase(asked: Asked) -> int:
    """Puts a pseudonym in a person's place throughout the store; every figure stays as it is."""
    with opened(asked) as store:
        found = store.subject(READER, asked.name)
    print(f"{asked.name} stands in {_counted(found)}.")
    if not (asked.yes or confirmed("Erase?")):
        raise Refused("Nothing was erased.")
    _erase(asked, [asked.name], asked.reason)
    return FINE


def retain(asked: Asked) -> int:
    """Says what has been kept for longer than its purpose lasts; with --yes, erases it."""
    with opened(asked) as store:
        expired = store.expired(asked.as_of or asked.today())
    for name in expired.names:
        print(f"To be erased, last seat ended over {MONTHS_AFTER_LAST_SEAT} months ago: {name}")
    print(f"To be removed: {expired.audit_lines} lines of the audit before {expired.audit_before:%Y-%m-%d}.")
    if not (expired.names or expired.audit_lines):
        print("Nothing has been kept too long.")
    elif asked.yes and not asked.dry_run:
        _erase(asked, expired.names, "The retention period has ended.", expired.audit_before)
    else:
        print("Nothing was changed. Do it with --yes.")
    return FINE


def _erase(asked: Asked, names: Sequence[str], reason: str, audit_before: datetime | None = None) -> None:
    erased = copies.erase(store_path(asked), names, READER.email, asked.now(), reason, audit_before)
    print(f"Erased. In their place: {', '.join(erased.pseudonyms) or 'nobody'}. The store was written anew.")
    print(
        "Now make a new backup and delete every older one, wherever you keep them: backups are yours, and "
        "still hold the names."
    )
    if erased.files:
        print("Delete or correct the files that were uploaded, too: " + ", ".join(erased.files))


def _counted(found: Mapping[str, pl.DataFrame]) -> str:
    return ", ".join(f"{rows.height} of {table}" for table, rows in found.items())


def _page(name: str, found: Mapping[str, pl.DataFrame], at: datetime) -> str:
    """A plain page to print: a table for each kind of record, without columns that hold nothing."""
    parts = [
        f"<h1>What is kept about {escape(name)}</h1>",
        f"<p>{_counted(found)}, as of {at:%Y-%m-%d}.</p>",
    ]
    for table, rows in found.items():
        shown = rows.select(column for column in rows if column.null_count() < rows.height)
        head = "".join(f'<th scope="col">{escape(column)}</th>' for column in shown.columns)
        parts.append(f"<h2>{escape(table)}</h2><table><thead><tr>{head}</tr></thead><tbody>")
        parts += [f"<tr>{''.join(f'<td>{_cell(value)}</td>' for value in row)}</tr>" for row in shown.rows()]
        parts.append("</tbody></table>")
    title = f"<title>What is kept about {escape(name)}</title>"
    style = (
        "<style>table{border-collapse:collapse}td,th{border:1px solid;padding:.2em;text-align:left}</style>"
    )
    top = f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8">{title}{style}</head><body>'
    return "\n".join([top, *parts, "</body></html>"])


def _cell(value: object) -> str:
    return "" if value is None else escape(str(value))

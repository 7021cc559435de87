"""The side door: the same verbs as the pages, from a terminal, a schedule or a check.

Exit codes: 0 fine, 1 problems found, 2 refused; each with a sentence.
"""

import argparse
import json
import os
import shlex
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from html import escape
from pathlib import Path

import polars as pl

import export
import intake
import loaders
import samples
from kinds.names import folded
from rules import Body, Facts, TermsError, judge, load_bodies
from rules.facts import RECORDS
from store import MONTHS_AFTER_LAST_SEAT, Reader, Store, StoreError

FINE, PROBLEMS, REFUSED = 0, 1, 2
NOTHING_KNOWN = loaders.Known()
BODIES = Path(__file__).parent / "bodies"
READER = Reader("the command line", frozenset({"secretariat", "board"}))
# What a terminal prints leaves the product, so small numbers stay behind.
EXPORT = READER.for_export()


class Refused(Exception):
    """The command cannot be carried out; the message says why and what to do."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Carries out one command and returns its exit code."""
    asked = parser().parse_args(arguments)
    try:
        return asked.verb(asked)
    except (Refused, TermsError, StoreError) as refused:
        print(refused, file=sys.stderr)
        return REFUSED
    except OSError as error:
        print(f"{error.filename or 'The output'}: {error.strerror}.", file=sys.stderr)
        return REFUSED


def template(asked: argparse.Namespace) -> int:
    """Writes the template of a kind to standard output."""
    sys.stdout.buffer.write(loaders.template(loaders.KIND[asked.kind]))
    return FINE


def check(asked: argparse.Namespace) -> int:
    """Checks a file without any store."""
    checked = _check(Path(asked.file), asked)
    if asked.json:
        print(json.dumps(_check_json(checked), ensure_ascii=False, indent=2))
    else:
        _print_check(checked)
    return _code(checked)


def load(asked: argparse.Namespace) -> int:
    """Checks each file, says what would change, and saves it once confirmed; bad rows are named."""
    body, code = _body(asked.body), FINE
    with opened(asked, create=True) as store:
        for name in asked.files:
            known = intake.known(store, READER, body)
            checked = intake.kept_where_absent(store, body, _check(Path(name), asked, known))
            if asked.fill_blanks:
                checked = intake.filling_blanks(store, body, checked)
            _print_check(checked)
            for of, names in intake.strangers(store, READER, body, checked).items():
                print(f"  not known to this body, so not counted: {of} {', '.join(names)}")
            preview = store.preview(body.key, checked.kind.name, checked.rows)
            print(f"{preview.new} new, {preview.changed} changed, {preview.unchanged} unchanged.")
            if not (asked.yes or _confirmed()):
                raise Refused("Nothing was saved.")
            note = intake.note(checked, now())
            receipt = store.add(READER, body.key, checked.kind.name, checked.rows, note)
            print(f"Saved as upload {receipt.upload_id}.")
            code = max(code, _code(checked))
    return code


def uploads(asked: argparse.Namespace) -> int:
    """Lists every upload of a body, newest last."""
    with opened(asked) as store:
        _print_frame(store.read(READER, "uploads", body=_body(asked.body).key))
    return FINE


def undo(asked: argparse.Namespace) -> int:
    """Takes an upload out of every figure; nothing is deleted."""
    with opened(asked) as store:
        store.undo(READER, asked.upload, now())
    print(f"Upload {asked.upload} is undone.")
    return FINE


def findings(asked: argparse.Namespace) -> int:
    """Prints the verdicts of one body or of all, as of a day."""
    chosen = [_body(asked.body)] if asked.body else list(load_bodies(BODIES).values())
    with opened(asked) as store:
        judged = [
            finding.as_json(body.key)
            for body in chosen
            for finding in judge(body, _facts(store, body), asked.as_of or date.today())
            if asked.rule in (None, finding.rule, finding.family, *finding.term.also)
        ]
    if asked.json:
        print(json.dumps(judged, ensure_ascii=False, indent=2))
    else:
        for found in judged:
            print(
                f"{found['body']}  {found['status']:<14}  {found['clause']}  "
                f"{found['about']}: {found['says']}"
            )
    return FINE


def show(asked: argparse.Namespace) -> int:
    """Prints a mart as a table, CSV or JSON."""
    body = _body(asked.body).key if asked.body else None
    with opened(asked) as store:
        frame = store.read(EXPORT, asked.mart, body=body)
    if asked.json:
        print(json.dumps(frame.to_dicts(), ensure_ascii=False, indent=2, default=str))
    elif asked.csv:
        sys.stdout.buffer.write(export.csv(frame))
    else:
        _print_frame(frame)
    return FINE


def fill(asked: argparse.Namespace) -> int:
    """Fills an empty store with a sample set."""
    with opened(asked, create=True) as store:
        receipts = samples.fill_if_empty(store, asked.set, now())
    if not receipts:
        raise Refused("This store holds data already; name an empty one with --store.")
    print(
        f"Filled with the {asked.set} set: {len(receipts)} files, {sum(r.count_rows for r in receipts)} rows."
    )
    return FINE


def backup(asked: argparse.Namespace) -> int:
    """Copies the store to a new file."""
    with opened(asked) as store:
        store.backup(Path(asked.file))
    print(f"Backed up to {asked.file}.")
    return FINE


def restore(asked: argparse.Namespace) -> int:
    """Brings a backup back into an empty place."""
    Store.restore(Path(asked.file), store_path(asked))
    print(f"Restored from {asked.file}.")
    return FINE


def verify(asked: argparse.Namespace) -> int:
    """Reads everything back and recomputes the ledger's chain."""
    with opened(asked) as store:
        problems = store.verify()
    print("\n".join(problems) or "The store is sound.")
    return PROBLEMS if problems else FINE


def subject(asked: argparse.Namespace) -> int:
    """Writes a page with every row, upload and audit line that names a person, for their own request."""
    with opened(asked) as store:
        found = store.subject(READER, asked.name)
    print(_page(asked.name, found))
    return FINE


def erase(asked: argparse.Namespace) -> int:
    """Puts a pseudonym in a person's place throughout the store; every figure stays as it is."""
    with opened(asked) as store:
        found = store.subject(READER, asked.name)
    print(f"{asked.name} stands in {_counted(found)}.")
    if not (asked.yes or _confirmed("Erase?")):
        raise Refused("Nothing was erased.")
    _erase(asked, [asked.name], asked.reason)
    return FINE


def retain(asked: argparse.Namespace) -> int:
    """Says what has been kept for longer than its purpose lasts; with --yes, erases it."""
    with opened(asked) as store:
        expired = store.expired(asked.as_of or date.today())
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


def _erase(
    asked: argparse.Namespace, names: Sequence[str], reason: str, audit_before: datetime | None = None
) -> None:
    erased = Store.erase(store_path(asked), names, READER.email, now(), reason, audit_before)
    print(f"Erased. In their place: {', '.join(erased.pseudonyms) or 'nobody'}. The store was written anew.")
    print(
        "Now make a new backup and delete every older one, wherever you keep them: backups are yours, and "
        "still hold the names."
    )
    if erased.files:
        print("Delete or correct the files that were uploaded, too: " + ", ".join(erased.files))


def _counted(found: Mapping[str, pl.DataFrame]) -> str:
    return ", ".join(f"{rows.height} of {table}" for table, rows in found.items())


def _page(name: str, found: Mapping[str, pl.DataFrame]) -> str:
    """A plain page to print: a table for each kind of record, without columns that hold nothing."""
    parts = [
        f"<h1>What is kept about {escape(name)}</h1>",
        f"<p>{_counted(found)}, as of {now():%Y-%m-%d}.</p>",
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


def _confirmed(question: str = "Save?") -> bool:
    """Whether the person at the terminal says yes; without one, nobody does."""
    print(f"{question} [y/N] ", end="", flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def now() -> datetime:
    """The present moment, UTC without a zone, as the store keeps it."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def store_path(asked: argparse.Namespace) -> Path:
    """The store named by --store or QUORATE_STORE."""
    named = asked.store or os.environ.get("QUORATE_STORE")
    if not named:
        raise Refused("Name the store with --store PATH or QUORATE_STORE.")
    return Path(named)


@contextmanager
def opened(asked: argparse.Namespace, create: bool = False) -> Iterator[Store]:
    """The store, closed again whatever happens; only what fills a store may make one."""
    with closing(Store.open(store_path(asked), create)) as store:
        yield store


def _as_of(text: str) -> date:
    """A day that the calendar of every rule can count from."""
    day = date.fromisoformat(text)
    if not 1990 <= day.year <= 2100:
        raise argparse.ArgumentTypeError(f"{text} is not between 1990 and 2100")
    return day


def _body(key: str) -> Body:
    bodies = load_bodies(BODIES)
    if key not in bodies:
        raise Refused(f"There is no body {key!r}. The bodies are: {', '.join(bodies)}.")
    return bodies[key]


def _check(path: Path, asked: argparse.Namespace, known: loaders.Known = NOTHING_KNOWN) -> loaders.Checked:
    data = path.read_bytes()
    answers = loaders.Answers(asked.dates, asked.group, asked.on, sheet=asked.sheet)
    try:
        known = replace(known, sources=(*known.sources, *_mapped(data, asked)))
        if asked.body:
            return intake.check(data, path.name, _body(asked.body), asked.kind, known, answers)
        return loaders.check(data, path.name, kind=asked.kind, known=known, answers=answers)
    except loaders.Undated as unsure:
        option = "--dates day or --dates month" if unsure.examples else "--on YYYY-MM-DD"
        raise Refused(f"{path.name}: {unsure} Give {option}.") from unsure
    except loaders.Unchosen as several:
        raise Refused(f"{path.name}: {several} Give --sheet NAME.") from several
    except loaders.Unmapped as unknown:
        raise Refused(f"{path.name}: {unknown}\n{_suggestion(data, asked)}") from unknown
    except loaders.Unreadable as refused:
        raise Refused(f"{path.name}: {refused}") from refused


def _mapped(data: bytes, asked: argparse.Namespace) -> list[loaders.Source]:
    """The table that --map describes, if it is given: as suggested, or heading by heading."""
    if not asked.map:
        return []
    seen = loaders.look(data, sheet=asked.sheet)
    best, others = _suggested(seen, asked.kind), dict.fromkeys(filter(None, seen.headings), "")
    if asked.map == ["suggested"]:
        if not best:
            raise Refused("Nothing can be suggested for this table. Give --kind and --map HEADING=COLUMN.")
        return [loaders.mapped(best.kind, others | best.columns, "the columns suggested")]
    if not asked.kind:
        raise Refused("--map HEADING=COLUMN needs --kind: the kind whose columns they are.")
    kind = loaders.KIND[asked.kind]
    columns = {folded(each.heading): each.column for each in kind.fields}
    pairs = [pair.rpartition("=")[::2] for pair in asked.map]
    if strange := [name for _, name in pairs if folded(name) not in columns]:
        raise Refused(f"{kind.title} has no column {strange[0]!r}. It has: {', '.join(columns)}.")
    given = {heading: columns[folded(name)] for heading, name in pairs}
    return [loaders.mapped(kind, others | given, "the columns given")]


def _suggested(seen: loaders.Look, kind: str | None) -> loaders.Suggestion | None:
    kinds = [loaders.KIND[kind]] if kind else loaders.KINDS
    return next(iter(loaders.suggested(seen.headings, seen.rows, kinds)), None)


def _suggestion(data: bytes, asked: argparse.Namespace) -> str:
    try:
        best = _suggested(loaders.look(data, sheet=asked.sheet), asked.kind)
    except loaders.Unreadable as refused:
        return str(refused)
    if not best:
        return "Nothing like a known table was found in it."
    headings = {each.column: each.heading for each in best.kind.fields}
    pairs = " ".join(f"--map {shlex.quote(f'{name}={headings[to]}')}" for name, to in best.columns.items())
    lacks = "" if best.share == 1 else " Some columns that it needs were not found."
    accept = f"It is most like {best.kind.title}.{lacks} Accept that with --map suggested, or say:"
    return f"{accept}\n  --kind {best.kind.name} {pairs}"


def _facts(store: Store, body: Body) -> Facts:
    return Facts.of(store.read_all(EXPORT, RECORDS, body.key))


def _check_json(checked: loaders.Checked) -> dict:
    return {
        "kind": checked.kind.name, "encoding": checked.encoding, "delimiter": checked.delimiter,
        "header_line": checked.header_line, "other_sheets": checked.sheets_not_read,
        "rows": checked.rows.height, "problems": checked.problems.to_dicts(), "source": checked.source.name,
        "unplaced": checked.unplaced.to_dicts(), "left_out": checked.count_left_out,
    }  # fmt: skip


def _code(checked: loaders.Checked) -> int:
    return PROBLEMS if checked.problems.height or checked.unplaced.height else FINE


def _print_check(checked: loaders.Checked) -> None:
    print(
        f"{checked.file_name}: {checked.kind.name}, "
        f"{checked.rows.height} of {checked.count_read} rows are good."
    )
    if not checked.source.is_template:
        print(f"  read as {checked.source.name}")
    if checked.sheets_not_read:
        print(f"  sheet {checked.sheet!r}; not read: {', '.join(checked.sheets_not_read)}")
    if checked.order.because:
        print(f"  dates {'month' if checked.order.month_first else 'day'} first: {checked.order.because}")
    for written, known in checked.renamed.items():
        print(f"  {written!r} is on record as {known!r}")
    if checked.count_left_out:
        print(f"  {checked.count_left_out} left out: {checked.source.leaves_out or 'they count for nobody'}")
    for row in checked.unplaced.iter_rows(named=True):
        print(f"  line {row['line']}: no organisation is known for {row['written']!r}, so it is not loaded")
    for problem in checked.problems.iter_rows(named=True):
        print(
            f"  line {problem['line']}, {problem['column']}: {problem['value']!r} "
            f"must be {problem['must_be']}"
        )


def _print_frame(frame: pl.DataFrame) -> None:
    with pl.Config(tbl_rows=-1, tbl_cols=-1, tbl_hide_column_data_types=True, tbl_hide_dataframe_shape=True):
        print(frame)


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = argparse.ArgumentParser(prog="cli.py", description="Quorate from a terminal.")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    kinds = [kind.name for kind in loaders.KINDS]

    def command(verb: Callable[[argparse.Namespace], int], name: str = "", *, store: bool = True):
        added = commands.add_parser(name or verb.__name__, help=verb.__doc__, description=verb.__doc__)
        added.set_defaults(verb=verb)
        if store:
            added.add_argument("--store", metavar="PATH", help="the store; QUORATE_STORE names it otherwise")
        return added

    command(template, store=False).add_argument("kind", choices=kinds)
    one = command(check, store=False)
    one.add_argument("file")
    one.add_argument("--json", action="store_true")
    many = command(load)
    many.add_argument("files", nargs="+", metavar="file")
    many.add_argument("--yes", action="store_true", help="save without asking")
    for either in (one, many):
        either.add_argument("--kind", choices=kinds)
        either.add_argument("--body", required=either is many)
        either.add_argument("--sheet", metavar="NAME", help="of a workbook, if not the one that fits best")
        either.add_argument("--dates", choices=["day", "month"], help="which comes first in the file's dates")
        either.add_argument(
            "--on", type=_as_of, metavar="YYYY-MM-DD", help="the meeting, if the file is silent"
        )
        either.add_argument("--group", help="the group that met, if the file is silent")
        either.add_argument("--map", action="append", metavar="HEADING=COLUMN", help="or: suggested")
    many.add_argument("--fill-blanks", action="store_true", help="change no value that is on record")
    command(uploads).add_argument("--body", required=True)
    command(undo).add_argument("upload", type=int)
    judged = command(findings)
    judged.add_argument("--body")
    judged.add_argument("--as-of", type=_as_of, metavar="YYYY-MM-DD")
    judged.add_argument("--rule", help="a number such as C30, or a family such as quorum")
    judged.add_argument("--json", action="store_true")
    shown = command(show)
    shown.add_argument("mart")
    shown.add_argument("--body")
    shown.add_argument("--csv", action="store_true")
    shown.add_argument("--json", action="store_true")
    command(fill, "samples").add_argument("--set", choices=samples.SETS, default="illustrative")
    command(backup).add_argument("file")
    command(restore).add_argument("file")
    command(verify)
    command(subject).add_argument("name", help="a name as on record, or an e-mail address")
    gone = command(erase)
    gone.add_argument("name", help="a name as on record, or an e-mail address")
    gone.add_argument("--reason", required=True, help="kept on record, without the name")
    late = command(retain)
    late.add_argument("--as-of", type=_as_of, metavar="YYYY-MM-DD")
    late.add_argument("--dry-run", action="store_true", help="change nothing; so it is without --yes")
    for either in (gone, late):
        either.add_argument("--yes", action="store_true", help="do it without asking")
    return top


if __name__ == "__main__":
    sys.exit(main())

"""The side door: the same verbs as the pages, from a terminal, a schedule or a check.

Exit codes: 0 fine, 1 problems found, 2 refused; each with a sentence.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl

import intake
import loaders
import samples
from rules import Body, Facts, judge, load_bodies
from rules.body import TermsError
from rules.facts import RECORDS
from store import Reader, Store, StoreError

FINE, PROBLEMS, REFUSED = 0, 1, 2
BODIES = Path(__file__).parent / "bodies"
READER = Reader("the command line", frozenset({"secretariat", "board"}))


class Refused(Exception):
    """The command cannot be carried out; the message says why and what to do."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Carries out one command and returns its exit code."""
    asked = parser().parse_args(arguments)
    try:
        return asked.verb(asked)
    except (Refused, TermsError, StoreError, loaders.Unreadable) as refused:
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
    checked = _check(Path(asked.file), asked.body, asked.kind)
    if asked.json:
        print(json.dumps(_check_json(checked), ensure_ascii=False, indent=2))
    else:
        _print_check(checked)
    return PROBLEMS if checked.problems.height else FINE


def load(asked: argparse.Namespace) -> int:
    """Checks each file, says what would change, and saves it once confirmed; bad rows are named."""
    body, code = _body(asked.body), FINE
    with opened(asked, create=True) as store:
        for name in asked.files:
            checked = intake.kept_where_absent(store, body, _check(Path(name), asked.body, asked.kind))
            _print_check(checked)
            for of, names in intake.strangers(store, READER, body, checked).items():
                print(f"  not known to this body, so not counted: {of} {', '.join(names)}")
            preview = store.preview(body.key, checked.kind.name, checked.rows)
            print(f"{preview.new} new, {preview.changed} changed, {preview.unchanged} unchanged.")
            if not (asked.yes or _confirmed()):
                raise Refused("Nothing was saved.")
            note = intake.note(checked, READER.email, now())
            receipt = store.add(body.key, checked.kind.name, checked.rows, note)
            print(f"Saved as upload {receipt.upload_id}.")
            code = max(code, PROBLEMS if checked.problems.height else FINE)
    return code


def uploads(asked: argparse.Namespace) -> int:
    """Lists every upload of a body, newest last."""
    with opened(asked) as store:
        _print_frame(store.read(READER, "uploads", body=_body(asked.body).key))
    return FINE


def undo(asked: argparse.Namespace) -> int:
    """Takes an upload out of every figure; nothing is deleted."""
    with opened(asked) as store:
        store.undo(asked.upload, READER.email, now())
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
        frame = store.read(READER, asked.mart, body=body)
    if asked.json:
        print(json.dumps(frame.to_dicts(), ensure_ascii=False, indent=2, default=str))
    elif asked.csv:
        print(_as_csv(frame), end="")
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


def _confirmed() -> bool:
    """Whether the person at the terminal says yes; without one, nobody does."""
    print("Save? [y/N] ", end="", flush=True)
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


def _check(path: Path, body: str | None, kind: str | None) -> loaders.Checked:
    data = path.read_bytes()
    return (
        intake.check(data, path.name, _body(body), kind)
        if body
        else loaders.check(data, path.name, kind=kind)
    )


def _facts(store: Store, body: Body) -> Facts:
    return Facts.of(store.read_all(READER, RECORDS, body.key))


def _check_json(checked: loaders.Checked) -> dict:
    return {
        "kind": checked.kind.name, "encoding": checked.encoding, "delimiter": checked.delimiter,
        "header_line": checked.header_line, "rows": checked.rows.height,
        "problems": checked.problems.to_dicts(),
    }  # fmt: skip


def _print_check(checked: loaders.Checked) -> None:
    print(
        f"{checked.file_name}: {checked.kind.name}, "
        f"{checked.rows.height} of {checked.count_read} rows are good."
    )
    for problem in checked.problems.iter_rows(named=True):
        print(
            f"  line {problem['line']}, {problem['column']}: {problem['value']!r} "
            f"must be {problem['must_be']}"
        )


def _print_frame(frame: pl.DataFrame) -> None:
    with pl.Config(tbl_rows=-1, tbl_cols=-1, tbl_hide_column_data_types=True, tbl_hide_dataframe_shape=True):
        print(frame)


def _as_csv(frame: pl.DataFrame) -> str:
    """CSV for a spreadsheet: lists joined, and text that would start a formula made inert."""
    lists = [name for name, dtype in frame.schema.items() if isinstance(dtype, pl.List)]
    texts = [name for name, dtype in frame.schema.items() if dtype == pl.Utf8]
    guarded = pl.col(texts + lists).str.replace(r"^([=+\-@\t\r\n\x00＝＋－＠])", "'$1")
    return frame.with_columns(pl.col(lists).list.join("; ")).with_columns(guarded).write_csv()


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
    return top


if __name__ == "__main__":
    sys.exit(main())

"""The side door: the same verbs as the pages, from a terminal, a schedule or a check.

Exit codes: 0 fine, 1 problems found, 2 refused; each with a sentence.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

import loaders
import samples
from rules import TermsError
from store import StoreError
from terminal import digest, files, moving, people, record, terms
from terminal.asked import FINE, PROBLEMS, REFUSED, Asked, Refused

DAY = "YYYY-MM-DD"
DATES = ["day", "month", "year", "turned"]
LOOKS = {"hidden": "hidden rows", "struck": "rows struck through", "colours": "colours as ratings"}
BECAME = ["ended", "mistaken", "kept"]
Verb = Callable[[Asked], int]
Command = Callable[..., argparse.ArgumentParser]

__all__ = ["FINE", "PROBLEMS", "REFUSED", "main", "parser"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Carries out one command and returns its exit code."""
    asked = parser().parse_args(arguments)
    verb: Verb = asked.verb
    try:
        return verb(asked)
    except (Refused, TermsError, StoreError) as refused:
        print(refused, file=sys.stderr)
        return REFUSED
    except OSError as error:
        print(f"{error.filename or 'The output'}: {error.strerror}.", file=sys.stderr)
        return REFUSED


def now() -> datetime:
    """The present moment, UTC without a zone, as the store keeps it."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def _as_of(text: str) -> date:
    """A day that the calendar of every rule can count from."""
    day = date.fromisoformat(text)
    if not 1990 <= day.year <= 2100:
        raise argparse.ArgumentTypeError(f"{text} is not between 1990 and 2100")
    return day


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = argparse.ArgumentParser(prog="cli.py", description="Quorate from a terminal.")
    top.set_defaults(now=now, today=date.today)
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    def command(verb: Verb, name: str = "", *, store: bool = True) -> argparse.ArgumentParser:
        added = commands.add_parser(name or verb.__name__, help=verb.__doc__, description=verb.__doc__)
        added.set_defaults(verb=verb)
        if store:
            added.add_argument("--store", metavar="PATH", help="the store; QUORATE_STORE names it otherwise")
        return added

    _add_files(command)
    _add_record(command)
    _add_people(command)
    _add_terms(commands)
    return top


def _add_files(command: Command) -> None:
    kinds = [kind.name for kind in loaders.KINDS]
    command(files.template, store=False).add_argument("kind", choices=kinds)
    one = command(files.check, store=False)
    one.add_argument("file")
    one.add_argument("--json", action="store_true")
    many = command(files.load)
    many.add_argument("files", nargs="+", metavar="file")
    many.add_argument("--yes", action="store_true", help="save without asking")
    for either in (one, many):
        either.add_argument("--kind", choices=kinds)
        either.add_argument("--body", required=either is many)
        either.add_argument("--sheet", metavar="NAME", help="of a workbook, if not the one that fits best")
        either.add_argument("--dates", choices=DATES, help="what comes first in the file's dates")
        either.add_argument("--on", type=_as_of, metavar=DAY, help="the meeting, if the file is silent")
        either.add_argument("--group", help="the group that met, if the file is silent")
        for look, of in (
            ("hidden", "hidden rows"),
            ("struck", "rows struck through"),
            ("colours", "ratings"),
        ):
            either.add_argument(f"--{look}", choices=["count", "ignore"], help=f"{of} of a workbook")
        either.add_argument("--unused", action="append", metavar="HEADING", help="a column to pass over")
        either.add_argument("--map", action="append", metavar="HEADING=COLUMN", help="or: suggested")
    many.add_argument("--means", action="append", metavar="WORD=MEANING", help="a word that no rule knows")
    many.add_argument("--fill-blanks", action="store_true", help="change no value that is on record")
    many.add_argument("--as-at", type=_as_of, metavar=DAY, help="the day that the file shows; else today")
    many.add_argument("--part", action="store_true", help="the file is whole for nothing")
    many.add_argument("--complete-to", type=_as_of, metavar=DAY, help="up to which day a register is whole")
    many.add_argument("--gone", choices=BECAME, help="what became of records that it no longer has")
    many.add_argument("--matched-by", choices=["reference", "words"], help="what tells records apart")
    many.add_argument(
        "--references",
        choices=["back", "right"],
        help="whether dates were references once",
    )
    many.add_argument("--listed", choices=["everyone", "came"], help="who stands in a list of attendance")


def _add_record(command: Command) -> None:
    command(record.uploads).add_argument("--body", required=True)
    command(record.undo).add_argument("upload", type=int)
    judged = command(record.findings)
    judged.add_argument("--body")
    judged.add_argument("--rule", help="a number such as C30, or a family such as quorum")
    judged.add_argument("--json", action="store_true")
    ahead = command(record.calendar)
    ahead.add_argument("--body", required=True)
    news = command(digest.digest)
    news.add_argument("folder", help="where mails are put, and what they told is kept")
    news.add_argument("--body", required=True)
    news.add_argument("--address", required=True, metavar="URL", help="where readers find the pages")
    shown = command(record.show)
    shown.add_argument("mart", nargs="?", help="which table; without one, all that there are are listed")
    shown.add_argument("--body")
    shown.add_argument("--csv", action="store_true")
    shown.add_argument("--json", action="store_true")
    for either in (judged, ahead, shown):
        either.add_argument("--as-of", type=_as_of, metavar=DAY)
        either.add_argument(
            "--known", choices=["now", "then"], default="now", help="as it is known now, or was on that day"
        )
    command(record.fill, "samples").add_argument("--set", choices=samples.SETS, default="illustrative")
    command(record.backup).add_argument("file")
    command(record.restore).add_argument("file")
    command(record.verify)
    out = command(moving.take_out, "export")
    out.add_argument("to", help="a new folder, or a new file that ends in .zip")
    out.add_argument("--body", required=True)
    out.add_argument("--parquet", action="store_true", help="the tables as Parquet, too")
    command(moving.take_in, "import").add_argument("source", help="a folder or ZIP file that export wrote")


def _add_people(command: Command) -> None:
    command(people.subject).add_argument("name", help="a name as on record, or an e-mail address")
    gone = command(people.erase)
    gone.add_argument("name", help="a name as on record, or an e-mail address")
    gone.add_argument("--reason", required=True, help="kept on record, without the name")
    late = command(people.retain)
    late.add_argument("--as-of", type=_as_of, metavar=DAY)
    late.add_argument("--dry-run", action="store_true", help="change nothing; so it is without --yes")
    for either in (gone, late):
        either.add_argument("--yes", action="store_true", help="do it without asking")


def _add_terms(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    about = "A body's terms: check, new, schema, coverage."
    of_terms = commands.add_parser("terms", help=about, description=about)
    verbs = of_terms.add_subparsers(required=True, metavar="WHAT")

    def verb(does: Verb, name: str) -> argparse.ArgumentParser:
        added = verbs.add_parser(name, help=does.__doc__, description=does.__doc__)
        added.set_defaults(verb=does)
        return added

    verb(terms.check, "check").add_argument("file", nargs="?", help="a terms file; all that are read without")
    verb(terms.new, "new").add_argument("name", help="the name of the body")
    verb(terms.schema, "schema")
    verb(terms.coverage, "coverage")


if __name__ == "__main__":
    sys.exit(main())

"""The examples in terms, tried: their tables go through the gate and the store, then they are judged."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path

import loaders
from intake.check import check, note
from intake.known import people_alone
from kinds.names import folded
from rules import Body, Facts, Finding, judge
from rules.facts import RECORDS
from rules.faults import Fault
from rules.terms import Example, Term
from store import Reader, Store, Upload

READER = Reader("the examples", frozenset({"secretariat"}))
SEATS = "representatives"
DAY_FIRST = loaders.Answers("day")


@dataclass(frozen=True)
class Case:
    """One example with its entry, the family of that, and the body as which its rows are kept; the entry is
    read as the example says.
    """

    family: str
    term: Term
    example: Example
    body: Body

    def fault(self, says: str, remedy: str = "") -> Fault:
        file, line = Path(self.term.source_file).name, self.example.source_line or self.term.source_line
        return Fault(file, line, f"example of {self.family} {self.term.rule}", says, remedy)


class Unusable(Exception):
    """The table of an example is no file of its kind; the message says why."""


def count_examples(body: Body) -> int:
    """How many examples a body's own file has."""
    return len(_cases(body))


def failing(body: Body) -> list[Fault]:
    """Each example of a body's own file that draws another verdict, or whose tables cannot be read."""
    cases = _cases(body)
    if not cases:
        return []
    with closing(Store.open(None)) as store:
        unusable = _load(store, cases)
        good = {case.body.key: case for case in cases if case.body.key not in unusable}
        judged = {key: _judged(store, case) for key, case in good.items()}
    faults = [
        case.fault(unusable[case.body.key], "Correct the table.")
        if case.body.key in unusable
        else _differs(case, judged[case.body.key])
        for case in cases
    ]
    return [fault for fault in faults if fault]


def _cases(body: Body) -> list[Case]:
    """Examples of the same day and tables share a body, which is loaded and judged once."""
    keys: dict[tuple[object, ...], str] = {}
    found = []
    for family, entries in body.terms.items():
        for term in entries:
            if Path(term.source_file).stem == body.key:
                for example in term.examples:
                    tables = _tables(body, example)
                    alike = (example.on, *tables.items(), example.reading and (term.rule, example.reading))
                    key = keys.setdefault(alike, f"example {len(keys) + 1}")
                    read = _read(body, family, term, example.reading)
                    found.append(Case(family, term, example, read.model_copy(update={"key": key})))
    return found


def _read(body: Body, family: str, term: Term, reading: str) -> Body:
    """The body with one entry by another reading; by its own where none is named."""
    if not reading:
        return body
    entries = tuple(each.read_as(reading) if each is term else each for each in body.terms[family])
    return body.model_copy(update={"terms": {**body.terms, family: entries}})


def _tables(body: Body, example: Example) -> Mapping[str, str]:
    return {**body.tables, **example.tables}


def _load(store: Store, cases: Sequence[Case]) -> dict[str, str]:
    """Loads the tables of all cases; returns why, by body, where that cannot be done."""
    uploads: list[Upload] = []
    unusable: dict[str, str] = {}
    for key, case in {case.body.key: case for case in cases}.items():
        try:
            uploads += _uploads(case)
        except Unusable as error:
            unusable[key] = str(error)
    store.add_all(READER, uploads)
    return unusable


def _uploads(case: Case) -> list[Upload]:
    """Who sits where comes first, because other tables may name people alone."""
    tables = _tables(case.body, case.example)
    shown_on, names, uploads = datetime.combine(case.example.on, time(12)), loaders.Names(), []
    for kind in sorted(tables, key=lambda kind: kind != SEATS):
        checked = _checked(case, kind, tables[kind], names)
        if kind == SEATS and case.body.members_are == "people":
            names = loaders.Names(people=people_alone(checked.rows), in_own_name=True)
        uploads.append(Upload(case.body.key, kind, checked.kept, note(checked, shown_on)))
    return uploads


def _checked(case: Case, kind: str, table: str, names: loaders.Names) -> loaders.Checked:
    if kind not in loaders.KIND:
        raise Unusable(f"There is no kind of file {kind!r}; there are: {', '.join(loaders.KIND)}.")
    known = loaders.Known(names=names, today=case.example.on)
    try:
        checked = check(as_csv(table), f"{kind}.csv", case.body, kind, known, DAY_FIRST)
    except loaders.Unreadable as error:
        raise Unusable(f"Its table of {kind}: {error}") from error
    for row in checked.problems.iter_rows(named=True):
        what = f"{row['column']} {row['value']!r} must be {row['must_be']}"
        raise Unusable(f"Its table of {kind}, row {row['line'] - 1}: {what}.")
    for row in checked.unplaced.iter_rows(named=True):
        raise Unusable(f"Its table of {kind}: no organisation is known for {row['written']!r}.")
    return checked


def as_csv(table: str) -> bytes:
    """A small table of cells between | as the file that it stands for."""
    out = io.StringIO()
    lines = (line for line in table.splitlines() if line.strip())
    csv.writer(out).writerows([cell.strip() for cell in line.split("|")] for line in lines)
    return out.getvalue().encode()


def _judged(store: Store, case: Case) -> list[Finding]:
    facts = Facts.of(store.read_all(READER, RECORDS, case.body.key))
    return judge(case.body, facts, case.example.on)


def _differs(case: Case, findings: Sequence[Finding]) -> Fault | None:
    """What is found of the entry, where it is not what the example says."""
    own = list(_of_entry(case, findings))
    wanted = case.example
    fits = all(f.status == wanted.verdict and folded(wanted.says) in folded(f.says) for f in own)
    if fits and bool(own) is (wanted.verdict != "nothing"):
        return None
    told = "; ".join(f"{f.about}: {f.status}, “{f.says}”" for f in own) or "nothing is found"
    asked = f"{wanted.verdict}{f', “{wanted.says}”' if wanted.says else ''}"
    return case.fault(f"It asks for {asked}; but {told}.", "Correct the entry, or the example.")


def _of_entry(case: Case, findings: Sequence[Finding]) -> Iterator[Finding]:
    for finding in findings:
        is_own = finding.term.source_line == case.term.source_line and finding.rule == case.term.rule
        if is_own and folded(case.example.about) in folded(finding.about):
            yield finding

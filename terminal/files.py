"""Files from a terminal: a template to fill in, a file checked, files loaded."""

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import intake
import loaders
from terminal.asked import FINE, PROBLEMS, READER, Asked, Refused, body_of, confirmed, opened
from terminal.mapping import mapped, suggestion
from terminal.meaning import meant, refuse_unread, remembered
from terminal.saving import answered, told


def template(asked: Asked) -> int:
    """Writes the template of a kind to standard output."""
    sys.stdout.buffer.write(loaders.template(loaders.KIND[asked.kind]))
    return FINE


def check(asked: Asked) -> int:
    """Checks a file without any store."""
    checked = _check(Path(asked.file), asked)
    if asked.json:
        print(json.dumps(_check_json(checked), ensure_ascii=False, indent=2))
    else:
        _print_check(checked)
    return _code(checked)


def load(asked: Asked) -> int:
    """Checks each file, says what would change, and saves it once confirmed; bad rows are named."""
    body, code = body_of(asked.body), FINE
    with opened(asked, create=True) as store:
        for name in asked.files:
            known = meant(intake.known(store, READER, body, asked.today()), body, asked)
            checked = _check(Path(name), asked, known)
            _print_check(checked)
            refuse_unread(body, checked, asked, known)
            first = remembered(body, checked, asked)
            for of, names in intake.strangers(store, READER, body, checked).items():
                print(f"  not known to this body, so not counted: {of} {', '.join(names)}")
            trial = answered(store, body, checked, asked, first)
            told(trial)
            if not (asked.yes or confirmed()):
                raise Refused("Nothing was saved.")
            number = intake.saved(store, READER, trial).upload_id
            if first:
                print(f"What its words mean is remembered as upload {number - 1}.")
            print(f"Saved as upload {number}.")
            code = max(code, _code(checked))
    return code


def _answers(asked: Asked) -> loaders.Answers:
    counts = {"count": True, "ignore": False}
    return loaders.Answers(
        asked.dates,
        asked.group,
        asked.on,
        sheet=asked.sheet,
        unused=frozenset(asked.unused or ()),
        hidden=counts.get(asked.hidden),
        struck=asked.struck == "count",
        colours=counts.get(asked.colours),
    )


def _check(path: Path, asked: Asked, known: loaders.Known | None = None) -> loaders.Checked:
    data = path.read_bytes()
    answers, known = _answers(asked), known or loaders.Known(today=asked.today())
    try:
        known = replace(known, sources=(*known.sources, *mapped(data, asked, known)))
        if asked.body:
            return intake.check(data, path.name, body_of(asked.body), asked.kind, known, answers)
        return loaders.check(data, path.name, kind=asked.kind, known=known, answers=answers)
    except loaders.Undated as unsure:
        orders = " or ".join(f"--dates {each}" for each in unsure.orders)
        option = orders if unsure.examples else "--on YYYY-MM-DD"
        raise Refused(f"{path.name}: {unsure} Give {option}.") from unsure
    except loaders.Unseen as unseen:
        raise Refused(
            f"{path.name}: {unseen} Give --{unseen.what} count or --{unseen.what} ignore."
        ) from unseen
    except loaders.Unchosen as several:
        raise Refused(f"{path.name}: {several} Give --sheet NAME.") from several
    except loaders.Unmapped as unknown:
        raise Refused(f"{path.name}: {unknown}\n{suggestion(data, asked, unknown, known)}") from unknown
    except loaders.Unreadable as refused:
        raise Refused(f"{path.name}: {refused}") from refused


def _check_json(checked: loaders.Checked) -> dict[str, Any]:
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
        print(f"  dates {checked.order.told}: {checked.order.because}")
    if checked.ignored and checked.source.is_template:
        print(f"  columns not used: {', '.join(checked.ignored)}")
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

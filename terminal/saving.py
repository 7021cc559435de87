"""What saving a file would change, and what is asked before it: from a terminal."""

import sys
from collections.abc import Mapping, Sequence
from typing import cast

import polars as pl

import intake
import loaders
from kinds import KIND
from rules import Body
from rules.words import number
from store import Said, Store, Upload
from store.said import NOTHING_GONE, Answers, Became, Listed
from terminal.asked import READER, Asked, Refused

SHOWN = 12
LISTED: Mapping[Listed | None, str] = {
    "everyone": "Everyone who was expected is listed.",
    "came": "Only those who came are listed.",
    None: "Nobody in it stayed away. Say who is listed, once for all lists with these headings: "
    "--listed everyone or --listed came. Until then, what became of the others is not known.",
}
MEANS = {
    "ended": "true until the day of the file that lacks it, and then over",
    "mistaken": "never true",
    "kept": "still true, only left out of the file",
}


def answered(
    store: Store, body: Body, checked: loaders.Checked, asked: Asked, first: Sequence[Upload] = ()
) -> intake.Trial:
    """What saving would change, once what the file leaves open is said. Raises Refused where it is not."""
    if asked.as_at and asked.as_at > asked.today():
        raise Refused(f"--as-at {asked.as_at} is still to come; give the day that the file shows.")
    said = Said(
        as_at=asked.as_at,
        fills=asked.fill_blanks,
        part=asked.part,
        complete_to=asked.complete_to,
        matched_by=asked.matched_by or "reference",
        listed=asked.listed or intake.listed_before(store, READER, body, checked),
    )
    may_be = KIND[checked.kind.name].gone_may_be
    if asked.gone and asked.gone not in may_be:
        raise Refused(f"What is gone from a file of {checked.kind.name} may be {' or '.join(may_be)}.")
    gone: Answers = cast(Became, asked.gone) if asked.gone else NOTHING_GONE
    at, today = asked.now(), asked.today()
    while True:
        trial = intake.tried(store, READER, body, checked, at, today, said, gone, first)
        if trial.made_dates and asked.references != "right":
            if asked.references is None:
                raise Refused(_made_dates(trial))
            checked = intake.put_back(checked, trial.made_dates)
            continue
        if trial.renumbered and asked.matched_by is None:
            raise Refused(_renumbered(trial))
        if trial.must_be_told.is_empty():
            return trial
        gone = _asked(trial, asked.yes)


def told(trial: intake.Trial) -> None:
    """Prints what saving would change."""
    preview = trial.preview
    counts = f"{preview.new} new, {preview.changed} changed, {preview.unchanged} unchanged"
    print(f"{counts}, {preview.gone.height} gone." if preview.gone.height else f"{counts}.")
    for sentence in trial.new_meetings:
        print(f"  {sentence}")
    if not intake.tells_who_is_listed(trial.checked):
        print(f"  {LISTED[trial.upload.note.said.listed]}")
    if trial.changes:
        print("Saving would change:")
    for change in trial.changes[:SHOWN]:
        print(f"  {change.says}")
    if len(trial.changes) > SHOWN:
        print(f"  and {len(trial.changes) - SHOWN} more verdicts")


def _asked(trial: intake.Trial, must_not_wait: bool) -> Became:
    """What became of the records that are gone, asked of the person at the terminal."""
    may_be = trial.checked.kind.gone_may_be
    question = _gone(trial)
    if must_not_wait:
        raise Refused(question)
    print(f"{question}\nWhat became of them? [{'/'.join(may_be)}] ", end="", flush=True)
    said = sys.stdin.readline().strip().lower()
    if said not in may_be:
        raise Refused("Nothing was saved.")
    return cast(Became, said)


def _gone(trial: intake.Trial) -> str:
    gone, kind = trial.must_be_told, trial.checked.kind
    told = [
        line
        for (lacking,), rows in gone.partition_by("gone_from", as_dict=True, maintain_order=True).items()
        for line in _lacking(trial, lacking, rows)
    ]
    options = [f"  --gone {word}: {MEANS[word]}" for word in kind.gone_may_be]
    remedy = "Say what became of them; nothing was saved:"
    part = "  --part: the file is only a part, and leaves out what it does not mention"
    return "\n".join([*told, remedy, *options, part])


def _lacking(trial: intake.Trial, later: str | None, gone: pl.DataFrame) -> list[str]:
    """The records that are gone from this file or, if they are in it, from a later one."""
    count, own = number(gone.height, "record"), trial.checked.file_name
    head = f"{own} no longer has {count} that it should hold:"
    if later:
        head = f"{later}, which shows a later day, does not have {count} of {own}:"
    rows = [f"  {_in_words(row, trial.checked.kind.identifying)}" for row in gone.head(SHOWN).to_dicts()]
    return [head, *rows, *([f"  and {gone.height - SHOWN} more"] if gone.height > SHOWN else [])]


def _made_dates(trial: intake.Trial) -> str:
    rows = [f"  {text!r} was {had!r}" for text, had in list(trial.made_dates.items())[:SHOWN]]
    return "\n".join(
        [
            f"{trial.checked.file_name} has references of which a spreadsheet seems to have made dates:",
            *rows,
            "Say what they are; nothing was saved:",
            "  --references back: the same records; put the references back",
            "  --references right: they are other records, with these references",
        ]
    )


def _in_words(row: dict[str, object], columns: tuple[str, ...]) -> str:
    named = ", ".join(str(row[each]) for each in columns if row[each] is not None)
    return f"{named} ({row['file']}, line {row['line']})"


def _renumbered(trial: intake.Trial) -> str:
    rows = trial.preview.differences.filter(
        pl.col("record").is_in(list(trial.renumbered)), column=trial.checked.kind.by_words[-1]
    )
    lines = [
        f"  line {row['line']}: {row['record']} was “{row['on_record']}” and is “{row['in_file']}” now"
        for row in rows.head(SHOWN).iter_rows(named=True)
    ]
    return "\n".join(
        [
            f"{trial.checked.file_name} seems to be numbered anew: words stand under another reference.",
            *lines,
            "Say what tells its records apart; nothing was saved:",
            "  --matched-by words: the numbers are given anew in each file",
            "  --matched-by reference: the references are right, and the words were changed",
        ]
    )

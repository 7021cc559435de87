"""What `--means` says of words that the rules of a body do not understand, and how such are asked about."""

import shlex
from collections.abc import Mapping
from dataclasses import replace

import polars as pl

import intake
import loaders
import store
from kinds.fields import same
from kinds.names import folded
from rules import Body, usual_words
from terminal.asked import Asked, Refused


def meant(known: loaders.Known, body: Body, asked: Asked) -> loaders.Known:
    """What is known with what --means says, for every column whose words the body's rules look for.

    Raises Refused for a meaning that no rule looks for.
    """
    words = dict(known.words)
    said = {word: means for word, means in _said(asked).items() if means}
    for column, usual in usual_words(body).items():
        options = {folded(option): option for option in usual.options}
        table = {w: options[folded(means)] for w, means in said.items() if folded(means) in options}
        words[column] = {**words.get(column, {}), **table}
    understood = {word for table in words.values() for word in table}
    if strange := [means for word, means in said.items() if word not in understood]:
        raise Refused(f"No rule of {body.name} looks for {strange[0]!r}.")
    return replace(known, words=words)


def remembered(body: Body, checked: loaders.Checked, asked: Asked) -> list[store.Upload]:
    """What --means says of words that stand in this file, as an upload that goes before it, if any does."""
    said, rows = _said(asked), list[dict[str, str | None]]()
    for column in usual_words(body):
        kind, _, name = column.partition(".")
        if kind != checked.kind.name:
            continue
        rows += [
            {"of": "word", "source": column, "written": word, "means": said[_compared(word)] or None}
            for word in checked.kept[name].drop_nulls().unique().sort()
            if _compared(word) in said
        ]
    return [intake.of_hand(body, "aliases", rows, asked.now())] if rows else []


def refuse_unread(body: Body, checked: loaders.Checked, asked: Asked, known: loaders.Known) -> None:
    """Raises Refused while a word is like one that a rule looks for and nobody has said what it means."""
    said = _said(asked)
    for unread in intake.unread_words(body, checked, known).values():
        if words := [word for word in unread.words if _compared(word) not in said]:
            shown = ", ".join(f"“{word}”" for word in words)
            answers = " ".join(f"--means {shlex.quote(f'{word}=MEANING')}" for word in words)
            raise Refused(
                f"{checked.file_name}: no rule understands {shown} under {unread.heading}. "
                f"Say what it means, or nothing after = where it means none of these: {answers}\n"
                f"  A meaning is one of: {', '.join(unread.options)}."
            )


def _said(asked: Asked) -> Mapping[str, str]:
    """Word, as it is compared → meaning, "" for none, as each --means says."""
    pairs = [pair.rpartition("=")[::2] for pair in asked.means or ()]
    return {_compared(word.strip()): means.strip() for word, means in pairs}


def _compared(word: str) -> str:
    return str(pl.select(same(pl.lit(word))).item())

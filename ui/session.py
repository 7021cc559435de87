"""Who is reading, which store, which body and as of when: the one place where the product reads the clock."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NoReturn

import polars as pl
import streamlit as st

from rules import Bodies, Body, Facts, Finding, as_read, every_body, judge
from rules.facts import RECORDS
from rules.family import Family, among
from rules.records import Chosen
from store import Moment, Reader, Store, moment
from store.once import once

HOME = Path(__file__).parent.parent
KNOWN = {"now": "is known now", "then": "was known then"}
SETS = {"illustrative": "Illustrative", "published": "Published"}


def now() -> datetime:
    """The present moment, UTC without a zone, as the store keeps it."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def today() -> date:
    """Today's date on this machine's calendar."""
    return date.today()


@cache
def bodies() -> Bodies:
    """Every body by key; read once, so a changed terms file needs a restart."""
    return every_body()


def configured_path() -> Path | None:
    """The store named by QUORATE_STORE, or None when the samples are to be shown."""
    named = os.environ.get("QUORATE_STORE")
    return Path(named) if named else None


def embedded_folder() -> Path:
    """Where the embedded stores of the samples lie; QUORATE_HOME moves it."""
    return Path(os.environ.get("QUORATE_HOME") or HOME / ".quorate")


def embedded_path(sample: str) -> Path:
    """Where the embedded store of a sample set lies."""
    return embedded_folder() / f"{sample}.duckdb"


def paths() -> list[Path]:
    """Every store that pages are shown from: the one configured, or those of the samples."""
    own = configured_path()
    return [own] if own else [embedded_path(sample) for sample in SETS]


def open_store(path: Path) -> Store:
    """The store at a path, opened once for the whole process, however many readers come at once."""
    return _opened(str(path.resolve()))


@once()
def _opened(named: str) -> Store:
    # by its text: a Path is another key for the cache once its parts have been looked at
    path = Path(named)
    path.parent.mkdir(parents=True, exist_ok=True)
    return Store.open(path)


@dataclass(frozen=True)
class View:
    """What this reader looks at on this rerun."""

    store: Store
    reader: Reader
    written: Body
    today: date
    sample: str | None
    known: str = "now"

    @cached_property
    def body(self) -> Body:
        """The body on show, its terms read as the secretariat chose; asked once in a rerun."""
        chosen = _chosen(self.store, self._alike, self.written.key, self._head, self.moment)
        return as_read(self.written, chosen)

    @property
    def moment(self) -> Moment:
        """The day on show, as it is known now or was known then."""
        return moment(self.today, self.known)

    def on(self, day: date) -> "View":
        """The same, of another day."""
        return replace(self, today=day)

    def read(self, mart: str, **where: Any) -> pl.DataFrame:
        """Rows of a mart for this body on the day on show, as far as this reader may see them."""
        return self.store.read(self.reader, mart, self.written.key, self.moment, **where)

    @property
    def facts(self) -> Facts:
        """All facts of this body. Shared between reruns until something is loaded into it or undone."""
        return _facts(self.store, self._alike, self.written.key, self._head, self.moment)

    def findings(self, *families: Family[Any]) -> Sequence[Finding]:
        """The verdicts of these families, of all where none is given, worst first."""
        judged = _findings(self.store, self._alike, self.written.key, self._head, self.moment)
        return among(judged, *families) if families else judged

    @property
    def _head(self) -> str:
        return self.store.head_of(self.written.key)

    @property
    def _alike(self) -> Reader:
        # without a name: whoever may see the same shares what was read and judged
        return replace(self.reader, email="")


@once(most=64)
def _chosen(store: Store, reader: Reader, body: str, head: str, at: Moment) -> tuple[Chosen, ...]:
    return Facts.of(store.read_all(reader, ["interpretations"], body, at)).interpretations


@once(most=32)
def _facts(store: Store, reader: Reader, body: str, head: str, at: Moment) -> Facts:
    return Facts.of(store.read_all(reader, RECORDS, body, at))


@once(most=64)
def _findings(store: Store, reader: Reader, body: str, head: str, at: Moment) -> tuple[Finding, ...]:
    return tuple(judge(bodies()[body], _facts(store, reader, body, head, at), at.on))


def store() -> Store:
    """The store configured, or that of the sample set on show."""
    return open_store(configured_path() or embedded_path(st.session_state["set"]))


def view() -> View:
    """The view of the reader whom the map let in, as its choosers say."""
    return View(
        store(),
        st.session_state["reader"],
        bodies()[st.session_state["body"]],
        st.session_state["as_of"] or today(),
        None if configured_path() else st.session_state["set"],
        st.session_state.get("known") or "now",
    )


def first_view() -> View:
    """The view of whoever opens the first page at this machine, by no name."""
    sample = None if configured_path() else next(iter(SETS))
    body = next(iter(bodies().values()))
    own = Reader("", frozenset({"secretariat", "board"}))
    return View(open_store(paths()[0]), own, body, today(), sample)


def every_body_of(seen: View) -> list[View]:
    """The same view of each body that its reader may see as a whole."""
    readers = st.session_state.get("readers") or (seen.reader,)
    whole = [reader for reader in readers if reader.roles & {"secretariat", "board"}]
    of_body = {key: next((r for r in whole if r.body in (None, key)), None) for key in bodies()}
    return [
        replace(seen, reader=reader, written=bodies()[key])
        for key, reader in of_body.items()
        if reader is not None
    ]


def as_partner(seen: View, organisation: str) -> View:
    """The same view as a partner organisation has it: its own rows and no others."""
    confined = Reader(f"{organisation} (partner)", frozenset({"partner"}), seen.body.key, organisation)
    return replace(seen, reader=confined)


def ink() -> str:
    """The colour of text in charts, which do not follow the theme by themselves."""
    return "#f3f5f7" if st.context.theme.type == "dark" else "#0b0c0c"


def for_print() -> bool:
    """Whether the page is to be printed, so that all that is in parts stands on it whole."""
    return bool(st.session_state.get("print"))


def on_phone() -> bool:
    """Whether the browser says that it is a phone's."""
    return "Mobi" in (st.context.headers.get("User-Agent") or "")


def notice_after_rerun(text: str, afresh: bool = True) -> NoReturn:
    """Runs the page again and has it say this once; `afresh`: with fresh widgets."""
    st.session_state["notice"] = text
    st.session_state["round"] = st.session_state.get("round", 0) + afresh
    st.rerun()


def show_notice() -> None:
    """Says what the last round left to be said."""
    if notice := st.session_state.pop("notice", None):
        st.success(notice, icon=":material/receipt_long:")


def fresh_key(name: str) -> str:
    """A widget's key that forgets its value when a round is over, so that nothing is chosen twice."""
    return f"{name}_{st.session_state.get('round', 0)}"

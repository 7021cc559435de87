"""Blocks that pages share: a page's head, tiles, charts with their table, verdicts with their evidence."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import polars as pl
import streamlit as st

from rules import Finding, Rows, Status
from rules.terms import Term
from rules.turning import smallest_change
from rules.words import day, number
from store import on_screen
from ui import links
from ui.charts import AnyChart, in_ink
from ui.download import download
from ui.entered import to_correct
from ui.frames import origin, rests_on, said_once, without_empty
from ui.session import KNOWN, View, for_print, ink, today
from ui.words import badge, cell, esc, heading, headings, headline

SHOWN_AT_ONCE = 12
ASKED_FOR = "about"
Item = TypeVar("Item")

LONGEST_TABLE = 40
WIDEST_TABLE = 9
HIDDEN_COLUMNS = ("body", "row_key")
HIDDEN_VALUES, TOO_SMALL = "suppressed", "c"  # as the Department for Education marks them


def page_head(title: str, lead: str, view: View, *kinds: str) -> None:
    """The title, one sentence on what the page answers, and how far its data runs."""
    name_of_body(view)
    st.title(title, anchor=False)
    st.markdown(lead)
    provenance(view, *kinds)


def name_of_body(view: View) -> None:
    """Above the title: whose page it is, and of which day where that is not today."""
    st.caption(esc(f"{view.body.name}{_as_of(view)}"))


def _as_of(view: View) -> str:
    """Which day a page shows, and by which knowledge, where it is not today's."""
    if view.today == today() and view.known == "now":
        return ""
    return f", as of {day(view.today)} as it {KNOWN[view.known]}"


def provenance(view: View, *kinds: str) -> None:
    """When the data was last loaded, in a line; behind it what it runs to and from whom it came."""
    loaded = view.read("freshness").filter(pl.col("kind").is_in(kinds))
    if loaded.is_empty():
        return
    with st.expander(esc(rests_on(loaded)), type="compact"):
        st.caption("  \n".join(_provenance_line(row) for row in loaded.iter_rows(named=True)))


def _provenance_line(row: Mapping[str, Any]) -> str:
    through = f" to {day(row['data_to'])}" if row["data_to"] else ""
    refused = f" {number(row['count_refused'], 'row')} refused." if row["count_refused"] else ""
    return (
        f"{heading(row['kind'])}{through}. Last loaded: {esc(row['file_name'])}, "
        f"{on_screen(row['loaded_at'])}, by {esc(row['loaded_by'])}.{refused}"
    )


def empty(what: str, who: str = "The secretariat can load them on the Upload page.") -> None:
    """Says what is missing and who can supply it, where a blank chart would stand."""
    st.info(f"{what} {who}", icon=":material/inbox:")


def table(frame: pl.DataFrame, alt_text: str, file: str = "") -> None:
    """A frame with plain headings and dates in words; text from files is shown as it is, never as markup.

    A small one is a real table, which wraps its text and reads aloud well; a large one scrolls in a grid.
    `file`: what to call it on this page where readers may take it with them.
    """
    frame = frame.drop(HIDDEN_COLUMNS, strict=False)
    _shown(frame, alt_text)
    if file and not frame.is_empty():
        download(file, frame)


def _shown(frame: pl.DataFrame, alt_text: str) -> None:
    frame = without_empty(frame) if frame.height else frame
    named = headings([column for column in frame.columns if column != HIDDEN_VALUES])
    rows = [_in_words(row, named) for row in frame.rows(named=True)]
    if (len(rows) > LONGEST_TABLE or len(named) > WIDEST_TABLE) and not for_print():
        st.dataframe(rows, hide_index=True, alt=alt_text, placeholder="")
    else:
        safe = [{esc(name): _or_blank(value) for name, value in row.items()} for row in rows]
        st.table(safe, hide_index=True, alt=alt_text, border="horizontal")
    if any(TOO_SMALL in row.values() for row in rows) and HIDDEN_VALUES in frame.columns:
        st.caption(f"{TOO_SMALL}: a number of young people too small to be shown, or one that would tell it.")


def _in_words(row: Mapping[str, Any], named: Mapping[str, str]) -> dict[str, Any]:
    """A row under the headings that readers see, with a mark where the store keeps a value back."""
    hidden = row.get(HIDDEN_VALUES) or ()
    return {
        name: TOO_SMALL if column in hidden else cell(column, row[column]) for column, name in named.items()
    }


def _or_blank(value: object) -> str:
    return "" if value is None else esc(value)


def chart_with_table(message: str, about: str, chart: AnyChart, frame: pl.DataFrame, file: str) -> None:
    """A chart under the message it carries, with the same figures in a table beside it.

    `file`: what to call the figures where readers take them with them.
    """
    st.header(esc(message), anchor=False)
    st.caption(esc(about))
    left, right = st.columns([3, 2], gap="medium")
    with left:
        st.altair_chart(in_ink(chart, ink()), alt=f"{message}. {about}")
    with right:
        table(frame, f"{message}: the figures")
        download(file, frame)


def verdicts(view: View, findings: Sequence[Finding], key: str, none: str = "Nothing to report.") -> None:
    """Findings as lines that open to their clause, interpretation, rows, file and line; a page at a time."""
    if not findings:
        st.markdown(none)
        return
    one_by_one(view, said_once(findings), key, _verdict_once)


def nothing(says: str, findings: Sequence[Finding]) -> str:
    """That there is nothing of a kind among findings, and how many of them are not known; escaped."""
    unknown = sum(finding.status is Status.UNKNOWN for finding in findings)
    return esc(
        f"{says}; {number(unknown, 'verdict is', 'verdicts are')} not known." if unknown else f"{says}."
    )


def one_by_one(view: View, items: Sequence[Item], key: str, show: Callable[[View, Item, str], None]) -> None:
    """Shows each item with a key of its own, a page at a time; for print all of them.

    The keys name set, body and day, so that another of these starts at page 1 with every line closed.
    """
    key = f"{key}_{view.sample}_{view.body.key}_{view.today}"
    pages = -(-len(items) // SHOWN_AT_ONCE)
    first = next((at for at, item in enumerate(items) if is_asked_for(item)), 0) // SHOWN_AT_ONCE + 1
    is_parted = pages > 1 and not for_print()
    page = st.pagination(pages, default=first, key=f"{key}_page") if is_parted else 1
    start, most = (page - 1) * SHOWN_AT_ONCE, SHOWN_AT_ONCE if is_parted else len(items)
    with st.container(gap="xsmall"):
        for place, item in enumerate(items[start : start + most], start):
            show(view, item, f"{key}_{place}")


def is_asked_for(item: object) -> bool:
    """Whether the link that led here asks for this verdict, by what it is about."""
    asked, one = st.query_params.get(ASKED_FOR), item[0] if isinstance(item, tuple) else item
    return asked is not None and getattr(one, "about", None) == asked


def verdict(view: View, finding: Finding, key: str, *others: Finding) -> None:
    """One finding, with others that say the same; what is inside is fetched only when it is opened."""
    opened = st.expander(headline(finding), is_asked_for(finding), key=key, on_change="rerun")
    if opened.open:
        with opened:
            for each in (finding, *others):
                evidence(view, each)


def _verdict_once(view: View, alike: tuple[Finding, ...], key: str) -> None:
    verdict(view, alike[0], key, *alike[1:])


def evidence(view: View, finding: Finding) -> None:
    """The clause, its reading, what would change it, and the rows that were counted, with file and line."""
    reading(view, finding.term)
    if change := smallest_change(finding, view.body, view.facts, view.today):
        st.markdown(f"**What would change it.** {esc(change.says)}")
    for rows in finding.rows:
        counted_rows(view, rows)
    if not finding.rows:
        st.markdown("**Rows.** None: this verdict rests on the terms themselves.")
    links.concerned(view, finding)


def reading(view: View, term: Term) -> None:
    """A clause in our words, where it is written, and how it is read where there is more than one way."""
    title = esc(view.body.title)
    if not term.source_file:  # what no document says, such as that a date is a date
        st.markdown(f"**Clause.** None of {title} asks for this. {esc(term.says)}")
        return
    st.markdown(
        f"**Clause.** {title}, {esc(term.clause)}: {esc(term.says)}  \n"
        f"**In force from** {day(term.starts)}. Written in {esc(term.source_file)}, line {term.source_line}."
    )
    if chosen := term.interpretation:
        st.markdown(f"**Interpretation.** {esc(chosen.question)} {esc(chosen.reading)} {esc(chosen.choice)}")


def counted_rows(view: View, rows: Rows) -> None:
    """The rows behind a statement, with the file and lines they were loaded from."""
    frame = view.read(rows.mart, **dict(rows.where))
    if frame.is_empty():
        st.markdown(f"**Rows.** Nothing was found for this among the {heading(rows.mart).lower()}.")
        return
    counted = f"{number(frame.height, 'row')} of {heading(rows.mart).lower()}"
    st.markdown(f"**Rows.** {counted}, from {esc(origin(frame))}.")
    told = [column for column, _ in rows.where]
    table(frame.drop(told), f"{heading(rows.mart)} behind this verdict")
    to_correct(view, rows.mart, frame)


def shown_when_asked(label: str, key: str) -> bool:
    """Whether what is folded at first is to be shown: asked for, or the page is for print."""
    return for_print() or st.toggle(label, key=key, bind="query-params")


def summary_of(findings: Sequence[Finding]) -> str:
    """How many of each status, as Markdown badges, worst first."""
    counts = {status: sum(f.status == status for f in findings) for status in Status}
    return "  ".join(f"{badge(status)} {count}" for status, count in counts.items() if count)


def tile(label: str, figure: str, sentence: str, page: str, link: str) -> None:
    """One number, one plain sentence, and the page that explains it."""
    with st.container(border=True, height="stretch"):
        st.metric(label, esc(figure))
        st.markdown(esc(sentence))
        st.space("stretch")
        st.page_link(page, label=link, icon=":material/arrow_forward:", icon_position="right")

"""What the upload page asks about names: whose they are, and who was there that no system saw."""

from collections.abc import Mapping, Sequence

import polars as pl
import streamlit as st

import intake
import loaders
from rules.words import number
from ui import session
from ui.session import View
from ui.words import esc

NOBODY = "(nobody: a guest, a room, not a fee)"
CAME = ["present", "present remotely", "substitute", "apologies"]
SOME = 12


def who_they_are(view: View, checked: loaders.Checked) -> None:
    """Has the reader say to which organisation each unknown name belongs, and remembers it."""
    if checked.unplaced.is_empty():
        return
    paid = checked.kind.name == "payments"
    listed = checked.unplaced.unique(["written", "email"], keep="first", maintain_order=True)
    st.header(f"{number(listed.height, 'name')} that no organisation is known for", anchor=False)
    st.markdown(
        "A line counts as a fee once its payer is known. Choose who paid, or nobody."
        if paid
        else "Nobody counts towards attendance before their organisation is known. Choose it; guests and "
        "shared rooms count for nobody, and who sat in a room can be added by hand below."
    )
    names = {
        row["written"]: f"line {row['line']}: {row['rest']}"
        if paid
        else row["email"] or f"line {row['line']}"
        for row in listed.iter_rows(named=True)
    }
    if paid:
        likely = intake.likely_payers(view.store, view.reader, view.body, checked)
        _ask(view, "payee", names, likely, nobody=True, key=f"who_{checked.sha256}")
    else:
        _ask(view, "person", names, {}, nobody=True, key=f"who_{checked.sha256}")


def strangers(view: View, of: str, names: Sequence[str]) -> None:
    """Names of organisations or groups that the body does not know; of organisations, asks what they mean."""
    more = " and others" if len(names) > SOME else ""
    st.warning(
        f"{esc(', '.join(names[:SOME]))}{more}. Correct the name, load it in the file of {of}s, "
        "or choose the body whose file this is. Saved as it is, it does not count.",
        title=f"{number(len(names), of)} not known to {esc(view.body.short)}",
        icon=":material/person_search:",
    )
    if of == "organisation":
        with st.expander("Some are other names of members: say which"):
            known = organisations(view)
            guessed = {name: found for name in names if (found := closest(name, known))}
            _ask(view, of, dict.fromkeys(names, ""), guessed, nobody=False, key=f"names_{names[0]}")


def add_by_hand(view: View, checked: loaders.Checked) -> None:
    """Lets the reader add people whom no system saw: in a shared room, by telephone."""
    if checked.kind.name != "attendance" or checked.rows.is_empty():
        return
    with st.expander("Add people by hand: in a shared room, by telephone, a guest of a member"):
        days = checked.rows["meeting_on"].unique().sort(descending=True).to_list()
        day = st.selectbox("Meeting", days, format_func=lambda each: f"{each:%d/%m/%Y}", width=320)
        met = {
            "group_name": checked.rows.filter(pl.col("meeting_on") == day)["group_name"][0],
            "meeting_on": day.isoformat(),
        }
        columns = {
            "organisation": st.column_config.SelectboxColumn("Organisation", options=organisations(view)),
            "person": st.column_config.TextColumn("Person"),
            "attendance": st.column_config.SelectboxColumn("Attendance", options=CAME),
        }
        blank = [{"organisation": None, "person": None, "attendance": CAME[0]}]
        said = st.data_editor(
            blank, column_config=columns, num_rows="dynamic", hide_index=True, key=session.fresh_key("hand")
        )
        rows = [row | met for row in said if row["organisation"]]
        save = f"Save {number(len(rows), 'person', 'people')}"
        if st.button(save, disabled=not rows, icon=":material/person_add:"):
            keep(view, "attendance", rows, f"{number(len(rows), 'row')} added by hand.")


def keep(view: View, kind: str, rows: Sequence[Mapping[str, str | None]], said: str) -> None:
    """Keeps rows typed here as an upload of their own, and has the page say so."""
    try:
        intake.keep_by_hand(view.store, view.reader, view.body, kind, rows, session.now())
    except loaders.Unreadable as refused:
        st.error(esc(refused))
        st.stop()
    session.notice_after_rerun(f"{esc(said)} It stands in the history and can be undone there.", afresh=False)


def remember(view: View, aliases: Sequence[Mapping[str, str | None]], told: str, key: str) -> None:
    """Keeps what was chosen once the reader says so; `told` is how many of what, such as 2 names."""
    if st.button(
        "Remember what I chose", disabled=not aliases, icon=":material/how_to_reg:", key=f"ok_{key}"
    ):
        keep(view, "aliases", aliases, f"{told} remembered.")


def closest(written: str, names: Sequence[str]) -> str | None:
    """The name that what is written is so like that it may stand there already, to be confirmed."""
    best = loaders.likely(written, names)[:1]
    return best[0][0] if best and best[0][1] >= loaders.PRESELECTED else None


def _ask(
    view: View, of: str, names: Mapping[str, str], likely: Mapping[str, str], nobody: bool, key: str
) -> None:
    """A table of names, each with what tells more of it, to choose organisations in; remembers them."""
    known = organisations(view)
    columns = {
        "name": st.column_config.TextColumn("Name in the file", disabled=True),
        "about": st.column_config.TextColumn("More", disabled=True),
        "organisation": st.column_config.SelectboxColumn(
            "Organisation", options=[*known, NOBODY] if nobody else known
        ),
    }
    rows = [{"name": name, "about": about, "organisation": likely.get(name)} for name, about in names.items()]
    shown = ["name", "about", "organisation"] if any(names.values()) else ["name", "organisation"]
    said = st.data_editor(
        rows,
        column_config=columns,
        column_order=shown,
        hide_index=True,
        placeholder="Choose",
        key=f"{key}_{len(names)}",
    )
    aliases = [
        {
            "of": of,
            "written": row["name"],
            "means": row["organisation"] if row["organisation"] != NOBODY else None,
        }
        for row in said
        if row["organisation"]
    ]
    remember(view, aliases, number(len(aliases), "name"), key)


def organisations(view: View) -> list[str]:
    """The names that can be chosen."""
    return view.read("organisations")["organisation"].unique().sort().to_list()

"""The block that asks: what if these came to the next meeting?"""

import streamlit as st

from rules import supposing
from rules.meetings import scheduled
from rules.people import Meeting
from rules.words import weekday
from ui import blocks, frames_overview
from ui.session import View
from ui.words import esc

WOULD_BE = {True: ":green-badge[Would be quorate ✓]", False: ":orange-badge[Would be sub-quorate !]"}


def what_if(view: View, group: str) -> None:
    """Members to be marked as coming, and the verdict on the next meeting then; the URL holds the choice."""
    meeting = next(iter(scheduled(view.facts, view.today, group)), None)
    known = supposing.who_may_come(view.body, view.facts, meeting) if meeting else {}
    if not meeting or not known:
        return
    # named by its day, so that a link of one meeting says nothing of the one after
    key = f"comes_{meeting.meeting_on}"
    opened = st.expander(
        f"What if? Try who comes on {weekday(meeting.meeting_on)}", key in st.query_params,
        icon=":material/rule:", key=f"what_if_{view.body.key}_{group}", on_change="rerun",
    )  # fmt: skip
    if opened.open:
        with opened:
            names = st.pills(
                "Who comes, or is stood in for by somebody who counts", list(known), key=key,
                selection_mode="multi", format_func=esc, default=[name for name in known if known[name]],
                bind="query-params",
            )  # fmt: skip
            _answer(view, meeting, names)


def _answer(view: View, meeting: Meeting, names: list[str]) -> None:
    found = supposing.if_came(view.body, view.facts, meeting, names)
    st.markdown(f"{WOULD_BE[found.is_quorate]} {esc(found.says)}")
    needs = frames_overview.needs(found.needs).drop("apologies_from").rename({"could_come": "there"})
    blocks.table(needs, "What the meeting needs, and what would be there")
    st.caption("Nothing is saved by this. The address of the page holds what you choose, as a link.")

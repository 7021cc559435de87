"""Find: a word in the names, meetings, actions, decisions and pledges of a body."""

import streamlit as st

from ui import blocks, links, session
from ui.frames_find import find
from ui.words import esc

view = session.view()
blocks.page_head("Find", "A name, a day or a word, in all that is on record of this body.", view)
words = st.text_input("What are you looking for?", key="find", bind="query-params", icon=":material/search:")
if not words.strip():
    st.stop()

found = find(view.facts, view.findings(), words)
if not found.how_many:
    st.markdown(f"“{esc(words)}” is not on record of this body.")
if found.partners:
    st.header("Partners", anchor=False)
    links.partners(view, found.partners)
if found.meetings:
    st.header("Meetings", anchor=False)
    links.meetings(view, found.meetings)
if found.verdicts or found.others:
    st.header("Actions, decisions and pledges", anchor=False)
    blocks.verdicts(view, found.verdicts, f"found_{words}", "")
    st.markdown("\n".join(f"- **{esc(reference)}:** {esc(text)}" for reference, text in found.others))

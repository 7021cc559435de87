"""What the upload page asks about words: what “on track” means in a column that may have only a few words."""

import streamlit as st

import intake
import loaders
from pages.secretariat.asking import people
from rules.words import number
from ui.session import View
from ui.words import esc

NONE = "none of these"


def what_they_mean(view: View, checked: loaders.Checked, known: loaders.Known) -> None:
    """Has the reader say what each unknown word means, and remembers it for the next file."""
    for column, unknown in intake.unknown_words(view.body, checked, known).items():
        count = number(len(unknown.words), "word")
        st.header(f"{count} under {esc(unknown.heading)} that we do not know", anchor=False)
        until = "No rule looks at their rows" if unknown.is_kept else "Their rows are refused"
        st.markdown(f"{until} until you say what each means. It is remembered for this body.")
        options = (*unknown.options, NONE) if unknown.is_kept else unknown.options
        rows = [
            {"word": word, "rows": rows, "means": people.closest(word, unknown.options)}
            for word, rows in unknown.words.items()
        ]
        config = {
            "word": st.column_config.TextColumn("Word in the file", disabled=True),
            "rows": st.column_config.NumberColumn("Rows", disabled=True),
            "means": st.column_config.SelectboxColumn("Means", options=options),
        }
        key = f"{column}_{checked.sha256}_{len(rows)}"
        said = st.data_editor(
            rows, column_config=config, hide_index=True, placeholder="Choose", key=f"words_{key}"
        )
        source = f"{checked.kind.name}.{column}"
        meant = [
            {"of": "word", "source": source, "written": str(row["word"]), "means": _meaning(row["means"])}
            for row in said
            if row["means"]
        ]
        people.remember(view, meant, number(len(meant), "word"), key)


def _meaning(said: object) -> str | None:
    return None if said == NONE else str(said)

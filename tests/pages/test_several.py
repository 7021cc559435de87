"""Several files at once: those that cannot be loaded stand first, and each is confirmed by itself."""

from pathlib import Path

import polars as pl
from streamlit.testing.v1 import AppTest

from tests.pages.uploading import chosen, kept, press, uploaded
from tests.switch import at_length

NEW_MEMBER = "Organisation,Membership\nAlder College,member\nBirch Council,member\nCedar Trust,member\n"
MEETINGS = "Meeting date,Kind\n13/6/2026,ordinary\n31/2/2026,ordinary\n"


def standing(app: AppTest) -> list[tuple[str, str]]:
    """The files in their order, and how each stands."""
    table = next(each.value for each in app.table if "File" in each.value.columns)
    return [(row["File"].partition("\\")[0], row["How it stands"]) for row in table.to_dict("records")]


def test_of_several_files_the_gravest_comes_first_and_each_is_saved_by_itself(path: Path) -> None:
    """After one is saved the page goes on with the next; what nobody confirmed is not saved."""
    app = uploaded("roster.csv", NEW_MEMBER)
    files = {
        "roster.csv": NEW_MEMBER.encode(),
        "meetings.csv": MEETINGS.encode(),
        "log.xlsx": b"PK\x03\x04 damaged",
    }
    app = chosen(app, files)
    assert [says.rpartition(" ")[0] for _, says in standing(app)] == [
        "Not understood", "1 row refused", "To be confirmed",
    ]  # fmt: skip
    assert app.error[0].value

    app = next(each for each in app.selectbox if each.label == "File to go on with").select_index(1).run()
    assert app.tabs[0].label.startswith("Refused")
    app = press(app, "Confirm and save")
    assert standing(app)[-1] == ("meetings", "Saved ✓")
    assert kept(path, "meetings").filter(pl.col("recorded")).height == 1
    assert "Cedar Trust" not in kept(path, "organisations")["organisation"].to_list()


@at_length
def test_when_the_last_of_several_is_saved_the_page_begins_anew(path: Path) -> None:
    """Two files, two clicks."""
    app = chosen(uploaded("roster.csv", NEW_MEMBER), {
        "roster.csv": NEW_MEMBER.encode(), "meetings.csv": b"Meeting date\n13/6/2026\n",
    })  # fmt: skip
    app = press(app, "Confirm and save")
    app = press(app, "Confirm and save")

    assert not app.table and app.success
    assert "Cedar Trust" in kept(path, "organisations")["organisation"].to_list()

"""What the page Upload asks of a file as one of a year of files."""

from datetime import date
from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.pages.uploading import edit, kept, press, uploaded
from tests.switch import at_length

LOG = "Reference,Action,Organisation,Due,Status\n"
ACTIONS = LOG + "{},Plan,Alder College,31/01/2026,open\n2,Map,Birch Council,30/06/2026,open\n"
MET = "Group,Meeting date,Organisation,Attendance\nStrategy Group,{},Alder College,present\n"


def saved(name: str, text: str) -> None:
    press(uploaded(name, text), "Confirm and save")


def asked(app: AppTest, question: str) -> AppTest:
    """The page as it is while that question is open: nothing can be saved."""
    assert question in [each.label for each in app.radio]
    assert app.button(key="confirm").disabled
    return app


def test_what_became_of_each_is_said_row_by_row(path: Path) -> None:
    """One ended, the other was never true: each is as was said of it."""
    saved("january.csv", ACTIONS.format(1))
    april = LOG + "3,Ask,Alder College,31/12/2026,open\n"
    app = asked(uploaded("april.csv", april), "They are gone because they are")
    app = app.radio[0].set_value("one by one").run()
    app = edit(app, {0: {"became": "ended"}, 1: {"became": "mistaken"}})
    press(app, "Confirm and save")

    rows = kept(path, "actions").select("reference", "status").sort("reference").rows()
    assert rows == [("1", "complete"), ("3", "open")]


@at_length
def test_a_log_numbered_anew_goes_by_its_words(path: Path) -> None:
    saved("january.csv", ACTIONS.format(1))
    app = uploaded("april.csv", LOG + "1,Map,Birch Council,30/06/2026,complete\n")
    app = asked(app, "What tells its records apart?").radio[0].set_value("words").run()
    gone = next(each for each in app.radio if each.label.startswith("They are gone"))
    press(gone.set_value("kept").run(), "Confirm and save")

    rows = kept(path, "actions").select("action", "status").sort("action").rows()
    assert rows == [("Map", "complete"), ("Plan", "open")]


@at_length
def test_a_reference_that_became_a_date_is_put_back(path: Path) -> None:
    saved("january.csv", ACTIONS.format("1-3"))
    app = asked(uploaded("april.csv", ACTIONS.format("01-Mar").replace("open", "complete")), "They are")
    app = next(each for each in app.radio if each.label == "They are").set_value(True).run()
    press(app, "Confirm and save")

    rows = kept(path, "actions").select("reference", "status").sort("reference").rows()
    assert rows == [("1-3", "complete"), ("2", "complete")]


def test_who_is_listed_is_asked_once(path: Path) -> None:
    """What was said of one list holds for the next with the same headings, and can be seen."""
    app = uploaded("march.csv", MET.format("10/03/2026"))
    assert "nobody knows what became of the others" in app.warning[-1].value
    (listed,) = [each for each in app.selectbox if each.label == "Who is listed"]
    press(listed.set_value("came").run(), "Confirm and save")

    saved("april.csv", MET.format("14/04/2026"))
    rows = kept(path, "meetings").select("meeting_on", "listed").sort("meeting_on").rows()
    assert rows == [(date(2026, 3, 10), "came"), (date(2026, 4, 14), "came")]

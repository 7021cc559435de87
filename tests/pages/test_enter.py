"""The page Enter by hand: records without any file, checked and undone like those of one."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.uploading import BODY, HOME, kept, press, uploaded
from tests.switch import at_length
from ui.words import esc


@pytest.fixture
def app(path: Path) -> AppTest:
    """The page over a store with two members, each with one seat."""
    app = AppTest.from_file(HOME / "pages" / "main.py", default_timeout=300)
    app.query_params.update({"body": BODY.short, "as_of": "2026-11-21"})
    return app.switch_page("secretariat/enter.py").run()


def choose(app: AppTest, what: str) -> AppTest:
    return app.selectbox(key="enter").set_value(what).run()


def fill(app: AppTest, **said: object) -> AppTest:
    """Fills in fields by their labels, in whatever kind of control each has."""
    for label, value in said.items():
        controls = [*app.selectbox, *app.text_input, *app.date_input]
        (control,) = [each for each in controls if each.label.startswith(label.replace("_", " "))]
        app = control.set_value(value).run()
    return app


def save(app: AppTest) -> AppTest:
    return press(app, "Save")


def test_a_meeting_and_who_came_to_it(app: AppTest, path: Path) -> None:
    """Arranged, held, and marked with one tap each; the list is one of everyone."""
    app = save(fill(choose(app, "meetings"), Meeting_date=date(2026, 11, 10)))
    app = choose(app, "attendance")
    assert len(app.segmented_control) == 3, "two who were expected, and whether it is known now or then"
    assert not app.button
    came, sent = [each.key for each in app.segmented_control if each.key.startswith("came")]
    app = app.segmented_control(key=came).set_value("present").run()
    app = app.segmented_control(key=sent).set_value("substitute").run()
    assert not app.button, "it is not said who came in their place"
    app = save(app.text_input[0].set_value("Pat Lee").run())

    assert kept(path, "meetings").select("meeting_on", "listed", "recorded").rows() == [
        (date(2026, 11, 10), "everyone", True)
    ]
    rows = kept(path, "attendance").select("person", "substituting_for", "counted_as").sort("counted_as")
    assert rows.rows() == [
        ("College Lead", None, "member"),
        ("Pat Lee", "Council Officer", "other substitute"),
    ]

    app = choose(app, "attendance")
    sent = next(each.key for each in app.segmented_control if "Council Officer" in each.key)
    assert app.segmented_control(key=sent).value == "substitute"
    assert app.text_input[0].value == "Pat Lee"
    save(app.segmented_control(key=sent).set_value("apologies").run())
    rows = kept(path, "attendance").select("person", "attendance").sort("person")
    assert rows.rows() == [("College Lead", "present"), ("Council Officer", "apologies")]


@at_length
def test_what_only_a_file_says_of_somebody_stays(app: AppTest, path: Path) -> None:
    """Who was there remotely, or in attendance, is no member who came because nobody changed it."""
    listed = (
        "Group,Meeting date,Organisation,Person,Attendance\n"
        ",10/11/2026,Alder College,College Lead,present remotely\n"
        ",10/11/2026,Birch Council,Pat Lee,in attendance\n"
    )
    press(uploaded("november.csv", listed), "Confirm and save")
    app = AppTest.from_file(HOME / "pages" / "main.py", default_timeout=300)
    app.query_params.update({"body": BODY.short, "as_of": "2026-11-21"})
    app = choose(app.switch_page("secretariat/enter.py").run(), "attendance")
    (left,) = [each.key for each in app.segmented_control if "Council Officer" in (each.key or "")]
    save(app.segmented_control(key=left).set_value("apologies").run())

    rows = kept(path, "attendance").select("person", "attendance").sort("person").rows()
    assert rows == [
        ("College Lead", "present remotely"), ("Council Officer", "apologies"), ("Pat Lee", "in attendance"),
    ]  # fmt: skip


def test_an_action_is_raised_and_closed_and_withdrawn(app: AppTest, path: Path) -> None:
    """Of a record on file only what is said otherwise is said; the rest stays as it was, until all goes."""
    raised = {"Reference": "A1", "Action": "Write to schools", "Due": "next meeting", "Status": "open"}
    app = save(fill(choose(app, "actions"), **raised))
    (known,) = [each for each in app.selectbox(key="which_actions_1").options if "A1" in each]
    app = fill(app, Which_one=known)
    app = save(fill(app, Status="complete", Completed_on=date(2026, 11, 12)))

    columns = ("reference", "action", "due_at_next_meeting", "status", "completed_on")
    assert kept(path, "actions").select(columns).rows() == [
        ("A1", "Write to schools", True, "complete", date(2026, 11, 12))
    ]
    assert kept(path, "uploads").filter(kind="actions")["part"].to_list() == [True, True]

    app = fill(app, Which_one=app.selectbox(key="which_actions_2").options[1])
    (said,) = [each for each in app.radio if each.label == "What is to be said of it"]
    assert [each.partition(":")[0] for each in said.options] == [
        "Something is otherwise", "It is over from today", "It was never so",
    ]  # fmt: skip
    save(said.set_value("mistaken").run())
    assert kept(path, "actions").is_empty()
    assert kept(path, "uploads")["file_name"].to_list()[-1].endswith("one withdrawn")


def test_what_a_file_would_refuse_is_refused(app: AppTest, path: Path) -> None:
    """In the same words, and nothing is saved; what is needed is named."""
    app = fill(choose(app, "payments"), Organisation="Alder College", Financial_year="2025/27")
    assert app.info[0].value == esc("Still needed: Amount (£).")
    app = fill(app, Amount="fifty")
    told = "Financial year “2025/27” must be a financial year such as 2025/26."
    assert [each.value for each in app.error] == [esc(told)]
    app = fill(app, Financial_year="2025/26")
    told = "Amount (£) “fifty” must be an amount in pounds such as £1,250 or 99.50."
    assert [each.value for each in app.error] == [esc(told)]

    assert kept(path, "payments").is_empty()

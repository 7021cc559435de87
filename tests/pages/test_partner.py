"""Partners answer for their own figures, the secretariat decides, the board sees it."""

import shutil
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import intake
from rules import Facts, judge, load_bodies
from rules.facts import RECORDS
from store import Reader, Store
from tests import filled
from tests.switch import at_length
from ui import frames, session

HOME = Path(__file__).parent.parent.parent
BODY = load_bodies(HOME / "bodies")["walsall"]
SECRETARIAT = Reader("test", frozenset({"secretariat"}))
AT = datetime(2025, 6, 1, 9, 0)
DAY = date(2026, 11, 21)
CANARY = "Zzyzx"
FILES = {
    "organisations": f"""Organisation,Membership
Alder College,member
{CANARY} Trust,member
""",
    "pledges": f"""Reference,Organisation,Pledge,Measure,Start,Due
P1,Alder College,Ten placements,Placements,01/09/2024,31/08/2025
P2,{CANARY} Trust,{CANARY} homes,Homes,01/09/2024,31/08/2025
""",
    "pledge_progress": f"""Pledge reference,As at,Progress (%),RAG,Value,Note,Evidence
P1,31/03/2025,60,green,6,,Letter
P2,31/03/2025,60,green,6,{CANARY} note,{CANARY} evidence
""",
    "actions": f"""Reference,Raised on,Action,Organisation,Status
A1,01/03/2025,Write the plan,Alder College,open
A2,01/03/2025,{CANARY} action,{CANARY} Trust,open
""",
    "attendance": f"""Meeting date,Organisation,Person,Attendance
10/03/2025,Alder College,Ann,present
10/03/2025,{CANARY} Trust,{CANARY} person,absent
""",
    "responses": f"""Organisation,About,Reference,Figure,As at,Response,Note,Said on
{CANARY} Trust,pledge,P2,"Updated on 31 March 2025, rated green.",31/03/2025,queried,{CANARY} query,01/04/2025
""",
}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with two partners, of whom one waits for an answer."""
    path = tmp_path_factory.mktemp("loaded") / "loaded.duckdb"
    store = Store.open(path)
    for kind, text in FILES.items():
        checked = intake.check(text.encode(), f"{kind}.csv", BODY, kind)
        store.add(SECRETARIAT, BODY.key, kind, checked.rows, intake.note(checked, AT))
    store.close()
    return path


@pytest.fixture
def store(loaded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The store that the pages of this test open."""
    path = tmp_path / "store.duckdb"
    shutil.copy(loaded, path)
    monkeypatch.setenv("QUORATE_STORE", str(path))
    yield session.open_store(path)
    session.open_store(path).close()
    session._opened.clear()


def opened(page: str, view_as: str = "Secretariat", **query: str) -> AppTest:
    """A page as somebody sees it on a day."""
    app = AppTest.from_file(HOME / "pages" / "main.py", default_timeout=300)
    app.query_params.update({"body": BODY.short, "as_of": "2025-06-30", "view_as": view_as, **query})
    return app.switch_page(page).run()


def partners_page() -> AppTest:
    return opened("partner/my_pledges.py", "Partner: Alder College")


def labelled(widgets: Sequence, label: str):
    """The first of these widgets with a label."""
    return next(widget for widget in widgets if widget.label == label)


def press(app: AppTest, label: str, place: int = 0) -> AppTest:
    """The page after one of its buttons with this label was pressed."""
    [button for button in app.button if button.label == label][place].click()
    return app.run()


def asked(note: str) -> AppTest:
    """The partner's page after its pledge was queried."""
    page = partners_page()
    page.text_area[0].set_value(note)
    return press(page, "Send the query")


def proposed(as_at: date) -> AppTest:
    """The partner's page after 80% and a rating of amber were proposed."""
    page = partners_page()
    labelled(page.date_input, "As at").set_value(as_at)
    labelled(page.number_input, "Progress (%)").set_value(80.0)
    labelled(page.selectbox, "Your own rating").set_value("amber")
    return press(page, "Send to the secretariat")


def shown(app: AppTest) -> list[str]:
    """What was said of the figures, without the marks of Markdown."""
    return [info.value.replace("\\", "") for info in app.info]


def everything(app: AppTest) -> str:
    return "\n".join(str(getattr(each, "proto", each)) for each in app.main).replace("\\", "")


def progress(store: Store) -> list[dict]:
    return store.read(SECRETARIAT, "pledge_progress", pledge_reference="P1").to_dicts()


def test_a_confirmation_is_kept_and_told(store: Store) -> None:
    """A press on Confirm gives a receipt and stands beside the figure, for the partner and the board."""
    page = press(partners_page(), "Confirm")
    headlines = [each.label.replace("\\", "") for each in opened("board/pledges.py").expander]

    assert page.success[0].value.startswith("Confirmed: P1")
    assert shown(page)[0].startswith("Confirmed by you on")
    assert [line for line in headlines if "Confirmed by the partner on" in line and "P1" in line]


def test_the_ledger_says_who_confirmed(store: Store) -> None:
    """What a partner sends is an upload like any other, under the name of whoever sent it."""
    press(partners_page(), "Confirm")

    last = store.read(SECRETARIAT, "uploads").sort("upload_id").to_dicts()[-1]
    assert (last["kind"], last["loaded_by"]) == ("responses", "this machine")


def test_a_new_figure_is_not_confirmed(store: Store) -> None:
    """Once the update has other numbers, the confirmation is of another figure."""
    press(partners_page(), "Confirm")
    checked = intake.check(
        FILES["pledge_progress"].replace("60,green,6,,", "70,green,7,,").encode(), "again.csv", BODY
    )
    store.add(SECRETARIAT, BODY.key, "pledge_progress", checked.rows, intake.note(checked, AT))

    assert shown(partners_page()) == []


def test_a_query_needs_its_reason(store: Store) -> None:
    """A query without a word is not kept."""
    head = store.head()
    page = asked(" ")

    assert page.error[0].value.startswith("Say what is not right")
    assert store.head() == head


def test_a_query_waits_and_is_declined(store: Store) -> None:
    """The secretariat finds the query below older ones, declines it, and the partner reads why."""
    assert shown(asked("It is seven"))[0].endswith("Waiting for the secretariat.  \n“It is seven”")
    queries = opened("secretariat/queries.py")
    queries.text_input[1].set_value("Six are signed")
    answered = press(queries, "Decline", 1)

    assert answered.success[0].value.startswith("Declined: Alder College")
    [word] = shown(partners_page())
    assert "declined by the secretariat on" in word
    assert word.endswith("“It is seven”  \n“Six are signed”")


@at_length
def test_an_accepted_query_stays_open_until_the_figure_changes(store: Store) -> None:
    """The secretariat has promised to correct it, and is told so until it has."""
    asked("It is seven")
    promised = press(opened("secretariat/queries.py"), "Accept", 1)
    corrected = FILES["pledge_progress"].replace("60,green,6,,", "70,green,7,,")
    checked = intake.check(corrected.encode(), "corrected.csv", BODY)
    store.add(SECRETARIAT, BODY.key, "pledge_progress", checked.rows, intake.note(checked, AT))
    title = "Accepted, and not corrected yet"

    assert title in [each.value for each in promised.header]
    assert title not in [each.value for each in opened("secretariat/queries.py").header]


def test_a_proposal_changes_nothing_before_it_is_accepted(store: Store) -> None:
    """What a partner proposes waits; the record keeps its numbers."""
    page = proposed(date(2025, 5, 31))

    placeholders = [
        labelled(page.number_input, label).placeholder
        for label in ("Progress (%)", "Value, in the unit of the pledge")
    ]
    assert placeholders == ["On record: 60%", "On record: 6"]
    assert shown(page)[0].endswith("Waiting for the secretariat.")
    assert [(row["as_at"], row["progress_share"]) for row in progress(store)] == [(date(2025, 3, 31), 0.6)]


def test_an_accepted_proposal_is_an_update(store: Store) -> None:
    """Accepting keeps the numbers as an update whose evidence is the response."""
    proposed(date(2025, 5, 31))
    press(opened("secretariat/queries.py"), "Accept", 1)

    update = progress(store)[1]
    assert (update["as_at"], update["progress_share"], update["rag"]) == (date(2025, 5, 31), 0.8, "amber")
    assert update["evidence"].startswith("Response of Alder College on ")


def test_what_a_proposal_leaves_blank_stays(store: Store) -> None:
    """A better figure for a day on record changes what it names and adds to the evidence."""
    proposed(date(2025, 3, 31))
    press(opened("secretariat/queries.py"), "Accept", 1)

    [update] = progress(store)
    assert (update["progress_share"], update["value"]) == (0.8, 6)
    assert update["evidence"].startswith("Letter; Response of")


def test_a_declined_proposal_is_no_update(store: Store) -> None:
    """Declining answers the partner and leaves the record alone."""
    proposed(date(2025, 5, 31))
    press(opened("secretariat/queries.py"), "Decline", 1)

    assert len(progress(store)) == 1
    assert "declined by the secretariat on" in shown(partners_page())[0]


@at_length
def test_what_waits_can_be_taken_back(store: Store) -> None:
    """Nobody is asked any longer, and what was said before stands again; what is answered stays."""
    press(partners_page(), "Confirm")
    asked("It is seven")
    press(partners_page(), "Take it back")

    [word] = store.read(SECRETARIAT, "responses", organisation="Alder College").to_dicts()
    assert (word["response"], word["note"]) == ("confirmed", None)
    asked("It is eight")
    press(opened("secretariat/queries.py"), "Decline", 1)
    assert "Take it back" not in [button.label for button in partners_page().button]


def test_nobody_answers_what_they_have_not_read(store: Store) -> None:
    """A press on Accept is lost when the partner has said something else meanwhile."""
    asked("It is seven")
    queries = opened("secretariat/queries.py")
    text = "Organisation,About,Reference,As at,Response,Note,Said on\n"
    newer = f"{text}Alder College,pledge,P1,31/03/2025,queried,It is eight,02/04/2025"
    checked = intake.check(newer.encode(), "newer.csv", BODY)
    store.add(SECRETARIAT, BODY.key, "responses", checked.rows, intake.note(checked, session.now()))
    press(queries, "Accept", 1)

    [word] = store.read(SECRETARIAT, "responses", organisation="Alder College").to_dicts()
    assert (word["note"], word["answer"]) == ("It is eight", None)


def test_a_partner_sees_no_other_organisations_rows(store: Store) -> None:
    """Nothing of another partner is on the page, in its forms or behind its lines."""
    page = partners_page()
    for about in ("pledge", "attendance", "action"):
        page.session_state[f"walsall_Alder College_{about}_0_0_None_walsall_2025-06-30_0"] = True
    seen = everything(page.run())

    assert all(own in seen for own in ("Ten placements", "Write the plan", "attendance.csv", "Letter"))
    assert CANARY not in seen


def test_a_partner_cannot_choose_another(store: Store) -> None:
    """A link with another partner's name opens one's own page."""
    page = opened("partner/my_pledges.py", "Partner: Alder College", for_partner=f"{CANARY} Trust")

    assert page.title[0].value == "Alder College"
    assert CANARY not in everything(page)


def test_the_secretariat_sees_a_partners_page_as_the_partner_does(store: Store) -> None:
    """Looking at one partner shows that partner's rows alone."""
    page = opened("partner/my_pledges.py", for_partner="Alder College")

    assert "Ten placements" in everything(page)
    assert f"{CANARY} homes" not in everything(page)


def test_a_partner_is_told_what_the_board_is_told() -> None:
    """Judged from its own rows alone, what concerns a partner with a pledge is what the board reads of it."""
    store = filled.opened("illustrative")
    board = Facts.of(store.read_all(Reader("board", frozenset({"board"}), BODY.key), RECORDS, BODY.key))
    partners = sorted({pledge.organisation for pledge in board.pledges})
    for name in partners:
        reader = Reader("partner", frozenset({"partner"}), BODY.key, name)
        own = Facts.of(store.read_all(reader, RECORDS, BODY.key))
        assert told(own, name) == told(board, name)
    assert len(partners) > 5
    store.close()


def told(facts: Facts, partner: str) -> list[tuple[str, str, str]]:
    """What the rules say of one partner's pledges, attendance and actions."""
    found = [f for f in judge(BODY, facts, DAY) if f.family in ("pledges", "attendance", "actions")]
    return sorted((f.about, str(f.status), f.says) for f in frames.concerning(found, facts, partner))

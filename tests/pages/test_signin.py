"""Who comes in, and how far: the map that each role is given, and those who are turned away."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from store import Reader, Store
from tests.store.tables import SECRETARIAT, note, table
from ui import session, signin

HOME = Path(__file__).parent.parent.parent
NOW = datetime.now(UTC)
SECRETS = {"auth": {"cookie_secret": "x"}, "quorate": {"board": ["Listed@Example.org"]}}
ROSTER = "organisation|membership\nAlder Trust|member\nBirch Homes|member"
SEATS = """
    seat | organisation | person | email                | role        | to_on      | status
    A    | Alder Trust  | Ada    | Ada@Example.org      | member      |            | filled
    B    | Birch Homes  | Ben    | ben@example.org      | chair       |            | filled
    C    | Birch Homes  | Cyd    | cyd@example.org      | secretariat |            | filled
    D    | Birch Homes  | Dot    | dot@example.org      | chair       | 2026-01-31 | filled
    E    | Alder Trust  | Eve    | both@example.org     | member      |            | filled
    F    | Birch Homes  | Eve    | both@example.org     | member      |            | filled
    """


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The app's own store, with a few seats of one body."""
    path = tmp_path_factory.mktemp("store") / "quorate.duckdb"
    with closing(session.open_store(path)) as store:
        for kind, text in {"organisations": ROSTER, "representatives": SEATS}.items():
            store.add(SECRETARIAT, "walsall", kind, table(kind, text), note(kind))
        with pytest.MonkeyPatch.context() as patched:
            patched.setenv("QUORATE_STORE", str(path))
            yield store
    session._opened.clear()


@pytest.fixture
def signing_in(store: Store) -> Iterator[None]:
    """For this test the app believes that sign-in is set up, as its secrets say."""
    signin.configured.cache_clear()
    yield
    signin.configured.cache_clear()


def opened(email: str = "", since: datetime = NOW, **claims: object) -> AppTest:
    """The app as somebody finds it who signed in, or who did not."""
    app = AppTest.from_file(HOME / "pages" / "main.py", default_timeout=300)
    app.secrets.update(SECRETS)
    app.user = {"is_logged_in": bool(email), "email": email, "iat": int(since.timestamp()), **claims}
    return app.run()


def pages(app: AppTest) -> set[str]:
    """The rooms of the map that the app gives."""
    found = set()
    for page in ("board/fees.py", "partner/my_pledges.py", "secretariat/audit.py"):
        try:
            app.switch_page(page)
        except ValueError:
            continue
        found.add(page.split("/")[0])
    return found


def said(app: AppTest) -> str:
    return (
        "\n".join(block.value for block in (*app.info, *app.warning)).replace("\\", "").replace("\u2060", "")
    )


def nothing_else(app: AppTest) -> bool:
    """Whether only the product's name stands on the page, and no other page is to be had."""
    titles = {title.value for title in (*app.title, *app.switch_page("board/fees.py").run().title)}
    return titles == {"Quorate"} and not (*app.selectbox, *app.table, *app.exception)


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


@pytest.mark.usefixtures("signing_in")
def test_before_signing_in_there_is_one_button() -> None:
    """Nobody who has not signed in sees a chooser, a figure or a page."""
    app = opened()

    assert labels(app) == ["Sign in"]
    assert nothing_else(app)


@pytest.mark.usefixtures("signing_in")
@pytest.mark.parametrize(
    ("email", "rooms"),
    [
        ("ada@example.org", {"partner"}),
        ("ben@example.org", {"board"}),
        ("cyd@example.org", {"board", "partner", "secretariat"}),
        ("listed@example.org", {"board"}),
    ],
)
def test_a_role_opens_its_rooms(email: str, rooms: set[str]) -> None:
    """Partners have their page, the board its own, the secretariat every one."""
    app = opened(email)

    assert (pages(app), list(app.exception)) == (rooms, [])


@pytest.mark.usefixtures("signing_in")
def test_only_bodies_with_a_role_are_offered() -> None:
    """A seat opens its body; an address in the configuration opens every one."""
    assert opened("ada@example.org").selectbox(key="body").options == ["Walsall"]
    assert len(opened("listed@example.org").selectbox(key="body").options) == len(session.bodies())


@pytest.mark.usefixtures("signing_in")
def test_a_partner_is_confined_to_its_organisation() -> None:
    """The reader that every page reads by has the seat's role and organisation, and no other."""
    reader = opened("ADA@example.org").session_state["reader"]

    assert reader == Reader("ada@example.org", frozenset({"partner"}), "walsall", "Alder Trust")


@pytest.mark.usefixtures("signing_in")
def test_who_speaks_for_two_organisations_chooses_between_them() -> None:
    """The choice is among one's own, one at a time."""
    app = opened("both@example.org")

    assert app.selectbox(key="on_behalf_of").options == ["Alder Trust", "Birch Homes"]
    assert app.session_state["reader"].organisation == "Alder Trust"


@pytest.mark.usefixtures("signing_in")
@pytest.mark.parametrize(
    ("email", "claims", "says"),
    [
        ("nobody@example.org", {}, "nobody@example.org holds no seat on a board that is kept here. Ask"),
        ("dot@example.org", {}, "holds no seat"),
        ("cyd@example.org", {"email_verified": False}, "not verified. Ask whoever manages your account"),
        ("cyd@example.org", {"email_verified": "false"}, "not verified"),
        ("cyd@example.org", {"since": NOW - timedelta(hours=8)}, "ended after eight hours"),
        ("cyd@example.org", {"iat": None}, "did not say who you are"),
        ("\u212ayd@example.org", {}, "did not say who you are"),
        ("cyd", {}, "did not say who you are"),
    ],
)
def test_who_may_not_come_in_is_told_why(email: str, claims: dict, says: str) -> None:
    """Each refusal is a sentence, and nothing of any body is drawn beside it."""
    app = opened(email, **claims)

    assert says in said(app)
    assert nothing_else(app)


@pytest.mark.usefixtures("signing_in")
def test_signing_out_counts_for_what_was_begun_before_it(store: Store) -> None:
    """What was begun before is over, what is begun after is not, even when the provider's clock is ahead."""
    ahead = datetime.now(UTC) + timedelta(seconds=90)
    who = signin.person({"email": "ben@example.org", "iat": ahead.timestamp()})
    signin.sign_out(store, who, ["walsall"], session.now())

    assert "You have signed out." in said(opened("ben@example.org", ahead))
    assert pages(opened("ben@example.org", ahead + timedelta(seconds=1))) == {"board"}


@pytest.mark.usefixtures("signing_in")
def test_sign_ins_and_refusals_are_on_the_audit_once(store: Store) -> None:
    """Drawing the page again is no other sign-in."""
    for _ in range(2):
        opened("both@example.org", NOW - timedelta(hours=1))
        opened("late@example.org")
    done = store.read(SECRETARIAT, "audit", "walsall")
    counted = done.filter(what="sign-in", done_by="both@example.org").height

    assert counted == done.filter(done_by="both@example.org").height > 0
    assert done.filter(what="refusal", done_by="late@example.org").height == 1


def looking_as(whom: str) -> AppTest:
    app = AppTest.from_file(HOME / "pages" / "main.py", default_timeout=300)
    app.query_params.update({"body": "Walsall", "view_as": whom})
    return app.run()


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("whom", "rooms"),
    [
        ("Secretariat", {"board", "partner", "secretariat"}),
        ("Board", {"board"}),
        ("Partner: Alder Trust", {"partner"}),
    ],
)
def test_without_sign_in_this_machine_looks_as_anybody(whom: str, rooms: set[str]) -> None:
    """The chooser gives the map of whoever is chosen, and says that nobody signs in here."""
    app = looking_as(whom)

    assert (pages(app), list(app.exception)) == (rooms, [])
    assert "No sign-in is set up" in " ".join(caption.value for caption in app.sidebar.caption)
    assert "Sign in" not in labels(app)

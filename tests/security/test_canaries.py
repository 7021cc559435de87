"""No partner is told a byte of another organisation: at the store's door, on pages, in facts, in logs."""

import logging
import random
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from rules import Facts, judge
from rules.facts import RECORDS
from store import NotAllowed, Reader, Store
from store.catalogue import MARTS
from tests.browser.serving import HOME
from tests.security.canaries import BODY, TOKENS, email, fill, foreign, organisation, partner, told
from tests.switch import many
from ui import session, signin

AT_ONCE = 20
EXAMPLES = many(600, 1_200, 5_000) // AT_ONCE
PAGE_PROBES = many(8, 50, 300)
THREADS, READS = many((10, 28), (30, 40), (100, 200))
SECRETS = {"auth": {"cookie_secret": "x"}, "quorate": {"secretariat": [email("s")], "board": [email("b")]}}
PAGES = sorted(path.relative_to(HOME / "pages").as_posix() for path in (HOME / "pages").glob("*/*.py"))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The app's own store: every kind, with rows of each organisation and words of its own in them."""
    path = tmp_path_factory.mktemp("store") / "quorate.duckdb"
    with closing(session.open_store(path)) as store:
        fill(store)
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


def opened(who: str, page: str = "", **query: str) -> AppTest:
    """A page as somebody who signed in finds it by its deep link; their first page where it is closed."""
    app = AppTest.from_file(HOME / "pages" / "main.py", default_timeout=300)
    app.secrets.update(SECRETS)
    app.user = {"is_logged_in": True, "email": email(who), "iat": int(datetime.now(UTC).timestamp())}
    app.query_params.update({"body": BODY.short, "as_of": "2026-11-21", **query})
    app.run()
    try:
        return app.switch_page(page).run() if page else app
    except ValueError:
        return app


def asked(store: Store, reader: Reader, mart: str, **where: object) -> str:
    """What a reader is told who asks for a mart: its rows, or the sentence that refuses them."""
    try:
        return str(store.read(reader, mart, **where).to_dicts())
    except (NotAllowed, KeyError) as refused:
        return str(refused)


@pytest.mark.parametrize("token", TOKENS)
@pytest.mark.parametrize("mart", MARTS)
def test_no_mart_tells_a_partner_of_another(store: Store, mart: str, token: str) -> None:
    """Of each mart a partner is given its own rows and words, or a refusal that names nobody."""
    assert foreign(token, asked(store, partner(token), mart)) == set()


def test_the_canaries_sing(store: Store) -> None:
    """The board is told every organisation's words in every mart that has rows by organisation."""
    board = Reader(email("b"), frozenset({"board"}), BODY.key)
    marts = [mart for mart in MARTS if "'organisation':" in asked(store, board, mart)]
    assert len(marts) > 8
    assert [mart for mart in marts if foreign("", asked(store, board, mart)) != {*TOKENS}] == []


@pytest.mark.parametrize("token", TOKENS)
def test_what_is_cached_for_a_partner_is_its_own(store: Store, token: str) -> None:
    """The facts and verdicts that reruns share hold nothing of another organisation."""
    facts = Facts.of(store.read_all(partner(token), RECORDS, BODY.key))
    verdicts = judge(BODY, facts, datetime(2026, 11, 21).date())
    assert token in repr(facts).lower()
    assert foreign(token, f"{facts!r} {verdicts!r}") == set()


@pytest.mark.usefixtures("signing_in")
@pytest.mark.parametrize("page", PAGES)
def test_no_page_tells_a_partner_of_another(page: str, caplog: pytest.LogCaptureFixture) -> None:
    """Texts, tables, choices, charts, errors and the log: on whatever page a partner asks for."""
    caplog.set_level(logging.DEBUG)
    for token in TOKENS[:2]:
        caplog.clear()
        assert foreign(token, told(opened(token, page)) + caplog.text.encode()) == set()


@pytest.mark.usefixtures("signing_in")
@pytest.mark.parametrize("page", ["board/membership.py", "board/actions.py", "secretariat/access.py"])
def test_pages_do_tell_who_may_know(page: str) -> None:
    """The secretariat is told every organisation's words: what finds none elsewhere would find them."""
    assert foreign("", told(opened("s", page))) == {*TOKENS}


@pytest.mark.usefixtures("signing_in")
def test_a_partners_page_tells_of_itself() -> None:
    """A partner's own words are on its page."""
    assert TOKENS[0].encode() in told(opened(TOKENS[0])).lower()


@pytest.mark.usefixtures("signing_in")
def test_a_partner_that_asks_for_anothers_page_has_its_own() -> None:
    """By the other's name or by a part of it; no page of a meeting opens for it at all."""
    own, other = TOKENS[0], TOKENS[1]
    for name in (organisation(other), other):
        page = opened(own, "board/partner.py", partner=name)
        assert (page.title[0].value, foreign(own, told(page))) == (organisation(own), set())
    assert "2026" not in opened(own, "board/meeting.py", meeting="10 March 2026").title[0].value


VALUES = st.one_of(
    st.sampled_from([text for token in TOKENS for text in (organisation(token), f"P {token}", token)]),
    st.sampled_from(["' or 1=1 --", "%", "*", "", BODY.key, BODY.main_group, "red", "member"]),
    st.none(), st.booleans(), st.integers(-1, 40), st.text(max_size=8),
)  # fmt: skip
COLUMN = st.sampled_from(
    ["organisation", "reference", "pledge_reference", "person", "group_name", "members", "file", "theme",
     "lead_organisation", "consent_given_by", "consent_needed_from", "chaired_by", "status", "sector", "line",
     "organisation' or '1'='1", "body; select 1"]
)  # fmt: skip
BODIES = st.sampled_from([None, BODY.key, "", "another", "%"])
PROBE = st.tuples(
    st.sampled_from(TOKENS), st.sampled_from(MARTS), BODIES, st.dictionaries(COLUMN, VALUES, max_size=2)
)


@settings(
    max_examples=EXAMPLES, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(probes=st.lists(PROBE, min_size=AT_ONCE, max_size=AT_ONCE))
def test_no_question_gets_a_foreign_answer(store: Store, probes: list[tuple]) -> None:
    """Whatever mart, body and filter a partner asks with, nothing comes of it that it did not say itself."""
    for token, mart, body, where in probes:
        try:
            rows = store.read(partner(token), mart, body, **where).to_dicts()
        except (NotAllowed, KeyError):
            continue
        except Exception as error:
            assert foreign(token, str(error)) <= foreign(token, str(where))
            continue
        assert foreign(token, str(rows)) == set()


def test_a_question_of_the_wrong_type_tells_nothing(store: Store) -> None:
    """The engine's own message has the first value that it could not compare, whosesoever it is."""
    with pytest.raises(TypeError) as refused:
        store.read(partner(TOKENS[0]), "pledge_progress", BODY.key, pledge_reference=False)

    assert foreign(TOKENS[0], str(refused.value)) == set()


def test_threads_never_cross(store: Store) -> None:
    """Many partners reading at once are each given their own rows, every time."""
    marts = ("actions", "pledges", "payments", "organisations", "responses", "meetings", "seats")
    crossed, done = [], []

    def read(place: int) -> None:
        token, mine = TOKENS[place % len(TOKENS)], 0
        for turn in range(READS):
            answer = asked(store, partner(token), marts[turn % len(marts)])
            if foreign(token, answer):
                crossed.append((token, answer))
            mine += token in answer.lower()
        done.append(mine)

    threads = [threading.Thread(target=read, args=(place,)) for place in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (crossed, len(done)) == ([], THREADS)
    assert min(done) >= READS * 6 // 7


@pytest.mark.usefixtures("signing_in")
def test_no_forged_address_opens_anothers_page() -> None:
    """Pages, bodies, partners, roles and days as somebody may write them into the address tell nothing."""
    chance = random.Random(19)
    pairs = list(permutations(TOKENS, 2))
    told_of_others = []
    for _ in range(PAGE_PROBES):
        (own, other), page = chance.choice(pairs), chance.choice(["", *PAGES])
        forged = {
            "partner": organisation(other), "on_behalf_of": organisation(other),
            "view_as": chance.choice(["secretariat", "board", f"partner {organisation(other)}"]),
            "body": chance.choice([BODY.short, "Walsall", "", "*"]),
            "as_of": chance.choice(["2026-11-21", "1990-01-01", "never"]),
            "set": chance.choice(["illustrative", "published"]),
        }  # fmt: skip
        query = {name: forged[name] for name in chance.sample(sorted(forged), 3)}
        if found := foreign(own, told(opened(own, page, **query))):
            told_of_others.append((own, page, query, found))
    assert told_of_others == []

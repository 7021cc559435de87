"""Cookies that open nothing: replayed after sign-out, tampered with, expired, or made for somewhere else."""

import http.client
import random
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import websocket
from streamlit.web.server.starlette.starlette_server_config import TOKENS_COOKIE_NAME, USER_COOKIE_NAME

from store import Store
from tests.browser.serving import Deployment, deployed
from tests.browser.visiting import button, is_let_in, visit, words
from tests.switch import FULL, at_length

pytestmark = at_length
MEMBER = "agency.lead3@example.org"
SIGNED_OUT = "agency.lead2@example.org"
EIGHT_HOURS = 8 * 3600
CHANCE = random.Random(1)
Forge = Callable[[Deployment], str]


@pytest.fixture(scope="module")
def deployment(store_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployment]:
    """The product with sign-in, which somebody has signed out of a moment ago."""
    with closing(Store.open(store_path)) as store:
        now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
        store.note(SIGNED_OUT, "sign-out", "everywhere", now, "nottinghamshire")
    with deployed(tmp_path_factory.mktemp("served"), store_path) as served:
        yield served


def at_random(most: int) -> int:
    return CHANCE.randrange(1, most)


def replayed(served: Deployment) -> str:
    """The cookie of a session that was signed out of."""
    return served.cookie(served.claims(SIGNED_OUT, iat=int(time.time()) - 600 - at_random(3600)))


def tampered(served: Deployment) -> str:
    """A good cookie with one letter changed: not the last, of which some bits say nothing."""
    cookie = served.cookie(served.claims(MEMBER))
    place = CHANCE.randrange(len(cookie) - 1)
    other = CHANCE.choice([letter for letter in "abcdefghXYZ0123456789_-." if letter != cookie[place]])
    return cookie[:place] + other + cookie[place + 1 :]


def expired(served: Deployment) -> str:
    """The cookie of somebody who signed in more than eight hours ago."""
    return served.cookie(served.claims(MEMBER, iat=int(time.time()) - EIGHT_HOURS - at_random(10**6)))


def of_another_place(served: Deployment) -> str:
    """A cookie that was made for another origin."""
    return served.cookie(served.claims(MEMBER, origin=f"https://board{at_random(999)}.example.org"))


def of_another_secret(served: Deployment) -> str:
    """A cookie that somebody else signed."""
    return served.cookie(served.claims(MEMBER), secret=f"{CHANCE.getrandbits(256):064x}")


def of_another_name(served: Deployment) -> str:
    """A cookie that was signed as another."""
    return served.cookie(served.claims(MEMBER), name=TOKENS_COOKIE_NAME)


def of_nobody(served: Deployment) -> str:
    """A good cookie of somebody who holds no seat."""
    return served.cookie(served.claims(f"stranger{at_random(999)}@example.org"))


def unverified(served: Deployment) -> str:
    """A good cookie with an address that the provider does not vouch for."""
    return served.cookie(served.claims(MEMBER, email_verified=False))


def without_a_time(served: Deployment) -> str:
    """A good cookie that does not say since when."""
    return served.cookie(served.claims(MEMBER, iat=None))


FORGERIES = (replayed, tampered, expired, of_another_place, of_another_secret, of_another_name,
             of_nobody, unverified, without_a_time)  # fmt: skip


def forged(served: Deployment, count: int) -> Iterator[tuple[Forge, str]]:
    return ((forge, forge(served)) for forge in islice(cycle(FORGERIES), count))


def fetched(served: Deployment, cookie: str) -> int:
    """The status of a download asked for with this cookie; there is no such file."""
    asked = urllib.request.Request(
        f"{served.address}/media/0.bin", headers={"Cookie": f"{USER_COOKIE_NAME}={cookie}"}
    )
    with pytest.raises(urllib.error.HTTPError) as answer:
        urllib.request.urlopen(asked)
    answer.value.close()
    return answer.value.code


def let_in(served: Deployment, cookie: str, origin: str | None = None) -> bool:
    try:
        with visit(served.address, cookie, origin) as page:
            return is_let_in(page.look())
    except websocket.WebSocketBadStatusException:
        return False


def test_a_good_cookie_opens_the_page_and_its_files(deployment: Deployment) -> None:
    """What follows would prove nothing if no cookie at all were accepted."""
    cookie = deployment.cookie(deployment.claims(MEMBER))

    assert let_in(deployment, cookie)
    assert fetched(deployment, cookie) == 404


def test_of_1000_cookies_none_opens_a_file(deployment: Deployment) -> None:
    """Downloads are refused to each of a thousand cookies that are not somebody's of now and here."""
    accepted = [forge for forge, cookie in forged(deployment, 1000) if fetched(deployment, cookie) != 403]

    assert accepted == []


def test_of_many_cookies_none_opens_a_page(deployment: Deployment) -> None:
    """Pages are too: of 300 sessions, or of more by the switch, none is told of any page."""
    count = 1_000 if FULL else 300
    accepted = [forge for forge, cookie in forged(deployment, count) if let_in(deployment, cookie)]

    assert accepted == []


@pytest.mark.parametrize("origin", ["http://evil.example.org", "null"])
def test_a_page_of_another_place_cannot_use_a_good_cookie(deployment: Deployment, origin: str) -> None:
    """A browser that was lured elsewhere sends its cookie along, and gets nothing for it."""
    assert not let_in(deployment, deployment.cookie(deployment.claims(MEMBER)), origin)


def test_a_file_cannot_be_sent_without_signing_in(deployment: Deployment) -> None:
    """An upload is refused by the door, before anything of it is kept."""
    asked = urllib.request.Request(
        f"{deployment.address}/_stcore/upload_file/session/file", data=b"x", method="PUT"
    )
    with pytest.raises(urllib.error.HTTPError) as answer:
        urllib.request.urlopen(asked)

    assert (answer.value.code, answer.value.read()) == (403, b"Sign in first.")


def test_one_visit_cannot_send_without_end(deployment: Deployment) -> None:
    """What a session announces to send is counted, and refused beyond 500 MB, whoever it is."""
    path, cookie = "/_stcore/upload_file/session/file", deployment.cookie(deployment.claims(MEMBER))
    told = []
    for _ in range(6):
        connection = http.client.HTTPConnection(urlsplit(deployment.address).netloc)
        connection.putrequest("PUT", path)
        connection.putheader("Cookie", f"{USER_COOKIE_NAME}={cookie}")
        connection.putheader("Content-Length", str(90 * 1024 * 1024))
        connection.endheaders()
        told.append(connection.getresponse().status)
        connection.close()

    # the first five are refused by Streamlit, for there is no such session
    assert told == [403, 403, 403, 403, 403, 413]


def test_whoever_holds_no_seat_is_told_whom_to_ask(deployment: Deployment) -> None:
    """The refusal names the address and the secretariat, and nothing of any board."""
    with visit(deployment.address, of_nobody(deployment)) as page:
        told = words(page.look())

    assert "holds no seat on a board" in told
    assert "secretariat" in told
    assert "Nottinghamshire" not in told


def test_signing_out_ends_every_open_page(deployment: Deployment) -> None:
    """A page that is open elsewhere shows nothing more at its next click, and the cookie opens no other."""
    cookie = deployment.cookie(deployment.claims("agency.lead4@example.org"))
    with visit(deployment.address, cookie) as here, visit(deployment.address, cookie) as elsewhere:
        assert is_let_in(elsewhere.look())
        here.look(press=button(here.look(), "Sign out"))

        assert not is_let_in(elsewhere.look())
    assert not let_in(deployment, cookie)

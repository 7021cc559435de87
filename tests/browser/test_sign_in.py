"""Signing in with a provider that insists on PKCE: in, as far as the seat reaches, and out again."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support.ui import WebDriverWait
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from tests.browser.driving import PATIENCE, find, hosts_asked, new_browser, press, see, text_of
from tests.browser.serving import (
    OFFICER,
    PROVIDER,
    Deployment,
    deployed,
    free_port,
    must_have,
    must_have_package,
    running,
)
from tests.switch import at_length

pytestmark = [pytest.mark.browser, at_length]
MEMBER, CHAIR = "agency.lead2@example.org", "agency.lead1@example.org"
PLACE = "body=Nottinghamshire&as_of=2026-11-21"


@pytest.fixture(scope="module")
def deployment(store_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployment]:
    """The product with sign-in at an OpenID provider, both on this machine."""
    must_have("node", "chromium", "chromedriver")
    must_have_package("oidc-provider")
    port = free_port()
    provider = f"http://127.0.0.1:{port}"
    with deployed(tmp_path_factory.mktemp("served"), store_path, provider) as served:
        command = ["node", "provider.js", str(port), served.address, served.secret]
        with running(command, f"{provider}/.well-known/openid-configuration", cwd=PROVIDER):
            yield served


@pytest.fixture
def second_browser(tmp_path: Path) -> Iterator[WebDriver]:
    """Somebody else's Chromium."""
    page = new_browser(tmp_path / "second")
    yield page
    page.quit()


def sign_in(page: WebDriver, served: Deployment, email: str) -> None:
    """From the product's page to the provider's form, and back."""
    page.get(served.address)
    press(page, "Sign in")
    find(page, "input[name=login]").send_keys(email)
    find(page, "input[name=password]").send_keys("any")
    press(page, "Sign-in")
    press(page, "Continue")
    WebDriverWait(page, PATIENCE).until(lambda p: p.current_url.startswith(served.address))


def test_a_partner_comes_in_sees_its_own_and_goes(browser: WebDriver, deployment: Deployment) -> None:
    """A member of one organisation sees that and no board page; its cookie dies with the sign-out."""
    browser.get(f"{deployment.address}/pledges?{PLACE}")
    see(browser, "Sign in")
    assert "Nottinghamshire" not in text_of(browser)

    sign_in(browser, deployment, MEMBER)
    see(browser, "Sampleshire Constables")
    assert "Governance calendar" not in text_of(browser)
    assert "Sampleshire Secondary Heads Group" not in text_of(browser)
    cookies = [c for c in browser.get_cookies() if c["name"].startswith("_streamlit_user")]

    press(browser, "Sign out")
    press(browser, "Yes, sign me out")
    see(browser, "You use the account of your own organisation")

    for cookie in cookies:
        browser.add_cookie(cookie)
    browser.get(deployment.address)
    see(browser, "You have signed out.")
    assert "Sampleshire" not in text_of(browser)
    assert hosts_asked(browser) == {"127.0.0.1"}


def test_a_chair_reads_the_board_and_writes_nothing(browser: WebDriver, deployment: Deployment) -> None:
    """A chair has the board's pages, and no page of the secretariat's, not even by its address."""
    sign_in(browser, deployment, CHAIR)
    see(browser, "Governance calendar")

    browser.get(f"{deployment.address}/upload?{PLACE}")
    see(browser, "no page called “upload”")
    assert "Data quality" not in text_of(browser)


def test_somebody_without_a_seat_is_turned_away(browser: WebDriver, deployment: Deployment) -> None:
    """Whoever the provider knows and no board does is told whom to ask."""
    sign_in(browser, deployment, "stranger@example.org")

    see(browser, "holds no seat on a board")
    assert "Nottinghamshire" not in text_of(browser)


def test_an_address_that_nobody_verified_is_turned_away(browser: WebDriver, deployment: Deployment) -> None:
    """Anybody can type another's address where nobody checks it."""
    sign_in(browser, deployment, "unverified@example.org")

    see(browser, "is not verified")


def test_a_failed_sign_in_says_so(browser: WebDriver, deployment: Deployment) -> None:
    """Whoever comes back from the provider without a sign-in is not left to wonder."""
    browser.get(f"{deployment.address}/oauth2callback?error=access_denied&state=x")

    see(browser, "Signing in did not work.")


def test_no_word_on_the_console(browser: WebDriver, deployment: Deployment) -> None:
    """The content security policy stops nothing that the pages need."""
    sign_in(browser, deployment, CHAIR)
    browser.get(f"{deployment.address}/attendance?{PLACE}")
    find(browser, "[data-testid=stVegaLiteChart] canvas, [data-testid=stVegaLiteChart] svg")
    complaints = [entry["message"] for entry in browser.get_log("browser")]

    assert [told for told in complaints if "Content Security Policy" in told and "inline" not in told] == []


def test_a_role_ends_with_the_seat(
    browser: WebDriver, second_browser: WebDriver, deployment: Deployment
) -> None:
    """When the secretariat takes the seats back, an open page ends at its reader's next click."""
    sign_in(browser, deployment, "agency.lead3@example.org")
    see(browser, "Sampleshire Office for Policing Oversight")

    sign_in(second_browser, deployment, OFFICER)
    see(second_browser, "Governance calendar")
    second_browser.get(f"{deployment.address}/history?{PLACE}")
    press(second_browser, "Undo this upload")
    see(second_browser, "representatives.csv")
    press(second_browser, "Yes, undo it")
    see(second_browser, "It no longer counts in any figure")

    find(browser, "details summary").click()
    see(browser, "holds no seat on a board")

    second_browser.get(f"{deployment.address}/audit?{PLACE}")
    see(second_browser, "agency.lead3")


def test_an_idle_page_ends_by_itself(browser: WebDriver, deployment: Deployment) -> None:
    """A page that nobody touches shows nothing more soon after the eight hours are over."""
    # long enough for a busy machine to show the page first
    nearly_over = int(time.time()) - 8 * 3600 + 150
    # an officer, whose role no other test here takes back with the seats
    cookie = deployment.cookie(deployment.claims(OFFICER, iat=nearly_over))
    browser.get(f"{deployment.address}/healthz")
    browser.add_cookie({"name": USER_COOKIE_NAME, "value": cookie, "path": "/"})
    browser.get(deployment.address)
    see(browser, "Governance calendar")

    WebDriverWait(browser, 3 * PATIENCE).until(lambda p: "after eight hours" in text_of(p))
    assert "Governance calendar" not in text_of(browser)

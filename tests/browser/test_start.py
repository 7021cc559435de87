"""What must be right before the server lets anybody in: otherwise it says why and does not start."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.serving import HOME, SECRETS, free_port, started
from ui.start import SAMPLE_SECRET, is_loopback

STREAMLIT = [sys.executable, "-m", "streamlit", "run", str(HOME / "app.py")]
GUIDE = HOME / "docs" / "deployment.md"
ITSELF = [sys.executable, str(HOME / "app.py")]
BY_CODE = [
    sys.executable, "-c", "import app; app.app.run(config={'server.address': '0.0.0.0', 'server.port': 0})"
]  # fmt: skip
GOOD = SECRETS.format(
    address="http://127.0.0.1:8501", secret="4f" * 32, provider="http://127.0.0.1:9", officer="o@example.org"
)


def refused(folder: Path, command: list[str], **env: str) -> str:
    """What a server says that does not start; one that did would still run when time is up."""
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("QUORATE", "STREAMLIT"))
    }
    known = {"QUORATE_PORT": str(free_port()), "PYTHONPATH": str(HOME), "QUORATE_HOME": str(folder)}
    ended = subprocess.run(
        command,
        cwd=folder,
        env={**clean, **known, **env},
        capture_output=True,
        text=True,
        timeout=40,
        check=False,
    )
    assert ended.returncode != 0
    assert "Traceback" not in ended.stderr.split("NotReady")[0]
    return ended.stderr


def with_secrets(folder: Path, text: str) -> Path:
    (folder / ".streamlit").mkdir()
    (folder / ".streamlit" / "secrets.toml").write_text(text)
    return folder


@pytest.mark.parametrize(
    ("command", "env"),
    [
        ([*STREAMLIT, "--server.address", "0.0.0.0"], {}),
        (STREAMLIT, {"STREAMLIT_SERVER_ADDRESS": "0.0.0.0"}),
        (BY_CODE, {}),
    ],
    ids=["flag", "environment", "code"],
)
def test_without_sign_in_only_this_machine_is_answered(tmp_path: Path, command: list[str], env: dict) -> None:
    """However another address is given, the server says why it does not take it."""
    assert "Without sign-in Quorate answers this machine only" in refused(tmp_path, command, **env)


@pytest.mark.parametrize(
    ("address", "alone"),
    [
        ("127.0.0.1", True),
        ("127.8.9.10", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.0.2.1", False),
        ("board.example.org", False),
        ("", False),
        (None, False),
    ],
)
def test_which_addresses_are_this_machine_alone(address: str | None, alone: bool) -> None:
    """No address given means every one, and a name may lead anywhere."""
    assert is_loopback(address) is alone


@pytest.mark.parametrize(
    ("good", "bad", "says"),
    [
        (f'cookie_secret = "{"4f" * 32}"', "", "needs a cookie_secret of your own"),
        ("4f" * 32, "4f" * 15, "of at least 32 bytes"),
        ("4f" * 32, SAMPLE_SECRET, "needs a cookie_secret of your own"),
        ('"S256"', '"plain"', 'must say code_challenge_method = "S256"'),
        ("http://127.0.0.1:8501/", "http://board.example.org/", "must begin with https://"),
        ("http://127.0.0.1:8501/", "https://board.example.org/", "which QUORATE_HOST must name"),
        ("[auth]", "[auth", "secrets.toml cannot be read"),
    ],
)
def test_sign_in_must_be_set_up_safely(tmp_path: Path, good: str, bad: str, says: str) -> None:
    """A secret that is missing, short or the sample's, no PKCE, no TLS: each is named, and nothing starts."""
    assert good in GOOD
    folder = with_secrets(tmp_path, GOOD.replace(good, bad))

    assert says in refused(folder, ITSELF, QUORATE_STORE=str(tmp_path / "store.duckdb"))


def test_sign_in_needs_a_store_of_its_own(tmp_path: Path) -> None:
    """Seats say who may come in, and those of the sample are invented."""
    assert "Set QUORATE_STORE." in refused(with_secrets(tmp_path, GOOD), ITSELF)


@pytest.mark.parametrize(
    ("option", "value"), [("trustedUserHeaders", '{"X-User": "email"}'), ("baseUrlPath", "board")]
)
def test_settings_that_go_round_the_door_are_refused(tmp_path: Path, option: str, value: str) -> None:
    """A header could make anybody anybody, and below another path the door would not know its own."""
    command = [*STREAMLIT, f"--server.{option}", value]
    told = refused(with_secrets(tmp_path, GOOD), command, QUORATE_STORE=str(tmp_path / "store.duckdb"))

    assert f"server.{option} must be empty" in told


def test_the_guide_leads_to_a_server_that_starts(tmp_path: Path) -> None:
    """What the guide says to write is refused for its sample secret alone; with another it runs."""
    (text,) = re.findall(r"```toml\n(.+?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    env = {"QUORATE_STORE": str(tmp_path / "store.duckdb"), "QUORATE_HOST": "board.example.org"}
    folder = with_secrets(tmp_path, text)
    told = refused(folder, ITSELF, **env)
    assert "needs a cookie_secret of your own" in told and "S256" not in told and "QUORATE_HOST" not in told

    (folder / ".streamlit" / "secrets.toml").write_text(text.replace(SAMPLE_SECRET, "4f" * 32))
    with started(folder, **env):
        pass

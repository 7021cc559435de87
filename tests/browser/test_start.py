"""What must be right before the server lets anybody in: otherwise it says why and does not start."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest

import samples
from store import Store
from tests.browser.serving import HOME, SECRETS, free_port, started
from tests.browser.visiting import visit, words
from tests.filled import copied
from tests.switch import LONG, at_length
from ui import places
from ui.start import SAMPLE_SECRET, NotReady, is_loopback, options

STREAMLIT = [sys.executable, "-m", "streamlit", "run", str(HOME / "app.py")]
GUIDE = HOME / "docs" / "deployment.md"
ITSELF = [sys.executable, str(HOME / "app.py")]
BY_CODE = [
    sys.executable, "-c", "import app; app.app.run(config={'server.address': '0.0.0.0', 'server.port': 0})"
]  # fmt: skip
GOOD = SECRETS.format(
    address="http://127.0.0.1:8501", secret="4f" * 32, provider="http://127.0.0.1:9", officer="o@example.org"
)


def ended(folder: Path, command: list[str], **env: str) -> subprocess.CompletedProcess[str]:
    """A server that does not start; one that did would still run when time is up."""
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("QUORATE", "STREAMLIT"))
    }
    known = {"QUORATE_PORT": str(free_port()), "PYTHONPATH": str(HOME), "QUORATE_HOME": str(folder)}
    return subprocess.run(
        command,
        cwd=folder,
        env={**clean, **known, **env},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def refused(folder: Path, command: list[str], **env: str) -> str:
    """What it says; started by itself it says nothing else, and its exit code is that of a refusal."""
    server = ended(folder, command, **env)
    if command == ITSELF:
        assert server.returncode == 2
        assert "Traceback" not in server.stdout + server.stderr
    assert server.returncode != 0
    assert "Traceback" not in server.stderr.split("NotReady")[0]
    return server.stderr


def with_secrets(folder: Path, text: str) -> Path:
    (folder / ".streamlit").mkdir()
    (folder / ".streamlit" / "secrets.toml").write_text(text)
    return folder


@pytest.mark.parametrize(
    ("command", "env"),
    [
        ([*STREAMLIT, "--server.address", "0.0.0.0"], {}),
        pytest.param(STREAMLIT, {"STREAMLIT_SERVER_ADDRESS": "0.0.0.0"}, marks=at_length),
        pytest.param(BY_CODE, {}, marks=at_length),
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


UNSAFE = (
    (f'cookie_secret = "{"4f" * 32}"', "", "needs a cookie_secret of your own"),
    ("4f" * 32, "4f" * 15, "of at least 32 bytes"),
    ("4f" * 32, SAMPLE_SECRET, "needs a cookie_secret of your own"),
    ('"S256"', '"plain"', 'must say code_challenge_method = "S256"'),
    ("http://127.0.0.1:8501/", "http://board.example.org/", "must begin with https://"),
    ("http://127.0.0.1:8501/", "https://board.example.org/", "which QUORATE_HOST must name"),
    ("[auth]", "[auth", "secrets.toml cannot be read"),
)


@at_length
@pytest.mark.parametrize(("good", "bad", "says"), UNSAFE)
def test_sign_in_must_be_set_up_safely(tmp_path: Path, good: str, bad: str, says: str) -> None:
    """A secret that is missing, short or the sample's, no PKCE, no TLS: each is named, and nothing starts."""
    assert good in GOOD
    folder = with_secrets(tmp_path, GOOD.replace(good, bad))

    assert says in refused(folder, ITSELF, QUORATE_STORE=str(tmp_path / "store.duckdb"))


@at_length
def test_sign_in_needs_a_store_of_its_own(tmp_path: Path) -> None:
    """Seats say who may come in, and those of the sample are invented."""
    assert "Set QUORATE_STORE." in refused(with_secrets(tmp_path, GOOD), ITSELF)


@at_length
@pytest.mark.parametrize(
    ("option", "value"), [("trustedUserHeaders", '{"X-User": "email"}'), ("baseUrlPath", "board")]
)
def test_settings_that_go_round_the_door_are_refused(tmp_path: Path, option: str, value: str) -> None:
    """A header could make anybody anybody, and below another path the door would not know its own."""
    command = [*STREAMLIT, f"--server.{option}", value]
    told = refused(with_secrets(tmp_path, GOOD), command, QUORATE_STORE=str(tmp_path / "store.duckdb"))

    assert f"server.{option} must be empty" in told


@at_length
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


def test_a_port_that_is_no_number_is_refused(tmp_path: Path) -> None:
    """The setting is named, and what it must be."""
    told = refused(tmp_path, ITSELF, QUORATE_PORT="eighty")

    assert told == "QUORATE_PORT must be a whole number from 1 to 65535, and it is 'eighty'.\n"


@pytest.mark.parametrize("port", ["", "8501.5", "0", "-1", "65536", "²"])
def test_what_is_no_port(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    """Only a whole number of the right size."""
    monkeypatch.setenv("QUORATE_PORT", port)
    with pytest.raises(NotReady, match=f"it is {re.escape(repr(port))}"):
        options()


def test_a_port_that_is_taken_is_refused(tmp_path: Path) -> None:
    """Nothing is filled or opened first; the setting that helps is named."""
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        told = refused(tmp_path, ITSELF, QUORATE_PORT=str(other.getsockname()[1]))

    assert "cannot be used: Address already in use." in told and "set QUORATE_PORT to another" in told
    assert list(tmp_path.iterdir()) == []


@at_length
@pytest.mark.parametrize("place", ["a file/store.duckdb", "", "a file/deeper/store.duckdb"])
def test_a_store_that_cannot_be_written_is_refused(tmp_path: Path, place: str) -> None:
    """A folder that cannot be made, or one where the file should be: the setting is named, and the path."""
    (tmp_path / "a file").touch()
    told = refused(tmp_path, ITSELF, QUORATE_STORE=str(tmp_path / place))

    assert told.startswith(f"QUORATE_STORE names {tmp_path / place}, which cannot be written: ")


def test_a_place_for_the_samples_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    """As in a clone that one may not write to: the way out is named."""
    (tmp_path / "a file").touch()
    told = refused(tmp_path, ITSELF, QUORATE_HOME=str(tmp_path / "a file"))

    assert f"The samples are kept in {tmp_path / 'a file'}, which cannot be written: " in told
    assert "Set QUORATE_HOME to a folder that can, or QUORATE_STORE to a file in one." in told


def test_a_store_that_may_only_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever may read it and not write it is told so; root may write everything, so the system is asked."""
    path = tmp_path / "store.duckdb"
    path.touch()
    monkeypatch.setattr(os, "access", lambda path, mode: not mode & os.W_OK)

    assert places.hindrance(path) == "Permission denied"


@at_length
def test_a_store_that_another_program_has_open_is_refused(tmp_path: Path) -> None:
    """At start, not on the first page."""
    path = tmp_path / "store.duckdb"
    with closing(Store.open(path)):
        told = refused(tmp_path, ITSELF, QUORATE_STORE=str(path))

    assert told.startswith("The store store.duckdb is open elsewhere")


@at_length
def test_the_address_is_named_when_pages_come_at_once(tmp_path: Path) -> None:
    """What is missing of the samples is filled, as a line says; then come address and page. Ctrl-C ends it
    in a line.
    """
    if not LONG:  # the larger one takes ten seconds to fill
        copied("illustrative", tmp_path)
    missing = [sample for sample in samples.SETS if not (tmp_path / f"{sample}.duckdb").exists()]
    env = {**os.environ, "QUORATE_PORT": str(free_port()), "QUORATE_HOME": str(tmp_path)}
    env.pop("QUORATE_STORE", None)
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    with subprocess.Popen(ITSELF, cwd=tmp_path, env=env, **pipes) as server:
        lines = [server.stdout.readline() for _ in range(len(missing) + 1)]
        address = f"http://127.0.0.1:{env['QUORATE_PORT']}"
        assert [line.split(" sample")[0] for line in lines[:-1]] == [
            f"Filling the {each}" for each in missing
        ]
        assert lines[-1] == f"Quorate answers at {address}. Ctrl-C ends it.\n"
        with urllib.request.urlopen(f"{address}/readyz") as answer:
            assert answer.read() == b"ready"
        with visit(address, "") as page:
            assert "Governance calendar" in words(page.look())
        server.send_signal(signal.SIGINT)
        rest = server.stdout.read()
    assert (rest.split("\n")[-2:], server.returncode) == (["Quorate has stopped.", ""], 0)
    assert "Traceback" not in rest
    assert sorted(path.name for path in tmp_path.glob("*.duckdb*") if path.suffix == ".duckdb") == [
        "illustrative.duckdb",
        "published.duckdb",
    ]

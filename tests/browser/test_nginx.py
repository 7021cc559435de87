"""The nginx example of the deployment guide, through TLS with a certificate of its own."""

import re
import ssl
import subprocess
from collections.abc import Iterator
from http.client import HTTPResponse, HTTPSConnection
from pathlib import Path

import pytest

from tests.browser.serving import HOME, Deployment, deployed, free_port, must_have, running
from tests.browser.visiting import is_let_in, visit
from tests.switch import at_length

pytestmark = at_length
NAME = "board.example.org"
# what the example leaves to Debian's own nginx.conf, put where we may write
FRAME = """
pid {folder}/nginx.pid;
error_log {folder}/error.log;
daemon off;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {example}
}}
"""


@pytest.fixture(scope="module")
def deployment(store_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployment]:
    """The product with sign-in, known by a public name."""
    must_have("nginx", "openssl")
    with deployed(tmp_path_factory.mktemp("served"), store_path, public=f"https://{NAME}") as served:
        yield served


@pytest.fixture(scope="module")
def proxied(deployment: Deployment, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of an nginx before it that runs as the example says."""
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={NAME}",
         "-addext", f"subjectAltName=DNS:{NAME}", "-keyout", folder / "key", "-out", folder / "certificate"],
        check=True, capture_output=True,
    )  # fmt: skip
    example = (HOME / "docs" / "nginx.conf").read_text()
    for theirs, ours in {
        f"/etc/ssl/certs/{NAME}.pem": str(folder / "certificate"),
        f"/etc/ssl/private/{NAME}.key": str(folder / "key"),
        "listen 80;": f"listen 127.0.0.1:{free_port()};",
        "listen 443 ssl": f"listen 127.0.0.1:{port} ssl",
        "http://127.0.0.1:8501": deployment.address,
    }.items():
        assert theirs in example
        example = example.replace(theirs, ours)
    (folder / "nginx.conf").write_text(FRAME.format(folder=folder, example=example))
    command = ["nginx", "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf")]
    tested = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tested.returncode == 0, tested.stderr
    with running(command, f"https://127.0.0.1:{port}/healthz"):
        yield port


def asked(port: int, path: str, method: str = "GET", **headers: str) -> HTTPResponse:
    """The answer through TLS, whose certificate is not asked after."""
    connection = HTTPSConnection("127.0.0.1", port, context=ssl._create_unverified_context())
    connection.request(method, path, headers={"Host": NAME, **headers})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


def test_the_page_comes_through_tls_with_its_headers(proxied: int) -> None:
    """Ours pass, each once, and nginx adds what only TLS may promise."""
    headers = asked(proxied, "/").headers

    assert headers["Strict-Transport-Security"] == "max-age=63072000"
    for name in ("Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options", "X-Frame-Options"):
        assert len(headers.get_all(name)) == 1


def test_every_cookie_is_for_tls_only(proxied: int) -> None:
    """The one that the page must read is readable; nothing of it goes out in the open."""
    cookies = asked(proxied, "/_stcore/host-config").headers.get_all("Set-Cookie") or []
    cookies += asked(proxied, "/_stcore/health").headers.get_all("Set-Cookie") or []
    cookies += asked(proxied, "/auth/logout").headers.get_all("Set-Cookie")

    assert {re.match(r"\w+", cookie)[0] for cookie in cookies} >= {"_streamlit_xsrf", "_streamlit_user"}
    for cookie in cookies:
        assert "secure" in cookie.lower() and "samesite=lax" in cookie.lower()
        assert ("httponly" in cookie.lower()) is not cookie.startswith("_streamlit_xsrf")


def test_the_websocket_comes_through(proxied: int, deployment: Deployment) -> None:
    """Somebody who signed in is let in through TLS as without it."""
    cookie = deployment.cookie(deployment.claims("agency.lead3@example.org"))

    with visit(f"https://127.0.0.1:{proxied}", cookie, deployment.public, host=NAME) as page:
        assert is_let_in(page.look())


def test_a_body_beyond_the_limit_is_stopped_at_the_gate(proxied: int) -> None:
    """An upload larger than any file may be never reaches the product."""
    size = str(200 * 1024 * 1024)

    assert asked(proxied, "/_stcore/upload_file/a/b", "PUT", **{"Content-Length": size}).status == 413


def test_another_name_is_not_answered(proxied: int) -> None:
    """A request under a name that is not this product's gets nothing of it."""
    assert asked(proxied, "/", Host="evil.example.org").status == 400

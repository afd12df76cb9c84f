"""An address nobody has gets our page and status, at any depth; screens and files are left alone."""

import socket

import httpx
import pytest
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from tests.server import Server

UNLISTED = (
    "section",
    "shell",
    "app",
    "ui",
    "ui/shell.py",
    "pages",
    "pages/section",
    "pages/section.py",
    "app.py",
    "manage.py",
    ".streamlit/config.toml",
    "var/plumbline.db",
    "var/secret",
)
SECRETS = ("import streamlit", "need_person", "[server]", "SQLite format", "Traceback")


@pytest.mark.parametrize(
    "path",
    ["/nonsense", "/results/deep", "/a/b/c", "/results.html", "/.env", "/strategy/STR-1", "/_stcore/metrics"]
    + [f"/{address}" for address in UNLISTED],
)
def test_an_unknown_address_is_answered_in_our_words(visitor: httpx.Client, path: str) -> None:
    answer = visitor.get(path)
    assert answer.status_code == 404
    assert "This browser has no access here" in answer.text
    assert "Content-Security-Policy" in answer.headers
    assert not any(secret in answer.text for secret in SECRETS)


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/agent",
        "/_stcore/agent/",
        "/_stcore/agent/interact",
        "/_stcore/agent/mcp",
        "/_stcore/agent/openapi.json",
        "/_stcore/metrics",
        "/_stcore/metrics/",
        "/_stcore/script-health-check",
        "/_stcore/bidi-components/a/b.js",
        "/_stcore/anything-new",
        "/component/a/index.html",
        "/app/static/a.txt",
        "/auth/login",
        "/auth/logout",
        "/oauth2callback",
    ],
)
def test_what_streamlit_offers_beyond_the_app_is_closed(
    visitor: httpx.Client, path: str, method: str
) -> None:
    assert visitor.request(method, path).status_code == 404


@pytest.mark.parametrize("path", ["/_stcore/health", "/_stcore/host-config"])
def test_what_the_page_needs_of_streamlit_is_open(visitor: httpx.Client, path: str) -> None:
    assert visitor.get(path).status_code == 200


@pytest.mark.parametrize("path", ["/", "/healthz", "/nonsense", "/_stcore/health", "/join"])
def test_no_response_names_the_server(visitor: httpx.Client, path: str) -> None:
    assert "server" not in visitor.get(path).headers


def test_a_socket_does_not_name_the_server_either(server: Server) -> None:
    address = f"ws://127.0.0.1:{server.port}/_stcore/stream"
    with connect(address, subprotocols=[Subprotocol("streamlit")], proxy=None) as opened:
        assert opened.response is not None
        assert "server" not in opened.response.headers


@pytest.mark.parametrize("path", ["..%2fapp.py", "static/..%2f..%2fapp.py", "%2e%2e/%2e%2e/etc/passwd"])
def test_an_address_that_climbs_out_of_the_app_is_refused(server: Server, path: str) -> None:
    """Sent as it stands: a client would tidy it up."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as line:
        line.sendall(f"GET /{path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: line.recv(65536), b"")).decode(errors="replace")
    assert answer.split()[1] in ("400", "404")
    assert not any(secret in answer for secret in (*SECRETS, "root:"))


@pytest.mark.parametrize("path", ["/", "/results", "/results?x=1", "/strategy", "/owner"])
def test_a_screen_is_still_the_app(visitor: httpx.Client, path: str) -> None:
    answer = visitor.get(path)
    assert answer.status_code == 200
    assert '<div id="root">' in answer.text


def test_a_screen_with_a_stroke_behind_it_leads_to_the_screen(visitor: httpx.Client) -> None:
    answer = visitor.get("/results/")
    assert (answer.status_code, answer.headers["location"]) == (301, "/results")

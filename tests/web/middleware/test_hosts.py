"""Wrong host names and foreign origins are refused, over HTTP and on the websocket."""

import httpx
import pytest
from websockets.exceptions import InvalidHandshake
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from tests.server import Server
from web.middleware.hosts import bracketed_hosts, open_address, same_origin

FOREIGN = ["http://elsewhere.example", "http://localhost:1", "https://127.0.0.1.elsewhere.example", "null"]


def opens_the_socket(server: Server, origin: str | None, host: str = "127.0.0.1") -> bool:
    named = f"ws://{host}:{server.port}/_stcore/stream"
    with httpx.Client() as probe:  # the app is there: a refusal is a refusal, not an absence
        assert probe.get(server.url + "/healthz").status_code == 200
    try:
        with connect(
            named,
            origin=Origin(origin) if origin else None,
            subprotocols=[Subprotocol("streamlit")],
            address=("127.0.0.1", server.port),
            open_timeout=20,
            proxy=None,
        ):
            return True
    except InvalidHandshake:
        return False


def test_the_page_itself_opens_its_socket(server: Server) -> None:
    assert opens_the_socket(server, server.url)
    assert opens_the_socket(server, f"http://localhost:{server.port}", host="localhost")


@pytest.mark.parametrize("origin", FOREIGN)
def test_a_foreign_page_cannot_open_the_socket(server: Server, origin: str) -> None:
    assert not opens_the_socket(server, origin)


def test_another_host_name_cannot_open_the_socket(server: Server) -> None:
    assert not opens_the_socket(server, None, host="elsewhere.example")
    assert not opens_the_socket(server, f"http://elsewhere.example:{server.port}", host="elsewhere.example")


@pytest.mark.parametrize("host", ["elsewhere.example", "127.0.0.1.elsewhere.example", "localhost@x", "a b"])
def test_another_host_name_is_refused(visitor: httpx.Client, host: str) -> None:
    assert visitor.get("/", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8501", "[::1]:8501", "LOCALHOST:80"])
def test_the_names_of_this_machine_are_answered(visitor: httpx.Client, host: str) -> None:
    assert visitor.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["10.0.3.7:8501", "elsewhere.example", "[2001:db8::7]:8501", "a b"])
def test_a_probe_is_answered_under_every_name_and_nothing_else_is(visitor: httpx.Client, host: str) -> None:
    assert visitor.get("/healthz", headers={"Host": host}).status_code == 200
    for path in ("/", "/join", "/healthz/", "/healthz/../join", "/_stcore/health"):
        assert visitor.get(path, headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("origin", FOREIGN)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT"])
def test_a_foreign_page_can_neither_read_nor_send(visitor: httpx.Client, method: str, origin: str) -> None:
    assert visitor.request(method, "/healthz", headers={"Origin": origin}).status_code == 403


def test_a_browser_that_sends_no_origin_still_says_that_it_comes_from_elsewhere(
    visitor: httpx.Client,
) -> None:
    elsewhere = {"Sec-Fetch-Site": "cross-site"}
    assert visitor.post("/healthz", headers=elsewhere).status_code == 403
    assert visitor.get("/", headers=elsewhere).status_code == 200, "a link from elsewhere may be followed"


def test_host_names_are_written_as_each_library_compares_them() -> None:
    hosts = ["localhost", "127.0.0.1", "::1", "2001:db8::1", "*.example.com"]
    assert bracketed_hosts(hosts) == ["localhost", "127.0.0.1", "[::1]", "[2001:db8::1]", "*.example.com"]


@pytest.mark.parametrize(
    ("origin", "host", "same"),
    [
        ("https://a.example", "a.example", True),
        ("https://a.example", "a.example:443", True),
        ("http://A.example:8501", "a.example:8501", True),
        ("http://a.example:8501", "a.example:8502", False),
        ("http://a.example.b", "a.example", False),
        ("null", "null", False),
        ("", "", False),
    ],
)
def test_an_origin_is_ours_when_it_names_the_host_we_are_called_by(
    origin: str, host: str, same: bool
) -> None:
    assert same_origin(origin, host) is same


def test_the_address_to_open_is_one_a_browser_can_reach() -> None:
    assert open_address("127.0.0.1", 8501, ["localhost"]) == "http://127.0.0.1:8501"
    assert open_address("::", 80, ["box.example"]) == "http://box.example:80"
    assert open_address(None, 8501, ["::1"]) == "http://[::1]:8501"

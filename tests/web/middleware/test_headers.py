"""Every kind of response carries the security headers, and only assets may be kept."""

import re
from pathlib import Path

import httpx
import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.web.inside import Inside
from web.middleware.headers import SecurityHeaders, content_security_policy, script_hashes
from web.problems import handlers

INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
NOT_THERE = "/report/" + "a" * 22


def script_of_the_index(visitor: httpx.Client) -> str:
    found = re.search(r'src="\.(/static/js/[^"]+)"', visitor.get("/").text)
    assert found is not None
    return found[1]


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/governance",
        "/healthz",
        NOT_THERE,
        "/export/nothing",
        "/fonts/NotoSans-Regular.woff2",
        "/fonts/none.woff2",
        "/favicon.png",
        "/_stcore/health",
        "/_stcore/host-config",
        "/_stcore/agent/nothing",
        "/media/nothing.png",
        "//elsewhere.example/",
    ],
)
def test_every_kind_of_response_carries_the_headers(visitor: httpx.Client, path: str) -> None:
    headers = visitor.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "geolocation=()" in headers["permissions-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


@pytest.mark.parametrize("host", ["elsewhere.example", ""])
def test_a_refused_host_gets_the_headers_too(visitor: httpx.Client, host: str) -> None:
    answer = visitor.get("/", headers={"Host": host})
    assert answer.status_code == 400
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_failure_of_ours_gets_the_headers_and_says_nothing_of_the_cause() -> None:
    async def broken(_request: Request) -> Response:
        raise ZeroDivisionError("what somebody wrote")

    app = Starlette(
        routes=[Route("/", broken)],
        middleware=[Middleware(SecurityHeaders, hashes=())],
        exception_handlers=handlers(()),
    )
    answer = Inside(app).get("/")
    assert answer.status_code == 500
    assert "what somebody wrote" not in answer.text
    assert "Something went wrong at our end" in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert "default-src 'self'" in answer.headers["content-security-policy"]


def test_pages_and_documents_are_never_kept(visitor: httpx.Client) -> None:
    for path in ("/", "/governance", "/healthz", NOT_THERE, "/_stcore/host-config", "/static/none.js"):
        assert visitor.get(path).headers["cache-control"] == "no-store", path


def test_hashed_assets_may_be_kept(visitor: httpx.Client) -> None:
    asset = visitor.get(script_of_the_index(visitor))
    assert asset.headers["content-type"].startswith(("application/javascript", "text/javascript"))
    assert "immutable" in asset.headers["cache-control"]


def test_the_policy_allows_the_inline_scripts_of_the_index_and_no_others() -> None:
    inline = re.findall(r"<script>", INDEX.read_text())
    hashes = script_hashes(INDEX)
    assert len(hashes) == len(inline) >= 1
    policy = content_security_policy(hashes, "localhost:8501")
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert scripts == " ".join(["script-src 'self'", *hashes])


def test_a_changed_inline_script_changes_its_hash(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text("<script>a = 1</script><script src='b.js'></script>")
    first = script_hashes(page)
    page.write_text("<script>a = 2</script><script src='b.js'></script>")
    assert len(first) == 1
    assert script_hashes(page) != first


def test_the_policy_opens_the_socket_of_this_host_only() -> None:
    policy = content_security_policy((), "plumbline.example:8443")
    assert "connect-src 'self' ws://plumbline.example:8443 wss://plumbline.example:8443;" in policy
    assert "unsafe-eval" not in policy
    assert "connect-src 'self' ws://[::1]:8501 wss://[::1]:8501;" in content_security_policy((), "[::1]:8501")


@pytest.mark.parametrize("host", ["a; script-src *", "a b", "", "a/b", "'self'"])
def test_a_crooked_host_name_cannot_write_into_the_policy(host: str) -> None:
    assert "connect-src 'self';" in content_security_policy((), host)

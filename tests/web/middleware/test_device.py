"""The device cookie: given once, with the first page, and worth nothing to anybody else."""

import re
import secrets

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from services.core.identity import DEVICE_COOKIE
from tests.web.inside import Inside
from web.middleware.device import DeviceCookie, find_token


@pytest.mark.parametrize("path", ["/", "/governance", "/deep/link/nobody/knows", "/report/unknown"])
def test_the_first_page_brings_the_cookie_whatever_the_path(visitor: httpx.Client, path: str) -> None:
    cookie = visitor.get(path).headers["set-cookie"]
    assert re.fullmatch(
        rf"{DEVICE_COOKIE}=[A-Za-z0-9_-]{{22,}}; Path=/; Max-Age=\d{{8}}; HttpOnly; SameSite=Lax", cookie
    )


def test_a_known_browser_gets_no_second_cookie(visitor: httpx.Client) -> None:
    visitor.get("/")
    assert "set-cookie" not in visitor.get("/").headers
    assert "set-cookie" not in visitor.get("/governance").headers


@pytest.mark.parametrize(
    "path", ["/healthz", "/fonts/NotoSans-Bold.woff2", "/favicon.png", "/_stcore/health"]
)
def test_what_is_no_page_brings_no_cookie(visitor: httpx.Client, path: str) -> None:
    assert DEVICE_COOKIE not in visitor.get(path).headers.get("set-cookie", "")


def test_two_browsers_get_different_tokens(server: object, visitor: httpx.Client) -> None:
    first = visitor.get("/").cookies[DEVICE_COOKIE]
    visitor.cookies.clear()
    assert visitor.get("/").cookies[DEVICE_COOKIE] != first


@pytest.mark.parametrize("value", ["short", "x" * 200, "with space" + "x" * 22, "<script>" + "x" * 24, ""])
def test_a_malformed_value_is_replaced(visitor: httpx.Client, value: str) -> None:
    answer = visitor.get("/", headers={"Cookie": f'{DEVICE_COOKIE}="{value}"'})
    assert find_token(answer.headers["set-cookie"].split(";")[0]) is not None


def app_showing_the_device(*, https: bool) -> Starlette:
    async def page(request: Request) -> Response:
        return HTMLResponse(request.state.device)

    return Starlette(routes=[Route("/", page)], middleware=[Middleware(DeviceCookie, https=https)])


def test_the_new_token_is_known_within_the_same_visit() -> None:
    inside = Inside(app_showing_the_device(https=False))
    answer = inside.get("/")
    assert answer.text == answer.cookies[DEVICE_COOKIE]
    assert inside.get("/").text == answer.text


def test_behind_https_the_cookie_is_secure() -> None:
    answer = Inside(app_showing_the_device(https=True)).get("/")
    assert answer.headers["set-cookie"].endswith("; Secure")


def test_a_well_formed_token_is_found_among_other_cookies() -> None:
    token = secrets.token_urlsafe(24)
    assert find_token(f"_streamlit_xsrf=2|a|b|1; {DEVICE_COOKIE}={token}; other=1") == token


@given(st.text(max_size=80))
def test_no_cookie_header_yields_anything_but_a_whole_token(header: str) -> None:
    token = find_token(f"{DEVICE_COOKIE}={header}")
    assert token is None or re.fullmatch(r"[A-Za-z0-9_-]{32}", token)

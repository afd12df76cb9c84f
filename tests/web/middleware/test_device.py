"""The device cookie: issued by the server alone, for a time, and by another name over HTTPS."""

import re
import secrets
from collections.abc import Iterator
from datetime import timedelta

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from assessment.answers.records import Organisation
from services.assessments import answering
from services.core import identity
from services.core.device_cookie import (
    ABSOLUTE,
    IDLE,
    UNSIGNED_UNTIL,
    DeviceCookie,
    cookie_name,
    find_token,
    read_signed,
    sign,
    today,
)
from services.core.identity import DEVICE_COOKIE, new_token
from services.core.installation import Installation
from storage.db.database import Database
from storage.db.engines import open_database
from tests.device_cookies import cookie_for, cookie_header, token_in
from tests.web.inside import Inside
from tests.workshops import TODAY, an_installation
from web.middleware.device import DeviceCookies
from web.middleware.headers import SecurityHeaders

PLANTED = "chosen-by-somebody-else-000000000"[:32]
DAY = timedelta(days=1)


@pytest.mark.parametrize("path", ["/", "/governance", "/deep/link/nobody/knows", "/report/unknown"])
def test_the_first_page_brings_the_cookie_whatever_the_path(visitor: httpx.Client, path: str) -> None:
    cookie = visitor.get(path).headers["set-cookie"]
    assert re.fullmatch(
        rf"{DEVICE_COOKIE}=[A-Za-z0-9_.-]{{120,200}}; Max-Age={IDLE.days * 86400}; Path=/; HttpOnly; SameSite=Lax",
        cookie,
    )


def test_a_known_browser_gets_no_second_cookie(visitor: httpx.Client) -> None:
    visitor.get("/")
    assert "set-cookie" not in visitor.get("/").headers
    assert "set-cookie" not in visitor.get("/governance").headers


@pytest.mark.parametrize(
    "path",
    ["/healthz", "/fonts/NotoSans-Bold.woff2", "/favicon.png", "/_stcore/health", "/device/" + "n" * 32],
)
def test_what_is_no_page_brings_no_cookie(visitor: httpx.Client, path: str) -> None:
    assert DEVICE_COOKIE not in visitor.get(path).headers.get("set-cookie", "")


def test_two_browsers_get_different_tokens(visitor: httpx.Client) -> None:
    first = visitor.get("/").cookies[DEVICE_COOKIE]
    visitor.cookies.clear()
    assert visitor.get("/").cookies[DEVICE_COOKIE] != first


@pytest.mark.parametrize(
    "value", ["short", "x" * 200, "with space" + "x" * 22, "<script>" + "x" * 24, "", PLANTED]
)
def test_a_value_of_the_clients_choosing_is_replaced(visitor: httpx.Client, value: str) -> None:
    answer = visitor.get("/", headers={"Cookie": f'{DEVICE_COOKIE}="{value}"'})
    assert token_in(answer.cookies[DEVICE_COOKIE]) != value


def app_showing_the_device(inst: Installation, *, https: bool = False) -> Starlette:
    async def page(request: Request) -> Response:
        return HTMLResponse(request.state.device)

    async def streamlits(_request: Request) -> Response:
        answer = PlainTextResponse("fine")
        answer.set_cookie("_streamlit_xsrf", "1")
        return answer

    return Starlette(
        routes=[Route("/", page), Route("/other", streamlits)],
        middleware=[
            Middleware(SecurityHeaders, hashes=(), https=https),
            Middleware(DeviceCookies, current=lambda: inst),
        ],
    )


@pytest.fixture
def inside(inst: Installation) -> Inside:
    return Inside(app_showing_the_device(inst))


def set_cookies(answer: httpx.Response) -> list[str]:
    return answer.headers.get_list("set-cookie")


def test_the_new_token_is_known_within_the_same_visit(inside: Inside) -> None:
    answer = inside.get("/")
    assert answer.text == token_in(answer.cookies[DEVICE_COOKIE])
    assert inside.get("/").text == answer.text


def test_a_cookie_of_another_key_or_with_a_changed_part_counts_for_nothing(
    inst: Installation, inside: Inside
) -> None:
    token = new_token()
    value = cookie_for(inst, token)
    assert inside.get("/", headers=cookie_header(inst, token)).text == token
    later = str((today() + DAY).toordinal())
    begun = value.split(".")[2]
    forged = [
        value[:-1] + ("0" if value[-1] != "0" else "1"),
        value.replace(begun, later),
        token,
        value + "0",
    ]
    for other in (*forged, value.replace(token, new_token())):
        assert inside.get("/", headers={"Cookie": f"{DEVICE_COOKIE}={other}"}).text != token


def at_age(inst: Installation, token: str, *, begun: timedelta, seen: timedelta) -> dict[str, str]:
    value = sign(inst, DeviceCookie(token, today() - begun, today() - seen))
    return {"Cookie": f"{DEVICE_COOKIE}={value}"}


@pytest.mark.parametrize(
    ("begun", "seen", "counts"),
    [
        (IDLE, IDLE, True),
        (IDLE + DAY, IDLE + DAY, False),
        (ABSOLUTE, DAY, True),
        (ABSOLUTE + DAY, DAY, False),
        (timedelta(weeks=26), timedelta(weeks=26), True),
        (-30 * DAY, -30 * DAY, True),
    ],
    ids=["idle limit", "idle too long", "oldest", "too old", "after half a year", "clock put back"],
)
def test_a_cookie_counts_until_it_is_idle_or_old(
    inst: Installation, inside: Inside, begun: timedelta, seen: timedelta, counts: bool
) -> None:
    token = new_token()
    assert (inside.get("/", headers=at_age(inst, token, begun=begun, seen=seen)).text == token) == counts


def test_a_visit_renews_the_idle_time_once_a_day_and_never_the_age(
    inst: Installation, inside: Inside
) -> None:
    token, begun = new_token(), ABSOLUTE - 3 * DAY
    (renewed,) = set_cookies(inside.get("/", headers=at_age(inst, token, begun=begun, seen=DAY)))
    cookie = read_signed(inst, renewed.partition("=")[2].partition(";")[0], today())
    assert cookie == DeviceCookie(token, today() - begun, today())
    assert f"Max-Age={3 * 86400};" in renewed


def test_over_https_the_cookie_is_for_this_host_and_https_alone(inst: Installation) -> None:
    inside = Inside(app_showing_the_device(inst, https=True))
    answer = inside.get("/")
    (cookie,) = set_cookies(answer)
    assert cookie.startswith(f"__Host-{DEVICE_COOKIE}=")
    assert {"Path=/", "HttpOnly", "SameSite=Lax", "Secure"} <= set(cookie.split("; "))
    assert answer.headers["strict-transport-security"] == "max-age=31536000"
    assert "strict-transport-security" not in Inside(app_showing_the_device(inst)).get("/").headers


def test_over_https_a_cookie_by_the_plain_name_counts_for_nothing(inst: Installation) -> None:
    inside, token = Inside(app_showing_the_device(inst, https=True)), new_token()
    answer = inside.get("/", headers=cookie_header(inst, token))
    assert answer.text != token
    secure = {"Cookie": f"__Host-{DEVICE_COOKIE}={cookie_for(inst, token)}"}
    assert inside.get("/", headers=secure).text == token


def test_over_https_other_cookies_are_marked_too(inst: Installation) -> None:
    (cookie,) = set_cookies(Inside(app_showing_the_device(inst, https=True)).get("/other"))
    assert cookie.endswith("; Secure")
    (plain,) = set_cookies(Inside(app_showing_the_device(inst)).get("/other"))
    assert "Secure" not in plain


@pytest.fixture
def kept(database: Database) -> Installation:
    return an_installation(database)


@pytest.mark.parametrize("https", [False, True])
def test_an_unsigned_cookie_that_is_known_goes_on_under_a_new_token(kept: Installation, https: bool) -> None:
    unsigned = secrets.token_urlsafe(24)
    started = answering.start(kept, unsigned, Organisation(name="Kestrel Foods"), "CEO", "business", TODAY)
    sent = {"Cookie": f"{DEVICE_COOKIE}={unsigned}"}
    inside = Inside(app_showing_the_device(kept, https=https))
    first, second = (set_cookies(inside.get("/", headers=sent)) for _tab in range(2))
    name = cookie_name(secure=https)
    (value,) = [c.partition("=")[2].partition(";")[0] for c in first if c.startswith(f"{name}=")]
    assert second == first
    assert unsigned not in value
    assert (f"{DEVICE_COOKIE}=; Max-Age=0" in " ".join(first)) == https
    token = token_in(value)
    assert identity.require(kept, token, started.owned.assessment_id) == started.owned
    with kept.database.writing() as unit:  # two days later
        unit.connection().execute(
            text("UPDATE device_binding SET until = '2020-01-01' WHERE until IS NOT NULL")
        )
    assert identity.list_owned(kept, unsigned) == ()
    assert identity.current_assessment(kept, token) == started.owned
    assert inside.get("/", headers=sent).text not in (unsigned, token)


def test_unsigned_cookies_end_with_the_last_that_were_set(kept: Installation) -> None:
    unsigned = secrets.token_urlsafe(24)
    answering.start(kept, unsigned, Organisation(name="Kestrel Foods"), "CEO", "business", TODAY)
    sent = {DEVICE_COOKIE: unsigned}
    assert find_token(kept, sent, UNSIGNED_UNTIL) == unsigned
    assert find_token(kept, sent, UNSIGNED_UNTIL + DAY) is None


def test_a_socket_is_known_by_a_signed_cookie_alone(inst: Installation) -> None:
    token = new_token()
    assert find_token(inst, {DEVICE_COOKIE: cookie_for(inst, token)}, today()) == token
    for value in (token, PLANTED, "", cookie_for(inst, token)[:-1]):
        assert find_token(inst, {DEVICE_COOKIE: value}, today()) is None
    both = {DEVICE_COOKIE: cookie_for(inst, new_token()), f"__Host-{DEVICE_COOKIE}": cookie_for(inst, token)}
    assert find_token(inst, both, today()) == token


@given(st.text(max_size=220))
def test_no_cookie_header_yields_anything_but_a_token_of_ours(
    inst_of_laws: Installation, header: str
) -> None:
    assert read_signed(inst_of_laws, header, today()) is None


@pytest.fixture(scope="module")
def inst_of_laws(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """One installation for all examples; it is only read."""
    database = open_database(f"sqlite:///{tmp_path_factory.mktemp('laws') / 'laws.db'}")
    yield an_installation(database)
    database.close()

"""What a careless or hostile browser sends to the phone pages: a plain answer each time, and nothing lost."""

import anyio
import httpx
import pytest

from services.core.installation import Installation
from services.workshop import voting
from services.workshop.join import joining
from storage.db.database import Database
from tests.web.phone.phones import Phone, an_app, open_workshop
from tests.workshops import Shop
from web.phone import stream
from web.phone.service_calls import FIELDS, FORM_LIMIT, ServiceCalls
from web.phone.stream import RoomBroadcaster

STORING = (
    "/room/answer",
    "/room/predict",
    "/room/activity",
    "/room/decision",
    "/room/ranking",
    "/room/barriers",
    "/room/code",
    "/room/leave",
)
FORM = "application/x-www-form-urlencoded"
FORMS = (*STORING, "/join", "/join/K7QM3P", "/room/back")
HOSTILE = {
    "nothing": b"",
    "no fields": b"&&&===&",
    "half an escape": b"code=ABC-1&level=%",
    "bytes that are no text": b"code=\xff\xfe&level=\x80&room=\xff",
    "escaped bytes that are no text": b"code=%ff%fe&level=%80&room=%ff",
    "a null": b"code=ABC-1%00&level=3%00&note=%00&function=%00&other=%00&room=%00",
    "half a letter": b"code=%ed%a0%80&level=3&note=%ed%a0%80&room=%ed%a0%80",
    "JSON": b'{"code": "ABC-1", "level": 3}',
    "a part of many": b'--x\r\nContent-Disposition: form-data; name="code"\r\n\r\nABC-1\r\n--x--',
    "too many fields": b"&".join(b"a%d=1" % number for number in range(FIELDS + 1)),
    "too much": b"note=" + b"x" * FORM_LIMIT,
    "a long code": b"code=" + b"A" * 20_000,
}


@pytest.fixture
def shop(sqlite_database: Database) -> Shop:
    return open_workshop(sqlite_database)


def sent(phone: Phone, method: str, path: str, body: bytes, kind: str) -> httpx.Response:
    """What the app answers to these bytes."""

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(phone.app, raise_app_exceptions=False, client=(phone.address, 5000))
        async with httpx.AsyncClient(
            transport=transport, base_url="http://testserver", cookies=phone.cookies
        ) as client:
            return await client.request(method, path, content=body, headers={"Content-Type": kind})

    return anyio.run(ask)


@pytest.mark.parametrize("name", HOSTILE)
def test_no_bytes_bring_a_page_down_or_an_answer_in(shop: Shop, name: str) -> None:
    app = an_app(shop.inst)
    phone, stranger = Phone(app), Phone(app)
    who = phone.joins(shop)
    shop.act("start")
    phone.answers("ABC-1", 2)
    for path in FORMS:
        kind = "multipart/form-data; boundary=x" if name == "a part of many" else FORM
        for browser in (phone, stranger):
            if path in ("/room/leave", "/room/code") and browser is phone:
                continue
            answer = sent(browser, "POST", path, HOSTILE[name], kind)
            assert answer.status_code in (303, 404, 409, 422, 429), (path, answer.status_code)
            assert answer.headers.get("location", "/").startswith("/")
            assert not answer.headers.get("location", "/").startswith("//")
    mine = voting.my_answers(shop.inst, who)
    assert {code: given.level for code, given in mine.responses.items()} == {"ABC-1": 2}


@pytest.mark.parametrize("path", FORMS)
@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE"])
def test_other_methods_are_refused(shop: Shop, path: str, method: str) -> None:
    phone = Phone(an_app(shop.inst))
    assert sent(phone, method, path, b"", "text/plain").status_code in (403, 405)


def test_looking_without_reading_changes_nothing(shop: Shop) -> None:
    phone = Phone(an_app(shop.inst))
    phone.joins(shop)
    for path in ("/room", "/room/leave", "/join", f"/join/{shop.code}", "/room/back"):
        answer = sent(phone, "HEAD", path, b"", "text/plain")
        assert answer.status_code in (200, 303)
        assert answer.content == b""
    assert joining.participant_of(shop.inst, phone.token) is not None


def test_the_last_of_repeated_fields_is_what_counts(shop: Shop) -> None:
    phone = Phone(an_app(shop.inst))
    who = phone.joins(shop)
    shop.act("start")
    body = b"code=ABC-2&level=5&code=ABC-1&level=1&level=4"
    assert sent(phone, "POST", "/room/answer", body, FORM).status_code == 303
    assert voting.my_answers(shop.inst, who).responses["ABC-1"].level == 4


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://testserver.evil.example", "http://"]
)
def test_a_form_of_another_site_stores_nothing(shop: Shop, origin: str) -> None:
    phone = Phone(an_app(shop.inst))
    who = phone.joins(shop)
    shop.act("start")
    for path in FORMS:
        assert phone.post(path, {"code": "ABC-1", "level": "5"}, Origin=origin).status_code == 403
    assert not voting.my_answers(shop.inst, who).responses


@pytest.mark.parametrize(
    "path",
    [
        "//evil.example",
        "/join//evil.example",
        "/join/https://evil.example",
        "/join/%2F%2Fevil.example",
        "/room//evil.example",
    ],
)
def test_no_address_leads_to_another_site(shop: Shop, path: str) -> None:
    phone = Phone(an_app(shop.inst))
    for answer in (
        phone.get(f"http://testserver{path}"),
        phone.post(f"http://testserver{path}", {"code": "//evil.example"}),
    ):
        location = answer.headers.get("location", "/")
        assert httpx.URL("http://testserver/").join(location).host == "testserver"


@pytest.mark.parametrize(
    "typed", ["{lower}", " {code} ", "{first} {last}", "{first}-{last}", "{first}%20{last}"]
)
def test_a_code_opens_however_it_is_typed(shop: Shop, typed: str) -> None:
    code = shop.code
    words = typed.format(lower=code.lower(), code=code, first=code[:3], last=code[3:])
    phone = Phone(an_app(shop.inst))
    answer = phone.get(f"/join/{words}") if "%" in typed else phone.post("/join", {"code": words})
    assert answer.status_code in (200, 303), words


@pytest.mark.parametrize(
    "typed",
    [
        "O0O0O0",
        "IlIlIl",
        "",
        "K7Q",
        "K7QM3P2",
        "ÄÖÜÄÖÜ",
        "٣٣٣٣٣٣",
        "🎈🎈🎈🎈🎈🎈",
        "<b>x</b>",
        "\x00" * 6,
        "A" * 5_000,
    ],
)
def test_a_code_that_is_none_says_so_plainly(shop: Shop, typed: str) -> None:
    phone = Phone(an_app(shop.inst))
    answer = phone.post("/join", {"code": typed})
    assert answer.status_code in (404, 422)
    assert 'role="alert"' in answer.text
    assert "<b>x" not in answer.text


def two_rooms(shop: Shop, other: Shop) -> tuple[Phone, str]:
    """A browser that joined one room and then another, and the page it still holds of the first."""
    phone = Phone(an_app(shop.inst))
    phone.joins(shop)
    shop.act("start")
    old = phone.get("/room").text
    phone.joins(other)
    other.act("start")
    return phone, old


def another_room(shop: Shop, inst: Installation) -> Shop:
    """A second workshop in the same installation."""
    made = open_workshop(inst.database)
    return Shop(inst, made.owned, made.token, made.code, made.now)


def test_a_tap_from_a_page_of_another_room_is_stored_in_neither(shop: Shop) -> None:
    other = another_room(shop, shop.inst)
    phone, old = two_rooms(shop, other)
    tag = old.partition('name="room" value="')[2].partition('"')[0]
    here = joining.participant_of(shop.inst, phone.token)
    assert tag
    assert here is not None
    assert shop.owned.assessment_id not in old, "a page does not name the room unencrypted"
    sendings = {
        "/room/answer": {"code": "ABC-1", "round": "1", "level": "5"},
        "/room/predict": {"code": "ABC-1", "level": "5"},
        "/room/activity": {"code": next(iter(shop.inst.instrument.activity_items)), "level": "5"},
        "/room/decision": {"code": shop.inst.instrument.decisions[0].code, "role": "CEO"},
        "/room/ranking": {"order": shop.inst.instrument.outcomes[0].code},
        "/room/barriers": {"order": shop.inst.instrument.barriers[0].code},
        "/room/code": {},
        "/room/leave": {},
    }
    for path, fields in sendings.items():
        for forged in (tag, "0" * 16, "é", "<x>"):
            answer = phone.post(path, {**fields, "room": forged}, script=True)
            assert answer.status_code == 409, path
            assert "a room you have left" in answer.text
    said = voting.my_answers(shop.inst, here)
    assert not any(
        (said.responses, said.predictions, said.activity, said.decisions, said.ranking, said.barriers)
    )
    assert joining.participant_of(shop.inst, phone.token) == here, "nobody left"
    assert phone.answers(
        "ABC-1", 4, room=phone.get("/room").text.partition('name="room" value="')[2][:16]
    ).json() == {"saved": True}


def test_streams_that_are_dropped_are_forgotten_and_one_browser_holds_few(shop: Shop) -> None:
    async def listen() -> tuple[int, list[list[str]], int]:
        broadcaster = RoomBroadcaster(ServiceCalls(lambda: shop.inst), longest=30.0, pause=0.01)
        for number in range(200):
            dropped = broadcaster.stream_for(f"browser {number % 50}", shop.owned.assessment_id)
            await anext(dropped)
            await dropped.aclose()
        left, held = broadcaster._browsers.total(), []
        streams = [
            broadcaster.stream_for("one", shop.owned.assessment_id) for _each in range(stream.AT_ONCE + 2)
        ]
        held = [[await anext(each)] for each in streams]
        most = broadcaster._browsers.total()
        for each in streams:
            await each.aclose()
        assert broadcaster._browsers.total() == 0
        return left, held, most

    left, first, most = anyio.run(listen)
    assert left == 0
    assert most == stream.AT_ONCE
    assert first[-1] == [stream.LATER]

"""Phones in the pseudo-language: every page of a room speaks the room's language, and only that."""

import html
import re
from collections.abc import Iterator

import httpx
import pytest

from language.translation import set_default_language
from services.core.installation import Installation, open_installation
from tests.pseudo_language import english_in, installed
from tests.ui.screens.workshop.led import Led
from tests.web.phone.phones import Phone, an_app

OUTSIDE = ("/join", "/join/AAAAAA", "/room/back", "/room")
INSIDE = (
    "/room",
    "/room/list",
    "/room/activity",
    "/room/decisions",
    "/room/ranking",
    "/room/barriers",
    "/room/leave",
)
MOVES = ("reveal", "overview", "decisions", "commitments", "close")
MARKED = re.compile(r'(?:aria-label|alt|title|placeholder|data-[a-z-]+)="([^"]* [^"]*)"')
"""Attributes that are spoken, or shown by the script: sentences, not codes."""


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    opened = open_installation(installed(tmp_path_factory.mktemp("pseudo")))
    yield opened
    opened.database.close()
    set_default_language("en")


def english_on(answer: httpx.Response) -> list[str]:
    """The English words of a page, its title and what is read aloud of it."""
    spoken = " ".join(MARKED.findall(answer.text))
    body = re.sub(r"<(script|style).*?</\1>", "", answer.text, flags=re.DOTALL)
    return english_in(html.unescape(re.sub(r"<[^>]+>", " ", body) + " " + spoken), ["Kestrel Cycles"])


def words_of_pages(phone: Phone, paths: tuple[str, ...]) -> dict[str, list[str]]:
    found = {}
    for path in paths:
        answer = phone.get(path)
        while answer.status_code == 303:
            answer = phone.get(answer.headers["location"])
        found[path] = english_on(answer)
    return {path: words for path, words in found.items() if words}


@pytest.mark.parametrize("way", ["pillar", "ten", "prepared"])
def test_no_page_on_a_phone_has_english_left(pseudo: Installation, way: str) -> None:
    led, phone = Led(pseudo, way, minutes=180), Phone(an_app(pseudo))  # type: ignore[arg-type]
    assert words_of_pages(phone, (*OUTSIDE, f"/join/{led.code}")) == {}
    refused = phone.post(f"/join/{led.code}", {})
    assert (refused.status_code, english_on(refused)) == (422, [])
    phone.post(f"/join/{led.code}", {"function": "CEO"})
    assert words_of_pages(phone, INSIDE) == {}
    led.act("start")
    for code in led.view.open_codes[:1]:
        assert words_of_pages(phone, ("/room", f"/room/q/{code}")) == {}
        assert english_in(phone.answers(code, "9").json()["problem"]) == []
        phone.answers(code, "4")
        assert words_of_pages(phone, ("/room",)) == {}
    for move in MOVES if way == "pillar" else ("close",):
        led.act(move)  # type: ignore[arg-type]
        assert words_of_pages(phone, ("/room",)) == {}


def test_a_room_speaks_its_own_language_in_an_installation_of_another(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    settings = installed(tmp_path_factory.mktemp("both"), english=True)
    opened = open_installation(settings)
    led = Led(opened, "ten", minutes=120)
    opened.database.close()
    english = open_installation(settings.model_copy(update={"language": "en"}))
    phone = Phone(an_app(english))
    assert english_on(phone.get("/join"))
    assert english_on(phone.get(f"/join/{led.code}")) == []
    assert english_on(phone.post(f"/join/{led.code}", {})) == []
    phone.post(f"/join/{led.code}", {"function": "CEO"})
    assert english_on(phone.get("/room")) == []
    with english.database.reading():
        assert english_in(phone.answers("STR-1", "3").json()["problem"]) == []
        assert english_in(phone.answers("STR-1", "9").json()["problem"]) == [], "a tampered vote too"
    english.database.close()
    set_default_language("en")

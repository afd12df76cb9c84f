"""What `/room` shows in each phase, and that a reload shows it again."""

import sqlite3
from contextlib import closing

import pytest

from services.core import identity
from services.core.identity import DEVICE_COOKIE
from services.workshop.room import view_cache
from storage.db.database import Database
from tests.device_cookies import cookie_for
from tests.texts import real_instrument
from tests.web.phone.phones import Phone, an_app, open_workshop, words_of
from tests.workshops import Shop, a_workshop
from web.phone.templating import read_assets

WEIGHT = 60_000
"""Bytes of a page with everything on it, before any compression."""


@pytest.fixture
def shop(sqlite_database: Database) -> Shop:
    return open_workshop(sqlite_database, "pillar")


def phone_in(shop: Shop, function: str = "CEO") -> Phone:
    phone = Phone(an_app(shop.inst))
    phone.joins(shop, function)
    return phone


def a_second_later(shop: Shop) -> None:
    """The count of answers is at most a second old; here that second has passed."""
    view_cache.invalidate(shop.inst, shop.owned.assessment_id)


def test_one_question_after_the_other_with_what_the_room_does_between(database: Database) -> None:
    shop = open_workshop(database, "pillar", privacy="open")
    phone = phone_in(shop)
    assert "The workshop starts soon" in phone.reads("/room")
    shop.act("start")
    first = phone.reads("/room")
    assert "How is shelf ABC-1 looked after?" in first
    assert "0 of 1 have answered." in first
    phone.answers("ABC-1", 3)
    a_second_later(shop)
    assert "1 of 1 have answered." in phone.reads("/room")
    shop.act("reveal")
    shown = phone.reads("/room")
    assert "The answers are on the shared screen" in shown
    assert "3 · It is agreed and written down" in shown
    shop.agree(3)
    assert "Agreed: level 3, Settled." in phone.reads("/room")
    shop.act("next")
    assert "How is shelf ABC-2 looked after?" in phone.reads("/room")
    shop.act("park")
    assert "How is shelf ABC-3 looked after?" in phone.reads("/room")
    shop.act("reveal")
    shop.act("commitments")
    assert "The room is making commitments" in phone.reads("/room")
    shop.act("close")
    assert "The workshop is over" in phone.reads("/room")
    shop.act("reopen")
    assert "The room is making commitments" in phone.reads("/room")


def test_answers_that_may_not_be_shown_are_not_announced(shop: Shop) -> None:
    phone = phone_in(shop)
    shop.act("start")
    phone.answers("ABC-1", 3)
    shop.act("reveal")
    said = phone.reads("/room")
    assert "The vote has closed" in said
    assert "Not shown, so that nobody’s answer can be worked out." in said


def test_technology_is_asked_in_its_own_words_with_the_others_folded_away(shop: Shop) -> None:
    phone = phone_in(shop, "CIO")
    shop.act("start")
    page = phone.get("/room").text
    assert 'id="stem" tabindex="-1">How is the store behind shelf ABC-1 kept?' in page
    assert "<summary>Read in business words</summary><p>How is shelf ABC-1 looked after?" in page


def test_the_prepared_way_has_a_list_that_tells_how_far_one_is(database: Database) -> None:
    shop = open_workshop(database, "prepared")
    phone = phone_in(shop)
    said = phone.reads("/room")
    assert "Before the workshop" in said
    assert "Alpha 0 of 4 Beta 0 of 4 Gamma 0 of 3" in said
    assert (
        "Activity 0 of 4 Who decides 0 of 1 What AI should bring 0 of 3 What gets in the way 0 of 3" in said
    )
    phone.answers("ABC-1", 3)
    phone.answers("ABC-3", 1)
    page = phone.get("/room").text
    assert "9 questions left" in page
    assert 'href="/room/q/ABC-2"' in page, "a section goes on where it was left"
    middle = phone.get("/room/q/ABC-2").text
    assert 'href="/room/q/ABC-1"' in middle
    assert 'href="/room/q/ABC-3"' in middle
    assert "Alpha · 2 of 11" in middle
    for code in shop.view.open_codes:
        phone.answers(code, 2)
    assert "You have answered every question" in phone.reads("/room")
    shop.act("start")
    assert "The overview is on the shared screen" in phone.reads("/room")
    assert "The overview is on the shared screen" in phone.reads("/room/q/ABC-2"), (
        "the question is no longer open"
    )


def test_the_set_of_key_questions_begins_at_the_first_that_is_unanswered(sqlite_database: Database) -> None:
    shop = open_workshop(sqlite_database, "ten")
    phone = phone_in(shop)
    shop.act("start")
    assert "How is shelf ABC-1 looked after?" in phone.reads("/room")
    phone.answers("ABC-1", 3)
    assert "How is shelf ABC-2 looked after?" in phone.reads("/room")
    assert "Alpha 1 of 2" in phone.reads("/room/list")
    for code in shop.view.open_codes:
        phone.answers(code, 3)
    a_second_later(shop)
    said = phone.reads("/room")
    assert "You have answered every question" in said
    assert "1 of 1 have answered all " in said
    assert "Activity" in said, "what else can be said while the others answer"


def test_the_decision_map_comes_to_the_phones_when_the_room_opens_it(shop: Shop) -> None:
    phone = phone_in(shop)
    shop.act("start")
    shop.act("reveal")
    shop.act("decisions")
    said = phone.reads("/room")
    assert "Buy a shelf" in said
    assert "Several people; it depends" in said


def test_addresses_that_lead_nowhere_lead_to_the_room(shop: Shop) -> None:
    phone = phone_in(shop)
    for path in ("q/ABC-1", "q/%3Cscript%3E", "activity/ABC-1", "decisions/none", "list"):
        answer = phone.get(f"/room/{path}")
        assert (answer.status_code, answer.headers["location"]) == (303, "/room")


def test_nothing_of_others_reaches_a_phone_before_the_reveal(shop: Shop) -> None:
    phone, other = phone_in(shop), phone_in(shop, "CIO")
    shop.act("start")
    before = phone.get("/room").text
    other.answers("ABC-1", 5, note="Only between us")
    a_second_later(shop)
    after = phone.get("/room").text
    assert after.replace("1 of 2", "0 of 2") == before


def test_a_page_with_everything_on_it_weighs_little(sqlite_database: Database) -> None:
    real = real_instrument()
    shop = a_workshop(sqlite_database, "prepared", minutes=60, instrument=real)
    shop = Shop(shop.inst, shop.owned, shop.token, shop.code)
    token = identity.new_token()
    shop.joins("technology", token=token)
    phone = Phone(an_app(shop.inst))
    phone.cookies.set(DEVICE_COOKIE, cookie_for(shop.inst, token))
    extras = sum(len(content) for content, _kind in read_assets().values())
    pages = ["/room", "/room/decisions", "/room/ranking", "/room/activity", "/join"]
    for path in [*pages, *(f"/room/q/{code}" for code in real.practices)]:
        answer = phone.get(path)
        assert answer.status_code == 200
        assert len(answer.content) + extras <= WEIGHT, path


def test_style_and_script_may_be_kept_for_good_and_pages_never(shop: Shop) -> None:
    phone = phone_in(shop)
    page = phone.get("/room")
    assert page.headers["cache-control"] == "no-store"
    for name in read_assets():
        assert f"/phone/{name}" in page.text
        kept = phone.get(f"/phone/{name}")
        assert "immutable" in kept.headers["cache-control"]
        assert "charset=utf-8" in kept.headers["content-type"]
    old = phone.get("/phone/phone-000000000000.js")
    assert (old.status_code, old.headers["cache-control"]) == (404, "no-store")


def test_pages_run_no_script_but_the_one_of_their_own_name(shop: Shop) -> None:
    phone = phone_in(shop)
    shop.act("start")
    page = phone.get("/room").text
    assert page.count("<script") == 1
    assert " style=" not in page
    assert not [word for word in ("onclick", "onload", "javascript:") if word in page]


def test_a_database_that_is_away_offers_another_try(shop: Shop, sqlite_url: str) -> None:
    phone = phone_in(shop)
    shop.act("start")
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as other:
        other.execute("ALTER TABLE response RENAME TO lost")
        page = phone.get("/room")
        assert page.status_code == 503
        assert "Try again" in words_of(page)
        assert "Your saved answers are safe." in words_of(page)
        tap = phone.answers("ABC-1", 3)
        assert (tap.status_code, tap.json()["stale"]) == (503, False)
        other.execute("ALTER TABLE lost RENAME TO response")
    assert "How is shelf ABC-1 looked after?" in phone.reads("/room")
    assert phone.answers("ABC-1", 3).json() == {"saved": True}


def test_what_stores_is_not_read_and_what_is_read_does_not_store(shop: Shop) -> None:
    phone = phone_in(shop)
    assert phone.post("/room").status_code == 405
    for path in ("answer", "predict", "decision", "code"):
        assert phone.get(f"/room/{path}").status_code == 405

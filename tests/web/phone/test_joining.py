"""Coming into a room on a phone: the code, one tap for the function, and the way back."""

import re
import time
from collections.abc import Callable
from datetime import date, timedelta
from urllib.parse import quote

import pytest
from starlette.applications import Starlette

from assessment.errors import NotFound
from assessment.instrument.model import Camp
from language.dates import long_date
from services.core import identity
from services.core.identity import DEVICE_COOKIE
from services.core.retention import months_after
from services.workshop import facilitation, voting
from services.workshop.join import door, joining, leaving
from storage.db.database import Database
from storage.repositories.assessments import set_keep_until
from tests.device_cookies import cookie_for
from tests.web.phone.phones import Phone, an_app, open_workshop, words_of
from tests.workshops import TODAY, Shop
from web.phone.joining import LATE

HOSTILE = '<img src=x onerror="alert(1)">\u202e{{ 7*7 }}</main>\x00'
PERSONAL = re.compile(r"[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){2}")


@pytest.fixture
def shop(sqlite_database: Database) -> Shop:
    return open_workshop(sqlite_database)


@pytest.fixture
def new_phone(shop: Shop) -> Callable[[], Phone]:
    app = an_app(shop.inst)
    return lambda: Phone(app)


def test_a_typed_code_leads_to_the_invitation_however_it_is_typed(
    shop: Shop, new_phone: Callable[[], Phone]
) -> None:
    phone = new_phone()
    assert "Join a room" in phone.reads("/join")
    answer = phone.post("/join", {"code": f" {shop.code[:3].lower()}-{shop.code[3:]} "})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/join/{shop.code}")
    said = phone.reads(f"/join/{shop.code}")
    assert "Kestrel Foods" in said
    assert "Nobody sees your own answer" in said


def test_how_long_answers_are_kept_is_read_before_joining_and_in_the_room(
    shop: Shop, new_phone: Callable[[], Phone]
) -> None:
    phone = new_phone()
    said = phone.reads(f"/join/{shop.code}")
    usual = months_after(TODAY, 24)
    assert f"Everything is deleted after {long_date(usual)}." in said
    phone.joins(shop, "COO")
    assert f"Everything is deleted after {long_date(usual)}." in phone.reads("/room")
    with shop.inst.database.writing() as unit:
        set_keep_until(unit, shop.owned.assessment_id, date(2027, 3, 1))
    assert "Everything is deleted after 1 March 2027." in phone.reads("/room")
    assert "Everything is deleted after 1 March 2027." in new_phone().reads(f"/join/{shop.code}")


@pytest.mark.parametrize(("function", "camp"), [("COO", "business"), ("CIO", "technology")])
def test_one_tap_on_a_function_says_the_side_too(database: Database, function: str, camp: Camp) -> None:
    shop = open_workshop(database)
    who = Phone(an_app(shop.inst)).joins(shop, function)
    assert (who.function, who.camp, who.name) == (function, camp, None)


def test_another_function_has_a_side_and_may_have_words(shop: Shop, new_phone: Callable[[], Phone]) -> None:
    named = new_phone().joins(shop, "other:technology", other="Robotics")
    silent = new_phone().joins(shop, "other:business")
    assert (named.function, named.camp) == ("Robotics", "technology")
    assert (silent.function, silent.camp) == ("Another function", "business")


def test_what_people_type_is_shown_as_text(sqlite_database: Database) -> None:
    shop = open_workshop(sqlite_database, privacy="open")
    phone = Phone(an_app(shop.inst))
    phone.joins(shop, "other:business", other=HOSTILE, name=HOSTILE)
    shop.act("start")
    assert phone.answers("ABC-1", 3, note=HOSTILE).json() == {"saved": True}
    for path in ("/room", "/room/ranking", "/room/leave"):
        page = phone.get(path).text
        assert "<img" not in page
        assert page.count("</main>") == 1
    again = phone.post(f"/join/{shop.code}", {"function": "", "other": HOSTILE, "name": HOSTILE})
    assert "<img" not in again.text


def test_a_name_is_asked_for_in_open_mode_only(database: Database) -> None:
    shop = open_workshop(database, privacy="open")
    phone = Phone(an_app(shop.inst))
    assert 'name="name"' in phone.get(f"/join/{shop.code}").text
    assert phone.joins(shop, name="Ann").name == "Ann"
    facilitation.change_privacy(shop.inst, shop.owned, "team")
    other = Phone(an_app(shop.inst))
    assert 'name="name"' not in other.get(f"/join/{shop.code}").text
    assert other.joins(shop, name="Bob").name is None


def test_nothing_chosen_keeps_what_was_typed(sqlite_database: Database) -> None:
    shop = open_workshop(sqlite_database, privacy="open")
    answer = Phone(an_app(shop.inst)).post(f"/join/{shop.code}", {"name": "Ann Other"})
    assert answer.status_code == 422
    assert "Choose your function and your side." in words_of(answer)
    assert 'value="Ann Other"' in answer.text
    assert shop.view.joined == 0


def test_somebody_in_the_room_goes_on_to_it_even_with_an_expired_code(
    shop: Shop, new_phone: Callable[[], Phone]
) -> None:
    phone = new_phone()
    phone.joins(shop)
    facilitation.open_room(shop.inst, shop.owned, shop.now - timedelta(hours=13))
    answer = phone.get(f"/join/{shop.code}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/room")
    assert phone.post(f"/join/{shop.code}", {"function": "CEO"}).status_code == 422
    assert shop.view.joined == 1


@pytest.mark.parametrize(
    ("code", "status", "sentence"),
    [
        ("ZZZZZZ", 404, "This code opens no room"),
        ("K7", 422, "A join code has ten letters and numbers"),
        ("<script>alert(1)</script>", 422, "A join code has ten letters and numbers"),
        ("../../etc/passwd", 422, "A join code has ten letters and numbers"),
        ("K7QM3P/extra", 422, "A join code has ten letters and numbers"),
        ("%00%ff%0d%0a", 422, "A join code has ten letters and numbers"),
        ("x" * 3000, 422, "A join code has ten letters and numbers"),
    ],
)
def test_a_code_that_opens_nothing_gets_a_sentence_and_the_form_again(
    new_phone: Callable[[], Phone], code: str, status: int, sentence: str
) -> None:
    phone = new_phone()
    for answer in (phone.get(f"/join/{quote(code, safe='')}"), phone.post("/join", {"code": code})):
        assert answer.status_code == status
        assert sentence in words_of(answer)
        assert 'action="/join"' in answer.text
        assert "<script>" not in answer.text


def test_expired_and_closed_rooms_say_so(shop: Shop, new_phone: Callable[[], Phone]) -> None:
    phone = new_phone()
    facilitation.open_room(shop.inst, shop.owned, shop.now - timedelta(hours=13))
    late = phone.get(f"/join/{shop.code}")
    assert late.status_code == 422
    assert "This code has expired." in words_of(late)
    shop.act("close")
    shut = phone.get(f"/join/{shop.code}")
    assert shut.status_code == 404
    assert "the room may be closed" in words_of(shut)


def test_a_shut_door_is_said_and_whoever_is_in_goes_on(shop: Shop, new_phone: Callable[[], Phone]) -> None:
    inside, outside = new_phone(), new_phone()
    inside.joins(shop)
    door.set_door(shop.inst, shop.owned, shut=True)
    for answer in (
        outside.get(f"/join/{shop.code}"),
        outside.post("/join", {"code": shop.code}),
        outside.post(f"/join/{shop.code}", {"function": "CEO"}),
    ):
        assert answer.status_code == 422
        assert "The facilitator has closed the room to newcomers." in words_of(answer)
    assert inside.get(f"/join/{shop.code}").headers["location"] == "/room"
    assert shop.view.joined == 1
    door.set_door(shop.inst, shop.owned, shut=False)
    outside.joins(shop)
    assert shop.view.joined == 2


def test_a_wrong_code_is_counted_once_however_it_is_sent(new_phone: Callable[[], Phone]) -> None:
    phone = new_phone()
    for _try in range(10):
        assert phone.get("/join/ZZZZZZ").status_code == 404
        assert phone.post("/join/ZZZZZZ", {"function": "CEO"}).status_code == 404
    assert phone.get("/join/ZZZZZZ").status_code == 429


def test_many_wrong_codes_have_to_wait(new_phone: Callable[[], Phone]) -> None:
    phone = new_phone()
    answers = [phone.get("/join/ZZZZZZ") for _ in range(20)]
    assert answers[-1].status_code == 404
    begun = time.monotonic()
    late = phone.get("/join/ZZZZZZ")
    assert time.monotonic() - begun >= LATE
    assert (late.status_code, late.headers["retry-after"]) == (429, "60")
    assert "the right code still works" in words_of(late)


def test_the_personal_code_brings_the_same_person_to_another_phone(database: Database) -> None:
    shop = open_workshop(database)
    app = an_app(shop.inst)
    first, second = Phone(app), Phone(app)
    who = first.joins(shop)
    shop.act("start")
    first.answers("ABC-1", 4)
    said = first.reads("/room")
    assert "Write this down in case you change phones" in said
    code = PERSONAL.findall(said)[0]
    assert second.get("/room/back").status_code == 200
    answer = second.post("/room/back", {"code": code.lower().replace("-", " ")})
    assert (answer.status_code, answer.headers["location"]) == (303, "/room")
    again = joining.participant_of(shop.inst, second.token)
    assert again == who
    assert "Saved" in second.reads("/room")
    assert code not in second.reads("/room"), "who typed the code knows it"


def test_a_wrong_personal_code_changes_nothing(new_phone: Callable[[], Phone]) -> None:
    phone = new_phone()
    phone.get("/room/back")
    answer = phone.post("/room/back", {"code": "AAAA-BBBB-CCCC"})
    assert answer.status_code == 404
    assert "This code does not work." in words_of(answer)
    assert 'action="/room/back"' in answer.text


def test_a_new_personal_code_takes_the_place_of_the_old_one(
    shop: Shop, new_phone: Callable[[], Phone]
) -> None:
    phone, second = new_phone(), new_phone()
    phone.joins(shop)
    old = PERSONAL.findall(phone.reads("/room"))[0]
    answer = phone.post("/room/code")
    assert answer.status_code == 303
    assert not PERSONAL.search(answer.headers["location"]), "no code in an address"
    new = PERSONAL.findall(phone.reads("/room"))[0]
    assert new != old
    second.get("/room/back")
    assert second.post("/room/back", {"code": old}).status_code == 404
    assert second.post("/room/back", {"code": new}).status_code == 303


def test_leaving_is_asked_about_and_answers_stay(shop: Shop, new_phone: Callable[[], Phone]) -> None:
    phone = new_phone()
    who = phone.joins(shop)
    shop.act("start")
    phone.answers("ABC-1", 2)
    assert "Leave this room?" in phone.reads("/room/leave")
    assert joining.participant_of(shop.inst, phone.token) == who, "asking is not leaving"
    assert phone.post("/room/leave").status_code == 303
    assert "You are not in a room" in phone.reads("/room")
    assert voting.my_answers(shop.inst, who).responses["ABC-1"].level == 2


def test_somebody_who_was_removed_is_told_and_may_join_again(database: Database) -> None:
    shop = open_workshop(database)
    phone = Phone(an_app(shop.inst))
    who = phone.joins(shop)
    shop.act("start")
    leaving.remove(shop.inst, shop.owned, who.respondent_id)
    said = phone.answers("ABC-1", 3)
    assert (said.status_code, said.json()["stale"]) == (404, True)
    assert said.json()["problem"].startswith("You are no longer in this room")
    plain = phone.post("/room/answer", {"code": "ABC-1", "level": "3"})
    assert plain.status_code == 404
    assert "You are no longer in this room" in words_of(plain)
    assert "Join a room" in phone.reads("/room")
    with pytest.raises(NotFound):
        voting.my_answers(shop.inst, who)
    assert phone.joins(shop).respondent_id != who.respondent_id


def test_a_browser_in_no_room_is_shown_the_ways_in(new_phone: Callable[[], Phone]) -> None:
    for path in ("/room", "/room/list", "/room/q/ABC-1", "/room/activity", "/room/ranking", "/room/leave"):
        said = new_phone().reads(path)
        assert "Join a room" in said
        assert "Return with your personal code" in said


def test_no_token_and_no_personal_code_stands_in_an_address(
    shop: Shop, new_phone: Callable[[], Phone]
) -> None:
    phone = new_phone()
    phone.joins(shop)
    page = phone.get("/room").text
    addresses = re.findall(r'(?:href|action|src)="([^"]*)"', page)
    assert phone.token not in page
    assert not [a for a in addresses if PERSONAL.search(a) or "?" in a]


def test_nobody_comes_in_before_the_browser_has_sent_its_cookie_back(database: Database) -> None:
    shop = open_workshop(database)
    phone = Phone(an_app(shop.inst))
    for _tap in range(4):
        phone.get(f"/join/{shop.code}")
        phone.cookies.clear()
        answer = phone.post(f"/join/{shop.code}", {"function": "other:business", "other": "Robotics"})
        assert answer.status_code == 422
    assert shop.view.joined == 0
    said = words_of(answer)
    assert "this browser has not returned the cookie" in said
    assert "use another browser" in said
    assert "on their computer" in said
    assert 'value="Robotics"' in answer.text, "what was typed is still there"
    once = phone.post(f"/join/{shop.code}", {"function": "CEO"})  # with the cookie of that answer
    assert once.status_code == 303
    assert shop.view.joined == 1


def test_nobody_comes_back_without_a_cookie_either(shop: Shop, new_phone: Callable[[], Phone]) -> None:
    first, second = new_phone(), new_phone()
    first.joins(shop)
    code = PERSONAL.findall(first.reads("/room"))[0]
    answer = second.post("/room/back", {"code": code})
    assert answer.status_code == 422
    assert "this browser has not returned the cookie" in words_of(answer)
    assert second.post("/room/back", {"code": code}).status_code == 303


def planted(app: Starlette) -> tuple[Phone, Phone]:
    """Somebody who got a cookie from the server, and the person in whose browser it was put."""
    attacker, victim = Phone(app), Phone(app)
    attacker.get("/join")
    victim.cookies.update(attacker.cookies)
    return attacker, victim


def test_a_planted_cookie_does_not_come_in_with_the_person_who_joins(database: Database) -> None:
    shop = open_workshop(database)
    attacker, victim = planted(an_app(shop.inst))
    who = victim.joins(shop)
    assert victim.token != attacker.token
    assert joining.participant_of(shop.inst, victim.token) == who
    assert "You are not in a room" in attacker.reads("/room")
    attacker.joins(shop, "CIO")
    assert shop.view.joined == 2, "the attacker is a person of their own"


def test_a_planted_cookie_does_not_come_back_with_the_person(database: Database) -> None:
    shop = open_workshop(database)
    app = an_app(shop.inst)
    first = Phone(app)
    who = first.joins(shop)
    code = PERSONAL.findall(first.reads("/room"))[0]
    attacker, victim = planted(app)
    assert victim.get("/room/back").status_code == 200
    assert victim.post("/room/back", {"code": code}).status_code == 303
    assert joining.participant_of(shop.inst, victim.token) == who
    assert "You are not in a room" in attacker.reads("/room")


def test_a_form_sent_twice_joins_once(database: Database) -> None:
    shop = open_workshop(database)
    phone = Phone(an_app(shop.inst))
    page = phone.get(f"/join/{shop.code}").text
    again = Phone(phone.app)
    again.cookies.update(phone.cookies)
    form = {"function": "CEO", "once": re.findall(r'name="once" value="([^"]+)"', page)[0]}
    for tap in (phone, again):
        assert tap.post(f"/join/{shop.code}", form).status_code == 303
    assert shop.view.joined == 1
    assert phone.token == again.token


def test_somebody_in_two_rooms_stays_the_same_in_both(database: Database) -> None:
    shop, other = open_workshop(database), open_workshop(database)
    phone = Phone(an_app(shop.inst))
    first, second = phone.joins(shop), phone.joins(other)
    assert joining.participant_of(shop.inst, phone.token) == second
    assert phone.joins(shop).respondent_id == first.respondent_id
    assert (shop.view.joined, other.view.joined) == (1, 1)


def test_an_owner_who_joins_a_room_keeps_the_own_assessment(database: Database) -> None:
    shop, own = open_workshop(database), open_workshop(database)
    phone = Phone(an_app(shop.inst))
    phone.cookies.set(DEVICE_COOKIE, cookie_for(shop.inst, own.token), domain="testserver.local")
    phone.joins(shop)
    assert [found.assessment_id for found in identity.list_owned(shop.inst, phone.token)] == [
        own.owned.assessment_id
    ]
    assert identity.current_assessment(shop.inst, own.token) == own.owned, "screens that are open go on"

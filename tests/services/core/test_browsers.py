"""A browser's next token, and the browsers that can open an assessment."""

from datetime import date, timedelta

import pytest
from sqlalchemy import text

from assessment.answers.records import Organisation
from assessment.errors import NotFound
from services.assessments import answering
from services.assessments.answering import Started
from services.core import browsers, identity
from services.core.browsers import browser_name, hand_over, new_nonce, note_visit, successor, take_up
from services.core.device_cookie import today
from services.core.installation import Installation
from services.workshop.join import joining, leaving
from storage.db.database import Database
from tests.workshops import TODAY, a_workshop, an_address, an_installation

FIREFOX, CHROME = "Firefox/Windows", "Chrome/Android"


@pytest.fixture
def kept(database: Database) -> Installation:
    return an_installation(database)


@pytest.fixture
def begun(kept: Installation, token: str) -> Started:
    return start(kept, token, "Kestrel Foods")


def start(inst: Installation, token: str, name: str) -> Started:
    return answering.start(inst, token, Organisation(name=name), "CEO", "business", TODAY)


def second_browser(inst: Installation, begun: Started) -> str:
    token = identity.new_token()
    identity.resume(inst, token, begun.resume_code, an_address())
    return token


def names(inst: Installation, token: str, begun: Started) -> list[tuple[str, date | None, bool]]:
    return [(b.name, b.used_on, b.this) for b in browsers.list_browsers(inst, token, begun.owned)]


def days_pass(inst: Installation) -> None:
    """What was to end later has ended."""
    with inst.database.writing() as unit:
        ended = "UPDATE device_binding SET until = '2020-01-01' WHERE until IS NOT NULL"
        unit.connection().execute(text(ended))


def test_the_next_token_follows_from_the_nonce_and_keeps_the_browsers_id(
    inst: Installation, token: str
) -> None:
    nonce = new_nonce()
    later = successor(inst, token, nonce)
    assert later == successor(inst, token, nonce) != token
    assert identity.browser_id(inst, later) == identity.browser_id(inst, token)
    assert later != successor(inst, token, new_nonce())
    assert later != successor(inst, identity.new_token(), nonce)
    assert successor(inst, token, "") != successor(inst, token, ""), "nothing is no nonce that can be guessed"


def test_the_new_token_opens_everything_and_the_former_one_only_what_it_did(
    kept: Installation, token: str, begun: Started
) -> None:
    later = successor(kept, token, new_nonce())
    newer = start(kept, later, "Heron Bakery")
    hand_over(kept, token, later)
    assert identity.current_assessment(kept, later) == newer.owned
    assert {found.organisation for found in identity.list_owned(kept, later)} == {
        "Kestrel Foods",
        "Heron Bakery",
    }
    assert identity.list_owned(kept, token) == (begun.owned,), "screens that are open go on for a day"
    days_pass(kept)
    assert identity.list_owned(kept, token) == ()
    with pytest.raises(NotFound):
        identity.require(kept, token, begun.owned.assessment_id)
    assert len(identity.list_owned(kept, later)) == 2


def test_the_former_token_ends_with_the_next_day(kept: Installation, token: str, begun: Started) -> None:
    hand_over(kept, token, successor(kept, token, new_nonce()))
    with kept.database.reading() as unit:
        found = unit.connection().execute(text("SELECT until FROM device_binding WHERE until IS NOT NULL"))
        assert [str(until) for (until,) in found] == [str(today() + timedelta(days=1))]


def test_a_browser_takes_up_only_what_was_given_to_its_next_token(
    kept: Installation, token: str, begun: Started
) -> None:
    nonce = new_nonce()
    assert take_up(kept, token, nonce, FIREFOX) is None
    later = successor(kept, token, nonce)
    start(kept, later, "Heron Bakery")
    assert take_up(kept, identity.new_token(), nonce, FIREFOX) is None, "of another browser"
    assert take_up(kept, token, "short", FIREFOX) is None
    assert take_up(kept, token, nonce, FIREFOX) == later
    assert take_up(kept, later, nonce, FIREFOX) is None, "it has it already"
    assert len(identity.list_owned(kept, later)) == 2


def test_two_tabs_that_begin_something_each_lose_nothing(
    kept: Installation, token: str, begun: Started
) -> None:
    one, other = new_nonce(), new_nonce()
    first, second = successor(kept, token, one), successor(kept, token, other)
    start(kept, first, "Heron Bakery")
    hand_over(kept, token, first)
    assert take_up(kept, token, one, FIREFOX) == first
    start(kept, second, "Otter Mills")  # in the tab that still has the former token
    hand_over(kept, token, second)
    assert take_up(kept, first, other, FIREFOX) == second
    assert {found.organisation for found in identity.list_owned(kept, second)} == {
        "Kestrel Foods",
        "Heron Bakery",
        "Otter Mills",
    }
    assert len(browsers.list_browsers(kept, second, begun.owned)) == 1


def test_a_person_in_a_room_moves_with_the_token_and_counts_once(database: Database) -> None:
    shop, token = a_workshop(database), identity.new_token()
    who = shop.joins("business", token=token)
    later = successor(shop.inst, token, new_nonce())
    hand_over(shop.inst, token, later)
    assert joining.participant_of(shop.inst, later) == who
    assert joining.participant_of(shop.inst, token) is None
    leaving.leave(shop.inst, later, who)
    assert joining.participant_of(shop.inst, later) is None


def test_browsers_are_listed_by_name_and_last_use(kept: Installation, token: str, begun: Started) -> None:
    second = second_browser(kept, begun)
    assert names(kept, token, begun) == [("Unknown browser", None, True), ("Unknown browser", None, False)]
    note_visit(kept, token, FIREFOX)
    note_visit(kept, second, CHROME)
    here, there = ("Firefox on Windows", today()), ("Chrome on Android", today())
    assert names(kept, token, begun) == [(*here, True), (*there, False)]
    assert names(kept, second, begun) == [(*there, True), (*here, False)]
    hand_over(kept, second, successor(kept, second, new_nonce()))
    assert len(names(kept, token, begun)) == 2, "a browser with a new token is the same browser"


def test_what_a_browser_begins_later_is_listed_by_its_name_at_once(
    kept: Installation, token: str, begun: Started
) -> None:
    note_visit(kept, token, FIREFOX)
    assert names(kept, token, start(kept, token, "Heron Bakery")) == [("Firefox on Windows", today(), True)]


def test_nothing_is_noted_of_a_participant(database: Database) -> None:
    shop, token = a_workshop(database), identity.new_token()
    shop.joins("business", token=token)
    note_visit(shop.inst, token, CHROME)
    hand_over(shop.inst, token, successor(shop.inst, token, new_nonce()))
    with database.reading() as unit:
        noted = "SELECT family, used_on, until FROM device_binding WHERE role = 'participant'"
        assert [tuple(row) for row in unit.connection().execute(text(noted))] == [(None, None, None)]


def test_a_revoked_browser_opens_nothing_under_any_of_its_tokens(
    kept: Installation, token: str, begun: Started
) -> None:
    second = second_browser(kept, begun)
    later = successor(kept, second, new_nonce())
    hand_over(kept, second, later)
    (other,) = [b for b in browsers.list_browsers(kept, token, begun.owned) if not b.this]
    browsers.revoke(kept, token, begun.owned, other.id)
    for gone in (second, later):
        assert identity.list_owned(kept, gone) == ()
    assert identity.current_assessment(kept, token) == begun.owned
    assert len(names(kept, token, begun)) == 1
    with pytest.raises(NotFound):
        browsers.revoke(kept, token, begun.owned, other.id)


def test_a_browser_revokes_neither_itself_nor_others_elsewhere(
    kept: Installation, token: str, begun: Started
) -> None:
    elsewhere = identity.new_token()
    theirs = start(kept, elsewhere, "Heron Bakery")
    for browser in (identity.browser_id(kept, token), identity.browser_id(kept, elsewhere)):
        with pytest.raises(NotFound):
            browsers.revoke(kept, token, begun.owned, browser)
    assert identity.current_assessment(kept, elsewhere) == theirs.owned


def test_a_new_resume_code_leaves_the_browsers_alone(kept: Installation, token: str, begun: Started) -> None:
    second = second_browser(kept, begun)
    fresh = identity.issue_resume_code(kept, token, begun.owned.assessment_id)
    with pytest.raises(NotFound):
        identity.resume(kept, identity.new_token(), begun.resume_code, an_address())
    assert identity.current_assessment(kept, second) is not None
    assert identity.resume(kept, identity.new_token(), fresh, an_address()) == begun.owned


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 "
                "Safari/537.36 Edg/141.0.0.0"
            ),
            "Edge/Windows",
        ),
        (
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 "
                "Safari/605.1.15"
            ),
            "Safari/Mac",
        ),
        (
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
                "CriOS/131.0.0.0 Mobile/15E148 Safari/604.1"
            ),
            "Chrome/iPhone",
        ),
        (
            (
                "Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) "
                "SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36"
            ),
            "Samsung Internet/Android",
        ),
        ("curl/8.5.0", ""),
        ("<script>Firefox</script>", "Firefox"),
        ("", ""),
    ],
)
def test_browsers_are_told_apart_by_what_they_call_themselves(agent: str, name: str) -> None:
    assert browser_name(agent) == name

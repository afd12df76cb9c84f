"""How to choose, folded into one line on a phone; and an excuse with a fixed reason is one tap."""

from datetime import UTC, datetime

import pytest

from services.workshop import facilitation, voting
from storage.db.database import Database
from tests.paths import BEFORE
from tests.texts import instrument_at, real_instrument
from tests.web.phone.phones import Phone, an_app
from tests.workshops import Shop, a_workshop

ASKED = real_instrument()


@pytest.fixture
def shop(sqlite_database: Database) -> Shop:
    return prepared(sqlite_database)


def prepared(database: Database, **more: object) -> Shop:
    shop = a_workshop(database, "prepared", minutes=60, instrument=more.get("instrument", ASKED))  # type: ignore[arg-type]
    shop.now = datetime.now(UTC)
    shop.code = facilitation.open_room(shop.inst, shop.owned, shop.now)
    return shop


def test_the_rule_is_one_line_that_opens(shop: Shop) -> None:
    phone = Phone(an_app(shop.inst))
    phone.joins(shop)
    for path in ("/room/list", "/room/q/STR-3"):
        page = phone.get(path).text
        assert f"<summary>{ASKED.rule}</summary>" in page
        assert ASKED.definitions[0].meaning in phone.reads(path)
    assert ASKED.definitions[0].meaning not in phone.reads("/room/q/STR-1")


def test_not_due_yet_is_stored_with_its_reason(shop: Shop) -> None:
    phone = Phone(an_app(shop.inst))
    who = phone.joins(shop)
    page = phone.reads("/room/q/VAL-4")
    assert ASKED.practices["VAL-4"].na_reason in page  # type: ignore[operator]
    assert "Another reason" not in page
    phone.answers("VAL-4", "not_applicable")
    given = voting.my_answers(shop.inst, who).responses["VAL-4"]
    assert (given.kind, given.reason) == ("not_applicable", ASKED.practices["VAL-4"].na_reason)


def test_the_earlier_edition_has_no_such_line(sqlite_database: Database) -> None:
    earlier = prepared(sqlite_database, instrument=instrument_at(BEFORE))
    phone = Phone(an_app(earlier.inst))
    phone.joins(earlier)
    assert "guide" not in phone.get("/room/q/STR-3").text
    assert "Another reason" in phone.reads("/room/q/OPS-5")

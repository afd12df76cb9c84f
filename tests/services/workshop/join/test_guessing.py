"""A right code opens whatever others typed; guessing is stopped by the number of codes."""

import secrets
import time
from collections.abc import Callable
from datetime import timedelta

import pytest

from assessment.errors import NotFound, RefusedInput, TooManyTries
from services.core import identity
from services.core.identity import CODE_ALPHABET, CODE_GROUP, CODE_GROUPS
from services.workshop import facilitation
from services.workshop.join import codes, joining
from services.workshop.join.codes import MOST_TRIES_PER_SECOND
from storage.db.database import Database
from storage.repositories import rooms
from storage.repositories.doors import ALPHABET, CODE_LENGTH
from tests import prepare
from tests.workshops import NOW, Shop, a_workshop, an_address

DAY = 86_400
OPEN_ROOMS = 20
ALLOWED = 1e-3
PROCESSES = 16
"""Of one installation, each busy with nothing but wrong codes."""
RESUME_CODES = 100_000


def chance(targets: int, tries_per_second: float, number_of_codes: int) -> float:
    """An upper bound of the probability that one day of guessing finds any of the targets."""
    return targets * tries_per_second * DAY / number_of_codes


def test_one_of_twenty_open_rooms_is_guessed_in_a_day_with_less_than_one_in_a_thousand() -> None:
    assert chance(OPEN_ROOMS, MOST_TRIES_PER_SECOND, len(ALPHABET) ** CODE_LENGTH) < ALLOWED
    one_shorter = len(ALPHABET) ** (CODE_LENGTH - 1)
    assert chance(OPEN_ROOMS, MOST_TRIES_PER_SECOND, one_shorter) > ALLOWED


def test_a_resume_code_is_guessed_even_less() -> None:
    number = len(set(CODE_ALPHABET)) ** (CODE_GROUPS * CODE_GROUP)
    assert chance(RESUME_CODES, MOST_TRIES_PER_SECOND, number) < ALLOWED


def test_guessing_at_full_speed_stays_below_the_bound(sqlite_database: Database) -> None:
    """The attacker of the bound, played: a new browser from a new network with every try, and no wait."""
    shops = [a_workshop(sqlite_database) for _ in range(OPEN_ROOMS)]
    inst, tries, found = shops[0].inst, 0, 0
    end = time.perf_counter() + 2
    while time.perf_counter() < end:
        guess = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
        try:
            codes.invitation(inst, guess, f"2001:db8:{tries >> 16:x}:{tries & 0xFFFF:x}::1", NOW)
            found += 1
        except (NotFound, TooManyTries):
            tries += 1
    assert found == 0
    assert tries > 0
    assert chance(OPEN_ROOMS, PROCESSES * tries / 2, len(ALPHABET) ** CODE_LENGTH) < ALLOWED


def wrong(attempt: Callable[[], object], times: int) -> set[type[Exception]]:
    kinds: set[type[Exception]] = set()
    for _time in range(times):
        with pytest.raises((NotFound, TooManyTries)) as refused:
            attempt()
        kinds.add(refused.type)
    return kinds


def guess(shop: Shop, address: str) -> codes.Invitation:
    return codes.invitation(shop.inst, "AAAAAAAAAA", address, shop.now)


def test_the_right_code_opens_where_many_wrong_ones_were_typed(database: Database) -> None:
    shop, address = a_workshop(database), an_address()
    assert wrong(lambda: guess(shop, address), 40) == {NotFound, TooManyTries}
    assert codes.invitation(shop.inst, shop.code, address, shop.now).organisation == "Kestrel Foods"
    joined = prepare.join(
        shop.inst, identity.new_token(), shop.code, address, shop.now, function="CEO", camp="business"
    )
    assert joined.resume_code is not None
    for _try in range(40):
        wrong(lambda: joining.rejoin(shop.inst, identity.new_token(), "AAAA-AAAA-AAAA", address), 1)
    back = joining.rejoin(shop.inst, identity.new_token(), joined.resume_code, address)
    assert back == joined.participant


def test_the_facilitators_code_opens_where_many_wrong_ones_were_typed(database: Database) -> None:
    shop, address = a_workshop(database), an_address()
    code = identity.issue_resume_code(shop.inst, shop.token, shop.owned.assessment_id)
    kinds = wrong(lambda: identity.resume(shop.inst, identity.new_token(), "AAAA-AAAA-AAAA", address), 30)
    assert kinds == {NotFound, TooManyTries}
    assert identity.resume(shop.inst, identity.new_token(), code, address) == shop.owned


def test_the_brake_over_all_shuts_nobody_out(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    from limits import RateLimitItemPerHour

    monkeypatch.setattr("services.core.rate_limits.WRONG_IN_ALL", RateLimitItemPerHour(60))
    shop = a_workshop(sqlite_database)
    for number in range(70):
        wrong(lambda number=number: guess(shop, f"2001:db8:0:{number:x}::1"), 1)
    assert wrong(lambda: guess(shop, "192.0.2.200"), 1) == {TooManyTries}
    assert codes.invitation(shop.inst, shop.code, "192.0.2.201", shop.now).code == shop.code
    assert shop.joins("business").function == "CEO"


def test_a_right_code_writes_nothing_to_count_it(database: Database) -> None:
    shop = a_workshop(database)
    before = shop.version
    codes.invitation(shop.inst, shop.code, shop.address, shop.now)
    assert shop.version == before
    with database.reading() as unit:
        from storage.tables.rate_counts import RateCountRow

        # One row: that of the workshop this browser set up.
        assert len(unit.rows(RateCountRow)) == 1


def test_a_code_of_an_earlier_version_works_until_it_expires_and_is_then_replaced(database: Database) -> None:
    shop = a_workshop(database)
    with database.writing() as unit:
        rooms.set_join_code(unit, shop.owned.assessment_id, "K7QM3P", NOW + timedelta(hours=1))
    assert codes.invitation(shop.inst, " k7q m3p", shop.address, NOW).code == "K7QM3P"
    assert facilitation.open_room(shop.inst, shop.owned, NOW) == "K7QM3P"
    fresh = facilitation.open_room(shop.inst, shop.owned, NOW + timedelta(days=2))
    assert len(fresh) == CODE_LENGTH
    with pytest.raises(NotFound):
        codes.invitation(shop.inst, "K7QM3P", shop.address, NOW)


def test_the_code_is_typed_as_it_is_shown(database: Database) -> None:
    shop = a_workshop(database)
    shown = codes.grouped(shop.code)
    assert shown.count("-") == 2
    for typed in (shown, shown.lower(), shown.replace("-", " "), shown.replace("-", "")):
        assert codes.invitation(shop.inst, typed, shop.address, shop.now).code == shop.code
    with pytest.raises(RefusedInput, match="such as K7Q-M3PX-WTA"):
        codes.invitation(shop.inst, shown[:-1], shop.address, shop.now)

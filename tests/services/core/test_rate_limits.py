"""Counted over all processes and over a restart: in the database, or in Redis by its real protocol."""

import logging
from collections.abc import Iterator
from threading import Thread

import pytest
from fakeredis import TcpFakeServer
from structlog.testing import capture_logs

from assessment.errors import NotFound, RefusedInput, TooManyTries
from services.core import identity
from services.core.addresses import address_block
from services.core.identity import counting_wrong_codes
from services.core.installation import Installation
from services.core.rate_limits import (
    NEW_BY_BLOCK,
    NEW_BY_BROWSER,
    WRONG_BY_BLOCK,
    WRONG_BY_BROWSER,
    WRONG_IN_ALL,
    RateLimits,
    redis_answers,
)
from services.core.settings import Settings, load_settings
from storage.db.database import Database
from storage.db.engines import open_database
from storage.repositories.browsers.rate_counts import DatabaseCounts
from storage.tables.rate_counts import RateCountRow
from tests.server import free_port
from tests.workshops import KEY, a_workshop, an_installation


@pytest.fixture
def redis_url() -> Iterator[str]:
    """The address of a Redis that speaks the protocol over TCP, in this process."""
    server = TcpFakeServer(("127.0.0.1", 0), server_type="redis")
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"redis://127.0.0.1:{server.server_address[1]}/0"
    server.shutdown()
    server.server_close()


def spend(limits: RateLimits, block: str = "203.0.113.0/24") -> list[bool]:
    return [limits.wrong_code(block, None) for _try in range(WRONG_BY_BLOCK.amount + 2)]


def rows(database: Database) -> int:
    with database.reading() as unit:
        return len(unit.rows(RateCountRow))


SPENT = [True] * WRONG_BY_BLOCK.amount + [False] * 2


def test_two_processes_share_what_was_counted_and_a_restart_keeps_it(
    database: Database, database_url: str
) -> None:
    assert spend(RateLimits(database, "", KEY)) == SPENT
    other = open_database(database_url)
    try:
        elsewhere = RateLimits(other, "", KEY)
        assert not elsewhere.wrong_code("203.0.113.0/24", None)
        assert elsewhere.wrong_code("203.0.114.0/24", None)
    finally:
        other.close()


def test_counting_in_two_processes_at_once_loses_none(database: Database, database_url: str) -> None:
    other = open_database(database_url)
    try:
        stores = [DatabaseCounts(database), DatabaseCounts(other)]
        threads = [
            Thread(target=lambda store=store: [store.incr("k", 60) for _ in range(25)])
            for store in stores * 2
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [store.get("k") for store in stores] == [100, 100]
    finally:
        other.close()


def test_a_window_ends_and_what_has_ended_is_deleted(database: Database) -> None:
    moment = 1_800_000_000.0
    store = DatabaseCounts(database, lambda: moment)
    assert [store.incr("a", 60), store.incr("a", 60), store.incr("b", 3_600)] == [1, 2, 1]
    assert store.get_expiry("a") == moment + 60
    moment += 60
    assert store.get("a") == 0
    assert store.incr("c", 60) == 1
    assert rows(database) == 2
    assert store.incr("b", 3_600) == 2
    moment += 3_600
    assert store.incr("b", 3_600) == 1
    assert rows(database) == 1
    assert store.reset() == 1
    assert store.check()


def test_a_flood_of_wrong_codes_stops_writing(database: Database) -> None:
    limits = RateLimits(database, "", KEY)
    spend(limits)
    before = rows(database)
    store = DatabaseCounts(database)
    store.incr(WRONG_IN_ALL.key_for(limits._hidden(("wrong", "all"))), 3_600, WRONG_IN_ALL.amount)
    for number in range(50):
        assert not limits.wrong_code(f"2001:db8:0:{number:x}::/64", None)
    assert rows(database) == before


def test_addresses_and_tokens_are_not_stored(database: Database) -> None:
    limits = RateLimits(database, "", KEY)
    limits.wrong_code("203.0.113.0/24", None)
    limits.check_new("token-of-a-browser", "203.0.113.7")
    with database.reading() as unit:
        said = str(unit.rows(RateCountRow))
    assert "203.0.113" not in said
    assert "token-of-a-browser" not in said


def test_redis_counts_for_all_processes(database: Database, redis_url: str) -> None:
    assert redis_answers(redis_url)
    assert spend(RateLimits(database, redis_url, KEY)) == SPENT
    assert not RateLimits(database, redis_url, KEY).wrong_code("203.0.113.0/24", None)
    assert rows(database) == 0


def test_while_redis_is_down_the_database_counts_and_it_is_logged(database: Database) -> None:
    url = f"redis://127.0.0.1:{free_port()}/0"
    assert not redis_answers(url)
    with capture_logs() as log:
        assert spend(RateLimits(database, url, KEY)) == SPENT
    assert [line["store"] for line in log] == ["RedisStorage"], "said once, not with every try"
    assert rows(database) == 2


def test_while_nothing_counts_nobody_is_refused(sqlite_database: Database, tmp_path: object) -> None:
    limits = RateLimits(sqlite_database, "", KEY)
    sqlite_database._writer.dispose()
    with sqlite_database.altering() as connection:
        connection.exec_driver_sql("DROP TABLE rate_count")
    logging.getLogger().handlers.clear()
    with capture_logs() as log:
        assert all(spend(limits))
    assert {line["log_level"] for line in log} == {"warning"}


@pytest.mark.parametrize(
    "address",
    [
        "localhost:6379",
        "http://localhost",
        "redis://",
        "redis://h:0",
        "redis://h:x",
        "redis://h/one",
        "redis://h?x=1",
    ],
)
def test_an_address_of_redis_that_is_none_is_named_and_its_password_is_not(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("PLUMBLINE_REDIS_URL", address.replace("//", "//:hunter2@"))
    with pytest.raises(RefusedInput, match="PLUMBLINE_REDIS_URL") as refused:
        load_settings()
    assert "hunter2" not in str(refused.value)


def test_an_address_of_redis_with_a_password_is_kept_out_of_sight(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLUMBLINE_REDIS_URL", " rediss://:hunter2@cache.example.org:6380/1 ")
    settings = load_settings()
    assert settings.redis_url.get_secret_value() == "rediss://:hunter2@cache.example.org:6380/1"
    assert "hunter2" not in repr(settings)


def type_wrong(inst: Installation, token: str | None, address: str) -> type[Exception]:
    with pytest.raises((NotFound, TooManyTries)) as refused, counting_wrong_codes(inst, token, address):
        raise NotFound
    return refused.type


def test_wrong_codes_of_others_do_not_slow_down_a_browser_seen_before(database: Database) -> None:
    shop, address = a_workshop(database), "198.51.100.9"
    for number in range(WRONG_BY_BLOCK.amount + 5):
        type_wrong(shop.inst, identity.new_token(), f"198.51.100.{number}")
    assert type_wrong(shop.inst, identity.new_token(), address) is TooManyTries
    own = [type_wrong(shop.inst, shop.token, address) for _ in range(WRONG_BY_BROWSER.amount + 1)]
    assert own == [NotFound] * WRONG_BY_BROWSER.amount + [TooManyTries]


def test_a_network_of_version_6_is_one_block_and_its_neighbour_another(database: Database) -> None:
    inst = an_installation(database)
    for number in range(WRONG_BY_BLOCK.amount):
        type_wrong(inst, None, f"2001:db8:1:2::{number:x}")
    assert type_wrong(inst, None, "2001:db8:1:2:ffff::1") is TooManyTries
    assert type_wrong(inst, None, "2001:db8:1:3::1") is NotFound


@pytest.mark.parametrize(
    ("address", "block"),
    [
        ("fe80::1%eth0", "fe80::/64"),
        ("::ffff:198.51.100.7", "198.51.100.0/24"),
        ("testclient", "testclient"),
        ("", ""),
        ("x" * 99, "x" * 60),
    ],
)
def test_every_address_has_a_block(address: str, block: str) -> None:
    assert address_block(address) == block


def test_new_assessments_are_limited_for_a_browser_and_for_a_block(database: Database) -> None:
    limits = RateLimits(database, "", KEY)
    for _new in range(NEW_BY_BROWSER.amount):
        limits.check_new("one browser", "")
    with pytest.raises(TooManyTries, match="nothing is lost"):
        limits.check_new("one browser", "")
    for number in range(NEW_BY_BLOCK.amount):
        limits.check_new(f"browser {number}", f"203.0.113.{number}")
    with pytest.raises(TooManyTries):
        limits.check_new("one more", "203.0.113.200")
    limits.check_new("one more", "203.0.114.200")
    for number in range(NEW_BY_BLOCK.amount + 1):
        limits.check_new(f"at this machine {number}", "127.0.0.1")
    for number in range(NEW_BY_BLOCK.amount):
        limits.check_new(f"over version 6 {number}", "::ffff:192.0.2.1")
    with pytest.raises(TooManyTries):
        limits.check_new("over version 6", "::ffff:192.0.2.2")


def test_without_a_setting_the_database_counts() -> None:
    assert Settings().redis_url.get_secret_value() == ""

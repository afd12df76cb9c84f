"""A watched thing is asked for once a second, at once after it was moved here, and never twice together."""

import threading
from dataclasses import dataclass

import pytest

from assessment.errors import NotFound
from services.core.caches.versioned_cache import MAX_AGE, VersionedCache
from services.workshop import facilitation
from services.workshop.room import view_cache
from storage.db.database import Database
from tests.workshops import NOW, a_workshop


@dataclass(frozen=True)
class Thing:
    version: int


class Source:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.now = 1
        self.asked = self.made = 0

    def version(self) -> int:
        self.asked += 1
        return self.now

    def make(self) -> Thing:
        self.made += 1
        return Thing(self.now)


class Clock:
    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


def test_forty_looks_within_a_second_ask_once() -> None:
    source, clock = Source(), Clock()
    watch: VersionedCache[Thing] = VersionedCache(clock)
    for _viewer in range(40):
        watch.get("a", source.version, source.make)
    assert (source.asked, source.made) == (1, 1)


def test_a_second_later_it_is_asked_again_and_made_only_when_it_grew() -> None:
    source, clock = Source(), Clock()
    watch: VersionedCache[Thing] = VersionedCache(clock)
    watch.get("a", source.version, source.make)
    clock.time += MAX_AGE
    watch.get("a", source.version, source.make)
    assert (source.asked, source.made) == (2, 1)
    source.now, clock.time = 2, clock.time + MAX_AGE
    assert watch.get("a", source.version, source.make) == Thing(2)
    assert source.made == 2


def test_what_was_moved_here_is_seen_at_once() -> None:
    source, clock = Source(), Clock()
    watch: VersionedCache[Thing] = VersionedCache(clock)
    watch.get("a", source.version, source.make)
    source.now = 2
    watch.invalidate("a")
    assert watch.get("a", source.version, source.make) == Thing(2)


def test_a_move_while_it_is_being_read_is_not_missed() -> None:
    source, clock = Source(), Clock()
    watch: VersionedCache[Thing] = VersionedCache(clock)

    def moved_meanwhile() -> Thing:
        found = source.make()
        source.now = 2
        watch.invalidate("a")
        return found

    assert watch.get("a", source.version, moved_meanwhile) == Thing(1)
    assert watch.get("a", source.version, source.make) == Thing(2)


def test_many_threads_together_ask_once() -> None:
    source, clock = Source(), Clock()
    watch: VersionedCache[Thing] = VersionedCache(clock)
    looks = [threading.Thread(target=watch.get, args=("a", source.version, source.make)) for _n in range(20)]
    for look in looks:
        look.start()
    for look in looks:
        look.join()
    assert source.made == 1


def test_what_could_not_be_read_is_asked_again_next_time() -> None:
    source, clock = Source(), Clock()
    watch: VersionedCache[Thing] = VersionedCache(clock)

    def gone() -> Thing:
        raise NotFound("gone")

    with pytest.raises(NotFound):
        watch.get("a", source.version, gone)
    assert watch.get("a", source.version, source.make) == Thing(1)


def test_the_oldest_room_is_forgotten_first() -> None:
    source, clock = Source(), Clock()
    watch: VersionedCache[Thing] = VersionedCache(clock, most=2)
    for name in ("a", "b", "a", "c", "a"):
        watch.get(name, source.version, source.make)
    assert source.made == 3
    watch.get("b", source.version, source.make)
    assert source.made == 4


def test_a_room_moved_by_its_facilitator_is_seen_at_once(database: Database) -> None:
    shop = a_workshop(database, way="ten")
    here = shop.owned.assessment_id
    assert view_cache.get_view(shop.inst, here).phase == "lobby"
    shop.joins("business")
    assert view_cache.get_view(shop.inst, here).joined == 1
    facilitation.act(shop.inst, shop.owned, "start", NOW)
    assert view_cache.get_view(shop.inst, here).phase == "question"


def test_a_room_that_is_gone_is_not_found(database: Database) -> None:
    shop = a_workshop(database)
    with pytest.raises(NotFound):
        view_cache.get_view(shop.inst, "nothing-here")

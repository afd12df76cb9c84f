"""Rate limits, counted over all processes of an installation and kept over a restart.

In the database, or in Redis where `PLUMBLINE_REDIS_URL` names one. A right code is never counted and never refused
(docs/decisions/0036): what is limited is wrong codes, new assessments and documents. While Redis does not answer,
the database counts; while that does not answer either, nobody is refused for it.
"""

import hashlib
import time
from collections.abc import Callable

import structlog
from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.errors import StorageError
from limits.storage import RedisStorage, Storage
from limits.strategies import FixedWindowRateLimiter

from assessment.errors import StorageUnavailable, TooManyTries
from language.translation import _
from services.core.addresses import address_block, is_this_machine
from storage.db.database import Database
from storage.repositories.browsers.rate_counts import DatabaseCounts

WRONG_BY_BLOCK = RateLimitItemPerMinute(20)
"""Wrong codes from one address block, of browsers never seen before."""
WRONG_IN_ALL = RateLimitItemPerHour(2_000)
"""Wrong codes of browsers never seen before, from anywhere; beyond it none of them is stored."""
WRONG_BY_BROWSER = RateLimitItemPerMinute(10)
"""Wrong codes of a browser that has an assessment or a room here; those of others do not count against it."""
NEW_BY_BROWSER = RateLimitItemPerHour(20)
NEW_BY_BLOCK = RateLimitItemPerHour(100)
"""New assessments. A class of sixty behind one address begins one each."""
DOCUMENTS = RateLimitItemPerMinute(30)
"""Documents for one browser."""
REDIS_SECONDS = 1.0
"""How long an answer of Redis is waited for."""
AWAY_SECONDS = 10.0
"""How long a store that failed is left alone, so that nobody waits for it again and again."""

_log = structlog.get_logger()


class RateLimits:
    """The counters of one process's installation; `key` keeps addresses and tokens out of what is stored."""

    def __init__(self, database: Database, redis_url: str, key: bytes) -> None:
        self._key = hashlib.sha256(key).digest()
        in_database: Storage = DatabaseCounts(database)
        self._away_until: dict[Storage, float] = {}
        self._stores = ([open_redis(redis_url)] if redis_url else []) + [in_database]

    def wrong_code(self, block: str, browser: str | None) -> bool:
        """Counts a wrong code; False beyond a limit. `browser` is None for one never seen before."""
        if browser is not None:
            return self._count(WRONG_BY_BROWSER, "wrong", browser)
        if self._is_spent(WRONG_IN_ALL, "wrong", "all") or not self._count(WRONG_BY_BLOCK, "wrong", block):
            return False
        return self._count(WRONG_IN_ALL, "wrong", "all")

    def check_new(self, browser: str, address: str) -> None:
        """Counts one more assessment about to be made. Raises TooManyTries.

        `address` is empty where there is none; this machine's own is not counted.
        """
        here = not address or is_this_machine(address)
        if not (
            self._count(NEW_BY_BROWSER, "new", browser)
            and (here or self._count(NEW_BY_BLOCK, "new", address_block(address)))
        ):
            raise TooManyTries(
                _(
                    "Too many assessments were started from here within an hour. No new one was started "
                    "and nothing is lost: continue one of them, or try again in an hour."
                )
            )

    def check_document(self, browser: str) -> None:
        """Counts one document. Raises TooManyTries."""
        if not self._count(DOCUMENTS, "document", browser):
            raise TooManyTries(
                _("This browser asked for too many documents. Nothing was lost; wait a minute.")
            )

    def _count(self, limit: RateLimitItem, *who: str) -> bool:
        """Counts, unless the limit is reached already: what is refused writes nothing."""
        return not self._is_spent(limit, *who) and self._ask(
            lambda store: store.hit(limit, self._hidden(who))
        )

    def _is_spent(self, limit: RateLimitItem, *who: str) -> bool:
        return not self._ask(lambda store: store.test(limit, self._hidden(who)))

    def _ask(self, question: Callable[[FixedWindowRateLimiter], bool]) -> bool:
        for store in self._stores:
            if time.monotonic() < self._away_until.get(store, 0.0):
                continue
            try:
                return question(FixedWindowRateLimiter(store))
            except (StorageError, StorageUnavailable) as error:
                self._away_until[store] = time.monotonic() + AWAY_SECONDS
                _log.warning(
                    "rate limits cannot be counted", store=type(store).__name__, error=str(type(error))
                )
        return True

    def _hidden(self, who: tuple[str, ...]) -> str:
        return hashlib.blake2b("\x00".join(who).encode(), key=self._key, digest_size=16).hexdigest()


def open_redis(url: str) -> RedisStorage:
    """The counters in Redis; connects with the first of them."""
    return RedisStorage(
        url,
        wrap_exceptions=True,
        key_prefix="plumbline",
        socket_connect_timeout=REDIS_SECONDS,
        socket_timeout=REDIS_SECONDS,
    )


def unreachable_redis() -> str:
    """What the operator reads when Redis does not answer."""
    return _(
        "Redis at PLUMBLINE_REDIS_URL does not answer. Until it does, the database counts wrong codes and "
        "new assessments; no one is locked out. Start Redis, or correct the address."
    )


def redis_answers(url: str) -> bool:
    """Does Redis answer at this address now?"""
    return bool(open_redis(url).check())

"""In-memory rate limit for documents, per device."""

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter

from assessment.errors import TooManyTries
from language.translation import _

PER_MINUTE = 30


class RateLimiter:
    """Sliding-window limit of requests per minute and device."""

    def __init__(self, per_minute: int = PER_MINUTE) -> None:
        self._limit = RateLimitItemPerMinute(per_minute)
        self._limiter = SlidingWindowCounterRateLimiter(MemoryStorage())

    def check(self, *who: str) -> None:
        """Counts one request of `who`. Raises TooManyTries above the limit."""
        if not self._limiter.hit(self._limit, *who):
            raise TooManyTries(
                _("This browser asked for many documents within a minute. Nothing was lost; wait a minute.")
            )

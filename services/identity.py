"""Who may open what: browsers by a device cookie, people by a resume code. No accounts.

Tokens and codes are random (128 bits and 60 bits), stored only as keyed hashes. What is unknown
and what is forbidden look alike: NotFound.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass

from limits import RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from assessment.errors import NotFound, TooManyTries
from assessment.words import _
from services.installation import Installation
from storage import bindings

DEVICE_COOKIE = "plumbline_device"
TOKEN_BYTES = 24
CODE_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
CODE_GROUPS, CODE_GROUP = 3, 4
TRIES_PER_ADDRESS = RateLimitItemPerMinute(10)
TRIES_IN_ALL = RateLimitItemPerHour(600)
NOTHING_HERE = _("There is nothing here for this browser. Nothing was changed.")

_limiter = MovingWindowRateLimiter(MemoryStorage())


@dataclass(frozen=True)
class Owned:
    """An assessment this browser may open, and who it is there."""

    assessment_id: str
    respondent_id: str
    organisation: str
    status: str
    place: str
    example: bool

    @property
    def open(self) -> bool:
        """May answers still change?"""
        return self.status == "open"

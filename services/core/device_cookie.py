"""The signed cookie that carries a browser's token. Only the server issues it; nothing is stored for it.

    `<token>.<begun>.<seen>.<signature>`, both days as ordinals

A value that is not signed with the installation's key counts as no cookie. Versions before this one set the bare
token, unsigned: such a value counts while the database knows it, and is replaced with the next page
(`services.core.browsers.renew_unsigned`).
"""

import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from services.core.identity import DEVICE_COOKIE, device_hash, keyed_hash
from services.core.installation import Installation
from storage.repositories.browsers import devices

IDLE = timedelta(days=200)
"""Longest time between two visits: the half year after which leaders look again, and some weeks."""
ABSOLUTE = timedelta(days=400)
"""Longest life of a cookie, however often it is used; also the longest that browsers allow."""
UNSIGNED_UNTIL = date(2028, 1, 5)
"""400 days after the last version that set unsigned cookies."""

_SIGNED = re.compile(r"([A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]{32,64})\.(\d{6})\.(\d{6})\.([0-9a-f]{64})")
_UNSIGNED = re.compile(r"[A-Za-z0-9_-]{32}")


@dataclass(frozen=True)
class DeviceCookie:
    """What a cookie of ours says: the token, and the days of the first and of the last visit."""

    token: str
    begun: date
    seen: date

    def lifetime(self) -> timedelta:
        """How long the browser is to keep the cookie, from the last visit on."""
        return min(IDLE, self.begun + ABSOLUTE - self.seen)


def cookie_name(*, secure: bool) -> str:
    """The cookie's name. Over HTTPS the prefix makes browsers refuse it from other hosts and from plain HTTP."""
    return f"__Host-{DEVICE_COOKIE}" if secure else DEVICE_COOKIE


def today() -> date:
    """The current day in UTC."""
    return datetime.now(UTC).date()


def sign(inst: Installation, cookie: DeviceCookie) -> str:
    """The cookie's value."""
    text = f"{cookie.token}.{cookie.begun.toordinal()}.{cookie.seen.toordinal()}"
    return f"{text}.{keyed_hash(inst, 'cookie', text)}"


def read_signed(inst: Installation, value: str, day: date) -> DeviceCookie | None:
    """What a value says that this installation has signed and that has not expired; None for any other."""
    found = _SIGNED.fullmatch(value)
    if found is None:
        return None
    token, begun, seen, signature = found.groups()
    expected = keyed_hash(inst, "cookie", value.rpartition(".")[0])
    if not hmac.compare_digest(signature, expected):
        return None
    cookie = DeviceCookie(token, date.fromordinal(int(begun)), date.fromordinal(int(seen)))
    expired = day > min(cookie.seen + IDLE, cookie.begun + ABSOLUTE)
    return None if expired else cookie


def find_unsigned(cookies: Mapping[str, str], day: date) -> str | None:
    """The value of an earlier version's cookie, which only the database can confirm."""
    value = cookies.get(DEVICE_COOKIE, "")
    return value if day <= UNSIGNED_UNTIL and _UNSIGNED.fullmatch(value) else None


def is_bound(inst: Installation, token: str) -> bool:
    """Does this token open anything?"""
    with inst.database.reading() as unit:
        return bool(devices.list_bindings(unit, device_hash(inst, token)))


def find_token(inst: Installation, cookies: Mapping[str, str], day: date) -> str | None:
    """The token of the browser that opened a socket with these cookies; None without a cookie of ours."""
    names = [cookie_name(secure=True), *([] if inst.settings.https else [cookie_name(secure=False)])]
    for name in names:
        found = read_signed(inst, cookies.get(name, ""), day)
        if found is not None:
            return found.token
    unsigned = find_unsigned(cookies, day)
    return unsigned if unsigned and is_bound(inst, unsigned) else None

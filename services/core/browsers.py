"""Browsers: a new token with every new right, and the list of those that can open an assessment.

A token that somebody else may have planted or seen must not gain rights (session fixation). So whatever gives a
browser an assessment, except the made-up example, gives it to a new token, the successor of the one it came with.
A successor follows from the browser's id and a nonce that only the page of that browser knows; asking twice gives
the same one.

Screens that are open keep working: their sockets were opened with the earlier token, which opens what it did
before until the end of the next day, and nothing more.
"""

import re
import secrets
from dataclasses import dataclass
from datetime import date, timedelta

from assessment.errors import NotFound
from language.translation import _
from services.core.device_cookie import today
from services.core.identity import Owned, browser_id, device_hash, keyed_hash
from services.core.installation import Installation
from storage.db.database import WritingUnit
from storage.repositories.browsers import devices, owner_devices

GRACE = timedelta(days=1)
NONCE = re.compile(r"[A-Za-z0-9_-]{22,43}")
SECRET_DIGITS = 48
_FAMILIES = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True)
class OwnerBrowser:
    """A browser that can open an assessment: what it calls itself, and the day it was last used, if known."""

    id: str
    name: str
    used_on: date | None
    this: bool


def new_nonce() -> str:
    """What a page is given to make its browser's next token of."""
    return secrets.token_urlsafe(24)


def successor(inst: Installation, token: str, nonce: str) -> str:
    """The browser's next token; a nonce that is none counts as a new one."""
    browser = browser_id(inst, token)
    given = nonce if NONCE.fullmatch(nonce) else new_nonce()
    return f"{browser}.{keyed_hash(inst, 'successor', f'{browser}:{given}')[:SECRET_DIGITS]}"


def carry_over(inst: Installation, unit: WritingUnit, former: str, token: str) -> None:
    """What the former token opens, the new one opens too; the former one ends with the next day."""
    if former != token:
        ends = today() + GRACE
        owner_devices.carry_over(unit, device_hash(inst, former), device_hash(inst, token), ends)


def hand_over(inst: Installation, former: str, token: str) -> None:
    """`carry_over` in a transaction of its own."""
    with inst.database.writing() as unit:
        carry_over(inst, unit, former, token)


def take_up(inst: Installation, token: str, nonce: str, family: str) -> str | None:
    """The successor for the browser that holds `token`, once something was given to it; None before."""
    later = successor(inst, token, nonce)
    if later == token or not NONCE.fullmatch(nonce):
        return None
    with inst.database.reading() as unit:
        if not devices.list_bindings(unit, device_hash(inst, later)):
            return None
    hand_over(inst, token, later)
    note_visit(inst, later, family)
    return later


def renew_unsigned(inst: Installation, token: str, family: str) -> str:
    """The successor of an unsigned token; the same one for every tab of the browser."""
    browser = browser_id(inst, token)
    later = f"{browser}.{keyed_hash(inst, 'renewed', token)[:SECRET_DIGITS]}"
    hand_over(inst, token, later)
    note_visit(inst, later, family)
    return later


def note_visit(inst: Installation, token: str, family: str) -> None:
    """Notes the day and the browser's name beside what it owns; writes once a day at most."""
    hashed, day = device_hash(inst, token), today()
    with inst.database.reading() as unit:
        known = owner_devices.is_noted(unit, hashed, family, day)
    if not known:
        with inst.database.writing() as unit:
            owner_devices.note_visit(unit, hashed, family, day)


def browser_name(user_agent: str) -> str:
    """The browser and the system in a User-Agent header, such as "Firefox on Windows"; empty if neither is known.

    >>> browser_name("Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0")
    'Firefox/Linux'
    """
    family = next((name for mark, name in _FAMILIES if mark in user_agent), "")
    system = next((name for mark, name in _SYSTEMS if mark in user_agent), "")
    return f"{family}/{system}" if family and system else family or system


def list_browsers(inst: Installation, token: str, owned: Owned) -> tuple[OwnerBrowser, ...]:
    """The browsers that can open the assessment: this one first, then by the day they were last used."""
    mine = browser_id(inst, token)
    with inst.database.reading() as unit:
        found = owner_devices.list_owners(unit, owned.assessment_id)
    browsers = [OwnerBrowser(o.browser, _shown(o.family), o.used_on, o.browser == mine) for o in found]
    return tuple(sorted(browsers, key=lambda b: (not b.this, -(b.used_on or date.min).toordinal(), b.id)))


def revoke(inst: Installation, token: str, owned: Owned, browser: str) -> None:
    """From now on a browser opens the assessment no more. NotFound for one that does not, and for this one."""
    with inst.database.writing() as unit:
        this = browser == browser_id(inst, token)
        if this or not owner_devices.revoke(unit, owned.assessment_id, browser):
            raise NotFound(_("This browser is no longer on the list. Nothing was changed."))


def _shown(family: str) -> str:
    browser, _slash, system = family.partition("/")
    if browser and system:
        return _("{browser} on {system}").format(browser=browser, system=system)
    return browser or _("Unknown browser")

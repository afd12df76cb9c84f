"""Read-only links to the report: made by its owner, valid for a time, counted, and revocable.

Who opens one sees the web page of the playbook and nothing that the privacy of the assessment withholds: no answers
of one person in a workshop, no annex, nothing to change. The token is random (192 bits) and stored only as a keyed hash.
"""

import secrets
from datetime import date, timedelta
from typing import Literal

from assessment.errors import NotFound, RefusedInput
from documents.document_format import DocumentOrder
from language.dates import long_date
from language.translation import _
from services.core import identity
from services.core.addresses import base_address
from services.core.identity import Owned
from services.core.installation import Installation
from services.reports.documents import order_for
from storage.repositories import share_links
from storage.repositories.browsers.devices import DeviceBinding
from storage.repositories.share_links import ShareLink

SHARED = "/shared"
"""Where links are opened."""
TOKEN_BYTES = 24
DAYS = (7, 30, 90)
DEFAULT_DAYS: Literal[30] = 30
LINKS_AT_MOST = 20
"""Links of one assessment that open at the same time."""


def share(inst: Installation, owned: Owned, today: date, days: int = DEFAULT_DAYS) -> str:
    """The token of a new link, which can be read only here. Raises RefusedInput, NotFound."""
    if days not in DAYS:
        raise RefusedInput(_("Choose how long the link works. Nothing was changed."))
    token = secrets.token_hex(TOKEN_BYTES)
    with inst.database.writing() as unit:
        share_links.remove_ended(unit, owned.assessment_id, today)
        if len(share_links.list_links(unit, owned.assessment_id)) >= LINKS_AT_MOST:
            raise RefusedInput(
                _("{most} links are open already. Withdraw one first.").format(most=LINKS_AT_MOST)
            )
        until = today + timedelta(days=days)
        share_links.add_link(unit, _hash(inst, token), owned.assessment_id, today, until)
    return token


def link_address(inst: Installation, opened_at: str, token: str) -> str:
    """The whole address to send, as the owner's own page was opened."""
    return f"{base_address(inst.settings, opened_at)}{SHARED}/{token}"


def list_shared(inst: Installation, owned: Owned, today: date) -> list[ShareLink]:
    """The links that still open, the newest first."""
    with inst.database.reading() as unit:
        return [link for link in share_links.list_links(unit, owned.assessment_id) if link.until >= today]


def withdraw(inst: Installation, owned: Owned, key: str) -> None:
    """From now on the link with this key opens nothing."""
    with inst.database.writing() as unit:
        share_links.remove_link(unit, owned.assessment_id, key)


def order_shared(inst: Installation, token: str, today: date) -> DocumentOrder:
    """The web page behind a link, for somebody who is nobody here; counts the opening.

    Raises NotFound for an unknown, withdrawn or ended link, and RefusedInput where there is no report yet.
    """
    hashed = _hash(inst, token)
    with inst.database.reading() as unit:
        link = share_links.find_link(unit, hashed)
        if link is None or link.until < today:
            raise NotFound(_("This link no longer works."))
        reader = identity.owned_by(unit, DeviceBinding(link.assessment_id, "owner", None, current=False))
    order = order_for(inst, reader, today, "html")
    with inst.database.writing() as unit:
        share_links.count_opening(unit, hashed)
    return order


def link_in_words(link: ShareLink) -> str:
    """“Made on 3 May 2027, opens until 2 June 2027, opened 4 times.”"""
    return _("Made on {made}, works until {until}; opened {n} times.").format(
        made=long_date(link.made_on), until=long_date(link.until), n=link.opened
    )


def _hash(inst: Installation, token: str) -> str:
    return identity.keyed_hash(inst, "share", token)

"""How to join, as the wall shows it: large in the lobby, in a corner ever after."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

import segno
import streamlit as st

from language.translation import _
from services.core.addresses import is_loopback, join_address, shown_address
from services.workshop.join.codes import grouped
from services.workshop.room.view import RoomView
from ui import session
from ui.kit.html import HtmlFragment, block, element, picture

QUIET_ZONE = 4
"""Modules of light around a QR code, as its standard asks."""


@dataclass(frozen=True)
class Corner:
    """The code with the whole address and the one to type; empty while nobody can join."""

    code: str = ""
    address: str = ""
    typed: str = ""

    @property
    def out_of_reach(self) -> bool:
        """Does the address lead back to this computer, where no phone finds it?"""
        return bool(self.code) and is_loopback(self.address)


def corner_of(view: RoomView) -> Corner:
    """How to join at this moment."""
    code = view.join_code(datetime.now(UTC))
    if code is None:
        return Corner()
    settings, opened_at = session.here().settings, st.context.url or ""
    return Corner(grouped(code), join_address(settings, opened_at, code), shown_address(settings, opened_at))


def corner(found: Corner) -> HtmlFragment:
    """Code, short address and a small QR code; nothing while nobody can join."""
    if not found.code:
        return HtmlFragment("")
    words = block(
        element("p", _("Join with code"), under="pl-w-small"),
        element("p", found.code, under="pl-w-code", translate="no"),
        element("p", found.typed, under="pl-w-typed", translate="no"),
        under="pl-w-join-words",
    )
    return block(words, square(found), under="pl-w-corner", tag="aside")


def square(found: Corner) -> HtmlFragment:
    """The QR code, dark on light in either theme."""
    return picture(
        _drawn(found.address),
        _("QR code for {address}").format(address=found.typed),
        under="pl-w-qr",
    )


@lru_cache(maxsize=64)
def _drawn(address: str) -> str:
    code = segno.make(address, error="m", micro=False)
    return str(code.svg_data_uri(border=QUIET_ZONE, dark="#10161c", light="#ffffff", omitsize=True))

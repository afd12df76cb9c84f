"""The browsers that can open the assessment, and taking one off the list."""

import streamlit as st

from language.dates import long_date
from language.translation import _
from services.core import browsers
from services.core.browsers import OwnerBrowser
from services.core.identity import Owned
from ui import access, session
from ui.kit import edit_state, text
from ui.screens.settings.owner import SETTINGS

NAME_WIDTH = 360
"""CSS pixels before the button, so that the buttons are in one column; on a phone they follow below."""


def listed(owned: Owned) -> None:
    """Each browser with the day it was last used; every one but this can be removed."""
    inst, token = session.here(), access.visitor()
    browsers.note_visit(inst, token, browsers.browser_name(st.context.headers.get("User-Agent", "")))
    text.heading(_("Browsers with access"))
    text.prose(
        _(
            "These browsers open the assessment without a code. Remove any you do not recognise. If someone "
            "knows your resume code, make a new one as well."
        )
    )
    for browser in browsers.list_browsers(inst, token, owned):
        _line(owned, browser)


def _line(owned: Owned, browser: OwnerBrowser) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"owner_browser_{browser.id}"):
        with st.container(width=NAME_WIDTH, gap=None):
            text.text(browser.name, strong=True)
            text.muted(_when(browser))
        if not browser.this:
            text.button(
                _("Remove {browser}").format(browser=browser.name),
                f"owner_revoke_{browser.id}",
                kind="tertiary",
                on_click=_revoke,
                args=(owned, browser),
            )


def _when(browser: OwnerBrowser) -> str:
    if browser.this:
        return _("This browser")
    if browser.used_on is None:
        return _("Not used recently")
    return _("Last used on {day}").format(day=long_date(browser.used_on))


def _revoke(owned: Owned, browser: OwnerBrowser) -> None:
    edit_state.commit(
        SETTINGS,
        lambda: browsers.revoke(session.here(), access.visitor(), owned, browser.id),
        _("{browser} no longer has access.").format(browser=browser.name),
    )

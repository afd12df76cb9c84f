"""Read-only links to the report: making one, seeing how often each was opened, withdrawing it."""

import streamlit as st

from language.translation import _
from services.core.identity import Owned
from services.reports import sharing
from services.reports.sharing import DAYS, DEFAULT_DAYS
from ui import session
from ui.kit import edit_state, text
from ui.kit.edit_state import Field

SHARING = Field(("share",))
FRESH = "share_fresh"
"""Assessment and address of the link made last in this tab; it is shown once."""
LINE_WIDTH = 480
"""CSS pixels before the button, so that the buttons are in one column; on a phone they follow below."""


def links(owned: Owned) -> None:
    """The links that open the report, and a form for another one."""
    text.heading(_("Share a read-only link"))
    text.prose(
        _(
            "Anyone with the link can read the report in a browser, without an account, until its last day. "
            "They can change nothing and see no more than the playbook shows."
        )
    )
    _fresh(owned)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        days = st.segmented_control(
            _("The link works for"), DAYS, format_func=lambda days: text.label(_days(days)), default=DEFAULT_DAYS, required=True, key="share_days",
        )  # fmt: skip
        text.button(_("Make a link"), "share_make", on_click=_make, args=(owned, days or DEFAULT_DAYS))
    edit_state.feedback("share")
    for link in sharing.list_shared(session.here(), owned, session.today()):
        _line(owned, link.key, sharing.link_in_words(link))


def _days(days: int) -> str:
    return _("{n} days").format(n=days)


def _fresh(owned: Owned) -> None:
    made = st.session_state.get(FRESH)
    if made and made[0] == owned.assessment_id:
        text.notice(_("Copy the link now; it is not shown again."))
        st.code(made[1], language=None, wrap_lines=True)


def _make(owned: Owned, days: int) -> None:
    inst = session.here()

    def make() -> None:
        token = sharing.share(inst, owned, session.today(), days)
        address = sharing.link_address(inst, session.opened_at(), token)
        st.session_state[FRESH] = owned.assessment_id, address

    edit_state.commit(SHARING, make, _("The link is ready."))


def _line(owned: Owned, key: str, words: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        with st.container(width=LINE_WIDTH, gap=None):
            text.text(words)
        text.button(
            _("Withdraw"),
            f"share_withdraw_{key[:12]}",
            kind="tertiary",
            on_click=_withdraw,
            args=(owned, key),
        )


def _withdraw(owned: Owned, key: str) -> None:
    st.session_state.pop(FRESH, None)
    edit_state.commit(
        SHARING, lambda: sharing.withdraw(session.here(), owned, key), _("The link no longer works.")
    )

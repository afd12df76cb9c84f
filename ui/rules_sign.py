"""A line signed in the name of a role, and the signature taken back."""

import streamlit as st

from assessment.plan_records import RiskLine
from assessment.words import _
from playbook.wording import iso_day, role_titles
from services import plan_rules
from services.identity import Owned
from ui import parts, saving, state
from ui.role_fields import code_of, title_of

SIGNING, SIGNER = "risk_signing", "risk_signer"
"""Who signed last in this tab: the next line is usually signed by the same."""


def signature(owned: Owned, line: RiskLine, place: str, opened: str) -> None:
    """Who signed it when; else who signs, and the button that does it.

    A signed line closes (`opened` holds which is open), so that no second tap takes the signature back.
    """
    if line.signed_by and line.signed_on:
        (role,) = role_titles(state.instrument(), [line.signed_by])
        parts.text(_("Signed by {role}, {day}.").format(role=role, day=iso_day(line.signed_on)))
        parts.button(
            _("Take the signature back"),
            "risk_unsign",
            kind="tertiary",
            on_click=_unsign,
            args=(owned, line, place),
        )
        return
    instrument = state.instrument()
    last = st.session_state.get(SIGNER)
    offered = list(dict.fromkeys([*instrument.function_titles, *([last] if last else [])]))
    with st.container(key="pl_sign", horizontal=True, vertical_alignment="bottom", gap="small"):
        st.selectbox(
            _("Signed in the name of"),
            offered,
            index=offered.index(last) if last in offered else None,
            format_func=lambda code: title_of(instrument, code),
            placeholder=_("Choose a role"),
            accept_new_options=True,
            key=SIGNING,
        )
        parts.button(_("Sign this line"), "risk_sign", on_click=_sign, args=(owned, line, place, opened))


def _sign(owned: Owned, line: RiskLine, place: str, opened: str) -> None:
    role = code_of(state.instrument(), st.session_state.get(SIGNING))
    if role is not None and _store(owned, line, place, role):
        st.session_state[SIGNER] = role
        st.session_state[opened] = None


def _unsign(owned: Owned, line: RiskLine, place: str) -> None:
    _store(owned, line, place, None)


def _store(owned: Owned, line: RiskLine, place: str, role: str | None) -> bool:
    return saving.store(
        place, SIGNING, lambda: plan_rules.sign_risk_line(state.here(), owned, line, role, state.today())
    )

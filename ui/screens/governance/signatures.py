"""A line signed by each of the executives: accepted, accepted with a condition, or refused; and taken back."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from assessment.entry import NOTE_LIMIT
from assessment.plan.records import RiskLine, Signature, Stance
from language.translation import _, lazy, lazy_table
from report.text.governance.acceptable_risk import signature_words
from report.text.wording import role_titles
from services.core.identity import Owned
from services.plan import acceptable_risk
from ui import drafts, session
from ui.kit import edit_state, inputs, text
from ui.kit.edit_state import Field
from ui.kit.role_select import code_of, title_of

STANCES: Mapping[Stance, str] = lazy_table(
    {
        "accepted": lazy("Accept"),
        "with_condition": lazy("Accept with a condition"),
        "refused": lazy("Refuse"),
    }
)
NOTED: Mapping[Stance, str] = lazy_table({"with_condition": lazy("Condition"), "refused": lazy("Reason")})
LAST = "risk_signers_last"
"""Who signed last in this tab: the next line is usually signed by the same."""


def signing(owned: Owned, line: RiskLine, missing: tuple[str, ...], key: str) -> None:
    """Who signs now and how, then who has signed. The line stays open, so that one sees that one has.

    The signatures stand below the button, so that no second tap falls on one of them.
    """
    how, note = _drafts(key)
    with st.container(key="pl_sign", gap="small"):
        _signers(line, missing, f"risk_who_{key}")
        chosen = drafts.widget(owned, how, "accepted")
        inputs.choices(_("Choose how they sign"), STANCES, **chosen)
        stance: Stance = st.session_state[chosen["key"]]
        if stance in NOTED:
            st.text_area(text.label(NOTED[stance]), max_chars=NOTE_LIMIT, **drafts.widget(owned, note, ""))
        text.button(_("Sign this line"), "risk_sign", on_click=_sign, args=(owned, line, key))
    for number, signature in enumerate(line.signed):
        _signature(owned, line, signature, key, number)
    if missing:
        roles = "; ".join(role_titles(session.instrument(), missing))
        text.muted(_("Not signed yet by: {roles}.").format(roles=roles))


def _signers(line: RiskLine, missing: tuple[str, ...], key: str) -> None:
    instrument = session.instrument()
    last = [role for role in st.session_state.get(LAST, []) if role not in line.signed_roles]
    st.session_state.setdefault(key, last)
    offered = [
        *missing,
        *instrument.function_titles,
        *(code_of(instrument, role) or "" for role in st.session_state[key]),
    ]
    st.multiselect(
        _("Signing for"),
        list(dict.fromkeys(filter(None, offered))),
        format_func=lambda code: title_of(instrument, code),
        placeholder=_("Choose one or several"),
        accept_new_options=True,
        key=key,
    )


def _signature(owned: Owned, line: RiskLine, signature: Signature, key: str, number: int) -> None:
    (role,) = role_titles(session.instrument(), [signature.role])
    work = partial(acceptable_risk.unsign_risk_line, session.here(), owned, line, signature.role)
    inputs.row(
        role, signature_words(signature), _("Withdraw"), f"risk_unsign_{key}_{number}",
        on_click=edit_state.submit, args=(Field(("risk_line", key)), work),
    )  # fmt: skip


def _sign(owned: Owned, line: RiskLine, key: str) -> None:
    state, instrument = st.session_state, session.instrument()
    who, (how, note) = f"risk_who_{key}", _drafts(key)
    roles = [role for role in (code_of(instrument, given) for given in state.get(who) or []) if role]
    stance: Stance = state.get(how.key("how")) or "accepted"

    def work() -> None:
        acceptable_risk.sign_risk_line(
            session.here(), owned, line, roles, session.today(), stance, state.get(note.key("note"))
        )
        state[LAST], state[who] = roles, []
        drafts.forget(owned, how.path, note.path)

    edit_state.commit(Field(("risk_line", key)), work)


def _drafts(key: str) -> tuple[Field, Field]:
    """How they sign, and the condition or reason, until the line is signed."""
    scope = ("risk_line", key, "sign")
    return Field(scope, ("how",)), Field(scope, ("note",))

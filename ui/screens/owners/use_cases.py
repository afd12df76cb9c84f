"""Who owns the use cases: a line each, and one of them open at a time."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from language.translation import _, ngettext
from report.model.ownership import OwnedUse
from report.text.governance.ownership import use_owners_sentence
from report.text.narrative import count, sentence
from services.core.identity import Owned
from services.plan import ownership
from ui import session
from ui.kit import edit_state, inputs, pagination, text
from ui.kit.html import show
from ui.screens.owners.fields import OwnerFields, to_settle, toggle

PLACE = "owners_use"
OPEN = "owners_use_open"
PAGE = "owners_page"


def owned_uses(owned: Owned, uses: Sequence[OwnedUse]) -> None:
    """Every use case with who answers for its result and who for its risk."""
    if not uses:
        text.prose(_("Add use cases under Value; their owners then appear here."))
        return
    text.muted(_("The role that answers for the result should not also accept the risk."))
    for place, line in pagination.page_of(uses, PAGE):
        _line(owned, place, line)
    pagination.turn(uses, PAGE)


def _line(owned: Owned, place: int, line: OwnedUse) -> None:
    opened = st.session_state.get(OPEN) == line.name
    with st.container(key=f"pl_line_use_{place}", gap="small"):
        value = use_owners_sentence(session.instrument(), line.owners)
        if line.findings:
            n = len(line.findings)
            value += " " + ngettext("{n} point to settle.", "{n} points to settle.", n).format(
                n=sentence(count(n))
            )
        action = _("Close") if opened else _("Change")
        inputs.row(line.name, value, action, f"use_{place}", on_click=toggle, args=(OPEN, line.name))
        if opened:
            with st.container(key=f"pl_inner_use_{place}"):
                show(to_settle(line.findings))
                save = partial(ownership.change_use_owners, session.here(), owned, line.name)
                _fields(OwnerFields(PLACE, line.name, line.owners, save))
                edit_state.feedback(PLACE, line.name, reserve=True)


def _fields(fields: OwnerFields) -> None:
    result, risk, does = st.columns(3, gap="medium")
    with result:
        fields.one("accountable", _("Answers for the result"))
    with risk:
        fields.one("risk_owner", _("Accepts the risk"))
    with does:
        fields.does()
    asked, told = st.columns(2, gap="medium")
    with asked:
        fields.asked()
    with told:
        fields.told()

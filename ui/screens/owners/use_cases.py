"""Who owns the use cases: a line each, and one of them open at a time."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from assessment.plan.records import UseOwners
from language.translation import _, ngettext
from report.model.ownership import OwnedUse
from report.text.governance.ownership import ownership_sentence, use_owners_sentence
from report.text.narrative import count, sentence
from services.core.identity import Owned
from services.plan import ownership
from ui import session
from ui.kit import edit_state, inputs, pagination, text
from ui.kit.edit_state import Field
from ui.kit.html import finding_list, show
from ui.kit.role_select import one_role, some_roles

PLACE = "owners_use"
OPEN = "owners_use_open"
PAGE = "owners_page"


def owned_uses(owned: Owned, uses: Sequence[OwnedUse]) -> None:
    """Every use case with who answers for its result and who for its risk."""
    if not uses:
        text.prose(
            _("There is none yet. Use cases are entered under Value; each then stands here with its owners.")
        )
        return
    text.muted(_("The person who answers for the result of a use case should not also accept its risk."))
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
        inputs.row(line.name, value, action, f"use_{place}", on_click=_toggle, args=(line.name,))
        if opened:
            with st.container(key=f"pl_inner_use_{place}"):
                show(finding_list([ownership_sentence(session.instrument(), f) for f in line.findings]))
                _fields(owned, line.name, line.owners)
                edit_state.feedback(PLACE, line.name, reserve=True)


def _fields(owned: Owned, name: str, owners: UseOwners) -> None:
    result, risk, does = st.columns(3, gap="medium")
    with result:
        _one(owned, name, "accountable", _("Answers for the result"), owners.accountable)
    with risk:
        _one(owned, name, "risk_owner", _("Accepts the risk"), owners.risk_owner)
    with does:
        _one(owned, name, "responsible", _("Carries it out"), owners.responsible)
    asked, told = st.columns(2, gap="medium")
    with asked:
        _some(owned, name, "consulted", _("Asked before"), owners.consulted)
    with told:
        _some(owned, name, "informed", _("Told after"), owners.informed)


def _one(owned: Owned, name: str, field: str, words: str, role: str | None) -> None:
    one_role(words, Field((PLACE, name), (field,)), role, _save(owned, name))


def _some(owned: Owned, name: str, field: str, words: str, roles: list[str]) -> None:
    some_roles(words, Field((PLACE, name), (field,)), roles, _save(owned, name))


def _save(owned: Owned, name: str) -> edit_state.Save:
    return partial(ownership.change_use_owners, session.here(), owned, name)


def _toggle(name: str) -> None:
    st.session_state[OPEN] = None if st.session_state.get(OPEN) == name else name

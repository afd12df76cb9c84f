"""Who owns the use cases: a line each, and one of them open at a time."""

from collections.abc import Sequence

import streamlit as st

from assessment.plan_records import UseOwners
from assessment.words import _, ngettext
from playbook.narrative import count, sentence
from playbook.ownership import OwnedUse
from playbook.ownership_words import ownership_sentence, use_owners_sentence
from services import plan_owners
from services.identity import Owned
from ui import controls, paging, parts, saving, state
from ui.markup import found_list, show
from ui.role_fields import code_of, one_role, some_roles

PLACE = "owners_uses"
OPEN = "owners_use_open"
PAGE = "owners_page"


def owned_uses(owned: Owned, uses: Sequence[OwnedUse]) -> None:
    """Every use case with who answers for its result and who for its risk."""
    if not uses:
        parts.prose(
            _("There is none yet. Use cases are entered under Value; each then stands here with its owners.")
        )
        return
    parts.muted(_("Whoever answers for the result of a use case should not be the one who accepts its risk."))
    for place, line in paging.page_of(uses, PAGE):
        _line(owned, place, line)
    paging.turn(uses, PAGE)


def _line(owned: Owned, place: int, line: OwnedUse) -> None:
    opened = st.session_state.get(OPEN) == line.name
    with st.container(key=f"pl_line_use_{place}", gap="small"):
        value = use_owners_sentence(state.instrument(), line.owners)
        if line.findings:
            n = len(line.findings)
            value += " " + ngettext("{n} point to settle.", "{n} points to settle.", n).format(
                n=sentence(count(n))
            )
        action = _("Close") if opened else _("Change")
        controls.row(line.name, value, action, f"use_{place}", on_click=_toggle, args=(line.name,))
        if opened:
            with st.container(key=f"pl_inner_use_{place}"):
                show(found_list([ownership_sentence(state.instrument(), f) for f in line.findings]))
                _fields(owned, place, line.name, line.owners)
                saving.say(PLACE)


def _fields(owned: Owned, place: int, name: str, owners: UseOwners) -> None:
    result, risk, does = st.columns(3, gap="medium")
    with result:
        _one(owned, place, name, "accountable", _("Answers for the result"), owners.accountable)
    with risk:
        _one(owned, place, name, "risk_owner", _("Accepts the risk"), owners.risk_owner)
    with does:
        _one(owned, place, name, "responsible", _("Carries it out"), owners.responsible)
    asked, told = st.columns(2, gap="medium")
    with asked:
        _some(owned, place, name, "consulted", _("Asked before"), owners.consulted)
    with told:
        _some(owned, place, name, "informed", _("Told after"), owners.informed)


def _one(owned: Owned, place: int, name: str, field: str, words: str, role: str | None) -> None:
    key = f"owners_use_{place}_{field}"
    one_role(words, key, role, state.instrument(), _set, (owned, name, field, key))


def _some(owned: Owned, place: int, name: str, field: str, words: str, roles: list[str]) -> None:
    key = f"owners_use_{place}_{field}"
    some_roles(words, key, roles, state.instrument(), _set, (owned, name, field, key))


def _set(owned: Owned, name: str, field: str, key: str) -> None:
    given = st.session_state[key]
    instrument = state.instrument()
    value = [code_of(instrument, r) for r in given] if isinstance(given, list) else code_of(instrument, given)
    seen = saving.seen(key, field)
    saving.store(
        PLACE, key, lambda: plan_owners.change_use_owners(state.here(), owned, name, {field: value}, seen)
    )


def _toggle(name: str) -> None:
    st.session_state[OPEN] = None if st.session_state.get(OPEN) == name else name

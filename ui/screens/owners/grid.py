"""Who owns the decisions: one role answers for each, chosen in place; the checks react beside it."""

from functools import partial

import streamlit as st

from assessment.plan.records import Owners
from language.translation import _, ngettext
from report.model.ownership import OwnedDecision, OwnershipView
from report.text.governance.ownership import others_sentence, ownership_sentence, settle_sentence
from report.text.narrative import count
from scoring.plan.ownership import OwnershipFinding
from services.core.identity import Owned
from services.plan import ownership
from ui import session
from ui.kit import edit_state, fragments, text
from ui.kit.edit_state import Field
from ui.kit.html import HtmlFragment, block, finding_list, paragraph, show
from ui.kit.role_select import one_role, some_roles
from ui.screens.owners.use_cases import owned_uses

PLACE = "owners"
OPEN = "owners_open"


@fragments.alone
def owners(owned: Owned) -> None:
    """The whole grid: decisions, then use cases; every change is stored and checked in the same run."""
    view = ownership.owners_now(session.here(), owned, session.today())
    _whole(view)
    text.heading(_("The decisions"))
    _offer(owned, view)
    for line in view.decisions:
        _decision(owned, line, checked=view.begun)
    text.heading(_("The use cases"))
    owned_uses(owned, view.uses)


def _whole(view: OwnershipView) -> None:
    """How much is to be settled, what holds for all of it, and whether the last change was stored."""
    instrument = session.instrument()
    whole = [ownership_sentence(instrument, found) for found in view.whole if view.begun]
    show(paragraph(settle_sentence(view), kind="strong"), finding_list(whole))
    edit_state.feedback("owners_adopt")


def _offer(owned: Owned, view: OwnershipView) -> None:
    """What the vote has settled and nobody has written down yet, taken over by one tap."""
    if not view.offered:
        return
    words = ngettext(
        "Enter the role most of you named for {n} decision",
        "Enter the role most of you named for {n} decisions",
        len(view.offered),
    ).format(n=count(len(view.offered)))
    text.button(words, "owners_adopt", kind="primary", on_click=_adopt, args=(owned,))


def _adopt(owned: Owned) -> None:
    field = Field(("owners_adopt",))
    edit_state.commit(field, lambda: ownership.adopt_the_vote(session.here(), owned, session.today()))


def _decision(owned: Owned, line: OwnedDecision, *, checked: bool) -> None:
    """One decision; before anybody is named anywhere, what it means in place of eight warnings."""
    code, owners = line.choice.code, line.owners
    opened = st.session_state.get(OPEN) == code
    with st.container(key=f"pl_own_{code}", gap="small"):
        words, field = st.columns([7, 4], gap="large")
        with words:
            show(*_words(line, checked=checked))
        with field:
            _one(owned, code, "accountable", _("Answers for it"), owners.accountable)
            edit_state.feedback(PLACE, code)
            others = _("Close") if opened else _("Who does it, who is asked, who is told")
            text.button(others, f"owners_more_{code}", kind="tertiary", on_click=_toggle, args=(code,))
        if opened:
            with st.container(key=f"pl_inner_{code}"):
                _others(owned, code, owners)


def _words(line: OwnedDecision, *, checked: bool) -> list[HtmlFragment]:
    instrument = session.instrument()
    pieces = [paragraph(line.choice.title, kind="strong")]
    if not line.owners.accountable:
        pieces.append(paragraph(line.choice.meaning, kind="muted"))
    if line.said:
        pieces.append(paragraph(_("When you voted: {said}").format(said=line.said), kind="muted"))
    others = others_sentence(instrument, line.owners)
    if others:
        pieces.append(paragraph(others))
    return [block(*pieces, finding_list(_sentences(line.findings if checked else ())), under="pl-asked")]


def _sentences(findings: tuple[OwnershipFinding, ...]) -> list[str]:
    return [ownership_sentence(session.instrument(), found) for found in findings]


def _others(owned: Owned, code: str, owners: Owners) -> None:
    does, asked, told = st.columns(3, gap="medium")
    with does:
        _one(owned, code, "responsible", _("Carries it out"), owners.responsible)
    with asked:
        _some(owned, code, "consulted", _("Asked before"), owners.consulted)
    with told:
        _some(owned, code, "informed", _("Told after"), owners.informed)


def _one(owned: Owned, code: str, field: str, words: str, role: str | None) -> None:
    one_role(words, Field((PLACE, code), (field,)), role, _save(owned, code))


def _some(owned: Owned, code: str, field: str, words: str, roles: list[str]) -> None:
    some_roles(words, Field((PLACE, code), (field,)), roles, _save(owned, code))


def _save(owned: Owned, code: str) -> edit_state.Save:
    return partial(ownership.change_owners, session.here(), owned, code)


def _toggle(code: str) -> None:
    st.session_state[OPEN] = None if st.session_state.get(OPEN) == code else code

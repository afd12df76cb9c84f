"""Who owns the decisions: one role answers for each, chosen in place; the checks react beside it."""

from functools import partial

import streamlit as st

from language.translation import _, ngettext
from report.model.ownership import OwnedDecision, OwnershipView
from report.text.governance.ownership import others_sentence, settle_sentence
from report.text.narrative import count
from services.core.identity import Owned
from services.plan import ownership
from ui import session
from ui.kit import edit_state, fragments, text
from ui.kit.edit_state import Field
from ui.kit.html import HtmlFragment, block, paragraph, show
from ui.screens.owners.fields import OwnerFields, to_settle, toggle
from ui.screens.owners.use_cases import owned_uses

PLACE = "owners"
OPEN = "owners_open"


@fragments.alone
def owners(owned: Owned) -> None:
    """The whole grid: decisions, then use cases; every change is stored and checked in the same run."""
    view = ownership.owners_now(session.here(), owned, session.today())
    _whole(view)
    text.heading(_("Decisions"))
    _offer(owned, view)
    for line in view.decisions:
        _decision(owned, line, checked=view.begun)
    text.heading(_("Use cases"))
    owned_uses(owned, view.uses)


def _whole(view: OwnershipView) -> None:
    """How much is to be settled, what holds for all of it, and whether the last change was stored."""
    show(paragraph(settle_sentence(view), kind="strong"), to_settle(view.whole if view.begun else ()))
    edit_state.feedback("owners_adopt")


def _offer(owned: Owned, view: OwnershipView) -> None:
    """What the vote has settled and nobody has written down yet, taken over by one tap."""
    if not view.offered:
        return
    words = ngettext(
        "Use the most-named role for {n} decision",
        "Use the most-named role for {n} decisions",
        len(view.offered),
    ).format(n=count(len(view.offered)))
    text.button(words, "owners_adopt", kind="primary", on_click=_adopt, args=(owned,))


def _adopt(owned: Owned) -> None:
    field = Field(("owners_adopt",))
    edit_state.commit(field, lambda: ownership.adopt_the_vote(session.here(), owned, session.today()))


def _decision(owned: Owned, line: OwnedDecision, *, checked: bool) -> None:
    """One decision; before anybody is named anywhere, what it means in place of eight warnings."""
    code = line.choice.code
    fields = OwnerFields(
        PLACE, code, line.owners, partial(ownership.change_owners, session.here(), owned, code)
    )
    opened = st.session_state.get(OPEN) == code
    with st.container(key=f"pl_own_{code}", gap="small"):
        words, field = st.columns([7, 4], gap="large")
        with words:
            show(*_words(line, checked=checked))
        with field:
            fields.one("accountable", _("Answers for it"))
            edit_state.feedback(PLACE, code)
            others = _("Close") if opened else _("Choose who does it, who is asked and who is told")
            text.button(others, f"owners_more_{code}", kind="tertiary", on_click=toggle, args=(OPEN, code))
        if opened:
            with st.container(key=f"pl_inner_{code}"):
                _others(fields)


def _words(line: OwnedDecision, *, checked: bool) -> list[HtmlFragment]:
    instrument = session.instrument()
    pieces = [paragraph(line.choice.title, kind="strong")]
    if not line.owners.accountable:
        pieces.append(paragraph(line.choice.meaning, kind="muted"))
    if line.said:
        pieces.append(paragraph(_("Your votes: {said}").format(said=line.said), kind="muted"))
    others = others_sentence(instrument, line.owners)
    if others:
        pieces.append(paragraph(others))
    return [block(*pieces, to_settle(line.findings if checked else ()), under="pl-asked")]


def _others(fields: OwnerFields) -> None:
    does, asked, told = st.columns(3, gap="medium")
    with does:
        fields.does()
    with asked:
        fields.asked()
    with told:
        fields.told()

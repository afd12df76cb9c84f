"""The list of AI uses: each with its class, the heaviest first; one of them in front at a time."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from assessment.entry import NAME_LIMIT
from assessment.errors import Unfinished
from assessment.governance.ai_uses import use_class
from language.translation import _, ngettext
from report.model.governance import UseView, heaviest_first
from report.text.governance.ai_uses import inventory_sentence
from report.text.narrative import count
from services.core.identity import Owned
from services.plan import decisions
from services.plan.ai_uses import add_ai_use, adopt_initiatives, uses_now
from ui import session
from ui.kit import edit_state, fragments, inputs, pagination, text
from ui.kit.add_form import add_form
from ui.kit.edit_state import Field
from ui.kit.html import paragraph, show
from ui.screens.governance.ai_use import ASKED, OPEN, PLACE, one_use

NAME = "name"
PAGE = "uses_page"


@fragments.alone
def ai_uses(owned: Owned) -> None:
    """The list, or the one use that is in front."""
    views = uses_now(session.here(), owned)
    front = next((view for view in views if view.use.name == st.session_state.get(OPEN)), None)
    if front is not None:
        one_use(owned, front)
    else:
        _list(owned, views)


def _list(owned: Owned, views: Sequence[UseView]) -> None:
    uses = session.here().governance.ai_uses
    text.heading(_("AI in use"))
    show(
        paragraph(inventory_sentence(uses, [view.result.verdict for view in views])),
        paragraph(uses.note, kind="muted"),
    )
    ordered = heaviest_first(views)
    for place, view in pagination.page_of(ordered, PAGE):
        inputs.row(
            view.use.name, _value(view), _("Open"), f"ai_{place}", on_click=_open, args=(view.use.name,)
        )
    pagination.turn(ordered, PAGE)
    _add(owned)
    _adopt(owned, views)
    edit_state.feedback(PLACE, reserve=True)


def _value(view: UseView) -> str:
    """The class, and how many answers could still change it."""
    name = use_class(session.here().governance.ai_uses, view.result.verdict).name
    n = len(view.result.open)
    if not n:
        return name
    return f"{name}; " + ngettext("{n} answer missing", "{n} answers missing", n).format(n=count(n))


def _add(owned: Owned) -> None:
    """One field for one more; what is added comes to the front."""

    def add(typed: Mapping[str, Any]) -> None:
        name = (typed[NAME] or "").strip()
        if not name:
            raise Unfinished(_("Describe briefly what it does, then add it."))
        add_ai_use(session.here(), owned, name)
        _open(name)

    with (
        add_form(Field((PLACE,))) as form,
        st.container(key="pl_uses_add", horizontal=True, vertical_alignment="bottom", gap="small"),
    ):
        st.text_input(
            _("Add an AI use case"), key=form.key(NAME), max_chars=NAME_LIMIT,
            placeholder=_("What it does"),
        )  # fmt: skip
        form.submit(_("Add AI use case"), add)


def _adopt(owned: Owned, views: Sequence[UseView]) -> None:
    """What stands in the pilot register and not here, put on the list by one tap."""
    known = {view.use.name for view in views}
    missing = {line.name for line in decisions.initiatives_of(session.here(), owned)} - known
    if missing:
        words = ngettext(
            "Add {n} initiative from the pilot register",
            "Add {n} initiatives from the pilot register",
            len(missing),
        ).format(n=count(len(missing)))
        text.button(words, "uses_adopt", kind="tertiary", on_click=_adopted, args=(owned,))


def _adopted(owned: Owned) -> None:
    edit_state.commit(Field((PLACE,)), lambda: adopt_initiatives(session.here(), owned))


def _open(name: str) -> None:
    st.session_state[OPEN] = name
    st.session_state.pop(ASKED, None)

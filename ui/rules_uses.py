"""The list of AI uses: each with its class, the heaviest first; one of them in front at a time."""

from collections.abc import Sequence

import streamlit as st

from assessment.ai_uses import use_class
from assessment.entry import NAME_LIMIT
from assessment.words import _, ngettext
from playbook.ai_use_words import inventory_sentence
from playbook.narrative import count
from playbook.rules import UseView, heaviest_first
from services import decisions, plan_rules
from services.identity import Owned
from ui import controls, fragments, paging, parts, saving, state
from ui.markup import paragraph, show
from ui.rules_use import ASKED, OPEN, PLACE, one_use

NAME = "uses_new"
PAGE = "uses_page"


@fragments.alone
def ai_uses(owned: Owned) -> None:
    """The list, or the one use that is in front."""
    views = plan_rules.uses_now(state.here(), owned)
    front = next((view for view in views if view.use.name == st.session_state.get(OPEN)), None)
    if front is not None:
        one_use(owned, front)
    else:
        _list(owned, views)


def _list(owned: Owned, views: Sequence[UseView]) -> None:
    uses = state.here().governance.ai_uses
    parts.heading(_("AI in use"))
    show(
        paragraph(inventory_sentence(uses, [view.result.verdict for view in views])),
        paragraph(uses.note, kind="muted"),
    )
    ordered = heaviest_first(views)
    for place, view in paging.page_of(ordered, PAGE):
        controls.row(
            view.use.name, _value(view), _("Open"), f"ai_{place}", on_click=_open, args=(view.use.name,)
        )
    paging.turn(ordered, PAGE)
    _add(owned)
    _adopt(owned, views)
    saving.say(PLACE)


def _value(view: UseView) -> str:
    """The class, and how many answers could still change it."""
    name = use_class(state.here().governance.ai_uses, view.result.verdict).name
    n = len(view.result.open)
    if not n:
        return name
    return f"{name}; " + ngettext("{n} answer missing", "{n} answers missing", n).format(n=count(n))


def _add(owned: Owned) -> None:
    """One field for one more; what is added comes to the front."""
    with st.container(key="pl_uses_add", horizontal=True, vertical_alignment="bottom", gap="small"):
        st.text_input(
            _("One more AI use"),
            key=NAME,
            max_chars=NAME_LIMIT,
            placeholder=_("What it does, in a few words"),
            on_change=_store,
            args=(owned,),
        )
        parts.button(_("Add it"), "uses_add", on_click=_store, args=(owned,))


def _adopt(owned: Owned, views: Sequence[UseView]) -> None:
    """What stands in the pilot register and not here, put on the list by one tap."""
    known = {view.use.name for view in views}
    missing = {line.name for line in decisions.initiatives_of(state.here(), owned)} - known
    if missing:
        words = ngettext(
            "Put {n} initiative of the pilot register on the list",
            "Put {n} initiatives of the pilot register on the list",
            len(missing),
        ).format(n=count(len(missing)))
        parts.button(words, "uses_adopt", kind="tertiary", on_click=_adopted, args=(owned,))


def _adopted(owned: Owned) -> None:
    saving.store(PLACE, "uses_adopt", lambda: plan_rules.adopt_initiatives(state.here(), owned))


def _store(owned: Owned) -> None:
    name = st.session_state[NAME].strip()
    if name and saving.store(PLACE, NAME, lambda: plan_rules.add_ai_use(state.here(), owned, name)):
        st.session_state[NAME] = ""
        _open(name)


def _open(name: str) -> None:
    st.session_state[OPEN] = name
    st.session_state.pop(ASKED, None)

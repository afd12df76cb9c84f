"""Forums beside the charter: each kind offered, chosen and edited, one open at a time."""

from functools import partial

import streamlit as st

from assessment.governance.forums import ForumKind
from assessment.plan.records import Forum
from language.translation import _
from report.model.governance import ForumView
from report.text.governance.forums import drafted_forum, forum_rhythm, forum_title
from services.core.identity import Owned
from services.plan.charter import choose_forum, remove_forum
from ui import session
from ui.kit import edit_state, inputs, text
from ui.kit.edit_state import Field
from ui.screens.governance.charter import forum_fields

OPEN = "other_forum_open"
CHOOSING = "other_forums"


def other_forums(owned: Owned, view: ForumView) -> None:
    """The forums chosen, then the kinds that could be."""
    offered = session.here().governance.forums
    text.subheading(_("Other forums"))
    for forum in view.beside:
        _chosen(owned, forum, forum_title(offered, forum))
    chosen = {forum.kind for forum in view.beside}
    for kind in offered.kinds:
        if kind.code not in chosen:
            _offer(owned, kind)
    edit_state.feedback(CHOOSING)


def _chosen(owned: Owned, forum: Forum, title: str) -> None:
    opened, key = st.session_state.get(OPEN) == forum.kind, edit_state.key_part(forum.kind)
    with st.container(key=f"pl_line_forum_{key}", gap="small"):
        inputs.row(
            title, forum_rhythm(forum), _("Close") if opened else _("Open"), f"forum_{key}",
            on_click=_toggle, args=(forum.kind,),
        )  # fmt: skip
        if opened:
            with st.container(key=f"pl_inner_forum_{key}"):
                forum_fields(owned, forum)
                text.button(
                    _("Remove this forum"), f"forum_out_{key}", kind="tertiary",
                    on_click=_remove, args=(owned, forum),
                )  # fmt: skip


def _offer(owned: Owned, kind: ForumKind) -> None:
    with st.container(key=f"pl_line_offer_{kind.code}", gap="small"):
        inputs.row(
            kind.title, f"{forum_rhythm(drafted_forum(kind))}. {kind.purpose}", _("Add"), f"offer_{kind.code}",
            on_click=_choose, args=(owned, kind.code),
        )  # fmt: skip


def _choose(owned: Owned, kind: str) -> None:
    if edit_state.commit(Field((CHOOSING,)), partial(choose_forum, session.here(), owned, kind)) == "saved":
        st.session_state[OPEN] = kind


def _remove(owned: Owned, forum: Forum) -> None:
    seen = forum.model_dump()
    edit_state.commit(Field((CHOOSING,)), partial(remove_forum, session.here(), owned, forum.kind, seen))


def _toggle(kind: str) -> None:
    st.session_state[OPEN] = None if st.session_state.get(OPEN) == kind else kind

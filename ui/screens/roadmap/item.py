"""One item of the roadmap in front: everything about it can be changed here, also on a phone."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from assessment.entry import NOTE_LIMIT, calendar_date
from language.translation import _
from report.model.roadmap import PlannedItem, RoadmapView
from report.text import wording
from report.text.plan.roadmap import (
    CLASS_NAMES,
    ORIGINS,
    class_words,
    measure,
    owner_words,
    review_words,
    span,
)
from services.core.identity import Owned
from services.plan import roadmap
from ui import session
from ui.kit import edit_state, inputs, text
from ui.kit.edit_state import Field, Save
from ui.kit.html import fold, labelled, paragraph, show
from ui.kit.number_fields import number_field
from ui.screens.roadmap.commitment import commitment_field
from ui.screens.roadmap.grid import owners

PLACE, WHICH, ADD = "road_front", "road_which", "road_add"


def in_front(owned: Owned, view: RoadmapView) -> None:
    """Choose one, read it, change it, commit to it, or leave it out."""
    items = {one.key: one for one in (*view.items, *view.later)}
    if not items:
        return
    text.heading(_("Edit one move"), "one")
    if st.session_state.get(WHICH) not in items:
        st.session_state[WHICH] = next(iter(items))
    with st.container(key="pl_road_which"):
        st.selectbox(
            _("Item shown"),
            list(items),
            key=WHICH,
            format_func=lambda key: items[key].title,
            filter_mode=None,
        )
    one = items[st.session_state[WHICH]]
    with st.container(key="pl_road_front", gap="small"):
        _facts(one)
        if one.line is None:
            text.link("plan-value", _("Edit it under Value"))
            return
        _fields(owned, view, one)
        commitment_field(owned, view, one)
        words = _("Leave out this move") if one.origin == "path" else _("Remove this move")
        text.button(words, f"road_drop_{one.key}", on_click=_drop, args=(owned, one))
        edit_state.feedback(PLACE, one.key, reserve=True)


def _facts(one: PlannedItem) -> None:
    show(
        labelled(
            [
                (_("Source"), f"{one.place}, {ORIGINS[one.origin]}"),
                (_("Owner and class"), f"{owner_words(one)} · {class_words(one)}"),
                (_("When"), _("{span}; review {review}").format(span=span(one), review=review_words(one))),
                (_("Effort"), _effort(one)),
                (_("Measure"), measure(one)),
                (_("Evidence of completion"), one.item.milestone or ""),
            ]
        )
    )


def _effort(one: PlannedItem) -> str:
    """In the unit of the edition; for a move that counts days, those of organiser and participants apart."""
    instrument = session.instrument()
    move = roadmap.find_move(instrument, one.key)
    if move is None:
        return wording.amount_of(instrument, one.item.effort)
    return wording.whole_effort(instrument, one.item.effort, move.participants)


def _fields(owned: Owned, view: RoadmapView, one: PlannedItem) -> None:
    note: dict[str, Any] = {"max_chars": NOTE_LIMIT, "live": inputs.PAUSE}
    left, right = st.columns(2, gap="large")
    with left:
        _choice(owned, one, "owner", _("Owner"), one.item.owner, owners(view))
        number_field(
            _("Start day"), *_edit(owned, one, "start_day", one.item.start), placeholder=_("as early as possible")
        )  # fmt: skip
        st.text_input(text.label(_("Today")), **note, **_widget(owned, one, "baseline", one.baseline))
        st.text_input(text.label(_("Target")), **note, **_widget(owned, one, "goal", one.goal))
    with right:
        _measure(owned, view, one)
        _choice(owned, one, "portfolio", _("Class"), one.item.portfolio, CLASS_NAMES)
        milestone = _widget(owned, one, "milestone", one.item.milestone or "")
        st.text_input(text.label(_("Evidence of completion")), **note, **milestone)
        review = one.line.review if one.line else None
        day = calendar_date(review) if review else None
        st.date_input(_("Review date"), value=None, format="DD/MM/YYYY", **_widget(owned, one, "review", day))
    st.toggle(_("Visible win"), **_widget(owned, one, "visible_win", one.item.visible))
    _flow(view)


def _widget(owned: Owned, one: PlannedItem, field: str, shown: Any) -> dict[str, Any]:
    return edit_state.widget(*_edit(owned, one, field, shown))


def _edit(owned: Owned, one: PlannedItem, field: str, shown: Any) -> tuple[Field, Any, Save, dict[str, Any]]:
    """A field of the move, which may show an estimate in place of what people have set."""
    save = partial(roadmap.save_roadmap_move, session.here(), owned, one.key)
    stored = {field: getattr(one.line, field) if one.line else None}
    return Field((PLACE, one.key), (field,)), shown, save, stored


def _choice(
    owned: Owned, one: PlannedItem, field: str, words: str, stored: str | None, titles: Mapping[Any, str]
) -> None:
    st.selectbox(
        text.label(words),
        list(titles),
        format_func=lambda code: titles.get(code, code),
        placeholder=_("nobody named"),
        **_widget(owned, one, field, stored),
    )


def _measure(owned: Owned, view: RoadmapView, one: PlannedItem) -> None:
    """The measure of the move, one of the five flow measures, or one’s own words."""
    instrument = session.instrument()
    code, _colon, to = one.key.partition(":")
    offered = [instrument.practices[code].move(int(to)).kpi.name, *(m.title for m in view.portfolio.metrics)]
    stored = one.item.metric or offered[0]
    st.selectbox(
        _("Measure"),
        [*offered, *([] if stored in offered else [stored])],
        accept_new_options=True,
        **_widget(owned, one, "kpi", stored),
    )


def _flow(view: RoadmapView) -> None:
    """What the five flow measures mean, and how each is read wrongly."""
    show(
        fold(
            _("Five flow measures you can use"),
            *(
                paragraph(f"{m.title} ({m.unit}). {m.meaning} {m.how} {m.trap}")
                for m in view.portfolio.metrics
            ),
        )
    )


def _drop(owned: Owned, one: PlannedItem) -> None:
    """Leaves out a move of the path; forgets one that was added."""
    if one.origin == "path":
        _set_chosen(owned, one.key, chosen=False)
    else:
        work = partial(roadmap.remove_roadmap_move, session.here(), owned, one.key)
        edit_state.commit(Field((ADD,)), work)


def _set_chosen(owned: Owned, move: str, *, chosen: bool | None) -> edit_state.Outcome:
    work = partial(roadmap.save_roadmap_move, session.here(), owned, move, {"chosen": chosen})
    return edit_state.commit(Field((ADD,)), work)


def adding(owned: Owned, view: RoadmapView, offers: Mapping[str, str]) -> None:
    """Moves that are not on the path may be put in; those left out may come back."""
    text.heading(_("Add a move"), "add")
    with st.container(key="pl_road_add"):
        st.selectbox(
            _("Move to add"),
            list(offers),
            index=None,
            key=ADD,
            format_func=lambda key: offers[key],
            placeholder=_("Choose a move"),
            on_change=_add,
            args=(owned,),
        )
    for one in view.dropped:
        inputs.row(
            one.title, _("left out of the path"), _("Put it back"), f"road_back_{one.key}",
            on_click=_back, args=(owned, one.key),
        )  # fmt: skip
    edit_state.feedback(ADD, reserve=True)


def _add(owned: Owned) -> None:
    move = st.session_state[ADD]
    if move is not None:
        if _set_chosen(owned, move, chosen=True) == "saved":
            st.session_state[WHICH] = move
        st.session_state[ADD] = None


def _back(owned: Owned, move: str) -> None:
    _set_chosen(owned, move, chosen=None)

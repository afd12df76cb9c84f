"""One item of the roadmap in front: everything about it can be changed here, also on a phone."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from assessment.entry import NOTE_LIMIT, calendar_date
from assessment.plan.records import LAST_DAY
from language.translation import _
from report.model.roadmap import PlannedItem, RoadmapView
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
from ui.kit import inputs, saving, text
from ui.kit.html import fold, labelled, paragraph, show
from ui.screens.roadmap.commitment import commitment_field
from ui.screens.roadmap.grid import owners

PLACE, WHICH, ADD = "road_front", "road_which", "road_add"


def in_front(owned: Owned, view: RoadmapView) -> None:
    """Choose one, read it, change it, promise it, or leave it out."""
    items = {one.key: one for one in (*view.items, *view.later)}
    if not items:
        return
    text.heading(_("One at a time"), "one")
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
            text.link("plan-value", _("Change it where its value is"))
            return
        _fields(owned, view, one)
        commitment_field(owned, view, one)
        words = _("Leave it out") if one.origin == "path" else _("Take it out again")
        text.button(words, f"road_drop_{one.key}", on_click=_drop, args=(owned, one))
        saving.say(f"{PLACE}_{one.key}")


def _facts(one: PlannedItem) -> None:
    show(
        labelled(
            [
                (_("Where"), f"{one.place}, {ORIGINS[one.origin]}"),
                (_("Owner and class"), f"{owner_words(one)} · {class_words(one)}"),
                (_("When"), _("{span}; review {review}").format(span=span(one), review=review_words(one))),
                (_("Measured by"), measure(one)),
                (_("Done when there is"), one.item.milestone or ""),
            ]
        )
    )


def _fields(owned: Owned, view: RoadmapView, one: PlannedItem) -> None:
    left, right = st.columns(2, gap="large")
    with left:
        _choice(owned, one, "owner", _("Owner"), one.item.owner, owners(view))
        _day(owned, one)
        _text(owned, one, "baseline", _("Today"), one.baseline)
        _text(owned, one, "goal", _("Target"), one.goal)
    with right:
        _measure(owned, view, one)
        _choice(owned, one, "portfolio", _("Class"), one.item.portfolio, CLASS_NAMES)
        _text(owned, one, "milestone", _("Done when there is"), one.item.milestone or "")
        _review(owned, one)
    key = f"road_visible_win_{one.key}"
    saving.held(key, one.item.visible, _kept(one, "visible_win"))
    st.toggle(_("People will notice it"), key=key, on_change=_keep, args=(owned, one.key, "visible_win", key))
    _flow(view)


def _choice(
    owned: Owned, one: PlannedItem, field: str, words: str, stored: str | None, titles: Mapping[Any, str]
) -> None:
    key = f"road_{field}_{one.key}"
    saving.held(key, stored, _kept(one, field))
    st.selectbox(
        text.label(words),
        list(titles),
        key=key,
        format_func=lambda code: titles.get(code, code),
        on_change=_keep,
        args=(owned, one.key, field, key),
        placeholder=_("nobody named"),
    )


def _measure(owned: Owned, view: RoadmapView, one: PlannedItem) -> None:
    """The measure of the move, one of the five flow measures, or one’s own words."""
    instrument = session.instrument()
    code, _colon, to = one.key.partition(":")
    offered = [instrument.practices[code].move(int(to)).kpi.name, *(m.title for m in view.portfolio.metrics)]
    key = f"road_kpi_{one.key}"
    stored = one.item.metric or offered[0]
    saving.held(key, stored, _kept(one, "kpi"))
    st.selectbox(
        _("Measured by"),
        [*offered, *([] if stored in offered else [stored])],
        key=key,
        accept_new_options=True,
        on_change=_keep,
        args=(owned, one.key, "kpi", key),
    )


def _text(owned: Owned, one: PlannedItem, field: str, words: str, stored: str) -> None:
    key = f"road_{field}_{one.key}"
    saving.held(key, stored, _kept(one, field))
    st.text_input(
        text.label(words),
        key=key,
        max_chars=NOTE_LIMIT,
        on_change=_keep,
        args=(owned, one.key, field, key),
    )


def _day(owned: Owned, one: PlannedItem) -> None:
    key = f"road_start_day_{one.key}"
    saving.held(key, one.item.start, _kept(one, "start_day"))
    st.number_input(
        _("Starts on day"),
        min_value=0,
        max_value=LAST_DAY,
        step=1,
        key=key,
        placeholder=_("as early as it fits"),
        on_change=_keep,
        args=(owned, one.key, "start_day", key),
    )


def _review(owned: Owned, one: PlannedItem) -> None:
    key = f"road_review_{one.key}"
    review = _kept(one, "review")
    saving.held(key, calendar_date(review) if review else None, review)
    st.date_input(
        _("Review on"),
        value=None,
        key=key,
        format="DD/MM/YYYY",
        on_change=_keep,
        args=(owned, one.key, "review", key),
    )


def _kept(one: PlannedItem, field: str) -> Any:
    """What people have set in a field of this move, which may show an estimate in place of it."""
    return getattr(one.line, field) if one.line else None


def _flow(view: RoadmapView) -> None:
    """What the five flow measures mean, and how each is read wrongly."""
    show(
        fold(
            _("Five measures of flow you may use for any of these"),
            *(
                paragraph(f"{m.title} ({m.unit}). {m.meaning} {m.how} {m.trap}")
                for m in view.portfolio.metrics
            ),
        )
    )


def _keep(owned: Owned, move: str, field: str, key: str) -> None:
    changes, seen = {field: st.session_state[key]}, saving.seen(key, field)
    saving.store(
        f"{PLACE}_{move}", key, partial(roadmap.save_roadmap_move, session.here(), owned, move, changes, seen)
    )


def _drop(owned: Owned, one: PlannedItem) -> None:
    if one.origin == "path":
        changes = {"chosen": False}
        saving.store(
            ADD, one.key, partial(roadmap.save_roadmap_move, session.here(), owned, one.key, changes)
        )
    else:
        saving.store(ADD, one.key, partial(roadmap.remove_roadmap_move, session.here(), owned, one.key))


def adding(owned: Owned, view: RoadmapView, offers: Mapping[str, str]) -> None:
    """Moves that are not on the path may be put in; those left out may come back."""
    text.heading(_("Add a move"), "add")
    with st.container(key="pl_road_add"):
        st.selectbox(
            _("A move to add"),
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
    saving.say(ADD)


def _add(owned: Owned) -> None:
    move = st.session_state[ADD]
    if move is not None:
        work = partial(roadmap.save_roadmap_move, session.here(), owned, move, {"chosen": True})
        if saving.store(ADD, move, work):
            st.session_state[WHICH] = move
        st.session_state[ADD] = None


def _back(owned: Owned, move: str) -> None:
    saving.store(ADD, move, partial(roadmap.save_roadmap_move, session.here(), owned, move, {"chosen": None}))

"""What surrounds the bars: the first day, what is still open, what each lead can carry, the rules by class."""

from collections.abc import Iterator, Mapping
from typing import Any

import streamlit as st

from language.translation import _, ngettext
from report.model.roadmap import RoadmapView
from report.text import wording
from report.text.plan.roadmap import open_lead, short_of, win_words
from scoring.plan.roadmap import CAPACITY
from services.core.identity import Owned
from services.plan import roadmap
from services.plan.rows import Row
from services.plan.use_cases import save_effort
from ui import session
from ui.kit import edit_state, text
from ui.kit.edit_state import Field
from ui.kit.html import block, download, element, fold, heading, listing, paragraph, paragraphs, show, table
from ui.kit.number_fields import effort_field

CARRY, USES = "road_carry", "road_uses"
COLUMNS = 3
DAY_WIDTH = 260
"""Pixels of the field for a day."""


def said(view: RoadmapView) -> None:
    """The visible win, and what the plan lacks for its level."""
    show(block(paragraphs(win_words(view), short_of(view)), under="pl-road-after"))


def first_day(owned: Owned, view: RoadmapView) -> None:
    """The day everything is counted from, and the reviews for a calendar once it is set."""

    def save(typed: Mapping[str, Any], seen: Row | None) -> None:
        roadmap.set_start(session.here(), owned, typed["start"], seen)

    field = Field(("road",), ("start",))
    with st.container(key="pl_road_first", horizontal=True, vertical_alignment="bottom", gap="medium"):
        st.date_input(
            _("Start date"),
            value=None,
            format="DD/MM/YYYY",
            width=DAY_WIDTH,
            **edit_state.widget(field, view.start, save),
        )
        if view.start is not None and view.items:
            words = _("Download review dates (ICS)")
            show(download(words, f"/calendar/{owned.assessment_id}", quiet=True))
    if view.start is None:
        text.muted(_("Set a start date to give every bar and review a date."))
    edit_state.feedback(*field.path, reserve=True)


def still_open(view: RoadmapView) -> None:
    """What is wrong with the roadmap as it stands, in sentences; read out when it changes."""
    if not view.items:
        return
    if not view.sentences:
        words = _("Every item has an owner, a measure and a review date.")
        nothing = (heading(_("No open points"), 2, "open"), paragraph(words))
        show(element("div", *nothing, under="pl-still pl-still-none", role="status"))
        return
    inside = (
        heading(_("Open points"), 2, "open"),
        paragraph(open_lead(view), kind="muted"),
        listing(view.sentences),
    )
    show(element("div", *inside, under="pl-still", role="status"))


def later(view: RoadmapView) -> None:
    """What comes after the 180 days."""
    if view.later:
        count = len(view.later)
        words = ngettext(
            "One item does not fit into 180 days: {titles}.",
            "{n} items do not fit into 180 days: {titles}.",
            count,
        )
        titles = ", ".join(f"“{one.title}”" for one in view.later)
        show(block(paragraph(words.format(n=count, titles=titles)), under="pl-road-after"))


def use_cases(owned: Owned, view: RoadmapView) -> None:
    """How big each use case is; with that it stands on the roadmap."""
    sized = {one.title: one.item.effort for one in (*view.items, *view.later) if one.origin == "use_case"}
    efforts: dict[str, float | None] = {**sized, **dict.fromkeys(view.unsized)}
    if not efforts:
        return
    text.heading(_("Effort of use cases"))
    begin = _("Running use cases start after Align; trials can start at once.")
    unit = (
        _("Days of work to daily use.") if session.instrument().in_days else _("Person-weeks to daily use.")
    )
    text.muted(f"{unit} {begin}")
    with st.container(key="pl_road_uses"):
        for place, (name, weeks) in _in_columns(efforts):
            with place:
                _size(owned, name, weeks)
    edit_state.feedback(USES, reserve=True)


def _in_columns(fields: Mapping[str, float | None]) -> Iterator[tuple[Any, tuple[str, float | None]]]:
    """Every field with its place, three in a row."""
    entries = list(fields.items())
    for low in range(0, len(entries), COLUMNS):
        yield from zip(
            st.columns(COLUMNS, gap="large", vertical_alignment="bottom"),
            entries[low : low + COLUMNS],
            strict=False,
        )


def _size(owned: Owned, name: str, weeks: float | None) -> None:
    def save(typed: Mapping[str, Any], seen: Row | None) -> None:
        save_effort(session.here(), owned, name, typed["effort_weeks"], seen)

    field = Field((USES, name), ("effort_weeks",))
    effort_field(session.instrument(), name, field, weeks, save, placeholder=_("unknown"))


def carrying(owned: Owned, view: RoadmapView) -> None:
    """Days or person-weeks in four weeks by owner; the bars follow."""
    if not view.capacity:
        return
    text.heading(_("Capacity of each lead"), "carry")
    usual = wording.amount_of(session.instrument(), CAPACITY)
    words = _("Work in four weeks, team included: {usual} unless you set another figure.")
    text.muted(words.format(usual=usual))
    with st.container(key="pl_road_carry"):
        for place, (role, weeks) in _in_columns(view.capacity):
            with place:
                _carry(owned, view, role, weeks)
    edit_state.feedback(CARRY, reserve=True)


def _carry(owned: Owned, view: RoadmapView, role: str, weeks: float | None) -> None:
    def save(typed: Mapping[str, Any], seen: Row | None) -> None:
        roadmap.set_capacity_of(session.here(), owned, role, typed["capacity"], seen)

    field = Field((CARRY, role), ("capacity",))
    effort_field(session.instrument(), view.roles.get(role, role), field, weeks, save)


def rules(view: RoadmapView) -> None:
    """What holds for each class, and how running differs from exploring."""
    portfolio = view.portfolio
    by_class = table(
        (_("Class"), _("Meaning"), _("To start"), _("Money"), _("Reviewed"), _("When it stops")),
        [(r.title, r.meaning, " ".join(r.entry), r.funding, r.review, r.stop) for r in portfolio.rules],
    )
    modes = table(
        ("", _("Running"), _("Exploring")), [(m.title, m.running, m.exploring) for m in portfolio.modes]
    )
    show(
        fold(_("Rules for starting and stopping, by class"), by_class),
        fold(_("Running and exploring follow different rules"), modes),
    )

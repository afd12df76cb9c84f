"""The roadmap as a picture: bars by phase with owner, class and review; on a phone a list; always a table."""

from collections.abc import Mapping, Sequence

import streamlit as st

from language.dates import short_date
from language.translation import _
from report.model.roadmap import PlannedItem, RoadmapView
from report.text.plan.roadmap import (
    CLASS_NAMES,
    PHASE_DAYS,
    PHASE_MEANING,
    PHASE_NAMES,
    chart_words,
    class_words,
    measure,
    owner_words,
    review_words,
    span,
)
from scoring.plan.roadmap import LAST_DAY, PHASES
from scoring.plan.roadmap_checks import MOST_BARS
from ui.kit import text
from ui.kit.html import HtmlFragment, block, element, fold, heading, paragraph, show, table

VIEW = "road_view"
LATE = 0.55
"""From this share of the days on, the words of a bar stand at the right edge."""


def chart(view: RoadmapView) -> None:
    """What is planned: at most fifteen bars at once, the rest one tap away by phase."""
    views = bar_views(view)
    chosen = next(iter(views))
    if len(views) > 1:
        chosen = _choose(views)
    shown = views.get(chosen, view.items[:MOST_BARS])
    show(
        _gantt(view, shown),
        fold(_("The roadmap as a table"), _table(view)),
        _by_phase(view),
    )


def bar_views(view: RoadmapView) -> dict[str, tuple[PlannedItem, ...]]:
    """The bars in groups of at most fifteen, by what each group is called."""
    if len(view.items) <= MOST_BARS:
        return {_("All"): view.items}
    found = {_("First fifteen"): view.items[:MOST_BARS]}
    for phase in view.phases:
        items = view.of(phase)
        for number, low in enumerate(range(0, len(items), MOST_BARS), 1):
            name = PHASE_NAMES[phase] if len(items) <= MOST_BARS else f"{PHASE_NAMES[phase]} {number}"
            found[name] = items[low : low + MOST_BARS]
    return found


def _choose(views: Mapping[str, Sequence[PlannedItem]]) -> str:
    names = {name: name for name in views}
    first = next(iter(names))
    if st.session_state.get(VIEW) not in names:
        st.session_state[VIEW] = first
    with st.container(key="pl_road_view"):
        chosen = st.segmented_control(
            _("Show"),
            list(names),
            key=VIEW,
            required=True,
            wrap=True,
            format_func=lambda name: text.label(names[name]),
        )
    return chosen or first


def _gantt(view: RoadmapView, items: Sequence[PlannedItem]) -> HtmlFragment:
    rows = [_row(one) for one in items]
    picture = block(
        block(element("span", "", under="pl-gantt-name"), _bands(view), under="pl-gantt-row pl-gantt-head"),
        *rows,
        _key(view),
        under="pl-gantt-inner",
    )
    words = chart_words(view)
    return element("div", picture, under="pl-gantt", role="img", aria_label=words)


def _bands(view: RoadmapView) -> HtmlFragment:
    names = []
    for phase, last in PHASES.items():
        until = view.day(last)
        days = _("to {day}").format(day=short_date(until)) if until else PHASE_DAYS[phase]
        names.append(element("p", element("strong", PHASE_NAMES[phase]), days))
    return block(*names, under="pl-track pl-track-head")


def _row(one: PlannedItem) -> HtmlFragment:
    bar = one.bar
    if bar is None:
        return HtmlFragment()
    begin, end = _share(bar.start), _share(bar.end)
    where = f"--from:{begin:.2%};--long:{end - begin:.2%}"
    words = element("span", element("b", owner_words(one)), f"· {class_words(one)}", under="pl-gantt-words")
    marks = [words, element("span", "", under=f"pl-bar pl-bar-{one.item.portfolio or 'none'}")]
    if bar.review is not None:
        marks.append(element("span", "", under="pl-review", style=f"--at:{_share(bar.review):.2%}"))
    late = " pl-gantt-late" if begin > LATE else ""
    track = element("div", *marks, under=f"pl-track{late}", style=where)
    return block(element("span", one.title, under="pl-gantt-name"), track, under="pl-gantt-row")


def _share(day: int) -> float:
    return min(max(day, 0), LAST_DAY) / LAST_DAY


def _key(view: RoadmapView) -> HtmlFragment:
    """What the patterns and marks mean."""
    present = {one.item.portfolio for one in view.items}
    entries = [
        element("p", element("span", "", under=f"pl-bar pl-bar-{code}"), _(name))
        for code, name in CLASS_NAMES.items()
        if code in present
    ]
    entries.append(element("p", element("span", "", under="pl-review"), _("review")))
    return block(*entries, under="pl-gantt-key")


def _table(view: RoadmapView) -> HtmlFragment:
    head = (_("What"), _("Phase"), _("Owner"), _("When"), _("Class"), _("Measure"), _("Review"))
    rows = [
        (one.title, PHASE_NAMES[one.bar.phase], owner_words(one), span(one), class_words(one),
         measure(one), review_words(one))
        for one in view.items
        if one.bar
    ]  # fmt: skip
    return table(head, rows)


def _by_phase(view: RoadmapView) -> HtmlFragment:
    """The same as a list, for a phone."""
    found = []
    for phase in view.phases:
        items = view.of(phase)
        found += [
            heading(_("{phase}, {days}").format(phase=PHASE_NAMES[phase], days=PHASE_DAYS[phase]), 3),
            paragraph(PHASE_MEANING[phase], kind="muted"),
            element("ol", *(element("li", _entry(one)) for one in items)),
        ]
    return block(*found, under="pl-by-phase")


def _entry(one: PlannedItem) -> HtmlFragment:
    review = _("{span}; review {review}").format(span=span(one), review=review_words(one))
    return HtmlFragment(
        paragraph(one.title, kind="strong")
        + paragraph(f"{owner_words(one)} · {class_words(one)}")
        + paragraph(review)
        + paragraph(measure(one), kind="muted")
    )

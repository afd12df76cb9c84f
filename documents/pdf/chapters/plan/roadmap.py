"""The chapter “The first 180 days”: Gantt chart, open points, tables, commitments, rules by class."""

from collections.abc import Iterator, Sequence

from documents.pdf.charts.roadmap import Gantt, GanttLegend
from documents.pdf.engine.geometry import UNIT
from documents.pdf.engine.layout import Drawable, Stack, TextBlock, Unspoken
from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.parts import IN_PRINT, and_more, chapter, keep_together, subhead, table
from documents.pdf.engine.styles import BODY as BODY_STYLE
from documents.pdf.engine.styles import MUTED, QUIET, SMALL
from language.dates import long_date
from language.lists import listed
from language.translation import _
from report.model.report import Report
from report.model.roadmap import PlannedItem, RoadmapView
from report.text.commitments import commitment_words
from report.text.plan.roadmap import (
    CLASS_NAMES,
    PHASE_MEANING,
    PHASE_NAMES,
    headline,
    measure,
    open_lead,
    owner_words,
    review_words,
    short_of,
    span,
    win_words,
)
from scoring.plan.roadmap import PHASES
from scoring.plan.roadmap_checks import MOST_BARS

OPEN_AT_MOST, LATER_AT_MOST = 16, 16
SHARES = (42, 26, 35, 44, 21)


def roadmap_entries(report: Report) -> Iterator[PageEntry]:
    """One chapter; nothing where nothing is planned."""
    view = report.roadmap
    if view is None or not (view.items or view.later or view.commitments):
        return
    if not (view.items or view.later):
        yield chapter(_("Commitments made"), "")
        yield from _commitments(view)
        return
    lead = " ".join(words for words in (headline(view), win_words(view), short_of(view)) if words)
    yield chapter(_("The first 180 days"), lead)
    yield PageEntry(TextBlock(_basis(view), QUIET, lines=3), gap=UNIT)
    yield from _charts(view)
    yield from _open(view)
    yield from _tables(view)
    yield from _later(view)
    yield from _commitments(view)
    yield from _rules(view)


def _basis(view: RoadmapView) -> str:
    first = (
        _("First day: {day}.").format(day=long_date(view.start))
        if view.start
        else _("No first day is set yet.")
    )
    return _(
        "{first} An item is in the phase in which it ends. Efforts are our estimates unless the owners gave their own."
    ).format(first=first)


def _charts(view: RoadmapView) -> Iterator[PageEntry]:
    """One chart, or one for each phase where there are more bars than can be led at once."""
    whole = len(view.items) <= MOST_BARS
    groups = [view.items] if whole else [view.of(phase)[:MOST_BARS] for phase in PHASES]
    classes = [name for name in CLASS_NAMES if any(one.item.portfolio == name for one in view.items)]
    shown = [group for group in groups if group]
    for number, group in enumerate(shown):
        yield PageEntry(Gantt(view, group), gap=(2 if number == 0 else 3) * UNIT)
    if shown:
        yield PageEntry(Unspoken(GanttLegend(classes)), gap=UNIT)
    yield from and_more(len(view.items), sum(len(group) for group in shown))


def _tables(view: RoadmapView) -> Iterator[PageEntry]:
    head = (_("What"), _("Owner"), _("When"), _("Measure"), _("Review"))
    for phase in view.phases:
        yield subhead(PHASE_NAMES[phase], PHASE_MEANING[phase])
        rows = [_line(one) for one in view.of(phase)]
        yield from table(head, rows[:MOST_BARS], SHARES, lines=6)
        yield from and_more(len(rows), MOST_BARS)


def _line(one: PlannedItem) -> list[str | Drawable]:
    title = TextBlock(one.title, SMALL, lines=4)
    note = (
        [TextBlock(_("fixed for day {n}").format(n=one.item.start), QUIET, lines=1)]
        if one.item.start is not None
        else []
    )
    owner = one.owner or TextBlock(owner_words(one), SMALL.coloured(MUTED))
    return [Stack(title, TextBlock(one.place, QUIET, lines=2)), owner, Stack(TextBlock(span(one), SMALL), *note),
            measure(one), review_words(one)]  # fmt: skip


def _later(view: RoadmapView) -> Iterator[PageEntry]:
    if view.later:
        lead = _("The owners have no capacity for it in the first 180 days.")
        yield subhead(_("Later"), lead)
        shown = [f"{one.title} ({owner_words(one)})" for one in view.later[:LATER_AT_MOST]]
        yield from _points(shown, len(view.later) - len(shown))
    if view.unsized:
        yield subhead(_("Not on it yet"), _("Nobody has said how much work these use cases take."))
        yield PageEntry(TextBlock(listed(view.unsized), BODY_STYLE, lines=6), gap=UNIT / 2)


def _commitments(view: RoadmapView) -> Iterator[PageEntry]:
    if not view.commitments:
        return
    yield subhead(_("Commitments"), _("Named owners have committed to these."))
    rows = [
        [p.title, commitment_words(p), p.commitment.metric or _("no measure yet")] for p in view.commitments
    ]
    head = (_("What"), _("Owner, date, state"), _("Measure"))
    yield from table(head, rows[:IN_PRINT], (60, 50, 58))
    yield from and_more(len(rows))


def _rules(view: RoadmapView) -> Iterator[PageEntry]:
    """What holds for the classes that are on the roadmap, and for trials where there are some."""
    present = {one.item.portfolio for one in view.items}
    rules = [rule for rule in view.portfolio.rules if rule.portfolio in present]
    if rules:
        yield subhead(
            _("Rules by class of initiative"),
            _("Conditions to begin, and when to stop."),
        )
        rows = [[rule.title, " ".join(rule.entry), rule.review, rule.stop] for rule in rules]
        yield from table(
            (_("Class"), _("To begin"), _("Reviewed"), _("Stops")), rows, (20, 62, 40, 46), lines=9
        )
    if any(one.exploring for one in view.items):
        rows = [[mode.title, mode.running, mode.exploring] for mode in view.portfolio.modes]
        yield subhead(
            _("Running and exploring"),
            _(
                "Live use cases must pay for themselves; trials get a fixed budget and must teach us "
                "something."
            ),
        )
        yield from table(("", _("Running"), _("Exploring")), rows, (28, 70, 70))


def _open(view: RoadmapView) -> Iterator[PageEntry]:
    if not view.sentences:
        return
    yield subhead(_("Open points"), open_lead(view))
    yield from _points(view.sentences[:OPEN_AT_MOST], len(view.sentences) - OPEN_AT_MOST)


def _points(lines: Sequence[str], more: int) -> Iterator[PageEntry]:
    entries = [PageEntry(TextBlock(line, BODY_STYLE, lines=4), gap=UNIT / 2) for line in lines]
    yield from keep_together(entries) if len(entries) <= MOST_BARS else entries
    yield from and_more(len(lines) + more, len(lines))

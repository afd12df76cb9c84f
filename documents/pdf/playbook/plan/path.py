"""The shortest way to the next level: its moves in order with owner and days, and what it does to each section."""

from collections.abc import Iterator, Sequence

from documents.pdf.charts.path import PathMap, SectionGauges
from documents.pdf.engine.geometry import CONTENT, UNIT, Sheet
from documents.pdf.engine.pages import PageEntry, height_of
from documents.pdf.engine.parts import paragraph, subhead
from documents.pdf.engine.styles import SMALL
from documents.pdf.playbook.finding import finding, graphic
from language.translation import _
from report.model.report import Report
from report.text.plan.path import runner_up_sentence
from report.text.playbook.plan.path import (
    PathStep,
    SectionGauge,
    gauges_in_words,
    gauges_title,
    not_drawn,
    path_chapter,
    path_finding,
    path_lead,
    path_steps,
    section_gauges,
    steps_in_words,
)

AIR = (28.0, 20.0, 12.0, 6.0, 4.0)
"""White space in the box of a move, from the most generous setting to the tightest."""
GAUGE_PITCH, GAUGES_HIGH, GAUGES_TIGHT = 20.0, 150.0, 90.0
FEWEST = 4


def path_page(report: Report, sheet: Sheet) -> Iterator[PageEntry]:
    """The page; nothing without a path."""
    steps, gauges = path_steps(report), section_gauges(report)
    if not steps or not gauges:
        return
    head = finding(path_chapter(report), path_finding(report), path_lead(report))
    tight = len(steps) > FEWEST * 2
    foot = list(_afterwards(report, gauges, tight=tight))
    room = sheet.available - height_of([head, *foot]) - foot[0].gap - 2 * UNIT
    yield head
    yield graphic(_map(report, steps, room))
    yield from foot


def _map(report: Report, steps: Sequence[PathStep], room: float) -> PathMap:
    """All moves as generous as they fit, or as many as fit, the first ones first."""
    for air in AIR:
        found = _of(report, steps, len(steps), air)
        if found.height(CONTENT) <= room:
            return found
    shown = len(steps) - 1
    while shown > 1 and _of(report, steps, shown, AIR[-1]).height(CONTENT) > room:
        shown -= 1
    return _of(report, steps, shown, AIR[-1])


def _of(report: Report, steps: Sequence[PathStep], shown: int, air: float) -> PathMap:
    level = report.result.level or 1
    target = report.path.found.target if report.path else None
    name = report.instrument.level_name
    begins = _("Today: level {level}, {name}").format(level=level, name=name(level))
    reaches = _("Level {level}, {name}").format(level=target, name=name(target or level))
    words = steps_in_words(report, steps)
    return PathMap(steps[:shown], (begins, reaches), words, air, not_drawn(report, steps[shown:]))


def _afterwards(report: Report, gauges: Sequence[SectionGauge], *, tight: bool) -> Iterator[PageEntry]:
    """What the path does to each section; where the moves need the room, without the next best plan."""
    yield subhead(gauges_title(gauges), gap=(2 if tight else 3) * UNIT)
    pitch = min(GAUGE_PITCH, (GAUGES_TIGHT if tight else GAUGES_HIGH) / len(gauges))
    other = "" if tight else runner_up_sentence(report)
    piece = SectionGauges(gauges, gauges_in_words(gauges), max(pitch, SMALL.leading))
    yield PageEntry(piece, gap=UNIT / 2, together=bool(other))
    if other:
        yield paragraph(other, gap=UNIT, lines=3)

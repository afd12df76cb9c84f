"""Items of a roadmap: moves of the path, moves added or dropped by people, and use cases."""

from collections.abc import Iterator, Mapping
from math import ceil

from assessment.amounts import parse_number
from assessment.answers.plan_records import PlanRecords
from assessment.answers.records import UseCase
from assessment.entry import calendar_date
from assessment.errors import RefusedInput
from assessment.instrument.model import Instrument
from assessment.plan.checks import practice_of
from assessment.plan.records import RoadmapMove
from language.numbers import at_most
from report.build.plan import efforts_of
from report.model.roadmap import Origin, PlannedItem
from report.text.value.figures import LEVERS
from scoring.levels.results import AssessmentResult
from scoring.plan.path import Path, PathMove
from scoring.plan.roadmap import PHASES, RoadmapItem, move_items
from scoring.value.claims import goal_reached

FIRST_LEVEL, LAST_LEVEL = 2, 5
USE = "use:"
"""Prefix of the keys of use cases, so that none is taken for a move."""
USE_WEEKS = 4
"""A use case takes four weeks at least, and a week for every person-week of its effort."""
AGREED_BY = PHASES["align"]
"""Earliest day of a permanent use case: the first phase agrees its rules. A trial may begin at once."""


def planned_items(
    instrument: Instrument, plan: PlanRecords, path: Path | None
) -> tuple[list[PlannedItem], tuple[str, ...]]:
    """Everything to be scheduled, and the use cases nobody has given an effort to."""
    on_path = {move.key for move in path.moves} if path else set()
    left_out = {line.move for line in plan.roadmap.moves if line.chosen is False}
    moves = [move for move in (path.moves if path else ()) if move.key not in left_out]
    moves += [move for move in _added(instrument, plan) if move.key not in on_path]
    items: list[PlannedItem] = []
    for item in move_items(instrument, moves):
        origin: Origin = "path" if item.key in on_path else "added"
        items.append(_move(instrument, plan.planned(item.key), item, origin))
    sized = [use for use in plan.use_cases if use.effort_weeks]
    items += _use_cases(instrument, sized)
    return items, tuple(use.name for use in plan.use_cases if not use.effort_weeks)


def dropped_items(instrument: Instrument, plan: PlanRecords, path: Path | None) -> tuple[PlannedItem, ...]:
    """The moves of the path that somebody has left out."""
    left_out = {line.move for line in plan.roadmap.moves if line.chosen is False}
    moves = [move for move in (path.moves if path else ()) if move.key in left_out]
    return tuple(
        _move(instrument, plan.planned(item.key), item, "path") for item in move_items(instrument, moves)
    )


def _added(instrument: Instrument, plan: PlanRecords) -> Iterator[PathMove]:
    """The moves put in by somebody, by practice and level."""
    efforts = efforts_of(plan.roadmap)
    for line in sorted(plan.roadmap.moves, key=lambda line: line.move):
        code, level = practice_of(line.move), int(line.move.partition(":")[2])
        if line.chosen and code in instrument.practices and FIRST_LEVEL <= level <= LAST_LEVEL:
            effort = efforts.get(line.move, instrument.practices[code].move(level).effort)
            yield PathMove(code, level, effort)


def _move(instrument: Instrument, line: RoadmapMove, item: RoadmapItem, origin: Origin) -> PlannedItem:
    """A move, with values of the instrument overridden by those set for it."""
    code, level = practice_of(item.key), int(item.key.partition(":")[2])
    owner, day = line.owner or item.owner, calendar_date(line.review) if line.review else None
    changed = RoadmapItem(
        key=item.key,
        kind="move",
        owner=owner,
        effort=item.effort,
        weeks=line.weeks or item.weeks,
        needs=item.needs,
        metric=line.kpi or item.metric,
        milestone=line.milestone or item.milestone,
        leading=item.leading,
        portfolio=line.portfolio or item.portfolio,
        start=line.start_day,
        visible=line.visible_win,
    )
    return PlannedItem(
        title=instrument.practices[code].move(level).title,
        place=instrument.pillar_of[code].title,
        origin=origin,
        item=changed,
        owner=_words(instrument.role_titles, owner),
        baseline=line.baseline or "",
        goal=line.goal or "",
        line=line,
        due=day,
        review_on=day,
    )


def _use_cases(instrument: Instrument, uses: list[UseCase]) -> Iterator[PlannedItem]:
    names: list[str] = []
    for use in uses:
        names.append(use.name)
        again = names.count(use.name)
        item = RoadmapItem(
            key=f"{USE}{use.name}" if again == 1 else f"{USE}{use.name} ({again})",
            kind="use_case",
            owner=use.owner,
            effort=use.effort_weeks or 0.0,
            weeks=max(USE_WEEKS, ceil(use.effort_weeks or 0.0)),
            metric=use.metric,
            portfolio=use.portfolio,
            earliest=0 if use.exploring else AGREED_BY,
        )
        yield PlannedItem(
            title=use.name,
            place=LEVERS[use.lever] if use.lever else "",
            origin="use_case",
            item=item,
            owner=_words(instrument.role_titles, use.owner),
            exploring=use.exploring,
            baseline=_number(use.baseline),
            goal=_number(use.target),
            due=calendar_date(use.date) if use.date else None,
            reached=goal_reached(use),
        )


def is_reached(instrument: Instrument, result: AssessmentResult, one: PlannedItem) -> bool:
    """Is the goal of an item reached already?

    A move: its practice is described at that level, or today’s figure is at the target, as far as both are
    numbers; for the measure of the instrument a figure beyond the target counts too.
    """
    if one.line is None:
        return one.reached
    code, to = practice_of(one.key), int(one.key.partition(":")[2])
    level = result.practices[code].level
    if level is not None and level >= to:
        return True
    today, goal = _figure(one.baseline), _figure(one.goal)
    if today is None or goal is None:
        return False
    kpi = instrument.practices[code].move(to).kpi
    if one.item.metric != kpi.name or today == goal:
        return today == goal
    return today > goal if kpi.direction == "up" else today < goal


def _figure(words: str) -> float | None:
    try:
        return parse_number(words)
    except RefusedInput:
        return None


def _words(titles: Mapping[str, str], role: str | None) -> str:
    return titles.get(role, role) if role else ""


def _number(value: float | None) -> str:
    return "" if value is None else at_most(value, 1)

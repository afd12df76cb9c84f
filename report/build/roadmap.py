"""Builds the view of the roadmap: the cheapest path with people's changes, and use cases, scheduled and checked.

roadmap_view(…)     the roadmap, from result and plan
addable_moves(…)    the moves that could be added
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from assessment.answers.plan_records import PlanRecords
from assessment.answers.records import Assessment
from assessment.entry import calendar_date
from assessment.governance.model import Portfolio
from assessment.instrument.model import Instrument
from report.build.roadmap_items import dropped_items, planned_items
from report.model.roadmap import PlannedCommitment, PlannedItem, RoadmapView, day_of
from report.text.plan.roadmap import finding_sentences
from scoring.levels.results import AssessmentResult
from scoring.plan.path import Path
from scoring.plan.reach import level_after
from scoring.plan.roadmap import CAPACITY, Bar, Schedule, schedule
from scoring.plan.roadmap_checks import roadmap_checks

SATURDAY, WEEK = 5, 7
LEAST_CAPACITY = 0.1
"""Capacity used for a lead without any time; none of their items fits into the roadmap then."""


@dataclass(frozen=True)
class RoadmapInput:
    """The input of a roadmap: instrument, result, plan, and the roles of respondents."""

    instrument: Instrument
    result: AssessmentResult
    plan: PlanRecords
    roles: frozenset[str]


def roles_of(assessment: Assessment) -> frozenset[str]:
    """The roles of everybody who takes part."""
    return frozenset(person.function for person in assessment.respondents)


def roadmap_view(asked: RoadmapInput, path: Path | None, portfolio: Portfolio) -> RoadmapView:
    """The scheduled roadmap. `path` is the cheapest one to the target, None without a level.

    First days set by people are kept and the rest is scheduled around them; conflicts become findings.
    """
    instrument, plan = asked.instrument, asked.plan
    planned, unsized = planned_items(instrument, plan, path)
    limits = {role: max(weeks, LEAST_CAPACITY) for role, weeks in plan.roadmap.capacity.items()}
    found = schedule([one.item for one in planned], CAPACITY, limits)
    bars = [_reviewed(bar, plan) for bar in found.bars]
    roles = instrument.function_titles
    findings = roadmap_checks(
        bars,
        CAPACITY,
        limits,
        roles=asked.roles | roles.keys(),
        later=frozenset(item.key for item in found.later),
    )
    known = {one.key: one for one in planned}
    titles = {key: one.title for key, one in known.items()}
    owners = sorted({one.item.owner for one in planned if one.item.owner})
    return RoadmapView(
        start=plan.start,
        state=path.state if path else None,
        level=asked.result.level,
        target=path.target if path else plan.roadmap.target,
        reaches=_reaches(asked, found) if asked.result.level else None,
        items=tuple(_dated(known[bar.item.key], bar, plan.start) for bar in bars),
        later=tuple(known[item.key] for item in found.later),
        dropped=dropped_items(instrument, plan, path),
        unsized=unsized,
        win=found.win,
        findings=findings,
        sentences=finding_sentences(findings, titles, roles),
        capacity={owner: plan.roadmap.capacity.get(owner, CAPACITY) for owner in owners},
        roles=roles,
        commitments=tuple(_commitments(instrument, plan)),
        portfolio=portfolio,
    )


def addable_moves(instrument: Instrument, result: AssessmentResult, view: RoadmapView) -> dict[str, str]:
    """The next move of every practice that is not on the roadmap yet, with its title."""
    planned = {one.key for one in (*view.items, *view.later, *view.dropped)}
    found = {}
    for code, practice in instrument.practices.items():
        state = result.practices[code]
        if state.state == "not_applicable":
            continue
        steps = range((state.level or 1) + 1, 6)
        to = next((to for to in steps if f"{code}:{to}" not in planned), None)
        if to is not None:
            found[f"{code}:{to}"] = practice.move(to).title
    return found


def _reviewed(bar: Bar, plan: PlanRecords) -> Bar:
    """The bar with its review on the day somebody has set, as far as the roadmap has a first day."""
    on = calendar_date(plan.planned(bar.item.key).review or "") if bar.item.kind == "move" else None
    return replace(bar, review=(on - plan.start).days) if on and plan.start else bar


def _dated(one: PlannedItem, bar: Bar, start: date | None) -> PlannedItem:
    placed = replace(one, bar=bar)
    if start is None:
        return placed
    review = None if bar.review is None else day_of(start, bar.review)
    if review is not None and not (one.line and one.line.review):
        review = _working_day(review)
    return replace(
        placed,
        start_on=day_of(start, bar.start),
        end_on=day_of(start, bar.end),
        review_on=review,
    )


def _working_day(day: date) -> date:
    """The day itself, or the Monday after it."""
    return day_of(day, WEEK - day.weekday()) if day.weekday() >= SATURDAY else day


def _reaches(asked: RoadmapInput, found: Schedule) -> int | None:
    moves = [bar.item.key for bar in found.bars if bar.item.kind == "move"]
    return level_after(asked.instrument, asked.result, moves)


def _commitments(instrument: Instrument, plan: PlanRecords) -> Iterator[PlannedCommitment]:
    for commitment in plan.commitments:
        code, _colon, to = commitment.move.partition(":")
        practice = instrument.practices.get(code)
        yield PlannedCommitment(
            commitment=commitment,
            title=practice.move(int(to)).title if practice else commitment.move,
            owner=role_words(instrument.function_titles, commitment.owner),
            due_on=calendar_date(commitment.due) if commitment.due else None,
        )


def role_words(titles: Mapping[str, str], role: str | None) -> str:
    """A role in words; empty where there is none."""
    return titles.get(role, role) if role else ""


def reviews(view: RoadmapView) -> dict[date, tuple[PlannedItem, ...]]:
    """What is reviewed on which day, by day; empty while the roadmap has no first day."""
    days: dict[date, list[PlannedItem]] = {}
    for one in view.items:
        if one.review_on is not None:
            days.setdefault(one.review_on, []).append(one)
    return {day: tuple(days[day]) for day in sorted(days)}

"""Builds the view of the roadmap: the cheapest path with people's changes, and use cases, scheduled and checked.

roadmap_view(…)     the roadmap, from result and plan
addable_moves(…)    the moves that could be added
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assessment.answers.plan_records import PlanRecords
from assessment.answers.records import Assessment
from assessment.governance.model import Portfolio
from assessment.instrument.model import Instrument
from report.build.roadmap_items import dropped_items, is_reached, planned_items
from report.model.plan import MoveCard, PlannedPath
from report.model.roadmap import PlannedCommitment, PlannedItem, RoadmapView, day_of
from report.text.commitments import commitment_title
from report.text.plan.roadmap_findings import FindingNames, finding_sentences
from scoring.levels.results import AssessmentResult
from scoring.plan.load import LoadStep, load_steps
from scoring.plan.path import Path
from scoring.plan.reach import level_after
from scoring.plan.roadmap import CAPACITY, Bar, Schedule, schedule
from scoring.plan.roadmap_checks import OwnDates, roadmap_checks

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
    roles = instrument.role_titles
    known = {one.key: one for one in planned}
    findings = roadmap_checks(
        bars,
        CAPACITY,
        limits,
        roles=asked.roles | roles.keys(),
        later=frozenset(item.key for item in found.later),
        own=_own_dates(asked, planned),
    )
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
        sentences=finding_sentences(findings, FindingNames(titles, roles, plan.start, instrument.in_days)),
        capacity={owner: plan.roadmap.capacity.get(owner, CAPACITY) for owner in owners},
        assumed=frozenset(owners) - plan.roadmap.capacity.keys(),
        loads=_loads(owners, bars, limits),
        roles=roles,
        commitments=tuple(_commitments(instrument, plan)),
        leads=_leads(plan, roles),
        portfolio=portfolio,
    )


def _loads(
    owners: Sequence[str], bars: Sequence[Bar], limits: Mapping[str, float]
) -> dict[str, tuple[LoadStep, ...]]:
    """What each owner carries over time, by code."""
    return {
        owner: load_steps([bar for bar in bars if bar.item.owner == owner], limits.get(owner, CAPACITY))
        for owner in owners
    }


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


def _leads(plan: PlanRecords, roles: Mapping[str, str]) -> dict[str, str]:
    named = {move: plan.assigned(move).owner for move in plan.moves_named}
    return {move: role_words(roles, owner) for move, owner in named.items() if owner}


def _own_dates(asked: RoadmapInput, planned: Sequence[PlannedItem]) -> OwnDates:
    """The days people have set, counted from the first day, and what is reached already."""
    start = asked.plan.start
    due = {one.key: (one.due - start).days for one in planned if one.due and start}
    reached = [one.key for one in planned if is_reached(asked.instrument, asked.result, one)]
    return OwnDates(due, frozenset(reached))


def _reviewed(bar: Bar, plan: PlanRecords) -> Bar:
    """The bar with its review on the day somebody has set, as far as the roadmap has a first day."""
    on = plan.assigned(bar.item.key).due if bar.item.kind == "move" else None
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
        found = plan.promised(commitment)
        yield PlannedCommitment(
            commitment=commitment,
            title=commitment_title(instrument, commitment),
            owner=role_words(instrument.role_titles, found.owner),
            due_on=found.due,
        )


def as_planned(path: PlannedPath, view: RoadmapView) -> PlannedPath:
    """The path with leads and days as on the roadmap."""

    def planned(card: MoveCard) -> MoveCard:
        lead, one = view.leads.get(card.key) or card.lead, view.find(card.key)
        others = tuple(role for role in card.supporting if role != lead)
        return replace(card, lead=lead, supporting=others, due_on=one.review_on if one else None)

    return replace(path, moves=tuple(map(planned, path.moves)), runner_up=tuple(map(planned, path.runner_up)))


def next_review(view: RoadmapView, as_of: date) -> date | None:
    """The first review on the roadmap that is still to come on that day."""
    return next((day for day in reviews(view) if day >= as_of), None)


def role_words(titles: Mapping[str, str], role: str | None) -> str:
    """A role in words; empty where there is none."""
    return titles.get(role, role) if role else ""


def reviews(view: RoadmapView) -> dict[date, tuple[PlannedItem, ...]]:
    """What is reviewed on which day, by day; without a first day only what people have set a day for."""
    days: dict[date, list[PlannedItem]] = {}
    for one in (*view.items, *view.later):
        if one.review_on is not None:
            days.setdefault(one.review_on, []).append(one)
    return {day: tuple(days[day]) for day in sorted(days)}


def promised(view: RoadmapView) -> tuple[tuple[date, PlannedCommitment], ...]:
    """Open commitments by day, as far as no item of the roadmap has a review for them: in own words, or moves not on it."""
    planned = {one.key for items in reviews(view).values() for one in items}
    return tuple(
        (made.due_on, made)
        for made in view.commitments
        if made.due_on is not None
        and made.commitment.status in ("open", "late")
        and made.commitment.move not in planned
    )

"""The first 180 days as lanes: what each owner does, and carries beside their capacity."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assessment.instrument.moves import DAYS_A_WEEK
from language.dates import day_month, month_name, short_date
from language.numbers import at_most, beside
from language.translation import _
from report.model.report import Report
from report.model.roadmap import PlannedItem, RoadmapView, day_of
from report.text import wording
from report.text.narrative import sentence
from report.text.plan.roadmap import NOBODY, span
from scoring.plan.load import LoadStep
from scoring.plan.roadmap import LAST_DAY, WEEK

MONTH = 30


@dataclass(frozen=True)
class LaneBar:
    """An item in days from the first; `committed` is the day its owner has committed to."""

    key: str
    title: str
    start: int
    end: int
    on_path: bool
    words: str
    committed: int | None = None


@dataclass(frozen=True)
class Lane:
    """What one owner does, and carries on which days; `more` bars are not drawn."""

    owner: str
    load: str
    """The heaviest load beside the capacity, in words; empty where nobody is named."""
    bars: tuple[LaneBar, ...]
    steps: tuple[LoadStep, ...]
    capacity: float
    more: int = 0

    @property
    def over(self) -> bool:
        return any(step.over for step in self.steps)


@dataclass(frozen=True)
class DayMark:
    """A day on the axis, in words."""

    day: int
    words: str
    next: bool = False
    """The next review of all."""


def lanes(report: Report) -> tuple[Lane, ...]:
    """A lane for each owner of an item with a bar, by their first day; items without an owner last."""
    view = report.roadmap
    if view is None:
        return ()
    owners = dict.fromkeys(one.item.owner or "" for one in view.items)
    ordered = sorted(owners, key=lambda owner: not owner)
    return tuple(_lane(report, view, owner) for owner in ordered)


def _lane(report: Report, view: RoadmapView, owner: str) -> Lane:
    items = [one for one in view.items if (one.item.owner or "") == owner]
    load, capacity = heaviest_load(report, view, owner)
    most = _("at most {load} in four weeks, capacity {capacity}").format(load=load, capacity=capacity)
    return Lane(
        owner=sentence(view.roles.get(owner, owner)) if owner else sentence(_(NOBODY)),
        load=most if owner else "",
        bars=tuple(_bar(view, one) for one in items),
        steps=view.loads.get(owner, ()),
        capacity=view.capacity.get(owner, 0.0),
    )


def _bar(view: RoadmapView, one: PlannedItem) -> LaneBar:
    made = view.commitment_of(one.key)
    start, end = (one.bar.start, one.bar.end) if one.bar else (0, 0)
    words = f"{one.title}, {span(one)}"
    due = made.due_on if made and made.commitment.status in ("open", "late") else None
    return LaneBar(
        key=one.key,
        title=one.title,
        start=start,
        end=end,
        on_path=one.origin == "path",
        words=_("{item}, committed for {day}").format(item=words, day=short_date(due)) if due else words,
        committed=_on_chart(view, due),
    )


def _on_chart(view: RoadmapView, due: date | None) -> int | None:
    """A date as a day of the chart; None before its first day and after its last."""
    day = (due - view.start).days if due and view.start else -1
    return day if 0 <= day <= horizon(view) else None


def heaviest_load(report: Report, view: RoadmapView, owner: str) -> tuple[str, str]:
    """“21 days” and “15”: the heaviest load in four weeks, and the capacity in the same unit."""
    unit = DAYS_A_WEEK if report.instrument.in_days else 1
    capacity = view.capacity.get(owner, 0.0) * unit
    most = max((float(step.load) for step in view.loads.get(owner, ())), default=0.0)
    load = beside(most * unit, 1, above=[capacity])
    return wording.amount_of(report.instrument, load / unit), at_most(capacity, 1)


def fewer(found: Sequence[Lane], most: int) -> tuple[Lane, ...]:
    """The lanes with at most so many bars: of who is overbooked first, then on the path, then the first to begin."""
    every = [
        (not lane.over, not bar.on_path, bar.start, at, place)
        for at, lane in enumerate(found)
        for place, bar in enumerate(lane.bars)
    ]
    kept = {entry[-2:] for entry in sorted(every)[:most]}
    shown = [
        tuple(bar for place, bar in enumerate(lane.bars) if (at, place) in kept)
        for at, lane in enumerate(found)
    ]
    return tuple(
        replace(lane, bars=bars, more=len(lane.bars) - len(bars))
        for lane, bars in zip(found, shown, strict=True)
        if bars
    )


def horizon(view: RoadmapView) -> int:
    """The last day of the chart: day 180 with the working day after it, or the end of what somebody has put later."""
    ends = [one.bar.end for one in view.items if one.bar]
    reviews = [(one.review_on - view.start).days for one in view.items if one.review_on and view.start]
    return max(LAST_DAY, *ends, *(day for day in reviews if day <= LAST_DAY + WEEK))


def months(view: RoadmapView) -> tuple[DayMark, ...]:
    """Where each month begins, the first on day 0; every thirtieth day where the roadmap has no first day."""
    last = horizon(view)
    if view.start is None:
        return tuple(DayMark(day, _("day {n}").format(n=day)) for day in range(0, last, MONTH))
    firsts, until = [view.start], day_of(view.start, last)
    while firsts[-1] < (following := _next_month(firsts[-1])) < until:
        firsts.append(following)
    return tuple(DayMark((first - view.start).days, _month(first, view.start)) for first in firsts)


def _month(first: date, start: date) -> str:
    """“Jan 2027”, “Feb”: the year on the first month and on each January."""
    named = month_name(first)
    return f"{named} {first.year}" if first == start or first.month == 1 else named


def _next_month(day: date) -> date:
    return day_of(day.replace(day=1), 32).replace(day=1)


def review_marks(report: Report) -> tuple[DayMark, ...]:
    """The days on which something is reviewed, as far as the chart reaches; the next one is marked."""
    view = report.roadmap
    if view is None:
        return ()
    last = horizon(view)
    if view.start is None:
        days = sorted({one.bar.review for one in view.items if one.bar and one.bar.review is not None})
        return tuple(DayMark(day, _("day {n}").format(n=day)) for day in days if day <= last)
    found = sorted({one.review_on for one in view.items if one.review_on} | {report.review_on})
    marks = [(day, (day - view.start).days) for day in found]
    return tuple(
        DayMark(at, day_month(day), next=day == report.review_on) for day, at in marks if 0 <= at <= last
    )

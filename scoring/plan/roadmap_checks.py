"""Checks of a roadmap, also one that people have edited."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from language.numbers import beside
from scoring.plan.load import load_steps
from scoring.plan.roadmap import CAPACITY, PHASES, WIN_BY, Bar

Fault = Literal[
    "no_owner",
    "owner_unknown",
    "no_metric",
    "no_review",
    "too_early",
    "needs_later",
    "over_capacity",
    "too_late",
    "no_visible_win",
    "too_many_bars",
    "starts_late",
    "reached",
]
MOST_BARS = 15
LAST_REVIEW = max(PHASES.values())


@dataclass(frozen=True)
class OwnDates:
    """What is known of items beside the schedule: the day each is `due` by, by key, and whose goal is `reached`."""

    due: Mapping[str, int]
    reached: Collection[str]


NO_DATES = OwnDates({}, ())


@dataclass(frozen=True)
class RoadmapFinding:
    """One fault, as data. `key` is the item it is about, None where it is about an owner or the whole.

    *owner_unknown*: `owner` is no role that is known here. *too_early*: `needs` is finished on `limit`, the item starts on `found` (days). *needs_later*: the item
    starts on `found`, and `needs` does not fit into `limit` days. *over_capacity*: `owner` carries
    `found` person-weeks in four weeks from `day` on and can carry `limit`. *too_late*: ends on day `found`, after
    `limit`. *starts_late*: starts on day `found` (None: not within the roadmap), after its own date, day `limit`. *reached*: its goal is reached
    already. *too_many_bars*: `found` bars, at most `limit`. *no_visible_win*: none is finished by day `limit`.
    """

    code: Fault
    key: str | None = None
    owner: str | None = None
    needs: str | None = None
    day: int | None = None
    found: float | None = None
    limit: float | None = None


def roadmap_checks(
    bars: Sequence[Bar],
    capacity: float = CAPACITY,
    by_owner: Mapping[str, float] | None = None,
    roles: Collection[str] | None = None,
    later: Collection[str] = (),
    own: OwnDates = NO_DATES,
) -> tuple[RoadmapFinding, ...]:
    """All findings: bar by bar in the order given, then what comes later by key, owner by owner, and the whole.

    An owner's load on a day is the sum of effort / length over the bars that run, in person-weeks per four weeks;
    the day with the highest is reported, the first of several. A visible win is a bar finished by day 30 with a
    leading metric and class maintain or improve, or one that somebody has marked, whatever its effort. `roles` are
    those known here; None asks for none. `later` are the keys of what does not fit into the roadmap. What starts
    after the day it is due by (`own`) is late before it begins; one that is due on its first day is not. What comes
    later does not start before the last day, so it is late where it is due by then.
    Missing data: a bar without an owner is a finding and enters no load; `needs` that are neither a bar nor later
    count as met.

    >>> from scoring.plan.roadmap import RoadmapItem
    >>> tidy = Bar(RoadmapItem("OWN-1:2", "move", "COO", 6, 4), 0, 28, 30)
    >>> [(f.code, f.owner, f.found, f.limit) for f in roadmap_checks([tidy]) if f.owner]
    [('over_capacity', 'COO', 6.0, 4.0)]
    """
    about_bars = (
        finding
        for bar in bars
        for finding in (*_of_bar(bar, bars, roles, later), *_of_dates(bar.item.key, bar.start, own))
    )
    about_later = (finding for key in sorted(later) for finding in _of_dates(key, None, own))
    return (*about_bars, *about_later, *_of_all(bars, capacity, by_owner or {}))


def _of_all(bars: Sequence[Bar], capacity: float, by_owner: Mapping[str, float]) -> Iterator[RoadmapFinding]:
    for owner in sorted({bar.item.owner for bar in bars if bar.item.owner}):
        yield from _over_capacity(
            [b for b in bars if b.item.owner == owner], owner, by_owner.get(owner, capacity)
        )
    if bars and not any(bar.item.noticed and bar.end <= WIN_BY for bar in bars):
        yield RoadmapFinding("no_visible_win", limit=WIN_BY)
    if len(bars) > MOST_BARS:
        yield RoadmapFinding("too_many_bars", found=len(bars), limit=MOST_BARS)


def _of_bar(
    bar: Bar, bars: Sequence[Bar], roles: Collection[str] | None, later: Collection[str]
) -> Iterator[RoadmapFinding]:
    key, owner = bar.item.key, (bar.item.owner or "").strip()
    if not owner:
        yield RoadmapFinding("no_owner", key)
    elif roles is not None and owner not in roles:
        yield RoadmapFinding("owner_unknown", key, owner=owner)
    if not (bar.item.metric or "").strip():
        yield RoadmapFinding("no_metric", key)
    if bar.review is None or bar.review < bar.end:
        yield RoadmapFinding("no_review", key, found=bar.review, limit=bar.end)
    ends = {other.item.key: other.end for other in bars if other.item.key in bar.item.needs}
    for need in bar.item.needs:
        if need in ends and bar.start < ends[need]:
            yield RoadmapFinding("too_early", key, needs=need, found=bar.start, limit=ends[need])
        elif need in later:
            yield RoadmapFinding("needs_later", key, needs=need, found=bar.start, limit=LAST_REVIEW)
    if bar.end > LAST_REVIEW:
        yield RoadmapFinding("too_late", key, found=bar.end, limit=LAST_REVIEW)


def _of_dates(key: str, start: int | None, own: OwnDates) -> Iterator[RoadmapFinding]:
    """Of an item that starts on day `start`; None for one that starts after the roadmap."""
    due = own.due.get(key)
    if due is not None and (due < start if start is not None else due <= LAST_REVIEW):
        yield RoadmapFinding("starts_late", key, found=start, limit=due)
    if key in own.reached:
        yield RoadmapFinding("reached", key)


def _over_capacity(mine: Sequence[Bar], owner: str, limit: float) -> Iterator[RoadmapFinding]:
    top = max(load_steps(mine, limit), key=lambda step: (step.load, -step.start))
    if top.over:
        found = beside(float(top.load), 1, above=[limit])
        yield RoadmapFinding("over_capacity", owner=owner, day=top.start, found=found, limit=limit)

"""Schedules moves and use cases in days by their dependencies and the capacity of their owners (method, section 5).

Days are counted from the start: 0 to 180. Align is up to day 30, Pilot up to day 90, Scale up to day 180; an item
belongs to the phase in which it is finished, and each phase ends with a review of what is finished.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from types import MappingProxyType
from typing import Literal

from assessment.instrument.model import Instrument
from assessment.instrument.moves import PortfolioClass
from scoring.plan.path import PathMove

Kind = Literal["move", "use_case"]
Phase = Literal["align", "pilot", "scale"]
PHASES: Mapping[Phase, int] = MappingProxyType({"align": 30, "pilot": 90, "scale": 180})
"""The last day of each phase; its review is on that day."""
LAST_DAY, WIN_BY = 180, 30
WEEK, FOUR_WEEKS = 7, 4
CAPACITY = 4.0
"""Person-weeks a lead can carry in four weeks, unless another figure is set."""
SMALL = 3.0
"""A visible win takes no more person-weeks than this."""
WIN_CLASSES: frozenset[PortfolioClass] = frozenset({"maintain", "improve"})


@dataclass(frozen=True)
class RoadmapItem:
    """Something to do: a move ("OWN-1:2") or a use case, of `effort` person-weeks in at least `weeks` weeks.

    `needs` are keys of items that must be finished before; keys that are not on the roadmap count as met.
    `leading` says whether the metric moves early, `milestone` what will be there to see; None where not known.
    `start` is the first day somebody has set, None where the schedule decides; `earliest` the day before which the
    schedule does not begin it. `visible`: somebody says that people will notice it.
    """

    key: str
    kind: Kind
    owner: str | None
    effort: float
    weeks: int
    needs: tuple[str, ...] = ()
    metric: str | None = None
    milestone: str | None = None
    leading: bool = False
    portfolio: PortfolioClass | None = None
    start: int | None = None
    earliest: int = 0
    visible: bool = False

    @property
    def noticed(self) -> bool:
        """Is it a visible win once finished? It has a leading metric in maintain or improve, or is marked so."""
        return self.visible or (self.leading and self.portfolio in WIN_CLASSES)


@dataclass(frozen=True)
class Bar:
    """An item from day `start` to day `end` (its first and the day it is finished), reviewed on day `review`."""

    item: RoadmapItem
    start: int
    end: int
    review: int | None

    @property
    def phase(self) -> Phase:
        return next((phase for phase, last in PHASES.items() if self.end <= last), "scale")

    @property
    def load(self) -> Fraction:
        """Person-weeks in four weeks while it runs."""
        return Fraction(str(self.item.effort)) * FOUR_WEEKS * WEEK / max(self.end - self.start, 1)


@dataclass(frozen=True)
class Schedule:
    """Bars by start, what does not fit into 180 days, and the visible win (None: nothing can be finished by day 30)."""

    bars: tuple[Bar, ...]
    later: tuple[RoadmapItem, ...]
    win: str | None


def move_items(instrument: Instrument, moves: Sequence[PathMove]) -> tuple[RoadmapItem, ...]:
    """The moves of a path as items: lead, metric, weeks and class from the instrument, effort from the path.

    A move needs the one before it on its practice and those it requires, as far as they are on the path.
    """
    on_path = {move.key for move in moves}
    found = []
    for planned in moves:
        practice = instrument.practices[planned.code]
        move = practice.move(planned.to)
        needs = [f"{planned.code}:{planned.to - 1}", *practice.requires.get(str(planned.to), [])]
        found.append(
            RoadmapItem(
                key=planned.key,
                kind="move",
                owner=move.lead,
                effort=planned.effort,
                weeks=move.weeks,
                needs=tuple(need for need in needs if need in on_path),
                metric=move.kpi.name,
                milestone=move.evidence,
                leading=move.kpi.leading,
                portfolio=move.portfolio,
            )
        )
    return tuple(found)


def schedule(
    items: Sequence[RoadmapItem], capacity: float = CAPACITY, by_owner: Mapping[str, float] | None = None
) -> Schedule:
    """Every item as early as what it needs and its owner's capacity allow, in the order given.

    An item whose first day is set is placed there in any case (`roadmap_checks` reports conflicts); the others
    are scheduled around it.

    Serial schedule generation (Kelley 1963): items are placed one after another, each after those it needs, at
    the first day on which its owner, over its whole length, carries no more than `capacity` person-weeks in four
    weeks (`by_owner` sets another figure for an owner). An item too heavy for its weeks takes as many more as its
    owner needs. One visible win, with what it needs, goes first: the item with the least effort (at most 3
    person-weeks) that people would notice and that can be finished by day 30; one somebody has marked before others. What would end
    after day 180, and what needs it, is listed as later. Same input, same roadmap.
    Missing data: an item without an owner is limited by what it needs only. Raises ValueError for a capacity that
    is not positive, for two items with one key and for needs that run in a circle.

    >>> tidy = RoadmapItem("OWN-1:2", "move", "COO", 2, 3, metric="Shelves", leading=True, portfolio="improve")
    >>> label = RoadmapItem("OWN-1:3", "move", "COO", 6, 4, needs=("OWN-1:2",))
    >>> found = schedule([tidy, label])
    >>> [(bar.item.key, bar.start, bar.end, bar.phase) for bar in found.bars], found.win
    ([('OWN-1:2', 0, 21, 'align'), ('OWN-1:3', 21, 63, 'pilot')], 'OWN-1:2')
    """
    table = _Table(_in_order(items), capacity, by_owner or {})
    for item in table.items.values():
        if item.start is not None:
            table.place_fixed(item, item.start)
    win = _win(table)
    if win:
        table.place_with_needs(win)
    for item in table.items.values():
        table.place(item)
    bars = sorted(table.bars.values(), key=lambda bar: (bar.start, bar.end, bar.item.key))
    later = tuple(item for item in items if item.key not in table.bars)
    return Schedule(tuple(bars), later, win)


def _in_order(items: Sequence[RoadmapItem]) -> list[RoadmapItem]:
    """The items with each after those it needs, otherwise in the order given."""
    keys = {item.key for item in items}
    if len(keys) < len(items):
        raise ValueError("two items of a roadmap have the same key")
    waiting, done, found = list(items), set[str](), list[RoadmapItem]()
    while waiting:
        ready = next((item for item in waiting if done.issuperset(keys.intersection(item.needs))), None)
        if ready is None:
            raise ValueError("the items of a roadmap need each other in a circle")
        waiting.remove(ready)
        done.add(ready.key)
        found.append(ready)
    return found


class _Table:
    """The bars placed so far."""

    def __init__(self, items: Iterable[RoadmapItem], capacity: float, by_owner: Mapping[str, float]) -> None:
        self.items = {item.key: item for item in items}
        self.capacity, self.by_owner = Fraction(str(capacity)), by_owner
        self.bars: dict[str, Bar] = {}
        if min([capacity, *by_owner.values()]) <= 0:
            raise ValueError("what a lead can carry must be more than nothing")

    def limit(self, owner: str) -> Fraction:
        return Fraction(str(self.by_owner[owner])) if owner in self.by_owner else self.capacity

    def days(self, item: RoadmapItem) -> int:
        """Calendar days: the weeks it takes, or as many as its owner needs for the effort."""
        if item.owner is None:
            return WEEK * item.weeks
        needed = ceil(Fraction(str(item.effort)) * FOUR_WEEKS / self.limit(item.owner))
        return WEEK * max(item.weeks, needed)

    def place(self, item: RoadmapItem) -> None:
        """Adds the item's bar, if there is room for it until day 180."""
        needs = [need for need in item.needs if need in self.items]
        if item.key in self.bars or any(need not in self.bars for need in needs):
            return
        ready = max(item.earliest, *(self.bars[need].end for need in needs), 0)
        ends = {bar.end for bar in self.bars.values() if bar.item.owner == item.owner and bar.end > ready}
        for start in sorted({ready, *ends}):
            bar = self.bar(item, start)
            if bar.end <= LAST_DAY and self.carries(bar):
                self.bars[item.key] = bar
                return

    def bar(self, item: RoadmapItem, start: int) -> Bar:
        end = start + self.days(item)
        return Bar(item, start, end, next((last for last in PHASES.values() if last >= end), None))

    def place_fixed(self, item: RoadmapItem, start: int) -> None:
        """Adds the bar of an item whose first day is set, whether or not that can be."""
        self.bars[item.key] = self.bar(item, start)

    def carries(self, bar: Bar) -> bool:
        """Does the owner have capacity for this bar on each of its days, given those placed?"""
        if bar.item.owner is None:
            return True
        mine = [b for b in self.bars.values() if b.item.owner == bar.item.owner]
        days = {bar.start, *(b.start for b in mine if bar.start < b.start < bar.end)}
        limit = self.limit(bar.item.owner)
        return all(sum(b.load for b in mine if b.start <= day < b.end) + bar.load <= limit for day in days)

    def place_with_needs(self, key: str) -> None:
        for need in self.items[key].needs:
            if need in self.items:
                self.place_with_needs(need)
        self.place(self.items[key])


def _win(table: _Table) -> str | None:
    """The visible win: one that is set already; else the marked first, then the least effort, the shortest, by key."""
    standing = dict(table.bars)
    for set_bar in sorted(standing.values(), key=lambda b: (not b.item.visible, b.end, b.item.key)):
        if set_bar.item.noticed and set_bar.end <= WIN_BY:
            return set_bar.item.key
    suited = [item for item in table.items.values() if item.noticed and item.effort <= SMALL]
    for item in sorted(suited, key=lambda i: (not i.visible, i.effort, table.days(i), i.key)):
        table.place_with_needs(item.key)
        bar = table.bars.get(item.key)
        table.bars.clear()
        table.bars.update(standing)
        if bar is not None and bar.end <= WIN_BY:
            return item.key
    return None

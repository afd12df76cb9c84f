"""Laws of the roadmap, for any items."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.plan.roadmap import LAST_DAY, WIN_BY, Bar, RoadmapItem, schedule
from scoring.plan.roadmap_checks import roadmap_checks


@st.composite
def some_items(draw: st.DrawFn) -> list[RoadmapItem]:
    """Up to twelve items, each needing some of those before it, shuffled."""
    items: list[RoadmapItem] = []
    for number in range(draw(st.integers(0, 12))):
        needs = (
            draw(st.lists(st.sampled_from([i.key for i in items]), max_size=2, unique=True)) if items else []
        )
        items.append(
            RoadmapItem(
                key=f"K{number}",
                kind="move",
                owner=draw(st.sampled_from(["CEO", "COO", None])),
                effort=draw(st.sampled_from([0.5, 1, 2, 3, 5, 8])),
                weeks=draw(st.integers(1, 20)),
                needs=tuple(needs),
                metric="Shelves",
                leading=draw(st.booleans()),
                portfolio=draw(st.sampled_from(["maintain", "transform", None])),
            )
        )
    return draw(st.permutations(items))


capacities = st.sampled_from([1.0, 2.5, 4.0, 8.0])


@settings(max_examples=200, deadline=None)
@given(some_items(), capacities)
def test_nobody_carries_too_much_and_nothing_starts_before_what_it_needs(
    items: list[RoadmapItem], capacity: float
) -> None:
    found = schedule(items, capacity)
    faults = {finding.code for finding in roadmap_checks(found.bars, capacity)}
    assert faults.isdisjoint({"over_capacity", "too_early", "too_late", "no_review"})
    assert all(bar.end - bar.start >= 7 * bar.item.weeks for bar in found.bars)
    assert all(0 <= bar.start < bar.end <= LAST_DAY for bar in found.bars)


@settings(max_examples=100, deadline=None)
@given(some_items(), capacities)
def test_every_item_is_a_bar_or_comes_later_and_a_win_is_finished_in_time(
    items: list[RoadmapItem], capacity: float
) -> None:
    found = schedule(items, capacity)
    ends = {bar.item.key: bar.end for bar in found.bars}
    later = {item.key for item in found.later}
    assert ends.keys() | later == {item.key for item in items}
    assert ends.keys().isdisjoint(later)
    assert found.win is None or ends[found.win] <= WIN_BY
    assert all(later.isdisjoint(bar.item.needs) for bar in found.bars)
    assert schedule(items, capacity) == found


@st.composite
def some_items_with_set_days(draw: st.DrawFn) -> list[RoadmapItem]:
    """The same, and somebody has set the first day of some of them, whatever that does to others."""
    days = st.none() | st.integers(0, 200)
    return [replace(item, start=draw(days)) for item in draw(some_items())]


@settings(max_examples=200, deadline=None)
@given(some_items_with_set_days(), capacities)
def test_a_set_day_stands_and_what_it_breaks_is_named(items: list[RoadmapItem], capacity: float) -> None:
    found = schedule(items, capacity)
    bars, later = {bar.item.key: bar for bar in found.bars}, {item.key for item in found.later}
    named = {(f.code, f.key, f.needs) for f in roadmap_checks(found.bars, capacity, later=later)}
    for item in items:
        if item.start is None:
            continue
        bar = bars[item.key]
        assert bar.start == item.start
        assert bar.end - bar.start >= 7 * item.weeks
        assert (bar.end > LAST_DAY) == (("too_late", item.key, None) in named)
        for need in item.needs:
            early = need in bars and bar.start < bars[need].end
            assert early == (("too_early", item.key, need) in named)
            assert (need in later) == (("needs_later", item.key, need) in named)


@settings(max_examples=200, deadline=None)
@given(some_items_with_set_days(), capacities)
def test_around_set_days_the_rest_waits_for_what_it_needs_and_overloads_nobody(
    items: list[RoadmapItem], capacity: float
) -> None:
    found = schedule(items, capacity)
    bars = {bar.item.key: bar for bar in found.bars}
    for bar in found.bars:
        if bar.item.start is None:
            assert bar.end <= LAST_DAY
            assert all(bars[need].end <= bar.start for need in bar.item.needs)
            begun = [bar.start, *(b.start for b in found.bars if bar.start < b.start < bar.end)]
            busiest = max(carried(found.bars, bar.item.owner, day) for day in begun)
            assert bar.item.owner is None or busiest <= capacity


def carried(bars: Sequence[Bar], owner: str | None, day: int) -> Fraction:
    """Person-weeks in four weeks that this owner carries on this day."""
    return sum(
        (bar.load for bar in bars if bar.item.owner == owner and bar.start <= day < bar.end), Fraction(0)
    )

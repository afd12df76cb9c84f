"""Laws of the roadmap, for any items."""

from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.roadmap import LAST_DAY, WIN_BY, RoadmapItem, schedule
from scoring.roadmap_checks import roadmap_checks


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

"""Standing among others: as fine as the number of others allows, and never finer."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import percentileofscore

from scoring import benchmark_position
from scoring.comparison.benchmark import Cohort, cohort_to_publish, mid_rank, without_own

values = st.lists(st.integers(0, 20).map(float), min_size=1, max_size=120)


def spread(number: int) -> Cohort:
    return Cohort({float(value): 1 for value in range(number)})


@given(values, st.integers(0, 20).map(float))
def test_the_rank_is_the_mean_percentile(found: list[float], own: float) -> None:
    rank = mid_rank(own, Counter(found).items())
    assert rank is not None
    assert 100 * rank == pytest.approx(percentileofscore(found, own, kind="mean"))


@pytest.mark.parametrize(
    ("number", "grain"),
    [
        (0, None),
        (4, None),
        (5, "median"),
        (9, "median"),
        (10, "thirds"),
        (19, "thirds"),
        (20, "quartiles"),
        (49, "quartiles"),
        (50, "percentile"),
        (5_000, "percentile"),
    ],
)
def test_what_is_said_gets_finer_as_more_have_joined(number: int, grain: str | None) -> None:
    found = benchmark_position(3.0, spread(number))
    assert (found.grain if found else None) == grain


def test_around_the_median_it_is_near_it() -> None:
    nine = spread(9)
    places = [found.place for value in range(9) if (found := benchmark_position(float(value), nine))]
    assert places == [-1, -1, -1, -1, 0, 1, 1, 1, 1]


def test_thirds_and_quartiles_run_from_the_lowest() -> None:
    thirds = {
        found.place for value in range(-1, 13) if (found := benchmark_position(float(value), spread(12)))
    }
    quartiles = {
        found.place for value in range(-1, 21) if (found := benchmark_position(float(value), spread(20)))
    }
    assert (thirds, quartiles) == ({1, 2, 3}, {1, 2, 3, 4})


def test_neither_the_lowest_nor_the_highest_is_told() -> None:
    below, above = benchmark_position(-1.0, spread(80)), benchmark_position(999.0, spread(80))
    assert below is not None
    assert above is not None
    assert (below.place, above.place) == (5, 95)


@given(values, st.floats(-1, 21), st.floats(-1, 21))
def test_a_higher_result_never_stands_lower(found: list[float], one: float, other: float) -> None:
    cohort = Cohort(Counter(found))
    low, high = (benchmark_position(own, cohort) for own in sorted((one, other)))
    assert (low is None) == (high is None)
    if low and high:
        assert low.place <= high.place
        assert low.grain != "percentile" or low.place % 5 == 0


def test_where_one_contributor_stands_behind_more_than_two_fifths_nothing_is_said() -> None:
    counts = dict(spread(10).counts)
    assert benchmark_position(3.0, Cohort(counts, largest=4)) is not None
    assert benchmark_position(3.0, Cohort(counts, largest=5)) is None


def test_nothing_new_is_said_until_five_more_have_joined() -> None:
    assert cohort_to_publish(spread(4), None) is None
    first = cohort_to_publish(spread(5), None)
    assert first == spread(5)
    assert cohort_to_publish(spread(9), first) is first
    assert cohort_to_publish(spread(10), first) == spread(10)
    assert cohort_to_publish(spread(3), first) is first


def test_an_organisation_is_compared_with_the_others_only() -> None:
    assert without_own(Cohort({1.0: 2, 2.0: 1}), 2.0).counts == {1.0: 2}
    assert without_own(Cohort({1.0: 2, 2.0: 1}), 1.0).counts == {1.0: 1, 2.0: 1}
    with pytest.raises(ValueError, match="not in the cohort"):
        without_own(Cohort({1.0: 2}), 3.0)


def test_from_fifty_the_percentile_is_rounded_to_five_and_clipped() -> None:
    sixty = spread(60)
    places = [
        found.place for own in (-1.0, 14.5, 29.5, 31.2, 99.0) if (found := benchmark_position(own, sixty))
    ]
    assert places == [5, 25, 50, 55, 95]


@pytest.mark.parametrize(("below", "place"), [(1, -1), (2, 0), (3, 0), (4, 1)])
def test_a_share_of_four_or_six_tenths_is_still_near_the_median(below: int, place: int) -> None:
    found = benchmark_position(50.0, Cohort({40.0: below, 60.0: 5 - below}))
    assert found is not None
    assert found.place == place


def test_without_its_own_result_a_cohort_keeps_its_largest_contributor() -> None:
    assert without_own(Cohort({40.0: 8, 55.0: 2}, largest=4), 55.0) == Cohort({40.0: 8, 55.0: 1}, largest=4)

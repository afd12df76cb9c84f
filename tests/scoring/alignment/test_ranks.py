"""What each side puts first: laws of mean ranks for any people and any orders."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.instrument.model import CAMPS, Camp
from scoring.alignment.ranks import Order, first_of, mean_ranks, places, ranks

CODES = ("cost", "growth", "risk", "speed", "edge")
ORDERS = st.permutations(CODES).flatmap(
    lambda order: st.integers(0, len(CODES)).map(lambda placed: tuple(order[:placed]))
)
PEOPLE = st.lists(st.builds(Order, camp=st.sampled_from(CAMPS), codes=ORDERS), max_size=8)
BOTH = st.tuples(PEOPLE, ORDERS.filter(bool), ORDERS.filter(bool)).map(
    lambda drawn: [*drawn[0], Order("business", drawn[1]), Order("technology", drawn[2])]
)


@given(ORDERS)
def test_the_ranks_of_one_order_add_up_whatever_was_left_out(order: tuple[str, ...]) -> None:
    found = ranks(order, CODES)
    assert sum(found.values()) == pytest.approx(len(CODES) * (len(CODES) + 1) / 2)
    assert [found[code] for code in order] == list(range(1, len(order) + 1))


@settings(deadline=None, max_examples=50)
@given(BOTH, st.randoms(use_true_random=False))
def test_the_order_of_people_is_irrelevant(people: list[Order], chance: random.Random) -> None:
    shuffled = chance.sample(people, len(people))
    one, other = mean_ranks(CODES, people), mean_ranks(CODES, shuffled)
    assert one is not None
    assert other is not None
    assert one.overall == pytest.approx(other.overall)
    assert one.widest is not None
    assert other.widest is not None
    assert one.widest.codes == other.widest.codes
    assert one.widest.expected == pytest.approx(other.widest.expected)


@settings(deadline=None, max_examples=50)
@given(BOTH, st.sampled_from(CAMPS), st.integers(2, 4))
def test_each_side_counts_alike_however_many_people_it_has(
    people: list[Order], camp: Camp, times: int
) -> None:
    more = [*people, *[order for order in people if order.camp == camp] * (times - 1)]
    one, other = mean_ranks(CODES, people), mean_ranks(CODES, more)
    assert one is not None
    assert other is not None
    assert one.overall == pytest.approx(other.overall)
    for code in CODES:
        assert one.overall[code] == pytest.approx(sum(one.sides[side][code] for side in CAMPS) / 2)


@settings(deadline=None, max_examples=50)
@given(PEOPLE)
def test_means_stay_between_first_and_last_and_what_comes_first_is_never_behind(people: list[Order]) -> None:
    found = mean_ranks(CODES, people)
    if found is None:
        assert not any(order.codes for order in people)
        return
    for means in (found.overall, *found.sides.values()):
        assert all(1 <= mean <= len(CODES) for mean in means.values())
        assert all(means[code] == pytest.approx(min(means.values())) for code in first_of(means))
        assert {code for code, place in places(means).items() if place == 1} == set(first_of(means))
    if found.widest is not None:
        assert 0 <= found.widest.difference <= len(CODES) - 1
        assert 0 <= (found.widest.expected or 0) <= len(CODES) - 1


def test_the_sides_are_compared_with_chance_from_five_people_with_two_on_each_side() -> None:
    split = [Order("business", ["cost"])] * 3 + [Order("technology", ["risk"])] * 2
    few, enough = mean_ranks(CODES, split[1:]), mean_ranks(CODES, split)
    assert few is not None and few.widest is not None and few.widest.expected is None  # noqa: PT018
    assert not few.widest.beyond_chance
    assert enough is not None and enough.widest is not None  # noqa: PT018
    assert enough.widest.codes == ("cost", "risk")
    assert enough.widest.beyond_chance


def test_sides_that_order_alike_are_not_said_to_differ() -> None:
    people = [Order(camp, CODES) for camp in (*CAMPS, *CAMPS, "business")]
    found = mean_ranks(CODES, people)
    assert found is not None
    assert found.widest is not None
    assert (found.widest.difference, found.widest.apart) == (0, False)


def test_who_placed_nothing_does_not_count() -> None:
    found = mean_ranks(CODES, [Order("business", CODES), Order("technology", [])])
    assert found is not None
    assert found.people == {"business": 1, "technology": 0}
    assert found.widest is None

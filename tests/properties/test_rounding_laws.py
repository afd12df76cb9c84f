"""Laws of rounding: a printed number is on the same side of a threshold as the number itself, and no further off than it must be."""

from hypothesis import given
from hypothesis import strategies as st

from language.numbers import beside
from report.text.alignment.findings import is_large, value_text
from report.text.alignment.sentences import difference_size, distance_size, levels_in_words
from report.text.strategy_gap import gap_figures
from scoring.alignment.agreement import spread_word
from scoring.levels.rules import practice_level
from scoring.levels.strategy_gap import named_gap, strategy_gap

numbers = st.one_of(
    st.floats(0, 5, allow_nan=False),
    st.integers(0, 5000).map(lambda n: n / 1000),
    st.fractions(0, 5).map(float),
)
marks = st.sampled_from([(0.5, 1.0), (0.5, 0.9), (0.6,), (0.474,), (1.5, 2.5, 3.5, 4.5), ()])
digits = st.integers(1, 3)
SAME = 1e-9


@given(numbers, st.booleans(), digits, marks)
def test_a_rounded_number_has_reached_a_mark_exactly_where_the_number_has(
    size: float, below: bool, places: int, marked: tuple[float, ...]
) -> None:
    value = -size if below else size
    found = beside(value, places, at_least=marked)
    assert [abs(found) >= mark for mark in marked] == [size >= mark - SAME for mark in marked]
    assert abs(found - value) < 10**-places + SAME
    assert found == 0 or (found < 0) == below


@given(numbers, digits, marks)
def test_a_rounded_number_has_passed_a_mark_exactly_where_the_number_has(
    value: float, places: int, marked: tuple[float, ...]
) -> None:
    found = beside(value, places, above=marked)
    assert [found > mark for mark in marked] == [value > mark + SAME for mark in marked]
    assert abs(found - value) <= 10**-places + SAME


@given(numbers, digits)
def test_without_a_mark_it_is_plain_rounding(value: float, places: int) -> None:
    assert beside(value, places) == round(value, places)


indices = st.one_of(st.floats(0, 100, allow_nan=False), st.integers(0, 800).map(lambda n: n / 8))


@given(indices, indices)
def test_whole_figures_of_the_strategy_gap_bear_out_its_name(activity: float, capability: float) -> None:
    found = strategy_gap(activity, capability)
    figures = gap_figures(found)
    assert named_gap(*figures) == found.name
    assert max(abs(figures[0] - activity), abs(figures[1] - capability)) <= 1


@given(st.floats(-4, 4, allow_nan=False), digits)
def test_a_difference_reads_as_a_level_or_more_exactly_where_it_is(difference: float, places: int) -> None:
    shown = difference_size(difference, places)
    assert is_large(shown) == is_large(difference)
    assert (abs(shown) >= 0.5) == (abs(difference) >= 0.5 - SAME)
    assert ("one level" in levels_in_words(abs(difference))) <= is_large(difference)


@given(st.floats(0, 2, allow_nan=False), digits, st.integers(1, 9))
def test_a_distance_bears_out_its_word(distance: float, places: int, people: int) -> None:
    exact = next((mark for mark in (0.5, 0.9) if abs(distance - mark) < SAME), distance)
    assert spread_word(distance_size(distance, places), people) == spread_word(exact, people)
    assert (distance_size(distance, places) == 0) == (distance <= SAME)


@given(st.floats(1, 5, allow_nan=False), digits)
def test_a_value_reads_on_the_level_it_is_on(value: float, places: int) -> None:
    assert practice_level(float(value_text(value, places))) == practice_level(value)

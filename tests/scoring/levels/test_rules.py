"""Rules 4 to 6: from values to levels, by hand."""

import pytest

from scoring import METHOD, Rated, Rule, overall_level, practice_level, section_level
from scoring.levels.averages import geometric, median
from scoring.levels.rules import index_of, section_value

KEY_A, KEY_B, OTHER = "ABC-1", "ABC-2", "ABC-3"


def section(*values: float, keys: int = 2, weights: tuple[float, ...] = ()) -> list[Rated]:
    weight = weights or (1.0,) * len(values)
    return [
        Rated(f"ABC-{n}", value, key=n <= keys, weight=weight[n - 1]) for n, value in enumerate(values, 1)
    ]


@pytest.mark.parametrize(
    ("value", "level"),
    [
        (1.0, 1),
        (1.5, 1),  # exactly half of the step is not more than half
        (1.5 + 1e-10, 1),  # within the tolerance
        (1.51, 2),
        (2.5, 2),
        (7 / 3, 2),
        (8 / 3, 3),
        (4.5, 4),
        (4.6, 5),
        (5.0, 5),
    ],
)
def test_a_level_is_reached_when_more_than_half_of_the_step_is_done(value: float, level: int) -> None:
    assert practice_level(value) == level


def test_a_half_made_of_thirds_is_still_a_half() -> None:
    assert practice_level((7 / 3 + 8 / 3) / 2) == 2


def test_a_key_practice_one_level_short_holds_the_section() -> None:
    # l = 2, 3, 3; Y = 2.67 > 2.5: at 3 only ABC-1 fails G1
    assert section_level(section(2.0, 3.0, 3.0)) == (2, (KEY_A,))


def test_another_practice_may_lag_one_level_but_not_two() -> None:
    # l = 4, 4, 3: at 4 G2 asks ≥ 3, Y = 3.67 > 3.5; at 5 the keys fail G1 and ABC-3 fails G2
    assert section_level(section(4.0, 4.0, 3.0)) == (4, (KEY_A, KEY_B, OTHER))
    # l = 4, 4, 2: at 4 G2 asks ≥ 3, so ABC-3 alone holds it at 3; Y = 3.33 > 2.5
    assert section_level(section(4.0, 4.0, 2.0)) == (3, (OTHER,))


def test_the_mean_is_named_when_it_alone_fails() -> None:
    # l = 3, 3, 2, 2: G1 and G2 hold at 3, Y = 2.5 is not above 2.5
    assert section_level(section(3.0, 3.0, 2.0, 2.0)) == (2, ("mean",))


def test_what_fails_at_the_next_level_names_codes_and_not_the_mean_beside_them() -> None:
    # at 2: ABC-2 fails G1 and Y = 1.33 is not above 1.5; the practice is named, as it must move anyway
    assert section_level(section(2.0, 1.0, 1.0)) == (1, (KEY_B,))


def test_weights_move_the_mean_and_nothing_else() -> None:
    # Y = (3·3 + 3·3 + 2·1 + 2·1) / 8 = 2.75 > 2.5; at 4 the keys and, by G2, ABC-3 and ABC-4 fail
    assert section_level(section(3.0, 3.0, 2.0, 2.0, weights=(3, 3, 1, 1))) == (
        3,
        (KEY_A, KEY_B, OTHER, "ABC-4"),
    )


def test_nothing_holds_the_highest_level() -> None:
    assert section_level(section(5.0, 5.0, 4.0, 5.0)) == (5, ())  # Y = 4.75 > 4.5


def test_a_section_without_a_key_practice_is_held_by_the_others_and_the_mean() -> None:
    # l = 3, 3: G2 would allow 4, Y = 3 > 2.5 allows 3
    assert section_level(section(3.0, 3.0, keys=0)) == (3, ("mean",))


def test_a_section_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="no level"):
        section_level([])


def test_without_key_practices_the_first_gate_is_not_asked() -> None:
    # with G1 2 (see above); without, at 3 all l ≥ 2 and Y = 2.67; at 4 ABC-1 with l = 2 fails G2, and with it at 3 Y = 3
    assert section_level(section(2.0, 3.0, 3.0), Rule(key_practices=False)) == (3, (KEY_A, "mean"))


def test_an_earlier_or_later_cut_moves_practices_and_the_mean() -> None:
    values = section(2.45, 2.45, 2.45)
    assert section_level(values, METHOD)[0] == 2
    assert section_level(values, Rule(cut=0.4))[0] == 3  # 2.45 is above 2.4
    assert section_level(section(2.55, 2.55, 2.55), Rule(cut=0.6))[0] == 2  # 2.55 is not above 2.6


def test_the_geometric_mean_forgives_less_than_the_arithmetic() -> None:
    values = section(1.0, 4.0, keys=0)
    assert section_value(values) == 2.5
    assert section_value(values, Rule(average=geometric)) == pytest.approx(2.0)
    assert section_value(section(1.0, 4.0, 4.0), Rule(average=median)) == 4.0


def test_the_enabling_section_may_lag_one_level() -> None:
    assert overall_level([3, 4, 3, 5], 2) == 3
    assert overall_level([3, 4, 3, 5], 1) == 2
    assert overall_level([5, 5], 4) == 5
    assert overall_level([5, 5], 5) == 5
    assert overall_level([2], 5) == 2


def test_without_an_enabling_section_the_gates_decide() -> None:
    assert overall_level(iter([4, 3]), None) == 3


def test_an_overall_level_needs_a_gate() -> None:
    with pytest.raises(ValueError, match="gate"):
        overall_level([], 3)


def test_the_index_runs_from_nought_to_a_hundred() -> None:
    assert [index_of(value) for value in (1.0, 3.0, 5.0)] == [0.0, 50.0, 100.0]


def test_the_average_of_the_rule_decides_over_the_mean_of_a_section() -> None:
    values = section(2.0, 2.0, 3.6, keys=0)
    assert section_level(values) == (3, ("ABC-1", "ABC-2", "mean")), "2.53 on average; 3.2 with both at 3"
    assert section_level(values, Rule(average=geometric)) == (2, ("mean",)), "2.43 by the geometric mean"

"""Words are counted as a reader meets them: without what people typed, and with a table that adds up."""

import json

from hypothesis import given
from hypothesis import strategies as st

from tests.paths import EXAMPLE
from tools.words import Counted, count, typed_in, written

words = st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), max_size=20)


@given(words)
def test_every_word_with_a_letter_counts_once_and_figures_do_not(found: list[str]) -> None:
    assert count("  \n ".join([*found, "3.4", "–", "12 %"])) == len(found)


@given(words, st.integers(1, 3))
def test_what_somebody_typed_does_not_count_however_often_it_is_shown(found: list[str], times: int) -> None:
    planted = "Quote drafting, v2"
    assert count(" ".join([*found, *[planted] * times]), [planted]) == len(found)


def test_the_longest_typed_text_goes_first_and_a_short_one_takes_no_word_apart() -> None:
    assert count("Owner: Sales team North, sales", ["Sales team", "Sales team North", "sa"]) == 2


def test_what_people_typed_in_the_example_is_found_and_its_codes_are_not() -> None:
    example = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    typed = set(typed_in(example))
    assert example["organisation"]["name"] in typed
    assert {entry["name"] for entry in example["use_cases"]} <= typed
    assert not {"business", "open", "kept", "STR-1"} & typed


def test_the_table_adds_the_result_up_and_names_the_aim_of_each_tab_of_the_plan() -> None:
    found = [
        Counted("plan", 1),
        Counted("plan-value", 1_500),
        Counted("results", 400),
        Counted("results-map", 300),
    ]
    table = written(found, [Counted("1", 20), Counted("2", 30)])
    for line in (
        "| plan | 1 | 450 |",
        "| plan-value | 1,500 | 450 |",
        "**700** | **900**",
        "| **all 2** | **50** |",
    ):
        assert line in table

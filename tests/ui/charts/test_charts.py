"""Charts: valid Vega-Lite, an accessible sentence, and a table that holds the same numbers."""

import json
from collections.abc import Callable
from itertools import pairwise

import altair as alt
import pytest
from jsonschema import Draft7Validator

from scoring.levels.strategy_gap import strategy_gap
from ui.charts.base import HUE, Chart
from ui.charts.levels import PracticeRow, SectionRow, practice_chart, section_chart
from ui.charts.plane import plane_chart, zones
from ui.charts.ranks import SlopeOfRanks, ranks_chart
from ui.charts.sides import BUSINESS, TECHNOLOGY, DistanceRow, SidesRow, distance_chart, sides_chart
from ui.charts.value import Bubble, RangeRow, matrix_chart, range_chart

NAMES = ("Loose", "Tried", "Settled", "Shared", "Lasting")
SECTIONS = (SectionRow("Counter", 3, 40.0, 31.0), SectionRow("Workshop", None, None, None))
PRACTICES = (
    PracticeRow("Greeting", 2.5, 2, key=True, needed=3, absent=""),
    PracticeRow("Till", 4.0, 4, key=False, needed=2, absent=""),
    PracticeRow("Awning", None, None, key=False, needed=None, absent="does not apply"),
)

SIDES = (
    SidesRow("Greeting", 4.0, 2.0, "business 2.0 higher", "2.0", large=True, distance=1.0, within="4 of 4"),
    SidesRow("Till", 3.0, 3.0, "no difference", "0.0", large=False, distance=0.0, within="4 of 4"),
)
DISTANCES = (DistanceRow("Greeting", 1.2, "3 of 5 within a level", "apart"),)

RANGES = (
    RangeRow("Quotes", -145_436.0, 53_470.0, 213_363.0, 0.38, total=False),
    RangeRow("Camera", -355_148.0, -255_333.0, -45_023.0, 0.95, total=False),
    RangeRow("All use cases together", -400_000.0, -200_000.0, 100_000.0, 0.8, total=True),
)
BUBBLES = (
    Bubble(1, "Quotes", 60.0, 53.0, 150.0, "first"),
    Bubble(2, "Camera", 140.0, -255.0, -10.0, "leave"),
)


def profile() -> Chart:
    return section_chart(SECTIONS, NAMES, "Workshop holds level 3.")


def practices() -> Chart:
    return practice_chart(PRACTICES, NAMES, 3, "Counter")


def plane() -> Chart:
    return plane_chart(67.0, 25.0, "pilot trap", "Activity is far ahead.")


def sides() -> Chart:
    return sides_chart(SIDES, NAMES, "The sides differ most on “Greeting”")


def distances() -> Chart:
    return distance_chart(DISTANCES, "Answers differ most on “Greeting”")


def ranges() -> Chart:
    return range_chart(RANGES, "EUR", "Together they may lose.")


def matrix() -> Chart:
    return matrix_chart(BUBBLES, (40.0, 100.0), "")


RANKS = (
    SlopeOfRanks("Joy", 0, 1, "Joy  1", "2  Joy", "1.0", "2.0", "1.5", "business 1.0 higher", widest=True),
    SlopeOfRanks(
        "Speed", 1, 0, "Speed  2", "1  Speed", "2.0", "1.0", "1.5", "technology 1.0 higher", widest=True
    ),
)


def slope() -> Chart:
    return ranks_chart(RANKS, "Business wants “Joy” most, technology “Speed”")


EVERY = [profile, practices, plane, sides, distances, ranges, matrix, slope]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2 between two colours."""
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def words_in(chart: Chart) -> str:
    """Every text the chart may draw, with the data it draws."""
    return json.dumps(chart.spec, ensure_ascii=False)


@pytest.mark.parametrize("build", EVERY)
def test_every_chart_is_valid_vega_lite(build: Callable[[], Chart]) -> None:
    assert faults(build().spec) == []


def test_a_chart_that_vega_lite_does_not_know_is_seen() -> None:
    assert faults({**profile().spec, "autosize": "to the wall"}) != []


def faults(spec: object) -> list[str]:
    """What the schema of Vega-Lite says against a chart."""
    return [error.message for error in Draft7Validator(alt.load_schema()).iter_errors(spec)]


@pytest.mark.parametrize("build", EVERY)
def test_every_row_of_the_table_has_a_cell_for_every_column(build: Callable[[], Chart]) -> None:
    chart = build()
    assert chart.alt.endswith(".")
    assert chart.rows
    assert {len(row) for row in chart.rows} == {len(chart.header)}


@pytest.mark.parametrize("build", EVERY)
def test_no_chart_hands_streamlit_a_table_to_convert(build: Callable[[], Chart]) -> None:
    """Top-level data would be turned into Arrow, with pandas, on every rerun."""
    spec = build().spec
    assert "data" not in spec
    assert "datasets" not in spec


@pytest.mark.parametrize("build", EVERY)
def test_the_same_chart_stands_on_light_and_dark_ground(build: Callable[[], Chart]) -> None:
    """Ink is the colour of the text around the chart; no other colour is a ground's."""
    colours = {part[:7] for part in words_in(build()).split('"') if part.startswith("#")}
    assert colours <= {HUE, BUSINESS, TECHNOLOGY}
    assert '"currentColor"' in words_in(build())


@pytest.mark.parametrize("ground", ["#FAF8F4", "#141B22"])
@pytest.mark.parametrize("colour", [HUE, BUSINESS, TECHNOLOGY])
def test_every_colour_of_a_mark_stands_out_on_either_ground(colour: str, ground: str) -> None:
    assert contrast(colour, ground) >= 3


def test_the_sides_have_a_shape_and_their_numbers_each() -> None:
    chart = sides()
    assert chart.rows[0] == ("Greeting", "4.0", "2.0", "business 2.0 higher", "1.0", "4 of 4")
    drawn = words_in(chart)
    assert all(text in drawn for text in ('"circle"', '"diamond"', '"business"', '"technology"', "Settled"))


def test_the_sides_are_told_in_the_order_given_with_the_large_ones_named() -> None:
    assert [row[0] for row in sides().rows] == ["Greeting", "Till"]
    assert sides().alt == (
        "The sides differ most on “Greeting”. A level or more apart: Greeting, business 2.0 higher."
    )


def test_a_plain_distance_tells_no_sides() -> None:
    chart = distances()
    assert chart.rows == (("Greeting", "1.2", "3 of 5 within a level", "apart"),)
    assert BUSINESS not in words_in(chart)
    assert TECHNOLOGY not in words_in(chart)


def test_a_distance_has_a_word_only_where_one_may_be_said() -> None:
    silent = distance_chart((DistanceRow("Greeting", 0.5, "2 of 2 within a level", ""),), "So it is")
    assert "In words" in distances().header
    assert "In words" not in silent.header


def test_the_profile_says_level_and_index_of_each_section() -> None:
    chart = profile()
    assert chart.rows == (
        ("Counter", "Level 3, Settled", "40", "31"),
        ("Workshop", "not enough answers", "–", "–"),
    )
    assert chart.alt == "Workshop holds level 3. Counter: Level 3, Settled; Workshop: not enough answers."


def test_the_profile_names_its_thresholds() -> None:
    drawn = words_in(profile())
    assert all(f'"text": "{threshold}"' in drawn for threshold in ("12.5", "37.5", "62.5", "87.5"))


def test_what_can_be_shown_gets_its_own_mark_only_where_it_differs() -> None:
    same = section_chart((SectionRow("Counter", 3, 40.0, 39.8),), NAMES, "So it is.")
    assert '"open": true' in words_in(profile())
    assert '"open": true' not in words_in(same)


def test_the_practices_say_which_are_key_and_which_fall_short() -> None:
    chart = practices()
    assert chart.rows[0] == ("Greeting", "yes", "Level 2, Tried", "2.50", "3")
    assert chart.rows[2] == ("Awning", "no", "does not apply", "–", "–")
    assert "Below what level 3 needs: Greeting." in chart.alt
    drawn = words_in(chart)
    assert "Greeting · key" in drawn
    assert "level 2, needs 3" in drawn
    assert '"square"' in drawn


def contains(outline: tuple[tuple[float, float, float], ...], x: float, y: float) -> bool:
    """Does the point lie inside? Borders between two corners are straight."""
    for (x0, low0, high0), (x1, low1, high1) in pairwise(outline):
        if x0 < x1 and x0 <= x <= x1:
            share = (x - x0) / (x1 - x0)
            if low0 + share * (low1 - low0) <= y <= high0 + share * (high1 - high0):
                return True
    return False


@pytest.mark.parametrize(
    ("activity", "capability"), [(90, 10), (60, 30), (50, 45), (10, 10), (80, 75), (30, 80), (24, 2)]
)
def test_the_position_lies_in_the_zone_that_is_filled(activity: float, capability: float) -> None:
    name = strategy_gap(activity, capability).name
    zone = next(zone for zone in zones() if zone.name == name)
    assert contains(zone.outline, capability, activity)
    assert [z.name for z in zones() if contains(z.outline, capability, activity)] == [name]


def test_a_range_is_told_in_round_money_and_its_loss_is_a_thinner_bar() -> None:
    chart = ranges()
    quotes = [cell.replace("\xa0", " ") for cell in chart.rows[0]]
    assert quotes == ["Quotes", "EUR −145,000", "EUR 53,500", "EUR 213,000", "about 38 in 100"]
    spans = chart.spec["layer"][0]["data"]["values"]
    heights = {span["high"] <= 0: round(span["foot"] - span["top"], 3) for span in spans}
    assert heights[True] < heights[False]
    assert [(span["low"], span["high"]) for span in spans[:2]] == [(-145_436.0, 0.0), (0.0, 213_363.0)]


def test_zero_is_always_on_the_scale_of_money() -> None:
    only_gains = range_chart((RangeRow("Sure", 50.0, 60.0, 70.0, 0.0, total=False),), "", "Sure.")
    low, high = only_gains.spec["layer"][0]["encoding"]["x"]["scale"]["domain"]
    assert low < 0
    assert high > 70


def test_the_matrix_names_its_corners_and_numbers_its_use_cases() -> None:
    chart = matrix()
    assert chart.rows[1][0] == "2 Camera"
    assert "Low value, high investment" in chart.rows[1]
    for words in ("Much for little", "Much for much", "Little for little", "Little for much"):
        assert words in words_in(chart)


def test_a_slope_of_ranks_says_both_orders_in_words_and_keeps_the_shapes_of_the_sides() -> None:
    chart = slope()
    assert "Order of business: Joy; Speed. Order of technology: Speed; Joy." in chart.alt
    assert chart.rows[0] == ("Joy", "1.0", "2.0", "1.5", "business 1.0 higher")
    assert all(
        text in words_in(chart) for text in ('"circle"', '"diamond"', BUSINESS, TECHNOLOGY, "1  Speed")
    )

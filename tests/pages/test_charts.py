"""Charts: valid Vega-Lite, an accessible sentence, and a table that holds the same numbers."""

import json
from collections.abc import Callable
from itertools import pairwise

import altair as alt
import pytest

from scoring.strategy import strategy_gap
from ui.charts import Chart
from ui.charts_levels import PracticeRow, SectionRow, practice_chart, section_chart
from ui.charts_plane import plane_chart, zones

NAMES = ("Loose", "Tried", "Settled", "Shared", "Lasting")
SECTIONS = (SectionRow("Counter", 3, 40.0, 31.0), SectionRow("Workshop", None, None, None))
PRACTICES = (
    PracticeRow("Greeting", 2.5, 2, key=True, needed=3, absent=""),
    PracticeRow("Till", 4.0, 4, key=False, needed=2, absent=""),
    PracticeRow("Awning", None, None, key=False, needed=None, absent="does not apply"),
)


def profile() -> Chart:
    return section_chart(SECTIONS, NAMES, "Workshop holds level 3.")


def practices() -> Chart:
    return practice_chart(PRACTICES, NAMES, 3, "Counter")


def plane() -> Chart:
    return plane_chart(67.0, 25.0, "pilot trap", "Activity is far ahead.")


def words_in(chart: Chart) -> str:
    """Every text the chart may draw, with the data it draws."""
    return json.dumps(chart.spec, ensure_ascii=False)


@pytest.mark.parametrize("build", [profile, practices, plane])
def test_every_chart_is_valid_vega_lite(build: Callable[[], Chart]) -> None:
    alt.Chart.from_dict(build().spec)


@pytest.mark.parametrize("build", [profile, practices, plane])
def test_every_row_of_the_table_has_a_cell_for_every_column(build: Callable[[], Chart]) -> None:
    chart = build()
    assert chart.alt.endswith(".")
    assert chart.rows
    assert {len(row) for row in chart.rows} == {len(chart.header)}


@pytest.mark.parametrize("build", [profile, practices, plane])
def test_no_chart_hands_streamlit_a_table_to_convert(build: Callable[[], Chart]) -> None:
    """Top-level data would be turned into Arrow, with pandas, on every rerun."""
    spec = build().spec
    assert "data" not in spec
    assert "datasets" not in spec


@pytest.mark.parametrize("build", [profile, practices, plane])
def test_the_same_chart_stands_on_light_and_dark_ground(build: Callable[[], Chart]) -> None:
    """Ink is the colour of the text around the chart; the one hue is no ground's colour."""
    colours = {part[:7] for part in words_in(build()).split('"') if part.startswith("#")}
    assert colours <= {"#2F86A6"}
    assert '"currentColor"' in words_in(build())


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
    assert "Short of what level 3 needs: Greeting." in chart.alt
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

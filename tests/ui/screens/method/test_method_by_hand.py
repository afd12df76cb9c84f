"""A sceptical finance director with a calculator and the Method screen, and nothing else.

Every number below is worked out from tables and sentences of that screen, by the rules it gives, and set beside
what `score --json`, the screen Value and the PDF say.
"""

import html
import re
from itertools import accumulate
from math import ceil
from typing import Any

import pytest

from report.json.result import result_json
from services.assessments import example
from services.core.installation import Installation
from tests import reports
from tests.documents.reading import annex_pages
from tests.reports import AS_OF
from tests.ui.visit import Visit

Rows = list[list[str]]
Json = dict[str, Any]


class MethodScreen:
    """The finished example’s Method screen, as tables by their heads."""

    def __init__(self, visit: Visit) -> None:
        self.text = re.sub(r"\s+", " ", visit.text)
        source = "".join(block.value for block in visit.app.html)
        self._tables = [
            (
                [plain(cell) for cell in re.findall(r"<th[^>]*scope=\"col\"[^>]*>(.*?)</th>", found)],
                body(found),
            )
            for found in re.findall(r"<table.*?</table>", source, flags=re.DOTALL)
        ]

    def tables(self, *heads: str) -> list[Rows]:
        return [rows for head, rows in self._tables if set(heads) <= set(head)]


def body(table: str) -> Rows:
    rows = re.findall(r"<tr>(.*?)</tr>", table.partition("<tbody>")[2], flags=re.DOTALL)
    return [[plain(cell) for cell in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row)] for row in rows]


def plain(cell: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", cell)).strip()


def number(cell: str) -> float:
    return float(cell.replace("−", "-").replace(",", "").removesuffix(" %"))


@pytest.fixture
def method(real: Installation) -> MethodScreen:
    visit = Visit()
    example.open_example(real, visit.token, AS_OF)
    visit.open("method")
    return MethodScreen(visit)


@pytest.fixture
def computed() -> Json:
    return result_json(reports.northgate())


def level_of(value: float) -> int:
    """“A level is reached when more than half of the step to it is done.”"""
    return max(1, min(5, ceil(value - 0.5 - 1e-9)))


def test_one_net_present_value_and_its_payback(method: MethodScreen, computed: Json) -> None:
    (rows,) = method.tables("Share of the benefit", "Divided by")
    today, *years, total = rows
    rate = 1 + number(re.findall(r"divided by \(1 \+ ([0-9.]+) %\)", method.text)[0]) / 100
    left = [number(row[2]) - number(row[3]) for row in years]
    worth = number(today[4]) + sum(money / rate**year for year, money in enumerate(left, 1))
    assert number(total[-1]) == pytest.approx(worth, abs=0.01)
    sums = list(accumulate([number(today[4]), *left]))
    year = next(n for n, so_far in enumerate(sums) if so_far > 0)
    back = year - 1 + -sums[year - 1] / left[year - 1]
    assert f"stays above zero after {back:.2f} years" in method.text
    quotes = computed["use_cases"][0]
    assert quotes["npv_most_likely"] == pytest.approx(worth, abs=0.01)
    assert quotes["payback_years"] == pytest.approx(back, abs=0.005)
    paper = " ".join(annex_pages(reports.northgate()))
    assert f"{worth:,.2f}" in paper
    assert f"paid back after {back:.1f} years" in re.sub(r"\s+", " ", paper)


def test_the_effort_of_the_path_and_that_it_reaches_its_level(method: MethodScreen, computed: Json) -> None:
    (moves,) = method.tables("Move", "Person-weeks")
    *moves, total = moves
    effort = sum(number(move[3]) for move in moves)
    assert number(total[3]) == effort == computed["path"]["effort"]
    reached = {move[1]: int(move[2][-1]) for move in moves}
    values = method.tables("Practice", "Value", "Kind")
    (conditions,) = method.tables("Average today", "Needs more than")
    for section, practices in zip(conditions, values, strict=True):
        after = {row[0]: max(number(row[2]), reached.get(row[0], 1)) for row in practices}
        mean = sum(after.values()) / len(after)
        assert number(section[2]) == pytest.approx(mean, abs=0.01)
        assert mean > number(section[3])
        needed = ceil(number(section[3]))
        assert all(level_of(after[row[0]]) >= needed - (row[1] != "key") for row in practices)


def test_the_level_and_the_index(method: MethodScreen, computed: Json) -> None:
    values = method.tables("Practice", "Value", "Kind")
    assert len(values) == 5
    levels, indices = [], []
    for practices in values:
        levels.append(section_level([(row[1] == "key", number(row[2])) for row in practices]))
        indices.append(25 * (sum(number(row[2]) for row in practices) / len(practices) - 1))
    (overall,) = method.tables("Rule", "Counts as")
    assert [int(row[1]) for row in overall] == levels
    counts = [level + ("lag" in row[2]) for level, row in zip(levels, overall, strict=True)]
    assert min(counts) == computed["level"]["described"]
    (weights,) = method.tables("Index", "Weight")
    index = sum(found * number(row[2]) / 100 for found, row in zip(indices, weights, strict=True))
    assert index == pytest.approx(computed["index"], abs=0.1)
    assert f"the weighted mean of the sections: {computed['index']}" in method.text
    assert "change your last digit by one" in method.text


def section_level(practices: list[tuple[bool, float]]) -> int:
    """The three conditions, level after level."""
    mean = sum(value for _key, value in practices) / len(practices)
    level = 1
    while (
        level < 5
        and all(level_of(value) >= level + 1 - (not key) for key, value in practices)
        and mean > level + 0.5
    ):
        level += 1
    return level

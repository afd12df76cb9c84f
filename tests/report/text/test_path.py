"""The path of least effort in words."""

from dataclasses import replace

import pytest

from assessment.plan.records import Roadmap
from report.build.plan import within_budget
from report.text.plan.path import budget_sentence
from tests.reports import northgate


@pytest.mark.parametrize(
    ("gain", "said"), [(0.0, "; the index stays at {n}. It takes"), (3.0, "; the index goes from {n} to ")]
)
def test_a_budget_says_how_the_printed_index_moves(gain: float, said: str) -> None:
    report = northgate()
    found, index = within_budget(report, 6.0, Roadmap()), report.result.index
    assert index is not None
    assert said.format(n=round(index)) in budget_sentence(report, 6.0, replace(found, index=index + gain))

"""The page on AI use cases: a pyramid of the classes with every use case by name."""

from datetime import date
from typing import Any

import pytest

from assessment.governance.bank import load_governance
from assessment.governance.model import RISK_CLASSES
from documents.pdf.playbook.governance.ai_uses import Pyramid, ai_uses_page
from report.model.report import Report
from report.text.governance.ai_uses import CHECK_FIRST
from report.text.playbook.governance.ai_uses import class_steps, next_duty
from tests import reports
from tests.documents.pdf.aligned import example
from tests.documents.pdf.playbook.one_page import (
    HALF,
    ODD,
    alternatives,
    assert_one_page,
    drawings,
    odd_reports,
    role,
    text,
    title,
)

QUESTIONS = load_governance("en").ai_uses.questions


def use(name: str, verdict: str, **more: Any) -> dict[str, Any]:
    """A use case of this class, or without an answer to anything."""
    answers = {question.code: "no" for question in QUESTIONS}
    if verdict == "unclear":
        answers = {}
    elif verdict != RISK_CLASSES[0]:
        answers[next(question.code for question in QUESTIONS if question.raises_to == verdict)] = "yes"
    return {"name": name, "answers": answers} | more


def having(**numbers: int) -> Report:
    return example(
        ai_uses=[use(f"{verdict} {n}", verdict) for verdict, most in numbers.items() for n in range(most)]
    )


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ({"high_risk": 1, "unclear": 1}, "One AI use case looks high-risk and one is not yet clear"),
        (
            {"prohibited": 2, "high_risk": 3, "unclear": 2},
            "Two AI use cases look banned, three look high-risk and two are not yet clear",
        ),
        ({"unclear": 1, "minimal": 4}, "The class of one AI use case is not yet clear"),
        (
            {"transparency": 2, "minimal": 1},
            "No AI use case looks banned or high-risk; people must be told about two",
        ),
        ({"minimal": 3}, "None of the three AI use cases listed has special duties"),
        ({"minimal": 1}, "The one AI use case listed has no special duties"),
    ],
)
def test_the_title_counts_what_weighs_most(numbers: dict[str, int], said: str) -> None:
    report = having(**numbers)
    assert title(ai_uses_page, report) == said
    assert_one_page(ai_uses_page, report, filled=HALF)


def test_the_example_names_every_use_case_on_its_step() -> None:
    report = reports.northgate()
    assert title(ai_uses_page, report) == "One AI use case looks high-risk and one is not yet clear"
    assert report.rules is not None
    steps = {step.name: step.uses for step in class_steps(report)}
    assert sum(map(len, steps.values())) == len(report.rules.uses)
    assert steps["Looks high-risk"] == (f"Sorting applications for the shop floor ({role('CHRO')})",)
    assert steps["Looks banned"] == ()
    assert_one_page(ai_uses_page, report, filled=HALF)


def test_a_duty_is_dated_for_what_the_day_is_about() -> None:
    report = having(high_risk=1, prohibited=1)
    assert report.rules is not None
    duties = {view.result.verdict: next_duty([view.result], date(2026, 11, 22)) for view in report.rules.uses}
    assert duties["high_risk"].startswith(
        "Next duty: The class on record (Art. 6), from 2 December 2027 for high-risk uses listed in Annex III"
    )
    assert duties["prohibited"].startswith("Duty: Do not use it (Art. 5), since 2 February 2025 for the bans")
    assert next_duty([], date(2026, 11, 22)) == ""


def test_it_says_that_it_is_no_legal_advice() -> None:
    assert str(CHECK_FIRST.sentence) in text(ai_uses_page, reports.northgate())


def test_with_two_hundred_the_heavy_ones_are_named_first_and_the_rest_counted() -> None:
    report = example(
        ai_uses=[
            use(
                f"A use case with a name as long as somebody wants it to be, number {n}", verdict, owner="CIO"
            )
            for verdict in ("high_risk", "transparency", "minimal", "unclear")
            for n in range(50)
        ]
    )
    assert_one_page(ai_uses_page, report)
    (chart,) = drawings(ai_uses_page, report, Pyramid)
    assert [len(step.uses) for step in chart.steps] == [0, 50, 50, 50, 50]
    assert "48 more: see the annex" in text(ai_uses_page, report)


def test_those_who_do_not_see_it_hear_the_finding_and_every_class() -> None:
    report = reports.northgate()
    (said,) = alternatives(ai_uses_page, report)
    assert said.startswith("One AI use case looks high-risk and one is not yet clear. Looks banned: none.")
    assert report.rules is not None
    assert all(view.use.name in said for view in report.rules.uses)


@pytest.mark.parametrize("name", ODD)
def test_without_a_use_case_there_is_no_page_and_any_text_fits(name: str) -> None:
    report = odd_reports()[name]
    assert_one_page(ai_uses_page, report)
    assert bool(title(ai_uses_page, report)) == bool(report.rules and report.rules.uses)


def test_the_longest_names_fit() -> None:
    for name in ("x" * 120, "word " * 24):
        uses = [use(name.strip(), verdict, owner="y" * 60) for verdict in (*RISK_CLASSES, "unclear")]
        assert_one_page(ai_uses_page, example(ai_uses=uses))

"""Use cases and the pilot register in the report, in the result as data and in words."""

from typing import Any

import pytest

from assessment.answers.records import Assumptions, Estimate, Initiative, UseCase
from documents.terminal import result_text
from report.json.result import result_json
from report.model.report import Report
from report.text.value import claims, figures, pilots
from scoring import pilot_register
from services.assessments import answering
from services.assessments.answering import Started
from services.core import identity
from services.core.installation import Installation
from services.reports import results
from storage.repositories import plan_parts
from tests.reports import assert_explained, northgate, report_on
from tests.toy import everyone, toy_instrument
from tests.workshops import TODAY

TOY = toy_instrument()
CLAIM: dict[str, Any] = {
    "name": "Quotes",
    "lever": "revenue",
    "owner": "CSO",
    "metric": "hours",
    "baseline": 14.0,
    "target": 8.0,
    "date": "2027-06-30",
    "investment": Estimate(low=100, likely=100, high=100),
    "annual_benefit": Estimate(low=100, likely=100, high=100),
    "annual_cost": Estimate(low=10, likely=10, high=10),
    "success_probability": 1.0,
}


def report(*changes: dict[str, Any], **fields: Any) -> Report:
    use_cases = [UseCase(**CLAIM | change) for change in changes]
    return report_on(everyone(3, "document", TOY), TOY, use_cases=use_cases, **fields)


def as_data(*changes: dict[str, Any], **fields: Any) -> list[dict[str, Any]]:
    found = result_json(report(*changes, **fields))
    assert_explained(found)
    told: list[dict[str, Any]] = found["use_cases"]
    return told


def test_a_certain_use_case_reads_as_the_formula_says() -> None:
    assert as_data({}) == [
        {
            "name": "Quotes",
            "npv": {"p10": 35.39, "p50": 35.39, "p90": 35.39},
            "expected": 35.39,
            "npv_most_likely": 35.39,
            "p_loss": 0.0,
            "payback_years": 2.22,
            "value_test": True,
        }
    ]


def test_the_assumptions_of_the_file_hold() -> None:
    (found,) = as_data({}, assumptions=Assumptions(rate=0.0, years=2, ramp=[1.0]))
    assert found["npv"]["p50"] == 80.0
    assert found["payback_years"] == 1.11


def test_without_use_cases_nothing_is_drawn_and_the_list_is_empty() -> None:
    plain = report()
    assert plain.value is None
    assert result_json(plain)["use_cases"] == []


def test_what_is_missing_is_named_where_the_figures_would_stand() -> None:
    incomplete, faulty, late = as_data(
        {"investment": None, "annual_cost": None},
        {"annual_benefit": Estimate(low=3, likely=2, high=1)},
        {"annual_benefit": Estimate(low=20, likely=20, high=20), "owner": " "},
    )
    assert incomplete["npv"] is incomplete["p_loss"] is incomplete["payback_years"] is None
    assert incomplete["withheld"] == "Not calculated: the investment and the cost per year are missing."
    assert "the benefit per year must rise" in faulty["withheld"]
    assert (
        late["withheld"] == "Even if it succeeds, the most likely case is not paid back within three years."
    )
    assert (late["npv"]["p90"] < 0, late["p_loss"], late["value_test"]) == (True, 1.0, False)


@pytest.mark.parametrize("privacy", ["team", "by_camp"])
def test_use_cases_are_nobodys_answers_and_never_withheld(privacy: str) -> None:
    (found,) = as_data({}, privacy=privacy)
    assert found["npv"]["p50"] == 35.39


def test_use_cases_filled_in_after_submitting_are_in_the_report(
    inst: Installation, started: Started, token: str
) -> None:
    answering.submit(inst, started.owned, TODAY)
    submitted = identity.require(inst, token, started.owned.assessment_id)
    later = UseCase(**CLAIM | {"name": "Later"})
    with inst.database.writing() as unit:
        plan_parts.replace(unit, started.owned.assessment_id, plan_parts.USE_CASES, [later])
        plan_parts.replace(unit, started.owned.assessment_id, plan_parts.ASSUMPTIONS, [Assumptions(rate=0.0)])
    view = results.report(inst, submitted, TODAY).value
    assert view is not None
    assert [line.use_case.name for line in view.lines] == ["Later"]
    assert view.assumptions.rate == 0.0


def test_the_words_of_a_use_case_give_range_loss_and_payback() -> None:
    view = report({}).value
    assert view is not None
    (line,) = view.lines
    assert figures.worth_words(line.value) == (
        "Expected value 35 (net present value); 10 % chance below 35, 10 % above 35. The chance of a loss is fewer than 1 in 100."
    )
    assert figures.payback_words(line.value, 3) == (
        "If it succeeds, the most likely case is paid back after 2.2 years."
    )
    assert figures.matter_words(line.value) == ()
    assert "10 % a year" in figures.assumption_words(view)


def test_the_value_test_says_what_is_missing_and_what_is_open() -> None:
    view = report({}, {"baseline": None}, {"metric": None, "target": None}).value
    assert view is not None
    said = [claims.claim_words(line.test) for line in view.lines]
    assert said[0] == ("The value test is passed.",)
    assert said[1] == (
        "The value test is passed, with open points.",
        "Today’s figure has not been measured.",
    )
    assert said[2] == (
        "The value test is not passed.",
        "Nobody could say which figure would show the gain.",
        "No target is set.",
    )


def test_every_input_that_matters_has_words() -> None:
    wide = Estimate(low=50, likely=100, high=200)
    changes = {"investment": wide, "annual_benefit": wide, "annual_cost": wide, "success_probability": 0.5}
    for narrow in changes:
        view = report(changes | ({narrow: CLAIM[narrow]})).value
        assert view is not None
        assert len(figures.matter_words(view.lines[0].value)) == 3


@pytest.mark.parametrize(
    ("money", "text"), [(0.4, "0"), (-0.4, "0"), (1_234_567.8, "1,234,568"), (-9_999.6, "−10,000")]
)
def test_amounts_are_whole_and_have_a_true_minus(money: float, text: str) -> None:
    assert figures.amount(money) == text


def test_the_register_says_how_much_is_live_and_measured() -> None:
    def said(*stages: str) -> str:
        lines = [Initiative(name=f"i{n}", result="4 now", stage=s) for n, s in enumerate(stages)]
        found = report(initiatives=lines).pilots
        assert found is not None
        return pilots.conversion_sentence(found)

    assert said("idea") == "Nothing has been started yet."
    assert said("pilot", "stopped") == "Started: two. None is live with a measured result."
    assert said("pilot", "live") == "One of two initiatives started is live with a measured result."
    assert said("live", "scaled") == "Two of two initiatives started are live with a measured result."
    assert report().pilots is None


def test_what_most_leaders_do_not_know_of_is_to_be_decided_with_its_count() -> None:
    lines = [
        Initiative(name="Forecast", owner="COO", metric="Misses", stage="pilot", known_to=1, leaders_asked=5),
        Initiative(name="Quotes", owner="COO", metric="Hours", stage="pilot", known_to=0, leaders_asked=5),
        Initiative(name="Bell", owner="COO", metric="Hours", stage="live"),
    ]
    whole = report(initiatives=lines)
    found = whole.pilots
    assert found is not None
    told = "Tell the others, then decide whether to continue."
    assert [(one.verdict, one.sentence) for one in whole.verdicts] == [
        ("decide", f"One of the five leaders asked knows of it. {told}"),
        ("decide", f"None of the five leaders asked know of it. {told}"),
        ("measure", "It is running without a measured figure. Measure before spending more."),
    ]
    assert pilots.not_asked(found).startswith("For one running initiative it is not recorded")
    assert pilots.not_asked(pilot_register(lines[:2])) == ""
    alone = lines[0].model_copy(update={"known_to": 0, "leaders_asked": 1})
    (only,) = report(initiatives=[alone]).verdicts
    assert only.sentence.startswith("The one leader asked does not know of it.")


def test_the_register_is_data_too_with_what_follows_and_why() -> None:
    lines = [
        Initiative(name="Forecast", owner="COO", metric="Misses", stage="pilot", known_to=1, leaders_asked=5),
        Initiative(name="Quotes", owner="COO", metric="Hours", stage="scaled", result="3 hours, 9 before"),
    ]
    found = result_json(report(initiatives=lines))["pilots"]
    assert found["conversion"] == {"measured": 1, "started": 2, "from": 0.0945, "to": 0.9055}
    assert found["lines"] == [
        {
            "name": "Forecast",
            "stage": "pilot",
            "measured": False,
            "flags": ["unknown"],
            "follows": "decide",
            "reason": "One of the five leaders asked knows of it. Tell the others, then decide whether to continue.",
        },
        {
            "name": "Quotes",
            "stage": "scaled",
            "measured": True,
            "flags": [],
            "follows": "scale",
            "reason": "It is in daily use, with an owner, a measure and a measured result. Keep measuring.",
        },
    ]
    assert "pilots" not in result_json(report())


def test_the_use_cases_of_the_example_are_placed_by_what_they_are_expected_to_be_worth() -> None:
    view = northgate().value
    assert view is not None
    assert view.matrix is not None
    assert {line.value.state for line in view.lines} == {"ready"}
    assert [point.quadrant for point in view.matrix.points] == ["first", "leave", "first", "leave"]
    assert [line.test.passed for line in view.lines] == [True, True, True, False]


def test_the_text_holds_the_use_cases_and_the_register() -> None:
    text = result_text(northgate())
    assert "Value of the use cases\n  Quote drafting from e-mail enquiries: Expected value" in text
    assert "All four use cases together" in text
    assert "Pilot register\n  One of eight initiatives started is live with a measured result." in text
    assert (
        "Verdict on each initiative\n  Quote drafting from e-mail enquiries: Measure. It is running" in text
    )
    assert "use cases" not in result_text(report())

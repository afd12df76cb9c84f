"""Uses a company would put on its list, answered as an honest person would, and where the questions lead."""

from typing import NamedTuple

import pytest

from assessment.governance.ai_uses import UseResult, Verdict, classify
from assessment.governance.triage import YesNo
from tests import texts

USES, STANDARDS = texts.governance().ai_uses, texts.standards()
BY_CODE = {question.code: question for question in USES.questions}
DEPLOYER = {"Art. 26", "Art. 26(1)", "Art. 26(2)", "Art. 26(4)", "Art. 26(5)", "Art. 26(6)"}


class Met(NamedTuple):
    """A use: the questions answered with yes, its class, duties that follow and duties that must not."""

    name: str
    yes: set[str]
    verdict: Verdict
    follows: set[str]
    spared: set[str]


MET = (
    Met(
        "screening applications",
        {"hires_or_rates_people", "personal_data"},
        "high_risk",
        DEPLOYER | {"Art. 4", "Art. 6"},
        {"Art. 5", "Art. 27", "Art. 50"},
    ),
    Met(
        "a credit score for private customers",
        {"credit_or_insurance", "personal_data"},
        "high_risk",
        DEPLOYER | {"Art. 27"},
        {"Art. 5", "Art. 50"},
    ),
    Met(
        "pricing life or health insurance",
        {"credit_or_insurance", "personal_data"},
        "high_risk",
        DEPLOYER | {"Art. 27"},
        {"Art. 5"},
    ),
    Met(
        "a chat for customers",
        {"talks_to_public", "personal_data"},
        "transparency",
        {"Art. 4", "Art. 50"},
        DEPLOYER | {"Art. 27"},
    ),
    Met(
        "reading the mood of call-centre staff",
        {"emotion_at_work", "recognises_people", "hires_or_rates_people", "personal_data"},
        "prohibited",
        {"Art. 5"},
        DEPLOYER,
    ),
    Met(
        "reading the mood of customers by camera",
        {"recognises_people", "personal_data"},
        "high_risk",
        DEPLOYER | {"Art. 50"},
        {"Art. 27"},
    ),
    Met("planning the maintenance of machines", set(), "minimal", {"Art. 4"}, DEPLOYER | {"Art. 50"}),
    Met(
        "pictures for marketing that look real",
        {"makes_or_alters_media"},
        "transparency",
        {"Art. 4", "Art. 50"},
        DEPLOYER,
    ),
    Met("minutes of meetings", {"personal_data"}, "minimal", {"Art. 4"}, DEPLOYER | {"Art. 50"}),
    Met(
        "a camera that halts a press",
        {"safety_component"},
        "high_risk",
        DEPLOYER | {"Art. 6"},
        {"Art. 27", "Art. 50"},
    ),
    Met("finding fraud in payments", {"personal_data"}, "minimal", {"Art. 4"}, DEPLOYER | {"Art. 27"}),
    Met(
        "marking a final exam",
        {"education_scoring", "personal_data"},
        "high_risk",
        DEPLOYER,
        {"Art. 5", "Art. 50"},
    ),
    Met(
        "a mark for good conduct that decides who is served",
        {"social_scoring_or_manipulation", "personal_data"},
        "prohibited",
        {"Art. 5"},
        DEPLOYER,
    ),
    Met(
        "a general chat tool set up to sift job applications",
        {"hires_or_rates_people", "we_changed_its_purpose_or_brand", "personal_data"},
        "high_risk",
        DEPLOYER | {"Art. 25"},
        {"Art. 5"},
    ),
)


def answered(met: Met) -> UseResult:
    assert met.yes <= set(BY_CODE)
    answers: dict[str, YesNo] = {code: "yes" if code in met.yes else "no" for code in BY_CODE}
    return classify(USES, STANDARDS, answers)


@pytest.mark.parametrize("met", MET, ids=lambda met: met.name)
def test_a_use_met_in_companies_gets_its_class_and_its_duties(met: Met) -> None:
    result = answered(met)
    duties = {found.duty.id for found in result.follows}
    assert result.verdict == met.verdict
    assert met.follows <= duties
    assert not met.spared & duties


@pytest.mark.parametrize(
    ("code", "named"),
    [
        ("social_scoring_or_manipulation", "payments for fraud does not count"),
        ("credit_or_insurance", "looking for fraud do not count"),
        ("credit_or_insurance", "Judging companies"),
        ("safety_component", "Planning maintenance"),
        ("recognises_people", "Unlocking one’s own laptop does not count"),
        ("emotion_at_work", "video interview"),
        ("hires_or_rates_people", "Sorting applications"),
    ],
)
def test_the_question_itself_says_how_to_answer_for_the_uses_people_ask_about(code: str, named: str) -> None:
    assert named in BY_CODE[code].example


@pytest.mark.parametrize("met", MET, ids=lambda met: met.name)
def test_a_class_above_minimal_is_never_said_without_something_to_have_checked(met: Met) -> None:
    result = answered(met)
    if result.verdict != "minimal":
        assert all("checked" in str(question.check) for question in result.reasons)


def test_an_exception_for_narrow_tasks_is_never_named_without_its_own_limit() -> None:
    checks = [question.check for question in USES.questions if question.check and "6(3)" in question.check]
    assert checks
    assert all("never where people are profiled" in check for check in checks)


def test_high_risk_duties_of_whoever_uses_it_name_both_dates() -> None:
    for duty in STANDARDS.euaiact:
        if duty.id in {*DEPLOYER, "Art. 25", "Art. 6"}:
            assert [entry.date for entry in duty.dates] == ["2027-12-02", "2028-08-02"], duty.id


def test_a_duty_begins_with_the_first_of_its_published_dates() -> None:
    for duty in STANDARDS.euaiact:
        assert duty.applies_from == min(entry.date for entry in duty.dates_of("adopted")), duty.id

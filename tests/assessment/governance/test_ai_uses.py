"""The class of an AI use, by examples a leader would bring to the room."""

import pytest

from assessment.governance.ai_uses import UseResult, Verdict, classify, use_class
from assessment.governance.triage import YesNo, classify_answers
from tests import texts

USES, STANDARDS = texts.governance().ai_uses, texts.standards()
NO: dict[str, YesNo] = {question.code: "no" for question in USES.questions}


def sort(**answers: YesNo) -> UseResult:
    """All other questions are answered with no."""
    assert set(answers) <= set(NO)
    return classify(USES, STANDARDS, NO | answers)


def duties(result: UseResult) -> set[str]:
    return {found.duty.id for found in result.follows}


@pytest.mark.parametrize(
    ("code", "verdict"),
    [
        ("social_scoring_or_manipulation", "prohibited"),
        ("emotion_at_work", "prohibited"),
        ("recognises_people", "high_risk"),
        ("hires_or_rates_people", "high_risk"),
        ("credit_or_insurance", "high_risk"),
        ("education_scoring", "high_risk"),
        ("safety_component", "high_risk"),
        ("public_authority_work", "high_risk"),
        ("talks_to_public", "transparency"),
        ("makes_or_alters_media", "transparency"),
        ("we_changed_its_purpose_or_brand", "minimal"),
        ("personal_data", "minimal"),
    ],
)
def test_one_yes_alone_leads_to_its_class(code: str, verdict: Verdict) -> None:
    result = sort(**{code: "yes"})
    assert result.verdict == result.lowest == result.highest == verdict
    assert code in {question.code for question in (*result.reasons, *result.also)}


def test_a_use_about_which_nothing_is_known_is_unclear() -> None:
    result = classify(USES, STANDARDS, {})
    assert (result.verdict, result.lowest, result.highest) == ("unclear", "minimal", "prohibited")
    assert use_class(USES, result.verdict).name == "Not yet clear"


def test_a_summary_of_meetings_has_no_special_duty_but_people_who_know_enough() -> None:
    result = sort()
    assert result.verdict == "minimal"
    assert duties(result) == {"Art. 4"}
    assert result.may_follow == ()


def test_sifting_applications_is_high_risk_with_the_duties_of_whoever_uses_it() -> None:
    result = sort(hires_or_rates_people="yes", personal_data="yes")
    assert duties(result) == {
        *("Art. 4", "Art. 6", "Art. 26", "Art. 26(1)", "Art. 26(2)"),
        *("Art. 26(4)", "Art. 26(5)", "Art. 26(6)"),
    }
    assert [question.code for question in result.reasons] == ["hires_or_rates_people"]
    assert [question.code for question in result.also] == ["personal_data"]
    assert any("6(3)" in str(question.check) for question in result.checks)


def test_an_assessment_of_rights_follows_for_credit_and_public_work_only() -> None:
    assert "Art. 27" in duties(sort(credit_or_insurance="yes"))
    assert "Art. 27" in duties(sort(public_authority_work="yes"))
    assert "Art. 27" not in duties(sort(hires_or_rates_people="yes"))


def test_our_own_name_on_it_matters_where_the_use_is_high_risk() -> None:
    assert "Art. 25" in duties(sort(hires_or_rates_people="yes", we_changed_its_purpose_or_brand="yes"))
    assert "Art. 25" not in duties(sort(talks_to_public="yes", we_changed_its_purpose_or_brand="yes"))


def test_a_chat_that_judges_credit_has_both_duties() -> None:
    result = sort(talks_to_public="yes", credit_or_insurance="yes")
    assert result.verdict == "high_risk"
    assert {"Art. 26", "Art. 50"} <= duties(result)


def test_an_unknown_that_cannot_raise_the_class_leaves_it_clear() -> None:
    result = sort(hires_or_rates_people="yes", talks_to_public="unknown", personal_data="unknown")
    assert result.verdict == "high_risk"
    assert result.open == ()
    assert [found.duty.id for found in result.may_follow] == ["Art. 50"]


def test_an_unknown_that_could_raise_the_class_is_named() -> None:
    result = sort(talks_to_public="yes", emotion_at_work="unknown", makes_or_alters_media="unknown")
    assert (result.verdict, result.lowest, result.highest) == ("unclear", "transparency", "prohibited")
    assert [question.code for question in result.open] == ["emotion_at_work"]
    assert "Art. 5" in {found.duty.id for found in result.may_follow}
    assert "Art. 26" not in {found.duty.id for found in result.may_follow}


def test_nothing_is_open_once_a_use_looks_banned() -> None:
    result = classify(USES, STANDARDS, {"emotion_at_work": "yes"})
    assert (result.verdict, result.open) == ("prohibited", ())
    assert duties(result) == {"Art. 5"}


def test_every_duty_comes_with_its_dates_source_and_the_day_it_was_read() -> None:
    for found in sort(hires_or_rates_people="yes", we_changed_its_purpose_or_brand="yes").follows:
        assert found.duty.dates
        assert found.duty.source
        assert found.duty.as_of


def test_answers_to_questions_that_do_not_exist_change_nothing() -> None:
    assert classify(USES, STANDARDS, NO | {"flies_to_the_moon": "yes"}) == sort()


def test_a_question_that_raises_to_nothing_decides_no_class() -> None:
    reading = classify_answers(
        ("low", "high"), {"fast": "high", "red": None}, {"red": "yes", "fast": "unknown"}
    )
    assert (reading.lowest, reading.highest, reading.settled) == ("low", "high", None)
    assert (reading.reasons, reading.open) == ((), ("fast",))

"""Governance in sentences that can be read aloud."""

from assessment.answers.records import Assessment
from assessment.governance.acceptable_risk import risk_statement
from assessment.governance.ai_uses import UseResult, classify
from assessment.governance.charter import charter_draft
from assessment.governance.legacy import triage
from assessment.governance.triage import YesNo
from report.text.governance import acceptable_risk, ai_uses, charter, standards
from report.text.governance.portfolio import chair_duty, finding_sentence, legacy_sentence, right_sentence
from scoring import score
from scoring.levels.crosswalk import standards_evidence
from tests import texts
from tests.paths import EXAMPLE
from tests.toy import everyone

TEXTS, STANDARDS, INSTRUMENT = texts.governance(), texts.standards(), texts.real_instrument()
NO: dict[str, YesNo] = {question.code: "no" for question in TEXTS.ai_uses.questions}
DUTIES = {duty.id: duty for duty in STANDARDS.euaiact}


def use(**answers: YesNo) -> UseResult:
    return classify(TEXTS.ai_uses, STANDARDS, NO | answers)


def class_of(result: UseResult) -> str:
    return ai_uses.class_sentence(TEXTS.ai_uses, result)


def test_the_class_of_a_use_comes_with_its_reasons() -> None:
    assert class_of(use(talks_to_public="yes")) == (
        "People must be told, because it talks or writes to people by itself."
    )
    two = class_of(use(hires_or_rates_people="yes", education_scoring="yes"))
    assert two.startswith("Looks high-risk, because it helps to choose")
    assert " and because it decides on admission" in two
    assert class_of(use()).startswith("No special duties seen: ")


def test_an_unclear_use_says_what_it_is_at_least_and_what_is_missing() -> None:
    found = use(talks_to_public="yes", emotion_at_work="unknown")
    assert class_of(found) == (
        "Not yet clear: at least “People must be told”, because it talks or writes to people by itself. One answer is missing that could raise it to “Looks banned”."
    )
    assert ai_uses.open_sentence(found) == "Open questions: “Feelings at work or in class”."
    assert "Do not use it (Art. 5)" in ai_uses.may_follow_sentence(found)
    nothing = classify(TEXTS.ai_uses, STANDARDS, {})
    assert class_of(nothing) == (
        "Not yet clear: ten answers are missing that could raise it to “Looks banned”."
    )
    assert ai_uses.open_sentence(nothing).endswith(" and six more.")


def test_what_has_nothing_to_say_says_nothing() -> None:
    plain = use()
    assert ai_uses.open_sentence(plain) == ""
    assert ai_uses.also_sentence(plain) == ""
    assert ai_uses.may_follow_sentence(plain) == ""
    assert ai_uses.check_lines(plain) == []


def test_a_date_names_what_it_is_for_whether_it_is_certain_and_when_it_was_read() -> None:
    said = ai_uses.dates_sentence(DUTIES["Art. 26(2)"])
    assert said == (
        "Under the law as published, it applies from 2 December 2027 for high-risk uses listed in Annex III and "
        "from 2 August 2028 for safety parts of products under Annex I (Article 6(1)). Read on 26 November 2026. "
        "Check before relying; not legal advice."
    )


def test_a_class_says_from_when_its_duties_apply() -> None:
    high = use(hires_or_rates_people="yes")
    assert ai_uses.class_dates(high) == ai_uses.dates_sentence(DUTIES["Art. 6"])
    assert "from 2 December 2027 for high-risk uses listed in Annex III" in ai_uses.class_dates(high)
    assert ai_uses.class_duty(use(emotion_at_work="yes")) == DUTIES["Art. 5"]
    assert ai_uses.class_duty(use(talks_to_public="yes")) == DUTIES["Art. 50"]
    assert ai_uses.class_dates(use()) == ""


def test_a_change_that_was_only_reported_is_said_to_be_no_more_than_that() -> None:
    duty = DUTIES["Art. 27"]
    later = duty.dates[0].model_copy(update={"date": "2029-12-02", "basis": "reported"})
    said = ai_uses.dates_sentence(duty.model_copy(update={"dates": [*duty.dates, later]}))
    assert "A change was reported but not confirmed; with it, the duty applies from 2 December 2029" in said
    assert "reported" not in ai_uses.dates_sentence(duty)


def test_a_duty_without_listed_dates_still_says_from_when() -> None:
    bare = DUTIES["Art. 5"].model_copy(update={"dates": []})
    assert ai_uses.dates_sentence(bare).startswith(
        "Under the law as published, it applies from 2 February 2025."
    )


def test_the_list_of_uses_names_the_heaviest_class_first() -> None:
    said = ai_uses.inventory_sentence(TEXTS.ai_uses, ["minimal", "high_risk", "minimal"])
    assert said == "Three AI use cases are listed. Looks high-risk: one; No special duties seen: two."
    assert "No AI use case is listed yet" in ai_uses.inventory_sentence(TEXTS.ai_uses, [])


def test_a_standard_is_never_said_to_be_met() -> None:
    for level in (1, 4):
        result = score(INSTRUMENT, everyone(level, "number", INSTRUMENT))
        said = []
        for found in standards_evidence(INSTRUMENT, result, STANDARDS):
            said.append(standards.standard_sentence(found))
            for group in found.groups:
                said.append(standards.group_sentence(group))
                said += (
                    standards.evidence_sentence(INSTRUMENT, found.standard, entry)
                    for entry in group.practices
                )
        text = " ".join([*said, str(standards.WHAT_THIS_IS)]).lower()
        assert not [word for word in ("compl", "fulfil", "conform", "covered", "meets") if word in text]
        assert ("evidence from" in text) == (level == 4)
        assert "clause 4" in text


def test_the_charter_reads_as_a_page() -> None:
    grid = {
        "fund": {"accountable": "CFO", "responsible": "CIO", "consulted": ["CLO", "CEO"], "informed": []},
        "set_policy": {"accountable": "CEO"},
        "accept_risk": {"accountable": "CFO"},
        "own_benefit": {"accountable": "CFO"},
    }
    found = charter_draft(INSTRUMENT, TEXTS.charter, {"decisions": grid}, agreed={"OWN-2": 1}, level=2)
    assert chair_duty("chief executive", TEXTS.charter).startswith("Chief executive. Speaks last")
    kept = charter.charter_text(INSTRUMENT, found)
    assert (kept.chair, kept.cadence, kept.minutes) == ("CEO", "Every four weeks", 90)
    right = next(right for right in found.rights if right.code == "fund")
    assert right_sentence(INSTRUMENT, right) == (
        "Owner: Chief financial officer. Done by: Chief information officer. "
        "Asked before: Chief executive; Head of legal and risk."
    )
    findings = [finding_sentence(INSTRUMENT, found, each) for each in found.findings]
    assert findings[0].startswith("Nobody is named for “Which AI use cases join the list")
    assert any(text.startswith("Chief financial officer would answer for both") for text in findings)


def test_a_charter_without_anybody_says_so() -> None:
    found = charter_draft(INSTRUMENT, TEXTS.charter, {})
    assert charter.charter_text(INSTRUMENT, found).chair is None
    assert right_sentence(INSTRUMENT, found.rights[0]) == "Nobody is named yet."
    findings = [finding_sentence(INSTRUMENT, found, each) for each in found.findings]
    assert findings[-1] == "The decision owners suggest no chair. Name one."


def test_the_rights_of_the_examples_charter_are_those_of_its_owners_today() -> None:
    example = Assessment.model_validate_json(EXAMPLE.read_bytes())
    kept, grid = example.charter, example.ownership
    assert kept is not None
    assert grid is not None
    drafted = charter.charter_text(INSTRUMENT, charter_draft(INSTRUMENT, TEXTS.charter, grid.plain()))
    assert charter.moved_sentence(INSTRUMENT, kept, drafted) == ""
    other = kept.model_copy(update={"rights": kept.rights[1:]})
    assert charter.moved_sentence(INSTRUMENT, other, drafted) != ""


def test_a_forum_that_is_too_large_or_of_one_side_is_told() -> None:
    small = TEXTS.charter.model_copy(update={"largest": 3})
    roles = ("CEO", "CFO", "COO", "CMO")
    grid = {
        choice.code: {"accountable": role}
        for choice, role in zip(INSTRUMENT.decisions[:4], roles, strict=True)
    }
    found = charter_draft(INSTRUMENT, small, {"decisions": grid})
    findings = [finding_sentence(INSTRUMENT, found, each) for each in found.findings]
    assert any(
        text.startswith("All members are from one side: Chief executive; Chief fin") for text in findings
    )
    assert any(text.startswith("Four people are too many") for text in findings)


def test_the_statement_says_how_far_the_executives_are() -> None:
    risk = TEXTS.acceptable_risk
    say = acceptable_risk.risk_progress
    assert say(risk_statement(risk, {})) == "None of the 13 lines is decided yet."
    one = {"watches_staff": {"option": "never"}}
    assert say(risk_statement(risk, one)) == "One of 13 lines is decided."
    unlimited = one | {"sends_unread": {"option": "with_limit"}}
    assert say(risk_statement(risk, unlimited)).endswith(
        "Still to write: a limit for “Messages no one has read”."
    )
    every = {line.code: {"option": "ask_first"} for line in risk.lines}
    assert say(risk_statement(risk, every)) == "All 13 lines are decided."
    assert acceptable_risk.option_title(risk, "with_limit") == "Accepted with a limit"


def test_an_old_system_is_named_with_its_reasons() -> None:
    portfolio = TEXTS.portfolio
    no: dict[str, YesNo] = {question.code: "no" for question in portfolio.legacy_questions}
    assert legacy_sentence(triage(portfolio, no | {"copied_by_hand": "yes"})) == (
        "Costly, but blocks nothing, because people copy its data by hand."
    )
    assert legacy_sentence(triage(portfolio, {})).startswith("Not yet clear. ")

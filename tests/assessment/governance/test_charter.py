"""The forum’s charter, the statement of acceptable risk and the sorting of old systems."""

from typing import Any

import pytest

from assessment.answers.records import UseCase
from assessment.governance.acceptable_risk import risk_statement
from assessment.governance.charter import CharterDraft, charter_draft
from assessment.governance.legacy import system_class, triage
from assessment.governance.model import CharterText
from assessment.governance.triage import YesNo
from assessment.instrument.model import Choice, Instrument
from tests import texts
from tests.toy import toy_instrument

TEXTS = texts.governance()
DECISIONS = ("buy_shelf", "paint_shelf", "use_shelf")


@pytest.fixture(scope="module")
def instrument() -> Instrument:
    choices = [Choice(code=code, title=f"Who may {code}?", meaning="Who says yes.") for code in DECISIONS]
    return toy_instrument().model_copy(update={"decisions": choices})


@pytest.fixture(scope="module")
def text() -> CharterText:
    fields = TEXTS.charter.model_dump()
    fields |= {
        "chair_from": ["paint_shelf", "buy_shelf"],
        "rights": [{"decision": "buy_shelf", "text": "New shelves"}],
        "apart": [{"decisions": ["buy_shelf", "use_shelf"], "why": "Whoever uses it should not buy it."}],
        "largest": 3,
    }
    return CharterText.model_validate(fields)


def draft(instrument: Instrument, text: CharterText, grid: dict[str, Any], **more: Any) -> CharterDraft:
    return charter_draft(instrument, text, {"decisions": grid}, **more)


def kinds(found: CharterDraft) -> list[str]:
    return [finding.kind for finding in found.findings]


def test_who_answers_or_carries_out_has_a_seat_and_who_is_heard_has_none(
    instrument: Instrument, text: CharterText
) -> None:
    grid = {
        "buy_shelf": {"accountable": "CEO", "responsible": "CIO", "consulted": ["COO", "CIO"], "informed": []}
    }
    found = draft(instrument, text, grid)
    assert [member.role for member in found.members] == ["CEO", "CIO"]
    assert found.members[1].responsible == ("buy_shelf",)
    assert found.rights[0].text == "New shelves"
    assert found.rights[1].text == "Who may paint_shelf?"


def test_the_chair_answers_for_the_first_of_the_chairs_decisions_that_has_somebody(
    instrument: Instrument, text: CharterText
) -> None:
    grid = {"buy_shelf": {"accountable": "COO"}, "paint_shelf": {"accountable": "nobody"}}
    assert draft(instrument, text, grid).chair == "COO"
    grid["paint_shelf"] = {"accountable": "CIO"}
    assert draft(instrument, text, grid).chair == "CIO"


def test_an_empty_grid_gives_a_charter_that_says_what_is_open(
    instrument: Instrument, text: CharterText
) -> None:
    found = charter_draft(instrument, text, {})
    assert (found.members, found.chair) == ((), None)
    assert kinds(found) == ["open", "no_chair"]
    assert found.findings[0].decisions == DECISIONS


@pytest.mark.parametrize("said", ["nobody", "several", "dont_know", None, "", ["CEO"], 3])
def test_what_is_no_function_counts_as_nobody(instrument: Instrument, text: CharterText, said: Any) -> None:
    found = draft(instrument, text, {"buy_shelf": {"accountable": said}})
    assert found.rights[0].accountable is None
    assert "buy_shelf" in found.findings[0].decisions


def test_two_decisions_that_belong_apart_are_named_with_the_reason(
    instrument: Instrument, text: CharterText
) -> None:
    same = {"accountable": "COO", "responsible": "CIO"}
    found = draft(instrument, text, dict.fromkeys(DECISIONS, same))
    together = [finding for finding in found.findings if finding.kind == "together"]
    assert [(f.decisions, f.roles) for f in together] == [(("buy_shelf", "use_shelf"), ("COO",))]
    assert together[0].why.startswith("Whoever uses it")


def test_a_forum_of_one_side_is_noticed(instrument: Instrument, text: CharterText) -> None:
    one_side = draft(instrument, text, {code: {"accountable": "CEO"} for code in DECISIONS})
    assert "one_side" in kinds(one_side)
    both = draft(instrument, text, {"buy_shelf": {"accountable": "CEO"}, "use_shelf": {"accountable": "CIO"}})
    assert "one_side" not in kinds(both)


def test_a_forum_larger_than_can_decide_is_noticed(instrument: Instrument, text: CharterText) -> None:
    grid = {
        "buy_shelf": {"accountable": "CEO"},
        "paint_shelf": {"accountable": "CIO"},
        "use_shelf": {"accountable": "COO"},
    }
    assert "large" not in kinds(draft(instrument, text, grid))
    small = text.model_copy(update={"largest": 2})
    assert "large" in kinds(draft(instrument, small, grid))


def test_the_forum_begins_with_what_was_agreed_below_level_3_the_lowest_first(
    instrument: Instrument, text: CharterText
) -> None:
    agreed = {"ABC-1": 2, "ABC-2": 1, "DEF-1": 3, "DEF-2": 2, "GHI-1": 2, "XXX-1": 1}
    found = draft(instrument, text, {}, agreed=agreed)
    assert [(first.practice, first.level) for first in found.first] == [
        ("ABC-2", 1),
        ("ABC-1", 2),
        ("DEF-2", 2),
    ]
    assert found.first[0].lacking == instrument.practices["ABC-2"].move(2).lacking


def test_the_rhythm_follows_the_level_and_the_length_is_that_of_the_agenda(
    instrument: Instrument, text: CharterText
) -> None:
    weeks = [draft(instrument, text, {}, level=level).rhythm.weeks for level in (1, 2, 3, 4, 5)]
    assert weeks == sorted(weeks)
    assert draft(instrument, text, {}).rhythm == draft(instrument, text, {}, level=1).rhythm
    assert draft(instrument, text, {}).minutes == sum(point.minutes for point in text.agenda)


def test_a_line_accepted_with_a_limit_is_open_until_the_limit_is_written() -> None:
    risk = TEXTS.acceptable_risk
    first, second, *rest = (line.code for line in risk.lines)
    decided: dict[str, dict[str, Any]] = {code: {"option": "free"} for code in rest}
    decided |= {first: {"option": "with_limit", "limit": "  "}, second: {"option": "perhaps"}}
    statement = risk_statement(risk, decided)
    assert [found.line.code for found in statement.open] == [first, second]
    decided[first] |= {"limit": "Ten people", "signed": ["CEO"]}
    statement = risk_statement(risk, decided)
    assert [found.line.code for found in statement.open] == [second]
    limited = next(found for found in statement.lines if found.option == "with_limit")
    assert limited.signed == ("CEO",)


def test_every_line_stands_in_one_area() -> None:
    risk = TEXTS.acceptable_risk
    statement = risk_statement(risk, {line.code: {"option": "ask_first"} for line in risk.lines})
    assert sum(len(statement.of(area)) for area in risk.areas) == len(risk.lines)


def test_an_old_system_is_sorted_by_its_heaviest_yes() -> None:
    portfolio = TEXTS.portfolio
    no: dict[str, YesNo] = {question.code: "no" for question in portfolio.legacy_questions}
    assert triage(portfolio, no).verdict.code == "good_enough"
    costly = triage(portfolio, no | {"cost_rises": "yes"})
    assert (costly.verdict.code, [q.code for q in costly.reasons]) == ("costly", ["cost_rises"])
    blocked = triage(portfolio, no | {"cost_rises": "yes", "blocks_next": "yes"})
    assert blocked.verdict.code == "strategic"
    asked = triage(portfolio, no | {"cost_rises": "yes", "blocks_next": "unknown"})
    assert (asked.verdict.code, [q.code for q in asked.open]) == ("unclear", ["blocks_next"])
    assert triage(portfolio, {}).verdict.code == "unclear"


def test_a_system_is_classed_by_its_answers_else_by_hand_and_only_where_it_blocks() -> None:
    portfolio = TEXTS.portfolio

    def code(**fields: Any) -> str | None:
        found = system_class(portfolio, UseCase(name="Quotes", **fields))
        return found.verdict.code if found else None

    assert code() is None
    assert code(blocked_by=" ", triage="strategic") is None
    assert code(blocked_by="Stock system") == "unclear"
    assert code(blocked_by="Stock system", triage="costly") == "costly"
    answers: dict[str, Any] = {"blocks_next": "yes", "gone_from_the_list": "no"}
    assert code(blocked_by="Stock system", triage="costly", triage_answers=answers) == "strategic"

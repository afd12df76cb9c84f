"""Value of AI use cases: a blank company, a register typed in, estimates, an old system, assumptions, pilots."""

from typing import Any

import pytest

from assessment.answers.plan_records import PlanRecords
from services.assessments import owner
from services.core.installation import Installation
from services.plan import roadmap, use_cases
from tests import prepare
from tests.ui.fields import USE_CASES, enters, shown
from tests.ui.filled import answered, everywhere, imported, owned_by
from tests.ui.visit import Visit

SURE: dict[str, Any] = {
    "name": "Quotes",
    "lever": "revenue",
    "owner": "OWNER",
    "metric": "hours",
    "baseline": 14,
    "target": 8,
    "date": "2027-06-30",
    "success_probability": 1.0,
    "investment": {"low": 100, "likely": 100, "high": 100},
    "annual_benefit": {"low": 100, "likely": 100, "high": 100},
    "annual_cost": {"low": 10, "likely": 10, "high": 10},
}


def at_value(inst: Installation, *rows: dict[str, Any]) -> Visit:
    visit = answered(inst, everywhere(3))
    if rows:
        prepare.use_cases(inst, owned_by(inst, visit), rows)
    visit.open("plan-value")
    return visit


def kept(inst: Installation, visit: Visit) -> PlanRecords:
    return roadmap.plan_of(inst, owned_by(inst, visit))


def test_a_blank_company_begins_with_a_name(inst: Installation) -> None:
    visit = at_value(inst)
    assert visit.heading == "Value of AI use cases"
    assert "No use case yet" in visit.text
    visit.press("Add use case")
    assert "A use case needs a name" in visit.text
    visit.type("First AI use case", "Repair forecast")
    visit.press("Add use case")
    assert [line.name for line in kept(inst, visit).use_cases] == ["Repair forecast"]
    assert "Nobody could say how this cuts cost or grows revenue." in visit.text
    assert "No use case has all its estimates yet" in visit.text
    assert "Decide. Nobody answers for it." in visit.text


def test_pilots_that_run_are_taken_over_with_owner_and_measure(inst: Installation) -> None:
    visit = answered(inst, everywhere(3))
    rows = [
        {"name": "Forecast", "owner": "OWNER", "metric": "misses: 4", "stage": "live"},
        {"name": "Forecast", "stage": "pilot"},
        {"name": "Old", "stage": "stopped"},
    ]
    prepare.initiatives(inst, owned_by(inst, visit), rows)
    visit.open("plan-value")
    assert "It is listed twice." in visit.text
    visit.press("Add 2 pilots")
    (line,) = kept(inst, visit).use_cases
    assert (line.name, line.owner, line.metric) == ("Forecast", "OWNER", "misses: 4")


def test_three_amounts_are_stored_and_answered_at_once(inst: Installation) -> None:
    visit = at_value(inst, SURE | {"investment": None})
    assert "the investment is missing" in visit.text
    enters(visit, "Investment: low (10 % chance of less)", 90)
    assert "All three are needed" in visit.text
    # Whoever is still typing has done nothing wrong.
    assert not any('class="pl-problem' in block.value for block in visit.app.html)
    enters(visit, "Investment: most likely", 100)
    enters(visit, "Investment: high (10 % chance of more)", 120)
    assert "Saved" in visit.text
    estimate = kept(inst, visit).use_cases[0].investment
    assert estimate is not None
    assert (estimate.low, estimate.likely, estimate.high) == (90, 100, 120)
    assert "The one use case" in visit.text
    assert "35 if it succeeds and every amount is the most likely one." in visit.text
    assert "paid back after 2.2 years" in visit.text


@pytest.mark.parametrize(
    ("label", "value", "said"),
    [
        (
            "Investment: most likely",
            500.0,
            "do not go from smallest to largest",
        ),
        ("Cost per year: low (10 % chance of less)", -5.0, "The cost per year cannot be below zero"),
        (
            "Benefit per year: high (10 % chance of more)",
            2e12,
            "The benefit per year is larger than 1,000,000,000,000",
        ),
    ],
)
def test_amounts_that_cannot_be_meant_are_named_and_change_nothing(
    inst: Installation, label: str, value: float, said: str
) -> None:
    visit = at_value(inst, SURE)
    before = kept(inst, visit)
    enters(visit, label, value)
    assert said in visit.text
    assert "what you typed is still here" in visit.text
    assert kept(inst, visit) == before


@pytest.mark.parametrize(
    ("typed", "stored"), [("€ 1.25m", 1_250_000.0), ("1 250 000", 1_250_000.0), ("1250000", 1_250_000.0)]
)
def test_an_amount_is_read_as_it_is_typed_and_shown_with_separators(
    inst: Installation, typed: str, stored: float
) -> None:
    visit = at_value(inst, SURE)
    enters(visit, "Benefit per year: high (10 % chance of more)", typed)
    estimate = kept(inst, visit).use_cases[0].annual_benefit
    assert estimate is not None
    assert estimate.high == stored
    assert shown(visit, "Benefit per year: high (10 % chance of more)") == "1,250,000"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("much", "“much” cannot be read as an amount."),
        ("1.250", "“1.250” could mean 1.25 or 1,250."),
        ("$ 500", "is in another currency. All figures are in EUR"),
    ],
)
def test_an_amount_that_cannot_be_read_stays_and_says_so(inst: Installation, typed: str, said: str) -> None:
    visit = at_value(inst, SURE)
    visit.type("Currency", "EUR")
    before = kept(inst, visit)
    enters(visit, "Investment: high (10 % chance of more)", typed)
    assert said in visit.text
    assert "Saved" not in visit.text
    assert shown(visit, "Investment: high (10 % chance of more)") == typed
    assert kept(inst, visit) == before


def test_what_was_typed_and_not_stored_waits_while_another_use_case_is_in_front(inst: Installation) -> None:
    visit = at_value(inst, SURE, SURE | {"name": "Planner"})
    enters(visit, "Investment: most likely", "500")
    enters(visit, "Chance of success", 140)
    visit.choose("Use case shown", "Planner")
    assert "Not saved yet, but kept: “Quotes”: the investment and whether it succeeds." in visit.text
    assert shown(visit, "Investment: most likely") == "100"
    visit.open("plan-roadmap")
    visit.open("plan-value")
    visit.choose("Use case shown", "Quotes")
    assert shown(visit, "Investment: most likely") == "500"
    assert shown(visit, "Chance of success") == "140"
    assert "100, 500, 100 do not go from smallest to largest" in visit.text
    enters(visit, "Investment: high (10 % chance of more)", "600")
    enters(visit, "Chance of success", 40)
    visit.choose("Use case shown", "Planner")
    assert "Not saved yet, but kept" not in visit.text


def test_what_was_typed_goes_with_a_renamed_use_case(inst: Installation) -> None:
    visit = at_value(inst, SURE)
    enters(visit, "Investment: most likely", "500")
    visit.edit(USE_CASES, edited_rows={0: {"name": "Quotes by night"}})
    assert shown(visit, "Investment: most likely") == "500"
    assert "do not go from smallest to largest" in visit.text


@pytest.mark.parametrize(
    ("label", "good", "bad", "said"),
    [
        (
            "Discount rate per year",
            5,
            140,
            "140 % a year is not a usable discount rate: type one between −50 % and 100 %.",
        ),
        ("Discount rate per year", 5, -100, "−100 % a year is not a usable discount rate"),
        ("Years counted", 2, 40, "40 years cannot be calculated: choose 1 to 10."),
        ("Years counted", 2, 0, "0 years cannot be calculated"),
        ("Year 2", 50, 140, "Year 2 cannot reach 140 % of the full benefit"),
        ("Chance of success", 50, -5, "A chance is between 0 and 100 out of 100; −5 is not."),
        ("Effort", 5, -1, "An effort is between 0 and 1,000 person-weeks; −1 is not."),
        ("Effort", 5, 1e6, "An effort is between 0 and 1,000 person-weeks; 1,000,000 is not."),
    ],
)
def test_a_refused_figure_replaces_the_saved_beside_it_by_its_own_sentence(
    inst: Installation, label: str, good: float, bad: float, said: str
) -> None:
    visit = at_value(inst, SURE)
    enters(visit, label, good)
    assert "Saved" in visit.text
    before = kept(inst, visit)
    enters(visit, label, bad)
    assert said in visit.text
    assert "What you typed is still here" in visit.text
    assert "Saved" not in visit.text
    assert shown(visit, label) == str(bad)
    assert kept(inst, visit) == before
    enters(visit, label, good)
    assert said not in visit.text
    assert "Saved" in visit.text


def test_the_effort_is_the_one_of_the_roadmap(inst: Installation) -> None:
    visit = at_value(inst, SURE)
    assert "Without an effort it is not on the roadmap." in visit.text
    enters(visit, "Effort", 6)
    assert kept(inst, visit).use_cases[0].effort_weeks == 6
    visit.open("plan-roadmap")
    enters(visit, "Quotes", 7.5)
    visit.open("plan-value")
    assert shown(visit, "Effort") == "7.5"


def test_an_estimate_taken_back_and_no_chance_at_all_are_said(inst: Installation) -> None:
    visit = at_value(inst, SURE)
    enters(visit, "Chance of success", 0)
    assert "With no chance of success, only the cost is left" in visit.text
    assert "Its chance of success is zero." in visit.text
    enters(visit, "Chance of success", None)
    assert "70 % is assumed" in visit.text
    assert kept(inst, visit).use_cases[0].success_probability is None


def test_money_that_only_goes_out_has_no_yearly_return(inst: Installation) -> None:
    nothing = {"low": 0, "likely": 0, "high": 0}
    visit = at_value(inst, SURE | {"annual_benefit": nothing})
    assert "There is no yearly return" in visit.text
    assert "It is more likely to lose than to gain." in visit.text


def test_the_grid_stores_what_is_typed_and_keeps_the_estimates_of_a_renamed_line(inst: Installation) -> None:
    visit = at_value(inst, SURE, {"name": "Planner", "lever": "cost"})
    visit.edit(
        USE_CASES, edited_rows={0: {"name": "Quotes by night", "lever": "cost"}, 1: {"date": "2027-01-31"}}
    )
    first, second = kept(inst, visit).use_cases
    assert (first.name, first.lever, first.investment is not None) == ("Quotes by night", "cost", True)
    assert second.date == "2027-01-31"
    assert visit.app.selectbox[0].value == "Quotes by night"
    visit.edit(
        USE_CASES,
        edited_rows={0: {"name": "Quotes again", "lever": "cost"}, 1: {"date": "2027-01-31"}},
        added_rows=[{"name": "Third", "class": "improve", "exploring": "exploring", "owner": "OWNER"}],
    )
    names = [line.name for line in kept(inst, visit).use_cases]
    assert names == ["Quotes again", "Planner", "Third"]
    third = kept(inst, visit).use_cases[2]
    assert (third.portfolio, third.exploring, third.owner, third.lever) == ("improve", True, "OWNER", None)
    visit.edit(USE_CASES, added_rows=[{"name": "Third"}], deleted_rows=[0])
    assert [line.name for line in kept(inst, visit).use_cases] == ["Planner", "Third"]
    assert kept(inst, visit).use_cases[0].date is None


def test_a_line_that_cannot_be_kept_says_why_and_nothing_is_lost(inst: Installation) -> None:
    visit = at_value(inst, SURE)
    visit.edit(USE_CASES, added_rows=[{"name": "Quotes"}])
    assert "Line 2 needs a different name; line 1 has this one" in visit.text
    assert len(kept(inst, visit).use_cases) == 1
    visit.edit(USE_CASES, added_rows=[{"name": "Quotes, abroad"}])
    assert [line.name for line in kept(inst, visit).use_cases] == ["Quotes", "Quotes, abroad"]


def test_what_somebody_else_added_meanwhile_stays(inst: Installation) -> None:
    visit = at_value(inst, SURE)
    other = [(line.name, line.plain()) for line in kept(inst, visit).use_cases]
    use_cases.save_register(
        inst, owned_by(inst, visit), [*[(n, r) for n, r in other], (None, {"name": "Theirs"})], ()
    )
    visit.edit(USE_CASES, edited_rows={0: {"metric": "days"}})
    first, second = kept(inst, visit).use_cases
    assert (first.metric, second.name) == ("days", "Theirs")


def test_a_system_in_the_way_is_sorted_by_questions_for_every_use_case_it_blocks(inst: Installation) -> None:
    blocked = {"blocked_by": "Stock system"}
    visit = at_value(inst, SURE | blocked, {"name": "Planner", "lever": "cost"} | blocked)
    assert "Blocked by: Stock system" in visit.text
    assert "Not yet clear." in visit.text
    visit.choose("In the last year, did it stop or delay an AI use case", "yes")
    assert "Blocks a chosen use case, because it stopped or delayed an AI use case" in visit.text
    assert "Stock system blocks it. Bring it to the executives" in visit.text
    answers = [line.triage_answers for line in kept(inst, visit).use_cases]
    assert answers == [{"stopped_a_use": "yes"}] * 2


def test_assumptions_are_changed_in_place_and_go_back(inst: Installation) -> None:
    visit = at_value(inst, SURE)
    enters(visit, "Discount rate per year", 0)
    enters(visit, "Years counted", 2)
    visit.type("Currency", "gbp")
    assumed = kept(inst, visit).assumptions
    assert (assumed.rate, assumed.years, assumed.currency) == (0.0, 2, "GBP")
    # by hand: 0.3 × 100 − 10 and 0.7 × 100 − 10, less 100
    assert "GBP −20 if it succeeds" in visit.text.replace("\xa0", " ")
    visit.type("Currency", "G")
    assert "a currency of three letters" in visit.text
    visit.press("Restore the usual assumptions")
    assumed = kept(inst, visit).assumptions
    assert (assumed.rate, assumed.years, assumed.currency) == (0.1, 3, "GBP")


def test_another_currency_is_asked_about_and_never_put_beside_the_amounts_along_the_way(
    inst: Installation,
) -> None:
    visit = at_value(inst, SURE)
    visit.type("Currency", "GBP")
    for press, then in (("Stay with GBP", "GBP"), ("Keep every amount and call it EUR", "EUR")):
        visit.type("Currency", "eur")
        assert "Every amount was entered in GBP, and nothing is converted." in visit.text
        enters(visit, "Years counted", 4)
        assert kept(inst, visit).assumptions.currency == "GBP"
        visit.press(press)
        assert kept(inst, visit).assumptions.currency == then
    assert "Stay with" not in " ".join(visit.buttons)
    assert kept(inst, visit).assumptions.years == 4


def test_exploring_is_asked_for_its_question_and_not_for_a_return(inst: Installation) -> None:
    claim = {"owner": "OWNER", "metric": "misses", "lever": "cost", "target": 2, "date": "2027-06-30"}
    visit = at_value(inst, {"name": "Camera", "exploring": True, **claim})
    assert "It is a trial: name the one question it must answer" in visit.text


def test_the_sum_by_hand_and_the_rules_of_the_class_stand_below(inst: Installation) -> None:
    visit = at_value(inst, SURE | {"class": "improve", "exploring": True})
    assert "Rules for its class: Improve" in visit.text
    assert "Rules while it is exploring" in visit.text
    assert "How this value is calculated, year by year" in visit.text
    for figure in ("18.18", "49.59", "67.62", "35.39"):
        assert figure in visit.text
    visit.open("method")
    assert "One net present value, by hand: Quotes" in visit.text
    assert "35.39" in visit.text


def test_the_method_recomputes_round_numbers_for_who_has_none(inst: Installation) -> None:
    visit = Visit(screen="method")
    assert "One net present value, by hand: Example" in visit.text
    assert "35.39" in visit.text


def test_the_use_cases_of_many_people_are_shown_whatever_is_withheld(inst: Installation) -> None:
    visit = imported(inst, "team", "b", use_cases=[SURE])
    visit.open("plan-value")
    assert "The one use case" in visit.text


def test_a_closed_assessment_changes_nothing_and_says_so(inst: Installation) -> None:
    visit = at_value(inst, SURE)
    owner.close(inst, owned_by(inst, visit))
    enters(visit, "Chance of success", 50)
    assert kept(inst, visit).use_cases[0].success_probability == 1.0
    assert "Saved" not in visit.text


def test_hostile_names_are_words(inst: Installation) -> None:
    name = "**<b>A</b>** [x](http://y) :heart: $a$"
    visit = at_value(inst, SURE | {"name": name, "blocked_by": name})
    assert name in visit.text


def test_without_an_assessment_the_way_in_is_shown(inst: Installation) -> None:
    visit = Visit(screen="plan-value")
    assert visit.heading == "No assessment is open in this browser"

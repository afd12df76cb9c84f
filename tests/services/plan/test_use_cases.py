"""Use cases edited one cell at a time, on both databases: what stays, what is refused, what is drawn anew."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assessment.errors import NotFound, RefusedInput
from assessment.plan.records import Ownership, UseOwners
from services.assessments import owner
from services.assessments.answering import Started
from services.core.installation import Installation
from services.core.settings import Settings
from services.plan import ownership, roadmap, use_case_view, use_cases
from services.reports import results
from tests.installations import fresh_installation
from tests.workshops import TODAY

POINTS = (90.0, 100.0, 120.0)


@pytest.fixture
def inst(database_url: str, tmp_path: Path) -> Iterator[Installation]:
    """An installation on SQLite, and again on PostgreSQL."""
    opened = fresh_installation(Settings(var=tmp_path / "var", database_url=database_url))
    yield opened
    opened.database.close()


def names(inst: Installation, started: Started) -> list[str]:
    return [line.name for line in roadmap.plan_of(inst, started.owned).use_cases]


def begin(inst: Installation, started: Started, *rows: dict[str, Any]) -> None:
    use_cases.save_register(inst, started.owned, [(None, row) for row in rows], ())


def test_a_renamed_line_keeps_its_estimates_and_its_owners(inst: Installation, started: Started) -> None:
    begin(inst, started, {"name": "Quotes"}, {"name": "Planner"})
    use_cases.save_estimate(inst, started.owned, "Quotes", "investment", POINTS)
    owners = UseOwners(accountable="COO")
    ownership.change_use_owners(inst, started.owned, "Quotes", {"accountable": "COO"})
    rows = [("Planner", {"name": "Quotes"}), ("Quotes", {"name": "Planner"})]
    use_cases.save_register(inst, started.owned, rows, {"Quotes", "Planner"})
    records = roadmap.plan_of(inst, started.owned)
    first, second = records.use_cases
    assert (first.name, first.investment) == ("Quotes", None)
    assert second.investment is not None
    assert records.ownership == Ownership(use_cases={"Planner": owners})


def test_a_line_that_was_seen_and_is_gone_is_removed_and_another_ones_stays(
    inst: Installation, started: Started
) -> None:
    begin(inst, started, {"name": "Quotes"}, {"name": "Planner"})
    use_cases.save_register(inst, started.owned, [("Quotes", {"name": "Quotes"})], {"Quotes"})
    assert names(inst, started) == ["Quotes", "Planner"]
    use_cases.save_register(inst, started.owned, [("Quotes", {"name": "Quotes"})], {"Quotes", "Planner"})
    assert names(inst, started) == ["Quotes"]


@pytest.mark.parametrize(
    ("field", "points", "said"),
    [
        ("investment", (1.0, None, 3.0), "An estimate needs three amounts"),
        (
            "investment",
            (3.0, 2.0, 4.0),
            "The investment cannot be stored: 3, 2, 4 do not go from smallest to largest",
        ),
        ("annual_cost", (-1.0, 2.0, 4.0), "The cost per year cannot be below zero"),
        ("annual_benefit", (1.0, 2.0, 4e12), "The benefit per year is larger than 1,000,000,000,000"),
    ],
)
def test_an_estimate_that_cannot_be_meant_is_refused_by_name(
    inst: Installation, started: Started, field: Any, points: Any, said: str
) -> None:
    begin(inst, started, {"name": "Quotes"})
    use_cases.save_estimate(inst, started.owned, "Quotes", field, POINTS)
    before = roadmap.plan_of(inst, started.owned)
    with pytest.raises(RefusedInput, match=said):
        use_cases.save_estimate(inst, started.owned, "Quotes", field, points)
    assert roadmap.plan_of(inst, started.owned) == before
    use_cases.save_estimate(inst, started.owned, "Quotes", field, (None, None, None))
    assert getattr(roadmap.plan_of(inst, started.owned).use_cases[0], field) is None


def test_an_estimate_is_stored_as_it_was_typed(inst: Installation, started: Started) -> None:
    begin(inst, started, {"name": "Quotes"})
    use_cases.type_estimate(
        inst, started.owned, "Quotes", "annual_benefit", ("1,000", "€ 1.25m", "2 000 000"), "EUR"
    )
    estimate = roadmap.plan_of(inst, started.owned).use_cases[0].annual_benefit
    assert estimate is not None
    assert (estimate.low, estimate.likely, estimate.high) == (1_000, 1_250_000, 2_000_000)
    with pytest.raises(RefusedInput, match="once all three are given"):
        use_cases.type_estimate(inst, started.owned, "Quotes", "annual_benefit", ("1", "", "3"))
    with pytest.raises(RefusedInput, match="could mean"):
        use_cases.type_estimate(inst, started.owned, "Quotes", "annual_benefit", ("1", "2.000", "3"))
    assert roadmap.plan_of(inst, started.owned).use_cases[0].annual_benefit == estimate
    use_cases.type_estimate(inst, started.owned, "Quotes", "annual_benefit", ("", " ", ""))
    assert roadmap.plan_of(inst, started.owned).use_cases[0].annual_benefit is None


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"rate": 1.4}, "140 % a year"),
        ({"rate": -1.0}, "−100 % a year"),
        ({"years": 11}, "11 years cannot be calculated"),
        ({"ramp": [0.3, -0.1]}, "Year 2 cannot reach −10 %"),
    ],
)
def test_assumptions_that_cannot_hold_are_refused_with_what_was_typed(
    inst: Installation, started: Started, values: dict[str, Any], said: str
) -> None:
    use_cases.save_assumptions(inst, started.owned, {"rate": 0.05})
    with pytest.raises(RefusedInput, match=said):
        use_cases.save_assumptions(inst, started.owned, values)
    assert roadmap.plan_of(inst, started.owned).assumptions.rate == 0.05


def test_a_benefit_may_be_negative(inst: Installation, started: Started) -> None:
    begin(inst, started, {"name": "Quotes"})
    use_cases.save_estimate(inst, started.owned, "Quotes", "annual_benefit", (-5.0, 0.0, 5.0))
    assert roadmap.plan_of(inst, started.owned).use_cases[0].annual_benefit is not None


def test_a_use_case_taken_out_meanwhile_takes_no_estimate(inst: Installation, started: Started) -> None:
    begin(inst, started, {"name": "Quotes"})
    with pytest.raises(NotFound, match="renamed or removed"):
        use_cases.save_success(inst, started.owned, "Planner", 0.5)
    with pytest.raises(RefusedInput, match="This question does not exist"):
        use_cases.answer_about_system(inst, started.owned, "Old", "made_up", "yes")


def test_the_screen_and_the_report_say_the_same(inst: Installation, started: Started) -> None:
    begin(inst, started, {"name": "Quotes", "lever": "cost"}, {"name": "Planner"})
    for field in ("investment", "annual_benefit", "annual_cost"):
        use_cases.save_estimate(inst, started.owned, "Quotes", field, POINTS)
    _plan, shown = use_case_view.value_of(inst, started.owned, TODAY)
    report = results.report(inst, started.owned, TODAY)
    assert (shown.value, shown.verdicts) == (report.value, report.verdicts)
    assert shown.pilots is report.pilots is None


def test_leaving_out_what_loses_says_what_is_left(inst: Installation, started: Started) -> None:
    begin(inst, started, {"name": "Good"}, {"name": "Bad"})
    for name, benefit in (("Good", 500.0), ("Bad", 10.0)):
        use_cases.save_estimate(inst, started.owned, name, "annual_benefit", (benefit,) * 3)
        for field in ("investment", "annual_cost"):
            use_cases.save_estimate(inst, started.owned, name, field, POINTS)
    _plan, shown = use_case_view.value_of(inst, started.owned, TODAY)
    view = shown.value
    assert view is not None
    assert view.losing == ("Bad",)
    good = view.lines[0].value.npv
    assert view.without is not None
    assert view.without.npv == good


def test_a_closed_assessment_takes_no_edit(inst: Installation, started: Started) -> None:
    from assessment.errors import Frozen

    begin(inst, started, {"name": "Quotes"})
    owner.close(inst, started.owned)
    with pytest.raises(Frozen):
        use_cases.save_register(inst, started.owned, [("Quotes", {"name": "Changed"})], {"Quotes"})
    with pytest.raises(Frozen):
        use_cases.answer_about_system(inst, started.owned, "Old", "cost_rises", "yes")

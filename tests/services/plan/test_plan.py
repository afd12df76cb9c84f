"""The plan as people make it: kept in one step, refused by line and field, and there for documents and files."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.answers import plan_records
from assessment.answers.interchange import canonical, parse_assessment
from assessment.errors import Frozen, NotFound, RefusedInput
from assessment.plan.records import Owners, Ownership, RiskLine, RiskStatement, UseOwners
from report.build import ownership
from services.assessments import answering, owner
from services.assessments.answering import Started
from services.core.installation import Installation
from services.plan import acceptable_risk, ai_uses, charter, commitments, decisions, roadmap, use_cases
from services.plan.ownership import adopt_the_vote, change_owners, change_use_owners
from services.reports import results
from tests import prepare

TODAY = date(2026, 11, 22)
USE = {"name": "Planner", "lever": "cost"}
LINE = {"area": "data", "text": "No patient data leaves the house.", "decision": "never"}


def test_before_anything_was_decided_everything_stands_at_its_defaults(
    inst: Installation, started: Started
) -> None:
    found = roadmap.plan_of(inst, started.owned)
    assert found == plan_records.PlanRecords()
    assert found.assumptions.rate == 0.1
    assert found.start is None


def test_one_move_is_changed_field_by_field_and_an_empty_field_goes_back(
    inst: Installation, started: Started
) -> None:
    roadmap.save_roadmap_move(inst, started.owned, "OWN-1:2", {"owner": " CEO ", "effort": 3.0, "weeks": 4.0})
    roadmap.save_roadmap_move(inst, started.owned, "VAL-1:2", {"chosen": False})
    roadmap.save_roadmap_move(inst, started.owned, "OWN-1:2", {"effort": None, "review": date(2027, 3, 31)})
    roadmap.set_target(inst, started.owned, 4)
    roadmap.set_start(inst, started.owned, date(2027, 1, 4))
    roadmap.set_capacity_of(inst, started.owned, "CEO", 2)
    for role, weeks in (("COO", None), ("CIO", float("nan"))):
        roadmap.set_capacity_of(inst, started.owned, role, weeks)
    found = roadmap.plan_of(inst, started.owned)
    line = found.planned("OWN-1:2")
    assert (line.owner, line.effort, line.weeks, line.review) == ("CEO", None, 4, "2027-03-31")
    assert found.planned("VAL-1:2").chosen is False
    assert found.roadmap.capacity == {"CEO": 2.0}
    assert (found.roadmap.target, found.start) == (4, date(2027, 1, 4))
    roadmap.set_target(inst, started.owned, None)
    roadmap.remove_roadmap_move(inst, started.owned, "VAL-1:2")
    found = roadmap.plan_of(inst, started.owned)
    assert found.roadmap.target is None
    assert [move.move for move in found.roadmap.moves] == ["OWN-1:2"]


def test_what_the_roadmap_cannot_hold_is_refused_and_nothing_changes(
    inst: Installation, started: Started
) -> None:
    roadmap.save_roadmap_move(inst, started.owned, "OWN-1:2", {"effort": 2})
    before = roadmap.plan_of(inst, started.owned)
    with pytest.raises(RefusedInput, match="This move does not exist"):
        roadmap.save_roadmap_move(inst, started.owned, "XYZ-1:2", {})
    with pytest.raises(RefusedInput, match="person-weeks"):
        roadmap.save_roadmap_move(inst, started.owned, "OWN-1:2", {"effort": -1})
    with pytest.raises(RefusedInput, match="0 and 365"):
        roadmap.save_roadmap_move(inst, started.owned, "OWN-1:3", {"start_day": 400})
    with pytest.raises(RefusedInput, match="2 to 5"):
        roadmap.set_target(inst, started.owned, 6)
    with pytest.raises(RefusedInput, match="person-weeks"):
        roadmap.set_capacity_of(inst, started.owned, "CEO", -2)
    assert roadmap.plan_of(inst, started.owned) == before


def test_use_cases_are_replaced_as_a_whole_and_empty_lines_left_out(
    inst: Installation, started: Started
) -> None:
    rows = [
        USE
        | {
            "class": "improve",
            "annual_benefit": {"low": 1, "likely": 2.5, "high": 4},
            "date": date(2027, 6, 30),
        },
        {"name": None, "exploring": False},
        {"name": "Quotes\x00", "lever": "revenue", "baseline": float("nan"), "investment": {"low": None}},
    ]
    prepare.use_cases(inst, started.owned, rows)
    first, second = roadmap.plan_of(inst, started.owned).use_cases
    assert (first.portfolio, first.date) == ("improve", "2027-06-30")
    assert (second.name, second.baseline, second.investment) == ("Quotes", None, None)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"name": "Two", "lever": "luck"}, "lever"),
        (USE | {"success_probability": 2}, "chance of success"),
        (USE | {"class": "grow"}, "class"),
        ({"name": "Two", "lever": "cost", "annual_cost": {"low": 3}}, "three amounts"),
        ({"name": "One", "lever": "cost"}, "line 1 has this one"),
        ({"name": "Two", "lever": "cost", "date": "2027-02-30"}, "valid date"),
        ({"name": "Two", "lever": "cost", "owner": "x" * 61}, "owner"),
    ],
)
def test_a_use_case_that_cannot_be_kept_is_named_by_line_and_field(
    inst: Installation, started: Started, row: dict[str, object], said: str
) -> None:
    prepare.use_cases(inst, started.owned, [USE])
    with pytest.raises(RefusedInput, match=rf"Line 2 needs .*{said}"):
        prepare.use_cases(inst, started.owned, [{"name": "One", "lever": "cost"}, row])
    assert [use.name for use in roadmap.plan_of(inst, started.owned).use_cases] == ["Planner"]


def test_owners_follow_a_renamed_use_case_and_go_with_a_removed_one(
    inst: Installation, started: Started
) -> None:
    quotes = {"name": "Quotes", "lever": "revenue"}
    use_cases.save_register(inst, started.owned, [(None, USE), (None, quotes)], ())
    change_use_owners(inst, started.owned, "Planner", {"accountable": "COO"})
    change_use_owners(inst, started.owned, "Quotes", {"accountable": "CSO", "risk_owner": "CLO"})
    renamed = USE | {"name": "Shift planner"}
    rows = [("Planner", renamed), ("Quotes", quotes)]
    use_cases.save_register(inst, started.owned, rows, {"Planner", "Quotes"})
    use_cases.save_register(inst, started.owned, [("Shift planner", renamed)], {"Shift planner", "Quotes"})
    found = roadmap.plan_of(inst, started.owned).ownership
    assert found.use_cases == {"Shift planner": UseOwners(accountable="COO")}
    with pytest.raises(NotFound):
        change_use_owners(inst, started.owned, "Quotes", {"accountable": "CSO"})


def test_assumptions_can_go_back_to_the_defaults(inst: Installation, started: Started) -> None:
    use_cases.save_assumptions(inst, started.owned, {"rate": 0.2, "ramp": [0.5, 1]})
    assert roadmap.plan_of(inst, started.owned).assumptions.ramp == [0.5, 1.0]
    with pytest.raises(RefusedInput, match="choose 1 to 10"):
        use_cases.save_assumptions(inst, started.owned, {"years": 11})
    use_cases.save_assumptions(inst, started.owned, {})
    assert roadmap.plan_of(inst, started.owned) == plan_records.PlanRecords()


def test_the_vote_fills_what_nobody_has_set(inst: Installation, started: Started) -> None:
    answering.change_answer(inst, started.owned, "STR-1", level=3)
    for decision, role in (("fund", "CFO"), ("accept_risk", "nobody"), ("own_benefit", "COO")):
        decisions.save_decision(inst, started.owned, decision, role)
    change_owners(inst, started.owned, "own_benefit", {"accountable": "CSO", "informed": ["CEO"]})
    change_owners(inst, started.owned, "set_policy", {"accountable": "CLO"})
    change_owners(inst, started.owned, "set_policy", {"accountable": None})
    adopt_the_vote(inst, started.owned, TODAY)
    assert roadmap.plan_of(inst, started.owned).ownership == Ownership(
        decisions={
            "fund": Owners(accountable="CFO"),
            "own_benefit": Owners(accountable="CSO", informed=["CEO"]),
        }
    )
    codes = {
        (f.code, f.decision)
        for f in ownership.ownership_view(inst.instrument, prepare.stored(inst, started.owned)).findings
    }
    assert ("orphan", "accept_risk") in codes
    assert ("other_than_voted", "own_benefit") in codes
    with pytest.raises(RefusedInput):
        change_owners(inst, started.owned, "paint_office", {})


def test_answers_about_an_ai_use_stay_with_its_name(inst: Installation, started: Started) -> None:
    ai_uses.add_ai_use(inst, started.owned, "Chat")
    ai_uses.add_ai_use(inst, started.owned, "Screening")
    ai_uses.change_ai_use(inst, started.owned, "Screening", {"vendor": "Acme"})
    ai_uses.answer_one(inst, started.owned, "Screening", "hires_people", "yes")
    ai_uses.answer_one(inst, started.owned, "Screening", "public", None)
    ai_uses.change_ai_use(inst, started.owned, "Screening", {"owner": "CHRO", "vendor": None})
    ai_uses.remove_ai_use(inst, started.owned, "Chat")
    (use,) = roadmap.plan_of(inst, started.owned).ai_uses
    assert (use.owner, use.vendor, use.answers) == ("CHRO", None, {"hires_people": "yes"})
    with pytest.raises(RefusedInput, match="already"):
        ai_uses.add_ai_use(inst, started.owned, "Screening")
    with pytest.raises(NotFound):
        ai_uses.answer_one(inst, started.owned, "Chat", "public", "no")


def own_lines(inst: Installation, started: Started, *lines: dict[str, str]) -> RiskStatement:
    """The statement with lines of the leaders’ own, decided."""
    for line in lines:
        added = acceptable_risk.add_risk_line(inst, started.owned, line["area"], line["text"])
        acceptable_risk.decide_own_line(inst, started.owned, added, {"decision": line["decision"]})
    return roadmap.plan_of(inst, started.owned).risk_statement


def test_nobody_signs_what_they_have_not_read(inst: Installation, started: Started) -> None:
    other = {"area": "ethics", "text": "We tell people.", "decision": "free"}
    statement = own_lines(inst, started, LINE, other)
    acceptable_risk.sign_risk_line(inst, started.owned, statement.lines[0], ["CFO"], TODAY)
    acceptable_risk.sign_risk_line(inst, started.owned, statement.lines[1], ["CEO"], TODAY)
    for line, decision in zip(statement.lines, ("never", "ask_first"), strict=True):
        acceptable_risk.decide_own_line(inst, started.owned, line, {"decision": decision}, None, TODAY)
    kept = roadmap.plan_of(inst, started.owned).risk_statement
    assert [(line.text, line.signed_roles) for line in kept.lines] == [
        (LINE["text"], ("CFO",)),
        (other["text"], ()),
    ]
    with pytest.raises(NotFound, match="read it again"):
        acceptable_risk.sign_risk_line(inst, started.owned, RiskLine.model_validate(other), ["CEO"], TODAY)
    acceptable_risk.unsign_risk_line(inst, started.owned, kept.lines[0], "CFO")
    assert not any(line.signed for line in roadmap.plan_of(inst, started.owned).risk_statement.lines)
    with pytest.raises(RefusedInput, match="sentence"):
        acceptable_risk.add_risk_line(inst, started.owned, LINE["area"], "x" * 1001)


def test_a_line_from_a_draft_keeps_its_code_its_limit_and_whom_to_ask(
    inst: Installation, started: Started
) -> None:
    code = inst.governance.acceptable_risk.lines[0].code
    limited = {"decision": "with_limit", "limit": "Made-up data only."}
    acceptable_risk.decide_risk_line(inst, started.owned, code, limited)
    statement = own_lines(inst, started, LINE)
    acceptable_risk.sign_risk_line(inst, started.owned, statement.lines[0], ["CFO"], TODAY)
    found = roadmap.plan_of(inst, started.owned).risk_statement
    assert found.by_code == {
        code: {
            "option": "with_limit",
            "limit": "Made-up data only.",
            "ask": "",
            "signed": ["CFO"],
        }
    }
    assert found.lines[1].signed == ()
    acceptable_risk.decide_risk_line(inst, started.owned, code, limited | {"limit": "Any data."}, None, TODAY)
    assert roadmap.plan_of(inst, started.owned).risk_statement.by_code[code]["signed"] == []


def test_a_charter_is_kept_whole_or_refused(inst: Installation, started: Started) -> None:
    values = {
        "name": "AI group",
        "members": ["CEO", " CIO ", ""],
        "minutes": 60.0,
        "rights": ["Stop a pilot"],
    }
    assert charter.change_charter(inst, started.owned, TODAY, values).members == ["CEO", "CIO"]
    with pytest.raises(RefusedInput, match="5 to 480 minutes"):
        charter.change_charter(inst, started.owned, TODAY, values | {"minutes": 1})
    assert roadmap.plan_of(inst, started.owned).charter.minutes == 60


def test_what_became_of_a_commitment_is_said_of_that_commitment(inst: Installation, started: Started) -> None:
    commitments.add_commitment(inst, started.owned, {"move": "OWN-1:2", "owner": "CEO", "due": TODAY})
    commitments.add_commitment(inst, started.owned, {"move": "VAL-1:2", "note": "Said in the room."})
    commitments.mark_commitment(inst, started.owned, 1, "VAL-1:2", "late")
    assert [c.status for c in roadmap.plan_of(inst, started.owned).commitments] == ["open", "late"]
    with pytest.raises(NotFound):
        commitments.mark_commitment(inst, started.owned, 0, "VAL-1:2", "kept")
    with pytest.raises(RefusedInput, match="move"):
        commitments.add_commitment(inst, started.owned, {"owner": "CEO"})
    with pytest.raises(RefusedInput, match="This needs a valid date for “due”"):
        commitments.add_commitment(inst, started.owned, {"move": "OWN-1:2", "due": "soon"})
    assert len(roadmap.plan_of(inst, started.owned).commitments) == 2


def test_a_closed_assessment_takes_no_plan(inst: Installation, started: Started) -> None:
    owner.close(inst, started.owned)
    for change in (
        lambda: roadmap.set_target(inst, started.owned, 3),
        lambda: prepare.use_cases(inst, started.owned, [USE]),
        lambda: adopt_the_vote(inst, started.owned, TODAY),
        lambda: charter.change_charter(inst, started.owned, TODAY, {"minutes": 60}),
        lambda: commitments.add_commitment(inst, started.owned, {"move": "OWN-1:2"}),
    ):
        with pytest.raises(Frozen):
            change()


def test_after_submitting_the_plan_of_today_stands_beside_the_frozen_answers(
    inst: Installation, started: Started, token: str
) -> None:
    answering.change_answer(inst, started.owned, "STR-1", level=3)
    answering.submit(inst, started.owned, TODAY)
    roadmap.set_target(inst, started.owned, 3)
    submitted = prepare.stored(inst, started.owned)
    owned = replace(started.owned, status="submitted")
    with inst.database.reading() as unit:
        found, _day = results.answers_in_force(inst, unit, owned, TODAY)
    assert plan_records.plan_in(found) == plan_records.plan_in(submitted) == roadmap.plan_of(inst, owned)
    assert canonical(parse_assessment(canonical(found).encode(), inst.instrument)) == canonical(found)

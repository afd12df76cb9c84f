"""Owners, AI uses, risk lines and the charter changed one at a time: nothing else moves with them."""

from datetime import date

import pytest

from assessment.errors import NotFound, RefusedInput
from assessment.plan_records import Charter, RiskLine
from services import decisions, plan, plan_forum, plan_owners, plan_rules, plan_value
from services.assessments import Started
from services.installation import Installation

TODAY = date(2026, 11, 22)


def test_one_field_of_one_decision_changes_and_an_empty_one_is_forgotten(
    inst: Installation, started: Started
) -> None:
    plan_owners.change_owners(inst, started.owned, "fund", {"accountable": "CFO", "consulted": ["CIO"]})
    plan_owners.change_owners(inst, started.owned, "fund", {"accountable": None})
    found = plan.plan_of(inst, started.owned).ownership.decisions["fund"]
    assert (found.accountable, found.consulted) == (None, ["CIO"])
    plan_owners.change_owners(inst, started.owned, "fund", {"consulted": []})
    with pytest.raises(RefusedInput):
        plan_owners.change_owners(inst, started.owned, "paint_office", {})
    with pytest.raises(RefusedInput, match="at most 60 characters"):
        plan_owners.change_owners(inst, started.owned, "fund", {"accountable": "x" * 61})


def test_the_owner_of_a_use_case_stays_when_its_risk_gets_one(inst: Installation, started: Started) -> None:
    plan_value.save_use_cases(inst, started.owned, [{"name": "Planner", "lever": "cost", "owner": "COO"}])
    owners = plan_owners.change_use_owners(inst, started.owned, "Planner", {"risk_owner": "CFO"})
    assert (owners.accountable, owners.risk_owner) == ("COO", "CFO")
    with pytest.raises(NotFound):
        plan_owners.change_use_owners(inst, started.owned, "Nothing", {"risk_owner": "CFO"})


def test_a_use_is_added_renamed_with_its_answers_and_taken_off(inst: Installation, started: Started) -> None:
    plan_rules.add_ai_use(inst, started.owned, " Chat ")
    plan_rules.add_ai_use(inst, started.owned, "Screening")
    plan_rules.answer_one(inst, started.owned, "Chat", "talks_to_public", "yes")
    plan_rules.answer_one(inst, started.owned, "Chat", "personal_data", "no")
    plan_rules.change_ai_use(inst, started.owned, "Chat", {"name": "Web chat", "vendor": "Acme"})
    chat, _screening = plan_rules.uses_now(inst, started.owned)
    assert chat.use.answers == {"talks_to_public": "yes", "personal_data": "no"}
    assert chat.result.lowest == "transparency"
    with pytest.raises(RefusedInput, match="already"):
        plan_rules.change_ai_use(inst, started.owned, "Screening", {"name": "Web chat"})
    with pytest.raises(RefusedInput, match="needs a name"):
        plan_rules.add_ai_use(inst, started.owned, " ")
    with pytest.raises(NotFound):
        plan_rules.answer_one(inst, started.owned, "Chat", "personal_data", "no")
    plan_rules.remove_ai_use(inst, started.owned, "Web chat")
    assert [view.use.name for view in plan_rules.uses_now(inst, started.owned)] == ["Screening"]


def test_pilots_join_the_uses_that_stand_already_with_their_owner_or_nobody(
    inst: Installation, started: Started
) -> None:
    plan_rules.add_ai_use(inst, started.owned, "Chat")
    plan_rules.answer_one(inst, started.owned, "Chat", "personal_data", "no")
    rows = [{"name": "Chat", "owner": "CFO"}, {"name": "Quotes", "owner": "CIO"}, {"name": "Sorting"}]
    decisions.save_initiatives(inst, started.owned, rows)
    plan_rules.adopt_initiatives(inst, started.owned)
    uses = [view.use for view in plan_rules.uses_now(inst, started.owned)]
    assert [(use.name, use.owner) for use in uses] == [("Chat", None), ("Quotes", "CIO"), ("Sorting", None)]
    assert uses[0].answers == {"personal_data": "no"}


def test_a_line_decided_the_same_way_again_keeps_its_signature(inst: Installation, started: Started) -> None:
    code = inst.governance.acceptable_risk.lines[0].code
    (line,) = plan_rules.decide_risk_line(inst, started.owned, code, {"decision": "never"}).lines
    plan_rules.sign_risk_line(inst, started.owned, line, "CFO", TODAY)
    (again,) = plan_rules.decide_risk_line(inst, started.owned, code, {"decision": "never"}).lines
    assert (again.signed_by, again.signed_on) == ("CFO", "2026-11-22")
    (other,) = plan_rules.decide_risk_line(inst, started.owned, code, {"decision": "free"}).lines
    assert other.signed_by is None
    with pytest.raises(NotFound, match="read it again"):
        plan_rules.sign_risk_line(inst, started.owned, line, "CFO", TODAY)
    assert plan_rules.decide_risk_line(inst, started.owned, code, {}).lines == []
    with pytest.raises(RefusedInput):
        plan_rules.decide_risk_line(inst, started.owned, "nothing_of_the_kind", {"decision": "free"})


def test_a_line_of_ones_own_lives_beside_the_drafted_ones(inst: Installation, started: Started) -> None:
    first, second = (line.code for line in inst.governance.acceptable_risk.lines[:2])
    plan_rules.decide_risk_line(inst, started.owned, first, {"decision": "never"})
    added = plan_rules.add_risk_line(inst, started.owned, "ethics", "AI names the new colleague.")
    plan_rules.decide_risk_line(inst, started.owned, second, {"decision": "free"})
    with pytest.raises(RefusedInput, match="already"):
        plan_rules.add_risk_line(inst, started.owned, "ethics", "AI names the new colleague.")
    own = added.lines[1]
    plan_rules.decide_own_line(
        inst, started.owned, own, {"decision": "with_limit", "limit": "A list of five"}
    )
    view = plan_rules.risk_now(inst, started.owned, TODAY)
    assert [line.limit for line in view.own] == ["A list of five"]
    assert set(view.kept) == {first, second}
    stranger = RiskLine(area="ethics", text="Never said.", decision="free")
    with pytest.raises(NotFound):
        plan_rules.decide_own_line(inst, started.owned, stranger, {})
    plan_rules.decide_own_line(inst, started.owned, own, {})
    assert plan_rules.risk_now(inst, started.owned, TODAY).own == ()


def test_the_first_change_keeps_the_draft_and_drafting_again_replaces_it(
    inst: Installation, started: Started
) -> None:
    plan_owners.change_owners(inst, started.owned, "pick_use_cases", {"accountable": "CEO"})
    assert not plan_forum.forum_now(inst, started.owned, TODAY).kept
    kept = plan_forum.change_charter(inst, started.owned, TODAY, {"minutes": 45})
    assert (kept.minutes, kept.chair, kept.members) == (45, "CEO", ["CEO"])
    assert kept.rights
    with pytest.raises(RefusedInput, match="5 to 480 minutes"):
        plan_forum.change_charter(inst, started.owned, TODAY, {"minutes": 1})
    plan_forum.draft_charter(inst, started.owned, TODAY)
    forum = plan_forum.forum_now(inst, started.owned, TODAY)
    assert forum.kept
    assert forum.charter == forum.drafted
    plan_forum.save_charter(inst, started.owned, {})
    assert plan.plan_of(inst, started.owned).charter == Charter()
    assert not plan_forum.forum_now(inst, started.owned, TODAY).kept

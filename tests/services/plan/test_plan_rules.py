"""Owners, AI uses, risk lines and the charter changed one at a time: nothing else moves with them."""

from dataclasses import asdict
from datetime import date

import pytest

from assessment.errors import EditConflict, NotFound, RefusedInput
from assessment.plan.records import Charter, RiskLine, RiskStatement
from report.text.governance.acceptable_risk import signed_progress, signed_sentence
from services.assessments.answering import Started
from services.core.installation import Installation
from services.plan import acceptable_risk, ai_uses, charter, ownership, roadmap
from storage.repositories import plan_parts
from tests import prepare

TODAY = date(2026, 11, 22)


def test_one_field_of_one_decision_changes_and_an_empty_one_is_forgotten(
    inst: Installation, started: Started
) -> None:
    ownership.change_owners(inst, started.owned, "fund", {"accountable": "CFO", "consulted": ["CIO"]})
    ownership.change_owners(inst, started.owned, "fund", {"accountable": None})
    found = roadmap.plan_of(inst, started.owned).ownership.decisions["fund"]
    assert (found.accountable, found.consulted) == (None, ["CIO"])
    ownership.change_owners(inst, started.owned, "fund", {"consulted": []})
    with pytest.raises(RefusedInput):
        ownership.change_owners(inst, started.owned, "paint_office", {})
    with pytest.raises(RefusedInput, match="at most 60 characters"):
        ownership.change_owners(inst, started.owned, "fund", {"accountable": "x" * 61})


def test_the_owner_of_a_use_case_stays_when_its_risk_gets_one(inst: Installation, started: Started) -> None:
    prepare.use_cases(inst, started.owned, [{"name": "Planner", "lever": "cost", "owner": "COO"}])
    owners = ownership.change_use_owners(inst, started.owned, "Planner", {"risk_owner": "CFO"})
    assert (owners.accountable, owners.risk_owner) == ("COO", "CFO")
    with pytest.raises(NotFound):
        ownership.change_use_owners(inst, started.owned, "Nothing", {"risk_owner": "CFO"})


def test_a_use_is_added_renamed_with_its_answers_and_taken_off(inst: Installation, started: Started) -> None:
    ai_uses.add_ai_use(inst, started.owned, " Chat ")
    ai_uses.add_ai_use(inst, started.owned, "Screening")
    ai_uses.answer_one(inst, started.owned, "Chat", "talks_to_public", "yes")
    ai_uses.answer_one(inst, started.owned, "Chat", "personal_data", "no")
    ai_uses.change_ai_use(inst, started.owned, "Chat", {"name": "Web chat", "vendor": "Acme"})
    chat, _screening = ai_uses.uses_now(inst, started.owned)
    assert chat.use.answers == {"talks_to_public": "yes", "personal_data": "no"}
    assert chat.result.lowest == "transparency"
    with pytest.raises(RefusedInput, match="already"):
        ai_uses.change_ai_use(inst, started.owned, "Screening", {"name": "Web chat"})
    with pytest.raises(RefusedInput, match="needs a name"):
        ai_uses.add_ai_use(inst, started.owned, " ")
    with pytest.raises(NotFound):
        ai_uses.answer_one(inst, started.owned, "Chat", "personal_data", "no")
    ai_uses.remove_ai_use(inst, started.owned, "Web chat")
    assert [view.use.name for view in ai_uses.uses_now(inst, started.owned)] == ["Screening"]


def test_pilots_join_the_uses_that_stand_already_with_their_owner_or_nobody(
    inst: Installation, started: Started
) -> None:
    ai_uses.add_ai_use(inst, started.owned, "Chat")
    ai_uses.answer_one(inst, started.owned, "Chat", "personal_data", "no")
    rows = [{"name": "Chat", "owner": "CFO"}, {"name": "Quotes", "owner": "CIO"}, {"name": "Sorting"}]
    prepare.initiatives(inst, started.owned, rows)
    ai_uses.adopt_initiatives(inst, started.owned)
    uses = [view.use for view in ai_uses.uses_now(inst, started.owned)]
    assert [(use.name, use.owner) for use in uses] == [("Chat", None), ("Quotes", "CIO"), ("Sorting", None)]
    assert uses[0].answers == {"personal_data": "no"}


def test_a_line_decided_the_same_way_again_keeps_its_signature(inst: Installation, started: Started) -> None:
    code = inst.governance.acceptable_risk.lines[0].code
    line = acceptable_risk.decide_risk_line(inst, started.owned, code, {"decision": "never"})
    acceptable_risk.sign_risk_line(inst, started.owned, line, ["CFO"], TODAY)
    again = acceptable_risk.decide_risk_line(inst, started.owned, code, {"decision": "never"})
    assert [(found.role, found.day, found.stance) for found in again.signed] == [
        ("CFO", "2026-11-22", "accepted")
    ]
    other = acceptable_risk.decide_risk_line(inst, started.owned, code, {"decision": "free"}, None, TODAY)
    assert other.signed == ()
    with pytest.raises(NotFound, match="read it again"):
        acceptable_risk.sign_risk_line(inst, started.owned, line, ["CFO"], TODAY)
    other_code = inst.governance.acceptable_risk.lines[1].code
    acceptable_risk.decide_risk_line(inst, started.owned, other_code, {"decision": "never"})
    assert acceptable_risk.decide_risk_line(inst, started.owned, other_code, {}) is None
    assert set(acceptable_risk.risk_now(inst, started.owned, TODAY).kept) == {code}
    with pytest.raises(RefusedInput):
        acceptable_risk.decide_risk_line(inst, started.owned, "nothing_of_the_kind", {"decision": "free"})


def test_a_signed_line_is_changed_only_where_somebody_says_so_and_keeps_what_was_signed(
    inst: Installation, started: Started
) -> None:
    code, owned = inst.governance.acceptable_risk.lines[0].code, started.owned
    line = acceptable_risk.decide_risk_line(inst, owned, code, {"decision": "never"})
    acceptable_risk.sign_risk_line(inst, owned, line, ["CFO"], TODAY)
    acceptable_risk.sign_risk_line(inst, owned, line, ["COO"], TODAY, "refused", "Too strict")
    for change in ({"decision": "free"}, {}):
        with pytest.raises(RefusedInput, match="signed"):
            acceptable_risk.decide_risk_line(inst, owned, code, change)
    kept = acceptable_risk.risk_now(inst, owned, TODAY).kept[code]
    assert (kept.decision, kept.signed_roles, kept.history) == ("never", ("CFO", "COO"), [])
    acceptable_risk.decide_risk_line(inst, owned, code, {"decision": "free"}, None, TODAY)
    changed = acceptable_risk.risk_now(inst, owned, TODAY).kept[code]
    acceptable_risk.sign_risk_line(inst, owned, changed, ["CEO"], TODAY)
    now = acceptable_risk.risk_now(inst, owned, TODAY).kept[code]
    (past,) = now.history
    assert (now.decision, now.signed_roles) == ("free", ("CEO",))
    assert (past.until, past.decision) == (TODAY.isoformat(), "never")
    assert [(one.role, one.stance, one.note) for one in past.signatures] == [
        ("CFO", "accepted", None),
        ("COO", "refused", "Too strict"),
    ]
    with pytest.raises(RefusedInput, match="stays"):
        acceptable_risk.decide_risk_line(inst, owned, code, {}, None, TODAY)


def test_each_executive_signs_a_line_in_her_own_way_and_it_is_said_who_has_not(
    inst: Installation, started: Started
) -> None:
    owned = started.owned
    first, second = (line.code for line in inst.governance.acceptable_risk.lines[:2])
    acceptable_risk.set_signers(inst, owned, ["CEO", "CFO", "CIO", "CEO"])
    acceptable_risk.decide_risk_line(inst, owned, first, {"decision": "never"})
    line = acceptable_risk.decide_risk_line(inst, owned, second, {"decision": "free"})
    acceptable_risk.sign_risk_line(inst, owned, line, ["CEO"], TODAY)
    acceptable_risk.sign_risk_line(
        inst, owned, line, ["CIO"], TODAY, "refused", "Not before the folders are closed."
    )
    acceptable_risk.sign_risk_line(inst, owned, line, ["COO"], TODAY, "with_condition", " Sales first ")
    view = acceptable_risk.risk_now(inst, owned, TODAY)
    kept = view.kept[second]
    assert [(found.role, found.stance, found.note) for found in kept.signed] == [
        ("CEO", "accepted", None),
        ("CIO", "refused", "Not before the folders are closed."),
        ("COO", "with_condition", "Sales first"),
    ]
    assert view.signers == ("CEO", "CFO", "CIO", "COO")
    assert (view.not_yet(kept), view.not_yet(view.kept[first])) == (("CFO",), ("CEO", "CFO", "CIO", "COO"))
    assert view.unsigned_by == ("CFO",)
    assert view.statement.lines[1].signed == ("CEO", "COO")
    said = signed_progress(inst.instrument, view)
    assert (
        "Eight signatures on two decided lines: One accepted, one with a condition, one refused, five open."
        in said
    )
    assert asdict(view.counts(kept)) == {"accepted": 1, "with_condition": 1, "refused": 1, "open": 1}
    acceptable_risk.sign_risk_line(inst, owned, line, ["CIO", "CFO"], TODAY)
    acceptable_risk.unsign_risk_line(inst, owned, line, "COO")
    kept = acceptable_risk.risk_now(inst, owned, TODAY).kept[second]
    assert [(found.role, found.stance) for found in kept.signed] == [
        ("CEO", "accepted"),
        ("CIO", "accepted"),
        ("CFO", "accepted"),
    ]
    assert signed_sentence(inst.instrument, acceptable_risk.risk_now(inst, owned, TODAY), kept) == (
        "Three accepted, none with a condition, none refused, none open. Signed by: Chief executive; Chief information officer; Chief financial officer."
    )


def test_a_condition_without_words_and_a_signature_of_nobody_are_refused(
    inst: Installation, started: Started
) -> None:
    code = inst.governance.acceptable_risk.lines[0].code
    line = acceptable_risk.decide_risk_line(inst, started.owned, code, {"decision": "never"})
    with pytest.raises(RefusedInput, match="Write the condition"):
        acceptable_risk.sign_risk_line(inst, started.owned, line, ["CFO"], TODAY, "with_condition", "  ")
    with pytest.raises(RefusedInput, match="Choose who signs, then sign"):
        acceptable_risk.sign_risk_line(inst, started.owned, line, [], TODAY)
    with pytest.raises(RefusedInput, match="60 characters"):
        acceptable_risk.sign_risk_line(inst, started.owned, line, ["x" * 61], TODAY)
    assert acceptable_risk.risk_now(inst, started.owned, TODAY).kept[code].signed == ()
    kept = acceptable_risk.sign_risk_line(inst, started.owned, line, ["CFO"], TODAY, "accepted", "left over")
    assert kept.signed[0].note is None


def test_a_signature_written_the_old_way_is_an_acceptance_and_stays_beside_new_ones(
    inst: Installation, started: Started
) -> None:
    old = RiskLine(area="data", text="No.", decision="never", signed_by="CFO", signed_on="2026-11-01")
    with inst.database.writing() as unit:
        statement = RiskStatement(lines=[old])
        plan_parts.replace(unit, started.owned.assessment_id, plan_parts.RISK_STATEMENT, [statement])
    (kept,) = acceptable_risk.risk_now(inst, started.owned, TODAY).own
    assert kept == old
    acceptable_risk.sign_risk_line(inst, started.owned, kept, ["CEO"], TODAY)
    (kept,) = acceptable_risk.risk_now(inst, started.owned, TODAY).own
    assert [(found.role, found.day) for found in kept.signed] == [
        ("CFO", "2026-11-01"),
        ("CEO", "2026-11-22"),
    ]
    assert kept.signed_by is None


def test_no_one_named_to_sign_goes_back_to_the_default_signers_and_signatures_survive(
    inst: Installation, started: Started
) -> None:
    code = inst.governance.acceptable_risk.lines[0].code
    line = acceptable_risk.decide_risk_line(inst, started.owned, code, {"decision": "never"})
    acceptable_risk.sign_risk_line(inst, started.owned, line, ["CLO"], TODAY)
    acceptable_risk.set_signers(inst, started.owned, ["CEO"])
    assert acceptable_risk.risk_now(inst, started.owned, TODAY).signers == ("CEO", "CLO")
    charter.change_charter(inst, started.owned, TODAY, {"members": ["COO", "CIO"]})
    acceptable_risk.set_signers(inst, started.owned, [])
    view = acceptable_risk.risk_now(inst, started.owned, TODAY)
    assert view.signers == ("CEO", "CFO", "COO", "CIO", "CLO")
    assert view.kept[code].signed_roles == ("CLO",)


def test_a_new_statement_is_signed_by_four_executives_and_one_written_before_keeps_its_signers(
    inst: Installation, started: Started
) -> None:
    owned, code = started.owned, inst.governance.acceptable_risk.lines[0].code
    charter.change_charter(inst, owned, TODAY, {"members": ["CLO", "CTO"]})
    assert acceptable_risk.risk_now(inst, owned, TODAY).signers == ("CEO", "CFO", "COO", "CIO")
    acceptable_risk.decide_risk_line(inst, owned, code, {"decision": "never"})
    assert acceptable_risk.risk_now(inst, owned, TODAY).signers == ("CEO", "CFO", "COO", "CIO")
    before = roadmap.plan_of(inst, owned).risk_statement.model_copy(update={"signers": []})
    with inst.database.writing() as unit:
        plan_parts.replace(unit, owned.assessment_id, plan_parts.RISK_STATEMENT, [before])
    assert acceptable_risk.risk_now(inst, owned, TODAY).signers == ("CLO", "CTO")
    acceptable_risk.decide_risk_line(inst, owned, code, {"decision": "free"})
    assert acceptable_risk.risk_now(inst, owned, TODAY).signers == ("CLO", "CTO")


def test_a_line_of_ones_own_lives_beside_the_drafted_ones(inst: Installation, started: Started) -> None:
    first, second = (line.code for line in inst.governance.acceptable_risk.lines[:2])
    acceptable_risk.decide_risk_line(inst, started.owned, first, {"decision": "never"})
    own = acceptable_risk.add_risk_line(inst, started.owned, "ethics", "AI names the new colleague.")
    acceptable_risk.decide_risk_line(inst, started.owned, second, {"decision": "free"})
    with pytest.raises(RefusedInput, match="already"):
        acceptable_risk.add_risk_line(inst, started.owned, "ethics", "AI names the new colleague.")
    acceptable_risk.decide_own_line(
        inst, started.owned, own, {"decision": "with_limit", "limit": "A list of five"}
    )
    view = acceptable_risk.risk_now(inst, started.owned, TODAY)
    assert [line.limit for line in view.own] == ["A list of five"]
    assert set(view.kept) == {first, second}
    stranger = RiskLine(area="ethics", text="Never said.", decision="free")
    with pytest.raises(NotFound):
        acceptable_risk.decide_own_line(inst, started.owned, stranger, {})
    acceptable_risk.decide_own_line(inst, started.owned, own, {})
    assert acceptable_risk.risk_now(inst, started.owned, TODAY).own == ()


def test_the_first_change_keeps_the_draft_and_drafting_again_replaces_it(
    inst: Installation, started: Started
) -> None:
    ownership.change_owners(inst, started.owned, "pick_use_cases", {"accountable": "CEO"})
    assert not charter.forum_now(inst, started.owned, TODAY).kept
    kept = charter.change_charter(inst, started.owned, TODAY, {"minutes": 45})
    assert (kept.minutes, kept.chair, kept.members) == (45, "CEO", ["CEO"])
    assert kept.rights
    with pytest.raises(RefusedInput, match="5 to 480 minutes"):
        charter.change_charter(inst, started.owned, TODAY, {"minutes": 1})
    charter.draft_charter(inst, started.owned, TODAY)
    forum = charter.forum_now(inst, started.owned, TODAY)
    assert forum.kept
    assert forum.charter == forum.drafted
    charter.change_charter(inst, started.owned, TODAY, dict.fromkeys(Charter.model_fields))
    assert roadmap.plan_of(inst, started.owned).charter == Charter()
    assert not charter.forum_now(inst, started.owned, TODAY).kept


def test_a_forum_beside_the_charter_is_drafted_edited_and_taken_out_and_the_charter_stays_a_draft(
    inst: Installation, started: Started
) -> None:
    ownership.change_owners(inst, started.owned, "pick_use_cases", {"accountable": "CEO"})
    chosen = charter.choose_forum(inst, started.owned, "value_stream_review")
    assert (chosen.minutes, chosen.cadence) == (45, "Every six weeks")
    charter.change_forum(inst, started.owned, chosen.kind, {"minutes": 30}, {"minutes": 45})
    assert charter.choose_forum(inst, started.owned, chosen.kind).minutes == 30
    view = charter.forum_now(inst, started.owned, TODAY)
    assert ([forum.minutes for forum in view.beside], view.kept) == ([30], False)
    kept = charter.change_charter(inst, started.owned, TODAY, {"minutes": 50})
    assert (kept.minutes, kept.members, kept.forums) == (50, ["CEO"], list(view.beside))
    assert charter.draft_charter(inst, started.owned, TODAY).forums == list(view.beside)
    charter.remove_forum(inst, started.owned, chosen.kind)
    assert charter.forum_now(inst, started.owned, TODAY).beside == ()
    with pytest.raises(NotFound):
        charter.change_forum(inst, started.owned, chosen.kind, {"minutes": 30})
    with pytest.raises(RefusedInput, match="not offered"):
        charter.choose_forum(inst, started.owned, "book_club")


def test_two_people_change_a_forum_and_neither_undoes_the_other(inst: Installation, started: Started) -> None:
    charter.choose_forum(inst, started.owned, "portfolio_review")
    seen = {"minutes": 90}
    charter.change_forum(inst, started.owned, "portfolio_review", {"minutes": 60}, seen)
    with pytest.raises(EditConflict, match="60"):
        charter.change_forum(inst, started.owned, "portfolio_review", {"minutes": 75}, seen)
    with pytest.raises(EditConflict):
        charter.remove_forum(inst, started.owned, "portfolio_review", seen)
    changed = charter.change_forum(
        inst, started.owned, "portfolio_review", {"chair": "CEO"}, {"chair": "CFO"}
    )
    assert (changed.minutes, changed.chair) == (60, "CEO")


def test_what_the_forum_may_not_do_is_the_installations_until_it_is_edited(
    inst: Installation, started: Started
) -> None:
    owned, drafted = started.owned, tuple(inst.governance.charter.may_not)
    assert charter.forum_now(inst, owned, TODAY).may_not == drafted
    charter.change_charter(inst, owned, TODAY, {"name": "AI group"})
    assert charter.forum_now(inst, owned, TODAY).may_not == drafted
    charter.change_charter(inst, owned, TODAY, {"may_not": ["Hire"]}, {"may_not": list(drafted)})
    assert charter.forum_now(inst, owned, TODAY).may_not == ("Hire",)
    charter.change_charter(inst, owned, TODAY, {"may_not": []})
    assert charter.forum_now(inst, owned, TODAY).may_not == ()

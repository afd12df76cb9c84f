"""Two people at one part of the plan, on both databases: what is stored afterwards, and what each is told."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

import pytest

from assessment.answers.plan_records import PlanRecords
from assessment.errors import EditConflict
from services.plan import (
    acceptable_risk,
    ai_uses,
    charter,
    commitments,
    decisions,
    ownership,
    roadmap,
    use_cases,
)
from services.plan.conflicts import GridEdit, GridLine
from services.plan.rows import Row
from storage.db.database import Database
from tests import prepare
from tests.workshops import TODAY, Shop, a_workshop

MOVE = "ABC-1:2"
COMMITMENT = {"move": "ABC-1:3", "owner": "COO"}


class Part(NamedTuple):
    """A part of the plan with a field both change, and another one: `change(shop, changes, seen)`, `stored(plan)`."""

    change: Callable[[Shop, Row, Row], object]
    stored: Callable[[PlanRecords], Any]
    field: str
    theirs: Any
    mine: Any
    other: str
    more: Any
    prepare: Callable[[Shop], object] = lambda _shop: None
    remove: Callable[[Shop, Row], object] | None = None


def a_use_case(shop: Shop) -> None:
    prepare.use_cases(shop.inst, shop.owned, [{"name": "Quotes", "blocked_by": "The old till"}])


def a_drafted_line(shop: Shop) -> None:
    acceptable_risk.decide_risk_line(shop.inst, shop.owned, risk_code(shop), {"decision": "with_limit"})


def an_own_line(shop: Shop) -> None:
    acceptable_risk.add_risk_line(shop.inst, shop.owned, "data", "No names.")


def risk_code(shop: Shop) -> str:
    return shop.inst.governance.acceptable_risk.lines[0].code


def own_line(shop: Shop) -> Any:
    (line,) = acceptable_risk.risk_now(shop.inst, shop.owned, TODAY).own
    return line


def first_changed(save: Callable[..., object], field: str) -> Callable[[Shop, Row, Row], object]:
    """A service that changes one entry: its name, its value, and under `field` what was shown."""

    def change(shop: Shop, changes: Row, seen: Row) -> object:
        ((name, value),) = changes.items()
        return save(shop.inst, shop.owned, name, value, {field: seen[name]})

    return change


def of_roadmap(shop: Shop, changes: Row, seen: Row) -> object:
    ((name, value),) = changes.items()
    save: Any = roadmap.set_target if name == "target" else roadmap.set_start
    return save(shop.inst, shop.owned, value, seen)


def of_use_case(shop: Shop, changes: Row, seen: Row) -> object:
    ((name, value),) = changes.items()
    save: Any = use_cases.save_effort if name == "effort_weeks" else use_cases.save_success
    return save(shop.inst, shop.owned, "Quotes", value, seen)


def of_statement(shop: Shop, changes: Row, seen: Row) -> object:
    if "signers" in changes:
        return acceptable_risk.set_signers(shop.inst, shop.owned, changes["signers"], seen)
    return acceptable_risk.add_risk_line(shop.inst, shop.owned, "data", "No names.")


PARTS = {
    "move of the roadmap": Part(
        lambda shop, changes, seen: roadmap.save_roadmap_move(shop.inst, shop.owned, MOVE, changes, seen),
        lambda plan: plan.planned(MOVE), "effort", 3, 5, "owner", "COO",
        lambda shop: roadmap.save_roadmap_move(shop.inst, shop.owned, MOVE, {"goal": "Half"}),
        lambda shop, seen: roadmap.remove_roadmap_move(shop.inst, shop.owned, MOVE, seen),
    ),
    "target and first day": Part(
        of_roadmap, lambda plan: plan.roadmap, "target", 4, 3, "start", date(2027, 1, 4),
    ),
    "capacity": Part(
        first_changed(roadmap.set_capacity_of, "capacity"),
        lambda plan: {"COO": 4.0, "CFO": 4.0} | plan.roadmap.capacity, "COO", 6, 8, "CFO", 2,
    ),
    "owners of a decision": Part(
        lambda shop, changes, seen: ownership.change_owners(shop.inst, shop.owned, "buy_shelf", changes, seen),
        lambda plan: plan.ownership.decisions.get("buy_shelf", {}),
        "accountable", "COO", "CFO", "consulted", ["CIO"],
    ),
    "owners of a use case": Part(
        lambda shop, changes, seen: ownership.change_use_owners(shop.inst, shop.owned, "Quotes", changes, seen),
        lambda plan: plan.ownership.use_cases.get("Quotes", {}),
        "accountable", "COO", "CFO", "risk_owner", "CIO", a_use_case,
    ),
    "use case": Part(
        of_use_case, lambda plan: plan.use_cases[0], "effort_weeks", 3, 5, "success_probability", 0.5, a_use_case,
        lambda shop, seen: use_cases.save_register(
            shop.inst, shop.owned, [], {"Quotes"}, {"Quotes": {"name": "Quotes", **seen}}
        ),
    ),
    "old system": Part(
        first_changed(
            lambda inst, owned, question, answer, seen: use_cases.answer_about_system(
                inst, owned, "The old till", question, answer, seen
            ),
            "triage_answers",
        ),
        lambda plan: plan.use_cases[0].triage_answers, "blocks_next", "yes", "no", "stopped_a_use", "unknown", a_use_case,
    ),
    "assumptions": Part(
        lambda shop, changes, seen: use_cases.change_assumptions(shop.inst, shop.owned, changes, seen),
        lambda plan: plan.assumptions, "rate", 0.2, 0.3, "years", 5,
    ),
    "pilot register": Part(
        lambda shop, changes, seen: decisions.edit_initiatives(
            shop.inst, shop.owned, GridEdit([GridLine({"name": "Chat", **seen, **changes}, {"name": "Chat", **seen})])
        ),
        lambda plan: plan.initiatives[0], "stage", "pilot", "live", "metric", "Days",
        lambda shop: prepare.initiatives(shop.inst, shop.owned, [{"name": "Chat"}]),
    ),
    "AI use": Part(
        lambda shop, changes, seen: ai_uses.change_ai_use(shop.inst, shop.owned, "Chat", changes, seen),
        lambda plan: plan.ai_uses[0], "vendor", "Acme", "Bolt", "owner", "COO",
        lambda shop: ai_uses.add_ai_use(shop.inst, shop.owned, "Chat"),
        lambda shop, seen: ai_uses.remove_ai_use(shop.inst, shop.owned, "Chat", seen),
    ),
    "answers about an AI use": Part(
        first_changed(
            lambda inst, owned, question, answer, seen: ai_uses.answer_one(
                inst, owned, "Chat", question, answer, seen
            ),
            "answers",
        ),
        lambda plan: plan.ai_uses[0].answers, "public", "yes", "no", "hires_people", "unknown",
        lambda shop: ai_uses.add_ai_use(shop.inst, shop.owned, "Chat"),
    ),
    "drafted risk line": Part(
        lambda shop, changes, seen: acceptable_risk.decide_risk_line(
            shop.inst, shop.owned, risk_code(shop), {"decision": "with_limit", **seen, **changes},
            {"decision": "with_limit", **seen},
        ),
        lambda plan: plan.risk_statement.lines[0], "limit", "Test data", "Made-up data", "ask", "COO", a_drafted_line,
        lambda shop, seen: acceptable_risk.decide_risk_line(
            shop.inst, shop.owned, risk_code(shop), {}, {"decision": "with_limit", **seen}
        ),
    ),
    "own risk line": Part(
        lambda shop, changes, seen: acceptable_risk.decide_own_line(
            shop.inst, shop.owned, own_line(shop), {**seen, **changes}, seen
        ),
        lambda plan: plan.risk_statement.lines[0], "decision", "free", "never", "ask", "COO", an_own_line,
        lambda shop, seen: acceptable_risk.decide_own_line(shop.inst, shop.owned, own_line(shop), {}, seen),
    ),
    "signers": Part(
        of_statement, lambda plan: plan.risk_statement, "signers", ["CEO"], ["CFO"], "lines", None,
    ),
    "charter": Part(
        lambda shop, changes, seen: charter.change_charter(shop.inst, shop.owned, TODAY, changes, seen),
        lambda plan: plan.charter, "cadence", "Every Friday", "Every month", "members", ["CIO"],
        lambda shop: charter.change_charter(shop.inst, shop.owned, TODAY, {"cadence": "", "members": []}),
    ),
    "commitment": Part(
        lambda shop, changes, seen: commitments.update_commitment(
            shop.inst, shop.owned, 0, COMMITMENT["move"], changes, seen
        ),
        lambda plan: plan.commitments[0], "metric", "Shelves", "Labels", "status", "kept",
        lambda shop: commitments.add_commitment(shop.inst, shop.owned, COMMITMENT),
    ),
    "grid of commitments": Part(
        lambda shop, changes, seen: commitments.edit_commitments(
            shop.inst, shop.owned, GridEdit([GridLine({**COMMITMENT, **seen, **changes}, {**COMMITMENT, **seen})])
        ),
        lambda plan: plan.commitments[0], "metric", "Shelves", "Labels", "status", "kept",
        lambda shop: commitments.add_commitment(shop.inst, shop.owned, COMMITMENT),
        lambda shop, seen: commitments.edit_commitments(
            shop.inst, shop.owned, GridEdit([], [COMMITMENT | dict(seen)])
        ),
    ),
}  # fmt: skip
REMOVABLE = [name for name, part in PARTS.items() if part.remove]


@pytest.fixture
def shop(database: Database) -> Shop:
    return a_workshop(database)


def stored(shop: Shop, part: Part) -> dict[str, Any]:
    """Both fields as they are stored."""
    line = part.stored(roadmap.plan_of(shop.inst, shop.owned))
    get = line.get if isinstance(line, dict) else lambda field: getattr(line, field)
    return {field: get(field) for field in (part.field, part.other)}


def entry(shop: Shop, value: Any) -> str:
    """How somebody reads an entry."""
    options = {option.code: option.title for option in shop.inst.governance.acceptable_risk.options}
    titles = {**shop.inst.instrument.function_titles, **options}
    words = value[0] if isinstance(value, list) else str(value)
    return titles.get(words, words)


@pytest.mark.parametrize("name", PARTS)
def test_a_field_the_other_has_changed_stays_so_and_both_entries_are_named(shop: Shop, name: str) -> None:
    part = PARTS[name]
    part.prepare(shop)
    seen = stored(shop, part)
    part.change(shop, {part.field: part.theirs}, seen)
    theirs = stored(shop, part)
    with pytest.raises(EditConflict) as conflict:
        part.change(shop, {part.field: part.mine}, seen)
    assert entry(shop, part.theirs) in str(conflict.value)
    assert entry(shop, part.mine) in str(conflict.value)
    assert stored(shop, part) == theirs != seen
    part.change(shop, {part.field: part.mine}, theirs)
    assert stored(shop, part)[part.field] == part.mine


@pytest.mark.parametrize("name", PARTS)
def test_a_field_beside_the_one_the_other_has_changed_is_stored_too(shop: Shop, name: str) -> None:
    part = PARTS[name]
    part.prepare(shop)
    seen = stored(shop, part)
    part.change(shop, {part.other: part.more}, seen)
    theirs = stored(shop, part)
    part.change(shop, {part.field: part.mine}, seen)
    assert theirs != seen
    assert stored(shop, part) == theirs | {part.field: part.mine}


@pytest.mark.parametrize("name", REMOVABLE)
def test_a_line_the_other_has_changed_is_not_taken_out(shop: Shop, name: str) -> None:
    part = PARTS[name]
    assert part.remove is not None
    before = roadmap.plan_of(shop.inst, shop.owned)
    part.prepare(shop)
    seen = stored(shop, part)
    part.change(shop, {part.field: part.theirs}, seen)
    theirs = stored(shop, part)
    with pytest.raises(EditConflict, match="Someone else changed"):
        part.remove(shop, seen)
    assert stored(shop, part) == theirs
    part.remove(shop, theirs)
    assert roadmap.plan_of(shop.inst, shop.owned) == before

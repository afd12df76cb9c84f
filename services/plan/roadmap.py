"""The plan of an assessment: everything decided after the result, in one look; and the roadmap.

Every change answers after one transaction. All raise RefusedInput (nothing is half-written), Frozen
(the assessment is closed) and NotFound; those that take `seen` Overtaken (`meanwhile`). Siblings: `plan_value`, `plan_owners`, `plan_rules`, `plan_promises`.
"""

from datetime import date
from typing import Any

from assessment.answers.plan_records import PlanRecords
from assessment.answers.plan_records import plan_records_of as _records
from assessment.errors import RefusedInput
from assessment.instrument.model import Instrument
from assessment.plan.checks import practice_of
from assessment.plan.records import Roadmap, RoadmapMove
from language.translation import _
from scoring.plan.roadmap import CAPACITY
from services.core.identity import Owned
from services.core.installation import Installation
from services.plan.conflicts import check_unchanged
from services.plan.rows import Row, changing, given, record_of
from storage.db.database import WritingUnit
from storage.repositories import plan_parts


def plan_of(inst: Installation, owned: Owned) -> PlanRecords:
    """Everything decided so far, in one look at the database."""
    with inst.database.reading() as unit:
        return _records(plan_parts.load_register(unit, owned.assessment_id))


def save_roadmap_move(
    inst: Installation, owned: Owned, move: str, changes: Row, seen: Row | None = None
) -> RoadmapMove:
    """Changes some fields of one move in the roadmap; an empty value goes back to the estimate or nothing.

    `seen` is what the screen had shown in these fields. Raises Overtaken when it is no longer so.
    """
    check_move(inst.instrument, move)
    with changing(inst, owned) as unit:
        roadmap = plan_parts.find_roadmap(unit, owned.assessment_id) or Roadmap()
        known = {line.move: line for line in roadmap.moves}
        before = known[move].plain() if move in known else {}
        check_unchanged(before, seen, changes, inst.instrument.function_titles)
        known[move] = record_of(RoadmapMove, before | dict(changes) | {"move": move})
        _change(unit, owned, roadmap, moves=list(known.values()))
    return known[move]


def remove_roadmap_move(inst: Installation, owned: Owned, move: str) -> None:
    """Forgets what was set for one move; no fault if nothing was."""
    with changing(inst, owned) as unit:
        roadmap = plan_parts.find_roadmap(unit, owned.assessment_id)
        if roadmap is not None:
            _change(unit, owned, roadmap, moves=[line for line in roadmap.moves if line.move != move])


def set_target(inst: Installation, owned: Owned, target: int | None) -> None:
    """The level aimed at, 2 to 5; None goes back to the next one."""
    if target is not None and target not in range(2, 6):
        raise RefusedInput(_("A target is a level from 2 to 5. Nothing was stored; choose again."))
    with changing(inst, owned) as unit:
        _change(unit, owned, plan_parts.find_roadmap(unit, owned.assessment_id) or Roadmap(), target=target)


def set_start(inst: Installation, owned: Owned, day: date | None, seen: Row | None = None) -> None:
    """The first day of the roadmap; None goes back to not set.

    `seen` holds under `start` what the screen had shown. Raises Overtaken when that is no longer so.
    """
    with changing(inst, owned) as unit:
        roadmap = plan_parts.find_roadmap(unit, owned.assessment_id) or Roadmap()
        check_unchanged({"start": roadmap.start}, seen, {"start": day}, inst.instrument.function_titles)
        _change(unit, owned, roadmap, start=day.isoformat() if day else None)


def set_capacity_of(
    inst: Installation, owned: Owned, role: str, weeks: float | None, seen: Row | None = None
) -> None:
    """Person-weeks per four weeks of one role, beside what was set for others; None goes back to what every lead carries.

    `seen` holds what the screen had shown for the role. Raises Overtaken when that is no longer so.
    """
    with changing(inst, owned) as unit:
        roadmap = plan_parts.find_roadmap(unit, owned.assessment_id) or Roadmap()
        now = {"capacity": roadmap.capacity.get(role, CAPACITY)}
        check_unchanged(now, seen, {"capacity": weeks}, inst.instrument.function_titles)
        checked = record_of(Roadmap, {"capacity": given({**roadmap.capacity, role: weeks})}).capacity
        _change(unit, owned, roadmap, capacity=checked)


def check_move(instrument: Instrument, move: str) -> None:
    """Raises RefusedInput unless the instrument has this move."""
    known = practice_of(move) in instrument.practices and move.partition(":")[2] in ("2", "3", "4", "5")
    if not known:
        raise RefusedInput(_("There is no such move. Nothing was stored; choose one of the list."))


def _change(unit: WritingUnit, owned: Owned, roadmap: Roadmap, **changes: Any) -> None:
    """Stores the roadmap with some parts changed; a part that is None is as if never set."""
    plain = roadmap.plain() | {
        name: [line.plain() for line in value] if name == "moves" else value
        for name, value in changes.items()
    }
    kept = {name: value for name, value in plain.items() if value is not None}
    plan_parts.save_roadmap(unit, owned.assessment_id, record_of(Roadmap, kept))

"""The plan of an assessment in one look; and its roadmap."""

from datetime import date
from numbers import Real
from typing import Any

from assessment.answers.plan_records import PlanRecords, plan_records_of
from assessment.errors import RefusedInput
from assessment.instrument.model import Instrument
from assessment.instrument.moves import Minimised, Move
from assessment.plan.checks import practice_of
from assessment.plan.commitments import Commitment
from assessment.plan.records import RoadmapMove
from language.translation import _
from scoring.plan.roadmap import CAPACITY
from services.core.identity import Owned
from services.core.installation import Installation
from services.plan.edit import ONE, PlanEdit, edit
from services.plan.parts import COMMITMENTS, MOVES, ROADMAP
from services.plan.rows import Row
from storage.repositories import plan_parts

LEAST_EFFORT = 0.05
"""Rounds up to a tenth of a person-week, the least that counts."""
PROMISED = {"owner": "owner", "review": "due"}
"""Fields of a move, and those of a commitment that come before them."""


def plan_of(inst: Installation, owned: Owned) -> PlanRecords:
    """Everything decided so far, in one look at the database."""
    with inst.database.reading() as unit:
        return plan_records_of(plan_parts.load_register(unit, owned.assessment_id))


def save_roadmap_move(
    inst: Installation, owned: Owned, move: str, changes: Row, seen: Row | None = None
) -> RoadmapMove:
    """Changes some fields of one move in the roadmap; an empty value goes back to the estimate or nothing.

    Owner and day of a commitment to the move are the move's: they are changed in the commitment too.
    """
    check_move(inst.asked(owned), move)
    _check_effort(changes.get("effort"), in_days=inst.asked(owned).in_days)
    with edit(inst, owned, MOVES) as moves:
        ruled: frozenset[str] = frozenset()
        if PROMISED.keys() & changes.keys():
            titles = COMMITMENTS.titles(inst, owned)
            promises = PlanEdit(moves.unit, owned.assessment_id, COMMITMENTS, titles)
            ruled = _change_commitment(promises, move, changes, seen)
        shown = {name: value for name, value in (seen or {}).items() if name not in ruled}
        return moves.update(move, {**changes, "move": move}, shown, new={"move": move})


def _check_effort(weeks: Any, *, in_days: bool) -> None:
    """Raises RefusedInput for an effort that would count as nothing; what is no number is refused elsewhere."""
    if isinstance(weeks, Real) and 0 <= float(weeks) < LEAST_EFFORT:
        least = _("half a day") if in_days else _("0.1 person-weeks")
        raise RefusedInput(
            _(
                "A move takes at least {least}. Nothing was stored, and what you typed is still here; leave the "
                "field empty for our estimate, or leave the move out on the roadmap."
            ).format(least=least)
        )


def _change_commitment(
    commitments: PlanEdit[Commitment], move: str, changes: Row, seen: Row | None
) -> frozenset[str]:
    """Changes the last commitment to a move with it; the fields of the move that are its own."""
    live = [
        key
        for key, line in zip(commitments.keys, commitments.lines, strict=True)
        if line.get("move") == move and line.get("status") != "dropped"
    ]
    if not live:
        return frozenset()
    line = commitments.find(live[-1]) or {}
    ruled = {field: name for field, name in PROMISED.items() if field in changes and line.get(name)}
    if ruled:
        commitments.update(
            live[-1],
            {name: changes[field] for field, name in ruled.items()},
            {name: seen[field] for field, name in ruled.items() if seen and field in seen},
        )
    return frozenset(ruled)


def remove_roadmap_move(inst: Installation, owned: Owned, move: str, seen: Row | None = None) -> None:
    """Forgets what was set for one move; no fault if nothing was."""
    with edit(inst, owned, MOVES) as moves:
        moves.remove(move, seen)


def set_target(inst: Installation, owned: Owned, target: int | None, seen: Row | None = None) -> None:
    """The level aimed at, 2 to 5; None goes back to the next one. `seen` holds under `target` what was shown."""
    if target is not None and target not in range(2, 6):
        raise RefusedInput(_("A target is a level from 2 to 5. Nothing was stored; choose again."))
    with edit(inst, owned, ROADMAP) as roadmap:
        roadmap.update(ONE, {"target": target}, seen, new={})


def set_minimised(
    inst: Installation, owned: Owned, minimise: Minimised | None, seen: Row | None = None
) -> None:
    """Whose days the path keeps lowest; None goes back to the organiser's. `seen` holds under `minimise` what was shown."""
    with edit(inst, owned, ROADMAP) as roadmap:
        roadmap.update(ONE, {"minimise": minimise}, seen, new={})


def set_start(inst: Installation, owned: Owned, day: date | None, seen: Row | None = None) -> None:
    """The first day of the roadmap; None goes back to not set. `seen` holds under `start` what was shown."""
    with edit(inst, owned, ROADMAP) as roadmap:
        roadmap.update(ONE, {"start": day}, seen, new={})


def set_capacity_of(
    inst: Installation, owned: Owned, role: str, weeks: float | None, seen: Row | None = None
) -> None:
    """Person-weeks per four weeks of one role, beside what was set for others; None goes back to what every lead carries.

    `seen` holds under `capacity` what the screen had shown for the role.
    """
    with edit(inst, owned, ROADMAP) as roadmap:
        roadmap.update_entry(ONE, "capacity", role, weeks, seen, default=CAPACITY)


def find_move(instrument: Instrument, code: str) -> Move | None:
    """The move a code such as "OWN-1:2" stands for, or None if this edition has none such."""
    practice = instrument.practices.get(practice_of(code))
    moves = practice.moves if practice else ()
    return next((move for move in moves if str(move.to) == code.partition(":")[2]), None)


def check_move(instrument: Instrument, code: str) -> None:
    """Raises RefusedInput unless the instrument has this move."""
    if find_move(instrument, code) is None:
        raise RefusedInput(_("This move does not exist. Nothing was stored; choose one from the list."))

"""What a test finds stored already: whole lists and whole people, put there by what the product offers."""

import asyncio
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any

from assessment.answers.records import Assessment
from assessment.instrument.model import Camp
from services.core.identity import Owned
from services.core.installation import Installation
from services.plan import decisions, roadmap
from services.plan.conflicts import GridEdit, GridLine
from services.plan.rows import Row
from services.plan.use_cases import save_register
from services.workshop.join import joining
from services.workshop.join.joining import Joined, Newcomer
from services.workshop.room.view_cache import invalidate
from storage.repositories.records import load_assessment


def use_cases(inst: Installation, owned: Owned, rows: Sequence[Row]) -> None:
    """The use cases are these rows and no others; an estimate is {"low", "likely", "high"}."""
    known = [line.name for line in roadmap.plan_of(inst, owned).use_cases]
    save_register(inst, owned, [(None, row) for row in rows], known)


def initiatives(inst: Installation, owned: Owned, rows: Sequence[Mapping[str, Any]]) -> None:
    """The pilot register is these rows and no others."""
    gone = [line.model_dump() for line in decisions.initiatives_of(inst, owned)]
    decisions.edit_initiatives(inst, owned, GridEdit([GridLine(row) for row in rows], gone))


def stored(inst: Installation, owned: Owned) -> Assessment:
    """The whole assessment as it is now."""
    with inst.database.reading() as unit:
        return load_assessment(unit, owned.assessment_id)


def join(
    inst: Installation,
    token: str,
    code: str,
    address: str,
    now: datetime,
    *,
    function: str,
    camp: Camp,
    name: str | None = None,
) -> Joined:
    """`joining.join_room` of one person, waited for also where a loop runs; the room is drawn anew at once."""
    arriving = joining.join_room(inst, token, code, address, now, Newcomer(function, camp, name))
    with ThreadPoolExecutor(1) as aside:
        joined = aside.submit(asyncio.run, arriving).result()
    invalidate(inst, joined.participant.assessment_id)
    return joined

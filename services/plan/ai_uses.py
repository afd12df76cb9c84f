"""The register of AI uses: its lines and what was answered about each."""

from assessment.plan.records import MOST_LINES, AiUse, UseAnswer
from report.build.governance import use_views
from report.model.governance import UseView
from services.core.identity import Owned
from services.core.installation import Installation
from services.plan.edit import edit
from services.plan.parts import AI_USES
from services.plan.rows import Row
from storage.repositories import plan_parts


def uses_now(inst: Installation, owned: Owned) -> tuple[UseView, ...]:
    """Every AI use with its class, in the order entered."""
    with inst.database.reading() as unit:
        uses = plan_parts.load(unit, owned.assessment_id, plan_parts.AI_USES)
    return use_views(inst.governance, inst.standards, uses)


def add_ai_use(inst: Installation, owned: Owned, name: str) -> AiUse:
    """Puts one more use at the end of the register. RefusedInput without a name or with one that stands already."""
    with edit(inst, owned, AI_USES) as uses:
        return uses.add({"name": name})


def adopt_initiatives(inst: Installation, owned: Owned) -> None:
    """Puts every initiative of the pilot register on the list that is not there yet, with its owner."""
    with edit(inst, owned, AI_USES) as uses:
        for pilot in plan_parts.load(uses.unit, owned.assessment_id, plan_parts.INITIATIVES):
            if uses.find(pilot.name) is None and len(uses.lines) < MOST_LINES:
                uses.add({"name": pilot.name, "owner": pilot.owner})


def change_ai_use(
    inst: Installation, owned: Owned, name: str, changes: Row, seen: Row | None = None
) -> AiUse:
    """Changes fields of one use; an empty value forgets it. Its answers go with it to a new name."""
    with edit(inst, owned, AI_USES) as uses:
        return uses.update(name, changes, seen)


def remove_ai_use(inst: Installation, owned: Owned, name: str, seen: Row | None = None) -> None:
    """Takes one use off the register with its answers; no fault if it is gone."""
    with edit(inst, owned, AI_USES) as uses:
        uses.remove(name, seen)


def answer_one(
    inst: Installation,
    owned: Owned,
    name: str,
    question: str,
    answer: UseAnswer | None,
    seen: Row | None = None,
) -> AiUse:
    """Stores one answer about one use, or takes it back; `seen` holds under `answers` what was shown."""
    with edit(inst, owned, AI_USES) as uses:
        return uses.update_entry(name, "answers", question, answer, seen)

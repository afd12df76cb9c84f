"""What governs AI here: the register of AI uses, the risk statement with its signatures, the charter."""

from collections.abc import Sequence

from assessment.errors import NotFound, RefusedInput
from assessment.plan.records import MOST_LINES, AiUse, UseAnswer
from language.translation import _
from report.build.governance import use_views
from report.model.governance import UseView
from services.core.identity import Owned
from services.core.installation import Installation
from services.plan.rows import Row, changing, record_of
from storage.repositories import plan_parts


def uses_now(inst: Installation, owned: Owned) -> tuple[UseView, ...]:
    """Every AI use with its class, in the order entered."""
    with inst.database.reading() as unit:
        uses = plan_parts.load_ai_uses(unit, owned.assessment_id)
    return use_views(inst.governance, inst.standards, uses)


def add_ai_use(inst: Installation, owned: Owned, name: str) -> AiUse:
    """Puts one more use at the end of the register. RefusedInput without a name or with one that stands already."""
    use = record_of(AiUse, {"name": name})
    with changing(inst, owned) as unit:
        uses = plan_parts.load_ai_uses(unit, owned.assessment_id)
        if use.name in {found.name for found in uses}:
            raise RefusedInput(_("This use is on the list already. Nothing was added; give it another name."))
        if len(uses) >= MOST_LINES:
            raise RefusedInput(_("A list holds at most 200 lines. Nothing was changed; take one out first."))
        plan_parts.replace_ai_uses(unit, owned.assessment_id, [*uses, use])
    return use


def adopt_initiatives(inst: Installation, owned: Owned) -> tuple[AiUse, ...]:
    """Puts every initiative of the pilot register on the list that is not there yet, with its owner."""
    with changing(inst, owned) as unit:
        uses = plan_parts.load_ai_uses(unit, owned.assessment_id)
        known = {use.name for use in uses}
        pilots = plan_parts.load_initiatives(unit, owned.assessment_id)
        new = {p.name: AiUse(name=p.name, owner=p.owner or None) for p in pilots if p.name not in known}
        added = tuple(new.values())[: MOST_LINES - len(uses)]
        plan_parts.replace_ai_uses(unit, owned.assessment_id, [*uses, *added])
    return added


def change_ai_use(inst: Installation, owned: Owned, name: str, changes: Row) -> AiUse:
    """Changes fields of one use; an empty value forgets it. Its answers go with it to a new name. NotFound."""
    with changing(inst, owned) as unit:
        uses = plan_parts.load_ai_uses(unit, owned.assessment_id)
        position = _position(uses, name)
        changed = record_of(AiUse, uses[position].plain() | dict(changes))
        others = [use.name for use in (*uses[:position], *uses[position + 1 :])]
        if changed.name in others:
            raise RefusedInput(
                _("This use is on the list already. Nothing was changed; give it another name.")
            )
        uses[position] = changed
        plan_parts.replace_ai_uses(unit, owned.assessment_id, uses)
    return changed


def remove_ai_use(inst: Installation, owned: Owned, name: str) -> None:
    """Takes one use off the register with its answers; no fault if it is gone."""
    with changing(inst, owned) as unit:
        uses = plan_parts.load_ai_uses(unit, owned.assessment_id)
        plan_parts.replace_ai_uses(unit, owned.assessment_id, [use for use in uses if use.name != name])


def answer_one(inst: Installation, owned: Owned, name: str, question: str, answer: UseAnswer | None) -> AiUse:
    """Stores one answer about one use, or takes it back; the others stay. NotFound."""
    with changing(inst, owned) as unit:
        uses = plan_parts.load_ai_uses(unit, owned.assessment_id)
        position = _position(uses, name)
        answers = {**uses[position].answers, question: answer}
        uses[position] = record_of(AiUse, uses[position].plain() | {"answers": answers})
        plan_parts.replace_ai_uses(unit, owned.assessment_id, uses)
    return uses[position]


def _position(uses: Sequence[AiUse], name: str) -> int:
    found = next((i for i, use in enumerate(uses) if use.name == name), None)
    if found is None:
        raise NotFound(
            _("There is no AI use of this name any longer. Nothing was stored; choose one of the list.")
        )
    return found

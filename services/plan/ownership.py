"""Who owns decisions and use cases: set, drafted from the vote, and read with what the checks find."""

from datetime import date

from assessment.errors import NotFound, RefusedInput
from assessment.plan.records import Owners, Ownership, UseOwners
from language.translation import _
from report.build.ownership import decisions_voted, ownership_view
from report.model.ownership import OwnershipView
from scoring.plan.ownership import owners_of, prefill
from services.core.identity import Owned
from services.core.installation import Installation
from services.plan.conflicts import check_unchanged
from services.plan.rows import Row, changing, record_of
from services.reports.results import answers_in_force
from storage.repositories import plan_parts


def owners_now(inst: Installation, owned: Owned, today: date) -> OwnershipView:
    """The grid with its checks, beside the vote that results rest on."""
    with inst.database.reading() as unit:
        assessment, _day = answers_in_force(inst, unit, owned, today)
    return ownership_view(inst.instrument, assessment)


def change_owners(
    inst: Installation, owned: Owned, decision: str, changes: Row, seen: Row | None = None
) -> Owners:
    """Changes some fields of who owns one decision; an empty value forgets it. Overtaken (`seen`: what was shown)."""
    if decision not in {choice.code for choice in inst.instrument.decisions}:
        raise RefusedInput(_("This choice is not offered. Nothing was stored; please choose again."))
    with changing(inst, owned) as unit:
        before = plan_parts.find_ownership(unit, owned.assessment_id) or Ownership()
        known = before.decisions.get(decision, Owners())
        check_unchanged(known.plain(), seen, changes, inst.instrument.function_titles)
        owners = record_of(Owners, known.plain() | dict(changes))
        kept = {**before.decisions, decision: owners}
        plan_parts.save_ownership(
            unit,
            owned.assessment_id,
            Ownership(
                decisions={code: found for code, found in kept.items() if found != Owners()},
                use_cases=before.use_cases,
            ),
        )
    return owners


def change_use_owners(
    inst: Installation, owned: Owned, use_case: str, changes: Row, seen: Row | None = None
) -> UseOwners:
    """Changes some fields of who owns one use case; its own `owner` answers for it until then.

    NotFound; Overtaken when a field no longer holds what was `seen`.
    """
    with changing(inst, owned) as unit:
        found = [u for u in plan_parts.load_use_cases(unit, owned.assessment_id) if u.name == use_case]
        if not found:
            raise NotFound(
                _("There is no use case of this name any longer. Nothing was stored; choose one of the list.")
            )
        before = plan_parts.find_ownership(unit, owned.assessment_id) or Ownership()
        known = owners_of(before, found[0]).plain()
        check_unchanged(known, seen, changes, inst.instrument.function_titles)
        owners = record_of(UseOwners, known | dict(changes))
        plan_parts.save_ownership(
            unit,
            owned.assessment_id,
            Ownership(decisions=before.decisions, use_cases={**before.use_cases, use_case: owners}),
        )
    return owners


def adopt_the_vote(inst: Installation, owned: Owned, today: date) -> Ownership:
    """Names the role most leaders see for each decision that has no entry yet; returns the whole map.

    The vote is the one results rest on: that of a room that is still open is not looked at.
    """
    with changing(inst, owned) as unit:
        assessment, _day = answers_in_force(inst, unit, owned, today)
        drafted = prefill(inst.instrument, decisions_voted(inst.instrument, assessment))
        before = assessment.ownership or Ownership()
        ownership = Ownership(decisions={**drafted.decisions, **before.decisions}, use_cases=before.use_cases)
        plan_parts.save_ownership(unit, owned.assessment_id, ownership)
    return ownership

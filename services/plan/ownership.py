"""Who owns decisions and use cases: set, drafted from the vote, and read with what the checks find."""

from datetime import date

from assessment.errors import NotFound, RefusedInput
from assessment.plan.records import Owners, UseOwners
from language.translation import _
from report.build.ownership import decisions_voted, ownership_view
from report.model.ownership import OwnershipView
from scoring.plan.ownership import prefill
from services.core.identity import Owned
from services.core.installation import Installation
from services.plan.edit import edit
from services.plan.parts import DECISION_OWNERS, USE_CASE_OWNERS
from services.plan.rows import Row
from services.reports.results import answers_in_force
from storage.repositories import plan_parts


def owners_now(inst: Installation, owned: Owned, today: date) -> OwnershipView:
    """The grid with its checks, beside the vote that results rest on."""
    with inst.database.reading() as unit:
        assessment, _day = answers_in_force(inst, unit, owned, today)
    return ownership_view(inst.asked(owned), assessment)


def change_owners(
    inst: Installation, owned: Owned, decision: str, changes: Row, seen: Row | None = None
) -> Owners:
    """Changes some fields of who owns one decision; an empty value forgets it."""
    if decision not in {choice.code for choice in inst.asked(owned).decisions}:
        raise RefusedInput(_("This choice is not offered. Nothing was stored; please choose again."))
    with edit(inst, owned, DECISION_OWNERS) as decisions:
        return decisions.update(decision, changes, seen, new={})


def change_use_owners(
    inst: Installation, owned: Owned, use_case: str, changes: Row, seen: Row | None = None
) -> UseOwners:
    """Changes some fields of who owns one use case; its own `owner` answers for it until then."""
    with edit(inst, owned, USE_CASE_OWNERS) as owners:
        use_cases = plan_parts.load_bodies(owners.unit, owned.assessment_id, plan_parts.USE_CASES)
        found = next((line for line in use_cases if line["name"] == use_case), None)
        if found is None:
            raise NotFound(
                _("This use case has been renamed or removed. Nothing was stored; choose one from the list.")
            )
        return owners.update(use_case, changes, seen, new={"accountable": found.get("owner")})


def adopt_the_vote(inst: Installation, owned: Owned, today: date) -> None:
    """Names the role most leaders see for each decision that has no entry yet.

    The vote is the one results rest on: that of a room that is still open is not looked at.
    """
    with edit(inst, owned, DECISION_OWNERS) as decisions:
        assessment, _day = answers_in_force(inst, decisions.unit, owned, today)
        drafted = prefill(inst.asked(owned), decisions_voted(inst.asked(owned), assessment))
        for code, owners in drafted.decisions.items():
            if decisions.find(code) is None:
                decisions.put(code, owners.plain())

"""Who owns decisions and use cases: set, drafted from the vote, and checked."""

from collections.abc import Sequence
from datetime import date

from assessment.errors import NotFound, RefusedInput
from assessment.instrument import Instrument
from assessment.plan_records import Owners, Ownership, UseOwners
from assessment.privacy import Disclosure
from assessment.records import Assessment
from assessment.words import _
from scoring.agreement import decision_map
from scoring.ownership import OwnershipFinding, Seen, ownership_findings, prefill
from services.alignment import decisions_seen
from services.disclosing import shareable
from services.identity import Owned
from services.installation import Installation
from services.plan_lines import Row, changing, record_of
from services.results import in_force
from storage import register


def save_ownership(inst: Installation, owned: Owned, decision: str, values: Row) -> Owners:
    """Stores who owns one decision, in place of an earlier entry; empty values forget it."""
    if decision not in {choice.code for choice in inst.instrument.decisions}:
        raise RefusedInput(_("This choice is not offered. Nothing was stored; please choose again."))
    owners = record_of(Owners, values)
    with changing(inst, owned) as unit:
        before = register.find_ownership(unit, owned.assessment_id) or Ownership()
        decisions = {**before.decisions, decision: owners}
        kept = {code: found for code, found in decisions.items() if found != Owners()}
        register.save_ownership(
            unit, owned.assessment_id, Ownership(decisions=kept, use_cases=before.use_cases)
        )
    return owners


def save_use_ownership(inst: Installation, owned: Owned, use_case: str, values: Row) -> UseOwners:
    """Stores who owns one use case, in place of an earlier entry; empty values forget it. NotFound."""
    owners = record_of(UseOwners, values)
    with changing(inst, owned) as unit:
        if use_case not in {line.name for line in register.load_use_cases(unit, owned.assessment_id)}:
            raise NotFound(_("There is no use case of this name any longer. Nothing was stored."))
        before = register.find_ownership(unit, owned.assessment_id) or Ownership()
        uses = {**before.use_cases, use_case: owners}
        kept = {name: found for name, found in uses.items() if found != UseOwners()}
        register.save_ownership(
            unit, owned.assessment_id, Ownership(decisions=before.decisions, use_cases=kept)
        )
    return owners


def adopt_the_vote(inst: Installation, owned: Owned, today: date) -> Ownership:
    """Names the role most leaders see for each decision that has no entry yet; returns the whole map.

    The vote is the one results rest on: that of a room that is still open is not looked at.
    """
    with changing(inst, owned) as unit:
        assessment, _day = in_force(inst, unit, owned, today)
        drafted = prefill(inst.instrument, decisions_voted(inst.instrument, assessment))
        before = assessment.ownership or Ownership()
        ownership = Ownership(decisions={**drafted.decisions, **before.decisions}, use_cases=before.use_cases)
        register.save_ownership(unit, owned.assessment_id, ownership)
    return ownership


def decisions_voted(instrument: Instrument, assessment: Assessment) -> Sequence[Seen]:
    """Where the leaders see each decision, as far as the privacy mode lets it be shown."""
    disclosure = Disclosure.of(assessment)
    if not disclosure.team:
        return ()
    people = shareable(instrument, assessment, disclosure).respondents
    if disclosure.alone:
        return tuple(decision_map(instrument, people).values())
    return tuple(decisions_seen(instrument, [r for r in people if r.responses], disclosure))


def findings_of(instrument: Instrument, assessment: Assessment) -> tuple[OwnershipFinding, ...]:
    """Everything about ownership that is to be settled; sentences in `playbook.ownership_words`.

    `assessment` as `services.results.in_force` gives it.
    """
    return ownership_findings(
        instrument,
        assessment.ownership or Ownership(),
        assessment.use_cases,
        {person.function: person.camp for person in assessment.respondents},
        decisions_voted(instrument, assessment),
    )

"""Use cases with their value claims, and what the figures rest on."""

from collections.abc import Sequence

from assessment.plan_records import Ownership, UseOwners
from assessment.records import Assumptions, Estimate, UseCase
from services.identity import Owned
from services.installation import Installation
from services.plan_lines import Row, changing, check_distinct, needed, record_of, records_of, refusal
from storage import register
from storage.database import WritingUnit

NEW_LINE = ("lever", "exploring")
ESTIMATES = ("investment", "annual_benefit", "annual_cost")


def save_use_cases(inst: Installation, owned: Owned, rows: Sequence[Row]) -> list[UseCase]:
    """Replaces the use cases by the lines that hold anything at all, each under a name of its own.

    Fields as in the interchange file (`class`, not `portfolio`); an estimate is {"low", "likely", "high"}.
    The owners of a renamed use case go with it; those of a removed one are forgotten.
    """
    lines = records_of(UseCase, rows, NEW_LINE)
    check_distinct([line.name for line in lines])
    for number, line in enumerate(lines, 1):
        for field in ESTIMATES:
            _check_order(getattr(line, field), field, number)
    with changing(inst, owned) as unit:
        before = register.load_use_cases(unit, owned.assessment_id)
        _carry_owners(unit, owned, [line.name for line in before], [line.name for line in lines])
        register.replace_use_cases(unit, owned.assessment_id, lines)
    return lines


def save_assumptions(inst: Installation, owned: Owned, values: Row | None) -> Assumptions:
    """What the value figures rest on; None goes back to the defaults."""
    checked = None if values is None else record_of(Assumptions, values)
    with changing(inst, owned) as unit:
        register.save_assumptions(unit, owned.assessment_id, checked)
    return checked or Assumptions()


def _check_order(estimate: Estimate | None, field: str, number: int) -> None:
    if estimate is not None and not estimate.low <= estimate.likely <= estimate.high:
        raise refusal(needed(field), number)


def _carry_owners(unit: WritingUnit, owned: Owned, before: Sequence[str], after: Sequence[str]) -> None:
    ownership = register.find_ownership(unit, owned.assessment_id)
    if ownership is None or not ownership.use_cases:
        return
    pairs = zip(before, after, strict=True) if len(before) == len(after) else ()
    renamed = {old: new for old, new in pairs if old not in after and new not in before}
    kept: dict[str, UseOwners] = {
        renamed.get(name, name): owners
        for name, owners in ownership.use_cases.items()
        if name in after or name in renamed
    }
    if kept != ownership.use_cases:
        changed = Ownership(decisions=ownership.decisions, use_cases=kept)
        register.save_ownership(unit, owned.assessment_id, changed)

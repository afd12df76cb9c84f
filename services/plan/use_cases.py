"""Use cases with their value claims, and what the figures rest on."""

from collections.abc import Collection, Mapping, Sequence

from assessment.amounts import parse_amount
from assessment.answers.records import Assumptions, Estimate, UseCase
from assessment.errors import RefusedInput, Unfinished
from assessment.plan.records import Ownership, UseAnswer
from language.numbers import percent, shortest
from language.translation import _
from report.text.value.faults import fault_words
from scoring.value.estimates import flaw_of
from scoring.value.results import BENEFIT, SUCCESS, ValueField
from services.core.identity import Owned
from services.core.installation import Installation
from services.plan.conflicts import GridEdit, GridLine
from services.plan.edit import ONE, PlanEdit, edit
from services.plan.parts import ASSUMPTIONS, USE_CASES
from services.plan.rows import Row
from storage.repositories import plan_parts

LOWEST_RATE, MOST_YEARS, MOST_WEEKS = -0.5, 10, 1_000
Points = tuple[float | None, float | None, float | None]


def save_register(
    inst: Installation,
    owned: Owned,
    rows: Sequence[tuple[str | None, Row]],
    seen: Collection[str],
    shown: Mapping[str, Row] | None = None,
) -> None:
    """Stores the register as a grid holds it; what a grid does not hold, such as estimates, stays.

    Each row comes with the name under which it is stored, None for a new one. `seen` are the names the grid
    has known: of those, what is in no row is removed; what somebody else has added since is kept. `shown`
    are the rows as the grid had read them, by stored name: only what differs is changed.
    """
    read = dict(shown or {})
    lines = [GridLine(row, read.get(name, {"name": name}) if name else None) for name, row in rows]
    gone = [read.get(name, {"name": name}) for name in set(seen) - {name for name, _row in rows}]
    with edit(inst, owned, USE_CASES) as use_cases:
        use_cases.merge(GridEdit(lines, gone))
        _carry_owners(use_cases, owned, {old: str(row.get("name")).strip() for old, row in rows if old})


def save_estimate(
    inst: Installation, owned: Owned, name: str, field: ValueField, points: Points, seen: Row | None = None
) -> None:
    """Stores one estimate of a use case as less, most likely, more; three times None takes it back.

    Raises RefusedInput naming what is missing, in the wrong order, negative or absurd; EditConflict when there
    is not the estimate that was `seen`.
    """
    low, likely, high = points
    if low is None and likely is None and high is None:
        _update(inst, owned, name, {field: None}, seen)
    elif low is None or likely is None or high is None:
        raise Unfinished(_("An estimate needs three amounts. It is stored once all three are given."))
    else:
        estimate = Estimate(low=float(low), likely=float(likely), high=float(high))
        flaw = flaw_of(estimate, cost=field != BENEFIT)
        if flaw is not None:
            raise RefusedInput(fault_words(field, flaw, estimate))
        _update(inst, owned, name, {field: estimate.plain()}, seen)


def type_estimate(
    inst: Installation,
    owned: Owned,
    name: str,
    field: ValueField,
    texts: Sequence[str],
    currency: str = "",
    seen: Row | None = None,
) -> None:
    """The same from three fields as they were typed. Raises RefusedInput for what is no amount, or for two."""
    low, likely, high = (parse_amount(text, currency) for text in texts)
    save_estimate(inst, owned, name, field, (low, likely, high), seen)


def save_success(
    inst: Installation, owned: Owned, name: str, chance: float | None, seen: Row | None = None
) -> None:
    """Stores how likely success is, 0..1; None goes back to what the method assumes. EditConflict as above."""
    if chance is not None and not 0 <= chance <= 1:
        raise RefusedInput(
            _(
                "A chance is between 0 and 100 out of 100; {given} is not. What you typed is still here; until "
                "you correct it, the earlier value counts."
            ).format(given=_figure(100 * chance))
        )
    _update(inst, owned, name, {SUCCESS: chance}, seen)


def save_effort(
    inst: Installation, owned: Owned, name: str, weeks: float | None, seen: Row | None = None
) -> None:
    """Stores how many person-weeks a use case takes; without them it cannot stand on the roadmap.

    Raises EditConflict when there are not those that were `seen`.
    """
    if weeks is not None and not 0 <= weeks <= MOST_WEEKS:
        raise RefusedInput(
            _(
                "An effort is between 0 and 1,000 person-weeks; {given} is not. What you typed is still here; "
                "until you correct it, the earlier value counts."
            ).format(given=_figure(weeks))
        )
    _update(inst, owned, name, {"effort_weeks": weeks}, seen)


def answer_about_system(
    inst: Installation,
    owned: Owned,
    system: str,
    question: str,
    answer: UseAnswer | None,
    seen: Row | None = None,
) -> None:
    """Stores one answer about an old system, in every use case it blocks; None takes it back.

    `seen` holds under `triage_answers` what the screen had shown.
    """
    if question not in {asked.code for asked in inst.governance.portfolio.legacy_questions}:
        raise RefusedInput(_("This question does not exist. Nothing was stored; choose one from the list."))
    with edit(inst, owned, USE_CASES) as use_cases:
        blocked = [line["name"] for line in use_cases.lines if line.get("blocked_by") == system]
        for name in blocked:
            use_cases.update_entry(name, "triage_answers", question, answer, seen)


def change_assumptions(
    inst: Installation, owned: Owned, changes: Row, seen: Row | None = None
) -> Assumptions:
    """Changes some of what the value figures rest on; an empty one goes back to the default."""
    _check_assumed(changes)
    with edit(inst, owned, ASSUMPTIONS) as assumptions:
        return assumptions.update(ONE, changes, seen, new={})


def save_assumptions(inst: Installation, owned: Owned, values: Row) -> Assumptions:
    """Stores what the value figures rest on in place of everything set before; the rest stands at its defaults."""
    _check_assumed(values)
    with edit(inst, owned, ASSUMPTIONS) as assumptions:
        return assumptions.put(ONE, values)


def _check_assumed(values: Row) -> None:
    """Rate, years and shares each have a sentence with what was typed in it."""
    rate, years = values.get("rate"), values.get("years")
    said = ""
    if rate is not None and not LOWEST_RATE <= rate <= 1:
        said = _("{given} a year is not a usable discount rate: type one between −50 % and 100 %.")
        said = said.format(given=percent(rate, 10))
    elif years is not None and not 1 <= years <= MOST_YEARS:
        said = _("{given} years cannot be calculated: choose 1 to 10.").format(given=_figure(years))
    for year, share in enumerate(values.get("ramp") or (), 1):
        if not said and not 0 <= share <= 1:
            said = _(
                "Year {year} cannot reach {given} of the full benefit: type a share between 0 and 100 %."
            )
            said = said.format(year=year, given=percent(share, 10))
    if said:
        still = _("What you typed is still here; until you correct it, the earlier value counts.")
        raise RefusedInput(f"{said} {still}")


def _figure(number: float) -> str:
    return shortest(number, 10)


def _update(inst: Installation, owned: Owned, name: str, changes: Row, seen: Row | None) -> None:
    with edit(inst, owned, USE_CASES) as use_cases:
        use_cases.update(name, changes, seen)


def _carry_owners(use_cases: PlanEdit[UseCase], owned: Owned, renamed: Mapping[str, str]) -> None:
    """Owners follow a renamed use case, and go with one that was taken out."""
    unit, names = use_cases.unit, set(use_cases.keys)
    ownership = plan_parts.find(unit, owned.assessment_id, plan_parts.OWNERSHIP)
    if ownership is None or not ownership.use_cases:
        return
    moved = {renamed.get(name, name): owners for name, owners in ownership.use_cases.items()}
    kept = {name: owners for name, owners in moved.items() if name in names}
    if kept != ownership.use_cases:
        changed = Ownership(decisions=ownership.decisions, use_cases=kept)
        plan_parts.replace(unit, owned.assessment_id, plan_parts.OWNERSHIP, [changed])

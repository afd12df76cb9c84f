"""The next step for a use case, by its estimates, its claim and its place in the matrix."""

from collections.abc import Mapping

from assessment.amounts import amount_text
from assessment.answers.records import Estimate
from language.lists import listed
from language.translation import _, lazy, lazy_table
from report.model.value import UseCaseView, ValueView
from report.text.narrative import sentence
from report.text.value.figures import FIELDS, amount, not_computed
from scoring.value.claims import ClaimPart
from scoring.value.estimates import LARGEST, Flaw
from scoring.value.matrix import Quadrant
from scoring.value.results import ValueField

WANTED: Mapping[ClaimPart, str] = lazy_table(
    {
        "lever": lazy("how it cuts cost or grows revenue"),
        "metric": lazy("which figure would show the gain"),
        "owner": lazy("who answers for the gain"),
        "date": lazy("by when it is to be seen"),
        "baseline": lazy("where the figure stands today"),
        "target": lazy("which figure is to be reached"),
    }
)
STEPS: Mapping[Quadrant, str] = lazy_table(
    {
        "first": lazy(
            "Begin with it: it is worth much and takes little. Measure the figure before anything is built."
        ),
        "plan": lazy(
            "Plan it well: it is worth much and takes much. Pay for a trial first, the rest when the figure has moved."
        ),
        "fill": lazy(
            "Do it when there is room: it takes little and is worth little. It may be the one that people see first."
        ),
        "leave": lazy(
            "Leave it for now: it takes much and is worth little. Ask again when an estimate changes."
        ),
    }
)
EVEN = 0.5
"""From this chance of a loss on a use case is more likely to lose than to gain."""


def fault_words(field: ValueField, flaw: Flaw, estimate: Estimate) -> str:
    """What cannot be meant about an estimate just typed, by name, and what to do."""
    name = sentence(FIELDS[field])
    if flaw == "order":
        return _(
            "{name} cannot be stored: the amounts have to go from the smallest to the largest, and {low}, {likely}, {high} do not. "
            "Put the smallest first; what you typed is still here."
        ).format(
            name=name,
            low=amount_text(estimate.low),
            likely=amount_text(estimate.likely),
            high=amount_text(estimate.high),
        )
    if flaw == "negative":
        return _(
            "{name} cannot be below zero. Money that comes in belongs to the benefit a year; what you typed is still here."
        ).format(name=name)
    return _(
        "{name} is larger than {largest}, which looks like a slip. Take some zeros away; what you typed is still here."
    ).format(name=name, largest=amount(LARGEST))


def next_words(view: ValueView, line: UseCaseView) -> str:
    """The next step for a use case: the first unmet condition."""
    value, system = line.value, line.system
    if value.state == "faulty":
        return not_computed(value)
    if system is not None and system.verdict.code == "strategic":
        return _("{system} is in its way. {to_do}").format(
            system=sentence((line.use_case.blocked_by or "").strip()), to_do=system.verdict.to_do
        )
    if line.use_case.exploring and value.npv is None:
        return _(
            "It is exploring: name the one question it is to answer, the sum it may cost and the day it ends."
        )
    if line.test.missing:
        return _("Before any money is spent, settle {wanted}.").format(
            wanted=listed([WANTED[part] for part in line.test.missing])
        )
    if value.npv is None or value.loss is None:
        return _("Ask the person who would pay for it about {fields}; three amounts each are enough.").format(
            fields=listed([FIELDS[field] for field in value.missing])
        )
    if line.use_case.success_probability == 0:
        return _("Nobody gives it a chance. Strike it, or say what would have to be true for it to work.")
    if value.npv.p50 < 0 or value.loss.share >= EVEN:
        return _(
            "It is more likely to lose than to gain. Make it smaller or let it go; {most} matters most."
        ).format(most=FIELDS[value.matter_most[0].field] if value.matter_most else FIELDS["annual_benefit"])
    return _open_first(line) or _placed(view, line)


def _open_first(line: UseCaseView) -> str:
    if "baseline" in line.test.open:
        return _("Measure today’s figure before the start; afterwards nobody can show what was gained.")
    if "target" in line.test.open:
        return _("Agree the figure to be reached with the person who is to pay for it.")
    return ""


def _placed(view: ValueView, line: UseCaseView) -> str:
    points = view.matrix.points if view.matrix else ()
    here = next((point.quadrant for point in points if view.lines[point.place] is line), None)
    return STEPS[here] if here else ""

"""What is said of an estimate that cannot be meant."""

from assessment.amounts import amount_text
from assessment.answers.records import Estimate
from language.translation import _
from report.text.narrative import sentence
from report.text.value.figures import FIELDS, amount
from scoring.value.estimates import LARGEST, Flaw
from scoring.value.results import ValueField


def fault_words(field: ValueField, flaw: Flaw, estimate: Estimate) -> str:
    """What cannot be meant about an estimate just typed, by name, and what to do."""
    name = sentence(FIELDS[field])
    if flaw == "order":
        return _(
            "{name} cannot be stored: {low}, {likely}, {high} do not go from smallest to largest. Put the "
            "smallest first; what you typed is still here."
        ).format(
            name=name,
            low=amount_text(estimate.low),
            likely=amount_text(estimate.likely),
            high=amount_text(estimate.high),
        )
    if flaw == "negative":
        return _(
            "{name} cannot be below zero. Enter income under the benefit per year; what you typed is still "
            "here."
        ).format(name=name)
    return _(
        "{name} is larger than {largest}, which looks like a slip. Remove some zeros; what you typed is "
        "still here."
    ).format(name=name, largest=amount(LARGEST))

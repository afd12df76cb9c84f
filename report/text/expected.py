"""Sentence about the other side: what one person expects of it, or what each side alone would describe."""

from assessment.privacy import Disclosure
from assessment.workshop.meeting import in_words
from language.translation import _
from report.model.report import Prediction
from scoring.levels.results import AssessmentResult


def sides_sentence(
    result: AssessmentResult, disclosure: Disclosure, predictions: list[Prediction]
) -> str | None:
    """Alone: what you expect the other side to say. Together: each side's level, if it may be shown."""
    if result.single_view:
        return _expected(predictions)
    what_if = result.what_if
    if not disclosure.sides or what_if.business is None or what_if.technology is None:
        return None
    if what_if.business == what_if.technology:
        return _("Business alone and technology alone describe the same level: {level}.").format(
            level=what_if.business
        )
    return _(
        "If business is right you are at level {business}; if technology is right, at level {technology}."
    ).format(business=what_if.business, technology=what_if.technology)


def _expected(predictions: list[Prediction]) -> str | None:
    known = [(p.expected, p.own) for p in predictions if p.own is not None]
    if not known:
        return None
    lower = sum(expected < own for expected, own in known)
    higher = sum(expected > own for expected, own in known)
    if len(known) == 1:
        return _expected_once(lower - higher)
    figures = {"all": in_words(len(known))}
    if not lower and not higher:
        return _("You expect the other side to agree on all {all}. Ask them.").format(**figures)
    if lower >= higher:
        text = _("You expect the other side to answer lower on {some} of {all}. Ask them.")
        return text.format(some=in_words(lower), **figures)
    text = _("You expect the other side to answer higher on {some} of {all}. Ask them.")
    return text.format(some=in_words(higher), **figures)


def _expected_once(below: int) -> str:
    """One prediction alone: lower (1), the same (0) or higher (-1)."""
    texts = {
        1: _("You expect the other side to answer lower on the one question you predicted. Ask them."),
        0: _("You expect the other side to agree on the one question you predicted. Ask them."),
        -1: _("You expect the other side to answer higher on the one question you predicted. Ask them."),
    }
    return texts[below]

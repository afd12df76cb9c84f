"""Sentences about agreement, for screens and documents."""

from assessment.privacy import WITHHELD
from language.lists import listed
from language.numbers import beside
from language.translation import _, ngettext
from report.model.alignment import AlignedPractice, Alignment, DecisionSeen
from report.text.narrative import count, sentence
from scoring.alignment.agreement import APART, CLOSE, LARGE, POSSIBLE
from scoring.levels.rules import TOLERANCE

HALF_A_LEVEL = 0.5
HALF = HALF_A_LEVEL - TOLERANCE
"""Minimum difference of a section to be named: half a level, with tolerance for rounding."""


DIFFERENCE, DISTANCE = (POSSIBLE, LARGE), (CLOSE, APART)
"""The thresholds of the words that a difference between the sides, and a typical distance, is printed beside."""
SOME = (0.0,)


def difference_size(levels: float, digits: int = 1) -> float:
    """A difference between the sides, rounded: on its own side of half a level and of a level, and its sign kept."""
    return beside(levels, digits, at_least=DIFFERENCE)


def distance_size(levels: float, digits: int = 1) -> float:
    """A typical distance, rounded: on its own side of “mixed” and “apart”, and 0 only where all answers are the same."""
    return beside(levels, digits, at_least=DISTANCE, above=SOME)


def distance_in_words(levels: float) -> str:
    """`levels_in_words` of a typical distance."""
    return _in_words(distance_size(levels))


def levels_in_words(levels: float) -> str:
    """“one level”, “1.4 levels”, “half a level” of a difference: one decimal at most, and 0.97 never “one level”."""
    return _in_words(difference_size(levels))


def _in_words(shown: float) -> str:
    if shown == 1:
        return _("one level")
    return _("half a level") if shown == HALF_A_LEVEL else _("{n} levels").format(n=shown)


def distance_sentence(found: Alignment) -> str:
    """“On ownership your leaders are typically 0.9 levels away from the middle answer.”"""
    if not found.spread:
        return _(WITHHELD)
    widest = found.widest
    if widest is None or widest.deviation is None:
        return _("Too few answered the same questions to say how far your leaders disagree.")
    if widest.deviation == 0:
        return _("Your leaders gave the same answer to every question.")
    return _(
        "Your leaders disagree most on {section}: typically {distance} away from the middle answer."
    ).format(section=widest.pillar.title, distance=distance_in_words(widest.deviation))


def pattern_sentence(found: Alignment) -> str | None:
    """“Business answers higher on Strategy and Value, technology on Operational readiness.”"""
    if not found.sides:
        return None
    business = [s.pillar.title for s in found.sections if s.difference is not None and s.difference <= -HALF]
    technology = [s.pillar.title for s in found.sections if s.difference is not None and s.difference >= HALF]
    if business and technology:
        text = _("Business answers higher on {business}, technology on {technology}.")
        return text.format(business=listed(business), technology=listed(technology))
    if business:
        return _("Business answers higher on {sections}.").format(sections=listed(business))
    if technology:
        return _("Technology answers higher on {sections}.").format(sections=listed(technology))
    return _("Business and technology differ by less than half a level in every section.")


def gaps_sentence(found: Alignment) -> str | None:
    """“Nine questions differ by a level or more; by chance you would expect about three.”"""
    if found.gaps is None:
        return None
    chance = round(found.gaps.expected)
    expected = _("about {n}").format(n=count(chance)) if chance else _("hardly any")
    text = ngettext(
        "{n} question differs by a level or more between the sides; by chance you would expect {expected}.",
        "{n} questions differ by a level or more between the sides; by chance you would expect {expected}.",
        found.gaps.counted,
    )
    return sentence(text.format(n=count(found.gaps.counted), expected=expected))


def within_one(found: AlignedPractice) -> str:
    """“4 of 5”, or a dash where the group is too small to be shown."""
    if found.within_one is None:
        return "–"
    return _("{some} of {all}").format(some=found.within_one, all=found.answers)


def decision_sentence(found: DecisionSeen) -> str:
    """A sentence on who is seen as owner of a decision."""
    share = _("{some} of {all}").format(some=found.named, all=found.people) if found.named is not None else ""
    if found.state == "orphan":
        orphan = _("No owner, or nobody knows who")
        return f"{orphan}: {share}." if share else f"{orphan}."
    if found.role is None:
        return _("Claimed by several.")
    if found.state == "settled":
        settled = _("{role}, named by {share}.") if share else _("{role}, named by more than half.")
        return settled.format(role=found.role_title, share=share)
    if found.named == 1:
        return _("Claimed by several, each named by {share}.").format(share=share)
    several = (
        _("Claimed by several; most named is {role}, by {share}.")
        if share
        else _("Claimed by several; most named is {role}.")
    )
    return several.format(role=found.role_title, share=share)


def headline_sentence(found: Alignment) -> str:
    """Alignment in one or two sentences, for the cover."""
    parts = (distance_sentence(found), pattern_sentence(found))
    return " ".join(part for part in parts if part)

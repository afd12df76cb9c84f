"""The page on differences: the levels that both sides describe, and the practices furthest apart."""

from collections.abc import Sequence

from language.numbers import decimal
from language.translation import _, ngettext
from report.model.alignment import AlignedPractice, Alignment
from report.model.report import Report
from report.text.alignment.findings import (
    distance_text,
    overall_sentence,
    sides_finding,
    spread_finding,
    value_text,
)
from report.text.alignment.sentences import (
    difference_size,
    gaps_sentence,
    pattern_sentence,
    within_one,
)
from report.text.narrative import count
from report.text.wording import who_answered


def differences_title(report: Report, found: Alignment, shown: Sequence[AlignedPractice]) -> str:
    """“Business describes level 2, technology level 1”, else where the sides or the answers differ most."""
    what_if = report.result.what_if
    if not _by_side(shown):
        return spread_finding(list(shown))
    if what_if.business is None or what_if.technology is None or what_if.business == what_if.technology:
        return sides_finding(found) or ""
    return _("Business describes level {business}, technology level {technology}").format(
        business=what_if.business, technology=what_if.technology
    )


def differences_lead(found: Alignment, shown: Sequence[AlignedPractice]) -> str:
    """Which side is higher where, and how many practices differ by a level or more."""
    if not _by_side(shown):
        return overall_sentence(found)
    return " ".join(filter(None, (pattern_sentence(found), gaps_sentence(found))))


def _by_side(shown: Sequence[AlignedPractice]) -> bool:
    return any(practice.difference is not None for practice in shown)


def furthest_apart(found: Alignment, most: int) -> list[AlignedPractice]:
    """The practices that differ most: between the sides, or, where no side may be shown, in the typical distance.

    None where everybody gave the same answers.
    """
    sides = [p for p in found.practices if p.difference is not None]
    if sides:
        differ = any(difference_size(p.difference.difference) for p in sides if p.difference)
        return sides[:most] if differ else []
    spread = sorted(found.practices, key=lambda p: -p.deviation)
    return spread[:most] if spread and spread[0].deviation > 0 else []


def apart_words(practice: AlignedPractice) -> str:
    """How far the sides are apart, as it is printed beside the row."""
    if practice.difference is None:
        return distance_text(practice.deviation)
    return decimal(difference_size(abs(practice.difference.difference)), 1)


def practice_words(report: Report, practice: AlignedPractice) -> str:
    """One row in words: “The outcomes AI should serve: business 3.7, technology 2.0, agreed 3”."""
    agreed = report.result.practices[practice.practice.code].agreed
    if practice.business is None or practice.technology is None:
        said = _("{title}: distance {distance}, {within} within a level").format(
            title=practice.practice.title,
            distance=distance_text(practice.deviation),
            within=within_one(practice),
        )
    else:
        said = _("{title}: business {business}, technology {technology}").format(
            title=practice.practice.title,
            business=value_text(practice.business),
            technology=value_text(practice.technology),
        )
    return said if agreed is None else _("{row}, agreed {level}").format(row=said, level=agreed)


def differences_key(report: Report, found: Alignment, shown: Sequence[AlignedPractice]) -> str:
    """What the marks are, who answered, and how many practices are not on the page."""
    said = []
    if _by_side(shown):
        said.append(_("Circle: average of business. Diamond: average of technology."))
        if any(report.result.practices[p.practice.code].agreed is not None for p in shown):
            said.append(_("Upright stroke: the level agreed in the room."))
    else:
        said.append(_("Bar: typical distance from the middle answer, in levels."))
    said.append(who_answered(report.basis))
    said.append(_("First votes only."))
    more = len(found.practices) - len(shown)
    if more:
        text = ngettext("The annex has {n} more practice.", "The annex has {n} more practices.", more)
        said.append(text.format(n=count(more)))
    return " ".join(said)

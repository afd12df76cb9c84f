"""Explains the measures of agreement: distance, difference, and the number of gaps expected by chance."""

from math import comb
from statistics import median

from language.numbers import beside, decimal, integer, shortest
from language.translation import _, ngettext
from report.model.alignment import AlignedPractice, Alignment
from report.model.report import Report
from report.text.alignment.findings import SPREAD, distance_text, section_difference
from report.text.alignment.sentences import difference_size
from report.text.narrative import count, sentence
from scoring.alignment.agreement import LARGE_DELTA, first_votes
from scoring.alignment.relabelling import ALL_SPLITS_UP_TO, SAMPLED
from ui.explain.levels import UNKNOWN, value_text
from ui.kit.html import HtmlFragment, fold, paragraph, paragraphs, table


def alignment_explanations(report: Report, found: Alignment) -> list[HtmlFragment]:
    """A collapsed explanation of each measure that was computed."""
    pieces = [fold(_("How distance is calculated"), *explain_distance(report, found))] if found.spread else []
    if any(p.difference for p in found.practices):
        pieces.append(fold(_("How the difference is calculated"), *explain_difference(found)))
    if found.gaps is not None:
        pieces.append(fold(_("How chance is calculated"), *explain_expected_gaps(report, found)))
    return pieces


def explain_distance(report: Report, found: Alignment) -> tuple[HtmlFragment, ...]:
    """The mean deviation: one practice as a worked example, then the sections."""
    rule = _(
        "Distance is how far answers are from the middle answer on average, in levels. A section’s distance "
        "is the average of its questions. Only first votes with a level count."
    )
    rows = [
        (
            section.pillar.title,
            UNKNOWN if section.deviation is None else distance_text(section.deviation, 2),
            SPREAD[section.word] if section.word else UNKNOWN,
            section_difference(section),
        )
        for section in found.sections
    ]
    spoken = any(section.word for section in found.sections)
    columns = (_("Section"), _("Distance, in levels"), _("In words"), _("Difference"))
    keep = [n for n in range(4) if (n != 2 or spoken) and (n != 3 or found.sides)]
    return (
        paragraphs(rule, _worked(report, found), _words_rule(found)),
        table([columns[n] for n in keep], [[row[n] for n in keep] for row in rows], numeric=(1,)),
    )


def _worked(report: Report, found: Alignment) -> str:
    """Worked example: the practice with the largest deviation, with its answers if they may be shown."""
    if not found.practices:
        return ""
    widest = max(found.practices, key=lambda p: p.deviation)
    figures = {"title": widest.practice.title, "distance": distance_text(widest.deviation, 2)}
    if report.source is None:
        text = _("“{title}”: {answers} people gave a level; the distance is {distance}.")
        return text.format(answers=sentence(count(widest.answers)), **figures)
    levels = sorted(first_votes(report.source.respondents, widest.practice.code))
    middle = median(levels)
    return _("“{title}”: answers {levels}; middle answer {middle}; {away} divided by {n} is {distance}.").format(
        levels=", ".join(map(str, levels)), middle=shortest(middle), n=len(levels),
        away=" + ".join(shortest(abs(level - middle)) for level in levels), **figures,
    )  # fmt: skip


def _words_rule(found: Alignment) -> str:
    if found.word is None:
        return _("With fewer than five leaders only the number is given: one answer would decide the word.")
    return _("From five leaders: close below half a level, mixed from 0.5, apart from 0.9.")


def explain_difference(found: Alignment) -> tuple[HtmlFragment, ...]:
    """Worked example of Δ and Cliff's delta: the practice that differs most."""
    first = next((p for p in found.practices if p.difference is not None), None)
    if first is None or first.difference is None:
        return ()
    apart = first.difference
    worked = _("“{title}”: technology {technology} − business {business} = {difference}.").format(
        title=first.practice.title,
        technology=value_text(first.technology),
        business=value_text(first.business),
        difference=signed(difference_size(apart.difference, 2)),
    )
    return (paragraphs(_("Technology’s average minus business’s, in levels."), worked, _sections(found)),)  # fmt: skip


def _sections(found: Alignment) -> str:
    if not any(section.difference is not None for section in found.sections):
        return ""
    return _("A section’s difference is the average of its questions, signs included.")


def explain_delta(found: Alignment) -> str:
    """Cliff's delta of the practice that differs most; shown on the Method screen only."""
    first: AlignedPractice | None = next((p for p in found.practices if p.difference is not None), None)
    if first is None or first.difference is None:
        return ""
    return _("“{title}” differs by {difference}; Cliff’s delta is {delta}: {flag}.").format(
        title=first.practice.title,
        difference=signed(difference_size(first.difference.difference, 2)),
        delta=signed(beside(first.difference.delta, 2, at_least=(LARGE_DELTA,))),
        flag=flag_words(first),
    )


def flag_words(found: AlignedPractice) -> str:
    """How the difference of a practice is flagged, in words."""
    flag = found.difference.flag if found.difference else None
    if flag is None:
        return _("not flagged")
    return _("clear") if flag == "clear" else _("possible")


def explain_expected_gaps(report: Report, found: Alignment) -> tuple[HtmlFragment, ...]:
    """The permutation baseline: number of relabellings and expected gaps."""
    if found.gaps is None:
        return ()
    business, technology = report.basis.business, report.basis.technology
    people = business + technology
    split = _(
        "If sides made no difference, any {technology} of the {people} leaders could have been called "
        "technology."
    )
    tried = (
        _("All {n} such splits were tried with the same answers")
        if people <= ALL_SPLITS_UP_TO
        else _("{n} such splits, drawn at random, were tried with the same answers")
    )
    ways = comb(people, technology) if people <= ALL_SPLITS_UP_TO else SAMPLED
    gave = _("{tried}: on average, {expected} questions differ by a level or more.").format(
        tried=tried.format(n=integer(ways)), expected=decimal(found.gaps.expected, 1)
    )
    as_they_are = ngettext(
        "With the actual sides, {n} question does.", "With the actual sides, {n} questions do.",
        found.gaps.counted,
    ).format(n=count(found.gaps.counted))  # fmt: skip
    caution = _("This shows what you would expect by chance. It is not a significance test.")
    return (
        paragraph(split.format(technology=count(technology), people=count(people))),
        paragraphs(f"{gave} {as_they_are}", caution),
    )


def signed(value: float) -> str:
    """“−1.67”, with a real minus sign."""
    return f"{value:+.2f}".replace("-", "−")


def delta_rule() -> str:
    """When a difference is flagged, in the one place where the measure is named."""
    return _(
        "“Clear” means a level or more, with Cliff’s delta of at least {delta} either way: the share of "
        "business–technology pairs where technology is higher, minus the share where business is. "
        "“Possible” means half a level or more."
    ).format(delta=LARGE_DELTA)

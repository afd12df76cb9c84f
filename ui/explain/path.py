"""Explains the ranking of gaps and the cheapest path, to be recomputed by hand."""

from assessment.instrument.model import Pillar
from assessment.instrument.moves import DAYS_A_WEEK
from language.numbers import decimal, integer, percent, shortest
from language.translation import _
from report.model.report import OpenGap, Report
from report.text import wording
from scoring.levels.rules import HALF_STEP, practice_level
from scoring.plan.roadmap import CAPACITY, PHASES, SMALL, WIN_BY
from ui.explain.levels import UNKNOWN, value_text
from ui.kit.html import HtmlFragment, paragraph, table


def explain_gaps(report: Report, *, stability: bool = False) -> tuple[HtmlFragment, ...]:
    """Impact as the product of distance, weight and bindingness; on the Method screen with its stability."""
    heads = [_("Practice"), _("Difference"), _("Typical distance"), _("g"), _("w"), _("b"), _("Impact")]
    rows = [_gap_row(found) for found in report.gaps]
    if stability:
        heads.append(_("Among the first three"))
        rows = [(*row, _share(found.gap.stability)) for row, found in zip(rows, report.gaps, strict=True)]
    pieces = [
        paragraph(gap_rule()),
        table(heads, rows, numeric=range(1, len(heads))),
        paragraph(_by_hand(report.gaps[0])),
    ]
    return tuple(pieces)


def gap_rule() -> str:
    return _(
        "Impact = 100 × g × w × b. g is the larger of the difference between the sides divided by 4 and the typical "
        "distance divided by 2. w is the practice’s share of the overall index, divided by the largest share. b is "
        "1 when the overall level depends on which side is right, 0.75 when the practice holds a section that holds the "
        "level, 0.5 when it holds another section, 0.1 otherwise. At most three; none below 5, and no third below half of the second."
    )


def _gap_row(found: OpenGap) -> tuple[str, ...]:
    gap = found.gap
    size = None if gap.difference is None else abs(gap.difference)
    return (
        found.practice.title,
        value_text(size),
        value_text(gap.deviation),
        decimal(gap.distance, 4),
        decimal(gap.share, 4),
        shortest(gap.bindingness),
        UNKNOWN if gap.impact is None else decimal(gap.impact, 1),
    )


def _share(share: float | None) -> str:
    return UNKNOWN if share is None else percent(share)


def _by_hand(found: OpenGap) -> str:
    gap = found.gap
    return _("“{title}” by hand: 100 × {g} × {w} × {b} = {impact}.").format(
        title=found.practice.title,
        g=decimal(gap.distance, 4),
        w=decimal(gap.share, 4),
        b=shortest(gap.bindingness),
        impact=UNKNOWN if gap.impact is None else decimal(gap.impact, 1),
    )


def path_rule() -> str:
    return _(
        "Moves go one level at a time and after what they rest on. A mathematical solver finds, among all sets of moves after which "
        "the rules of the level hold, the one with the least effort, and proves that none is cheaper; where it cannot, the page says so. "
        "Of equally cheap ones it takes that with the fewest practices. The rules are then applied to it once more, the efforts added up again, "
        "and it is checked that no move can be left out. Efforts are our estimates unless you changed them; where they are in days, those "
        "of the organiser are kept lowest, or of organiser and participants together if you ask for it. A practice without an answer counts as level 1; what does not apply is left out."
    )


def roadmap_rule() -> str:
    return _(
        "Each item begins as soon as what it needs is finished and its owner has room: {capacity} person-weeks in four weeks, "
        "unless another figure is set. A first day that somebody set stands, and the rest is filled in around it. One visible win "
        "of at most {small} person-weeks goes first, if it can be finished within {win} days. An item belongs to the phase in which it "
        "is finished: Align to day {align}, Pilot to day {pilot}, Scale to day {scale}; what does not fit is for later."
    ).format(
        capacity=shortest(CAPACITY),
        small=shortest(SMALL),
        win=WIN_BY,
        align=PHASES["align"],
        pilot=PHASES["pilot"],
        scale=PHASES["scale"],
    )


def explain_path(report: Report) -> tuple[HtmlFragment, ...]:
    """The sum of efforts, and all conditions of the target before and after the moves."""
    path = report.path
    if path is None or path.found.target is None:
        return ()
    in_days = report.instrument.in_days
    efforts = [
        (
            card.move.title,
            card.practice.title,
            f"{card.move.to - 1}\u00a0→\u00a0{card.move.to}",
            shortest(card.effort),
            *([_in_days(card.effort), integer(card.move.participants)] if in_days else []),
        )
        for card in path.moves
    ]
    both = [_in_days(path.found.effort), integer(path.found.participants)] if in_days else []
    total = (
        _("Sum"),
        "",
        "",
        decimal(path.found.effort, 1) if in_days else shortest(path.found.effort),
        *both,
    )
    heads = [_("Move"), _("Practice"), _("Level"), _("Person-weeks")]
    heads += [_("Organiser’s days"), _("Participants’ days")] if in_days else []
    values = _values(report)
    return (
        paragraph(path_rule()),
        table(heads, [*efforts, total], numeric=range(3, len(heads))),
        paragraph(_conditions(path.found.target)),
        table(
            (_("Section"), _("Average today"), _("Afterwards"), _("Must be above"), _("Lowest key practice"), _("Lowest other")),
            [_section_row(report, view.pillar, values, path.found.target) for view in report.sections],
            numeric=(1, 2, 3),
        ),
        paragraph(_by_whom(report)),
    )  # fmt: skip


def _in_days(weeks: float) -> str:
    return shortest(round(weeks * DAYS_A_WEEK, 1))


def _conditions(target: int) -> str:
    return _(
        "Afterwards level {target} holds: in each section the average is above its mark, no key practice is lower than the "
        "section’s level, and no other practice more than one below it. A section that may lag needs one level less."
    ).format(target=target)


def _by_whom(report: Report) -> str:
    path = report.path
    weeks = wording.person_weeks(path.found.effort if path else 0.0)
    return _("The person-weeks added up: {weeks}. A move sets a practice to its level, or leaves it where it is higher.").format(
        weeks=weeks
    )  # fmt: skip


def _values(report: Report) -> dict[str, tuple[float, float]]:
    """Each practice’s value today and after the path; what does not apply is left out."""
    reached: dict[str, int] = {}
    for card in report.path.moves if report.path else ():
        reached[card.practice.code] = max(card.move.to, reached.get(card.practice.code, 1))
    found = {}
    for code, practice in report.result.practices.items():
        if practice.state != "not_applicable":
            today = practice.described if practice.described is not None else 1.0
            found[code] = (today, max(today, float(reached.get(code, 1))))
    return found


def _section_row(
    report: Report, pillar: Pillar, values: dict[str, tuple[float, float]], target: int
) -> tuple[str, ...]:
    needed = target if pillar.role == "gate" else target - 1
    known = [practice for practice in pillar.practices if practice.code in values]
    weight = sum(practice.weight for practice in known)
    if not weight:
        return (pillar.title, *[UNKNOWN] * 5)
    means = [sum(p.weight * values[p.code][when] for p in known) / weight for when in (0, 1)]
    lowest = []
    for key in (True, False):
        levels = [_level(report, p.code, values[p.code][1]) for p in known if p.key is key]
        least = needed if key else max(needed - 1, 1)
        lowest.append(_("{n}, needed {least}").format(n=min(levels), least=least) if levels else UNKNOWN)
    return (pillar.title, value_text(means[0]), value_text(means[1]), decimal(needed - HALF_STEP, 1), *lowest)


def _level(report: Report, code: str, after: float) -> int:
    return max(practice_level(after), report.result.practices[code].level or 1)

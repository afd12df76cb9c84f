"""Explains the ranking of gaps and the cheapest path, to be recomputed by hand."""

from assessment.instrument.model import Instrument, Pillar
from assessment.instrument.moves import DAYS_A_WEEK
from language.numbers import beside, decimal, integer, percent, shortest
from language.translation import _
from report.model.plan import MoveCard, OpenGap
from report.model.report import Report
from report.text import wording
from report.text.alignment.findings import distance_text
from report.text.alignment.sentences import difference_size
from scoring.levels.rules import HALF_STEP, LOWEST, practice_level
from scoring.plan.ranking import CLOSE_CALL
from scoring.plan.roadmap import CAPACITY, PHASES, SMALL, WIN_BY
from ui.explain.levels import UNKNOWN, value_text
from ui.kit.html import HtmlFragment, paragraph, table


def explain_gaps(report: Report, *, stability: bool = False) -> tuple[HtmlFragment, ...]:
    """Impact as the product of distance, weight and bindingness; on the Method screen with its stability."""
    heads = [_("Practice"), _("Difference"), _("Typical distance"), _("g"), _("w"), _("b"), _("Impact")]
    rows = [_gap_row(found) for found in report.gaps]
    if stability:
        heads.append(_("In the first three"))
        rows = [(*row, _share(found.gap.stability)) for row, found in zip(rows, report.gaps, strict=True)]
    pieces = [
        paragraph(gap_rule()),
        table(heads, rows, numeric=range(1, len(heads))),
        paragraph(_by_hand(report.gaps[0])),
    ]
    return tuple(pieces)


def gap_rule() -> str:
    return _(
        "Impact = 100 × g × w × b. g is the larger of the difference between the sides ÷ 4 and the typical "
        "distance ÷ 2. w is the practice’s share of the overall index ÷ the largest share. b is 1 if the overall level "
        "depends on which side is right; 0.75 if the practice limits a section that sets the level; 0.5 if "
        "it limits another section; 0.1 otherwise. Without a level, the highest still possible takes its place. At most three are listed; none scores below 5, and the "
        "third scores at least half of the second."
    )


def _gap_row(found: OpenGap) -> tuple[str, ...]:
    gap = found.gap
    size = None if gap.difference is None else abs(gap.difference)
    return (
        found.practice.title,
        UNKNOWN if size is None else decimal(difference_size(size, 2), 2),
        UNKNOWN if gap.deviation is None else distance_text(gap.deviation, 2),
        decimal(gap.distance, 4),
        decimal(gap.share, 4),
        shortest(gap.bindingness),
        UNKNOWN if gap.impact is None else decimal(gap.impact, 1),
    )


def _share(share: float | None) -> str:
    """A share of draws, on the side of “a close call” on which it is."""
    return UNKNOWN if share is None else percent(beside(share, 2, at_least=(CLOSE_CALL,)))


def _by_hand(found: OpenGap) -> str:
    gap = found.gap
    return _("“{title}”, by hand: 100 × {g} × {w} × {b} = {impact}.").format(
        title=found.practice.title,
        g=decimal(gap.distance, 4),
        w=decimal(gap.share, 4),
        b=shortest(gap.bindingness),
        impact=UNKNOWN if gap.impact is None else decimal(gap.impact, 1),
    )


def path_rule() -> str:
    return _(
        "Moves go one level at a time, after the moves they need. A solver finds the set with the least "
        "effort that meets the rules of the level, and proves it; where it cannot, the page says so. If two "
        "sets tie, the one with fewer practices wins. Efforts are our estimates unless you changed them. Where they are in days, the organiser’s days are minimised, or everyone’s if you choose. An "
        "unanswered practice counts as level 1; one that does not apply is left out."
    )


def roadmap_rule(instrument: Instrument) -> str:
    return _(
        "Each item starts once what it needs is done and its owner has capacity: {capacity} in four "
        "weeks, unless you set another figure. Start dates you set are kept. One visible win of at "
        "most {small} goes first if it fits within {win} days. Phases go by the finish: Align "
        "to day {align}, Pilot to day {pilot}, Scale to day {scale}."
    ).format(
        capacity=wording.amount_of(instrument, CAPACITY),
        small=wording.amount_of(instrument, SMALL),
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
            f"{_from(report, card)}\u00a0→\u00a0{card.move.to}",
            _weeks(report, card.effort),
            *([_in_days(card.effort), integer(card.move.participants)] if in_days else []),
        )
        for card in path.moves
    ]
    both = [_in_days(path.found.effort), integer(path.found.participants)] if in_days else []
    total = (
        _("Total"),
        "",
        "",
        _weeks(report, path.found.effort),
        *both,
    )
    heads = [_("Move"), _("Practice"), _("Level"), _("Person-weeks")]
    heads += [_("Organiser’s days"), _("Others’ days")] if in_days else []
    values = _values(report)
    return (
        paragraph(path_rule()),
        table(heads, [*efforts, total], numeric=range(3, len(heads))),
        paragraph(_conditions(path.found.target)),
        table(
            (_("Section"), _("Average today"), _("After the moves"), _("Needs more than"), _("Lowest key practice"), _("Lowest other")),
            [_section_row(report, view.pillar, values, path.found.target) for view in report.sections],
            numeric=(1, 2, 3),
        ),
    )  # fmt: skip


def _from(report: Report, card: MoveCard) -> str:
    """The level a move begins at; what is not known is not a level somebody described."""
    first = card.move.to == LOWEST + 1 and report.result.practices[card.practice.code].state == "not_known"
    return _("not known") if first else str(card.move.to - 1)


def _weeks(report: Report, effort: float) -> str:
    """Person-weeks: to one decimal beside days."""
    return decimal(effort, 1) if report.instrument.in_days else shortest(effort)


def _in_days(weeks: float) -> str:
    return shortest(round(weeks * DAYS_A_WEEK, 1))


def _conditions(target: int) -> str:
    return _(
        "At level {target}, each section’s average is high enough, no key practice is below the section’s "
        "level, and no other practice is more than one below it."
    ).format(target=target)


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
        lowest.append(_("{n} (needs {least})").format(n=min(levels), least=least) if levels else UNKNOWN)
    return (pillar.title, value_text(means[0]), value_text(means[1]), decimal(needed - HALF_STEP, 1), *lowest)


def _level(report: Report, code: str, after: float) -> int:
    return max(practice_level(after), report.result.practices[code].level or 1)

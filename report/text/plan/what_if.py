"""Sentences about a what-if analysis."""

from assessment.privacy import WITHHELD
from language.translation import _, ngettext
from report.model.report import Report
from report.text import wording
from report.text.narrative import count
from scoring.plan.what_if import PlanOutlook, WhatIfResult

NONE = "–"


def finding(report: Report, found: WhatIfResult) -> str:
    """The one sentence: does the level move, and if not, does the path?"""
    title = report.instrument.practices[found.code].title
    before, after = found.before, found.after
    was, would = before.result.level, after.result.level
    words = {"title": title, "n": found.level, "was": was, "would": would}
    if would is None:
        return _("With “{title}” at level {n} there would still be no level.").format(**words)
    if was is None:
        return _("With “{title}” at level {n} you would describe level {would}.").format(**words)
    if was != would:
        return _("With “{title}” at level {n} you would describe level {would} instead of {was}.").format(
            **words
        )
    spared = before.path.counted - after.path.counted
    words["weeks"] = wording.amount_of(report.instrument, abs(spared))
    if before.path.state != "found" or abs(spared) < 0.05:
        return _(
            "With “{title}” at level {n} the level stays at {was}, and the path needs the same effort."
        ).format(**words)
    if spared > 0:
        return _("With “{title}” at level {n} the level stays at {was}; the path needs {weeks} less.").format(
            **words
        )
    return _("With “{title}” at level {n} the level stays at {was}; the path needs {weeks} more.").format(
        **words
    )


def rows(report: Report, found: WhatIfResult) -> list[tuple[str, str, str]]:
    """Level, index, path and gaps, before and after; what neither has is left out."""
    both = (found.before, found.after)
    words = [
        (_("Level described"), [_level(report, standing) for standing in both]),
        (_("Index"), [_index(standing) for standing in both]),
        (_("Least effort"), [_way(report, standing) for standing in both]),
        (_holds(report), [_first(report, standing) for standing in both]),
    ]
    return [(name, was, would) for name, (was, would) in words if {was, would} != {NONE}]


def _level(report: Report, standing: PlanOutlook) -> str:
    level = standing.result.level
    return f"{level} {report.instrument.level_name(level)}" if level else NONE


def _index(standing: PlanOutlook) -> str:
    index = standing.result.index
    return NONE if index is None else str(round(index))


def _way(report: Report, standing: PlanOutlook) -> str:
    path = standing.path
    if standing.result.level is None:
        return NONE  # a way begins at a level
    if path.state in ("reached", "complete"):
        return _("level {n} is reached").format(n=path.target or path.level)
    if path.state != "found":
        return NONE
    moves = ngettext("one move", "{n} moves", len(path.moves)).format(n=count(len(path.moves)))
    return _("to level {n}: {moves}, about {weeks}").format(
        n=path.target,
        moves=moves,
        weeks=wording.whole_effort(report.instrument, path.effort, path.participants),
    )


def _holds(report: Report) -> str:
    return _("What limits the level") if report.result.single_view else _("Gaps to close first")


def _first(report: Report, standing: PlanOutlook) -> str:
    if standing.gaps:
        return "; ".join(report.instrument.practices[gap.code].title for gap in standing.gaps)
    hidden = not report.result.single_view and not (report.disclosure.spread or report.disclosure.sides)
    return _(WITHHELD) if hidden else _("none")

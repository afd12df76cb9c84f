"""Explains levels, indices and the strategy gap: values, rule and failed conditions, to be recomputed by hand.

Shown below each number on Results, and all together on Method.
"""

from language.lists import listed
from language.numbers import decimal, percent
from language.translation import _
from report.model.report import Report, SectionView
from report.text.alignment import findings
from report.text.strategy_gap import gap_size
from scoring.levels.results import MEAN, PracticeResult
from scoring.levels.rules import HALF_STEP, index_of
from ui.kit.html import HtmlFragment, paragraph, paragraphs, table

UNKNOWN = "–"
REQUIRED_MORE_OF_KEY = 1


def value_text(value: float | None) -> str:
    """A practice value with two decimals, for recomputing, on the side of the cut on which its level is."""
    return UNKNOWN if value is None else findings.value_text(value, 2)


def explain_level(report: Report) -> tuple[HtmlFragment, ...]:
    """The overall level from the levels of the sections."""
    result = report.result
    rows = []
    for view in report.sections:
        level = view.result.level
        gate = view.pillar.role == "gate"
        counts = None if level is None else (level if gate else min(5, level + 1))
        rule = _("counts in full") if gate else _("may be one level behind")
        rows.append((view.pillar.title, _number(level), rule, _number(counts)))
    return (
        paragraphs(
            _("The overall level is the lowest figure in the last column: {level}.").format(
                level=_number(result.level)
            ),
            _how_shown(report),
        ),
        table((_("Section"), _("Level"), _("Rule"), _("Counts as")), rows, numeric=(1, 3)),
    )


def _how_shown(report: Report) -> str:
    backed = report.result.backed
    return _(
        "The level you can show uses the same rules, but a practice at 3 or more counts as at most 2 on "
        "opinion alone, 3 with a document, 5 with a number. It needs something recorded for at least 75 % of "
        "these practices: here {recorded} of {of}, {evidenced} of them with evidence, a document or a number."
    ).format(recorded=backed.recorded, of=backed.of, evidenced=backed.evidenced)


def explain_index(report: Report) -> tuple[HtmlFragment, ...]:
    """The overall index from the indices of the sections."""
    rows = [
        (view.pillar.title, _index(view.result.index), percent(view.pillar.weight))
        for view in report.sections
    ]
    words = _(
        "A section’s index is 25 × (average − 1). The overall index is the weighted mean of the sections: "
        "{index}. The plain average of all practices is {average} out of 5."
    ).format(index=_index(report.result.index), average=value_text(report.result.average))
    return (
        paragraph(words),
        table((_("Section"), _("Index"), _("Weight")), rows, numeric=(1, 2)),
    )


def required(found: PracticeResult, level: int) -> int:
    """The level a practice needs for its section to be at `level` (G1 for key practices, G2 for others)."""
    return level if found.key else max(level - REQUIRED_MORE_OF_KEY, 1)


def explain_section(report: Report, view: SectionView) -> tuple[HtmlFragment, ...]:
    """One section: its practices against what the next level asks, and its average."""
    found = view.result
    if found.level is None:
        return (paragraph(view.sentence), _values(report, view, None))
    if found.level == 5:
        return (paragraph(_("All conditions for level 5 are met.")), _values(report, view, 5))
    target = found.level + 1
    known = [p for p in view.practices if p.result.described is not None]
    weight = sum(p.practice.weight for p in known)
    mean = sum(p.practice.weight * (p.result.described or 0.0) for p in known) / weight if weight else 0.0
    average = _("Average {mean}, index {index}. Level {target} needs an average above {needed}: {verdict}.")
    words = average.format(
        mean=value_text(mean), index=_index(index_of(mean)), target=target, needed=decimal(target - HALF_STEP, 1),
        verdict=_("passed") if mean > target - HALF_STEP + 1e-9 else _("failed"),
    )  # fmt: skip
    return (paragraph(_why(view, target)), _values(report, view, target), paragraph(words))


def _why(view: SectionView, target: int) -> str:
    """Everything that keeps the section from the next level: practices, and the average where it fails even with them raised."""
    if view.result.held_by == (MEAN,):
        return _("Only the average keeps it below level {target}.").format(target=target)
    titles = [p.practice.title for p in view.practices if p.practice.code in view.result.held_by]
    if MEAN in view.result.held_by:
        titles.append(_("the average, even with these raised"))
    return _("Below level {target} because of: {titles}.").format(target=target, titles=listed(titles))


def _values(report: Report, view: SectionView, target: int | None) -> HtmlFragment:
    asked = _("Needed for level {target}").format(target=target) if target else _("Needed")
    rows = []
    for shown in view.practices:
        found = shown.result
        need = required(found, target) if target and found.level is not None else None
        rows.append(
            (
                shown.practice.title,
                _("key") if found.key else "",
                value_text(found.described),
                _number(found.level) if found.level else state_words(report, found),
                _number(need),
                _verdict(found, need),
            )
        )
    columns = (_("Practice"), _("Kind"), _("Value"), _("Level"), asked, _("Result"))
    return table(columns, rows, numeric=(2, 3, 4))


def _verdict(found: PracticeResult, need: int | None) -> str:
    if need is None or found.level is None:
        return ""
    return _("passed") if found.level >= need else _("too low")


def state_words(report: Report, found: PracticeResult) -> str:
    """Why a practice has no value, or that it counts although nobody knew."""
    if found.code in report.withheld:
        return _("not shown")
    return {
        "missing": _("no answer yet"),
        "not_applicable": _("does not apply"),
        "not_known": _("unknown"),
        "scored": "",
    }[found.state]


def explain_strategy_gap(report: Report) -> tuple[HtmlFragment, ...]:
    """The strategy gap: activity from its mean, capability from the practices it rests on."""
    gap = report.result.strategy_gap
    if gap.activity is None or gap.capability is None or gap.gap is None:
        return (paragraph(report.headline.gap),)
    views = [p for view in report.sections for p in view.practices if p.practice.scaling]
    values = [p.result.described for p in views if p.result.described is not None]
    mean, lowest = sum(values) / len(values), min(values)
    return (
        paragraph(
            _("Activity: the answers average {mean} of 5; 25 × ({mean} − 1) = {activity}.").format(
                mean=decimal(gap.activity / 25 + 1, 2), activity=decimal(gap.activity, 1)
            )
        ),
        paragraph(
            _(
                "Capability: the practices below average {mean}; the lowest is {lowest}. Half of each gives "
                "25 × ({half} − 1) = {capability}."
            ).format(
                mean=decimal(mean, 2), lowest=decimal(lowest, 2), half=decimal((mean + lowest) / 2, 2),
                capability=decimal(gap.capability, 1),
            )
        ),
        table((_("Practice"), _("Value")),
              [(p.practice.title, value_text(p.result.described)) for p in views], numeric=(1,)),
        paragraph(
            _(
                "Gap: {activity} − {capability} = {gap}. From 40: pilot trap. From 20: activity ahead. From "
                "−20 to 20: in step. Below: unused capacity."
            ).format(
                activity=decimal(gap.activity, 1), capability=decimal(gap.capability, 1), gap=decimal(gap_size(gap.gap), 1))
        ),
    )  # fmt: skip


def _number(value: int | None) -> str:
    return UNKNOWN if value is None else str(value)


def _index(value: float | None) -> str:
    return UNKNOWN if value is None else decimal(value, 1)

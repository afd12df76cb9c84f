"""Where the leaders differ: both sides of every practice, the same by section, and who does not know."""

from collections.abc import Sequence

from assessment.instrument.model import CAMPS
from language.numbers import decimal, percent
from language.translation import _
from report.model.alignment import AlignedPractice, AlignedSection, Alignment
from report.model.report import Report
from report.text.alignment.findings import (
    SPREAD,
    higher,
    is_large,
    knows_unknown,
    no_sides_reason,
    overall_sentence,
    section_difference,
    sides_finding,
    spread_finding,
    unknown_sentence,
    value_text,
)
from report.text.alignment.sentences import (
    difference_size,
    distance_sentence,
    gaps_sentence,
    pattern_sentence,
    within_one,
)
from scoring.alignment.agreement import spread_word
from ui.charts import base
from ui.charts.base import as_table
from ui.charts.sides import DistanceRow, SidesRow, distance_chart, sides_chart
from ui.explain.alignment import alignment_explanations
from ui.kit import text
from ui.kit.html import HtmlFragment, block, heading, heat, paragraph, show
from ui.screens.results.discussion import talk
from ui.screens.results.profile import level_names
from ui.screens.results.ranks import what_is_wanted


def where_leaders_differ(report: Report) -> None:
    """Nothing for one person alone, or while the team may not be shown."""
    found = report.alignment
    if found is None:
        return
    text.heading(_("Where your leaders differ"), "sides")
    text.lead(gaps_sentence(found) or distance_sentence(found))
    text.muted(_("{overall} First votes only.").format(
        overall=overall_sentence(found)).strip())  # fmt: skip
    if any(p.deviation for p in found.practices):
        _both_sides(report, found)
        _distances(report, [p for p in found.practices if p.difference is None])
    _unknown(report)
    what_is_wanted(found)
    talk(report, found)
    show(*alignment_explanations(report, found), under="pl-openers")


def _both_sides(report: Report, found: Alignment) -> None:
    """The dumbbell, sorted by the size of the difference, and the heat map by section."""
    finding = sides_finding(found)
    if finding is None:
        return
    rows = tuple(row for p in found.practices if (row := _sides_row(p)) is not None)
    chart = sides_chart(rows, level_names(report), finding)
    text.subheading(finding)
    base.draw(chart, "sides")
    pattern = pattern_sentence(found) or ""
    show(
        paragraph(_("Blue circle: business average. Amber diamond: technology average. Bold: a level or more apart."), kind="muted"),
        as_table(chart),
        heading(pattern.rstrip("."), 3),
        paragraph(_("Average level by question and side. Darker is higher."),
                  kind="muted"),
        block(*(_section(found, section) for section in found.sections), under="pl-heats pl-sided"),
        under="pl-agreement",
    )  # fmt: skip


def _sides_row(found: AlignedPractice) -> SidesRow | None:
    if found.difference is None or found.business is None or found.technology is None:
        return None
    gap = found.difference.difference
    return SidesRow(
        title=found.practice.title,
        business=round(found.business, 3),
        technology=round(found.technology, 3),
        words=higher(gap),
        short=decimal(difference_size(abs(gap)), 1),
        large=is_large(gap),
        distance=round(found.deviation, 3),
        within=within_one(found),
    )


def _section(found: Alignment, section: AlignedSection) -> HtmlFragment:
    """One section of the heat map: its practices in the order asked, a cell for each side."""
    mine = {p.practice.code: p for p in found.practices if p.pillar.code == section.pillar.code}
    asked = [mine[p.code] for p in section.pillar.practices if p.code in mine]
    rows = [(p.practice.title, [_cell(p.business), _cell(p.technology)]) for p in asked]
    caption = f"{section.pillar.title}: {section_difference(section)}"
    return heat(caption, (_("Practice"), _("Business"), _("Technology")), rows)


def _cell(value: float | None) -> tuple[str, float]:
    """A value 1..5 as its number and how strongly it is drawn."""
    return ("–", 0.0) if value is None else (value_text(value), (value - 1) / 4)


def _distances(report: Report, practices: Sequence[AlignedPractice]) -> None:
    """Plain distances where the sides do not stand beside one another, with the one reason."""
    if not practices:
        return
    ordered = sorted(practices, key=lambda p: -p.deviation)
    finding = spread_finding(ordered)
    chart = distance_chart(tuple(map(_distance_row, ordered)), finding)
    text.subheading(finding)
    text.muted(no_sides_reason(report))
    base.draw(chart, "distances")
    show(
        paragraph(_("Typical distance from the middle answer, in levels."), kind="muted"),
        as_table(chart),
    )


def _distance_row(found: AlignedPractice) -> DistanceRow:
    word = spread_word(found.deviation, found.answers)
    return DistanceRow(
        title=found.practice.title,
        distance=round(found.deviation, 3),
        words=_("{within} within a level").format(within=within_one(found)),
        remark=SPREAD[word] if word else "",
    )


def _unknown(report: Report) -> None:
    """Who does not know, by section and side, where that may be shown."""
    shares = {code: found.dont_know for code, found in report.result.pillars.items()}
    if not knows_unknown(shares):
        return
    rows = [
        (pillar.title, [_share(shares[pillar.code].get(camp)) for camp in CAMPS])
        for pillar in report.instrument.pillars
    ]
    columns = (_("Section"), _("Business"), _("Technology"))
    show(
        heading(unknown_sentence(report).rstrip("."), 3),
        block(heat(_("Share of “I don’t know” answers"), columns, rows), under="pl-heats pl-sided"),
        under="pl-agreement",
    )


def _share(share: float | None) -> tuple[str, float]:
    return ("–", 0.0) if share is None else (percent(share), share)

"""The profile of the sections, and each section with its practices, in the instrument's own words."""

import streamlit as st

from assessment.privacy import WITHHELD
from language.translation import _
from report.model.report import PracticeView, Report, SectionView
from report.text import wording
from report.text.evidence import web_address
from ui.charts import base
from ui.charts.base import as_table
from ui.charts.levels import PracticeRow, SectionRow, practice_chart, section_chart
from ui.explain import levels
from ui.kit import fragments, text
from ui.kit.html import HtmlFragment, block, evidence_line, fold, labelled, listing, paragraph, show
from ui.screens.results.figures import figure_fold


def level_names(report: Report) -> tuple[str, ...]:
    return tuple(level.name for level in report.instrument.levels)


def section_profile(report: Report) -> None:
    """The five sections as bullets, with their table and how each was made."""
    text.heading(wording.sets_the_level(report), "profile")
    shown = report.result.shown is not None
    rows = tuple(
        SectionRow(v.pillar.title, v.result.level, v.result.index, v.result.shown_index if shown else None)
        for v in report.sections
    )
    chart = section_chart(rows, level_names(report), wording.sets_the_level(report) + ".")
    with st.container(key="pl_profile"):
        base.draw(chart, "section_profile")
    words = _("Line: level. Mark: average. A mark beyond the line: single practices limit the section.")
    if shown:
        words += " " + _("Open mark: average of what you can show.")
    show(paragraph(words, kind="muted"), as_table(chart))


@fragments.alone
def section_tabs(report: Report) -> None:
    """One section at a time; only the section in front is drawn."""
    text.heading(_("Practices by section"), "sections")
    first = report.result.binding[0] if report.result.binding else report.sections[0].pillar.code
    titles = [text.label(view.pillar.title) for view in report.sections]
    default = next(t for t, v in zip(titles, report.sections, strict=True) if v.pillar.code == first)
    tabs = st.tabs(titles, default=default, key="section_in_front", on_change="rerun")
    for tab, view in zip(tabs, report.sections, strict=True):
        if tab.open:
            with tab:
                _section(report, view)


def _section(report: Report, view: SectionView) -> None:
    text.lead(view.sentence)
    if any(shown.practice.code in report.withheld for shown in view.practices):
        text.muted(_(WITHHELD))
    target = view.result.level + 1 if view.result.level and view.result.level < 5 else None
    chart = practice_chart(
        tuple(_row(report, shown, target) for shown in view.practices),
        level_names(report), target, view.pillar.title,
    )  # fmt: skip
    with st.container(key=f"pl_practices_{view.pillar.code}"):
        base.draw(chart, f"practices_{view.pillar.code}")
    show(
        paragraph(_caption(target), kind="muted"),
        as_table(chart),
        fold(_("How this level is calculated"), *levels.explain_section(report, view)),
    )
    text.subheading(_("Practice by practice"))
    show(block(*(_practice(report, shown) for shown in view.practices), under="pl-practices"))
    if view.figures:
        text.subheading(_("Published figures"))
        show(*(figure_fold(figure) for figure in view.figures))


def _caption(target: int | None) -> str:
    words = _("Square: key practice. Circle: other practice. Open mark: not known, counts as level 1.")
    if target is None:
        return words
    return (
        words
        + " "
        + _(
            "Bar: needed for section level {target} (key practices level {target}, others {one_less})."
        ).format(target=target, one_less=target - 1)
    )


def _row(report: Report, shown: PracticeView, target: int | None) -> PracticeRow:
    found = shown.result
    return PracticeRow(
        title=shown.practice.title,
        value=None if found.described is None else round(found.described, 3),
        level=found.level,
        key=found.key,
        needed=levels.required(found, target) if target else None,
        absent=levels.state_words(report, found),
        unknown=found.state == "not_known",
    )


def _practice(report: Report, shown: PracticeView) -> HtmlFragment:
    found = shown.result
    level = levels.state_words(report, found) or _("level {level}").format(level=found.level)
    aside = f"{_('key')} · {level}" if found.key else level
    pieces = [
        labelled(
            [
                (_("Today"), shown.situation or _no_situation(report, shown)),
                (_("Evidence"), shown.backing),
                (_("Next level"), shown.next_situation or ""),
                (_("Question"), shown.practice.stem),
            ]
        ),
        *_answers(report, shown),
    ]
    return fold(shown.practice.title, *pieces, aside=aside)


def _no_situation(report: Report, shown: PracticeView) -> str:
    return _(WITHHELD) if shown.practice.code in report.withheld else _("No answer yet.")


def _answers(report: Report, shown: PracticeView) -> list[HtmlFragment]:
    """From which answers: each of them where they may be shown, else how many there are."""
    found, code = shown.result, shown.practice.code
    rows = [row for row in report.answers if row.code == code]
    pieces = []
    if report.result.single_view or len(rows) < 2:
        if shown.notes:
            pieces.append(labelled([(_("Your note"), " ".join(shown.notes))]))
        pieces += [
            evidence_line(_("Your evidence:"), r.evidence, web_address(r.evidence))
            for r in rows
            if r.evidence
        ]
        return pieces
    value = _("Value {value} from these answers. Each side counts equally.")
    pieces.append(paragraph(value.format(value=levels.value_text(found.described)), kind="muted"))
    lines = [f"{r.person}: {r.answer}" + (f" ({r.note})" if r.note else "") for r in rows]
    pieces.append(listing(lines))
    pieces += [
        evidence_line(f"{r.person}, {r.backing}:", r.evidence, web_address(r.evidence))
        for r in rows
        if r.evidence
    ]
    return pieces

"""Alignment chapter, first part: how far the leaders' first votes differ."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from documents.pdf.chapters.alignment.discussion import discussion_entries
from documents.pdf.chapters.alignment.ranks import rank_entries
from documents.pdf.charts.sides import CampHead, CampRows, DistanceHead, DistanceRows
from documents.pdf.engine.geometry import UNIT
from documents.pdf.engine.layout import Drawable, Stack, TextBlock, Unspoken, labelled
from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.parts import chapter, keep_together, subhead, table
from documents.pdf.engine.styles import QUIET, SMALL, SMALL_STRONG
from language.numbers import percent
from language.translation import _
from report.model.alignment import AlignedPractice, AlignedSection, Alignment
from report.model.report import Report
from report.text import wording
from report.text.alignment.findings import (
    SPREAD,
    distance_text,
    knows_unknown,
    no_sides_reason,
    overall_sentence,
    section_difference,
    sides_finding,
    spread_finding,
    unknown_sentence,
    without_sides_finding,
)
from report.text.alignment.sentences import gaps_sentence, headline_sentence
from scoring.alignment.agreement import WORDS_FROM

ROWS_AT_MOST = 25
"""Practices in one chart, which is never split."""


def alignment_entries(report: Report) -> Iterator[PageEntry]:
    """One chapter; nothing for one person alone or while the team is not shown."""
    found = report.alignment
    if found is None:
        return
    parts = [*rank_entries(found), *discussion_entries(report, found)]
    if any(p.deviation for p in found.practices):
        parts = [*_charts(report, found), *_sections(report, found), *parts]
    lead = " ".join(part for part in (headline_sentence(found), gaps_sentence(found)) if part)
    head = chapter(_("Alignment"), lead, fresh=bool(parts))
    yield head if parts else replace(head, room=0)
    basis = _("{who} First votes only.").format(who=wording.who_answered(report.basis))
    yield PageEntry(TextBlock(basis, QUIET, lines=3), gap=UNIT)
    yield from parts


def _charts(report: Report, found: Alignment) -> Iterator[PageEntry]:
    """Both sides of every practice that may show them; plain distances of the others."""
    title = sides_finding(found)
    both = [p for p in found.practices if p.difference is not None]
    rest = [p for p in found.practices if p.difference is None]
    if title is not None:
        yield subhead(title, gap=3 * UNIT)
        names = [level.name for level in report.instrument.levels]
        yield from _chart(CampHead(names[0], names[-1]), [CampRows(rows) for rows in _chunks(both)])
        yield PageEntry(TextBlock(_sides_key(names), QUIET, lines=6), gap=UNIT / 2)
    if rest:
        words = found.leaders >= WORDS_FROM
        yield subhead(without_sides_finding(rest) if both else spread_finding(rest), gap=3 * UNIT)
        charts = [DistanceRows(rows, words=words) for rows in _chunks(rest)]
        yield from _chart(DistanceHead(words=words), charts)
        yield PageEntry(TextBlock(_distance_key(), QUIET, lines=4), gap=UNIT / 2)
        yield PageEntry(labelled(_("The two sides"), TextBlock(no_sides_reason(report), SMALL)), gap=UNIT)


def _sides_key(names: Sequence[str]) -> str:
    levels = " · ".join(f"{n} {name}" for n, name in enumerate(names, 1))
    key = _(
        "Each side’s average; darker is higher. Bold: a level or more apart. Within a level: of those who gave a level, how many are at most one level from the middle answer."
    )
    return f"{levels}. {key}"


def _distance_key() -> str:
    return _(
        "Distance: typical distance from the middle answer, in levels. Within a level: of those who gave a level, how many are at most one level from it."
    )


def _chunks(rows: Sequence[AlignedPractice]) -> Iterator[Sequence[AlignedPractice]]:
    for start in range(0, len(rows), ROWS_AT_MOST):
        yield rows[start : start + ROWS_AT_MOST]


def _chart(head: Drawable, charts: Sequence[Drawable]) -> Iterator[PageEntry]:
    """Charts below a head, which is repeated where a chart begins a page."""
    for position, chart in enumerate(charts):
        piece = chart if position else Stack(Unspoken(head), chart)
        yield PageEntry(piece, gap=0 if position else UNIT, repeat=head if position else None)


def _sections(report: Report, found: Alignment) -> Iterator[PageEntry]:
    """Section by section: distance, word, difference, and who does not know, as far as shown."""
    unknown = knows_unknown({c: p.dont_know for c, p in report.result.pillars.items()})
    columns: list[tuple[str, float]] = [(_("Section"), 41), (_("Typical distance"), 22)]
    if found.word is not None:
        columns.append((_("Rating"), 20))
    if found.sides:
        columns.append((_("Between the sides"), 41))
    if unknown:
        columns += [(_("Not known, business"), 22), (_("Not known, technology"), 22)]
    lead = " ".join(part for part in (overall_sentence(found), unknown_sentence(report)) if part)
    yield subhead(_("Section by section"), lead, gap=3 * UNIT)
    rows = [_section(report, found, section, unknown=unknown) for section in found.sections]
    titles, shares = [title for title, _width in columns], [width for _title, width in columns]
    yield from keep_together(table(titles, rows, shares, 2, air=2.5))


def _section(
    report: Report, found: Alignment, section: AlignedSection, *, unknown: bool
) -> list[str | Drawable]:
    widest = found.widest is not None and section.pillar.code == found.widest.pillar.code
    distance = "–" if section.deviation is None else distance_text(section.deviation)
    cells: list[str | Drawable] = [
        section.pillar.title,
        TextBlock(distance, SMALL_STRONG) if widest else distance,
    ]
    if found.word is not None:
        cells.append(SPREAD[section.word] if section.word else "–")
    if found.sides:
        cells.append(section_difference(section))
    if unknown:
        shares = report.result.pillars[section.pillar.code].dont_know
        cells += [_share(shares["business"]), _share(shares["technology"])]
    return cells


def _share(share: float | None) -> str:
    return "–" if share is None else percent(share)

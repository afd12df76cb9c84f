"""Published figures as context, with source and interest; never a ranking."""

from collections.abc import Iterator, Mapping

from assessment.instrument.model import Figure, HowSeen
from documents.pdf.engine.geometry import UNIT
from documents.pdf.engine.layout import Drawable, Stack, TextBlock
from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.parts import chapter, subhead, table
from documents.pdf.engine.styles import QUIET, SMALL, SMALL_STRONG
from language.translation import _, lazy, lazy_table
from report.model.report import Report

SEEN: Mapping[HowSeen, str] = lazy_table(
    {
        "own": lazy("we read the original"),
        "press": lazy("we read press reports, not the study"),
        "summary": lazy("we read a summary, not the study"),
    }
)


def context_entries(report: Report) -> Iterator[PageEntry]:
    """The figures of every section that has some."""
    with_figures = [section for section in report.sections if section.figures]
    if not with_figures:
        return
    yield chapter(
        _("Appendix: published figures"),
        _(
            "Context, not a ranking: other companies, other questions, other years. No figure affects a level or ranks this company in the market."
        ),
    )
    head = (_("Figure"), _("Finding"), _("Who was asked, who reports it, whose interest it serves"))
    for section in with_figures:
        yield subhead(section.pillar.title, gap=3 * UNIT)
        rows = [_figure(figure) for figure in section.figures]
        yield from table(head, rows, (30, 56, 82), lines=10, headed=section is with_figures[0])


def _figure(figure: Figure) -> list[str | Drawable]:
    source = _("As reported by {reporter}; {seen}.").format(
        reporter=figure.reported_by, seen=SEEN[figure.how_seen]
    )
    publisher = TextBlock(f"{figure.publisher}, {figure.year}", SMALL_STRONG, lines=4)
    provenance = f"{figure.population}. {source} {figure.interest} {figure.caveat or ''}"
    return [
        Stack(publisher, TextBlock(figure.value, SMALL, lines=4)),
        figure.statement,
        TextBlock(provenance, QUIET, lines=12),
    ]

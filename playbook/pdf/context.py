"""Published figures beside ours: context with its source and interest, never a ranking."""

from collections.abc import Iterator

from assessment.instrument import Figure, HowSeen
from assessment.words import _
from playbook.pdf.geometry import BODY, BODY_X, LABEL, UNIT
from playbook.pdf.layout import Columns, Piece, Rule, Stack, Words
from playbook.pdf.pages import Entry
from playbook.pdf.parts import chapter, subhead
from playbook.pdf.styles import BODY as BODY_STYLE
from playbook.pdf.styles import QUIET, SMALL, SMALL_STRONG
from playbook.report import Report

SEEN: dict[HowSeen, str] = {
    "own": _("read in the publisher’s own words"),
    "press": _("read in a report about it"),
    "summary": _("read in a summary only"),
}


def context_entries(report: Report) -> Iterator[Entry]:
    """The figures of every section that has some."""
    with_figures = [section for section in report.sections if section.figures]
    if not with_figures:
        return
    yield chapter(
        _("Published figures"),
        _(
            "Context, not a ranking: other companies, other questions, other years. None of these figures enters a level, and none says where this company stands in the market."
        ),
    )
    for section in with_figures:
        yield subhead(section.pillar.title)
        for figure in section.figures:
            yield Entry(_figure(figure), gap=UNIT)


def _figure(figure: Figure) -> Piece:
    source = _("As reported by {reporter}; {seen}.").format(
        reporter=figure.reported_by, seen=SEEN[figure.how_seen]
    )
    side = Stack(
        Words(f"{figure.publisher}, {figure.year}", SMALL_STRONG, lines=3), Words(figure.value, SMALL, lines=3)
    )
    body = Stack(
        Words(figure.statement, BODY_STYLE, lines=7),
        Words(_("Asked: {population}. {source}").format(population=figure.population, source=source), QUIET, lines=5),
        Words(f"{figure.interest} {figure.caveat or ''}", QUIET, lines=6),
    )
    return Stack(Rule(), Columns([(0, LABEL, side), (BODY_X, BODY, body)]), gap=UNIT)

"""The statement of acceptable risk as pages that are signed: every line, what was decided, who signed it and how."""

from collections.abc import Iterator, Sequence

from assessment.governance.acceptable_risk import DecidedLine
from assessment.governance.model import AcceptableRisk
from assessment.plan.records import RiskLine
from documents.pdf.engine.geometry import CONTENT, UNIT
from documents.pdf.engine.layout import Columns, Drawable, RoomToSign, Space, Stack, TextBlock
from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.parts import chapter, table
from documents.pdf.engine.styles import MUTED, QUIET, SMALL, SMALL_STRONG, STRUCK
from language.translation import _
from report.model.governance import RiskView, RulesView
from report.model.report import Report
from report.text.governance.acceptable_risk import (
    counts_words,
    decided_words,
    not_signed_sentence,
    own_words,
    past_sentence,
    past_words,
    signed_progress,
    signed_words,
)
from report.text.wording import role_titles

HALF = (CONTENT - 4 * UNIT) / 2
SIGNERS_TOGETHER = 12
"""So many sign on one page; more go on to the next."""
WHOLE = 60
"""Lines of a cell: a sentence and a limit of full length need fewer, so nothing of either is cut."""


def risk_entries(report: Report, rules: RulesView) -> Iterator[PageEntry]:
    """The chapter; nothing before a line is decided. Every line is printed, on as many pages as it takes."""
    view, text = rules.risk, rules.governance.acceptable_risk
    if not view.lines:
        return
    yield chapter(text.title, f"{text.purpose} {signed_progress(report.instrument, view)}")
    lines = [
        (_drafted(report, text, found), view.kept.get(found.line.code)) for found in view.statement.lines
    ]
    lines += [(_own(report, text, line), line) for line in view.own]
    for number, (row, record) in enumerate(lines):
        yield from _line(report, view, row, record, first=number == 0)
    yield from _signatures(report, view.signers)


def _line(
    report: Report, view: RiskView, row: Sequence[str | Drawable], record: RiskLine | None, *, first: bool
) -> Iterator[PageEntry]:
    """One line with its signatures below, a sentence for each kind, which stay with it as far as a page allows."""
    head = (_("Topic and signatures"), _("Decision"))
    below = [] if record is None else [*_signed(report, view, record), *_past(report, record)]
    (entry,) = table(head, [row], (92, 76), lines=WHOLE, headed=first, air=UNIT)
    yield PageEntry(entry.piece, entry.gap, together=bool(below), repeat=entry.repeat)
    for number, piece in enumerate(below):
        yield PageEntry(piece, gap=UNIT / 4, together=number < len(below) - 1, repeat=entry.repeat)


def _signed(report: Report, view: RiskView, record: RiskLine) -> Iterator[Drawable]:
    """Who has signed it, and who has not."""
    for words in signed_words(report.instrument, record):
        yield TextBlock(words, SMALL, WHOLE)
    counted, missing = counts_words(view.counts(record)), not_signed_sentence(report.instrument, view, record)
    yield TextBlock(f"{counted} {missing}".strip(), SMALL.coloured(MUTED), WHOLE)


def _past(report: Report, record: RiskLine) -> Iterator[Drawable]:
    """What was signed and no longer holds, struck through, each with the reason."""
    if report.rules is None:
        return
    risk = report.rules.governance.acceptable_risk
    for past in record.history:
        yield TextBlock(past_sentence(past), QUIET, WHOLE)
        yield TextBlock(past_words(report.instrument, risk, past), STRUCK, WHOLE)


def _drafted(report: Report, text: AcceptableRisk, found: DecidedLine) -> list[str | Drawable]:
    decided: str | Drawable = decided_words(report.instrument, text, found)
    if found.option is None:
        decided = TextBlock(_("not decided yet"), SMALL.coloured(MUTED))
    return [TextBlock(found.line.decision, SMALL_STRONG, WHOLE), decided]


def _own(report: Report, text: AcceptableRisk, line: RiskLine) -> list[str | Drawable]:
    return [TextBlock(line.text, SMALL_STRONG, WHOLE), own_words(report.instrument, text, line)]


def _signatures(report: Report, roles: Sequence[str]) -> Iterator[PageEntry]:
    """Lines for name and date, two side by side; two empty ones if no signer is known."""
    titles = role_titles(report.instrument, roles) or [_("Name, function")] * 2
    head = TextBlock(_("Signed on paper: name and day"), SMALL_STRONG, lines=1)
    for at in range(0, len(titles), 2):
        row = Columns(
            [(i * (HALF + 4 * UNIT), HALF, _room(title)) for i, title in enumerate(titles[at : at + 2])]
        )
        last = at + 2 >= len(titles)
        yield PageEntry(
            Stack(head, row) if at == 0 else row,
            gap=2 * UNIT if at == 0 else 0,
            together=not last and len(titles) <= SIGNERS_TOGETHER,
        )


def _room(title: str) -> Drawable:
    return Stack(Space(3 * UNIT), RoomToSign(), TextBlock(title, QUIET, lines=2))

"""What to ask next: unknown answers, missing evidence, contradictions, predictions."""

from collections.abc import Iterator

from assessment.instrument.model import Camp
from documents.pdf.charts.levels import ExpectationLine
from documents.pdf.engine.geometry import UNIT
from documents.pdf.engine.layout import Drawable, TextBlock, Unspoken
from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.parts import chapter, subhead, table
from documents.pdf.engine.styles import CAMP_COLOURS, SMALL
from language.translation import _
from report.model.report import Prediction, Report


def question_entries(report: Report) -> Iterator[PageEntry]:
    """One chapter; each part only if there is something in it."""
    parts = [*_errands(report), *_predictions(report), *_unbacked(report), *_contradictions(report)]
    if parts:
        yield chapter(_("What to ask next"), fresh=False)
        yield from parts


def _errands(report: Report) -> Iterator[PageEntry]:
    if report.errands:
        yield subhead(_("Not yet known"), _("These count as level 1 until someone can say."), gap=2 * UNIT)
        yield from table(
            (_("Practice"), _("Question"), _("Ask")),
            [[errand.practice.title, errand.practice.stem, errand.ask] for errand in report.errands],
            (50, 84, 34),
        )


def _predictions(report: Report) -> Iterator[PageEntry]:
    if report.predictions:
        own: Camp = "business" if report.basis.business else "technology"
        other: Camp = "technology" if own == "business" else "business"
        yield subhead(_("What the other side might say"), report.headline.sides or "")
        yield from table(
            (_("Practice"), _("Level 1 to 5"), _("You"), _("Expected")),
            [_prediction(prediction, own, other) for prediction in report.predictions],
            (62, 60, 23, 23),
        )


def _prediction(prediction: Prediction, own: Camp, other: Camp) -> list[str | Drawable]:
    said = _("not known") if prediction.own is None else str(prediction.own)
    return [
        prediction.practice.title,
        Unspoken(ExpectationLine((own, prediction.own), (other, prediction.expected))),
        TextBlock(said, SMALL.coloured(CAMP_COLOURS[own])),
        TextBlock(str(prediction.expected), SMALL.coloured(CAMP_COLOURS[other])),
    ]


def _unbacked(report: Report) -> Iterator[PageEntry]:
    if report.unbacked:
        yield subhead(
            _("No evidence yet"), _("Described at level 3 or higher, without a document or a number.")
        )
        yield from table(
            (_("Practice"), _("Evidence to show")),
            [[practice.title, practice.evidence] for practice in report.unbacked],
            (50, 118),
        )


def _contradictions(report: Report) -> Iterator[PageEntry]:
    if report.contradictions:
        yield subhead(_("Answers that contradict each other"), _("They change no level. Check both answers."))
        yield from table(
            (_("Practice"), _("Contradiction")),
            [[found.practice.title, found.sentence] for found in report.contradictions],
            (50, 118),
        )

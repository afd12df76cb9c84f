"""The page for one leader alone: whom to ask what, and one’s own answers beside those expected of the other side."""

from collections.abc import Iterator

from assessment.instrument.model import CAMPS, Camp
from documents.pdf.charts.dumbbell import Dumbbell, DumbbellRow
from documents.pdf.engine.geometry import UNIT, Sheet
from documents.pdf.engine.layout import Drawable, TextBlock
from documents.pdf.engine.pages import PageEntry, height_of
from documents.pdf.engine.parts import subhead, table
from documents.pdf.engine.styles import SMALL_STRONG
from documents.pdf.playbook.finding import finding, graphic, how_to_read
from language.translation import _, lazy, lazy_table
from report.model.report import Prediction, Report
from report.text.narrative import count
from report.text.playbook.alignment.questions import (
    prediction_apart,
    prediction_words,
    questions_lead,
    questions_title,
)

WIDEST = 46.0
MOST = 10
LARGE = 1
EXPECTED_OF = lazy_table(
    {"business": lazy("Expected of business"), "technology": lazy("Expected of technology")}
)


def question_page(report: Report, sheet: Sheet) -> Iterator[PageEntry]:
    """One page for a single view with something to ask."""
    if not report.result.single_view or not (report.errands or report.predictions):
        return
    head = finding(_("Whom to ask"), questions_title(report), questions_lead(report))
    entries = [head, *_expected(report)]
    yield from entries
    yield from _errands(report, sheet.available - height_of(entries))


def _expected(report: Report) -> Iterator[PageEntry]:
    """Own answer and the one expected of the other side, on each practice that was predicted."""
    shown = report.predictions[:MOST]
    if not shown:
        return
    own: Camp = "business" if report.basis.business else "technology"
    other = next(camp for camp in CAMPS if camp != own)
    names: dict[Camp, str] = {own: _("You"), other: EXPECTED_OF[other]}
    rows = [_row(prediction, own, other) for prediction in shown]
    words = "; ".join(prediction_words(prediction) for prediction in shown) + "."
    levels = report.instrument.levels
    ends = f"1 {levels[0].name}", f"5 {levels[-1].name}"
    yield graphic(Dumbbell(rows, ends, WIDEST, words, names, hollow=other))
    said = [_("Hollow: what you expect of the other side; nobody from it has answered yet.")]
    if len(report.predictions) > len(shown):
        more = count(len(report.predictions) - len(shown))
        said.append(_("The annex has {n} more.").format(n=more))
    yield how_to_read(" ".join(said))


def _row(prediction: Prediction, own: Camp, other: Camp) -> DumbbellRow:
    values: dict[Camp, float] = {other: prediction.expected}
    if prediction.own is not None:
        values[own] = prediction.own
    large = prediction.own is not None and abs(prediction.own - prediction.expected) >= LARGE
    return DumbbellRow(
        prediction.practice.title,
        values,
        {camp: str(int(value)) for camp, value in values.items()},
        prediction_apart(prediction),
        large,
    )


def _errands(report: Report, room: float) -> Iterator[PageEntry]:
    """The open questions, as many as the page holds; what keeps the level first."""
    asked = report.errands
    for number in range(len(asked), 0, -1):
        rows: list[list[str | Drawable]] = [
            [TextBlock(one.practice.title, SMALL_STRONG, lines=3), one.practice.stem, one.ask]
            for one in asked[:number]
        ]
        entries = [
            subhead(_("Open questions"), gap=3 * UNIT),
            *table((_("Practice"), _("Question"), _("Ask")), rows, (50, 84, 34), lines=12),
        ]
        if number < len(asked):
            words = _("The annex has {n} more.").format(n=count(len(asked) - number))
            entries.append(how_to_read(words))
        if number == 1 or height_of(entries) + entries[0].gap <= room:
            yield from entries
            return

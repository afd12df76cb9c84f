"""Where leaders differ, as a dumbbell for each practice. One leader alone: what is not known and what to expect."""

from collections.abc import Sequence

from pptx.enum.chart import XL_MARKER_STYLE

from documents.pdf.engine.styles import ACCENT, CAMP_COLOURS
from documents.slides.engine import master
from documents.slides.engine.chart_style import ChartAxis, ChartSeries
from documents.slides.engine.charts import chart_name, columns, dots
from documents.slides.engine.deck import Deck, SlidePage
from documents.slides.engine.tables import Row, TableCell, table
from language.numbers import beside
from language.translation import _
from report.model.alignment import AlignedPractice, Alignment
from report.model.report import Report
from report.text.alignment.findings import CUTS, no_sides_reason
from report.text.alignment.sentences import distance_size, headline_sentence
from report.text.playbook.alignment.differences import (
    differences_lead,
    differences_title,
    furthest_apart,
    practice_words,
)
from report.text.playbook.alignment.questions import prediction_words, questions_title
from report.text.unknown import ask_first_sentence

SHOWN = 10
PITCH = 0.9 * master.CONTENT / SHOWN
"""Inches for the name of a practice."""
LEVELS = ChartAxis(0, 5, 1, "0.0", names=11)


def differences_slide(deck: Deck, report: Report) -> None:
    """Nothing where everybody gave the same answers, or nothing may be shown."""
    found = report.alignment
    if found is None:
        _alone(deck, report)
        return
    shown = furthest_apart(found, SHOWN)
    if not shown:
        return
    title, lead = differences_title(report, found, shown), differences_lead(found, shown)
    page = deck.page("Chart", _("Where leaders differ"), title, lead)
    _say(page, found, shown)
    names = [chart_name(one.practice.title, PITCH, size=11, lines=4) for one in shown]
    alternative = f"{title}. {'; '.join(practice_words(report, one) for one in shown)}."
    if any(one.difference is not None for one in shown):
        _by_side(page, alternative, names, shown)
    else:
        _together(page, alternative, names, shown)
        page.notes.append(no_sides_reason(report))
    page.left_out += max(0, len(found.practices) - len(shown))


def _by_side(
    page: SlidePage, alternative: str, names: Sequence[str], shown: Sequence[AlignedPractice]
) -> None:
    values = [(_value(one.business), _value(one.technology)) for one in shown]
    dots(
        page, master.LEFT, alternative, names,
        [
            ChartSeries(_("Business"), [business for business, _other in values], CAMP_COLOURS["business"]),
            ChartSeries(
                _("Technology"), [other for _business, other in values], CAMP_COLOURS["technology"],
                marker=XL_MARKER_STYLE.DIAMOND,
            ),
        ],
        [(min(pair), max(pair)) for pair in values], LEVELS, between_series=True,
    )  # fmt: skip
    page.notes.append(
        _("Each side’s average of the first votes, levels 1 to 5. The largest difference is on the left.")
    )


def _together(
    page: SlidePage, alternative: str, names: Sequence[str], shown: Sequence[AlignedPractice]
) -> None:
    """The sides may not be shown: distances from the middle answer."""
    distances = [distance_size(one.deviation) for one in shown]
    columns(
        page, master.LEFT, alternative, names, ChartSeries(_("Typical distance"), distances, ACCENT),
        ChartAxis(0, 2, 0.5, "0.0", names=11),
    )  # fmt: skip
    page.notes.append(_("Typical distance from the middle answer, in levels."))


def _value(value: float | None) -> float:
    """As it is printed: on its own side of where the next level begins."""
    return beside(value or 0.0, 1, above=CUTS)


def _say(page: SlidePage, found: Alignment, shown: Sequence[AlignedPractice]) -> None:
    page.say.append(headline_sentence(found))
    first = next((one for one in shown if one.prompt), None)
    if first is not None and first.prompt:
        page.say.append(
            _("Ask about “{title}”: {question}").format(title=first.practice.title, question=first.prompt)
        )
    page.say.append(_("Let both sides say what they have seen before anybody says who is right."))


def _alone(deck: Deck, report: Report) -> None:
    if not report.errands and not report.predictions:
        return
    asked, expected = ask_first_sentence(report.errands), report.headline.sides or ""
    title = questions_title(report)
    both = bool(report.errands and report.predictions)
    page = deck.page(
        "Two columns" if both else "Finding", _("What to ask next"), title, say=[expected, asked]
    )
    if both:
        page.write(master.LEFT_HEAD, _("Not yet known: counts as level 1 until someone can say"))
        page.write(master.RIGHT_HEAD, _("What the other side might say, level 1 to 5"))
    if report.errands:
        rows: list[Row] = [[TableCell(one.practice.title, bold=True), one.ask] for one in report.errands]
        table(page, master.LEFT, asked, (_("Practice"), _("Ask")), rows, (3.6, 2.2))
    if report.predictions:
        expectations: list[Row] = [
            [TableCell(one.practice.title, bold=True), _("not known") if one.own is None else str(one.own), str(one.expected)]
            for one in report.predictions
        ]  # fmt: skip
        place = master.RIGHT_SIDE if both else master.LEFT
        said = "; ".join(map(prediction_words, report.predictions))
        table(page, place, said, (_("Practice"), _("You"), _("Expected")), expectations, (3.4, 1.2, 1.2))

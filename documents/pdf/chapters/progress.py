"""Progress since the previous round, and the benchmark."""

from collections.abc import Iterator, Sequence

from assessment.entry import calendar_date
from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.geometry import THIRD, THIRD_GUTTER, UNIT
from documents.pdf.engine.layout import Columns, Drawing, Stack, TextBlock, labelled
from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.parts import chapter, paragraph, subhead, table
from documents.pdf.engine.styles import BODY, HAIRLINE, INK, LEVEL_COLOURS, QUIET, SMALL_STRONG, STRONG
from language.dates import long_date, short_date
from language.numbers import integer
from language.translation import _
from report.model.progress import ProgressView, Slope, scale_of
from report.model.report import Report
from report.text import benchmark, commitments, editions, progress
from report.text.narrative import sentence

HIGH = 72.0
THEN, NOW = 0.26, 0.74
SPAN = LEVEL_COLOURS[1]
SPAN_HALF = 4.0
ABREAST = 3


def progress_entries(report: Report) -> Iterator[PageEntry]:
    """Then and now as slopes with their plausible ranges, in words, as a table; what became of the commitments."""
    view = report.progress
    if view is None:
        return
    yield chapter(_("What moved"), f"{progress.slopes_finding(view)}. {_key(view)}")
    yield from _across(report, view)
    scale = scale_of(view.slopes)
    for start in range(0, len(view.slopes), ABREAST):
        yield PageEntry(_row(view, view.slopes[start : start + ABREAST], scale), gap=2 * UNIT, together=True)
    for name, said in progress.view_facts(report.instrument, view):
        yield PageEntry(labelled(name, TextBlock(said, BODY, lines=4)), gap=UNIT)
    head, rows = progress.slopes_table(view)
    yield from table(head, rows, (40, 16, 16, 16, 20, 16, 20, 40), lines=3)
    yield from _commitments(report, view)


def others_entries(report: Report) -> Iterator[PageEntry]:
    """The place among the others of the installation, with its number and limits; nothing without a place."""
    found = report.others
    said = benchmark.others_sentence(report.result.index, found) if found else None
    if found is None or said is None:
        return
    yield chapter(_("Compared with others here"), said, fresh=False)
    yield paragraph(benchmark.limits_sentence())
    rows = [(title, benchmark.place_words(one), str(one.of)) for title, one in found.sections]
    yield from table((_("Section"), _("Position of its index"), _("Others")), rows, (60, 80, 28), lines=2)


def _across(report: Report, view: ProgressView) -> Iterator[PageEntry]:
    """Across editions: what is compared, why the rest is not, and the practices one by one."""
    if view.comparison.across is None:
        return
    rule = editions.rule_sentence(view, report.instrument.rule)
    yield paragraph(f"{editions.across_sentence(view.comparison.across)} {rule}".strip())
    head, rows = editions.practices_table(view)
    if rows:
        yield from table(head, rows, (108, 30, 30), lines=2)


def _key(view: ProgressView) -> str:
    if view.comparison.across is not None:
        days = _("{then} and {now}.").format(then=long_date(view.then), now=long_date(view.now))
        return f"{days} {progress.how_to_read(view)}"
    days = _("{then} and {now}, same questions, same rules.").format(
        then=long_date(view.then), now=long_date(view.now)
    )
    return f"{days} {progress.how_to_read(view)}"


def _commitments(report: Report, view: ProgressView) -> Iterator[PageEntry]:
    kept = view.comparison.commitments
    if not kept:
        return
    yield subhead(_("Commitments"), commitments.commitments_sentence(view.comparison))
    titles = report.instrument.role_titles
    rows = []
    for one in kept:
        line = one.commitment
        day = calendar_date(line.due) if line.due else None
        rows.append(
            (
                commitments.commitment_title(view.asked_then, line),
                titles.get(line.owner, line.owner) if line.owner else "–",
                long_date(day) if day else "–",
                commitments.outcome_words(one),
            )
        )
    head = (_("Commitment"), _("Who"), _("Due"), _("Outcome"))
    yield from table(head, rows, (60, 34, 32, 52), lines=3)


def _row(view: ProgressView, slopes: Sequence[Slope], scale: tuple[int, int]) -> Columns:
    return Columns(
        [
            (
                position * (THIRD + THIRD_GUTTER),
                THIRD,
                Stack(
                    TextBlock(found.title, STRONG, lines=2),
                    SlopeDrawing(found, scale, (short_date(view.then), short_date(view.now))),
                    TextBlock(progress.levels_words(found), SMALL_STRONG, lines=1),
                    TextBlock(sentence(progress.note(found)), QUIET, lines=2),
                ),
            )
            for position, found in enumerate(slopes)
        ]
    )


class SlopeDrawing(Drawing):
    """One slope: the plausible range as a pale bar at each end; the line is dashed where it is not a change."""

    def __init__(self, found: Slope, scale: tuple[int, int], days: tuple[str, str]) -> None:
        self.found, self.scale, self.days = found, scale, days

    def height(self, width: float) -> float:  # noqa: ARG002 - the same at any width
        return HIGH + QUIET.leading + UNIT

    def alternative(self) -> str:
        ends = ((self.days[0], self.found.before), (self.days[1], self.found.after))
        return "; ".join(f"{day}: {'–' if value is None else integer(value)}" for day, value in ends)

    def draw(self, painter: Painter, x: float, top: float, width: float) -> None:
        low, high = self.scale
        foot = top - HIGH

        def up(value: float) -> float:
            return foot + (HIGH - UNIT) * (value - low) / (high - low)

        found = self.found
        left, right = x + width * THEN, x + width * NOW
        ends = (
            (left, found.before, found.earlier, self.days[0]),
            (right, found.after, found.later, self.days[1]),
        )
        for place, _value, span, _day in ends:
            painter.stroke(place, up(low), place, up(high), HAIRLINE)
            if span is not None:
                painter.bar(place - SPAN_HALF, up(span[0]), 2 * SPAN_HALF, up(span[1]) - up(span[0]), SPAN)
        if found.before is not None and found.after is not None:
            counts = found.movement in ("better", "worse")
            line = (left, up(found.before), right, up(found.after))
            painter.stroke(*line, INK, 1.6 if counts else 0.8, dashed=not counts)
        for place, value, _span, day in ends:
            if value is not None:
                painter.dot(place, up(value), 2.8, INK)
                side = place - width * THEN if place == left else place + 8
                painter.line_of_text(
                    integer(value), SMALL_STRONG, side, up(value) + SMALL_STRONG.leading / 2,
                    width=width * THEN - 8, align="right" if place == left else "left",
                )  # fmt: skip
            painter.line_of_text(
                day, QUIET, place - width * THEN, foot - 2, width=2 * width * THEN, align="centre"
            )

"""The page on expectations: what leaders expected of the other side and found, and what the room agreed since."""

from collections.abc import Iterator, Sequence

from assessment.instrument.model import Camp
from documents.pdf.charts.expectations import LINES, ExpectedField, ExpectedMatrix, ExpectedRow
from documents.pdf.charts.levels import AgreedLine
from documents.pdf.engine.geometry import UNIT, Sheet
from documents.pdf.engine.layout import Drawable, TextBlock, Unspoken
from documents.pdf.engine.pages import PageEntry, height_of
from documents.pdf.engine.parts import subhead, table
from documents.pdf.engine.styles import SMALL, SMALL_STRONG
from documents.pdf.playbook.finding import finding, graphic, how_to_read
from language.translation import _, ngettext
from report.model.alignment import AlignedPractice, Alignment
from report.model.report import Report
from report.text.alignment.findings import predicted, value_text
from report.text.narrative import count, sentence
from report.text.playbook.alignment.expectations import (
    NAMES,
    agreed_first_open,
    agreed_title,
    by_belief,
    expectations_lead,
    expectations_title,
    matrix_words,
    open_points,
)
from report.text.wording import who_answered
from scoring.alignment.agreement import Belief

ROWS_AT_MOST = 5
"""Practices of one field; the annex names the others."""


def expectation_page(report: Report, sheet: Sheet) -> Iterator[PageEntry]:
    """One page where somebody predicted the other side, or the room agreed a level."""
    found = report.alignment
    if found is None or not (predicted(found) or agreed_first_open(found)):
        return
    head = finding(_("Expected and found"), expectations_title(found), expectations_lead(found))
    talked = agreed_first_open(found)
    for line in LINES:
        matrix = list(_matrix(report, found, line))
        room = sheet.available - height_of([head, *matrix])
        if line == LINES[-1] or _fits(list(_agreed(found, talked, alone=not matrix)), room):
            break
    yield from (head, *matrix)
    for number in range(len(talked), 0, -1):
        entries = list(_agreed(found, talked[:number], alone=not matrix))
        if number == 1 or _fits(entries, room):
            yield from entries
            return


def _fits(entries: Sequence[PageEntry], room: float) -> bool:
    return not entries or entries[0].gap + height_of(entries) <= room


def _matrix(report: Report, found: Alignment, line: float) -> Iterator[PageEntry]:
    parts = by_belief(report, found)
    if not any(parts.values()):
        return
    hidden, known, imagined, agreed = (
        _field(belief, parts[belief])
        for belief in (
            "hidden disagreement",
            "disagree and know it",
            "imagined conflict",
            "agree and know it",
        )
    )
    yield graphic(
        ExpectedMatrix(
            ((hidden, known), (agreed, imagined)),
            (_("Leaders expected to agree"), _("Leaders expected to differ")),
            (_("The sides differ"), _("The sides agree")),
            matrix_words(parts),
            line,
        )
    )
    signs = _("Circle: average of business. Diamond: average of technology, on levels 1 to 5.")
    yield how_to_read(f"{signs} {who_answered(report.basis)}")


def _field(belief: Belief, practices: tuple[AlignedPractice, ...]) -> ExpectedField:
    rows = tuple(row for practice in practices[:ROWS_AT_MOST] if (row := _row(practice)) is not None)
    more = len(practices) - len(rows)
    return ExpectedField(
        NAMES[belief],
        rows,
        _("{n} more in the annex").format(n=count(more)) if more else "",
        strong=belief == "hidden disagreement" and bool(rows),
    )


def _row(practice: AlignedPractice) -> ExpectedRow | None:
    if practice.business is None or practice.technology is None:
        return None
    values: dict[Camp, float] = {"business": practice.business, "technology": practice.technology}
    words = {camp: value_text(value) for camp, value in values.items()}
    return ExpectedRow(practice.practice.title, values, words)


def _agreed(found: Alignment, shown: Sequence[AlignedPractice], *, alone: bool) -> Iterator[PageEntry]:
    """What the room agreed, those with something open first; without a matrix the title says it."""
    if not shown:
        return
    if not alone:
        yield subhead(agreed_title(found), gap=3 * UNIT)
    heads = (_("Practice"), _("Levels 1 to 5"), _("Voted"), _("Agreed"), _("Reservations and dissent"))
    rows = [_agreed_row(practice) for practice in shown]
    yield from table(heads, rows, (44, 40, 14, 16, 54), lines=60)
    more = len(agreed_first_open(found)) - len(shown)
    if more:
        words = ngettext(
            "{n} more practice agreed in the room is in the annex.",
            "{n} more practices agreed in the room are in the annex.",
            more,
        )
        yield how_to_read(words.format(n=sentence(count(more))))


def _agreed_row(practice: AlignedPractice) -> list[str | Drawable]:
    entry = practice.ledger
    level = entry.agreed if entry else 0
    return [
        practice.practice.title,
        Unspoken(AgreedLine(practice.voted, level)),
        "–" if practice.voted is None else value_text(practice.voted),
        TextBlock(str(level), SMALL_STRONG),
        TextBlock(open_points(practice), SMALL, lines=60),
    ]

"""A page per section: what is described today in the instrument's own words, and what the next level is."""

from collections.abc import Iterator

from assessment.words import _, ngettext
from playbook.pdf.charts import Pips
from playbook.pdf.geometry import BODY, BODY_X, LABEL, UNIT
from playbook.pdf.layout import Columns, Piece, Rule, Stack, Words
from playbook.pdf.pages import Entry
from playbook.pdf.parts import chapter
from playbook.pdf.styles import BODY as BODY_STYLE
from playbook.pdf.styles import QUIET, SMALL, STRONG
from playbook.report import PracticeView, Report, SectionView

NOTES_AT_MOST = 5
GUTTER = 14.0
HALF = (BODY - GUTTER) / 2


def section_entries(report: Report) -> Iterator[Entry]:
    """Every section on a page of its own."""
    for section in report.sections:
        yield chapter(section.pillar.title, section.sentence)
        yield Entry(Words(section.pillar.why, QUIET, lines=4), gap=UNIT, together=True)
        for position, view in enumerate(section.practices):
            yield Entry(_practice(section, view), gap=2 * UNIT if position else 3 * UNIT)


def _practice(section: SectionView, view: PracticeView) -> Piece:
    side = Stack(
        Words(view.practice.title, STRONG, lines=4),
        Pips(view.result.level, _level_words(view)),
        Words(_because(section, view), QUIET, lines=2),
    )
    body = Stack(_situations(view), _backing(view), _notes(view), gap=UNIT / 2)
    columns = Columns([(0, LABEL, side), (BODY_X, BODY, body)])
    return Stack(Rule(), columns, gap=UNIT)


def _level_words(view: PracticeView) -> str:
    found = view.result
    if found.state == "not_applicable":
        return _("does not apply")
    if found.level is None:
        return _("no answer")
    if found.agreed is not None:
        return _("Level {level}, agreed").format(level=found.level)
    return _("Level {level}").format(level=found.level)


def _because(section: SectionView, view: PracticeView) -> str:
    parts = [_("Key practice")] if view.practice.key else []
    if view.practice.code in section.result.held_by:
        parts.append(_("holds this section"))
    return ", ".join(parts)[:1].upper() + ", ".join(parts)[1:]


def _situations(view: PracticeView) -> Piece:
    today = Stack(
        Words(_("Today"), QUIET, lines=1),
        Words(view.situation or _("Nobody has answered this question yet."), BODY_STYLE, lines=7),
    )
    if view.next_situation is None or view.result.level is None:
        return today
    ahead = Stack(
        Words(_("Level {level} looks like this").format(level=view.result.level + 1), QUIET, lines=1),
        Words(view.next_situation, BODY_STYLE, lines=7),
    )
    return Columns([(0, HALF, today), (HALF + GUTTER, HALF, ahead)])


def _backing(view: PracticeView) -> Piece:
    if view.result.state in ("missing", "not_applicable", "not_known"):
        return Stack()
    return Words(_("Backing: {backing}").format(backing=view.backing), QUIET, lines=2)


def _notes(view: PracticeView) -> Piece:
    notes: list[Piece] = [Words(f"“{note}”", SMALL, lines=3) for note in view.notes[:NOTES_AT_MOST]]
    more = len(view.notes) - NOTES_AT_MOST
    if more > 0:
        sentence = ngettext("One more note is in the app.", "{n} more notes are in the app.", more)
        notes.append(Words(sentence.format(n=more), QUIET, lines=1))
    return Stack(*notes, gap=UNIT / 4)

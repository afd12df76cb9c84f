"""What the second board page says beside the decisions: whom to ask first, what goes on undecided, what is not known."""

from collections.abc import Sequence

from documents.pdf.engine.geometry import UNIT
from documents.pdf.engine.layout import Drawable, Stack, TextBlock, bullet_points, labelled
from documents.pdf.engine.styles import BODY, SMALL, Style
from language.translation import _
from report.model.report import Report
from report.text import wording
from report.text.narrative import count
from report.text.playbook.board.decisions import no_exposure, not_deciding, nothing_asked, unbacked_sentence
from report.text.unknown import ask_first_sentence, by_person, unknown_holders

ERRANDS_AT_MOST, FEW = 4, 3
KEPT_AT_MOST = 10
SMALL_FROM, CUT_FROM = 6, 9
"""The settings of the page from which texts are smaller, and from which they are cut."""


def ask_first(report: Report, tight: int) -> Drawable:
    """What keeps the level down only because nobody could say comes before anything that is decided."""
    holders = unknown_holders(report.result)
    errands = [errand for errand in report.errands if errand.practice.code in holders]
    if not errands:
        return Stack()
    return labelled(
        _("Before deciding"), TextBlock(ask_first_sentence(errands), BODY, lines=4 if tight < CUT_FROM else 1)
    )


def if_undecided(report: Report, tight: int) -> Drawable:
    """What goes on without a decision; where none is asked, what is exposed today."""
    if report.decisions_asked:
        name, texts = _("If nothing is decided"), not_deciding(report)
    else:
        name, texts = _("Exposure today"), report.exposures or (no_exposure(report),)
    shown = _at_most(texts, len(texts) if tight < CUT_FROM else FEW)
    lines = bullet_points(shown, _style(tight), 3 if tight < CUT_FROM else 1)
    return labelled(name, Stack(*lines, gap=UNIT / 4))


def _at_most(texts: Sequence[str], most: int) -> list[str]:
    """The first texts, and how many more there are."""
    more = len(texts) - most
    return [*texts[:most], *([_("and {n} more").format(n=count(more))] if more > 0 else [])]


def _style(tight: int) -> Style:
    return BODY if tight < SMALL_FROM else SMALL


def instead_of_decisions(report: Report, tight: int) -> Drawable:
    """Without decisions: what has to stay true at the highest level, else the key questions still open."""
    none = labelled(_("Decisions asked"), TextBlock(nothing_asked(report), BODY, lines=3))
    practices = [p for p in report.instrument.practices.values() if p.key]
    if report.result.level == 5:
        name, texts = _("To keep in place"), [f"{p.title}: {p.situation(5)}" for p in practices]
    elif report.result.unknown:
        asked = by_person(report.errands).items()
        name = _("Whom to ask first")
        texts = [f"{who}: {'; '.join(e.practice.title for e in errands)}" for who, errands in asked]
    else:
        missing = [p for p in practices if _unanswered(report, p.code)]
        name, texts = _("Questions to answer first"), [p.stem for p in missing]
    if wording.withheld(report) or not texts:
        return none
    lines = [
        TextBlock(text, _style(tight), lines=6 if tight < CUT_FROM else 2)
        for text in _at_most(texts, KEPT_AT_MOST)
    ]
    return Stack(
        none, labelled(name, Stack(*lines, gap=UNIT / 2)), gap=(4 if tight < SMALL_FROM else 2) * UNIT
    )


def _unanswered(report: Report, code: str) -> bool:
    return report.result.practices[code].state == "missing" and code not in report.withheld


def open_points(report: Report, tight: int) -> Drawable:
    """Whom to ask what, and what has no evidence yet."""
    points = []
    if report.errands and not report.result.unknown:
        asked = [_("{title}: ask {who}").format(title=e.practice.title, who=e.ask) for e in report.errands]
        shown = _at_most(asked, ERRANDS_AT_MOST if tight < CUT_FROM else 1)
        lines = [TextBlock(text, _style(tight), lines=2 if tight < CUT_FROM else 1) for text in shown]
        points.append(labelled(_("Not yet known"), Stack(*lines)))
    if report.unbacked:
        points.append(
            labelled(
                _("No evidence yet"),
                TextBlock(unbacked_sentence(report), _style(tight), lines=5 if tight < CUT_FROM else 1),
            )
        )
    return Stack(*points, gap=(2 if tight < SMALL_FROM else 1) * UNIT)

"""The decisions asked: who owns each, what it takes and by when. Without any, whom to ask first or what to keep."""

from collections.abc import Sequence

from documents.slides.engine import master
from documents.slides.engine.deck import Deck
from documents.slides.engine.tables import Row, TableCell, table
from language.dates import short_date
from language.translation import _
from report.model.plan import AskedMove
from report.model.report import Report
from report.text import wording
from report.text.narrative import sentence
from report.text.plan import path
from report.text.playbook.board.decisions import decisions_finding, effort_words, not_deciding
from report.text.unknown import ask_first_sentence, by_person, unknown_holders

BOX = "☐"


def decisions_slide(deck: Deck, report: Report) -> None:
    """One row for each decision, with boxes to tick; else what takes their place."""
    if report.decisions_asked:
        _asked(deck, report, report.decisions_asked)
    elif report.result.level == 5:
        _to_keep(deck, report)
    elif report.errands:
        _whom_to_ask(deck, report)


def _asked(deck: Deck, report: Report, asked: Sequence[AskedMove]) -> None:
    holders = unknown_holders(report.result)
    errands = [errand for errand in report.errands if errand.practice.code in holders]
    lead = ask_first_sentence(errands) if errands else path.path_sentence(report)
    page = deck.page("Finding", _("Decisions"), decisions_finding(report), lead)
    page.say += [_to_say(one) for one in asked]
    page.say.append(_("Ask for each: yes, no, or with what change?"))
    if going_on := not_deciding(report):
        page.say.append(_("If nothing is decided: {what}").format(what=" ".join(going_on)))
    boxes = "  ".join(f"{BOX}\N{NO-BREAK SPACE}{word}" for word in (_("yes"), _("no"), _("change")))
    rows: list[Row] = [
        [
            TableCell(str(number), bold=True),
            TableCell(one.card.move.title, bold=True),
            sentence(one.owner),
            effort_words(one),
            short_date(one.due) if one.due else wording.weeks(one.card.move),
            boxes,
        ]
        for number, one in enumerate(asked, 1)
    ]
    head = ("", _("Decision"), _("Owner"), _("Effort"), _("By"), _("Decided"))
    table(page, master.LEFT, decisions_finding(report), head, rows, (0.4, 4.0, 2.1, 3.0, 1.5, 2.4))


def _to_say(one: AskedMove) -> str:
    text = _("{move}: afterwards, {situation} Measured by {measure}.")
    situation = one.card.becomes[:1].lower() + one.card.becomes[1:]
    return text.format(move=one.card.move.title, situation=situation, measure=one.card.move.kpi.name)


def _to_keep(deck: Deck, report: Report) -> None:
    page = deck.page("Finding", _("Decisions"), decisions_finding(report))
    keys = [practice for practice in report.instrument.practices.values() if practice.key]
    rows: list[Row] = [[TableCell(one.title, bold=True), one.situation(5)] for one in keys]
    head = (_("Practice to keep in place"), _("Today"))
    table(page, master.LEFT, decisions_finding(report), head, rows, (3, 9))


def _whom_to_ask(deck: Deck, report: Report) -> None:
    title = ask_first_sentence(report.errands)
    page = deck.page("Finding", _("Decisions"), title, report.headline.holding)
    rows: list[Row] = [
        [TableCell(who, bold=True), "; ".join(errand.practice.title for errand in errands)]
        for who, errands in by_person(report.errands).items()
    ]
    table(page, master.LEFT, title, (_("Whom to ask"), _("What only they can say")), rows, (3, 9))

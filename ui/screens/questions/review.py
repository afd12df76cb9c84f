"""Check your answers: every answer in words, what is missing, and what does not fit together."""

from collections.abc import Mapping, Sequence

from assessment.answers.records import Backing, Respondent, Response
from assessment.instrument.model import Instrument, Practice
from language.translation import _, lazy, lazy_table, ngettext
from report.model.report import Report
from report.text.evidence import web_address
from services.assessments.answering import Progress
from services.core.identity import Owned
from ui import journey, session
from ui.journey import Stop
from ui.kit import inputs, text
from ui.kit.html import evidence_line, paragraph, show

BACKED: Mapping[Backing, str] = lazy_table(
    {"opinion": lazy("opinion"), "document": lazy("document"), "number": lazy("number")}
)


def summary(person: Respondent, done: Progress) -> str:
    """ "23 of 25 questions answered, three of them “I don’t know”"."""
    unknown = sum(given.kind == "dont_know" for given in person.responses.values())
    answered = _("{done} of {of} questions answered").format(done=done.answered, of=done.questions)
    if not unknown:
        return answered + "."
    more = ngettext("{n} of them “I don’t know”.", "{n} of them “I don’t know”.", unknown).format(n=unknown)
    return f"{answered}, {more}"


def missing(report: Report, done: Progress) -> None:
    """What the result will lack if it is asked for now. It never stops anybody."""
    lacking = [view.pillar.title for view in report.sections if not view.result.enough]
    lines = []
    if lacking:
        lines.append(_("No level yet for: {sections}.").format(sections=", ".join(lacking)))
    elif done.answered != done.questions:
        lines.append(_("Levels are provisional until every question is answered."))
    if done.activity[0] < done.activity[1]:
        lines.append(_("The AI strategy gap needs the activity questions."))
    if lines:
        text.heading(_("Missing from the result"))
        text.listing(lines)


def onwards(found: Owned, person: Respondent) -> None:
    """To the result, and to the first open question while there is one."""
    done = journey.answered(person)
    with inputs.actions():
        result_button(found, "submit")
        for stop in [s for s in journey.stops(session.instrument()) if s.code not in done][:1]:
            text.button(
                _("Answer the next open question"), "first-open", on_click=journey.change, args=(found, stop)
            )


def result_button(found: Owned, key: str) -> None:
    """To the result; in a workshop, whose result is everybody's, back to the console."""
    if found.workshop:
        text.link(*session.room_screen(found))
    else:
        text.button(_("See your results"), key, kind="primary", on_click=journey.submit, args=(found,))


def contradictions(found: Owned, report: Report) -> None:
    """Answers that usually do not occur together, each with the way to both; they block nothing."""
    if report.contradictions:
        text.heading(_("Answers that rarely go together"))
        text.prose(_("Both may be right. Please check."))
    stops = {stop.code: stop for stop in journey.stops(session.instrument())}
    for number, pair in enumerate(report.contradictions):
        text.text(pair.sentence)
        with inputs.bar(f"pl_pair_{number}"):
            for practice in (pair.practice, pair.other):
                text.button(
                    _("Check “{title}”").format(title=practice.title),
                    f"pair-{number}-{practice.code}",
                    on_click=journey.change,
                    args=(found, stops[practice.code]),
                )


def answers(found: Owned, person: Respondent) -> None:
    """Every question with its answer, section by section; each line leads to its question."""
    instrument = session.instrument()
    for section, title in journey.sections(instrument):
        text.heading(title)
        for stop in journey.in_section(instrument, section):
            _row(found, instrument, stop, person)


def _row(found: Owned, instrument: Instrument, stop: Stop, person: Respondent) -> None:
    practice = instrument.practices.get(stop.code)
    if practice is not None:
        title, answer = practice.title, _practice_words(practice, person)
    else:
        item = instrument.activity_items[stop.code]
        title, answer = item.title, _level_words(item.levels, person.activity.get(stop.code))
    inputs.row(
        title,
        answer or _("Not answered yet"),
        _("Change") if answer else _("Answer"),
        stop.code,
        on_click=journey.change,
        args=(found, stop),
    )
    _beside(person.responses.get(stop.code))


def _beside(given: Response | None) -> None:
    """What was written beside an answer: its evidence and its note."""
    if given is None:
        return
    pieces = []
    if given.evidence:
        pieces.append(evidence_line(_("Evidence:"), given.evidence, web_address(given.evidence)))
    if given.note:
        pieces.append(paragraph(_("Note: {text}").format(text=given.note), kind="muted"))
    show(*pieces, under="pl-beside")


def _practice_words(practice: Practice, person: Respondent) -> str:
    given = person.responses.get(practice.code)
    if given is None:
        return ""
    if given.kind == "dont_know":
        return _("I don’t know")
    if given.kind == "not_applicable":
        return _("Does not apply: {reason}").format(reason=given.reason)
    words = _level_words(practice.levels, given.level)
    return f"{words} ({BACKED[given.backing]})" if given.backing else words


def _level_words(levels: Sequence[str], level: int | None) -> str:
    return f"{level} · {levels[level - 1]}" if level else ""

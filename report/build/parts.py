"""Builds single parts of a report from the instrument, the result and the answers."""

from collections.abc import Collection, Iterator

from assessment.answers.ranked import Ranked, choices_of, order_of
from assessment.answers.records import Assessment, Respondent, Response
from assessment.instrument.model import Instrument, Practice
from assessment.privacy import WITHHELD, Disclosure
from language.translation import _
from report.model.answers import AnswerRow
from report.model.plan import MoveCard
from report.model.report import (
    Contradiction,
    DecisionVote,
    Errand,
    PracticeView,
    Prediction,
    SectionView,
)
from report.text import narrative
from report.text.evidence import BACKING_WORDS, backing_words
from scoring import conflicts
from scoring.levels.contradictions import Conflict
from scoring.levels.results import AssessmentResult, PracticeResult
from scoring.levels.rules import LOWEST
from scoring.plan.path import PathMove

EXPOSURES_AT_MOST = 6


def person_title(instrument: Instrument, respondent: Respondent) -> str:
    """Function in words, with the name where one is held (open mode only)."""
    function = instrument.function_titles.get(respondent.function, respondent.function)
    return f"{respondent.name}, {function}" if respondent.name else function


def role_title(instrument: Instrument, role: str) -> str:
    """A role of the decision map in words."""
    special = {
        "nobody": _("Nobody"),
        "several": _("Several people; it depends"),
        "dont_know": _("I don’t know"),
    }
    return special.get(role) or instrument.role_titles.get(role, role)


def sections(
    instrument: Instrument,
    result: AssessmentResult,
    assessment: Assessment,
    disclosure: Disclosure,
    withheld: Collection[str],
) -> Iterator[SectionView]:
    for pillar in instrument.pillars:
        views = []
        for practice in pillar.practices:
            found = result.practices[practice.code]
            views.append(
                PracticeView(
                    practice=practice,
                    result=found,
                    situation=_situation(instrument, found),
                    next_situation=practice.situation(found.level + 1)
                    if found.level and found.level < 5 and found.state != "not_known"
                    else None,
                    backing=backing_words(found),
                    notes=tuple(_notes(assessment, practice.code)) if disclosure.answers else (),
                )
            )
        yield SectionView(
            pillar=pillar,
            result=result.pillars[pillar.code],
            sentence=narrative.section_sentence(instrument, result, pillar, withheld)
            if disclosure.team
            else _(WITHHELD),
            practices=tuple(views),
            figures=tuple(f for f in instrument.figures if f.pillar == pillar.code),
        )


def _situation(instrument: Instrument, found: PracticeResult) -> str | None:
    if found.state == "not_known":
        if found.answers:
            return _("Not known: half or more could not say. It counts as level 1 until they can.")
        return _("Not known: nobody could say. It counts as level 1 until someone can.")
    if found.state == "not_applicable":
        return _("Does not apply to this company.")
    return instrument.practices[found.code].situation(found.level) if found.level else None


def _notes(assessment: Assessment, code: str) -> Iterator[str]:
    for respondent in assessment.respondents:
        response = respondent.responses.get(code)
        if response is not None and (response.note or response.reason):
            yield response.note or response.reason or ""
    if code in assessment.agreed and assessment.agreed[code].note:
        yield assessment.agreed[code].note or ""


def move_card(instrument: Instrument, result: AssessmentResult, chosen: PathMove) -> MoveCard:
    practice = instrument.practices[chosen.code]
    move, titles = practice.move(chosen.to), instrument.role_titles
    return MoveCard(
        practice=practice,
        pillar=instrument.pillar_of[chosen.code],
        move=move,
        lead=titles[move.lead],
        supporting=tuple(titles[role] for role in move.supporting),
        holds=chosen.code in result.held_by,
        situation=_("Not known")
        if result.practices[chosen.code].state == "not_known" and chosen.to == LOWEST + 1
        else practice.situation(chosen.to - 1),
        becomes=practice.situation(chosen.to),
        effort=chosen.effort,
    )


def exposures(instrument: Instrument, result: AssessmentResult) -> Iterator[str]:
    """Key practices of the gate sections described below level 3: what is missing today, lowest first. What is not
    known is an errand."""
    weak = [
        (found.level, position, code)
        for position, (code, found) in enumerate(result.practices.items())
        if found.key
        and found.level is not None
        and found.level < 3
        and found.state != "not_known"
        and instrument.pillar_of[code].role == "gate"
    ]
    for _level, _position, code in sorted(weak)[:EXPOSURES_AT_MOST]:
        yield narrative.sentence(narrative.lacking(instrument, result, code)) + "."


def errands(instrument: Instrument, result: AssessmentResult, alone: list[Respondent]) -> Iterator[Errand]:
    unknown = {code for r in alone for code, given in r.responses.items() if given.kind == "dont_know"}
    unknown |= {code for code, found in result.practices.items() if found.state == "not_known"}
    practices = [p for code, p in instrument.practices.items() if code in unknown]
    own = {person.function for person in alone}
    for practice in sorted(practices, key=lambda p: _rank(instrument, result, p)):
        yield Errand(practice, instrument.function_titles[whom_to_ask(instrument, practice, own)])


def _rank(instrument: Instrument, result: AssessmentResult, practice: Practice) -> tuple[bool, bool, bool]:
    """What holds the level first, then what can: the key practices, those of the deciding sections before others."""
    deciding = instrument.pillar_of[practice.code].role == "gate"
    return practice.code not in result.held_by, not practice.key, not deciding


def whom_to_ask(instrument: Instrument, practice: Practice, own: Collection[str]) -> str:
    """The function best placed to know, never one of `own`: else who leads or supports its moves, else anybody else."""
    moves = [role for move in practice.moves for role in (move.lead, *move.supporting)]
    known = [
        role
        for role in (practice.ask, *moves, *instrument.function_titles)
        if role in instrument.function_titles
    ]
    return next((role for role in known if role not in own), practice.ask)


def unbacked(instrument: Instrument, result: AssessmentResult) -> Iterator[Practice]:
    for code, found in result.practices.items():
        if found.level is not None and found.level >= 3 and found.backing in (None, "opinion"):
            yield instrument.practices[code]


def predictions(instrument: Instrument, alone: list[Respondent]) -> Iterator[Prediction]:
    for respondent in alone:
        for code, practice in instrument.practices.items():
            if practice.predict and code in respondent.predictions:
                own = respondent.responses.get(code, Response(kind="dont_know")).level
                yield Prediction(practice, own, respondent.predictions[code])


def contradictions(instrument: Instrument, result: AssessmentResult) -> Iterator[Contradiction]:
    for conflict in conflicts(instrument, result):
        practice, other = instrument.practices[conflict.code], instrument.practices[conflict.requires]
        sentence = _(
            "“{title}” at level {level} usually needs “{other}” at level {needed}; here it has {found}."
        ).format(
            title=practice.title,
            level=conflict.level,
            other=other.title,
            needed=conflict.needed,
            found=_found(result, conflict),
        )
        yield Contradiction(practice, other, sentence)


def _found(result: AssessmentResult, conflict: Conflict) -> str:
    if result.practices[conflict.requires].state == "not_known":
        return _("no known answer")
    return _("no answer yet") if conflict.found is None else _("level {n}").format(n=conflict.found)


def activity(instrument: Instrument, alone: list[Respondent]) -> Iterator[tuple[str, str]]:
    for respondent in alone:
        for item in instrument.activity:
            if item.code in respondent.activity:
                yield item.title, item.levels[respondent.activity[item.code] - 1]


def decisions(instrument: Instrument, alone: list[Respondent]) -> Iterator[DecisionVote]:
    for respondent in alone:
        for choice in instrument.decisions:
            if choice.code in respondent.decisions:
                placed = respondent.decisions[choice.code]
                role = role_title(instrument, placed)
                yield DecisionVote(choice.code, choice.title, choice.meaning, role, placed)


def order(instrument: Instrument, alone: list[Respondent], kind: Ranked) -> tuple[str, ...]:
    choices = choices_of(instrument, kind)
    return tuple(choices[code].title for respondent in alone for code in order_of(respondent, kind))


def answer_rows(instrument: Instrument, assessment: Assessment) -> Iterator[AnswerRow]:
    for code, practice in instrument.practices.items():
        for respondent in assessment.respondents:
            given = respondent.responses.get(code)
            if given is not None:
                yield AnswerRow(
                    person=person_title(instrument, respondent),
                    code=code,
                    title=practice.title,
                    answer=_answer_words(practice.levels, given),
                    backing=BACKING_WORDS[given.backing] if given.backing else "",
                    note=given.note or given.reason or "",
                    evidence=given.evidence or "",
                )


def _answer_words(levels: list[str], given: Response) -> str:
    if given.level is not None:
        return f"{given.level} · {levels[given.level - 1]}"
    return _("Does not apply") if given.kind == "not_applicable" else _("I don’t know")

"""Builds the report's view of agreement from disclosed answers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from assessment.answers.records import Agreed, Respondent
from assessment.instrument.model import CAMPS, Instrument
from assessment.privacy import Disclosure
from assessment.privacy.pictures import QuestionVotes, Said, pictures, said
from report.build.parts import role_title
from report.model.alignment import AlignedPractice, AlignedSection, Alignment, DecisionSeen
from scoring.alignment.agreement import (
    LedgerEntry,
    decision_map,
    first_votes,
    ledger,
    mean_deviation,
    practice_agreement,
    second_votes,
    spread_word,
)
from scoring.alignment.relabelling import expected_gap_count
from scoring.levels.results import AssessmentResult
from scoring.levels.votes import collect_votes


def alignment(
    instrument: Instrument,
    result: AssessmentResult,
    respondents: Sequence[Respondent],
    agreed: Mapping[str, Agreed],
    disclosure: Disclosure,
    seed: int,
) -> Alignment | None:
    """The agreement between the leaders; None for one person alone or while the team is not shown.

    `respondents` and `result` are those that remain after the cut (`report.build.disclosure`). A side is
    shown only where the result shows it; whatever rests on fewer people than the mode's minimum is
    left out.
    """
    if result.single_view or not disclosure.team:
        return None
    people = [r for r in respondents if r.responses]
    if len(people) < 2:
        return None
    talked = _ledger([r for r in respondents if r.responses or r.second_vote], agreed, disclosure)
    practices = list(_practices(instrument, result, people, talked, disclosure)) if disclosure.spread else []
    overall = mean_deviation(practice_agreement(people, p.practice.code) for p in practices)
    return Alignment(
        leaders=len(people),
        deviation=overall,
        word=spread_word(overall, len(people)),
        sections=tuple(_sections(instrument, practices, len(people))),
        practices=tuple(sorted(practices, key=_by_difference)),
        gaps=expected_gap_count(people, list(instrument.practices), seed) if disclosure.sides else None,
        decisions=tuple(decisions_seen(instrument, people, disclosure)),
        sides=disclosure.sides,
        spread=disclosure.spread,
    )


def _practices(
    instrument: Instrument,
    result: AssessmentResult,
    people: Sequence[Respondent],
    talked: Mapping[str, LedgerEntry],
    disclosure: Disclosure,
) -> Iterator[AlignedPractice]:
    votes = collect_votes(instrument, people)
    for code, practice in instrument.practices.items():
        found = practice_agreement(people, code)
        if found.average_deviation is None or not disclosure.group(found.answers):
            continue
        means = result.practices[code].camp_means
        shown = all(means[camp] is not None for camp in CAMPS)
        guessed = _predictors(people, code)
        yield AlignedPractice(
            practice=practice,
            pillar=instrument.pillar_of[code],
            answers=found.answers,
            deviation=found.average_deviation,
            within_one=found.within_one if _both(found.within_one, found.answers, disclosure) else None,
            business=means["business"] if shown else None,
            technology=means["technology"] if shown else None,
            difference=found.difference if shown else None,
            belief=found.belief if shown and disclosure.group(guessed) else None,
            ledger=talked.get(code),
            voted=votes[code].value(),
        )


def _predictors(people: Sequence[Respondent], code: str) -> int:
    return sum(code in r.predictions for r in people)


def _ledger(
    people: Sequence[Respondent], agreed: Mapping[str, Agreed], disclosure: Disclosure
) -> dict[str, LedgerEntry]:
    """The ledger of practices on which both votes rest on enough people.

    The second vote is in it where a room would see a second picture (`assessment.privacy.pictures`).
    """
    shown = _seconds(people, agreed, disclosure)
    people = [_with_second(person, shown) for person in people]
    return {
        code: entry
        for code, entry in ledger(people, agreed).items()
        if disclosure.group(len(first_votes(people, code)))
        and disclosure.group(len(second_votes(people, code)))
    }


def _seconds(
    people: Sequence[Respondent], codes: Iterable[str], disclosure: Disclosure
) -> Mapping[str, Said]:
    """By question: the second votes that a picture may show."""
    camps = {person.id: person.camp for person in people}
    found = {}
    for code in codes:
        votes = QuestionVotes(
            said(people, code, 1), said(people, code, 2), early=disclosure.early.get(code, ())
        )
        second = pictures(votes, camps, disclosure).second
        found[code] = second.votes if second else {}
    return found


def _with_second(person: Respondent, shown: Mapping[str, Said]) -> Respondent:
    kept = {code: votes[person.id] for code, votes in shown.items() if person.id in votes}
    return person.model_copy(update={"second_vote": kept})


def _by_difference(found: AlignedPractice) -> tuple[float, float, str]:
    gap = abs(found.difference.difference) if found.difference else 0.0
    return -gap, -found.deviation, found.practice.code


def _sections(
    instrument: Instrument, practices: Sequence[AlignedPractice], leaders: int
) -> Iterator[AlignedSection]:
    for pillar in instrument.pillars:
        mine = [p for p in practices if p.pillar.code == pillar.code]
        deviation = sum(p.deviation for p in mine) / len(mine) if mine else None
        gaps = [p.difference.difference for p in mine if p.difference is not None]
        yield AlignedSection(
            pillar=pillar,
            deviation=deviation,
            word=spread_word(deviation, leaders),
            difference=sum(gaps) / len(gaps) if gaps else None,
        )


def decisions_seen(
    instrument: Instrument, people: Sequence[Respondent], disclosure: Disclosure
) -> Iterator[DecisionSeen]:
    """Where two or more leaders place each decision; placements by too few are left out."""
    titles = {choice.code: choice.title for choice in instrument.decisions}
    for code, placed in decision_map(instrument, people).items():
        everybody = sum(placed.named.values())
        count = round(placed.share * everybody)
        if not disclosure.group(everybody) or everybody < 2:
            continue
        role = placed.role if disclosure.group(count) else None
        yield DecisionSeen(
            code=code,
            title=titles[code],
            state=placed.state,
            role=role,
            role_title=role_title(instrument, role) if role else "",
            named=count if _both(count, everybody, disclosure) else None,
            people=everybody,
            votes=dict(placed.named) if all(map(disclosure.group, placed.named.values())) else {},
        )


def _both(some: int, everybody: int, disclosure: Disclosure) -> bool:
    """May the number of `some` be shown? Only if the rest, too, is zero or large enough."""
    return disclosure.group(some) and disclosure.group(everybody - some)

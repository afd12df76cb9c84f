"""Suppression: removes answers and results that the privacy mode does not allow to be shown.

Answers are suppressed before scoring. Answers of fewer people than the mode's minimum are left out as if not
given; all results are then computed from groups that are large enough, and no sum, share or range can reveal
what is missing.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from assessment.answers.records import Agreed, Assessment, Respondent
from assessment.instrument.model import CAMPS, Camp, Instrument
from assessment.privacy import Disclosure
from scoring.levels.results import AssessmentResult
from scoring.levels.votes import CampVotes, Votes, collect_votes


@dataclass(frozen=True)
class DisclosedAnswers:
    """The answers that results may be computed from, and the practices with suppressed answers."""

    respondents: list[Respondent]
    agreed: Mapping[str, Agreed]
    withheld: tuple[str, ...]


def disclosed_answers(
    instrument: Instrument, assessment: Assessment, disclosure: Disclosure
) -> DisclosedAnswers:
    """The answers without those of fewer people than the mode’s minimum.

    A practice is left out when fewer answered it, or when its value would rest on fewer levels (the others said
    *does not apply* or *I don’t know*). The same for activity questions, where only people who have answered a
    practice count. An agreed level is a statement of the room and stays whenever the team may be shown.
    """
    people = [r for r in assessment.respondents if r.responses or disclosure.privacy == "open"]
    votes = collect_votes(instrument, people)
    small = {code for code, given in votes.items() if not _enough(code, given, disclosure)}
    activity = {code for code in instrument.activity_items if not disclosure.group(_answered(people, code))}
    agreed = assessment.agreed if disclosure.team else {}
    withheld = tuple(code for code in votes if code in small and code not in agreed)
    if not small and not activity:
        return DisclosedAnswers(people, agreed, withheld)
    return DisclosedAnswers([_without(person, small, activity) for person in people], agreed, withheld)


def _enough(code: str, votes: Votes, disclosure: Disclosure) -> bool:
    """Nobody, or a group that may be shown; where the value rests on no level, only their number counts."""
    answers = [answer for camp in votes.camps.values() for answer in _answers(camp)]
    if votes.state != "scored":
        answers = ["" if isinstance(answer, int) else answer for answer in answers]
    return not answers or disclosure.crowd(answers, early=bool(disclosure.early.get(code)))


def _answers(camp: CampVotes) -> list[int | str]:
    return [*camp.levels, *["dont_know"] * camp.dont_know, *["not_applicable"] * camp.not_applicable]


def _answered(people: Collection[Respondent], activity: str) -> int:
    return sum(activity in person.activity for person in people)


def _without(person: Respondent, practices: Collection[str], activity: Collection[str]) -> Respondent:
    return person.model_copy(
        update={
            "responses": {c: r for c, r in person.responses.items() if c not in practices},
            "activity": {c: n for c, n in person.activity.items() if c not in activity},
        }
    )


def with_sides_cut(
    instrument: Instrument, result: AssessmentResult, people: Collection[Respondent], disclosure: Disclosure
) -> AssessmentResult:
    """The result with values by camp only where each camp is zero or large enough.

    Both or neither, item by item and section by section: a described value is the mean of the two camps, so
    the smaller camp could be inferred by subtraction.
    """
    no_sides: Mapping[Camp, None] = dict.fromkeys(CAMPS)
    if not disclosure.sides:
        return replace(
            result,
            practices={
                c: replace(p, camp_means=no_sides, dont_know=no_sides) for c, p in result.practices.items()
            },
            pillars={c: replace(p, dont_know=no_sides) for c, p in result.pillars.items()},
            what_if=replace(result.what_if, business=None, technology=None),
        )
    votes = collect_votes(instrument, list(people))
    practices, pillars = dict(result.practices), dict(result.pillars)
    for code, given in votes.items():
        if not _both_shown(code, given, disclosure):
            practices[code] = replace(practices[code], camp_means=no_sides, dont_know=no_sides)
    for pillar in instrument.pillars:
        # Item by item: of two items the share of one could be inferred by subtracting the other's.
        # Their number alone: what a side chose is not in this share.
        shares = [votes[item.code].camps[camp] for item in pillar.practices for camp in CAMPS]
        early = any(disclosure.early.get(item.code) for item in pillar.practices)
        if early or not all(disclosure.group(len(_answers(camp))) for camp in shares):
            pillars[pillar.code] = replace(pillars[pillar.code], dont_know=no_sides)
    return replace(result, practices=practices, pillars=pillars)


def _both_shown(code: str, votes: Votes, disclosure: Disclosure) -> bool:
    early = disclosure.early.get(code, ())
    return all(
        (not _answers(votes.camps[camp]) and camp not in early)
        or disclosure.crowd(_answers(votes.camps[camp]), early=camp in early)
        for camp in CAMPS
    )


def without_unbacked_levels(result: AssessmentResult) -> AssessmentResult:
    """The result without any section's shown level while too little backing is recorded (rule 7)."""
    if result.backed.enough:
        return result
    pillars = {c: replace(p, shown=None, shown_index=None) for c, p in result.pillars.items()}
    return replace(result, pillars=pillars)

"""The scoring engine: rules 1 to 9 of the method and the strategy gap, for one assessment."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from assessment.answers.records import Agreed, Respondent
from assessment.instrument.model import CAMPS, Camp, Instrument, Pillar
from scoring.levels.results import (
    EVIDENCE,
    MEAN,
    AssessmentResult,
    Backed,
    PillarResult,
    PracticeResult,
    WhatIf,
)
from scoring.levels.rules import HIGHEST, practice_level
from scoring.levels.sections import SectionScores, States, coverage, score_values
from scoring.levels.strategy_gap import activity_index, capability_index, strategy_gap
from scoring.levels.votes import NOTHING_AGREED, Votes, balanced, collect_votes, resolve_item


def score(
    instrument: Instrument, respondents: Sequence[Respondent], agreed: Mapping[str, Agreed] = NOTHING_AGREED
) -> AssessmentResult:
    """Score one assessment by the method, section 1 rules 1–9, with the strategy gap of section 3.

    First votes (`responses`) only; an agreed level replaces x. Pure: the same input gives the same
    result whatever the order of respondents and answers. Raises nothing on valid records.
    Choices: a section without enough answers has neither level nor index; one in which nothing applies
    is left out and the others keep their relative weights; a section's `shown` is always computed, the
    overall one only when `backed.enough`. Where too much is not known (rule 8) there is no overall level, shown
    or described; the sections' levels and the index remain.

    >>> from tests.toy import toy_instrument, everyone
    >>> result = score(toy_instrument(), everyone(3, "document"))
    >>> result.level, result.shown, result.index
    (3, 3, 50.0)
    """
    votes = collect_votes(instrument, respondents)
    practices = {code: _practice(instrument, code, votes[code], agreed.get(code)) for code in votes}
    return _result(instrument, respondents, votes, practices)


def _result(
    instrument: Instrument,
    respondents: Sequence[Respondent],
    votes: Mapping[str, Votes],
    practices: Mapping[str, PracticeResult],
) -> AssessmentResult:
    """Rules 5 to 9 on practices that rules 1 to 4 have settled."""
    states: States = {code: practice.state for code, practice in practices.items()}
    described = score_values(instrument, states, {code: p.described for code, p in practices.items()})
    shown = score_values(instrument, states, {code: p.shown for code, p in practices.items()})
    pillars = {p.code: _pillar(p, practices, votes, described, shown) for p in instrument.pillars}
    backed = _backed(practices.values())
    binding = binding_sections(instrument, described)
    counts = {camp: sum(bool(r.responses) for r in respondents if r.camp == camp) for camp in CAMPS}
    return AssessmentResult(
        practices=practices,
        pillars=pillars,
        level=described.level,
        shown=shown.level if backed.enough else None,
        average=balanced(practice.described for practice in practices.values()),
        index=described.index,
        coverage=coverage(list(states.values())),
        backed=backed,
        key_practices_above=_key_practices_above(practices.values(), described.level),
        held_by=held_by_any(pillars[code].held_by for code in binding),
        binding=binding,
        provisional=any(p.provisional for p in pillars.values()),
        unknown=described.unknown,
        single_view=sum(counts.values()) == 1,
        respondents=counts,
        what_if=_what_if(instrument, respondents, votes),
        strategy_gap=strategy_gap(
            activity_index(instrument, respondents), capability_index(instrument, practices)
        ),
    )


def _practice(instrument: Instrument, code: str, votes: Votes, agreed: Agreed | None) -> PracticeResult:
    item = resolve_item(votes, agreed)
    return PracticeResult(
        code=code,
        pillar=instrument.pillar_of[code].code,
        key=instrument.practices[code].key,
        state=item.state,
        described=item.described,
        shown=item.shown,
        level=None if item.described is None else practice_level(item.described),
        shown_level=None if item.shown is None else practice_level(item.shown),
        agreed=item.agreed,
        backing=item.backing,
        answers=len(votes.levels),
        camp_means={camp: votes.camps[camp].mean() for camp in CAMPS},
        dont_know={camp: votes.camps[camp].dont_know_share for camp in CAMPS},
    )


def _pillar(
    pillar: Pillar,
    practices: Mapping[str, PracticeResult],
    votes: Mapping[str, Votes],
    described: SectionScores,
    shown: SectionScores,
) -> PillarResult:
    section, shown_section = described.sections[pillar.code], shown.sections[pillar.code]
    states = [practices[p.code].state for p in pillar.practices]
    missing = tuple(p.code for p in pillar.practices if practices[p.code].state == "missing")
    return PillarResult(
        code=pillar.code,
        role=pillar.role,
        level=section.level,
        shown=shown_section.level,
        index=section.index,
        shown_index=shown_section.index,
        held_by=section.held_by,
        coverage=coverage(states),
        provisional=states.count("not_applicable") * 5 > len(states),
        missing=missing,
        missing_key=tuple(code for code in missing if practices[code].key),
        dont_know={camp: _dont_know_share(camp, [votes[p.code] for p in pillar.practices]) for camp in CAMPS},
    )


def _dont_know_share(camp: Camp, items: Iterable[Votes]) -> float | None:
    """Share of *don't know* among all of a camp's level and don't-know answers to the items, pooled."""
    votes = [item.camps[camp] for item in items]
    unknown = sum(v.dont_know for v in votes)
    given = unknown + sum(len(v.levels) for v in votes)
    return unknown / given if given else None


def _backed(practices: Iterable[PracticeResult]) -> Backed:
    claims = [p for p in practices if p.level is not None and p.level >= 3]
    return Backed(
        recorded=sum(p.backing is not None for p in claims),
        of=len(claims),
        evidenced=sum(p.backing in EVIDENCE for p in claims),
    )


def _key_practices_above(practices: Iterable[PracticeResult], level: int | None) -> int:
    if level is None:
        return 0
    return sum(p.key and p.level is not None and p.level > level for p in practices)


def held_by_any(sections: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """What holds several sections: practices in the order asked, then the mean, once.

    >>> held_by_any([("ABC-1", "mean"), ("DEF-2", "mean")])
    ('ABC-1', 'DEF-2', 'mean')
    """
    found = dict.fromkeys(code for held_by in sections for code in held_by)
    return (*(code for code in found if code != MEAN), *((MEAN,) if MEAN in found else ()))


def binding_sections(instrument: Instrument, reading: SectionScores) -> tuple[str, ...]:
    """The sections that hold the overall level where it is; none at level 5, which nothing holds."""
    if reading.level is None or reading.level == HIGHEST:
        return ()
    reach = {"gate": reading.level, "enabling": reading.level - 1}
    return tuple(p.code for p in instrument.pillars if reading.sections[p.code].level == reach[p.role])


def _what_if(instrument: Instrument, respondents: Sequence[Respondent], votes: Mapping[str, Votes]) -> WhatIf:
    """Rule 9. Agreed levels are ignored, and a side with too few answers of its own has no level.

    For the lowest and highest answer the states come from all votes: an item that is not known
    scores 1 in both, whatever level the others chose.
    """
    states: States = {code: v.state for code, v in votes.items()}

    def alone(camp: Camp) -> int | None:
        own = collect_votes(instrument, [r for r in respondents if r.camp == camp])
        values = {code: v.value() for code, v in own.items()}
        return score_values(instrument, {code: v.state for code, v in own.items()}, values).level

    def at(pick: Callable[[list[int]], int]) -> int | None:
        values = {
            code: pick(v.levels) if states[code] == "scored" else v.value() for code, v in votes.items()
        }
        return score_values(instrument, states, values).level

    return WhatIf(alone("business"), alone("technology"), at(min), at(max))

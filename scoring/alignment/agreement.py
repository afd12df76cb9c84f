"""Agreement between leaders: deviation per practice and section, difference between the camps.

First votes only, never agreed levels (method, section 2). *Don't know* and *does not apply* are left out; they
enter the visibility gap instead.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median
from typing import Literal

from assessment.answers.records import Agreed, Respondent
from assessment.instrument.model import CAMPS, Camp, Instrument
from scoring.levels.rules import TOLERANCE

Flag = Literal["clear", "possible"]
Belief = Literal["agree and know it", "disagree and know it", "hidden disagreement", "imagined conflict"]
SpreadWord = Literal["close", "mixed", "apart"]
Placing = Literal["settled", "claimed by several", "orphan"]

WORDS_FROM = 5
CLOSE, APART = 0.5, 0.9
LARGE = 1.0
LARGE_DELTA = 0.474
POSSIBLE = 0.5
UNPLACED = ("nobody", "dont_know")
SEVERAL = "several"


@dataclass(frozen=True)
class Difference:
    """Technology minus business on one item. `difference` in levels, `delta` on −1..1."""

    difference: float
    delta: float
    flag: Flag | None


@dataclass(frozen=True)
class PracticeAgreement:
    """The spread of one practice's first votes. `within_one` counts answers at most a level from the median."""

    code: str
    answers: int
    average_deviation: float | None
    within_one: int
    difference: Difference | None
    belief: Belief | None


@dataclass(frozen=True)
class PlacedDecision:
    """The placement of one decision: its state, the role named most (None for an orphan) and its share."""

    code: str
    state: Placing
    role: str | None
    share: float
    named: Mapping[str, int]


@dataclass(frozen=True)
class LedgerEntry:
    """One talked-about practice: spread of vote 1 and 2, agreed level, and whether reservations stay."""

    code: str
    first: float | None
    second: float | None
    agreed: int
    dissent: str | None
    reservations: bool


def average_deviation(values: Sequence[float]) -> float | None:
    """Mean distance from the median, in levels (Burke, Finkelstein & Dusig 1999); None below two answers.

    AD = mean |a − median(a)|

    >>> average_deviation([1, 2, 2, 5])
    1.0
    """
    if len(values) < 2:
        return None
    middle = median(values)
    return fmean(abs(value - middle) for value in values)


def spread_word(deviation: float | None, people: int) -> SpreadWord | None:
    """close < 0.5 ≤ mixed < 0.9 ≤ apart; no word below five leaders, where one answer decides it.

    >>> spread_word(0.7, 6)
    'mixed'
    """
    if deviation is None or people < WORDS_FROM:
        return None
    if deviation < CLOSE:
        return "close"
    return "mixed" if deviation < APART else "apart"


def cliffs_delta(business: Sequence[float], technology: Sequence[float]) -> float:
    """(#(T > B) − #(T < B)) / (n_T n_B), on −1..1 (Cliff 1993). Both sides need an answer.

    >>> cliffs_delta([3, 3], [1, 4])
    0.0
    """
    pairs = [(t > b) - (t < b) for t in technology for b in business]
    return sum(pairs) / len(pairs)


def camp_difference(business: Sequence[float], technology: Sequence[float]) -> Difference | None:
    """Δ = mean of technology − mean of business, with Cliff's delta; None without both sides.

    *clear*: |Δ| ≥ 1 and |δ| ≥ 0.474 (large, Romano et al. 2006); *possible*: |Δ| ≥ 0.5.

    >>> camp_difference([4, 4], [2, 3])
    Difference(difference=-1.5, delta=-1.0, flag='clear')
    """
    if not business or not technology:
        return None
    gap, delta = fmean(technology) - fmean(business), cliffs_delta(business, technology)
    if abs(gap) >= LARGE - TOLERANCE and abs(delta) >= LARGE_DELTA:
        return Difference(gap, delta, "clear")
    return Difference(gap, delta, "possible" if abs(gap) >= POSSIBLE - TOLERANCE else None)


def classify_belief(real: float, felt: float) -> Belief:
    """What a predicted item is: large is a level or more.

    >>> classify_belief(real=1.0, felt=0.4)
    'hidden disagreement'
    """
    if felt >= LARGE - TOLERANCE:
        return "disagree and know it" if real >= LARGE - TOLERANCE else "imagined conflict"
    return "hidden disagreement" if real >= LARGE - TOLERANCE else "agree and know it"


def first_votes(respondents: Iterable[Respondent], code: str, camp: Camp | None = None) -> list[int]:
    """The levels of the first vote on one item, of everybody or of one camp."""
    given = [r.responses[code].level for r in respondents if code in r.responses and camp in (None, r.camp)]
    return [level for level in given if level is not None]


def second_votes(respondents: Iterable[Respondent], code: str) -> list[int]:
    """The levels of the second vote on one item."""
    given = [r.second_vote[code].level for r in respondents if code in r.second_vote]
    return [level for level in given if level is not None]


def practice_agreement(respondents: Sequence[Respondent], code: str) -> PracticeAgreement:
    """All measures of section 2 for one practice."""
    levels = first_votes(respondents, code)
    sides = {camp: first_votes(respondents, code, camp) for camp in CAMPS}
    middle = median(levels) if levels else 0.0
    return PracticeAgreement(
        code=code,
        answers=len(levels),
        average_deviation=average_deviation(levels),
        within_one=sum(abs(level - middle) <= 1 for level in levels),
        difference=camp_difference(sides["business"], sides["technology"]),
        belief=_belief(respondents, code, sides),
    )


def _belief(
    respondents: Sequence[Respondent], code: str, sides: Mapping[Camp, Sequence[int]]
) -> Belief | None:
    felt = [
        abs(level - r.predictions[code])
        for r in respondents
        if code in r.predictions and code in r.responses and (level := r.responses[code].level) is not None
    ]
    if not felt or not all(sides.values()):
        return None
    return classify_belief(abs(median(sides["business"]) - median(sides["technology"])), fmean(felt))


def mean_deviation(found: Iterable[PracticeAgreement]) -> float | None:
    """The typical distance of a section or of all: the mean over the items that have one."""
    known = [p.average_deviation for p in found if p.average_deviation is not None]
    return fmean(known) if known else None


def decision_map(instrument: Instrument, respondents: Sequence[Respondent]) -> dict[str, PlacedDecision]:
    """Which role the leaders see as owner of each decision; decisions nobody placed are left out.

    *orphan* when "nobody" and "don't know" together lead, else *settled* when more than half name
    one role, else *claimed by several*. A tie is no lead; of tied roles the alphabetically first is taken.
    """
    found = {}
    for choice in instrument.decisions:
        named = Counter(r.decisions[choice.code] for r in respondents if choice.code in r.decisions)
        if named:
            found[choice.code] = _placed(choice.code, named)
    return found


def _placed(code: str, named: Counter[str]) -> PlacedDecision:
    people = named.total()
    unplaced = sum(named[role] for role in UNPLACED)
    roles = {role: count for role, count in named.items() if role not in UNPLACED}
    role, count = min(roles.items(), key=lambda entry: (-entry[1], entry[0]), default=("", 0))
    if unplaced > count:
        return PlacedDecision(code, "orphan", None, unplaced / people, named)
    settled = count * 2 > people and role != SEVERAL
    return PlacedDecision(code, "settled" if settled else "claimed by several", role, count / people, named)


def ledger(respondents: Sequence[Respondent], agreed: Mapping[str, Agreed]) -> dict[str, LedgerEntry]:
    """The convergence ledger: for each agreed level the spread before and after the talk.

    *Agreed with reservations* when, from five voters, the second vote still has AD ≥ 0.9.
    """
    found = {}
    for code, level in agreed.items():
        again = second_votes(respondents, code)
        second = average_deviation(again)
        found[code] = LedgerEntry(
            code=code,
            first=average_deviation(first_votes(respondents, code)),
            second=second,
            agreed=level.level,
            dissent=level.dissent,
            reservations=len(again) >= WORDS_FROM and second is not None and second >= APART,
        )
    return found

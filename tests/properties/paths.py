"""Small random instruments with answers, and every plan there is for them, counted without a solver."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import product

from hypothesis import strategies as st

from assessment.answers.records import Agreed, Respondent
from assessment.instrument.model import CAMPS, Instrument, Pillar
from scoring import score
from scoring.levels.results import AssessmentResult
from tests.toy import Answer, toy_instrument, toy_pillar, toy_respondent, with_practices

Plan = frozenset[tuple[str, int]]


@dataclass(frozen=True)
class Case:
    """An instrument, two leaders' answers to it, and efforts that override its own, in person-weeks."""

    instrument: Instrument
    people: list[Respondent]
    efforts: dict[str, float]

    @cached_property
    def result(self) -> AssessmentResult:
        return score(self.instrument, self.people)

    def effort(self, plan: Plan) -> float:
        own = self.instrument.practices
        return sum(self.efforts.get(f"{c}:{k}", own[c].move(k).effort) for c, k in plan)

    def level_after(self, plan: Plan) -> int | None:
        """The level the engine gives when every move is made and recorded, the unanswered at 1."""
        return score(self.instrument, self.people, self.recorded(plan)).level

    def recorded(self, plan: Plan) -> dict[str, Agreed]:
        missing = {c: 1 for c, p in self.result.practices.items() if p.state == "missing"}
        reached = missing | {c: max(k for d, k in plan if d == c) for c, _ in plan}
        return {code: Agreed(level=level) for code, level in reached.items()}


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Two or three sections of two or three practices, at most five in all; whole and half efforts, requirements."""
    shapes = [
        [("gate", 3), ("enabling", 2)],
        [("gate", 2), ("gate", 3)],
        [("gate", 3)],
        [("gate", 2), ("gate", 2)],
    ]
    pillars = [
        _pillar(draw, ["alpha", "beta"][at], ["ABC", "DEF"][at], count).model_copy(update={"role": role})
        for at, (role, count) in enumerate(draw(st.sampled_from(shapes)))
    ]
    instrument = toy_instrument(_with_requirements(draw, pillars))
    people = [
        toy_respondent(
            name, camp, {c: a for c in instrument.practices if (a := _answer(draw, instrument, c))}
        )
        for name, camp in zip("bt", CAMPS, strict=True)
    ]
    keys = [f"{code}:{to}" for code in instrument.practices for to in range(2, 6)]
    efforts = draw(st.dictionaries(st.sampled_from(keys), st.sampled_from([0.5, 1.0, 1.5, 2.5]), max_size=8))
    return Case(instrument, people, efforts)


def _answer(draw: st.DrawFn, instrument: Instrument, code: str) -> Answer | None:
    kinds: list[Answer | None] = [1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5, "?", None]
    return draw(st.sampled_from([*kinds, "-", "-"] if instrument.practices[code].na_allowed else kinds))


def _pillar(draw: st.DrawFn, code: str, prefix: str, count: int) -> Pillar:
    weights = {f"{prefix}-{n}": {"weight": draw(st.integers(1, 3))} for n in range(1, count + 1)}
    return with_practices(toy_pillar(code, prefix, count), weights)


def _with_requirements(draw: st.DrawFn, pillars: list[Pillar]) -> list[Pillar]:
    """Up to two requirements of a lower level of another practice, which cannot run in a circle."""
    codes = [p.code for pillar in pillars for p in pillar.practices]
    for _ in range(draw(st.integers(0, 2))):
        code, other = draw(st.permutations(codes))[:2]
        to = draw(st.integers(3, 5))
        need = {"requires": {str(to): [f"{other}:{draw(st.integers(2, to - 1))}"]}}
        pillars = [with_practices(pillar, {code: need}) for pillar in pillars]
    return pillars


def every_plan(case: Case) -> Iterator[tuple[Plan, int, Fraction]]:
    """Every set of moves that stands in order, with the level and the section-weighted value it leads to."""
    found = {c: p for c, p in case.result.practices.items() if p.state != "not_applicable"}
    today = {
        c: (p.level or 1, Fraction(p.described or 1.0).limit_denominator(1000)) for c, p in found.items()
    }
    for ends in product(*(range(level, 6) for level, _ in today.values())):
        reached = dict(zip(today, ends, strict=True))
        plan = frozenset((c, k) for c, end in reached.items() for k in range(today[c][0] + 1, end + 1))
        if all(_met(case.instrument, reached, c, k) for c, k in plan):
            values = {c: Fraction(end) if end > today[c][0] else today[c][1] for c, end in reached.items()}
            yield plan, *_reading(case.instrument, reached, values)


def _met(instrument: Instrument, reached: dict[str, int], code: str, to: int) -> bool:
    needs = [need.split(":") for need in instrument.practices[code].requires.get(str(to), [])]
    return all(reached.get(other, 5) >= int(at) for other, at in needs)


def _reading(
    instrument: Instrument, levels: dict[str, int], values: dict[str, Fraction]
) -> tuple[int, Fraction]:
    """Overall level and index by the rules as the method words them, in fractions."""
    reach, whole, total = [5], Fraction(0), Fraction(0)
    for pillar in instrument.pillars:
        mine = [p for p in pillar.practices if p.code in levels]
        if not mine:
            continue
        mean = sum(p.weight * values[p.code] for p in mine) / Fraction(sum(p.weight for p in mine))
        level = 1
        while (
            level < 5
            and mean > level + Fraction(1, 2)
            and all(levels[p.code] >= (level + 1 if p.key else level) for p in mine)
        ):
            level += 1
        reach.append(level + 1 if pillar.role == "enabling" else level)
        share = Fraction(pillar.weight).limit_denominator(1000)
        whole, total = whole + share, total + share * mean
    return min(reach), 25 * (total / whole - 1)

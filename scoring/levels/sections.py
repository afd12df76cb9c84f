"""Rules 5, 6 and 8 of the method on an instrument: from states and values to section and overall levels."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.instrument.model import Instrument, Pillar
from scoring.levels.averages import arithmetic
from scoring.levels.results import ItemState
from scoring.levels.rules import METHOD, Rated, Rule, index_of, overall_level, section_level, section_value

MOST_UNKNOWN, WHOLE = 2, 5
"""Two fifths: with a larger share of not known practices there is no overall level."""
States = Mapping[str, ItemState]
Values = Mapping[str, float | None]


@dataclass(frozen=True)
class Section:
    """Level, the practices that hold it, and index of one section; all empty without enough answers."""

    level: int | None
    held_by: tuple[str, ...]
    index: float | None


WITHOUT_LEVEL = Section(None, (), None)


def applicable(pillar: Pillar, states: States) -> bool:
    """Does at least one practice of the section apply? If not, the section is left out of everything."""
    return any(states[p.code] != "not_applicable" for p in pillar.practices)


def coverage(states: list[ItemState]) -> float:
    """`(scored + not known) / (items − not applicable)`, 0..1; 1.0 when no item applies.

    >>> coverage(["scored", "not_known", "missing", "not_applicable"])
    0.6666666666666666
    """
    relevant = [state for state in states if state != "not_applicable"]
    return sum(state != "missing" for state in relevant) / len(relevant) if relevant else 1.0


def enough_answers(pillar: Pillar, states: States) -> bool:
    """At least 75 % of the applicable items answered, no key practice missing, and something applies."""
    if any(states[p.code] == "missing" for p in pillar.key_practices):
        return False
    return applicable(pillar, states) and coverage([states[p.code] for p in pillar.practices]) >= 0.75


def score_section(pillar: Pillar, states: States, values: Values, rule: Rule = METHOD) -> Section:
    """Rule 5 over the practices that have a value; without enough answers neither level nor index."""
    if not enough_answers(pillar, states):
        return WITHOUT_LEVEL
    rated = [
        Rated(p.code, value, p.key, p.weight)
        for p in pillar.practices
        if (value := values[p.code]) is not None
    ]
    level, held_by = section_level(rated, rule)
    return Section(level, held_by, index_of(section_value(rated, rule)))


@dataclass(frozen=True)
class SectionScores:
    """The result of rules 5, 6 and 8: all sections, overall level and index (None without enough answers).

    `unknown`: more than 40 % of the gate sections’ practices are not known, so that there is no overall level.
    """

    sections: Mapping[str, Section]
    level: int | None
    index: float | None
    unknown: bool = False


def score_values(
    instrument: Instrument, states: States, values: Values, rule: Rule = METHOD
) -> SectionScores:
    """Rules 5, 6 and 8 on one set of values.

    Overall level and index are None when an applicable section has none, or when no gate applies; the level
    alone when too much is not known. A section in which nothing applies is left out; the others keep their
    relative weights.
    """
    unknown = too_much_unknown(instrument, states)
    sections = {p.code: score_section(p, states, values, rule) for p in instrument.pillars}
    used = [pillar for pillar in instrument.pillars if applicable(pillar, states)]
    levels = {p.code: level for p in used if (level := sections[p.code].level) is not None}
    indices = [index for p in used if (index := sections[p.code].index) is not None]
    gates = [levels[p.code] for p in used if p.role == "gate" and p.code in levels]
    if len(levels) < len(used) or not gates:
        return SectionScores(sections, None, None, unknown)
    enabling = next((levels[p.code] for p in used if p.role == "enabling"), None)
    index = arithmetic(indices, [p.weight for p in used])
    return SectionScores(sections, None if unknown else overall_level(gates, enabling), index, unknown)


def too_much_unknown(instrument: Instrument, states: States) -> bool:
    """Are more than 40 % of the applicable practices of the gate sections, taken together, not known?

    >>> from tests.toy import toy_instrument
    >>> toy = toy_instrument()  # eight practices in two gate sections
    >>> states = dict.fromkeys(toy.practices, "scored")
    >>> too_much_unknown(toy, states | dict.fromkeys(["ABC-1", "ABC-2", "DEF-1"], "not_known"))
    False
    >>> too_much_unknown(toy, states | dict.fromkeys(["ABC-1", "ABC-2", "DEF-1", "DEF-2"], "not_known"))
    True
    """
    gates = [
        states[p.code] for pillar in instrument.pillars if pillar.role == "gate" for p in pillar.practices
    ]
    relevant = len(gates) - gates.count("not_applicable")
    return gates.count("not_known") * WHOLE > MOST_UNKNOWN * relevant

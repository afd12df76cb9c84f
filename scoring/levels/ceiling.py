"""Upper bound of the level from what is known, for an assessment that is not complete."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.answers.records import Agreed, Respondent
from assessment.instrument.model import Instrument
from scoring.levels.engine import binding_sections, held_by_any
from scoring.levels.rules import HIGHEST
from scoring.levels.sections import States, score_values
from scoring.levels.votes import NOTHING_AGREED, collect_votes, resolve_item


@dataclass(frozen=True)
class Ceiling:
    """The upper bound `level` (None while what is known rules out no level). `held_by` is what holds it there;
    `answered` the number of practices it rests on; `others` that of the applicable ones without a level, which
    can only lower it."""

    level: int | None
    held_by: tuple[str, ...]
    answered: int
    others: int


def key_practices_only(
    instrument: Instrument, respondents: Sequence[Respondent], agreed: Mapping[str, Agreed] = NOTHING_AGREED
) -> Instrument:
    """The instrument reduced to the key practices somebody answered or the room agreed on."""
    answered = {code for respondent in respondents for code in respondent.responses} | set(agreed)
    pillars = [
        pillar.model_copy(update={"practices": [p for p in pillar.key_practices if p.code in answered]})
        for pillar in instrument.pillars
    ]
    # Constructed without validation: `model_copy` would keep the cached lookup of practices, and validation
    # requires two practices per section.
    fields = {name: getattr(instrument, name) for name in Instrument.model_fields}
    return Instrument.model_construct(**fields | {"pillars": pillars})


def ceiling(
    instrument: Instrument, respondents: Sequence[Respondent], agreed: Mapping[str, Agreed] = NOTHING_AGREED
) -> Ceiling:
    """The highest overall level that rules 5 and 6 still allow, whatever the open practices turn out to be.

    Every practice that has no answer, or is not known, is put at 5, and rules 5 and 6 are asked: raising a value
    never lowers a level, and leaving a practice at 5 out raises none, so no outcome lies above. After any part of the
    questions it is a bound: after the key practices alone, after one section, or with all but one answered.
    A bound of 5 rules nothing out and is None. Method, section 1, rules 5, 6 and 8.

    >>> from tests.toy import toy_instrument, toy_respondent
    >>> keys = {"ABC-1": 4, "ABC-2": 2, "DEF-1": 3, "DEF-2": 3, "GHI-1": 3, "GHI-2": 3}
    >>> ceiling(toy_instrument(), [toy_respondent("r1", "business", keys)])
    Ceiling(level=2, held_by=('ABC-2',), answered=6, others=5)
    >>> ceiling(toy_instrument(), [toy_respondent("r1", "business", {"ABC-1": "?"})]).level is None
    True
    """
    votes = collect_votes(instrument, respondents)
    items = {code: resolve_item(vote, agreed.get(code)) for code, vote in votes.items()}
    known = {code: item.described for code, item in items.items() if item.state == "scored"}
    states: States = {
        code: "not_applicable" if item.state == "not_applicable" else "scored" for code, item in items.items()
    }
    applicable = [code for code, state in states.items() if state == "scored"]
    best = score_values(
        instrument,
        states,
        {code: known.get(code, float(HIGHEST)) if code in applicable else None for code in states},
    )
    bound = best.level if known and best.level != HIGHEST else None
    holding = held_by_any(best.sections[code].held_by for code in binding_sections(instrument, best))
    return Ceiling(
        level=bound,
        held_by=holding if bound else (),
        answered=len(known),
        others=len(applicable) - len(known),
    )

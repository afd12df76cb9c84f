"""Upper bound of the level from the key practices alone, for a room that was asked only these."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.answers.records import Agreed, Respondent
from assessment.instrument.model import Instrument
from scoring.levels.engine import score
from scoring.levels.votes import NOTHING_AGREED


@dataclass(frozen=True)
class Ceiling:
    """The upper bound `level` (None while no gate has an answered key practice). `held_by` are the codes
    that determine it; `others` is the number of practices not asked, which can only lower the level."""

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
    """The highest overall level that rules 5 and 6 still allow, whatever the other practices are.

    Without the others only G1 can fail: a key practice of level ≥ j has a value above j − 0.5, so the
    mean of key practices that all pass G1 passes G3, and others at 5 could only raise it. A key practice
    without an answer does not limit the level. Method, section 1, rules 5 and 6.

    >>> from tests.toy import toy_instrument, toy_respondent
    >>> keys = {"ABC-1": 4, "ABC-2": 2, "DEF-1": 3, "DEF-2": 3, "GHI-1": 3, "GHI-2": 3}
    >>> ceiling(toy_instrument(), [toy_respondent("r1", "business", keys)])
    Ceiling(level=2, held_by=('ABC-2',), answered=6, others=5)
    """
    keys = key_practices_only(instrument, respondents, agreed)
    result = score(keys, respondents, agreed)
    every = len(instrument.practices)
    return Ceiling(
        level=result.level,
        held_by=result.held_by,
        answered=len(keys.practices),
        others=every - sum(len(pillar.key_practices) for pillar in instrument.pillars),
    )

"""What each person puts in order: the outcomes AI should bring, and what gets in its way."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, get_args

from assessment.answers.file_faults import unknown
from assessment.answers.records import Respondent
from assessment.instrument.model import Choice, Instrument
from language.translation import _

Ranked = Literal["ranking", "barriers"]
"""The field of a respondent that holds the order: `ranking` is that of the outcomes."""
RANKED: tuple[Ranked, ...] = get_args(Ranked)


def choices_of(instrument: Instrument, kind: Ranked) -> Mapping[str, Choice]:
    """What an edition asks to be put in order, by code; empty where it does not ask."""
    asked = instrument.outcomes if kind == "ranking" else instrument.barriers
    return {choice.code: choice for choice in asked}


def order_of(person: Respondent, kind: Ranked) -> Sequence[str]:
    """One person's order, the first placed first; empty where nothing was placed."""
    return person.ranking if kind == "ranking" else person.barriers


def order_problems(place: str, person: Respondent, instrument: Instrument) -> Iterator[str]:
    """What a file says of a person's orders that this edition cannot take, as sentences."""
    if person.barriers and not instrument.barriers:
        yield _(
            "At {place}.barriers: edition {edition} asks for no barriers. Leave the field out, or use an edition that asks."
        ).format(place=place, edition=instrument.edition)
        return
    for kind in RANKED:
        given = order_of(person, kind)
        yield from unknown(f"{place}.{kind}", given, list(choices_of(instrument, kind)))
        if len(set(given)) != len(given):
            yield _("At {place}.{field}: a code appears twice.").format(place=place, field=kind)


def placed_next(order: Sequence[str], code: str, known: Sequence[str]) -> list[str]:
    """The order with one more place; the last that is left takes the last place by itself.

    >>> placed_next(["risk"], "cost", ["cost", "risk", "speed"])
    ['risk', 'cost', 'speed']
    """
    now = [*order, code]
    left = [other for other in known if other not in now]
    return [*now, *left] if len(left) == 1 else now


def raised(order: Sequence[str], code: str) -> list[str]:
    """The order with one code a place higher.

    >>> raised(["risk", "cost", "speed"], "speed")
    ['risk', 'speed', 'cost']
    """
    place = order.index(code)
    return list(order) if place == 0 else [*order[: place - 1], code, order[place - 1], *order[place + 1 :]]


def taken_back(order: Sequence[str], known: Sequence[str]) -> list[str]:
    """The order before the last tap, which may have given the last two places.

    >>> taken_back(["risk", "cost", "speed"], ["cost", "risk", "speed"])
    ['risk']
    """
    return list(order[: -2 if len(order) == len(known) > 1 else -1])

"""Contradictions between practices, as “Check your answers” shows them."""

import pytest

from assessment.instrument.model import Instrument
from scoring import Conflict, conflicts, score
from tests.toy import Answer, toy_instrument, toy_pillar, toy_respondent, with_practices


@pytest.fixture(scope="module")
def instrument() -> Instrument:
    """ABC-2 needs ABC-1 at 2 from level 3 on, and ABC-3 at 4 from level 5 on."""
    pillar = with_practices(
        toy_pillar("alpha", "ABC", 3), {"ABC-2": {"requires": {"5": ["ABC-3:4"], "3": ["ABC-1:2"]}}}
    )
    return toy_instrument([pillar])


def found(instrument: Instrument, *answers: Answer) -> tuple[Conflict, ...]:
    given = {f"ABC-{n}": answer for n, answer in enumerate(answers, 1) if answer != ""}
    return conflicts(instrument, score(instrument, [toy_respondent("b1", "business", given)]))


def test_a_level_that_needs_another_practice_is_a_conflict_when_that_is_lower(instrument: Instrument) -> None:
    assert found(instrument, 1, 3, 1) == (Conflict("ABC-2", 3, "ABC-1", 2, 1),)
    assert found(instrument, 1, 4, 1) == (Conflict("ABC-2", 3, "ABC-1", 2, 1),)


def test_a_met_requirement_or_a_level_below_it_is_no_conflict(instrument: Instrument) -> None:
    assert found(instrument, 2, 3, 1) == ()
    assert found(instrument, 1, 2, 1) == ()
    assert found(instrument, 1, "", 1) == ()


def test_every_requirement_up_to_the_level_counts_in_order(instrument: Instrument) -> None:
    assert found(instrument, 1, 5, 3) == (
        Conflict("ABC-2", 3, "ABC-1", 2, 1),
        Conflict("ABC-2", 5, "ABC-3", 4, 3),
    )


def test_a_missing_practice_does_not_meet_a_requirement_and_an_unknown_one_is_level_one(
    instrument: Instrument,
) -> None:
    assert found(instrument, "", 3, 1) == (Conflict("ABC-2", 3, "ABC-1", 2, None),)
    assert found(instrument, "?", 3, 1) == (Conflict("ABC-2", 3, "ABC-1", 2, 1),)


def test_a_requirement_on_what_does_not_apply_counts_as_met(instrument: Instrument) -> None:
    assert found(instrument, 2, 5, "-") == ()

"""What fits into a meeting, computed by hand."""

import pytest

from assessment.errors import RefusedInput
from assessment.instrument.model import Instrument
from assessment.workshop import meeting
from assessment.workshop.meeting import PlanRefused, Proposal, Way, plan
from tests.texts import real_instrument
from tests.toy import toy_instrument


@pytest.fixture(scope="module")
def instrument() -> Instrument:
    return real_instrument()


def test_a_discussed_question_takes_five_minutes_and_a_quarter() -> None:
    assert (meeting.REVEAL, meeting.TALK, meeting.SECOND_VOTE, meeting.AGREE) == (30, 210, 30, 45)
    assert meeting.clock(meeting.DISCUSSED) == "5:15"


@pytest.mark.parametrize(
    ("way", "minutes", "blocks", "talks"),
    [
        ("prepared", 60, "join 6, overview 3, talks 33, commitments 14, close 4", 6),
        ("ten", 60, "join 6, vote 9, overview 2, talks 27, commitments 12, close 4", 5),
        ("ten", 90, "join 6, vote 9, overview 2, decisions 6, talks 44, commitments 19, close 4", 8),
        # 25 × 6:09 = 153:45, so 154 minutes of talk
        ("pillar", 180, "join 6, talks 154, commitments 16, close 4", 25),
    ],
)
def test_the_plans_of_the_design_come_out(
    instrument: Instrument, way: Way, minutes: int, blocks: str, talks: int
) -> None:
    found = plan(instrument, way, minutes)
    assert ", ".join(f"{block.kind} {block.minutes}" for block in found.blocks) == blocks
    assert found.talks == talks


@pytest.mark.parametrize("way", ["prepared", "ten", "pillar"])
def test_every_plan_fills_its_minutes_and_every_proposal_fits(instrument: Instrument, way: Way) -> None:
    for minutes in meeting.MINUTES:
        fitting = [Proposal(way, minutes)]
        try:
            found = plan(instrument, way, minutes)
        except PlanRefused as refused:
            fitting = list(refused.proposals)
        else:
            assert sum(block.minutes for block in found.blocks) == minutes
            assert found.talks * found.per_talk <= 60 * found.of("talks")
            assert min(block.minutes for block in found.blocks) > 0
        assert fitting
        for proposal in fitting:
            plan(instrument, proposal.way, proposal.minutes, proposal.sections)


def test_all_questions_one_by_one_are_refused_with_the_arithmetic_and_a_plan_that_fits(
    instrument: Instrument,
) -> None:
    with pytest.raises(PlanRefused) as refused:
        plan(instrument, "pillar", 90)
    assert str(refused.value) == (
        "25 questions one by one need about two and a half hours (25 × 6:09), plus 20 minutes to join, "
        "commit and close. This meeting has 90 minutes. What fits: the ten key questions in 90 minutes."
    )
    assert refused.value.proposals[0] == Proposal("ten", 90)
    assert Proposal("pillar", 90, ("strategy", "value")) in refused.value.proposals
    assert refused.value.proposals[-1] == Proposal("pillar", 180)


def test_one_section_fits_into_an_hour(instrument: Instrument) -> None:
    found = plan(instrument, "pillar", 60, ["ownership"])
    assert (found.talks, found.of("commitments")) == (5, 19)
    assert meeting.asked(instrument, "pillar", ["ownership"]) == tuple(f"OWN-{n}" for n in range(1, 6))


def test_ten_questions_do_not_fit_into_half_an_hour_and_the_shortest_length_that_does_is_named(
    instrument: Instrument,
) -> None:
    with pytest.raises(PlanRefused, match=r"take 21 minutes, and each discussion 5:15") as refused:
        plan(instrument, "ten", 30)
    assert refused.value.proposals == (Proposal("prepared", 30), Proposal("ten", 45))


@pytest.mark.parametrize("minutes", [-60, 0, 14, 481, 10**9])
def test_a_length_that_is_none_is_refused(instrument: Instrument, minutes: int) -> None:
    with pytest.raises(RefusedInput, match="15 minutes to 8 hours"):
        plan(instrument, "prepared", minutes)


def test_a_way_or_a_section_that_is_none_is_refused(instrument: Instrument) -> None:
    with pytest.raises(RefusedInput):
        plan(instrument, "sideways", 60)  # type: ignore[arg-type]
    with pytest.raises(RefusedInput, match="not part of"):
        plan(instrument, "pillar", 60, ["cellar"])


def test_a_small_instrument_leaves_more_for_the_commitments() -> None:
    found = plan(toy_instrument(), "prepared", 240)
    # all 11 questions need 57:45, so 58 minutes
    assert (found.talks, found.of("talks"), found.of("commitments")) == (11, 58, 163)


def test_durations_are_said_in_words() -> None:
    said = [meeting.duration(60 * minutes) for minutes in (3, 54, 56, 74, 76, 154, 700)]
    assert said == [
        "about 5 minutes",
        "about 55 minutes",
        "about one hour",
        "about one hour",
        "about an hour and a half",
        "about two and a half hours",
        "about eleven and a half hours",
    ]

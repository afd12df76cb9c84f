"""The review of commitments: asked when it is time, answered once, late only once more."""

from datetime import date

import pytest

from assessment.errors import EditConflict, NotFound, RefusedInput
from services.assessments import answering, commitment_review, owner, reassessment
from services.assessments.answering import Started
from services.assessments.commitment_review import DueCommitment
from services.core import identity
from services.core.identity import Owned
from services.core.installation import Installation
from services.plan import commitments

TODAY = date(2026, 11, 22)
LATER = date(2027, 5, 1)
BEYOND = date(2027, 6, 30)


@pytest.fixture
def again(inst: Installation, started: Started, token: str) -> Owned:
    """A fresh assessment behind one with two commitments: one due before `LATER`, one without a day."""
    commitments.add_commitment(inst, started.owned, {"move": "OWN-1:3", "due": date(2027, 3, 31)})
    commitments.add_commitment(inst, started.owned, {"move": "VAL-1:3"})
    answering.submit(inst, started.owned, TODAY)
    return reassessment.begin_again(inst, token, started.owned, LATER).owned


def outcomes(inst: Installation, owned: Owned, level: int | None = None) -> list[str]:
    described = dict.fromkeys(inst.instrument.practices, level)
    return [p.outcome(LATER, described) for p in commitment_review.all_commitments(inst, owned)]


def asked(inst: Installation, owned: Owned, today: date) -> list[DueCommitment]:
    return [p for p in commitment_review.all_commitments(inst, owned) if p.asked(today)]


def test_coming_back_begins_with_earlier_commitments(inst: Installation, again: Owned) -> None:
    assert commitment_review.comes_first(inst, again, LATER)
    assert [(p.commitment.move, p.earlier) for p in asked(inst, again, LATER)] == [
        ("OWN-1:3", True), ("VAL-1:3", True),
    ]  # fmt: skip
    assert outcomes(inst, again) == ["overdue", "open"]


def test_once_nothing_is_overdue_and_somebody_has_answered_it_waits(inst: Installation, again: Owned) -> None:
    first, _second = commitment_review.all_commitments(inst, again)
    commitment_review.answer(inst, again, first, "kept", LATER)
    assert commitment_review.comes_first(inst, again, LATER)
    answering.change_answer(inst, again, "OWN-1", level=2)
    assert not commitment_review.comes_first(inst, again, LATER)
    assert len(asked(inst, again, LATER)) == 1


def test_of_two_who_answer_at_once_the_second_is_told_what_the_first_has_said(
    inst: Installation, again: Owned
) -> None:
    first, _second = commitment_review.all_commitments(inst, again)
    commitment_review.answer(inst, again, first, "late", LATER, BEYOND)
    with pytest.raises(EditConflict, match="“status” to “late”"):
        commitment_review.answer(inst, again, first, "kept", LATER)
    with pytest.raises(EditConflict, match="“due” to “2027-06-30”"):
        commitment_review.answer(inst, again, first, "late", LATER, date(2027, 12, 1))
    assert outcomes(inst, again) == ["late", "open"]


def test_a_kept_commitment_is_set_beside_what_the_leaders_describe(inst: Installation, again: Owned) -> None:
    for found in commitment_review.all_commitments(inst, again):
        commitment_review.answer(inst, again, found, "kept", LATER)
    assert outcomes(inst, again) == ["kept", "kept"]
    assert outcomes(inst, again, 2) == ["not_seen", "not_seen"]
    assert outcomes(inst, again, 3) == ["kept", "kept"]


def test_late_takes_one_new_day_and_no_second(inst: Installation, again: Owned) -> None:
    (first, _second) = commitment_review.all_commitments(inst, again)
    for day in (None, LATER):
        with pytest.raises(RefusedInput, match="date in the future"):
            commitment_review.answer(inst, again, first, "late", LATER, day)
    kept = commitment_review.answer(inst, again, first, "late", LATER, BEYOND)
    assert (kept.status, kept.due) == ("late", "2027-06-30")
    (first, _second) = commitment_review.all_commitments(inst, again)
    assert not first.asked(BEYOND)
    assert first.asked(date(2027, 7, 1))
    with pytest.raises(RefusedInput, match="its one new date"):
        commitment_review.answer(inst, again, first, "late", BEYOND, date(2027, 12, 1))
    commitment_review.answer(inst, again, first, "dropped", BEYOND)
    assert outcomes(inst, again) == ["dropped", "open"]


def test_own_commitments_are_asked_about_when_their_day_has_passed(
    inst: Installation, started: Started
) -> None:
    commitments.add_commitment(inst, started.owned, {"move": "OWN-1:3", "due": date(2027, 3, 31)})
    assert not commitment_review.comes_first(inst, started.owned, TODAY)
    assert commitment_review.comes_first(inst, started.owned, LATER)


def test_commitments_of_a_closed_assessment_are_listed_and_left_alone(
    inst: Installation, again: Owned, started: Started
) -> None:
    owner.close(inst, started.owned)
    assert [p.closed for p in commitment_review.all_commitments(inst, again)] == [True, True]
    assert not commitment_review.comes_first(inst, again, LATER)


def test_nobody_answers_for_another_organisation(inst: Installation, again: Owned) -> None:
    stranger = answering.start(
        inst, identity.new_token(), answering.Organisation(name="Other"), "CEO", "business", TODAY
    ).owned
    (first, _second) = commitment_review.all_commitments(inst, again)
    with pytest.raises(NotFound):
        commitment_review.answer(inst, stranger, first, "kept", LATER)

"""Assessing again: same organisation, no answers, and a look back that never gives anybody away."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from assessment.answers import plan_records
from assessment.errors import Frozen, NotFound, RefusedInput
from services.assessments import answering, commitment_review, owner, reassessment
from services.assessments.answering import Started
from services.assessments.example import open_example
from services.core import identity
from services.core.identity import Owned
from services.core.installation import Installation
from services.plan import commitments, roadmap
from services.reports import history
from services.workshop.room.view import build_view
from storage.db.database import Database
from storage.repositories.assessments import get_assessment
from storage.repositories.records import load_assessment
from storage.repositories.submissions import add_submission
from tests import prepare
from tests.workshops import TODAY as ROOM_DAY
from tests.workshops import a_workshop, two_and_two

TODAY = date(2026, 11, 22)
LATER = date(2027, 5, 1)


def answer_all(inst: Installation, owned: Owned, level: int) -> None:
    for code in inst.instrument.practices:
        answering.change_answer(inst, owned, code, level=level)


def current(inst: Installation, token: str) -> Owned:
    found = identity.current_assessment(inst, token)
    assert found is not None
    return found


def test_a_fresh_assessment_carries_the_organisation_and_nobodys_answers(
    inst: Installation, started: Started, token: str
) -> None:
    answer_all(inst, started.owned, 3)
    roadmap.set_target(inst, started.owned, 4)
    owner.save_preferences(inst, started.owned, confidentiality="Board only", paper="letter")
    answering.submit(inst, started.owned, TODAY)
    again = reassessment.begin_again(inst, token, current(inst, token), LATER)
    assert again.owned.assessment_id != started.owned.assessment_id
    assert current(inst, token) == again.owned
    whole = prepare.stored(inst, again.owned)
    before = prepare.stored(inst, started.owned)
    assert (whole.organisation, whole.privacy) == (before.organisation, before.privacy)
    assert [(person.function, person.camp, person.responses) for person in whole.respondents] == [
        ("CEO", "business", {})
    ]
    assert roadmap.plan_of(inst, again.owned) == plan_records.PlanRecords()
    assert owner.settings_of(inst, again.owned).confidentiality == "Board only"
    assert (
        identity.resume(inst, identity.new_token(), again.resume_code, "here").organisation == "Kestrel Foods"
    )


def test_looking_back_shows_every_moment_and_what_became_of_the_commitments(
    inst: Installation, started: Started, token: str
) -> None:
    answer_all(inst, started.owned, 2)
    commitments.add_commitment(inst, started.owned, {"move": "OWN-1:3", "due": date(2027, 3, 31)})
    commitments.add_commitment(inst, started.owned, {"move": "VAL-1:4"})
    answering.submit(inst, started.owned, TODAY)
    again = reassessment.begin_again(inst, token, current(inst, token), LATER).owned
    answer_all(inst, again, 3)
    first, now = history.history(inst, again, LATER)
    assert (first.number, first.as_of, now.number, now.as_of) == (1, TODAY, None, LATER)
    assert first.report is not None
    assert first.report.result.level == 2
    commitment_review.answer(inst, again, commitment_review.all_commitments(inst, again)[1], "kept", LATER)
    first, now = history.history(inst, again, LATER)
    found = history.compare_rounds(first, now, LATER)
    assert (found.level.difference, found.level.movement) == (1, "noise")
    assert [kept.outcome for kept in found.commitments] == ["overdue", "not_seen"]
    assert [kept.reached for kept in found.commitments] == [True, False]


def test_an_earlier_assessment_never_looks_forward(inst: Installation, started: Started, token: str) -> None:
    answer_all(inst, started.owned, 2)
    again = reassessment.begin_again(inst, token, started.owned, LATER).owned
    answer_all(inst, again, 3)
    assert [stand.assessment_id for stand in history.history(inst, started.owned, LATER)] == [
        started.owned.assessment_id
    ]
    third = reassessment.begin_again(inst, token, again, LATER).owned
    assert [stand.assessment_id for stand in history.history(inst, third, LATER)] == [
        started.owned.assessment_id,
        again.assessment_id,
    ]
    commitments.add_commitment(inst, third, {"move": "OWN-1:3"})
    (newer,) = commitment_review.all_commitments(inst, third)
    assert commitment_review.all_commitments(inst, started.owned) == ()
    with pytest.raises(NotFound):
        commitment_review.answer(inst, started.owned, newer, "kept", LATER)


def test_what_was_deleted_is_gone_from_the_look_back(
    inst: Installation, started: Started, token: str
) -> None:
    answer_all(inst, started.owned, 2)
    again = reassessment.begin_again(inst, token, started.owned, LATER).owned
    owner.erase(inst, started.owned)
    assert history.history(inst, again, LATER) == ()
    answer_all(inst, again, 3)
    assert len(history.history(inst, again, LATER)) == 1


def test_a_closed_assessment_keeps_its_commitments_as_they_are(
    inst: Installation, started: Started, token: str
) -> None:
    answer_all(inst, started.owned, 2)
    commitments.add_commitment(inst, started.owned, {"move": "OWN-1:3"})
    again = reassessment.begin_again(inst, token, started.owned, LATER).owned
    owner.close(inst, started.owned)
    (first,) = commitment_review.all_commitments(inst, again)
    with pytest.raises(Frozen):
        commitment_review.answer(inst, again, first, "kept", LATER)


def test_answers_to_another_edition_are_listed_but_not_compared(
    inst: Installation, started: Started, token: str
) -> None:
    with inst.database.writing() as unit:
        older = load_assessment(unit, started.owned.assessment_id).model_copy(update={"edition": "2025.1"})
        add_submission(unit, started.owned.assessment_id, older, scoring_version="0", today=TODAY)
    again = reassessment.begin_again(inst, token, started.owned, LATER).owned
    answer_all(inst, again, 3)
    first, now = history.history(inst, again, LATER)
    assert (first.edition, first.report) == ("2025.1", None)
    with pytest.raises(RefusedInput, match="asked other questions"):
        history.compare_rounds(first, now, LATER)


def test_the_example_is_not_assessed_again(inst: Installation, token: str) -> None:
    with pytest.raises(RefusedInput):
        reassessment.begin_again(inst, token, open_example(inst, token, TODAY), TODAY)


def test_a_workshop_begins_in_its_lobby_and_protects_who_joined_in_between(database: Database) -> None:
    shop = a_workshop(database)
    people = two_and_two(shop)
    shop.act("start")
    shop.everybody_votes(people, 1, "ABC-1", [2, 2, 3, 3])
    assert history.history(shop.inst, shop.owned, ROOM_DAY) == ()
    for day in (ROOM_DAY, ROOM_DAY + timedelta(days=1)):
        with database.writing() as unit:
            whole = load_assessment(unit, shop.owned.assessment_id)
            add_submission(unit, shop.owned.assessment_id, whole, scoring_version="1", today=day)
    submitted = replace(shop.owned, status="submitted")
    (told,) = history.history(shop.inst, submitted, ROOM_DAY)
    assert told.number == 2
    again = reassessment.begin_again(shop.inst, shop.token, submitted, ROOM_DAY)
    view = build_view(shop.inst, again.owned.assessment_id)
    assert (view.phase, again.owned.respondent_id) == ("lobby", "")
    assert prepare.stored(shop.inst, again.owned).respondents == []
    with database.reading() as unit:
        fresh = get_assessment(unit, again.owned.assessment_id)
    assert (fresh.mode, fresh.privacy, fresh.created_on) == ("workshop", "by_camp", ROOM_DAY)

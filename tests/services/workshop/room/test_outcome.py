"""What a room has settled: its own statements in words, and of the decision map only how many have finished."""

from datetime import date

from assessment.answers.records import Commitment
from services.workshop import voting
from services.workshop.join import leaving
from services.workshop.room import outcome
from services.workshop.room.outcome import Outcome
from storage.db.database import Database
from storage.repositories import plan_parts
from tests.workshops import a_workshop, two_and_two


def test_a_room_that_settled_nothing_has_an_empty_outcome(database: Database) -> None:
    shop = a_workshop(database)
    assert outcome.outcome(shop.inst, shop.owned.assessment_id) == Outcome((), (), ())


def test_agreed_levels_parked_questions_and_commitments_are_told_in_words(database: Database) -> None:
    shop = a_workshop(database)
    people = two_and_two(shop)
    shop.act("start")
    shop.everybody_votes(people, 1, "ABC-1", [2, 3, 3, 2])
    shop.act("reveal")
    shop.agree(3, owner="COO")
    shop.act("next")
    shop.act("park")
    with shop.inst.database.writing() as unit:
        made = [
            Commitment(move="ABC-1:4", owner="COO", due="2027-03-01"),
            Commitment(move="ABC-2:2", owner="The new hire"),
            Commitment(move="ABC-3:2", status="dropped"),
        ]
        plan_parts.replace(unit, shop.owned.assessment_id, plan_parts.COMMITMENTS, made)
    found = outcome.outcome(shop.inst, shop.owned.assessment_id)
    assert [(level.title, level.level, level.owner) for level in found.agreed] == [
        ("Shelf ABC-1", 3, "Operations")
    ]
    assert found.parked == ("Shelf ABC-2",)
    kept, other = found.commitments
    assert (kept.title, kept.owner, kept.due) == ("Shelf ABC-1", "Operations", date(2027, 3, 1))
    assert kept.words == "Tidy the shelf up to level 4"
    assert (other.owner, other.due) == ("The new hire", None)


def test_only_people_in_the_room_who_placed_every_decision_have_finished(database: Database) -> None:
    shop = a_workshop(database)
    first, second, *_others = two_and_two(shop)
    assert outcome.count_decided(shop.inst, shop.owned.assessment_id) == 0
    for person in (first, second):
        for choice in shop.inst.instrument.decisions:
            voting.save_decision(shop.inst, person, choice.code, "COO")
    assert outcome.count_decided(shop.inst, shop.owned.assessment_id) == 2
    leaving.leave(shop.inst, shop.tokens[first.respondent_id], first)
    assert outcome.count_decided(shop.inst, shop.owned.assessment_id) == 1

"""The facilitator's means against strangers: the door, the number expected, a crowd, many taken out, a function."""

import pytest

from assessment.errors import EditConflict, NotFound, RefusedInput
from services.core import identity
from services.workshop import facilitation
from services.workshop.join import codes, door, joining, leaving
from services.workshop.join.joining import CROWD
from services.workshop.room import people
from storage.db.database import Database
from tests import prepare
from tests.workshops import Shop, a_workshop, two_and_two


def invited(shop: Shop) -> codes.Invitation:
    return codes.invitation(shop.inst, shop.code, shop.address, shop.now)


def test_a_shut_door_lets_nobody_new_in_and_keeps_those_who_are(database: Database) -> None:
    shop = a_workshop(database)
    first = prepare.join(
        shop.inst, identity.new_token(), shop.code, shop.address, shop.now, function="CEO", camp="business"
    )
    door.set_door(shop.inst, shop.owned, shut=True)
    assert shop.view.join_code(shop.now) is None
    with pytest.raises(RefusedInput, match="closed the room to newcomers"):
        invited(shop)
    with pytest.raises(RefusedInput, match="ask the facilitator"):
        shop.joins("business")
    assert shop.view.joined == 1
    assert first.resume_code is not None
    token = identity.new_token()
    assert joining.rejoin(shop.inst, token, first.resume_code, shop.address) == first.participant
    assert shop.joins("business", token=token) == first.participant
    door.set_door(shop.inst, shop.owned, shut=False)
    assert shop.view.join_code(shop.now) == shop.code
    shop.joins("technology")
    assert shop.view.joined == 2


def test_opening_the_room_opens_its_door(database: Database) -> None:
    shop = a_workshop(database)
    door.set_door(shop.inst, shop.owned, shut=True)
    assert facilitation.open_room(shop.inst, shop.owned, shop.now) == shop.code
    assert invited(shop).code == shop.code


def test_a_closed_room_has_no_shut_door(database: Database) -> None:
    shop = a_workshop(database)
    door.set_door(shop.inst, shop.owned, shut=True)
    shop.act("close")
    assert not shop.view.record.door_shut


def test_two_who_shut_the_door_at_once_have_shut_it(database: Database) -> None:
    shop = a_workshop(database)
    for _facilitator in range(2):
        door.set_door(shop.inst, shop.owned, shut=True)
    assert shop.view.record.door_shut


def test_how_many_are_expected_is_said_and_taken_back(database: Database) -> None:
    shop = a_workshop(database)
    assert shop.view.record.expected is None
    door.set_expected(shop.inst, shop.owned, 12, None)
    assert shop.view.record.expected == 12
    door.set_expected(shop.inst, shop.owned, None, 12)
    assert shop.view.record.expected is None
    for nobody in (0, -1, 501):
        with pytest.raises(RefusedInput, match="1 to 500"):
            door.set_expected(shop.inst, shop.owned, nobody, None)


def test_of_two_facilitators_the_second_is_told_what_the_first_expects(database: Database) -> None:
    shop = a_workshop(database)
    door.set_expected(shop.inst, shop.owned, 12, None)
    with pytest.raises(EditConflict, match="Someone else"):
        door.set_expected(shop.inst, shop.owned, 8, None)
    door.set_expected(shop.inst, shop.owned, 12, None)
    assert shop.view.record.expected == 12


def test_a_crowd_within_a_minute_is_noticed_until_somebody_says_it_is_all_right(database: Database) -> None:
    shop = a_workshop(database)
    for _one in range(CROWD - 1):
        shop.joins("business")
    assert shop.view.record.crowd is None
    shop.joins("business")
    assert shop.view.record.crowd == CROWD
    shop.passes(minutes=1)
    shop.joins("business")
    assert shop.view.record.crowd == CROWD
    door.accept_crowd(shop.inst, shop.owned)
    assert shop.view.record.crowd is None


def test_the_same_people_over_some_minutes_are_no_crowd(database: Database) -> None:
    shop = a_workshop(database)
    for _one in range(CROWD + 5):
        shop.joins("business")
        shop.passes(seconds=30)
    assert shop.view.record.crowd is None


def test_many_are_taken_out_at_once_and_the_others_stay(database: Database) -> None:
    shop = a_workshop(database)
    strangers = [shop.joins("business").respondent_id for _ in range(30)]
    ours = two_and_two(shop)
    assert door.remove_all(shop.inst, shop.owned, strangers) == {"deleted": 30}
    assert {member.respondent_id for member in people.people(shop.inst, shop.owned)} == {
        person.respondent_id for person in ours
    }
    assert joining.participant_of(shop.inst, shop.tokens[strangers[0]]) is None


def test_somebody_taken_out_meanwhile_and_people_of_other_rooms_are_left_out(database: Database) -> None:
    shop, other = a_workshop(database), a_workshop(database)
    first, second = shop.joins("business"), shop.joins("business")
    theirs = other.joins("business")
    leaving.remove(shop.inst, shop.owned, first.respondent_id)
    chosen = [first.respondent_id, second.respondent_id, theirs.respondent_id]
    assert door.remove_all(shop.inst, shop.owned, chosen) == {"deleted": 1}
    assert other.view.joined == 1


def test_after_a_result_was_shown_many_are_set_aside(database: Database) -> None:
    shop = a_workshop(database)
    people_here = two_and_two(shop)
    shop.act("start")
    shop.everybody_votes(people_here, 1, "ABC-1", [2, 3, 4, 5])
    shown = shop.act("reveal").first
    chosen = [person.respondent_id for person in people_here[:2]]
    assert door.remove_all(shop.inst, shop.owned, chosen) == {"set aside": 2}
    assert shop.view.first == shown


def function_of(shop: Shop, respondent_id: str) -> tuple[str, str]:
    (found,) = [p for p in people.people(shop.inst, shop.owned) if p.respondent_id == respondent_id]
    return found.function, found.camp


def test_a_function_is_put_right_in_words_and_the_side_stays(database: Database) -> None:
    shop = a_workshop(database)
    person = shop.joins("business").respondent_id
    before = function_of(shop, person)[0]
    door.correct_function(shop.inst, shop.owned, person, "  Head of <b>shelves</b>\x00 ", before)
    assert function_of(shop, person) == ("Head of <b>shelves</b>", "business")
    door.correct_function(shop.inst, shop.owned, person, before, "Head of <b>shelves</b>")
    participant = joining.participant_of(shop.inst, shop.tokens[person])
    assert participant is not None
    assert participant.function == "CEO"
    with pytest.raises(RefusedInput, match="this person’s function"):
        door.correct_function(shop.inst, shop.owned, person, " \x00", before)


def test_of_two_corrections_the_second_is_told_the_first(database: Database) -> None:
    shop = a_workshop(database)
    person = shop.joins("business").respondent_id
    seen = function_of(shop, person)[0]
    door.correct_function(shop.inst, shop.owned, person, "Shelves", seen)
    with pytest.raises(EditConflict, match="“Shelves”"):
        door.correct_function(shop.inst, shop.owned, person, "Tables", seen)
    assert function_of(shop, person)[0] == "Shelves"
    leaving.remove(shop.inst, shop.owned, person)
    with pytest.raises(NotFound):
        door.correct_function(shop.inst, shop.owned, person, "Tables", "Shelves")

"""A workshop as a facilitator leads it, in all three ways, on both databases."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from assessment.answers.records import Organisation
from assessment.errors import Frozen, NotFound, RefusedInput
from assessment.workshop.meeting import PlanRefused
from services.core import identity
from services.workshop import facilitation, voting
from services.workshop.join import codes
from services.workshop.room.view import build_view
from storage.db.database import Database
from storage.db.engines import open_database
from storage.repositories import plan_parts
from storage.repositories.plan_parts import load_agreed
from tests.toy import toy_instrument
from tests.words import WITHHELD
from tests.workshops import NOW, TODAY, a_workshop, an_installation, two_and_two

KEYS = ("ABC-1", "ABC-2", "DEF-1", "DEF-2", "GHI-1", "GHI-2")


def test_one_question_from_the_vote_to_the_agreed_level(database: Database) -> None:
    shop = a_workshop(database)
    people = two_and_two(shop)
    view = shop.act("start")
    assert (view.phase, view.code, view.open_codes) == ("question", "ABC-1", ("ABC-1",))
    shop.everybody_votes(people[:3], 1, "ABC-1", [4, 5, 2])
    view = shop.view
    assert view.count_sentence == "3 of 4 have answered."
    assert (view.first, view.second, view.withheld) == (None, None, None)
    shop.votes(people[3], 1, "ABC-1", 2)
    view = shop.act("reveal")
    assert view.first is not None
    assert view.first.levels == (0, 2, 0, 1, 1)
    assert view.first.sides == {"business": (0, 0, 0, 1, 1), "technology": (0, 2, 0, 0, 0)}
    shop.act("vote_again")
    assert shop.view.first is None
    shop.everybody_votes(people, 2, "ABC-1", [3, 4, 3, 3])
    view = shop.act("reveal")
    assert view.second is not None
    assert (view.second.levels, view.second.range) == ((0, 0, 3, 1, 0), (3, 4))
    for outside in (2, 5):
        with pytest.raises(RefusedInput, match="here 3 to 4"):
            shop.agree(outside)
    view = shop.agree(3, note="As of May", dissent="One sees 4", owner="COO")
    assert view.phase == "agreed"
    assert view.agreed is not None
    assert (view.agreed.level, view.agreed.owner, view.agreed.dissent) == (3, "COO", "One sees 4")
    assert shop.act("next").code == "ABC-2"


def test_without_a_second_vote_the_level_lies_within_the_first(database: Database) -> None:
    shop = a_workshop(database)
    people = two_and_two(shop)
    shop.act("start")
    shop.everybody_votes(people, 1, "ABC-1", [2, 2, 3, 3])
    shop.act("reveal")
    with pytest.raises(RefusedInput, match="here 2 to 3"):
        shop.agree(1)
    assert shop.agree(2).phase == "agreed"


def test_voting_again_after_agreeing_takes_the_agreement_back(database: Database) -> None:
    shop = a_workshop(database)
    people = two_and_two(shop)
    shop.act("start")
    shop.everybody_votes(people, 1, "ABC-1", [2, 2, 3, 3])
    shop.act("reveal")
    shop.agree(3)
    shop.act("vote_again")
    with database.reading() as unit:
        assert load_agreed(unit, shop.owned.assessment_id) == {}


def test_where_nobody_knows_the_room_may_agree_on_any_level(database: Database) -> None:
    shop = a_workshop(database)
    people = two_and_two(shop)
    shop.act("start")
    for person in people:
        shop.votes(person, 1, "ABC-1", "?")
    view = shop.act("reveal")
    assert view.first is not None
    assert (view.first.dont_know, view.first.range) == (4, None)
    assert shop.agree(1).agreed is not None


def test_the_limits_of_an_agreed_level_do_not_give_a_single_vote_away(database: Database) -> None:
    shop = a_workshop(database)
    people = two_and_two(shop)
    shop.act("start")
    shop.votes(people[0], 1, "ABC-1", 4)
    view = shop.act("reveal")
    assert (view.first, view.withheld) == (None, WITHHELD)
    for level in range(1, 6):
        with pytest.raises(RefusedInput, match="Not shown"):
            shop.agree(level)


def test_ten_questions_end_in_a_ceiling_and_an_agenda_by_impact(database: Database) -> None:
    shop = a_workshop(database, "ten", minutes=60)
    people = two_and_two(shop)
    shop.act("start")
    for code in KEYS:
        shop.everybody_votes(people, 1, code, [3, 3, 3, 3])
    shop.everybody_votes(people, 1, "DEF-1", [4, 4, 1, 1])
    shop.everybody_votes(people, 1, "ABC-2", [3, 3, 2, 2])
    assert shop.view.answered == 4
    view = shop.act("overview")
    # DEF-1: (4 + 1) / 2 = 2.5 is level 2; without the others nothing else is below 3 but ABC-2 (2.5)
    assert view.standing == "No higher than level 2; the five open questions can only lower it."
    assert [entry.code for entry in view.talks] == ["DEF-1", "ABC-2"]
    assert shop.act("next").first is not None
    with pytest.raises(Frozen):
        shop.votes(people[0], 1, "GHI-1", 5)


def test_a_prepared_room_is_answered_beforehand_and_starts_from_its_agenda(database: Database) -> None:
    shop = a_workshop(database, "prepared", minutes=60)
    people = two_and_two(shop)
    for person, level in zip(people, (4, 4, 2, 2), strict=True):
        for code in shop.inst.instrument.practices:
            shop.votes(person, 1, code, level if code == "ABC-1" else 3)
    assert (shop.view.phase, shop.view.answered, shop.view.standing) == ("lobby", 4, None)
    view = shop.act("start")
    assert view.phase == "overview"
    assert view.standing is not None
    assert view.standing.startswith("You describe level 3")
    assert [entry.code for entry in view.talks] == ["ABC-1"]


def test_a_plan_that_does_not_fit_sets_nothing_up(database: Database) -> None:
    inst, token = an_installation(database), identity.new_token()
    with pytest.raises(PlanRefused):
        facilitation.set_up(
            inst, token, Organisation(name="K"), way="pillar", minutes=60, privacy="team", today=TODAY
        )
    with pytest.raises(RefusedInput, match="Name the organisation"):
        facilitation.set_up(
            inst, token, Organisation(name=" "), way="ten", minutes=60, privacy="team", today=TODAY
        )
    assert identity.list_owned(inst, token) == ()


def test_the_plan_may_change_in_the_lobby_and_the_mode_until_the_first_answer(database: Database) -> None:
    shop = a_workshop(database, "ten", minutes=60)
    shop.joins("business")
    person = shop.joins("technology")
    facilitation.change_plan(shop.inst, shop.owned, "prepared", 90)
    facilitation.change_privacy(shop.inst, shop.owned, "open")
    assert (shop.view.way, shop.view.privacy) == ("prepared", "open")
    shop.votes(person, 1, "GHI-3", 4)
    with pytest.raises(Frozen, match="fixed once someone has answered"):
        facilitation.change_privacy(shop.inst, shop.owned, "team")
    shop.act("start")
    with pytest.raises(RefusedInput, match="while the overview is shown"):
        facilitation.change_plan(shop.inst, shop.owned, "ten", 60)


def test_two_facilitators_pressing_next_at_once_go_on_by_one(database: Database) -> None:
    shop = a_workshop(database)
    two_and_two(shop)
    shop.act("start")
    step = shop.act("reveal").step
    second = identity.new_token()
    code = identity.issue_resume_code(shop.inst, shop.token, shop.owned.assessment_id)
    other = identity.resume(shop.inst, second, code, shop.address)
    facilitation.act(shop.inst, shop.owned, "next", NOW, seen=step)
    with pytest.raises(RefusedInput, match="moved on"):
        facilitation.act(shop.inst, other, "next", NOW, seen=step)
    assert shop.view.code == "ABC-2"
    facilitation.act(shop.inst, other, "park", NOW)
    assert shop.view.code == "ABC-3"


def test_a_parked_question_stands_in_the_register_until_it_is_taken_up(database: Database) -> None:
    shop = a_workshop(database)
    shop.act("start")
    shop.act("park")
    with database.reading() as unit:
        assert plan_parts.load(unit, shop.owned.assessment_id, plan_parts.PARKED) == ["ABC-1"]
    shop.act("jump", "ABC-1")
    with database.reading() as unit:
        assert plan_parts.load(unit, shop.owned.assessment_id, plan_parts.PARKED) == []


def test_a_room_running_late_says_so_and_is_packed_anew(database: Database) -> None:
    shop = a_workshop(database, minutes=120)
    two_and_two(shop)
    shop.act("start")
    # 11 × 6:09 = 67:39, so 68 minutes of talk, 6 to join, 4 to close, 42 for commitments
    assert [block.minutes for block in shop.view.blocks] == [6, 68, 42, 4]
    assert shop.view.overrun(shop.now) == 0
    shop.passes(minutes=40)
    shop.act("reveal")
    # left 114 − 40 = 74 minutes; needed 11 × 6:09 + 46 = 113:39
    assert shop.view.overrun(shop.now) == 39 * 60 + 39
    facilitation.repack(shop.inst, shop.owned, shop.now)
    # 74 − 46 − 6:09 for the question in front leaves 21:51, so 3 more
    assert [entry.state for entry in shop.view.agenda] == ["planned"] * 4 + ["later"] * 7
    assert shop.view.overrun(shop.now) == 0
    shop.passes(minutes=-30)
    facilitation.repack(shop.inst, shop.owned, shop.now)
    # the clock was wrong: 104 − 46 − 6:09 leaves 51:51, so 8 more
    assert [entry.state for entry in shop.view.agenda].count("planned") == 9


@pytest.mark.parametrize("jump", [timedelta(days=-400), timedelta(days=400), timedelta(hours=-3)])
def test_a_clock_that_jumps_stops_nothing(database: Database, jump: timedelta) -> None:
    shop = a_workshop(database)
    people = two_and_two(shop)
    shop.act("start")
    facilitation.set_timer(shop.inst, shop.owned, 210, shop.now)
    shop.now += jump
    left = shop.view.timer(shop.now)
    assert left is not None
    assert 0 <= left[0] <= left[1] == 210
    assert 0 <= shop.view.seconds_left(shop.now) <= 120 * 60
    shop.everybody_votes(people, 1, "ABC-1", [2, 2, 3, 3])
    shop.act("reveal")
    assert shop.agree(2).agreed is not None
    shop.now -= jump
    assert shop.act("next").code == "ABC-2"


def test_the_timer_runs_out_and_goes_with_its_phase(database: Database) -> None:
    shop = a_workshop(database)
    shop.act("start")
    facilitation.set_timer(shop.inst, shop.owned, 60, NOW)
    timers = [shop.view.timer(NOW + timedelta(seconds=s)) for s in (0, 59, 61)]
    assert timers == [(60, 60), (1, 60), (0, 60)]
    assert shop.act("reveal").timer(NOW) is None
    for seconds in (0, -1, 3_601):
        with pytest.raises(RefusedInput):
            facilitation.set_timer(shop.inst, shop.owned, seconds, NOW)


def test_two_server_processes_show_the_same_room(database: Database, database_url: str) -> None:
    shop = a_workshop(database)
    people = two_and_two(shop)
    shop.act("start")
    elsewhere = an_installation(open_database(database_url))
    voting.vote(elsewhere, people[0], 1, "ABC-1", {"level": 4})
    assert shop.view.answered == 1
    facilitation.act(elsewhere, shop.owned, "reveal", NOW)
    assert build_view(elsewhere, shop.owned.assessment_id) == shop.view
    assert shop.view.phase == "reveal"
    elsewhere.database.close()


def test_a_closed_room_takes_nothing_and_opens_again(database: Database) -> None:
    shop = a_workshop(database)
    people = two_and_two(shop)
    shop.act("start")
    view = shop.act("close")
    assert (view.phase, view.join_code(NOW), view.actions) == ("closed", None, ("reopen",))
    attempts: list[Callable[[], object]] = [
        lambda: shop.votes(people[0], 1, "ABC-1", 3),
        lambda: voting.save_activity(shop.inst, people[0], "ACT-1", 3),
        lambda: voting.save_decision(shop.inst, people[0], "buy_shelf", "COO"),
        lambda: voting.save_ranking(shop.inst, people[0], "ranking", ["space"]),
    ]
    for attempt in attempts:
        with pytest.raises(Frozen):
            attempt()
    with pytest.raises(RefusedInput, match="room is closed"):
        facilitation.open_room(shop.inst, shop.owned, NOW)
    with pytest.raises(NotFound, match="the room may be closed"):
        codes.invitation(shop.inst, shop.code, shop.address, NOW)
    shop.act("reopen")
    facilitation.open_room(shop.inst, shop.owned, NOW)
    voting.save_activity(shop.inst, people[0], "ACT-1", 3)
    assert voting.my_answers(shop.inst, people[0]).activity == {"ACT-1": 3}


def test_what_is_no_agreement_is_refused(database: Database) -> None:
    shop = a_workshop(database)
    people = two_and_two(shop)
    shop.act("start")
    shop.everybody_votes(people, 1, "ABC-1", [1, 1, 5, 5])
    shop.act("reveal")
    for level, more in ((0, {}), (6, {}), (3, {"note": "x" * 1_001}), (3, {"owner": "Mr Bean"})):
        with pytest.raises(RefusedInput, match="Nothing was changed"):
            shop.agree(level, **more)
    with pytest.raises(RefusedInput):
        facilitation.act(shop.inst, shop.owned, "agree", NOW)
    nasty = "<script>alert(1)</script>\x00 \u202e %s ${7*7}"
    agreed = shop.agree(3, note=nasty).agreed
    assert agreed is not None
    assert agreed.note == nasty.replace("\x00", "")


def test_moving_a_submitted_workshop_on_opens_it_again(database: Database) -> None:
    shop = a_workshop(database)
    people = two_and_two(shop)
    shop.act("start")
    shop.everybody_votes(people, 1, "ABC-1", [1, 2, 3, 4])
    shop.act("close")
    (owned,) = identity.list_owned(shop.inst, shop.token)
    assert owned.status == "submitted"
    shop.act("reopen")
    (owned,) = identity.list_owned(shop.inst, shop.token)
    assert owned.status == "open"


def test_predictions_and_quick_screens_are_checked_against_the_instrument(database: Database) -> None:
    shop = a_workshop(database)
    person = shop.joins("business")
    shop.act("start")
    voting.predict(shop.inst, person, "ABC-1", 2)
    voting.save_decision(shop.inst, person, "buy_shelf", "nobody")
    voting.save_ranking(shop.inst, person, "ranking", ["space", "order"])
    said = voting.my_answers(shop.inst, person)
    assert (said.predictions, said.decisions) == ({"ABC-1": 2}, {"buy_shelf": "nobody"})
    assert said.ranking == ["space", "order"]
    attempts: list[Callable[[], object]] = [
        lambda: voting.predict(shop.inst, person, "ABC-2", 2),
        lambda: voting.vote(shop.inst, person, 3, "ABC-1", {"level": 2}),  # type: ignore[arg-type]
        lambda: voting.vote(shop.inst, person, 1, "ABC-1", {"level": 9}),
        lambda: voting.vote(shop.inst, person, 1, "XYZ-1", {"level": 3}),
        lambda: voting.save_activity(shop.inst, person, "ACT-9", 2),
        lambda: voting.save_decision(shop.inst, person, "buy_shelf", "Mr Bean"),
        lambda: voting.save_ranking(shop.inst, person, "ranking", ["space", "space"]),
    ]
    for attempt in attempts:
        with pytest.raises(RefusedInput):
            attempt()


def test_the_second_vote_of_one_late_leader_waits_until_another_joins(database: Database) -> None:
    shop = a_workshop(database)
    people = two_and_two(shop)
    shop.act("start")
    shop.everybody_votes(people, 1, "ABC-1", [2, 2, 3, 3])
    shop.act("reveal")
    late = shop.joins("technology")
    shop.act("vote_again")
    shop.everybody_votes([*people, late], 2, "ABC-1", [3, 3, 2, 2, 5])
    second = shop.act("reveal").second
    assert second is not None
    assert (second.levels, second.left_out) == ((0, 2, 2, 0, 0), 1)
    another = shop.joins("technology")
    shop.act("vote_again")
    shop.votes(another, 2, "ABC-1", 4)
    second = shop.act("reveal").second
    assert second is not None
    assert (second.levels, second.left_out) == ((0, 2, 2, 1, 1), 0)
    assert second.sides == {"business": (0, 0, 2, 0, 0), "technology": (0, 2, 0, 1, 1)}


def test_in_the_open_mode_votes_stand_with_their_names_and_only_after_the_reveal(database: Database) -> None:
    shop = a_workshop(database, privacy="open")
    ann, bob = shop.joins("business", name="Ann"), shop.joins("technology", name=" Bob\x00 ")
    shop.act("start")
    shop.votes(ann, 1, "ABC-1", 2)
    assert "Ann" not in str(shop.view)
    shop.votes(bob, 1, "ABC-1", "?")
    first = shop.act("reveal").first
    assert first is not None
    assert [(named.name, named.level) for named in first.named] == [("Ann", 2), ("Bob", None)]


def test_the_real_instrument_is_not_needed_for_a_room(database: Database) -> None:
    shop = a_workshop(database, "pillar", instrument=toy_instrument())
    assert shop.view.open_codes == ()
    assert shop.act("start").code == "ABC-1"

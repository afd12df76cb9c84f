"""What the database counts as a vote is what the table of phases says is open."""

from itertools import product
from typing import get_args

import pytest

from assessment.answers.records import Response
from assessment.errors import Frozen
from assessment.workshop.meeting import Way
from assessment.workshop.phases import PHASES, PhaseName, VoteRound
from assessment.workshop.room import AgendaEntry, Room, new_room
from storage.db.database import Database, WritingUnit
from storage.repositories import rooms, votes
from storage.repositories.browsers.devices import bind_device
from storage.repositories.respondents import add_respondent
from tests.storage.examples import an_assessment

KEY, OTHER = ("ABC-1", "ABC-2"), "DEF-1"


def a_room_in(phase: PhaseName, way: Way, in_front: str | None) -> Room:
    agenda = tuple(AgendaEntry(code, "asked") for code in (KEY if way == "ten" else (*KEY, OTHER)))
    vote: VoteRound = 2 if any(each.round == 2 for each in PHASES[phase].votes) else 1
    return Room(way, 60, (), phase, in_front, vote, agenda)


def is_counted(unit: WritingUnit, assessment_id: str, person: str, vote: VoteRound, code: str) -> bool:
    try:
        votes.put_vote(unit, assessment_id, person, vote, code, Response(level=3), key=code in KEY)
    except Frozen:
        return False
    return True


@pytest.mark.parametrize("way", get_args(Way))
def test_in_every_phase_a_vote_is_counted_where_it_is_open_and_nowhere_else(
    database: Database, way: Way
) -> None:
    with database.writing() as unit:
        assessment_id = an_assessment(unit)
        rooms.add_room(unit, assessment_id, new_room(way, 60, KEY, 315))
        person = add_respondent(unit, assessment_id, function="CEO", camp="business")
        bind_device(unit, "token", assessment_id, role="participant", respondent_id=person)
        voted_in = set()
        for phase, in_front in product(PHASES, (None, KEY[0], OTHER)):
            if in_front is None and PHASES[phase].needs_question:
                continue
            room = a_room_in(phase, way, in_front)
            rooms.update_room(unit, assessment_id, room)
            for vote, code in product(get_args(VoteRound), (*KEY, OTHER)):
                counted = is_counted(unit, assessment_id, person, vote, code)
                assert counted == (code in room.open_codes and vote == room.round), (room, vote, code)
                voted_in |= {phase} if counted else set()
    assert voted_in == {"question", "second"} | ({"lobby"} if way == "prepared" else set())

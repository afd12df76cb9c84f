"""What a participant says in a room: votes, predictions, activity, decision map, ranking.

Every function returns only after the commit, so that "Saved" may be shown when it returns. All raise
RefusedInput (unreadable), Frozen (the vote is over, the room closed) and NotFound (no longer in the room).
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from assessment.answers.parse import parse_level, parse_response
from assessment.answers.ranked import Ranked
from assessment.answers.records import Respondent, Response
from assessment.errors import Frozen, NotFound, RefusedInput
from assessment.instrument.model import Instrument
from language.translation import _, lazy, speaking
from services.core.identity import device_hash
from services.core.installation import Installation
from services.plan.decisions import check_decision, check_ranking
from services.workshop.join.joining import Participant
from services.workshop.room.tag import check_tag
from storage.db.database import WritingUnit
from storage.repositories import answers, rooms, votes
from storage.repositories.answers import Round
from storage.repositories.browsers import devices
from storage.repositories.records import load_respondent


def my_answers(inst: Installation, participant: Participant) -> Respondent:
    """Everything this person has said so far."""
    with inst.database.reading() as unit:
        return load_respondent(unit, participant.assessment_id, participant.respondent_id)


def vote(
    inst: Installation, participant: Participant, vote_round: Round, code: str, raw: Mapping[str, Any]
) -> Response:
    """Counts an answer in the first or second vote, in place of an earlier one, while that vote is open.

    `raw` as for `assessment.answers.parse.parse_response`. A tap that comes too late is refused (Frozen).
    """
    response, put = _checked_vote(inst.asked(participant), vote_round, code, raw)
    inst.votes.submit(lambda unit: put(unit, participant.assessment_id, participant.respondent_id)).result()
    return response


def change_vote(
    inst: Installation,
    participant: Participant,
    code: str,
    merge: Callable[[WritingUnit, Participant], Response],
) -> Response:
    """`vote` in the first vote, with what `merge` makes of the stored answer in the same transaction."""
    merged: list[Response] = []

    def write(unit: WritingUnit) -> None:
        response = merge(unit, participant)
        key = inst.asked(participant).practices[code].key
        votes.put_vote(unit, participant.assessment_id, participant.respondent_id, 1, code, response, key=key)
        merged.append(response)

    inst.votes.submit(write).result()
    return merged[-1]


def predict(inst: Installation, participant: Participant, code: str, level: int) -> None:
    """Stores what this person expects the other side to say, while the first vote on it is open."""
    put = _checked_prediction(inst.asked(participant), code, level)
    inst.votes.submit(lambda unit: put(unit, participant.assessment_id, participant.respondent_id)).result()


async def tap_vote(
    inst: Installation, token: str, vote_round: Round, code: str, raw: Mapping[str, Any], *, tag: str = ""
) -> Response:
    """`vote` for the browser with this token, in the room it is in when the answer is stored.

    Holds no thread while it waits, and asks who it is in the same transaction. Raises NotFound besides
    for a browser that is in no room, Frozen where `tag` (`joining.room_tag`) names another room.
    """
    responses: list[Response] = []

    def check(instrument: Instrument) -> Put:
        response, put = _checked_vote(instrument, vote_round, code, raw)
        responses.append(response)
        return put

    await _tapped(inst, token, check, tag)
    return responses[-1]


async def tap_prediction(inst: Installation, token: str, code: str, level: int, *, tag: str = "") -> None:
    """`predict` for the browser with this token, as `tap_vote`."""
    await _tapped(inst, token, lambda instrument: _checked_prediction(instrument, code, level), tag)


def save_activity(inst: Installation, participant: Participant, code: str, level: int) -> None:
    """Stores the answer to one activity question, until the room is closed."""
    level = parse_level(inst.asked(participant).activity_items, code, level)
    with inst.database.writing() as unit:
        _check_open(unit, participant)
        answers.save_activity(unit, participant.assessment_id, participant.respondent_id, code, level)


def save_decision(inst: Installation, participant: Participant, decision: str, role: str) -> None:
    """Stores who, in this person's eyes, takes one decision, until the room is closed."""
    check_decision(inst.asked(participant), decision, role)
    with inst.database.writing() as unit:
        _check_open(unit, participant)
        answers.save_decision(unit, participant.assessment_id, participant.respondent_id, decision, role)


def save_ranking(inst: Installation, participant: Participant, kind: Ranked, order: Sequence[str]) -> None:
    """Stores the outcomes or the barriers in this person's order, until the room is closed."""
    check_ranking(inst.asked(participant), kind, order)
    with inst.database.writing() as unit:
        _check_open(unit, participant)
        answers.save_ranking(unit, participant.assessment_id, participant.respondent_id, kind, order)


Put = Callable[[WritingUnit, str, str], None]
"""Stores a checked answer of `(assessment_id, respondent_id)`."""


def _checked_vote(
    instrument: Instrument, vote_round: Round, code: str, raw: Mapping[str, Any]
) -> tuple[Response, Put]:
    response = parse_response(instrument, code, raw)
    if vote_round not in (1, 2):
        raise RefusedInput(lazy("This answer could not be read. Nothing was stored; please choose again."))
    key = instrument.practices[code].key

    def put(unit: WritingUnit, assessment_id: str, respondent_id: str) -> None:
        votes.put_vote(unit, assessment_id, respondent_id, vote_round, code, response, key=key)

    return response, put


def _checked_prediction(instrument: Instrument, code: str, level: int) -> Put:
    known = {c: practice for c, practice in instrument.practices.items() if practice.predict}
    level = parse_level(known, code, level)
    key = known[code].key

    def put(unit: WritingUnit, assessment_id: str, respondent_id: str) -> None:
        votes.put_prediction(unit, assessment_id, respondent_id, code, level, key=key)

    return put


def _check_readable(inst: Installation, check: Callable[[Instrument], Put]) -> None:
    refused: list[RefusedInput] = []
    for edition in inst.editions:
        try:
            check(edition)
        except RefusedInput as error:
            refused.append(error)
    if len(refused) == len(inst.editions):
        raise refused[0]


async def _tapped(inst: Installation, token: str, check: Callable[[Instrument], Put], tag: str) -> None:
    """Stores what `check` makes of an answer to the edition of the room this browser is in.

    What no edition here takes is refused before anything waits.
    """
    _check_readable(inst, check)
    token_hash = device_hash(inst, token)

    def write(unit: WritingUnit) -> None:
        here = devices.find_participant(unit, token_hash)
        if here is None:
            raise NotFound(
                _("You are no longer in this room, so nothing was saved. Join again with the code.")
            )
        with speaking(here.language):
            check_tag(inst, here.assessment_id, tag)
            check(inst.asked(here))(unit, here.assessment_id, here.respondent_id)

    await asyncio.wrap_future(inst.votes.submit(write))


def _check_open(unit: WritingUnit, participant: Participant) -> None:
    if participant.respondent_id not in votes.present(unit, participant.assessment_id):
        raise NotFound(_("You are no longer in this room, so nothing was saved. Join again with the code."))
    if rooms.get_room(unit, participant.assessment_id).room.rules.stage == "after":
        raise Frozen(_("This room is closed, and this answer was not stored. Earlier answers are safe."))

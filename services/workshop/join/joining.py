"""Joining a room: join code, device cookie, personal resume code. No accounts.

A participant is a respondent to whom a browser is bound. Somebody who returns, by cookie or by code, is the same
participant with all answers.
"""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime

from assessment.answers.records import NAME_LIMIT
from assessment.errors import NotFound, RefusedInput, TooManyTries
from assessment.instrument.model import CAMPS, Camp
from language.translation import _
from services.core.browsers import carry_over
from services.core.identity import (
    Owned,
    bind_as,
    counting_wrong_codes,
    device_hash,
    get_code_holder,
    keyed_hash,
    new_resume_code,
    normalise_code,
    not_found,
)
from services.core.installation import Installation
from services.workshop.join.codes import check_door, get_room_by_code
from services.workshop.room.view_cache import invalidate
from storage.db.database import Unit, WritingUnit
from storage.db.upsert import lock_assessment
from storage.repositories import assessments, doors, respondents, rooms
from storage.repositories.browsers import devices

FUNCTION_LIMIT = 60
JOINS_PER_MINUTE = 200
"""New people in one room within a minute of the clock."""
CROWD = 30
"""From this many new people within a minute on the facilitator is told."""

Participant = devices.Participation
"""Who this browser is in a room."""


@dataclass(frozen=True)
class Newcomer:
    """Who somebody is who joins: `function` is one of the instrument's, or the person's own words.

    A `name` is kept in open mode only.
    """

    function: str
    camp: Camp
    name: str | None = None


@dataclass(frozen=True)
class Joined:
    """A participant, and the personal resume code of somebody new, which is shown once."""

    participant: Participant
    resume_code: str | None


async def join_room(
    inst: Installation,
    token: str,
    code: str,
    address: str,
    now: datetime,
    newcomer: Newcomer,
    former: str = "",
) -> Joined:
    """Joins a room while it is open; a browser that is in it already keeps its participant.

    `former` is the token the browser came with, where `token` is its successor (`services.core.browsers`).

    Awaits a group commit without holding a thread, because sixty people may join at once. Does not invalidate the
    cached view: screens show the new count after at most 0.25 s.
    """
    arrival = _arriving(inst, token, code, now, newcomer)
    arrival.former = former or token
    try:
        await asyncio.wrap_future(inst.arrivals.submit(arrival, normalise_code(code)))
    except NotFound as wrong:
        await asyncio.to_thread(_count_wrong, inst, token, address, wrong)
    return arrival.joined


def _count_wrong(inst: Installation, token: str, address: str, wrong: NotFound) -> None:
    with counting_wrong_codes(inst, token, address):
        raise wrong


def _arriving(inst: Installation, token: str, code: str, now: datetime, who: Newcomer) -> "_Arrival":
    """Checks everything that needs no database. Raises RefusedInput."""
    function, name = cleaned(who.function, FUNCTION_LIMIT), cleaned(who.name or "", NAME_LIMIT) or None
    if not function or who.camp not in CAMPS:
        raise RefusedInput(_("Choose your function and your side. Nothing was lost."))
    return _Arrival(inst, token, code, now, Newcomer(function, who.camp, name))


@dataclass
class _Arrival:
    """A pending join; called with the unit that stores it, which sets `joined`."""

    inst: Installation
    token: str
    code: str
    now: datetime
    who: Newcomer
    former: str = ""
    joined: Joined = field(init=False)

    def __call__(self, unit: WritingUnit) -> None:
        room = get_room_by_code(unit, self.code, self.now)
        lock_assessment(unit, room.assessment_id)
        known = _binding(self.inst, unit, self.token, room.assessment_id) or _binding(
            self.inst, unit, self.former, room.assessment_id
        )
        if known is not None:
            self.joined = Joined(_bound(self.inst, unit, self.token, room.assessment_id, known), None)
        else:
            check_door(room)
            if doors.arrived(room, self.now) >= JOINS_PER_MINUTE:
                raise TooManyTries(
                    _("Many people are joining this room. Nothing is lost: wait a minute, then try again.")
                )
            self.joined = self._somebody_new(unit, room.assessment_id)
        carry_over(self.inst, unit, self.former, self.token)

    def _somebody_new(self, unit: WritingUnit, assessment_id: str) -> Joined:
        found = assessments.get_assessment(unit, assessment_id)
        who, name = self.who, self.who.name if found.privacy == "open" else None
        person = respondents.add_respondent(
            unit, assessment_id, function=who.function, camp=who.camp, name=name
        )
        bind_as(self.inst, unit, self.token, assessment_id, "participant", person)
        resume_code = _give_code(self.inst, unit, assessment_id, person)
        doors.count_arrival(unit, assessment_id, self.now, CROWD)
        organisation = found.organisation.name
        here = Participant(
            assessment_id, person, organisation, found.privacy, who.function, who.camp, name, found.language,
            found.edition, found.keep_until,
        )  # fmt: skip
        return Joined(here, resume_code)


def participant_of(inst: Installation, token: str) -> Participant | None:
    """Who this browser is in the room it joined last, or None."""
    with inst.database.reading() as unit:
        return _here(inst, unit, token)


def as_participant(inst: Installation, owned: Owned) -> Participant:
    """The owner as one of those who answer. NotFound for a facilitator who does not."""
    with inst.database.reading() as unit:
        person = respondents.find_respondent(unit, owned.assessment_id, owned.respondent_id)
        if person is None:
            raise not_found()
        privacy = assessments.get_assessment(unit, owned.assessment_id).privacy
    return Participant(
        owned.assessment_id,
        person.id,
        owned.organisation,
        privacy,
        person.function,
        person.camp,
        person.name,
        owned.language,
        owned.edition,
    )


def rejoin(inst: Installation, token: str, resume_code: str, address: str, former: str = "") -> Participant:
    """Makes this browser the participant a personal resume code belongs to. NotFound, TooManyTries.

    `former` as in `join_room`.
    """
    with counting_wrong_codes(inst, token, address), inst.database.reading() as unit:
        get_code_holder(inst, unit, resume_code, "participant")
    with inst.database.writing() as unit:
        found = get_code_holder(inst, unit, resume_code, "participant")
        participant = _bound(inst, unit, token, found.assessment_id, str(found.respondent_id))
        carry_over(inst, unit, former or token, token)
        rooms.bump_version(unit, found.assessment_id)
    invalidate(inst, found.assessment_id)
    return participant


def new_code(inst: Installation, participant: Participant) -> str:
    """Another personal resume code in place of the earlier one."""
    with inst.database.writing() as unit:
        return _give_code(inst, unit, participant.assessment_id, participant.respondent_id)


def _binding(inst: Installation, unit: Unit, token: str, assessment_id: str) -> str | None:
    for binding in devices.list_bindings(unit, device_hash(inst, token)):
        if binding.role == "participant" and binding.assessment_id == assessment_id:
            return binding.respondent_id
    return None


def _give_code(inst: Installation, unit: WritingUnit, assessment_id: str, person: str) -> str:
    code = new_resume_code()
    hashed = keyed_hash(inst, "resume", normalise_code(code))
    devices.replace_resume_code(unit, hashed, assessment_id, role="participant", respondent_id=person)
    return code


def _here(inst: Installation, unit: Unit, token: str) -> Participant | None:
    return devices.find_participant(unit, device_hash(inst, token))


def _bound(inst: Installation, unit: WritingUnit, token: str, assessment_id: str, person: str) -> Participant:
    """Binds this browser to the person; returns the participant."""
    bind_as(inst, unit, token, assessment_id, "participant", person)
    participant = _here(inst, unit, token)
    if participant is None:
        raise NotFound(_("This person is not in this assessment."))
    return participant


def cleaned(text: str, most: int) -> str:
    """Typed words in one line, without NUL, cut at `most` characters."""
    return " ".join(text.replace("\x00", "").split())[:most].strip()

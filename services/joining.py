"""Coming into a room and leaving it: join code, device cookie, personal resume code. No accounts.

A participant is a respondent to whom a browser is bound as participant. Whoever comes back, by cookie
or by code, is the same participant with all answers.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from limits import RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from assessment.errors import NotFound, RefusedInput, TooManyTries
from assessment.instrument import CAMPS, Camp
from assessment.records import NAME_LIMIT, Privacy
from assessment.words import _
from services.identity import (
    Owned,
    count_try,
    device_hash,
    holder,
    keyed_hash,
    new_resume_code,
    nothing_here,
    spoken,
)
from services.installation import Installation
from services.promises import promise
from services.room_watch import moving, stir
from storage import assessments, devices, respondents, rooms
from storage.database import Unit, WritingUnit
from storage.rooms import CODE_LENGTH, RoomRecord
from storage.upsert import hold

FUNCTION_LIMIT = 60
WRONG_PER_MINUTE = RateLimitItemPerMinute(20)
WRONG_PER_HOUR = RateLimitItemPerHour(120)
WRONG_IN_ALL = RateLimitItemPerHour(2_000)
JOINS_PER_MINUTE = RateLimitItemPerMinute(200)
"""Sixty people behind one address join within a minute; only wrong codes are counted closely."""

_tries = MovingWindowRateLimiter(MemoryStorage())


@dataclass(frozen=True)
class Participant:
    """Who this browser is in a room."""

    assessment_id: str
    respondent_id: str
    organisation: str
    privacy: Privacy
    function: str
    camp: Camp
    name: str | None


@dataclass(frozen=True)
class Joined:
    """A participant, and the personal resume code of somebody new, which is shown once."""

    participant: Participant
    resume_code: str | None


@dataclass(frozen=True)
class Invitation:
    """What somebody with a valid code sees before joining; `promise` is two sentences."""

    code: str
    organisation: str
    privacy: Privacy
    promise: str


def invitation(inst: Installation, code: str, address: str, now: datetime) -> Invitation:
    """The room behind a join code. RefusedInput (malformed, expired), NotFound, TooManyTries."""
    with inst.database.reading() as unit:
        record = _room_of(unit, code, address, now)
        found = assessments.get_assessment(unit, record.assessment_id)
    return Invitation(str(record.join_code), found.organisation.name, found.privacy, promise(found.privacy))


def join(
    inst: Installation,
    token: str,
    code: str,
    address: str,
    now: datetime,
    *,
    function: str,
    camp: Camp,
    name: str | None = None,
) -> Joined:
    """Joins a room at any time while it is open; a browser that is in it already stays who it is.

    `function` is one of the instrument's, or the person's own words; a `name` is kept in open mode only.
    """
    who = {"function": _cleaned(function, FUNCTION_LIMIT), "name": _cleaned(name or "", NAME_LIMIT) or None}
    if not who["function"] or camp not in CAMPS:
        raise RefusedInput(_("Choose your function and your side. Nothing was stored."))
    if not _tries.hit(JOINS_PER_MINUTE, "joined", address):
        raise TooManyTries(
            _("Many people are joining from here. Nothing is lost: wait a minute, then try again.")
        )
    with inst.database.writing() as unit:
        record = _room_of(unit, code, address, now)
        hold(unit, record.assessment_id)
        known = _binding(inst, unit, token, record.assessment_id)
        if known is not None:
            return Joined(_bound(inst, unit, token, record.assessment_id, known), None)
        privacy = assessments.get_assessment(unit, record.assessment_id).privacy
        person = respondents.add_respondent(
            unit,
            record.assessment_id,
            function=str(who["function"]),
            camp=camp,
            name=who["name"] if privacy == "open" else None,
        )
        participant = _bound(inst, unit, token, record.assessment_id, person)
        resume_code = _give_code(inst, unit, record.assessment_id, person)
        rooms.touch_room(unit, record.assessment_id)
    stir(inst, record.assessment_id)
    return Joined(participant, resume_code)


def participant_of(inst: Installation, token: str) -> Participant | None:
    """Who this browser is in the room it joined last, or None."""
    with inst.database.reading() as unit:
        return _here(inst, unit, token)


def as_participant(inst: Installation, owned: Owned) -> Participant:
    """The owner as one of those who answer. NotFound for a facilitator who does not."""
    with inst.database.reading() as unit:
        person = respondents.find_respondent(unit, owned.assessment_id, owned.respondent_id)
        if person is None:
            raise nothing_here()
        privacy = assessments.get_assessment(unit, owned.assessment_id).privacy
    return Participant(
        owned.assessment_id, person.id, owned.organisation, privacy, person.function, person.camp, person.name
    )


def come_back(inst: Installation, token: str, resume_code: str, address: str) -> Participant:
    """Makes this browser the participant a personal resume code belongs to. NotFound, TooManyTries."""
    count_try(address)
    with inst.database.writing() as unit:
        found = holder(inst, unit, resume_code, "participant")
        participant = _bound(inst, unit, token, found.assessment_id, str(found.respondent_id))
        rooms.touch_room(unit, found.assessment_id)
    stir(inst, found.assessment_id)
    return participant


def new_code(inst: Installation, participant: Participant) -> str:
    """Another personal resume code in place of the earlier one."""
    with inst.database.writing() as unit:
        return _give_code(inst, unit, participant.assessment_id, participant.respondent_id)


def leave(inst: Installation, token: str, participant: Participant) -> None:
    """This browser leaves; what was answered stays, and the resume code brings the person back."""
    with moving(inst, participant.assessment_id) as unit:
        devices.unbind_participant(unit, device_hash(inst, token), participant.assessment_id)
        rooms.touch_room(unit, participant.assessment_id)


def remove(inst: Installation, owned: Owned, respondent_id: str) -> Literal["deleted", "set aside"]:
    """Takes a participant out of the room.

    Before anything was shown the answers go too. Afterwards they stay: taking them out would show, by
    what changes, what they were. The person is then no longer waited for and cannot come back.
    """
    with moving(inst, owned.assessment_id) as unit:
        record = rooms.hold_room(unit, owned.assessment_id)
        if respondents.find_respondent(unit, owned.assessment_id, respondent_id) is None:
            raise NotFound(_("There is no such person in this assessment."))
        rooms.touch_room(unit, owned.assessment_id)
        if record.room.shown_anything:
            devices.unbind_respondent(unit, owned.assessment_id, respondent_id)
            return "set aside"
        respondents.remove_respondent(unit, owned.assessment_id, respondent_id)
        return "deleted"


def _room_of(unit: Unit, code: str, address: str, now: datetime) -> RoomRecord:
    typed = spoken(code)
    if len(typed) != CODE_LENGTH:
        raise RefusedInput(
            _("A join code has six letters and numbers, such as K7QM3P. Nothing was stored; type it again.")
        )
    limits = (WRONG_PER_MINUTE, WRONG_PER_HOUR)
    if not (all(_tries.test(each, "join", address) for each in limits) and _tries.test(WRONG_IN_ALL, "join")):
        raise TooManyTries(
            _("Too many wrong codes were typed here. Nothing is lost: wait a minute, then try again.")
        )
    record = rooms.find_by_join_code(unit, typed)
    if record is None:
        for each in limits:
            _tries.hit(each, "join", address)
        _tries.hit(WRONG_IN_ALL, "join")
        raise NotFound(
            _(
                "This code opens no room: it is mistyped, or the room is closed. Compare it with the shared screen."
            )
        )
    if record.code_until is None or now >= record.code_until:
        raise RefusedInput(
            _("This code has expired. Nothing is lost: ask the facilitator to open the room again.")
        )
    return record


def _binding(inst: Installation, unit: Unit, token: str, assessment_id: str) -> str | None:
    for binding in devices.list_bindings(unit, device_hash(inst, token)):
        if binding.role == "participant" and binding.assessment_id == assessment_id:
            return binding.respondent_id
    return None


def _give_code(inst: Installation, unit: WritingUnit, assessment_id: str, person: str) -> str:
    code = new_resume_code()
    hashed = keyed_hash(inst, "resume", spoken(code))
    devices.replace_resume_code(unit, hashed, assessment_id, role="participant", respondent_id=person)
    return code


def _here(inst: Installation, unit: Unit, token: str) -> Participant | None:
    found = devices.find_participant(unit, device_hash(inst, token))
    return None if found is None else Participant(**vars(found))


def _bound(inst: Installation, unit: WritingUnit, token: str, assessment_id: str, person: str) -> Participant:
    """Makes this browser the person, and says who that is."""
    hashed = device_hash(inst, token)
    devices.bind_device(unit, hashed, assessment_id, role="participant", respondent_id=person)
    participant = _here(inst, unit, token)
    if participant is None:
        raise NotFound(_("There is no such person in this assessment."))
    return participant


def _cleaned(text: str, most: int) -> str:
    return " ".join(text.replace("\x00", "").split())[:most].strip()

"""The facilitator's side of a workshop: set up, open, lead, agree, close.

Every function takes the `Owned` that `identity.require` gave: two facilitators come in by the resume
code and lead the same room. `seen` is the step of the view that was acted on; if the room has moved on
since, nothing happens, so that two people pressing *next* at once go on by one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from assessment.answers.records import Agreed, Organisation, Privacy
from assessment.errors import RefusedInput
from assessment.instrument.model import Instrument
from assessment.workshop import meeting
from assessment.workshop import room as workshop
from assessment.workshop.meeting import Plan, Way
from assessment.workshop.phases import Action
from assessment.workshop.room import Room
from language.translation import _
from services.core.identity import Owned, bind, check_new_assessment, store_resume_code
from services.core.installation import Installation
from services.core.retention import last_day
from services.reports.submitting import freeze, publish_benchmark
from services.workshop.agreement import agreed_from, check_within
from services.workshop.join.codes import is_outdated
from services.workshop.room.agenda import repacked, with_agenda
from services.workshop.room.frozen import keep_shown, keep_shown_orders, to_show, with_votes_over
from services.workshop.room.view_cache import updating
from storage.db.database import WritingUnit
from storage.repositories import assessments, doors, plan_parts, rooms, votes
from storage.repositories.rooms import RoomRecord

CODE_VALID = timedelta(hours=12)
LONGEST_VALID = timedelta(days=14)
LONGEST_TIMER = 3_600


@dataclass(frozen=True)
class SetUp:
    """A fresh workshop, its plan, and the facilitators' resume code, which is shown once."""

    owned: Owned
    resume_code: str
    plan: Plan


def set_up(
    inst: Installation,
    token: str,
    organisation: Organisation,
    *,
    way: Way,
    minutes: int,
    privacy: Privacy,
    today: date,
    sections: Sequence[str] = (),
    address: str = "",
) -> SetUp:
    """Sets up a workshop and binds this browser as its facilitator; the facilitator answers nothing.

    Raises PlanRefused with the arithmetic and what would fit, or TooManyTries; nothing was set up then.
    """
    if not organisation.name.strip():
        raise RefusedInput(_("Name the organisation; the name is printed on the playbook."))
    plan = meeting.plan(inst.instrument, way, minutes, sections)
    check_new_assessment(inst, token, address)
    with inst.database.writing() as unit:
        assessment_id = assessments.create_assessment(
            unit,
            organisation=organisation,
            instrument=inst.instrument.code,
            edition=inst.instrument.edition,
            language=inst.settings.language,
            mode="workshop",
            privacy=privacy,
            today=today,
            keep_until=last_day(inst.settings, today),
        )
        rooms.add_room(unit, assessment_id, _fresh(inst.instrument, plan))
        code = store_resume_code(inst, unit, assessment_id, "")
        return SetUp(bind(inst, unit, token, assessment_id, None), code, plan)


def change_plan(
    inst: Installation, owned: Owned, way: Way, minutes: int, sections: Sequence[str] = ()
) -> Plan:
    """Another way or length, while the room waits in its lobby. Raises PlanRefused."""
    plan = meeting.plan(inst.asked(owned), way, minutes, sections)
    with updating(inst, owned.assessment_id) as unit:
        workshop.check(rooms.lock_room(unit, owned.assessment_id).room, "start")
        rooms.update_room(unit, owned.assessment_id, _fresh(inst.asked(owned), plan))
    return plan


def change_privacy(inst: Installation, owned: Owned, privacy: Privacy) -> None:
    """Another mode, until anybody has answered anything. Raises Frozen."""
    with updating(inst, owned.assessment_id) as unit:
        assessments.set_privacy(unit, owned.assessment_id, privacy)
        rooms.bump_version(unit, owned.assessment_id)


def open_room(
    inst: Installation,
    owned: Owned,
    now: datetime,
    *,
    valid: timedelta = CODE_VALID,
    fresh: bool = False,
) -> str:
    """Lets people join from `now` on, opens the door and returns the code; again later prolongs the same code.

    `valid` is at most 14 days, for a room that answers beforehand; `fresh` replaces the code.
    """
    with updating(inst, owned.assessment_id) as unit:
        record = rooms.lock_room(unit, owned.assessment_id)
        if record.room.rules.stage == "after":
            raise RefusedInput(_("This room is closed. Nothing was changed; open it again first."))
        code = record.join_code
        if code is None or fresh or is_outdated(code, record.code_until, now):
            code = doors.new_join_code(unit)
        rooms.set_join_code(unit, owned.assessment_id, code, now + min(valid, LONGEST_VALID))
        doors.set_door(unit, owned.assessment_id, shut=False)
        return code


def act(
    inst: Installation,
    owned: Owned,
    action: Action,
    now: datetime,
    *,
    code: str | None = None,
    seen: int | None = None,
) -> None:
    """Moves the room: start, reveal, vote_again, park, next, jump (to `code`), overview, decisions,
    commitments, close, reopen, vote_on. Raises RefusedInput when that is not possible now; `agree` is its own.

    Closing ends the open vote and freezes what was said: the result rests on that until it is closed again.
    """
    if action == "agree":
        raise RefusedInput(_("Choose the level you agree on. Nothing was changed."))
    with updating(inst, owned.assessment_id) as unit:
        before = _hold(unit, owned, seen)
        room = workshop.act(before.room, action, code, known=inst.asked(owned).practices)
        if action == "start":
            rooms.set_started(unit, owned.assessment_id, now)
            before = replace(before, started=now)
        if action in ("vote_on", "vote_again"):
            keep_shown(unit, owned.assessment_id, before.room)
        room = with_votes_over(unit, owned.assessment_id, before.room, room)
        if room.rules.makes_agenda and _without_talks(before.room):
            everything = to_show(unit, owned.assessment_id, room)
            room = with_agenda(inst.asked(owned), everything, replace(before, room=room), now)
        _move(unit, owned, before.room, room)
        if room.rules.keeps_orders:
            keep_shown_orders(unit, owned.assessment_id, room)
        if action == "close":
            rooms.set_join_code(unit, owned.assessment_id, None, None)
            doors.set_door(unit, owned.assessment_id, shut=False)  # without a code there is no door
            _freeze(inst, unit, owned, room, now)
    if action == "close":
        publish_benchmark(inst)


def agree(
    inst: Installation,
    owned: Owned,
    level: int,
    *,
    note: str = "",
    dissent: str = "",
    owner: str = "",
    evidence: str = "",
    seen: int | None = None,
) -> Agreed:
    """Records the level the room agrees on for the question in front; `owner` is a role.

    The level lies within the second votes, else within the first; where nobody chose a level it is free.
    Raises RefusedInput, also while the votes may not be shown: the limits would give them away.
    """
    agreed = agreed_from(inst.asked(owned), level, note, dissent, owner, evidence)
    with updating(inst, owned.assessment_id) as unit:
        before = _hold(unit, owned, seen).room
        room = workshop.act(before, "agree")
        check_within(unit, owned.assessment_id, before, agreed.level)
        plan_parts.save_agreed(unit, owned.assessment_id, str(room.code), agreed)
        _move(unit, owned, before, room)
    return agreed


def set_timer(inst: Installation, owned: Owned, seconds: int | None, now: datetime) -> None:
    """Starts the timer on the wall, at most an hour; None takes it away."""
    if seconds is not None and not 0 < seconds <= LONGEST_TIMER:
        raise RefusedInput(_("The timer can run for up to an hour. Nothing was changed."))
    with updating(inst, owned.assessment_id) as unit:
        rooms.lock_room(unit, owned.assessment_id)
        end = None if seconds is None else now + timedelta(seconds=seconds)
        rooms.set_timer(unit, owned.assessment_id, seconds, end)


def repack(inst: Installation, owned: Owned, now: datetime, *, seen: int | None = None) -> None:
    """Packs what is left of the agenda into what is left of the meeting."""
    with updating(inst, owned.assessment_id) as unit:
        record = _hold(unit, owned, seen)
        rooms.update_room(unit, owned.assessment_id, repacked(inst.asked(owned), record, now))


def _fresh(instrument: Instrument, plan: Plan) -> Room:
    codes = meeting.asked(instrument, plan.way, plan.sections)
    return workshop.new_room(plan.way, plan.minutes, codes, plan.per_talk, plan.sections)


def _without_talks(room: Room) -> bool:
    """Has no agenda been made from the first votes yet?"""
    return bool(room.open_codes) or all(entry.state == "asked" for entry in room.agenda)


def _is_agreed(room: Room, code: str) -> bool:
    entry = room.entry(code)
    return entry is not None and entry.state == "done"


def _freeze(inst: Installation, unit: WritingUnit, owned: Owned, room: Room, now: datetime) -> None:
    everything = to_show(unit, owned.assessment_id, room)
    if any(person.responses for person in everything.respondents):
        freeze(inst, unit, owned, everything, now.astimezone().date())


def _hold(unit: WritingUnit, owned: Owned, seen: int | None) -> RoomRecord:
    record = rooms.lock_room(unit, owned.assessment_id)
    if seen is not None and seen != record.step:
        raise RefusedInput(_("The room has moved on. Nothing was changed; check the screen first."))
    if assessments.get_assessment(unit, owned.assessment_id).status == "submitted":
        assessments.reopen_assessment(unit, owned.assessment_id)
    return record


def _move(unit: WritingUnit, owned: Owned, before: Room, room: Room) -> None:
    """Stores the move; votes of the old phase are all in before anything is made of them."""
    rooms.update_room(unit, owned.assessment_id, room)
    if room.phase != before.phase or room.code != before.code:
        rooms.set_timer(unit, owned.assessment_id, None, None)
    if before.code and before.round == 2 and before.open_codes:
        votes.keep_first_votes(unit, owned.assessment_id, before.code)
    if before.code and _is_agreed(before, before.code) and not _is_agreed(room, before.code):
        plan_parts.remove_agreed(unit, owned.assessment_id, before.code)
    parked = [entry.code for entry in room.agenda if entry.state == "parked"]
    if parked != [entry.code for entry in before.agenda if entry.state == "parked"]:
        plan_parts.replace(unit, owned.assessment_id, plan_parts.PARKED, parked)

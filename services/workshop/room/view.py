"""The public view of a room, the same object for wall, console and phones.

It holds only what everybody may see: before the reveal the number of answers, afterwards what `Disclosure`
allows. It depends on the database alone, so that it can be cached by `version`; methods that depend on the
time take `now`.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from assessment.answers.records import Agreed, Privacy
from assessment.instrument.model import CAMPS, Camp, Instrument
from assessment.privacy import WITHHELD, Disclosure
from assessment.workshop.meeting import MeetingBlock, Plan, Way, in_words
from assessment.workshop.phases import PHASES, Action, Phase, PhaseName
from assessment.workshop.room import AgendaEntry, Room, possible_actions
from language.translation import _, speaking
from report.text.privacy import lone_notice
from services.core.installation import Installation
from services.workshop.room import agenda
from services.workshop.room.frozen import disclosure_in, pictures_of, to_show
from services.workshop.room.spread import VoteSpread, spread
from storage.db.database import Unit
from storage.repositories import assessments, plan_parts, rooms, votes
from storage.repositories.assessments import AssessmentSession
from storage.repositories.rooms import RoomRecord


@dataclass(frozen=True)
class RoomView:
    """A room as everybody may see it. Fields are described in docs/workshop.md."""

    assessment_id: str
    organisation: str
    language: str
    edition: str
    privacy: Privacy
    way: Way
    minutes: int
    phase: PhaseName
    step: int
    version: int
    code: str | None
    round: int
    open_codes: tuple[str, ...]
    actions: tuple[Action, ...]
    joined: int
    joined_by_camp: Mapping[Camp, int] | None
    answered: int
    answered_by_camp: Mapping[Camp, int] | None
    notice: str | None
    first: VoteSpread | None
    second: VoteSpread | None
    withheld: str | None
    unmoved: str | None
    agreed: Agreed | None
    standing: str | None
    agenda: tuple[AgendaEntry, ...]
    blocks: tuple[MeetingBlock, ...]
    record: RoomRecord
    plan: Plan

    @property
    def rules(self) -> Phase:
        """What holds in the phase the room is in."""
        return PHASES[self.phase]

    @property
    def count_sentence(self) -> str:
        """“7 of 12 have answered.”; where a whole set is open, “7 of 12 have answered all ten questions.”"""
        open_now = len(self.open_codes)
        text = _("{answered} of {people} have answered.")
        if open_now > 1:
            text = _("{answered} of {people} have answered all {questions} questions.")
        return text.format(answered=self.answered, people=self.joined, questions=in_words(open_now))

    @property
    def early(self) -> bool:
        """Is a first vote open that somebody in the room has not given yet?"""
        return bool(self.open_codes) and self.round == 1 and self.answered < self.joined

    @property
    def talks(self) -> tuple[AgendaEntry, ...]:
        """The agenda without the questions that are only voted on."""
        return tuple(entry for entry in self.agenda if entry.state != "asked")

    @property
    def agreeable(self) -> tuple[int, int] | None:
        """The lowest and the highest level that can be agreed now; None where the votes may not be shown."""
        for vote in (self.second, self.first):
            if vote is not None and vote.range is not None:
                return vote.range
        return None if self.withheld else (1, 5)

    def join_code(self, now: datetime) -> str | None:
        """The code on the wall, or None once it has expired, the door is shut or the room is closed."""
        until = self.record.code_until
        valid = until is not None and now < until and not self.record.door_shut
        return self.record.join_code if valid else None

    def seconds_left(self, now: datetime) -> int:
        """Seconds left of the meeting, 0 when it is over."""
        return agenda.seconds_left(self.record, now)

    def overrun(self, now: datetime) -> int:
        """Seconds by which the rest of the plan exceeds the remaining time; if positive, repacking is offered."""
        return agenda.overrun(self.plan, self.record, now)

    def timer(self, now: datetime) -> tuple[int, int] | None:
        """Seconds left and length of the timer; None without one. Stays within its length."""
        end, length = self.record.timer_end, self.record.timer_seconds
        if end is None or length is None:
            return None
        return min(max(int((end - now).total_seconds()), 0), length), length


def version(inst: Installation, assessment_id: str) -> int:
    """The version of the room's view, by one small query; 0 if the room does not exist."""
    with inst.database.reading() as unit:
        return rooms.room_version(unit, assessment_id)


def build_view(inst: Installation, assessment_id: str) -> RoomView:
    """The view of the room, read in one transaction. Raises NotFound."""
    with inst.database.reading() as unit:
        session = assessments.get_assessment(unit, assessment_id)
        with speaking(session.language):
            return _view(inst.asked(session), unit, session)


def _view(instrument: Instrument, unit: Unit, session: AssessmentSession) -> RoomView:
    assessment_id = session.id
    record = rooms.get_room(unit, assessment_id)
    room, plan = record.room, agenda.plan_of(instrument, record.room)
    disclosure = disclosure_in(unit, session, room)
    here = votes.present(unit, assessment_id)
    joined, answered = _by_camp(here.values()), _by_camp(_answered(unit, record, here))
    first, second, withheld, unmoved = _spreads(unit, record, disclosure)
    return RoomView(
        assessment_id=assessment_id,
        organisation=session.organisation.name,
        language=session.language,
        edition=session.edition,
        privacy=session.privacy,
        way=room.way,
        minutes=room.minutes,
        phase=room.phase,
        step=record.step,
        version=rooms.room_version(unit, assessment_id),
        code=room.code,
        round=room.round,
        open_codes=room.open_codes,
        actions=possible_actions(room),
        joined=len(here),
        joined_by_camp=joined if session.privacy != "team" else None,
        answered=sum(answered.values()),
        answered_by_camp=answered if _by_side(disclosure, room, joined) else None,
        notice=lone_notice(session.privacy, joined),
        first=first,
        second=second,
        withheld=withheld,
        unmoved=unmoved,
        agreed=_agreed(unit, record),
        standing=_standing(instrument, unit, record),
        agenda=room.agenda,
        blocks=plan.blocks,
        record=record,
        plan=plan,
    )


def _answered(unit: Unit, record: RoomRecord, here: Mapping[str, Camp]) -> list[Camp]:
    """The camps of those in the room who answered everything that is open."""
    done = votes.answered(unit, record.assessment_id, record.room.round, record.room.open_codes)
    return [camp for person, camp in here.items() if person in done]


def _spreads(
    unit: Unit, record: RoomRecord, disclosure: Disclosure
) -> tuple[VoteSpread | None, VoteSpread | None, str | None, str | None]:
    """The votes that may be shown, why one is withheld, and that too few moved; nothing while a vote is open."""
    room = record.room
    if room.code is None or not room.rules.shows_votes:
        return None, None, None, None
    found, casts = pictures_of(unit, record.assessment_id, room.code, disclosure, room.round)
    first, second = (
        spread(picture, n, casts, disclosure) for n, picture in ((1, found.first), (2, found.second))
    )
    unmoved = found.few_moved and (first or second) is not None
    hidden = first is None and any(cast.round == 1 for cast in casts)
    hidden |= room.round == 2 and second is None and not unmoved and any(cast.round == 2 for cast in casts)
    return first, second, _(WITHHELD) if hidden else None, disclosure.few_moved if unmoved else None


def _standing(instrument: Instrument, unit: Unit, record: RoomRecord) -> str | None:
    if not record.room.rules.shows_standing or not record.room.shown_anything:
        return None
    return agenda.standing_sentence(instrument, to_show(unit, record.assessment_id, record.room))


def _agreed(unit: Unit, record: RoomRecord) -> Agreed | None:
    if not record.room.rules.shows_agreed or record.room.code is None:
        return None
    return plan_parts.load_agreed(unit, record.assessment_id).get(record.room.code)


def _by_camp(camps: Collection[Camp]) -> dict[Camp, int]:
    return {camp: list(camps).count(camp) for camp in CAMPS}


def _by_side(disclosure: Disclosure, room: Room, joined: Mapping[Camp, int]) -> bool:
    seen = any(entry.seen for entry in room.agenda if entry.code in room.open_codes)
    return disclosure.counted_by_side(first_shown=seen) and all(map(disclosure.group, joined.values()))

"""The agenda of a room: gaps by impact, packed into the remaining minutes; and its result in a sentence."""

from datetime import datetime

from assessment.answers.records import Assessment
from assessment.instrument.model import Instrument
from assessment.privacy import WITHHELD, room_disclosure
from assessment.workshop.meeting import JOIN, Plan, plan, talks_that_fit
from assessment.workshop.room import Room, with_talks
from language.translation import _
from report.build.disclosure import disclosed_answers, with_sides_cut
from report.build.plan import hidden_distances
from report.text.narrative import level_sentence
from report.text.unknown import ceiling_sentence
from scoring import score
from scoring.levels.ceiling import ceiling
from scoring.plan.ranking import ELSEWHERE, every_gap
from storage.repositories.rooms import RoomRecord


def plan_of(instrument: Instrument, room: Room) -> Plan:
    """The plan the room was set up with."""
    return plan(instrument, room.way, room.minutes, room.sections)


def seconds_left(record: RoomRecord, now: datetime) -> int:
    """Seconds left of the meeting. Joining is over when it starts; a clock that jumps ends or restarts
    the time that is shown, never the room."""
    total = 60 * record.room.minutes
    if record.started is None:
        return total
    total -= 60 * JOIN
    passed = int((now - record.started).total_seconds())
    return total - min(max(passed, 0), total)


def overrun(plan: Plan, record: RoomRecord, now: datetime) -> int:
    """Seconds by which the rest of the plan exceeds the remaining time; 0 when it fits."""
    return max(0, _needed(plan, record.room) - seconds_left(record, now))


def with_agenda(instrument: Instrument, assessment: Assessment, record: RoomRecord, now: datetime) -> Room:
    """The room with its agenda: gaps by impact, as many planned as fit, the others for later.

    Computed from disclosed answers only, because the order itself reveals something about the answers. Where no
    distance may be shown, the agenda lists the practices that hold the level.
    Pillar by pillar the order is the instrument's.
    """
    room = record.room
    if room.way == "pillar":
        return repacked(instrument, record, now)
    disclosure = room_disclosure(assessment.privacy, [r.camp for r in assessment.respondents])
    kept = disclosed_answers(instrument, assessment, disclosure)
    result = score(instrument, kept.respondents, kept.agreed)
    shown = with_sides_cut(instrument, result, kept.respondents, disclosure)
    hidden = hidden_distances(instrument, kept.respondents, disclosure)
    gaps = every_gap(instrument, kept.respondents, kept.agreed, shown, hidden)
    if not disclosure.spread and not disclosure.sides:
        # No distance may decide; what holds the level is shown anyway.
        binding = sorted(gaps, key=lambda gap: -gap.bindingness)
        codes = [gap.code for gap in binding if gap.bindingness >= ELSEWHERE]
        return _packed(instrument, record, codes, now)
    codes = [gap.code for gap in gaps if gap.distance > 0]
    return _packed(instrument, record, codes, now)


def repacked(instrument: Instrument, record: RoomRecord, now: datetime) -> Room:
    """The room with the rest of its agenda repacked into the remaining time."""
    open_codes = [e.code for e in record.room.agenda if e.state in ("planned", "later")]
    return _packed(instrument, record, open_codes, now)


def repack_preview(
    instrument: Instrument, record: RoomRecord, now: datetime
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Preview of `repacked`: the codes that would stay planned, and those that would be moved to later."""
    after = repacked(instrument, record, now)
    before = [entry.code for entry in record.room.planned()]
    kept = tuple(entry.code for entry in after.planned())
    return kept, tuple(code for code in before if code not in kept)


def standing_sentence(instrument: Instrument, assessment: Assessment) -> str:
    """The result so far in a sentence: a level, a ceiling, or why there is neither."""
    disclosure = room_disclosure(assessment.privacy, [r.camp for r in assessment.respondents])
    if not disclosure.team:
        return _(WITHHELD)
    kept = disclosed_answers(instrument, assessment, disclosure)
    result = score(instrument, kept.respondents, kept.agreed)
    if result.level is None and not result.unknown:
        most = ceiling_sentence(ceiling(instrument, result), result)
        return most or _("There are too few answers to give a highest possible level.")
    return level_sentence(instrument, result, kept.withheld)


def _packed(instrument: Instrument, record: RoomRecord, codes: list[str], now: datetime) -> Room:
    room, meeting = record.room, plan_of(instrument, record.room)
    free = seconds_left(record, now) - _needed(meeting, with_talks(room, codes, 0, meeting.per_talk))
    return with_talks(room, codes, talks_that_fit(free, meeting.per_talk), meeting.per_talk)


def _needed(meeting: Plan, room: Room) -> int:
    """Seconds for everything that is still to come."""
    in_front = meeting.per_talk if room.code and room.rules.needs_talk else 0
    before = 60 * sum(meeting.of(kind) for kind in room.rules.blocks_to_come)
    return before + in_front + len(room.planned()) * meeting.per_talk + meeting.after_talks

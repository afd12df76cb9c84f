"""Outcome of a room so far: agreed levels, commitments, parked questions, and progress of the decision map.

These are statements of the room, made in public. Of the decision map only the progress is shown: its answers may
change until the room is closed, and two states of it could differ by one person.
"""

from dataclasses import dataclass
from datetime import date

from assessment.answers.plan_records import plan_records_of
from assessment.answers.records import Agreed, Commitment, calendar_date
from assessment.instrument.model import Instrument
from report.text.commitments import commitment_title
from services.core.installation import Installation
from services.workshop.room.view import RoomView
from storage.repositories import answers, assessments, plan_parts, votes


@dataclass(frozen=True)
class AgreedLevel:
    """A question with the level the room agreed on; `owner` is a role in words, or empty."""

    code: str
    title: str
    level: int
    owner: str


@dataclass(frozen=True)
class SettledCommitment:
    """A commitment made in the room: its words, the question of its move, role, due date and measure."""

    words: str
    title: str
    owner: str
    due: date | None
    metric: str


@dataclass(frozen=True)
class Outcome:
    """The outcome of a room; agreed levels in the order of the instrument."""

    agreed: tuple[AgreedLevel, ...]
    commitments: tuple[SettledCommitment, ...]
    parked: tuple[str, ...]


def outcome(inst: Installation, assessment_id: str) -> Outcome:
    """The outcome so far; empty if there is none or the room does not exist."""
    with inst.database.reading() as unit:
        found = assessments.find_assessment(unit, assessment_id)
        if found is None:
            return Outcome((), (), ())
        instrument = inst.asked(found)
        agreed = plan_parts.load_agreed(unit, assessment_id)
        plan = plan_records_of(plan_parts.load_register(unit, assessment_id))
        parked = plan_parts.load(unit, assessment_id, plan_parts.PARKED)
    asked = instrument.practices
    return Outcome(
        tuple(_agreed(instrument, code, agreed[code]) for code in asked if code in agreed),
        tuple(_commitment(instrument, record) for record in plan.promises if record.status != "dropped"),
        tuple(asked[code].title for code in parked if code in asked),
    )


def shown_outcome(inst: Installation, view: RoomView) -> Outcome | None:
    """The outcome in the phases that show it; None in all others."""
    return outcome(inst, view.assessment_id) if view.rules.shows_outcome else None


def count_decided(inst: Installation, assessment_id: str) -> int:
    """How many of those in the room have placed every decision."""
    with inst.database.reading() as unit:
        found = assessments.find_assessment(unit, assessment_id)
        if found is None:
            return 0
        codes = [choice.code for choice in inst.asked(found).decisions]
        here = votes.present(unit, assessment_id)
        return len(here.keys() & answers.decided(unit, assessment_id, codes))


def _agreed(instrument: Instrument, code: str, agreed: Agreed) -> AgreedLevel:
    owner = agreed.owner or ""
    titles = instrument.role_titles
    return AgreedLevel(code, instrument.practices[code].title, agreed.level, titles.get(owner, owner))


def _commitment(instrument: Instrument, record: Commitment) -> SettledCommitment:
    practice = instrument.practices.get((record.move or "").partition(":")[0])
    owner = record.owner or ""
    return SettledCommitment(
        commitment_title(instrument, record),
        practice.title if practice else "",
        instrument.role_titles.get(owner, owner),
        calendar_date(record.due) if record.due else None,
        record.metric or "",
    )

"""Looks up rooms by join code.

A right code opens whatever was typed elsewhere, so no brake protects it: the number of codes does. `CODE_LENGTH` is
chosen so that somebody who tries `MOST_TRIES_PER_SECOND` codes a day long finds one of twenty open rooms with a
probability below one in a thousand (docs/decisions/0036).
"""

from dataclasses import dataclass
from datetime import datetime

from assessment.answers.records import Privacy
from assessment.errors import NotFound, RefusedInput
from language.translation import _, speaking
from report.text.privacy import privacy_statement, retention_statement
from services.core.identity import counting_wrong_codes, normalise_code
from services.core.installation import Installation
from storage.db.database import Unit
from storage.repositories import assessments, rooms
from storage.repositories.doors import CODE_LENGTH
from storage.repositories.rooms import JoinableRoom

MOST_TRIES_PER_SECOND = 20_000
"""More than any installation looks up: one process manages some hundreds over HTTP."""
EARLIER_CODE_LENGTH = 6
"""Of codes given out by earlier versions; they work until they expire."""
GROUPS = (3, 4, 3)


@dataclass(frozen=True)
class Invitation:
    """What is shown for a valid join code before joining; the statements are sentences."""

    code: str
    organisation: str
    privacy: Privacy
    privacy_statement: str
    language: str
    edition: str
    retention_statement: str = ""


def invitation(
    inst: Installation, code: str, address: str, now: datetime, *, token: str | None = None
) -> Invitation:
    """The room behind a join code. Raises RefusedInput (malformed, expired, door shut), NotFound, TooManyTries."""
    with counting_wrong_codes(inst, token, address), inst.database.reading() as unit:
        record = get_room_by_code(unit, code, now)
        found = assessments.get_assessment(unit, record.assessment_id)
    with speaking(found.language):
        check_door(record)
        said = privacy_statement(found.privacy)
        kept = retention_statement(found.keep_until) if found.keep_until else ""
    return Invitation(
        record.join_code, found.organisation.name, found.privacy, said, found.language, found.edition, kept
    )


def get_room_by_code(unit: Unit, code: str, now: datetime) -> JoinableRoom:
    """The open room with this code. Raises RefusedInput (malformed, expired) and NotFound."""
    typed = normalise_code(code)
    if len(typed) not in (CODE_LENGTH, EARLIER_CODE_LENGTH):
        raise RefusedInput(
            _(
                "A join code has ten letters and numbers, such as K7Q-M3PX-WTA. Nothing was stored; type it again."
            )
        )
    record = rooms.find_by_join_code(unit, typed)
    if record is None:
        raise NotFound(
            _(
                "This code opens no room: it may be mistyped, or the room may be closed. Check it against the shared screen."
            )
        )
    if record.code_until is None or now >= record.code_until:
        raise RefusedInput(
            _("This code has expired. Nothing is lost: ask the facilitator to reopen the room.")
        )
    return record


def check_door(record: JoinableRoom) -> None:
    """Somebody new comes in only while the door is open. Raises RefusedInput."""
    if record.door_shut:
        raise RefusedInput(
            _(
                "The facilitator has closed the room to newcomers. Nothing is lost: if you are expected, "
                "ask the facilitator to let you in, then try again."
            )
        )


def is_outdated(code: str, until: datetime | None, now: datetime) -> bool:
    """Is it a shorter code of an earlier version that has expired? Such a one is not prolonged."""
    return len(code) == EARLIER_CODE_LENGTH and (until is None or now >= until)


def grouped(code: str) -> str:
    """The code as it is shown, easier to read out and to type; typed with or without the dashes.

    >>> grouped("K7QM3PXWTA"), grouped("K7QM3P")
    ('K7Q-M3PX-WTA', 'K7QM3P')
    """
    if len(code) != sum(GROUPS):
        return code
    first, second, _third = GROUPS
    return f"{code[:first]}-{code[first : first + second]}-{code[first + second :]}"

"""Looks up rooms by join code; wrong codes are rate-limited."""

from dataclasses import dataclass
from datetime import datetime

from limits import RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from assessment.answers.records import Privacy
from assessment.errors import NotFound, RefusedInput, TooManyTries
from language.translation import _, speaking
from report.text.privacy import privacy_statement, retention_statement
from services.core.identity import normalise_code
from services.core.installation import Installation
from storage.db.database import Unit
from storage.repositories import assessments, rooms
from storage.repositories.rooms import CODE_LENGTH, JoinableRoom

WRONG_PER_MINUTE = RateLimitItemPerMinute(20)
WRONG_PER_HOUR = RateLimitItemPerHour(120)
WRONG_IN_ALL = RateLimitItemPerHour(2_000)

_tries = MovingWindowRateLimiter(MemoryStorage())


@dataclass(frozen=True)
class Invitation:
    """What is shown for a valid join code before joining; the statements are sentences."""

    code: str
    organisation: str
    privacy: Privacy
    privacy_statement: str
    language: str
    retention_statement: str = ""


def invitation(inst: Installation, code: str, address: str, now: datetime) -> Invitation:
    """The room behind a join code. RefusedInput (malformed, expired), NotFound, TooManyTries."""
    with inst.database.reading() as unit:
        record = get_room_by_code(unit, code, address, now)
        found = assessments.get_assessment(unit, record.assessment_id)
    with speaking(found.language):
        said = privacy_statement(found.privacy)
        kept = retention_statement(found.keep_until) if found.keep_until else ""
    return Invitation(record.join_code, found.organisation.name, found.privacy, said, found.language, kept)


def get_room_by_code(unit: Unit, code: str, address: str, now: datetime) -> JoinableRoom:
    """The open room with this code. Raises RefusedInput (malformed, expired), NotFound and TooManyTries."""
    typed = normalise_code(code)
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

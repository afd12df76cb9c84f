"""Access control: browsers by device cookie, people by resume code. No accounts.

Tokens and codes are random (192 and 60 bits) and stored only as keyed hashes. Unknown and forbidden
both raise NotFound.
"""

import hashlib
import hmac
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from assessment.errors import NotFound, TooManyTries
from language.catalogues import SOURCE
from language.translation import _
from services.core.addresses import address_block
from services.core.installation import Installation
from storage.db.database import Unit, WritingUnit
from storage.repositories import assessments, presentation, respondents, rooms
from storage.repositories.browsers import devices

DEVICE_COOKIE = "plumbline_device"
"""The cookie's name over plain HTTP (`services.core.device_cookie`)."""
BROWSER_BYTES, TOKEN_BYTES = 12, 24
CODE_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
CODE_GROUPS, CODE_GROUP = 3, 4


@dataclass(frozen=True)
class Owned:
    """An assessment this browser may open, and who it is there."""

    assessment_id: str
    respondent_id: str
    organisation: str
    status: str
    place: str
    example: bool
    edition: str
    language: str = SOURCE
    workshop: bool = False
    """Is it led as a workshop? Its owner then is a facilitator, and answers only as a participant."""

    @property
    def open(self) -> bool:
        """May answers still change?"""
        return self.status != "closed"


def new_token() -> str:
    """A fresh device token: the id of a browser, which is no secret, and 192 random bits."""
    return f"{secrets.token_urlsafe(BROWSER_BYTES)}.{secrets.token_urlsafe(TOKEN_BYTES)}"


def browser_id(inst: Installation, token: str) -> str:
    """The id of the browser, which outlives its tokens. Tokens of earlier versions hold none: it follows from the hash."""
    browser, dot, _secret = token.partition(".")
    return browser if dot else devices.default_browser(device_hash(inst, token))


def keyed_hash(inst: Installation, purpose: str, text: str) -> str:
    """HMAC of a token or code, which is stored in its place; useless without the installation's key."""
    return hmac.new(inst.secret, f"{purpose}:{text}".encode(), hashlib.sha256).hexdigest()


def list_owned(inst: Installation, token: str) -> tuple[Owned, ...]:
    """All assessments this browser owns, the current one first. Participation is not ownership."""
    with inst.database.reading() as unit:
        found = devices.list_bindings(unit, device_hash(inst, token))
        return tuple(owned_by(unit, binding) for binding in found if binding.role == "owner")


def current_assessment(inst: Installation, token: str) -> Owned | None:
    """The current assessment of this browser, or None."""
    with inst.database.reading() as unit:
        found = [b for b in devices.list_bindings(unit, device_hash(inst, token)) if b.role == "owner"]
        return owned_by(unit, found[0]) if found and found[0].current else None


def device_hash(inst: Installation, token: str) -> str:
    """The keyed hash of a device token."""
    return keyed_hash(inst, "device", token)


def require(inst: Installation, token: str, assessment_id: str) -> Owned:
    """The assessment, if this browser may open it; NotFound otherwise."""
    for found in list_owned(inst, token):
        if hmac.compare_digest(found.assessment_id.encode(), assessment_id.encode()):
            return found
    raise not_found()


def not_found() -> NotFound:
    """The same error for everything unknown or forbidden."""
    return NotFound(_("This browser has no access here. Nothing was changed."))


def make_current(inst: Installation, token: str, assessment_id: str) -> Owned:
    """Makes an assessment the current one of this browser."""
    found = require(inst, token, assessment_id)
    with inst.database.writing() as unit:
        devices.set_current(unit, device_hash(inst, token), assessment_id, "owner")
    return found


def new_resume_code() -> str:
    """A random code of twelve unambiguous characters (60 bits) in three groups."""
    groups = ("".join(secrets.choice(CODE_ALPHABET) for _i in range(CODE_GROUP)) for _g in range(CODE_GROUPS))
    return "-".join(groups)


def issue_resume_code(inst: Installation, token: str, assessment_id: str) -> str:
    """A new resume code for the owner, which replaces the earlier one and cannot be shown again.

    The code of a workshop is shared by all facilitators, so it gives access to nobody's answers.
    """
    found = require(inst, token, assessment_id)
    person = "" if found.workshop else found.respondent_id
    with inst.database.writing() as unit:
        return store_resume_code(inst, unit, found.assessment_id, person)


def store_resume_code(inst: Installation, unit: WritingUnit, assessment_id: str, respondent_id: str) -> str:
    """Stores a fresh owner's code inside an open unit and returns it."""
    code = new_resume_code()
    code_hash = keyed_hash(inst, "resume", normalise_code(code))
    devices.replace_resume_code(
        unit, code_hash, assessment_id, role="owner", respondent_id=respondent_id or None
    )
    return code


def resume(inst: Installation, token: str, code: str, address: str) -> Owned:
    """Binds this browser to the assessment of the owner's code, and makes it the current one.

    Raises NotFound for any other code, and TooManyTries in its place where many wrong ones were typed.
    """
    with counting_wrong_codes(inst, token, address), inst.database.reading() as unit:
        get_code_holder(inst, unit, code, "owner")
    with inst.database.writing() as unit:
        found = get_code_holder(inst, unit, code, "owner")
        return bind(inst, unit, token, found.assessment_id, found.respondent_id)


@contextmanager
def counting_wrong_codes(inst: Installation, token: str | None, address: str) -> Iterator[None]:
    """A code is looked up inside: NotFound is a wrong one, and is counted. A right one costs nothing here.

    Raises TooManyTries in place of NotFound where many wrong ones were typed: by this browser if it has been seen
    before, else from its address block. Must not enclose a writing unit.
    """
    try:
        yield
    except NotFound:
        if not inst.limits.wrong_code(address_block(address), _find_known(inst, token)):
            raise TooManyTries(
                _(
                    "Too many wrong codes. Nothing is lost and the right code still works: check each "
                    "character, then type it again."
                )
            ) from None
        raise


def _find_known(inst: Installation, token: str | None) -> str | None:
    """What this browser is counted by if it has an assessment or a room here, under any of its tokens."""
    if not token:
        return None
    with inst.database.reading() as unit:
        return counted_as(inst, token) if devices.is_known(unit, browser_id(inst, token)) else None


def counted_as(inst: Installation, token: str) -> str:
    """The keyed hash of the browser's id, under which its tries are counted over all its tokens."""
    return keyed_hash(inst, "browser", browser_id(inst, token))


def check_new_assessment(inst: Installation, token: str, address: str) -> None:
    """Called right before an assessment is made. Raises TooManyTries where many were made within an hour."""
    inst.limits.check_new(counted_as(inst, token), address)


def get_code_holder(
    inst: Installation, unit: Unit, code: str, role: Literal["owner", "participant"]
) -> devices.CodeHolder:
    """Whom a typed resume code belongs to in this role. NotFound for any other code."""
    found = devices.find_holder(unit, keyed_hash(inst, "resume", normalise_code(code)))
    if found is None or found.role != role:
        raise NotFound(
            _(
                "This code does not work. Check each character; a code looks like K7QM-2XRP-9TBD. Nothing was changed."
            )
        )
    return found


def bind(
    inst: Installation, unit: WritingUnit, token: str, assessment_id: str, respondent_id: str | None
) -> Owned:
    """Makes this browser an owner of the assessment, and the assessment its current one."""
    bind_as(inst, unit, token, assessment_id, "owner", respondent_id)
    return owned_by(unit, devices.DeviceBinding(assessment_id, "owner", respondent_id, current=True))


def bind_as(
    inst: Installation,
    unit: WritingUnit,
    token: str,
    assessment_id: str,
    role: Literal["owner", "participant"],
    respondent_id: str | None,
) -> None:
    """Binds this browser to the assessment in a role, and makes it the current one in this role."""
    hashed, browser = device_hash(inst, token), browser_id(inst, token)
    devices.bind_device(unit, hashed, assessment_id, role=role, respondent_id=respondent_id, browser=browser)


def normalise_code(code: str) -> str:
    """The code in canonical form: capitals, without spaces and dashes."""
    return "".join(character for character in code.upper()[:60] if character.isalnum())


def owned_by(unit: Unit, binding: devices.DeviceBinding) -> Owned:
    """The assessment behind a binding, as its owner sees it."""
    found = assessments.get_assessment(unit, binding.assessment_id)
    person = (
        respondents.find_respondent(unit, binding.assessment_id, binding.respondent_id)
        if binding.respondent_id
        else None
    )
    return Owned(
        assessment_id=found.id,
        respondent_id=binding.respondent_id or "",
        organisation=found.organisation.name,
        status=found.status,
        place=(person.place if person else None) or "",
        example=bool(presentation.load_settings(unit, found.id).get("example")),
        edition=found.edition,
        language=found.language,
        workshop=rooms.has_room(unit, found.id),
    )

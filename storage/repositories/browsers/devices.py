"""Repository of device bindings and resume codes.

Tokens and codes arrive as keyed hashes; the originals are never stored. `browser` is the id of a browser over all
its tokens.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, delete, func, or_, select, update

from assessment.answers.records import Privacy
from assessment.errors import NotFound
from assessment.instrument.model import Camp
from language.translation import _
from storage.db.columns import PlainText
from storage.db.database import Unit, WritingUnit, table_of
from storage.db.upsert import upsert
from storage.tables.assessments import (
    AssessmentSessionRow,
    DeviceBindingRow,
    OrganisationRow,
    RespondentRow,
    ResumeCodeRow,
    Role,
)

BINDINGS = table_of(DeviceBindingRow)
CODES = table_of(ResumeCodeRow)
SESSIONS = table_of(AssessmentSessionRow)
ORGANISATIONS = table_of(OrganisationRow)
RESPONDENTS = table_of(RespondentRow)
_PARTICIPATION = (
    select(
        BINDINGS.c.assessment_id,
        BINDINGS.c.respondent_id,
        ORGANISATIONS.c.name.label("organisation"),
        SESSIONS.c.privacy,
        SESSIONS.c.language,
        SESSIONS.c.edition,
        SESSIONS.c.keep_until,
        RESPONDENTS.c.function,
        RESPONDENTS.c.camp,
        RESPONDENTS.c.name,
    )
    .join(SESSIONS, SESSIONS.c.id == BINDINGS.c.assessment_id)
    .join(ORGANISATIONS, ORGANISATIONS.c.id == SESSIONS.c.organisation_id)
    .join(
        RESPONDENTS,
        (RESPONDENTS.c.assessment_id == BINDINGS.c.assessment_id)
        & (RESPONDENTS.c.id == BINDINGS.c.respondent_id),
    )
    .where(
        BINDINGS.c.token_hash == bindparam("v_token_hash", type_=PlainText()),
        BINDINGS.c.role == "participant",
        BINDINGS.c.current,
    )
)
_IN_FORCE = or_(BINDINGS.c.until.is_(None), BINDINGS.c.until >= func.current_date())
_BINDINGS_OF = select(BINDINGS).where(
    BINDINGS.c.token_hash == bindparam("v_token_hash", type_=PlainText()), _IN_FORCE
)
BROWSER_ID = 16
"""Characters of a browser's id."""


@dataclass(frozen=True)
class DeviceBinding:
    """The role of one browser in an assessment: owner, or one respondent; `current` marks the active one."""

    assessment_id: str
    role: Role
    respondent_id: str | None
    current: bool


@dataclass(frozen=True)
class CodeHolder:
    """The owner or respondent a resume code belongs to."""

    assessment_id: str
    role: Role
    respondent_id: str | None


@dataclass(frozen=True)
class Participation:
    """The participant a browser is in the room it joined last."""

    assessment_id: str
    respondent_id: str
    organisation: str
    privacy: Privacy
    function: str
    camp: Camp
    name: str | None
    language: str
    edition: str
    keep_until: date | None = None


def default_browser(token_hash: str) -> str:
    """The id of a browser whose token names none."""
    return token_hash[:BROWSER_ID]


def bind_device(
    unit: WritingUnit,
    token_hash: str,
    assessment_id: str,
    *,
    role: Role,
    respondent_id: str | None = None,
    browser: str = "",
) -> None:
    """Binds a browser and makes this its current assessment in this role. Binding twice changes nothing.

    An owner may also be a respondent, in the same binding. Raises NotFound.
    """
    _no_longer_current(unit, token_hash, role)
    values = {"token_hash": token_hash, "assessment_id": assessment_id, "role": role}
    values |= {"browser": browser or default_browser(token_hash)}
    noted = _noted(unit, token_hash) if role == "owner" else {}
    upsert(
        unit,
        DeviceBindingRow,
        values | noted | {"respondent_id": respondent_id, "current": True},
        even_closed=True,
    )


def list_bindings(unit: Unit, token_hash: str) -> list[DeviceBinding]:
    """Everything a browser is bound to, the current one first."""
    found = [_binding(row) for row in rows_in_force(unit, token_hash)]
    return sorted(found, key=lambda binding: (not binding.current, binding.assessment_id, binding.role))


def rows_in_force(unit: Unit, token_hash: str) -> list[dict[str, Any]]:
    """The rows of a browser's bindings, without those that have ended."""
    return unit.look_up(_BINDINGS_OF, {"v_token_hash": token_hash})


def is_known(unit: Unit, browser: str) -> bool:
    """Does the browser with this id own something here, or take part in a room?"""
    found = select(BINDINGS.c.browser).where(BINDINGS.c.browser == browser).limit(1)
    return bool(unit.look_up(found))


def find_participant(unit: Unit, token_hash: str) -> Participation | None:
    """The participant of this browser in its current room, or None. One small query, run with every answer."""
    found = unit.look_up(_PARTICIPATION, {"v_token_hash": token_hash})
    return Participation(**found[0]) if found else None


def set_current(unit: WritingUnit, token_hash: str, assessment_id: str, role: Role) -> None:
    """Makes one of a browser's bindings the current one of its role; NotFound without such a binding."""
    _no_longer_current(unit, token_hash, role)
    this = (
        (BINDINGS.c.token_hash == token_hash)
        & (BINDINGS.c.assessment_id == assessment_id)
        & (BINDINGS.c.role == role)
    )
    if unit.change(update(BINDINGS).where(this).values(current=True)).rowcount == 0:
        raise NotFound(_("This browser does not belong to that assessment."))


def unbind_respondent(unit: WritingUnit, assessment_id: str, respondent_id: str) -> None:
    """Removes all device bindings and codes of a participant."""
    for table in (BINDINGS, CODES):
        unit.change(
            delete(table).where(
                table.c.assessment_id == assessment_id,
                table.c.respondent_id == respondent_id,
                table.c.role == "participant",
            )
        )


def unbind_participant(unit: WritingUnit, token_hash: str, assessment_id: str) -> None:
    """Removes a browser's participation in an assessment; its ownership stays."""
    these = (BINDINGS.c.token_hash == token_hash) & (BINDINGS.c.assessment_id == assessment_id)
    unit.change(delete(BINDINGS).where(these, BINDINGS.c.role == "participant"))


def replace_resume_code(
    unit: WritingUnit, code_hash: str, assessment_id: str, *, role: Role, respondent_id: str | None = None
) -> None:
    """Stores a new resume code and invalidates the holder's earlier one.

    An assessment has one owner's code, and each respondent has one. Raises NotFound.
    """
    earlier = (CODES.c.assessment_id == assessment_id) & (CODES.c.role == role)
    if role == "participant":
        earlier = earlier & (CODES.c.respondent_id == respondent_id)
    unit.change(delete(CODES).where(earlier))
    values = {"code_hash": code_hash, "assessment_id": assessment_id, "role": role}
    upsert(unit, ResumeCodeRow, values | {"respondent_id": respondent_id}, even_closed=True)


def owner_of(unit: Unit, assessment_id: str) -> str | None:
    """The respondent whom the owner's code or browser stands for; None for one who answers nothing."""
    held = [*unit.rows(ResumeCodeRow, assessment_id=assessment_id, role="owner")] or unit.rows(
        DeviceBindingRow, assessment_id=assessment_id, role="owner"
    )
    return next((str(row["respondent_id"]) for row in held if row["respondent_id"]), None)


def detach_respondent(unit: WritingUnit, assessment_id: str) -> None:
    """Detaches the respondent from the owner's resume code, which then opens the assessment only."""
    mine = (CODES.c.assessment_id == assessment_id) & (CODES.c.role == "owner")
    unit.change(update(CODES).where(mine).values(respondent_id=None))


def find_holder(unit: Unit, code_hash: str) -> CodeHolder | None:
    """Whom a resume code belongs to, or None."""
    found = unit.rows(ResumeCodeRow, code_hash=code_hash)
    return (
        CodeHolder(found[0]["assessment_id"], found[0]["role"], found[0]["respondent_id"]) if found else None
    )


def _no_longer_current(unit: WritingUnit, token_hash: str, role: Role) -> None:
    these = (BINDINGS.c.token_hash == token_hash) & (BINDINGS.c.role == role)
    unit.change(update(BINDINGS).where(these).values(current=False))


def _noted(unit: Unit, token_hash: str) -> dict[str, Any]:
    """What is known of a browser from something else it owns."""
    owned = (
        (BINDINGS.c.token_hash == token_hash) & (BINDINGS.c.role == "owner") & BINDINGS.c.used_on.is_not(None)
    )
    found = unit.look_up(select(BINDINGS.c.family, BINDINGS.c.used_on).where(owned).limit(1))
    return found[0] if found else {}


def _binding(row: Mapping[str, Any]) -> DeviceBinding:
    return DeviceBinding(row["assessment_id"], row["role"], row["respondent_id"], row["current"])

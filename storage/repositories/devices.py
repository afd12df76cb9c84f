"""Which browser belongs to whom, and the codes by which one comes back on another device.

Tokens and codes arrive here as keyed hashes; the room has never seen the originals.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, delete, select, update

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


@dataclass(frozen=True)
class DeviceBinding:
    """What one browser may do: as owner, or as one respondent; `current` is where it is now."""

    assessment_id: str
    role: Role
    respondent_id: str | None
    current: bool


@dataclass(frozen=True)
class CodeHolder:
    """Whom a resume code belongs to."""

    assessment_id: str
    role: Role
    respondent_id: str | None


@dataclass(frozen=True)
class Participation:
    """Who a browser is in the room it joined last."""

    assessment_id: str
    respondent_id: str
    organisation: str
    privacy: Privacy
    function: str
    camp: Camp
    name: str | None


def bind_device(
    unit: WritingUnit, token_hash: str, assessment_id: str, *, role: Role, respondent_id: str | None = None
) -> None:
    """Binds a browser and makes this its current assessment in this role. Binding twice changes nothing.

    An owner may also be a respondent, in the same binding. Raises NotFound.
    """
    _no_longer_current(unit, token_hash, role)
    values = {"token_hash": token_hash, "assessment_id": assessment_id, "role": role}
    upsert(
        unit,
        DeviceBindingRow,
        values | {"respondent_id": respondent_id, "current": True},
        even_closed=True,
    )


def list_bindings(unit: Unit, token_hash: str) -> list[DeviceBinding]:
    """Everything a browser is bound to, the current one first."""
    found = [_binding(row) for row in unit.rows(DeviceBindingRow, token_hash=token_hash)]
    return sorted(found, key=lambda binding: (not binding.current, binding.assessment_id, binding.role))


def find_participant(unit: Unit, token_hash: str) -> Participation | None:
    """Who this browser is in the room it is in now, or None. One small query, asked with every tap."""
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
    """Takes a participant out of the room: no browser and no code of the person opens it any longer."""
    for table in (BINDINGS, CODES):
        unit.change(
            delete(table).where(
                table.c.assessment_id == assessment_id,
                table.c.respondent_id == respondent_id,
                table.c.role == "participant",
            )
        )


def unbind_participant(unit: WritingUnit, token_hash: str, assessment_id: str) -> None:
    """Makes a browser forget that it takes part; what it owns stays."""
    these = (BINDINGS.c.token_hash == token_hash) & (BINDINGS.c.assessment_id == assessment_id)
    unit.change(delete(BINDINGS).where(these, BINDINGS.c.role == "participant"))


def replace_resume_code(
    unit: WritingUnit, code_hash: str, assessment_id: str, *, role: Role, respondent_id: str | None = None
) -> None:
    """Gives a new resume code; the holder's earlier one is worth nothing from here on.

    An assessment has one owner's code; each respondent has one. Raises NotFound.
    """
    earlier = (CODES.c.assessment_id == assessment_id) & (CODES.c.role == role)
    if role == "participant":
        earlier = earlier & (CODES.c.respondent_id == respondent_id)
    unit.change(delete(CODES).where(earlier))
    values = {"code_hash": code_hash, "assessment_id": assessment_id, "role": role}
    upsert(unit, ResumeCodeRow, values | {"respondent_id": respondent_id}, even_closed=True)


def detach_respondent(unit: WritingUnit, assessment_id: str) -> None:
    """The owner's resume code opens the assessment from here on, but brings nobody's answers along."""
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


def _binding(row: Mapping[str, Any]) -> DeviceBinding:
    return DeviceBinding(row["assessment_id"], row["role"], row["respondent_id"], row["current"])

"""Tables of assessments, answers and devices. Rows never leave `storage`.

The key of a respondent is assessment and id: ids of an interchange file are kept on every import. No time is
stored with an answer. Enumerations come from the records; a change there needs a migration, as a test checks.
"""

from datetime import date
from typing import ClassVar, Literal

from sqlalchemy import LargeBinary, UniqueConstraint
from sqlmodel import Field

from assessment.answers.records import Backing, Kind, Privacy, SizeBand
from assessment.instrument.model import Camp
from storage.db.columns import (
    LEVELS,
    NO_ARRIVAL_ORDER,
    AnswerTableRow,
    PlainText,
    TableRow,
    check,
    current_and_besides,
    of_assessment,
    of_respondent,
    one_of,
)
from storage.tables import (  # noqa: F401 - their tables belong to TABLES
    cohorts,
    drafts,
    rankings,
    rate_counts,
    rooms,
    share_links,
)

Mode = Literal["solo", "workshop"]
Status = Literal["open", "submitted", "closed"]
Role = Literal["owner", "participant"]
PlanKind = Literal["roadmap", "ownership", "ai_use", "risk_statement", "charter"]
RegisterKind = Literal["initiative", "use_case", "commitment", "parked", "assumptions", PlanKind]
LogoType = Literal["image/png", "image/jpeg"]


class OrganisationRow(TableRow, table=True):
    __tablename__: ClassVar[str] = "organisation"
    __table_args__ = (one_of("employees", SizeBand), NO_ARRIVAL_ORDER)

    id: str = Field(primary_key=True, sa_type=PlainText)
    name: str = Field(sa_type=PlainText)
    sector: str | None = Field(default=None, sa_type=PlainText)
    employees: SizeBand | None = Field(default=None, sa_type=PlainText)
    country: str | None = Field(default=None, sa_type=PlainText)


class AssessmentSessionRow(TableRow, table=True):
    __tablename__: ClassVar[str] = "assessment_session"
    __table_args__ = (
        one_of("mode", Mode),
        one_of("privacy", Privacy),
        one_of("status", Status),
        NO_ARRIVAL_ORDER,
    )

    id: str = Field(primary_key=True, sa_type=PlainText)
    organisation_id: str = Field(
        foreign_key="organisation.id", ondelete="CASCADE", index=True, sa_type=PlainText
    )
    mode: Mode = Field(sa_type=PlainText)
    privacy: Privacy = Field(sa_type=PlainText)
    instrument: str = Field(sa_type=PlainText)
    edition: str = Field(sa_type=PlainText)
    language: str = Field(default="en", sa_type=PlainText, sa_column_kwargs={"server_default": "en"})
    created_on: date
    status: Status = Field(sa_type=PlainText)
    keep_until: date | None = Field(default=None, index=True)
    settings: str = Field(sa_type=PlainText)


class LogoRow(TableRow, table=True):
    __tablename__: ClassVar[str] = "logo"
    __table_args__ = (of_assessment(), one_of("media_type", LogoType))

    assessment_id: str = Field(primary_key=True, sa_type=PlainText)
    media_type: LogoType = Field(sa_type=PlainText)
    image: bytes = Field(sa_type=LargeBinary)


class RespondentRow(TableRow, table=True):
    __tablename__: ClassVar[str] = "respondent"
    __table_args__ = (
        of_assessment(),
        one_of("camp", Camp),
        check("function", "length(function) BETWEEN 1 AND 60"),
        check("name", "length(name) <= 120"),
        check("place", "length(place) <= 120"),
        NO_ARRIVAL_ORDER,
    )

    assessment_id: str = Field(primary_key=True, sa_type=PlainText)
    id: str = Field(primary_key=True, sa_type=PlainText)
    name: str | None = Field(default=None, sa_type=PlainText)
    function: str = Field(sa_type=PlainText)
    camp: Camp = Field(sa_type=PlainText)
    place: str | None = Field(default=None, sa_type=PlainText)


class ResponseRow(AnswerTableRow, table=True):
    __tablename__: ClassVar[str] = "response"
    __table_args__ = (
        of_respondent(),
        check("round", "round IN (1, 2)"),
        one_of("kind", Kind),
        one_of("backing", Backing),
        check("level", f"level {LEVELS}"),
        check("level_scored", "(kind = 'scored') = (level IS NOT NULL)"),
        check("backing_scored", "backing IS NULL OR kind = 'scored'"),
        check("reason_not_applicable", "reason IS NULL OR kind <> 'scored'"),
        NO_ARRIVAL_ORDER,
    )

    round: int = Field(primary_key=True)
    code: str = Field(primary_key=True, sa_type=PlainText)
    kind: Kind = Field(sa_type=PlainText)
    level: int | None = None
    backing: Backing | None = Field(default=None, sa_type=PlainText)
    evidence: str | None = Field(default=None, sa_type=PlainText)
    note: str | None = Field(default=None, sa_type=PlainText)
    reason: str | None = Field(default=None, sa_type=PlainText)


class PredictionRow(AnswerTableRow, table=True):
    __tablename__: ClassVar[str] = "prediction"
    __table_args__ = (of_respondent(), check("level", f"level {LEVELS}"), NO_ARRIVAL_ORDER)

    code: str = Field(primary_key=True, sa_type=PlainText)
    level: int


class ActivityAnswerRow(AnswerTableRow, table=True):
    __tablename__: ClassVar[str] = "activity_answer"
    __table_args__ = (of_respondent(), check("level", f"level {LEVELS}"), NO_ARRIVAL_ORDER)

    code: str = Field(primary_key=True, sa_type=PlainText)
    level: int


class DecisionAnswerRow(AnswerTableRow, table=True):
    __tablename__: ClassVar[str] = "decision_answer"
    __table_args__ = (of_respondent(), check("role", "length(role) BETWEEN 1 AND 60"), NO_ARRIVAL_ORDER)

    decision: str = Field(primary_key=True, sa_type=PlainText)
    role: str = Field(sa_type=PlainText)


class AgreedRow(TableRow, table=True):
    __tablename__: ClassVar[str] = "agreed"
    __table_args__ = (
        of_assessment(),
        check("level", f"level {LEVELS}"),
        one_of("backing", Backing),
        NO_ARRIVAL_ORDER,
    )

    assessment_id: str = Field(primary_key=True, sa_type=PlainText)
    code: str = Field(primary_key=True, sa_type=PlainText)
    level: int
    backing: Backing | None = Field(default=None, sa_type=PlainText)
    evidence: str | None = Field(default=None, sa_type=PlainText)
    note: str | None = Field(default=None, sa_type=PlainText)
    dissent: str | None = Field(default=None, sa_type=PlainText)
    owner: str | None = Field(default=None, sa_type=PlainText)


class RegisterRow(TableRow, table=True):
    __tablename__: ClassVar[str] = "register"
    __table_args__ = (
        of_assessment(),
        one_of("kind", RegisterKind),
        check("position", "position >= 1"),
        NO_ARRIVAL_ORDER,
    )

    assessment_id: str = Field(primary_key=True, sa_type=PlainText)
    kind: RegisterKind = Field(primary_key=True, sa_type=PlainText)
    position: int = Field(primary_key=True)
    body: str = Field(sa_type=PlainText)


class SubmissionRow(TableRow, table=True):
    __tablename__: ClassVar[str] = "submission"
    __table_args__ = (
        of_assessment(),
        UniqueConstraint("assessment_id", "number"),
        check("number", "number >= 1"),
    )

    id: str = Field(primary_key=True, sa_type=PlainText)
    assessment_id: str = Field(sa_type=PlainText)
    number: int
    submitted_on: date
    edition: str = Field(sa_type=PlainText)
    scoring_version: str = Field(sa_type=PlainText)
    assessment: str = Field(sa_type=PlainText)


class DeviceBindingRow(TableRow, table=True):
    __tablename__: ClassVar[str] = "device_binding"
    __table_args__ = (
        of_assessment(),
        of_respondent(),
        one_of("role", Role),
        check("participant", "role = 'owner' OR respondent_id IS NOT NULL"),
        *current_and_besides(),
        NO_ARRIVAL_ORDER,
    )

    token_hash: str = Field(primary_key=True, sa_type=PlainText)
    assessment_id: str = Field(primary_key=True, index=True, sa_type=PlainText)
    role: Role = Field(primary_key=True, sa_type=PlainText)
    respondent_id: str | None = Field(default=None, sa_type=PlainText)
    current: bool
    browser: str | None = Field(default=None, sa_type=PlainText)
    family: str | None = Field(default=None, sa_type=PlainText)
    used_on: date | None = None
    until: date | None = None


class ResumeCodeRow(TableRow, table=True):
    __tablename__: ClassVar[str] = "resume_code"
    __table_args__ = (
        of_assessment(),
        of_respondent(),
        one_of("role", Role),
        check("participant", "role = 'owner' OR respondent_id IS NOT NULL"),
        NO_ARRIVAL_ORDER,
    )

    code_hash: str = Field(primary_key=True, sa_type=PlainText)
    assessment_id: str = Field(index=True, sa_type=PlainText)
    role: Role = Field(sa_type=PlainText)
    respondent_id: str | None = Field(default=None, sa_type=PlainText)


TABLES = tuple(TableRow.metadata.sorted_tables)
"""All tables, each after those it refers to."""

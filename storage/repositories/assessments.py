"""Repository of assessment sessions. Never called “session” alone, which is SQLAlchemy's.

`today` is an argument; ids are random and made here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, exists, select, update

from assessment.answers.records import Organisation, Privacy
from assessment.errors import Frozen, NotFound
from language.catalogues import SOURCE
from language.translation import _
from storage.db.columns import AnswerTableRow
from storage.db.database import Unit, WritingUnit, table_of
from storage.db.ids import new_id
from storage.db.upsert import lock_assessment
from storage.tables.assessments import (
    ActivityAnswerRow,
    AssessmentSessionRow,
    DecisionAnswerRow,
    Mode,
    OrganisationRow,
    PredictionRow,
    RespondentRow,
    ResponseRow,
    Status,
)
from storage.tables.rankings import BarrierRow, RankingRow

ANSWERS: tuple[type[AnswerTableRow], ...] = (
    ResponseRow,
    PredictionRow,
    ActivityAnswerRow,
    DecisionAnswerRow,
    RankingRow,
    BarrierRow,
)
SESSIONS = table_of(AssessmentSessionRow)
ORGANISATIONS = table_of(OrganisationRow)


@dataclass(frozen=True)
class AssessmentSession:
    """An assessment without its answers."""

    id: str
    organisation: Organisation
    mode: Mode
    privacy: Privacy
    instrument: str
    edition: str
    language: str
    created_on: date
    status: Status
    keep_until: date | None


def create_assessment(
    unit: WritingUnit,
    *,
    organisation: Organisation,
    instrument: str,
    edition: str,
    language: str = SOURCE,
    mode: Mode,
    privacy: Privacy,
    today: date,
    keep_until: date | None = None,
    earlier: str | None = None,
) -> str:
    """Adds an open assessment without respondents; returns its id.

    `earlier` is the id of an assessment of the same organisation, whose description is then
    replaced by `organisation`; NotFound if there is none.
    """
    if earlier is None:
        organisation_id = new_id()
        unit.add_rows(OrganisationRow, [{"id": organisation_id, **organisation.model_dump()}])
    else:
        organisation_id = organisation_of(unit, earlier)
        save_organisation(unit, earlier, organisation)
    values = AssessmentSessionRow(
        id=new_id(),
        organisation_id=organisation_id,
        mode=mode,
        privacy=privacy,
        instrument=instrument,
        edition=edition,
        language=language,
        created_on=today,
        status="open",
        keep_until=keep_until,
        settings="{}",
    )
    unit.add_rows(AssessmentSessionRow, [values.model_dump()])
    return values.id


def find_assessment(unit: Unit, assessment_id: str) -> AssessmentSession | None:
    """The assessment, or None."""
    found = _listed(unit, _with_organisation().where(SESSIONS.c.id == assessment_id))
    return found[0] if found else None


def get_assessment(unit: Unit, assessment_id: str) -> AssessmentSession:
    """The assessment; NotFound otherwise."""
    found = find_assessment(unit, assessment_id)
    if found is None:
        raise NotFound(_("This assessment does not exist."))
    return found


def list_assessments(unit: Unit) -> list[AssessmentSession]:
    """All assessments, oldest first: for the operator only."""
    return _listed(unit, _with_organisation())


def list_of_same_organisation(unit: Unit, assessment_id: str) -> list[AssessmentSession]:
    """All assessments of this assessment's organisation, itself included, oldest first."""
    organisation = select(SESSIONS.c.organisation_id).where(SESSIONS.c.id == assessment_id).scalar_subquery()
    return _listed(unit, _with_organisation().where(SESSIONS.c.organisation_id == organisation))


def save_organisation(unit: WritingUnit, assessment_id: str, organisation: Organisation) -> None:
    """Replaces the description of the organisation assessed."""
    found = organisation_of(unit, assessment_id)
    unit.change(update(ORGANISATIONS).where(ORGANISATIONS.c.id == found).values(**organisation.model_dump()))


def set_privacy(unit: WritingUnit, assessment_id: str, privacy: Privacy) -> None:
    """Sets the privacy mode; Frozen once there are answers. Deletes names outside open mode."""
    lock_assessment(unit, assessment_id, whole=True)
    if has_answers(unit, assessment_id):
        raise Frozen(
            _(
                "Privacy is fixed once someone has answered, because people answered under it. Nothing was changed."
            )
        )
    _set(unit, assessment_id, privacy=privacy)
    if privacy != "open":
        respondents = table_of(RespondentRow)
        unit.change(update(respondents).where(respondents.c.assessment_id == assessment_id).values(name=None))


def begin_workshop(unit: WritingUnit, assessment_id: str, privacy: Privacy) -> None:
    """Turns an assessment answered by one person into a workshop and sets its privacy mode.

    Raises Frozen unless it was begun alone and nobody else takes part, because others have answered under the
    mode they were told.
    """
    lock_assessment(unit, assessment_id, whole=True)
    people = unit.rows(RespondentRow, assessment_id=assessment_id)
    if get_assessment(unit, assessment_id).mode != "solo" or len(people) != 1:
        raise Frozen(
            _("Others have joined this assessment, so its privacy can no longer change. Nothing was changed.")
        )
    _set(unit, assessment_id, mode="workshop", privacy=privacy, status="open")


def has_answers(unit: Unit, assessment_id: str) -> bool:
    """Does the assessment have any answers?"""
    tables = [table_of(row) for row in ANSWERS]
    anything = [exists().where(table.c.assessment_id == assessment_id) for table in tables]
    return any(unit.look_up(select(*(a.label(f"a{i}") for i, a in enumerate(anything))))[0].values())


def mark_submitted(unit: WritingUnit, assessment_id: str) -> None:
    """Open becomes submitted; others may still answer. Frozen when closed."""
    lock_assessment(unit, assessment_id)
    _set(unit, assessment_id, status="submitted")


def close_assessment(unit: WritingUnit, assessment_id: str) -> None:
    """Closes the assessment to all changes; idempotent."""
    lock_assessment(unit, assessment_id, even_closed=True, whole=True)
    _set(unit, assessment_id, status="closed")


def reopen_assessment(unit: WritingUnit, assessment_id: str) -> None:
    """Opens the assessment for answers again; idempotent."""
    lock_assessment(unit, assessment_id, even_closed=True, whole=True)
    _set(unit, assessment_id, status="open")


def list_without_last_day(unit: Unit) -> list[AssessmentSession]:
    """Assessments without a retention date."""
    return _listed(unit, _with_organisation().where(SESSIONS.c.keep_until.is_(None)))


def give_last_day(unit: WritingUnit, assessment_id: str, day: date) -> None:
    """Sets the retention date of an assessment that has none; one that was set meanwhile stays."""
    this = (SESSIONS.c.id == assessment_id) & SESSIONS.c.keep_until.is_(None)
    unit.change(update(SESSIONS).where(this).values(keep_until=day))


def set_keep_until(unit: WritingUnit, assessment_id: str, day: date | None) -> None:
    """Sets the retention date; None keeps the assessment until somebody deletes it."""
    lock_assessment(unit, assessment_id, even_closed=True)
    _set(unit, assessment_id, keep_until=day)


def organisation_of(unit: Unit, assessment_id: str) -> str:
    """The id of the organisation that is assessed. NotFound."""
    found = unit.rows(AssessmentSessionRow, id=assessment_id)
    if not found:
        raise NotFound(_("This assessment does not exist."))
    return str(found[0]["organisation_id"])


def organisation_from(row: Mapping[str, Any]) -> Organisation:
    """The organisation, with what was never given left out."""
    return Organisation(**{name: row[name] for name in Organisation.model_fields if row[name] is not None})


def _set(unit: WritingUnit, assessment_id: str, **values: object) -> None:
    unit.change(update(SESSIONS).where(SESSIONS.c.id == assessment_id).values(**values))


def _with_organisation() -> Select[*tuple[Any, ...]]:
    described = [column for column in ORGANISATIONS.c if column.name != "id"]
    return select(SESSIONS, *described).join(ORGANISATIONS, SESSIONS.c.organisation_id == ORGANISATIONS.c.id)


def _listed(unit: Unit, statement: Select[*tuple[Any, ...]]) -> list[AssessmentSession]:
    own = ("id", "mode", "privacy", "instrument", "edition", "language", "created_on", "status", "keep_until")
    found = [
        AssessmentSession(organisation=organisation_from(row), **{name: row[name] for name in own})
        for row in unit.look_up(statement)
    ]
    return sorted(found, key=lambda session: (session.created_on, session.id))

"""Repository of respondents without their answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, select, update

from assessment.errors import NotFound, RefusedInput
from assessment.instrument.model import Camp
from language.translation import _
from storage.db.database import Unit, WritingUnit, table_of
from storage.db.ids import new_id
from storage.db.upsert import lock_assessment
from storage.repositories.assessments import get_assessment
from storage.tables.assessments import DeviceBindingRow, RespondentRow, ResumeCodeRow

MOST_RESPONDENTS = 500
RESPONDENTS = table_of(RespondentRow)


@dataclass(frozen=True)
class Person:
    """One respondent without the answers. `place` is where the person stopped, e.g. "governance/GOV-3"."""

    id: str
    name: str | None
    function: str
    camp: Camp
    place: str | None


def add_respondent(
    unit: WritingUnit, assessment_id: str, *, function: str, camp: Camp, name: str | None = None
) -> str:
    """Adds a person, returns the random id. NotFound, Frozen when closed.

    RefusedInput for the 501st person, and for a name outside open mode.
    """
    lock_assessment(unit, assessment_id)
    _check_name(unit, assessment_id, name)
    people = select(func.count().label("people")).where(RESPONDENTS.c.assessment_id == assessment_id)
    if unit.look_up(people)[0]["people"] >= MOST_RESPONDENTS:
        raise RefusedInput(_("This assessment has 500 people, the maximum. Nothing was changed."))
    respondent_id = new_id()
    person = {"assessment_id": assessment_id, "id": respondent_id}
    unit.add_rows(RespondentRow, [person | {"function": function, "camp": camp, "name": name}])
    return respondent_id


def set_function(unit: WritingUnit, assessment_id: str, respondent_id: str, function: str) -> None:
    """Another function for a person. NotFound, Frozen when closed."""
    lock_assessment(unit, assessment_id)
    this = (RESPONDENTS.c.assessment_id == assessment_id) & (RESPONDENTS.c.id == respondent_id)
    if unit.change(update(RESPONDENTS).where(this).values(function=function)).rowcount == 0:
        raise NotFound(_("This person is not in this assessment."))


def save_place(unit: WritingUnit, assessment_id: str, respondent_id: str, place: str | None) -> None:
    """Remembers where the person stopped (at most 120 characters)."""
    mine = (RESPONDENTS.c.assessment_id == assessment_id) & (RESPONDENTS.c.id == respondent_id)
    if unit.change(update(RESPONDENTS).where(mine).values(place=place)).rowcount == 0:
        raise NotFound(_("This person is not in this assessment."))


def find_respondent(unit: Unit, assessment_id: str, respondent_id: str) -> Person | None:
    """The person, or None."""
    found = unit.rows(RespondentRow, assessment_id=assessment_id, id=respondent_id)
    return _person(found[0]) if found else None


def list_respondents(unit: Unit, assessment_id: str) -> list[Person]:
    """All people of an assessment, sorted by their random ids: that is the shuffle."""
    people = [_person(row) for row in unit.rows(RespondentRow, assessment_id=assessment_id)]
    return sorted(people, key=lambda person: person.id)


def remove_respondent(unit: WritingUnit, assessment_id: str, respondent_id: str) -> None:
    """Deletes a person with everything the person answered. NotFound, Frozen when closed.

    Who owns the assessment keeps owning it, also when the owner's own answers are removed.
    """
    lock_assessment(unit, assessment_id)
    for row in (DeviceBindingRow, ResumeCodeRow):
        table = table_of(row)
        owned = update(table).where(
            table.c.assessment_id == assessment_id,
            table.c.respondent_id == respondent_id,
            table.c.role == "owner",
        )
        unit.change(owned.values(respondent_id=None))
    gone = delete(RESPONDENTS).where(
        RESPONDENTS.c.assessment_id == assessment_id, RESPONDENTS.c.id == respondent_id
    )
    if unit.change(gone).rowcount == 0:
        raise NotFound(_("This person is not in this assessment."))
    unit.erased = True


def _check_name(unit: Unit, assessment_id: str, name: str | None) -> None:
    if name is not None and get_assessment(unit, assessment_id).privacy != "open":
        raise RefusedInput(_("Names are kept in open mode only. Nothing was changed."))


def _person(row: Mapping[str, Any]) -> Person:
    return Person(row["id"], row["name"], row["function"], row["camp"], row["place"])

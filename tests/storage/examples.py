"""Small things that tests of storage start from."""

from datetime import date

from assessment.answers.records import Organisation
from storage.db.database import WritingUnit
from storage.repositories.assessments import create_assessment
from storage.repositories.respondents import add_respondent

TODAY = date(2026, 11, 22)


def an_assessment(unit: WritingUnit, **other: object) -> str:
    """An open workshop by camp without people; returns its id."""
    described = {
        "organisation": Organisation(name="Northgate Tools Ltd", employees="201-500"),
        "instrument": "toy",
        "edition": "2026.1",
        "mode": "workshop",
        "privacy": "by_camp",
        "today": TODAY,
    }
    return create_assessment(unit, **(described | other))  # type: ignore[arg-type]


def a_person(unit: WritingUnit, assessment_id: str) -> str:
    """A respondent of the business side; returns the id."""
    return add_respondent(unit, assessment_id, function="CEO", camp="business")

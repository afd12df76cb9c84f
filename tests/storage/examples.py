"""Small things that tests of storage start from."""

from datetime import date

from sqlalchemy import Connection, text

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


def an_older_assessment(connection: Connection, number: int = 0) -> str:
    """An open workshop written at a schema before 0006, which knew no languages; returns its id."""
    assessment_id = f"a{number}"
    names = {"a": assessment_id, "o": f"o{number}", "today": TODAY}
    connection.execute(text("INSERT INTO organisation (id, name) VALUES (:o, 'Kestrel Foods')"), names)
    connection.execute(
        text(
            "INSERT INTO assessment_session (id, organisation_id, mode, privacy, instrument, edition, "
            "created_on, status, settings) VALUES (:a, :o, 'workshop', 'by_camp', 'toy', '2026.1', "
            ":today, 'open', '{}')"
        ),
        names,
    )
    return assessment_id


def a_person(unit: WritingUnit, assessment_id: str) -> str:
    """A respondent of the business side; returns the id."""
    return add_respondent(unit, assessment_id, function="CEO", camp="business")

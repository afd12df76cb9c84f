"""A whole assessment in and out again is the same assessment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.answers.interchange import canonical
from assessment.answers.records import Assessment, Organisation, Respondent
from assessment.errors import NotFound, RefusedInput
from storage.db.database import Database
from storage.repositories.assessments import list_assessments
from storage.repositories.records import add_assessment, load_assessment, load_respondent
from tests.storage.drawn import LAW, assessments
from tests.storage.examples import TODAY


def shuffled(assessment: Assessment) -> Assessment:
    """With the respondents sorted by their random ids, as they always come out."""
    return assessment.model_copy(
        update={"respondents": sorted(assessment.respondents, key=lambda person: person.id)}
    )


@LAW
@given(assessment=assessments)
def test_what_was_added_is_what_is_loaded(database: Database, assessment: Assessment) -> None:
    with database.writing() as unit:
        assessment_id = add_assessment(unit, assessment, today=TODAY)
    with database.reading() as unit:
        loaded = load_assessment(unit, assessment_id)
        people = [load_respondent(unit, assessment_id, person.id) for person in loaded.respondents]
    assert loaded == shuffled(assessment)
    assert canonical(loaded) == canonical(assessment)
    assert people == loaded.respondents


@LAW
@given(assessment=assessments, copies=st.integers(2, 3))
def test_the_same_file_imported_again_exports_the_same_bytes(
    database: Database, assessment: Assessment, copies: int
) -> None:
    with database.writing() as unit:
        ids = [add_assessment(unit, assessment, today=TODAY) for _ in range(copies)]
        files = {canonical(load_assessment(unit, assessment_id)) for assessment_id in ids}
    assert len(set(ids)) == copies
    assert files == {canonical(assessment)}


def test_an_assessment_with_one_id_twice_is_refused_whole(database: Database) -> None:
    twice = Respondent(id="r1", function="CEO", camp="business")
    assessment = Assessment(
        instrument="toy", edition="2026.1", organisation=Organisation(name="A"), respondents=[twice, twice]
    )
    with pytest.raises(RefusedInput), database.writing() as unit:
        add_assessment(unit, assessment, today=TODAY)
    with database.reading() as unit:
        assert list_assessments(unit) == []


def test_an_unknown_assessment_or_person_is_not_found(database: Database) -> None:
    with database.reading() as unit:
        with pytest.raises(NotFound):
            load_assessment(unit, "none")
        with pytest.raises(NotFound):
            load_respondent(unit, "none", "nobody")

"""The finished example: two assessments of one company, of which a browser opens the newer one."""

from datetime import date, timedelta

from services.assessments import owner
from services.assessments.example import HALF_A_YEAR, open_example
from services.core import identity
from services.core.installation import Installation
from services.reports import history
from storage.repositories import erasure
from storage.repositories.assessments import list_assessments

TODAY = date(2026, 11, 22)


def test_the_example_has_one_assessment_behind_it(inst: Installation, token: str) -> None:
    example = open_example(inst, token, TODAY)
    assert open_example(inst, token, TODAY) == example
    assert [found.assessment_id for found in identity.list_owned(inst, token)] == [example.assessment_id]
    then, now = history.history(inst, example, TODAY)
    assert (then.as_of, now.as_of) == (TODAY - HALF_A_YEAR, TODAY)
    assert {kept.status for kept in then.commitments} == {"open", "kept", "late", "dropped"}


def test_a_change_in_the_example_stays_in_the_browser_that_made_it(inst: Installation, token: str) -> None:
    mine, theirs = open_example(inst, token, TODAY), open_example(inst, identity.new_token(), TODAY)
    owner.save_preferences(inst, mine, confidentiality="Mine alone", paper="a4")
    assert owner.settings_of(inst, mine).confidentiality == "Mine alone"
    assert owner.settings_of(inst, theirs).confidentiality == ""


def test_deleting_the_example_deletes_both(inst: Installation, token: str) -> None:
    example = open_example(inst, token, TODAY)
    assert owner.erase(inst, example)["assessment_session"] == 2
    with inst.database.reading() as unit:
        assert list_assessments(unit) == []


def test_both_are_kept_for_thirty_days(inst: Installation, token: str) -> None:
    open_example(inst, token, TODAY)
    with inst.database.writing() as unit:
        assert len(erasure.purge(unit, TODAY + timedelta(days=31)).assessments) == 2

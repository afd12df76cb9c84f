"""Results side by side: one of each organisation, counted by the database, published apart from them."""

from datetime import timedelta

from scoring.comparison.benchmark import Cohort
from storage.comparison.cohorts import (
    ScopeScore,
    count_results,
    count_unpublished,
    list_unscored,
    load_cohorts,
    publish,
    results_of,
    save_results,
)
from storage.db.database import Database, WritingUnit
from storage.repositories.browsers.devices import bind_device
from storage.repositories.erasure import erase
from storage.repositories.presentation import save_settings
from storage.repositories.records import load_assessment
from storage.repositories.submissions import add_submission
from storage.tables.cohorts import EVERYTHING
from tests.storage.examples import TODAY, an_assessment

ASKED = "toy 2026.1 1"


def a_result(
    unit: WritingUnit, points: int | None, token: str | None = None, earlier: str | None = None
) -> str:
    """A submitted result of a new organisation, or of that of `earlier`; returns the assessment's id."""
    assessment_id = an_assessment(unit, earlier=earlier)
    reached = {EVERYTHING: ScopeScore(2, points), "alpha": ScopeScore(None, None)}
    save_results(unit, assessment_id, ASKED, TODAY, reached)
    if token:
        bind_device(unit, token, assessment_id, role="owner")
    return assessment_id


def submitted(unit: WritingUnit, assessment_id: str, days: int = 0) -> str:
    whole = load_assessment(unit, assessment_id)
    today = TODAY + timedelta(days)
    return add_submission(unit, assessment_id, whole, scoring_version="1", today=today).id


def test_an_organisation_counts_once_with_its_newest_result(database: Database) -> None:
    with database.writing() as unit:
        first = a_result(unit, 40)
        a_result(unit, 60, earlier=first)
        a_result(unit, 40)
        a_result(unit, None)
        assert count_results(unit, ASKED) == {EVERYTHING: Cohort({40.0: 1, 60.0: 1}, 1)}
        assert results_of(unit, first, ASKED)[EVERYTHING].points == 60
        assert count_results(unit, "another edition") == {}


def test_what_is_published_stays_when_results_come_and_go(database: Database) -> None:
    with database.writing() as unit:
        first, second = a_result(unit, 40), a_result(unit, 60)
        assert count_unpublished(unit, ASKED) == 2
        publish(unit, ASKED, EVERYTHING, count_results(unit, ASKED)[EVERYTHING])
        assert count_unpublished(unit, ASKED) == 0
        save_results(unit, first, ASKED, TODAY, {EVERYTHING: ScopeScore(3, 55)})
        erase(unit, second)
        a_result(unit, 70)
    with database.reading() as unit:
        assert load_cohorts(unit, ASKED) == {EVERYTHING: Cohort({40.0: 1, 60.0: 1}, 1)}
        mine = results_of(unit, first, ASKED)[EVERYTHING]
        assert (mine.points, mine.counted, count_unpublished(unit, ASKED)) == (55, 40, 1)
        assert count_results(unit, ASKED)[EVERYTHING].counts == {55.0: 1, 70.0: 1}
    with database.writing() as unit:
        publish(unit, ASKED, EVERYTHING, count_results(unit, ASKED)[EVERYTHING])
        assert results_of(unit, first, ASKED)[EVERYTHING].counted == 55


def test_the_largest_contributor_is_the_browser_that_owns_most_organisations(database: Database) -> None:
    with database.writing() as unit:
        adviser = [a_result(unit, 40, token="adviser") for _number in range(3)]
        a_result(unit, 50, token="adviser", earlier=adviser[0])
        a_result(unit, 45, token="somebody")
        a_result(unit, 45)
        assert count_results(unit, ASKED)[EVERYTHING].largest == 3


def test_submissions_without_a_result_are_found_newest_first_of_each_organisation(database: Database) -> None:
    with database.writing() as unit:
        old = an_assessment(unit)
        new = an_assessment(unit, earlier=old)
        submitted(unit, new, days=9)
        newest = submitted(unit, old, days=10)
        example = an_assessment(unit)
        save_settings(unit, example, {"example": True})
        submitted(unit, example)
        liar = an_assessment(unit)
        save_settings(unit, liar, {"confidentiality": '"example": true'})
        other = submitted(unit, liar)
        save_results(unit, done := an_assessment(unit), ASKED, TODAY, {EVERYTHING: ScopeScore(None, None)})
        submitted(unit, done)
        assert set(list_unscored(unit, ASKED, "2026.1", 10)) == {newest, other}
        assert len(list_unscored(unit, ASKED, "2026.1", 1)) == 1
        assert list_unscored(unit, ASKED, "2025.1", 10) == []


def test_erasing_the_newest_leaves_the_one_before_to_be_scored_again(database: Database) -> None:
    with database.writing() as unit:
        old = a_result(unit, 40)
        before = submitted(unit, old)
        new = a_result(unit, 60, earlier=old)
        assert erase(unit, new)["result"] == 2
        assert results_of(unit, old, ASKED) == {}
        assert list_unscored(unit, ASKED, "2026.1", 10) == [before]

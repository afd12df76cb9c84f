"""Among others: told only of results that are published, five at a time, and never of an example."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from assessment.answers.records import Organisation
from services.assessments import answering, owner, reassessment
from services.assessments.example import open_example
from services.core import identity
from services.core.identity import Owned
from services.core.installation import Installation
from services.reports import benchmark
from services.reports.submitting import freeze
from storage.comparison import cohorts
from storage.db.database import Database
from storage.repositories.records import add_assessment
from storage.repositories.submissions import add_submission
from storage.tables.cohorts import EVERYTHING
from tests import prepare
from tests.toy import everyone
from tests.workshops import TODAY, an_installation


@pytest.fixture
def shelves(database: Database) -> Installation:
    return an_installation(database)


def submits(inst: Installation, level: int, token: str | None = None) -> Owned:
    """A new organisation whose chief executive says `level` everywhere and hands it in."""
    token = token or identity.new_token()
    started = answering.start(inst, token, Organisation(name=f"Level {level}"), "CEO", "business", TODAY)
    return answers(inst, token, started.owned, level)


def answers(inst: Installation, token: str, owned: Owned, level: int) -> Owned:
    for code in inst.instrument.practices:
        answering.change_answer(inst, owned, code, level=level)
    answering.submit(inst, owned, TODAY)
    return identity.require(inst, token, owned.assessment_id)


def place(inst: Installation, owned: Owned) -> tuple[str, int, int] | None:
    found = benchmark.benchmark_view(inst, owned)
    one = found.overall if found else None
    return (one.grain, one.place, one.of) if one else None


def waits(inst: Installation, owned: Owned) -> bool:
    found = benchmark.benchmark_view(inst, owned)
    return found is not None and found.waiting


def test_nothing_is_said_until_five_others_are_published_and_then_only_to_who_is_among_them(
    shelves: Installation,
) -> None:
    first = [submits(shelves, level) for level in (1, 2, 3, 4, 5)]
    assert [place(shelves, one) for one in first] == [None] * 5  # four others each
    assert not waits(shelves, first[0])
    later = [submits(shelves, level) for level in (2, 3, 4, 4)]
    assert [place(shelves, one) for one in (*first, *later)] == [None] * 9
    assert all(waits(shelves, one) for one in later)
    last = submits(shelves, 3)
    assert place(shelves, last) == ("median", 0, 9)
    assert [place(shelves, one) for one in first] == [
        ("median", -1, 9), ("median", -1, 9), ("median", 0, 9), ("median", 1, 9), ("median", 1, 9),
    ]  # fmt: skip
    found = benchmark.benchmark_view(shelves, last)
    assert found is not None
    assert [title for title, _place in found.sections] == ["Alpha", "Beta", "Gamma"]


def test_answers_cannot_be_tried_out_against_the_others(shelves: Installation) -> None:
    token = identity.new_token()
    mine = submits(shelves, 3, token)
    for level in (1, 2, 2, 3, 3, 4, 4, 5, 5):
        submits(shelves, level)
    assert place(shelves, mine) == ("median", 0, 9)
    tried = answers(shelves, token, mine, 5)
    assert (place(shelves, tried), waits(shelves, tried)) == (None, True)
    answering.reopen(shelves, tried)
    assert benchmark.benchmark_view(shelves, identity.require(shelves, token, mine.assessment_id)) is None
    assert place(shelves, answers(shelves, token, mine, 3)) == ("median", 0, 9)


def test_an_organisation_assessed_again_counts_once(shelves: Installation) -> None:
    token = identity.new_token()
    first = submits(shelves, 2, token)
    again = reassessment.begin_again(shelves, token, first, TODAY).owned
    answers(shelves, token, again, 4)
    with shelves.database.reading() as unit:
        counted = cohorts.count_results(unit, benchmark.cohort_key(shelves, shelves.instrument.edition))
    assert counted[EVERYTHING].size == 1
    assert benchmark.benchmark_view(shelves, first) is None


def test_erasing_takes_the_result_and_leaves_what_is_published(shelves: Installation) -> None:
    many = [submits(shelves, level) for level in (1, 2, 2, 3, 3, 3, 4, 4, 5, 5)]
    before = place(shelves, many[0])
    assert before == ("median", -1, 9)
    assert owner.erase(shelves, many[-1])["result"] == 4
    assert place(shelves, many[0]) == before
    with shelves.database.reading() as unit:
        assert (
            cohorts.count_results(unit, benchmark.cohort_key(shelves, shelves.instrument.edition))[
                EVERYTHING
            ].size
            == 9
        )


def test_the_submission_before_counts_as_soon_as_the_newest_is_erased(shelves: Installation) -> None:
    token = identity.new_token()
    first = submits(shelves, 2, token)
    again = answers(shelves, token, reassessment.begin_again(shelves, token, first, TODAY).owned, 5)
    for level in (1, 2, 3, 3, 4, 5):
        submits(shelves, level)
    assert benchmark.benchmark_view(shelves, first) is None
    owner.erase(shelves, again)
    assert (place(shelves, first), waits(shelves, first)) == (None, True)
    for level in (3, 4, 4):
        submits(shelves, level)
    assert place(shelves, first) == ("median", -1, 9)


def test_a_second_browser_of_an_adviser_does_not_hide_how_many_are_theirs(shelves: Installation) -> None:
    desk, phone = identity.new_token(), identity.new_token()
    many = [submits(shelves, level, token) for token in (desk, phone) for level in (2, 3, 4)]
    many += [submits(shelves, level) for level in (1, 2, 3, 5)]
    assert place(shelves, many[0]) is not None
    code = identity.issue_resume_code(shelves, desk, many[0].assessment_id)
    identity.resume(shelves, phone, code, "192.0.2.7")
    for level in (2, 3, 4, 4, 5):
        submits(shelves, level)
    assert place(shelves, many[0]) is None  # six stand behind one contributor, of fourteen others
    assert not waits(shelves, many[0])


def test_one_adviser_behind_two_fifths_silences_the_comparison(shelves: Installation) -> None:
    adviser = identity.new_token()
    many = [submits(shelves, level, adviser) for level in (1, 2, 3, 4, 5)]
    many += [submits(shelves, level) for level in (1, 2, 3, 4, 5)]
    assert [place(shelves, one) for one in many] == [None] * 10


def test_the_operator_switches_it_off(shelves: Installation) -> None:
    for level in (1, 2, 2, 3, 3, 3, 4, 4, 5):
        submits(shelves, level)
    mine = submits(shelves, 3)
    assert place(shelves, mine) is not None
    off = replace(shelves, settings=shelves.settings.model_copy(update={"benchmark": False}))
    assert benchmark.benchmark_view(off, mine) is None


def test_the_example_never_counts(inst: Installation, token: str) -> None:
    example = open_example(inst, token, TODAY)
    with inst.database.writing() as unit:
        freeze(inst, unit, example, prepare.stored(inst, example), TODAY)
    assert benchmark.score_backlog(inst) == 0
    assert benchmark.benchmark_view(inst, example) is None
    with inst.database.reading() as unit:
        assert cohorts.count_results(unit, benchmark.cohort_key(inst, inst.instrument.edition)) == {}


def test_submissions_from_before_are_scored_once(shelves: Installation) -> None:
    owned = [submits(shelves, level) for level in (1, 2, 3, 3, 4, 5)]
    with shelves.database.writing() as unit:
        for one in owned:  # as a database of the version before: submissions, and no results
            frozen = prepare.stored(shelves, one)
            copy = add_assessment(unit, frozen, today=TODAY)
            add_submission(unit, copy, frozen, scoring_version="1", today=TODAY)
        bad = add_assessment(unit, frozen.model_copy(update={"instrument": "other"}), today=TODAY)
        other = frozen.model_copy(update={"instrument": "other"})
        add_submission(unit, bad, other, scoring_version="1", today=TODAY)
    assert benchmark.score_backlog(shelves) == 7
    assert benchmark.score_backlog(shelves) == 0
    assert place(shelves, owned[0]) == ("thirds", 1, 11)


def test_what_the_team_may_not_see_does_not_count(shelves: Installation) -> None:
    token = identity.new_token()
    owned = submits(shelves, 3, token)
    whole = prepare.stored(shelves, owned)
    two = whole.model_copy(update={"privacy": "team", "respondents": everyone(3, business=1, technology=1)})
    with shelves.database.writing() as unit:
        hidden = add_assessment(unit, two, mode="workshop", today=TODAY)
        there = identity.bind(shelves, unit, token, hidden, None)
        freeze(shelves, unit, there, two, TODAY)
    with shelves.database.reading() as unit:
        assert (
            cohorts.count_results(unit, benchmark.cohort_key(shelves, shelves.instrument.edition))[
                EVERYTHING
            ].size
            == 1
        )


def test_submissions_at_the_same_moment_publish_one_set_of_counts(postgres_database: Database) -> None:
    shelves = an_installation(postgres_database)
    with ThreadPoolExecutor(4) as hands:
        list(hands.map(lambda level: submits(shelves, level), [1, 2, 3, 4, 5, 3, 2, 4]))
    with shelves.database.reading() as unit:
        (size,) = {
            found.size
            for found in cohorts.load_cohorts(
                unit, benchmark.cohort_key(shelves, shelves.instrument.edition)
            ).values()
        }
    assert 5 <= size <= 8

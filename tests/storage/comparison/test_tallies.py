"""The tally says what counting all results would say, whatever came, changed and went."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

from alembic import command
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, text, update

from scoring.comparison.benchmark import NEW_ONES, cohort_to_publish
from storage.backup import backup, restore
from storage.comparison.cohorts import (
    ScopeScore,
    count_results,
    count_unpublished,
    load_cohorts,
    publish,
    results_of,
    save_results,
)
from storage.comparison.contributors import largest_contributor
from storage.comparison.tallies import lock_tally, recount_tally
from storage.db.database import Database, Unit, WritingUnit, table_of
from storage.db.engines import open_database
from storage.db.schema import configuration, migrate
from storage.repositories.assessments import set_keep_until
from storage.repositories.browsers.devices import bind_device, replace_resume_code
from storage.repositories.erasure import erase, purge
from storage.tables.cohorts import EVERYTHING, CohortRow, ResultRow, TallyRow
from tests.storage.archives import with_line
from tests.storage.drawn import LAW
from tests.storage.examples import TODAY, a_person, an_assessment, an_older_assessment

ASKED = "toy 2026.1 1"
POINTS = st.sampled_from([None, 0, 40, 41, 100])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("submits"), st.integers(0, 5), st.tuples(POINTS, POINTS)),
        st.tuples(st.just("erases"), st.integers(0, 5), st.none()),
        st.tuples(st.just("keeps a day"), st.integers(0, 5), st.none()),
        st.tuples(st.just("purges"), st.just(0), st.none()),
        st.tuples(st.just("publishes"), st.just(0), st.none()),
    ),
    max_size=12,
)


def submits(unit: WritingUnit, assessment_id: str, *points: int | None) -> None:
    """A result overall, and in the section alpha where two are given."""
    reached = {EVERYTHING: ScopeScore(2, points[0])}
    if points[1:]:
        reached["alpha"] = ScopeScore(3, points[1])
    save_results(unit, assessment_id, ASKED, TODAY, reached)


def tally_of(unit: Unit) -> Counter[tuple[str, str, int]]:
    return Counter({(r["asked"], r["scope"], r["points"]): r["organisations"] for r in unit.rows(TallyRow)})


def counted(unit: Unit) -> Counter[tuple[str, str, int]]:
    rows = unit.rows(ResultRow)
    return Counter((row["asked"], row["scope"], row["points"]) for row in rows if row["points"] is not None)


def publishes(unit: WritingUnit) -> None:
    lock_tally(unit)
    for scope, cohort in count_results(unit, ASKED).items():
        publish(unit, ASKED, scope, cohort)


@settings(LAW, max_examples=25)
@given(steps=STEPS)
def test_it_says_what_counting_would_say(database: Database, steps: list[tuple[str, int, Any]]) -> None:
    with database.writing() as unit:
        # Six assessments of three organisations: what one submits may stand in place of another's.
        ids: list[str] = []
        for number in range(6):
            ids.append(an_assessment(unit, earlier=ids[number - 3] if number > 2 else None))
        left = set(ids)
        for step, number, points in steps:
            one = ids[number]
            if step == "publishes":
                publishes(unit)
            elif step == "purges":
                left -= set(purge(unit, TODAY + timedelta(2)).assessments)
            elif one in left and step == "submits":
                submits(unit, one, *points)
            elif one in left and step == "keeps a day":
                set_keep_until(unit, one, TODAY)
            elif one in left:
                erase(unit, one)
                left.discard(one)
            assert tally_of(unit) == counted(unit)
        for one in left:
            erase(unit, one)
        assert not unit.rows(TallyRow)


def test_a_result_withdrawn_is_no_longer_told_once_it_is_no_longer_counted(database: Database) -> None:
    with database.writing() as unit:
        mine = an_assessment(unit)
        submits(unit, mine, 50)
        publishes(unit)
        submits(unit, mine, None)
        other = an_assessment(unit)
        submits(unit, other, 60)
        publishes(unit)
        submits(unit, mine, 50)
        found = results_of(unit, mine, ASKED)[EVERYTHING]
        assert (found.points, found.counted, count_unpublished(unit, ASKED)) == (50, None, 1)


def test_sections_that_the_newest_submission_lacks_count_no_longer(database: Database) -> None:
    with database.writing() as unit:
        mine = an_assessment(unit)
        submits(unit, mine, 50, 60)
        submits(unit, mine, None)
        assert count_results(unit, ASKED) == {}
        assert {found.points for found in results_of(unit, mine, ASKED).values()} == {None}


def test_many_who_submit_and_erase_at_once_leave_the_tally_right(postgres_database: Database) -> None:
    with postgres_database.writing() as unit:
        ids = [an_assessment(unit) for _number in range(12)]
        ids += [an_assessment(unit, earlier=one) for one in ids[:6]]

    def work(number: int) -> None:
        for turn in range(4):
            with postgres_database.writing() as unit:
                submits(unit, ids[number], 40 + (number + turn) % 3, 40 + turn)
            with postgres_database.writing() as unit:
                publishes(unit)
        if number % 2:
            with postgres_database.writing() as unit:
                erase(unit, ids[number])

    with ThreadPoolExecutor(6) as hands:
        list(hands.map(work, range(len(ids))))
    with postgres_database.reading() as unit:
        assert tally_of(unit) == counted(unit)
        assert count_unpublished(unit, ASKED) == 0


def publishes_what_is_due(unit: WritingUnit) -> None:
    """As the service does it: a scope only once five more have joined it."""
    lock_tally(unit)
    published = load_cohorts(unit, ASKED)
    for scope, now in count_results(unit, ASKED).items():
        if cohort_to_publish(now, published.get(scope)) is now:
            publish(unit, ASKED, scope, now)


@settings(LAW, max_examples=6)
@given(
    moves=st.lists(
        st.tuples(st.integers(0, 13), st.sampled_from(["submits", "submits", "erases"]), POINTS, POINTS),
        min_size=8,
        max_size=30,
    )
)
def test_no_two_published_states_differ_by_fewer_than_five(
    sqlite_database: Database, moves: list[tuple[int, str, int | None, int | None]]
) -> None:
    with sqlite_database.writing() as unit:
        ids = [an_assessment(unit) for _number in range(14)]
        left = set(ids)
        for number, step, whole, section in moves:
            before = load_cohorts(unit, ASKED)
            if ids[number] not in left:
                continue
            if step == "erases":
                erase(unit, ids[number])
                left.discard(ids[number])
            else:
                submits(unit, ids[number], whole, section)
            assert load_cohorts(unit, ASKED) == before
            publishes_what_is_due(unit)
            for scope, now in load_cohorts(unit, ASKED).items():
                earlier = before[scope].size if scope in before else 0
                assert now == before.get(scope) or now.size - earlier >= NEW_ONES
        for one in left:
            erase(unit, one)
        unit.change(delete(table_of(CohortRow)))


def test_counting_anew_mends_a_tally_that_is_wrong(database: Database) -> None:
    with database.writing() as unit:
        for points in (50, 50, 60):
            submits(unit, an_assessment(unit), points, 70)
        right = tally_of(unit)
        assert right == counted(unit)
        tally = table_of(TallyRow)
        unit.change(update(tally).where(tally.c.points == 50).values(organisations=9))
        unit.change(delete(tally).where(tally.c.scope == "alpha"))
    with database.writing() as unit:
        recount_tally(unit)
    with database.writing() as unit:
        assert tally_of(unit) == right
        recount_tally(unit)
        assert tally_of(unit) == right


def test_a_restored_tally_is_counted_not_believed(database: Database, tmp_path: Path) -> None:
    with database.writing() as unit:
        submits(unit, an_assessment(unit), 50)
    backup(database, tmp_path / "saved.zip")
    restore(database, with_line(tmp_path / "saved.zip", "tally", organisations=70))
    with database.reading() as unit:
        assert count_results(unit, ASKED)[EVERYTHING].counts == {50.0: 1}


def test_results_from_before_there_was_a_tally_are_counted(tmp_path: Path, empty_postgres_url: str) -> None:
    for url in (f"sqlite:///{tmp_path / 'before.db'}", empty_postgres_url):
        db = open_database(url)
        with db.altering() as connection:
            command.upgrade(configuration(connection), "0004")
        with db.writing() as unit:
            for number, points in enumerate((40, 40, 60, None)):
                assessment_id = an_older_assessment(unit.connection(), number)
                for scope in (EVERYTHING, "alpha"):
                    values = {"asked": ASKED, "scope": scope, "assessment": assessment_id, "on": TODAY}
                    values |= {"points": 70 + number if scope == "alpha" else points, "counted": 40}
                    unit.connection().execute(
                        text(
                            "INSERT INTO result (organisation_id, asked, scope, assessment_id, submitted_on, points, counted) "
                            "SELECT organisation_id, :asked, :scope, id, :on, :points, :counted FROM assessment_session WHERE id = :assessment"
                        ),
                        values,
                    )
        migrate(db)
        with db.reading() as unit:
            assert tally_of(unit) == counted(unit)
            found = {scope: cohort.counts for scope, cohort in count_results(unit, ASKED).items()}
            assert found == {EVERYTHING: {40.0: 2, 60.0: 1}, "alpha": {70.0: 1, 71.0: 1, 72.0: 1}}
            withdrawn = results_of(unit, assessment_id, ASKED)
            assert {one.counted for one in withdrawn.values()} == {None}
        db.close()


def owned_by(unit: WritingUnit, *tokens: str, earlier: str | None = None) -> str:
    """A submitted result that these browsers own."""
    assessment_id = an_assessment(unit, earlier=earlier)
    submits(unit, assessment_id, 50)
    for token in tokens:
        bind_device(unit, token, assessment_id, role="owner")
    return assessment_id


def test_browsers_that_own_an_assessment_together_are_one_contributor(database: Database) -> None:
    with database.writing() as unit:
        for tokens in (["desk"], ["desk"], ["desk", "phone"], ["phone"], ["phone", "tablet"], ["tablet"]):
            owned_by(unit, *tokens)
        owned_by(unit, "somebody", "somebody else")
        owned_by(unit)
        assert largest_contributor(unit, ASKED) == 6
        assert largest_contributor(unit, "another edition") == 1


def test_a_shared_assessment_without_a_result_still_brings_browsers_together(database: Database) -> None:
    with database.writing() as unit:
        for token in ("desk", "desk", "phone", "phone"):
            owned_by(unit, token)
        assert largest_contributor(unit, ASKED) == 2
        shared = an_assessment(unit)
        for token in ("desk", "phone"):
            bind_device(unit, token, shared, role="owner")
        assert largest_contributor(unit, ASKED) == 4
        erase(unit, shared)
        assert largest_contributor(unit, ASKED) == 2


def test_clients_of_one_adviser_and_people_in_a_room_own_nothing_together(database: Database) -> None:
    with database.writing() as unit:
        for number in range(3):
            client = owned_by(unit, "adviser", f"client {number}")
            person = a_person(unit, client)
            bind_device(unit, "guest", client, role="participant", respondent_id=person)
            replace_resume_code(unit, f"code {number}", client, role="owner")
        assert largest_contributor(unit, ASKED) == 3

"""Deletion deletes, and says what it deleted."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from assessment.answers.records import Agreed, Initiative, Organisation, Response
from assessment.errors import NotFound
from assessment.plan.records import Charter, Roadmap, RoadmapMove
from assessment.workshop.room import new_room
from scoring.comparison.benchmark import Cohort
from storage.comparison.cohorts import ScopeScore, publish, save_results
from storage.db.database import Database, Unit, WritingUnit
from storage.repositories import plan_parts, rooms
from storage.repositories.answers import (
    save_activity,
    save_decision,
    save_prediction,
    save_ranking,
    save_response,
)
from storage.repositories.assessments import list_assessments, set_keep_until
from storage.repositories.devices import bind_device, replace_resume_code
from storage.repositories.erasure import Purged, erase, purge
from storage.repositories.presentation import Logo, save_logo
from storage.repositories.records import load_assessment
from storage.repositories.respondents import remove_respondent
from storage.repositories.submissions import add_submission
from storage.tables.assessments import TABLES
from storage.tables.cohorts import EVERYTHING
from tests.storage.examples import TODAY, a_person, an_assessment

TELLTALE = "Only Ottoline would say this"


def a_full_one(unit: WritingUnit, name: str = "Northgate Tools Ltd") -> str:
    """An assessment with at least one row in every table."""
    assessment_id = an_assessment(unit, organisation=Organisation(name=name))
    person = a_person(unit, assessment_id)
    ids = (assessment_id, person)
    save_response(unit, *ids, 1, "ABC-1", Response(level=3, note=TELLTALE))
    save_response(unit, *ids, 2, "ABC-1", Response(level=2))
    save_prediction(unit, *ids, "ABC-1", 4)
    save_activity(unit, *ids, "ACT-1", 4)
    save_decision(unit, *ids, "accept_risk", "CEO")
    save_ranking(unit, *ids, ["growth", "cost"])
    plan_parts.save_agreed(unit, assessment_id, "ABC-1", Agreed(level=2))
    plan_parts.replace_initiatives(unit, assessment_id, [Initiative(name="Pilot")])
    plan_parts.save_roadmap(unit, assessment_id, Roadmap(moves=[RoadmapMove(move="ABC-1:2", goal=TELLTALE)]))
    plan_parts.save_charter(unit, assessment_id, Charter(name="AI group"))
    save_logo(unit, assessment_id, Logo("image/png", b"picture"))
    bind_device(unit, f"token-{assessment_id}", assessment_id, role="owner", respondent_id=person)
    replace_resume_code(unit, f"code-{assessment_id}", assessment_id, role="owner")
    rooms.add_room(unit, assessment_id, new_room("ten", 60, ["ABC-1"], 315))
    whole = load_assessment(unit, assessment_id)
    add_submission(unit, assessment_id, whole, scoring_version="1", today=TODAY)
    save_results(unit, assessment_id, "toy", TODAY, {EVERYTHING: ScopeScore(3, 50)})
    publish(unit, "toy", EVERYTHING, Cohort({50.0: 1}))
    return assessment_id


def rows(unit: Unit) -> dict[str, int]:
    """How many rows each table has."""
    return {
        table.name: unit.look_up(select(func.count().label("n")).select_from(table))[0]["n"]
        for table in TABLES
    }


def of_people(unit: Unit) -> dict[str, int]:
    """The same without counts, which belong to nobody: those published stay."""
    return {kind: number for kind, number in rows(unit).items() if kind not in ("cohort", "tally")}


def test_erasing_leaves_no_row_in_any_table_and_counts_what_went(database: Database) -> None:
    with database.writing() as unit:
        assessment_id = a_full_one(unit)
    with database.reading() as unit:
        before = of_people(unit)
    assert all(before.values())
    with database.writing() as unit:
        assert erase(unit, assessment_id) == before
    with database.reading() as unit:
        assert {kind for kind, number in rows(unit).items() if number} == {"cohort"}
    with pytest.raises(NotFound), database.writing() as unit:
        erase(unit, assessment_id)


def test_erasing_one_leaves_the_others_whole(database: Database) -> None:
    with database.writing() as unit:
        goes, stays = a_full_one(unit), a_full_one(unit)
        whole = load_assessment(unit, stays)
        counts = erase(unit, goes)
        assert {kind: n - counts[kind] for kind, n in of_people(unit).items()} == dict.fromkeys(counts, 0)
        assert load_assessment(unit, stays) == whole


def test_the_organisation_goes_with_its_last_assessment(database: Database) -> None:
    with database.writing() as unit:
        first = an_assessment(unit)
        second = an_assessment(unit, earlier=first)
        assert "organisation" not in erase(unit, first)
        assert erase(unit, second) == {"assessment_session": 1, "organisation": 1}
        assert not any(of_people(unit).values())


def test_purging_deletes_what_was_to_be_kept_until_yesterday(database: Database) -> None:
    days: dict[str, date | None] = {"over": TODAY - timedelta(1), "last day": TODAY, "for good": None}
    with database.writing() as unit:
        ids = {name: an_assessment(unit) for name in days}
        for name, day in days.items():
            set_keep_until(unit, ids[name], day)
        counts = {"assessment_session": 1, "organisation": 1}
        assert purge(unit, TODAY) == Purged((ids["over"],), counts)
        assert {a.id for a in list_assessments(unit)} == {ids["last day"], ids["for good"]}
        assert purge(unit, TODAY) == Purged((), {})


def on_disk(url: str) -> bytes:
    path = Path(url.removeprefix("sqlite:///"))
    return b"".join(place.read_bytes() for place in path.parent.glob(f"{path.name}*"))


def test_what_was_erased_is_not_found_in_the_files_either(sqlite_database: Database, sqlite_url: str) -> None:
    with sqlite_database.writing() as unit:
        assessment_id = a_full_one(unit)
        a_full_one(unit)
    assert TELLTALE.encode() in on_disk(sqlite_url)
    with sqlite_database.writing() as unit:
        for person in load_assessment(unit, assessment_id).respondents:
            remove_respondent(unit, assessment_id, person.id)
    with sqlite_database.writing() as unit:
        for session in list_assessments(unit):
            erase(unit, session.id)
    assert TELLTALE.encode() not in on_disk(sqlite_url)
    assert b"Northgate" not in on_disk(sqlite_url)


def test_what_was_erased_while_somebody_read_is_gone_after_the_next_change(
    sqlite_database: Database, sqlite_url: str
) -> None:
    with sqlite_database.writing() as unit:
        assessment_id = a_full_one(unit)
    with sqlite_database.reading() as reader:
        before = load_assessment(reader, assessment_id)
        with sqlite_database.writing() as unit:
            erase(unit, assessment_id)
        assert load_assessment(reader, assessment_id) == before
    with sqlite_database.writing() as unit:
        an_assessment(unit, organisation=Organisation(name="Other"))
    assert TELLTALE.encode() not in on_disk(sqlite_url)

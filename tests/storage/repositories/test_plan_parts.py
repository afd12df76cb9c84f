"""The plan in the register: kept, replaced, closed with its assessment, and there after an update."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import text

from assessment.answers.records import UseCase
from assessment.errors import Frozen, NotFound, RefusedInput
from assessment.plan.records import AiUse, Charter, Owners, Ownership, RiskLine, RiskStatement, Roadmap
from storage.db.database import Database
from storage.db.engines import open_database
from storage.db.schema import check_schema, configuration, migrate
from storage.repositories import plan_parts
from storage.repositories.assessments import close_assessment
from storage.repositories.erasure import erase
from storage.repositories.records import load_assessment
from tests.storage.examples import an_assessment

ROADMAP = Roadmap(target=3, capacity={"CEO": 4.0})
OWNERSHIP = Ownership(decisions={"accept_risk": Owners(accountable="CFO")})
STATEMENT = RiskStatement(lines=[RiskLine(area="data", text="No patient data.", decision="never")])
BEFORE = {
    "organisation": "INSERT INTO organisation (id, name) VALUES ('o', 'Kestrel')",
    "session": "INSERT INTO assessment_session (id, organisation_id, mode, privacy, instrument, edition, "
    "created_on, status, settings) "
    "VALUES ('a', 'o', 'solo', 'by_camp', 'toy', '2026.1', '2026-11-01', 'open', '{}')",
    "first": "INSERT INTO register (assessment_id, kind, position, body) "
    """VALUES ('a', 'use_case', 1, '{"name": "Planner", "lever": "cost"}')""",
    "second": "INSERT INTO register (assessment_id, kind, position, body) "
    """VALUES ('a', 'parked', 1, '"ABC-1"')""",
}


@pytest.fixture(params=["sqlite", "postgresql"])
def earlier(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database as the second schema left it, with an assessment in it."""
    file = f"sqlite:///{tmp_path / 'earlier.db'}"
    url = file if request.param == "sqlite" else request.getfixturevalue("empty_postgres_url")
    db = open_database(url)
    with db.altering() as connection:
        command.upgrade(configuration(connection), "0002")
    with db.altering() as connection:
        for statement in BEFORE.values():
            connection.execute(text(statement))
    yield db
    db.close()


def test_what_was_decided_comes_back_and_is_part_of_the_whole(database: Database) -> None:
    with database.writing() as unit:
        assessment_id = an_assessment(unit)
        plan_parts.replace(unit, assessment_id, plan_parts.ROADMAP, [Roadmap(target=2)])
        plan_parts.replace(unit, assessment_id, plan_parts.ROADMAP, [ROADMAP])
        plan_parts.replace(unit, assessment_id, plan_parts.OWNERSHIP, [OWNERSHIP])
        plan_parts.replace(
            unit, assessment_id, plan_parts.AI_USES, [AiUse(name="Chat"), AiUse(name="Search")]
        )
        plan_parts.replace(unit, assessment_id, plan_parts.RISK_STATEMENT, [STATEMENT])
        plan_parts.replace(unit, assessment_id, plan_parts.CHARTER, [Charter(minutes=60)])
    with database.reading() as unit:
        assert plan_parts.find(unit, assessment_id, plan_parts.ROADMAP) == ROADMAP
        assert plan_parts.find(unit, assessment_id, plan_parts.OWNERSHIP) == OWNERSHIP
        assert plan_parts.find(unit, assessment_id, plan_parts.RISK_STATEMENT) == STATEMENT
        assert plan_parts.find(unit, assessment_id, plan_parts.CHARTER) == Charter(minutes=60)
        assert [use.name for use in plan_parts.load(unit, assessment_id, plan_parts.AI_USES)] == [
            "Chat",
            "Search",
        ]
        whole = load_assessment(unit, assessment_id)
    assert (whole.roadmap, whole.ownership) == (ROADMAP, OWNERSHIP)
    assert len(whole.ai_uses) == 2


def test_nothing_is_there_before_anybody_decided(database: Database) -> None:
    with database.writing() as unit:
        assessment_id = an_assessment(unit)
        assert plan_parts.find(unit, assessment_id, plan_parts.ROADMAP) is None
        assert plan_parts.load_register(unit, assessment_id) == {}


def test_a_closed_assessment_and_an_unknown_one_take_no_plan(database: Database) -> None:
    with database.writing() as unit:
        assessment_id = an_assessment(unit)
        close_assessment(unit, assessment_id)
    for wanted, identity in ((Frozen, assessment_id), (NotFound, "none")):
        with pytest.raises(wanted), database.writing() as unit:
            plan_parts.replace(unit, identity, plan_parts.ROADMAP, [ROADMAP])


def test_a_list_holds_two_hundred_lines(database: Database) -> None:
    with database.writing() as unit:
        assessment_id = an_assessment(unit)
    with pytest.raises(RefusedInput, match="200"), database.writing() as unit:
        plan_parts.replace(
            unit, assessment_id, plan_parts.AI_USES, [AiUse(name=f"Use {n}") for n in range(201)]
        )


def test_an_update_keeps_every_line_and_makes_room_for_the_plan(earlier: Database) -> None:
    migrate(earlier)
    with earlier.writing() as unit:
        check_schema(unit)
        whole = load_assessment(unit, "a")
        assert whole.use_cases == [UseCase(name="Planner", lever="cost")]
        assert whole.parked == ["ABC-1"]
        plan_parts.replace(unit, "a", plan_parts.ROADMAP, [ROADMAP])
        assert load_assessment(unit, "a").roadmap == ROADMAP
    with pytest.raises(RefusedInput), earlier.altering() as connection:
        connection.execute(text(BEFORE["second"].replace("parked", "dream")))


def test_an_updated_database_forgets_the_plan_with_its_assessment(earlier: Database) -> None:
    migrate(earlier)
    with earlier.writing() as unit:
        plan_parts.replace(unit, "a", plan_parts.ROADMAP, [ROADMAP])
        assert erase(unit, "a")["register"] == 3
    with earlier.altering() as connection:
        assert connection.execute(text("SELECT count(*) FROM register")).scalar_one() == 0

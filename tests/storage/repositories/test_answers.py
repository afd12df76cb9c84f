"""Answers: stored once however often they are sent, and only where they belong."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from assessment.answers.records import Response
from assessment.errors import Frozen, NotFound, RefusedInput
from assessment.privacy.orders import KeptOrders
from storage.db.columns import PlainText, TableRow
from storage.db.database import Database, Unit, WritingUnit
from storage.repositories.answers import (
    save_activity,
    save_decision,
    save_prediction,
    save_ranking,
    save_response,
)
from storage.repositories.assessments import close_assessment, reopen_assessment
from storage.repositories.kept_votes import keep_orders, load_orders
from storage.repositories.records import load_respondent
from storage.tables.assessments import ResponseRow
from tests.storage.examples import a_person, an_assessment

TAPS = """
import sys
from assessment.answers.records import Response
from storage.repositories.answers import save_response
from storage.db.engines import open_database
url, assessment, person, prefix = sys.argv[1:]
db = open_database(url)
for number in range(50):
    with db.writing() as unit:
        save_response(unit, assessment, person, 1, f"{prefix}-{number}", Response(level=1 + number % 5))
db.close()
"""
Ids = tuple[str, str]


@pytest.fixture
def ids(database: Database) -> Ids:
    with database.writing() as unit:
        assessment_id = an_assessment(unit)
        return assessment_id, a_person(unit, assessment_id)


def one_of_each(unit: WritingUnit, ids: Ids) -> None:
    save_response(
        unit,
        *ids,
        1,
        "ABC-1",
        Response(level=4, backing="number", evidence="https://example.com/q3", note="seen"),
    )
    save_response(unit, *ids, 2, "ABC-1", Response(level=2))
    save_prediction(unit, *ids, "ABC-1", 3)
    save_activity(unit, *ids, "ACT-1", 5)
    save_decision(unit, *ids, "accept_risk", "nobody")
    save_ranking(unit, *ids, "ranking", ["growth", "cost", "risk"])
    save_ranking(unit, *ids, "barriers", ["data_weak", "cost_high"])


def test_an_answer_sent_twice_is_stored_once(database: Database, ids: Ids) -> None:
    for _ in range(2):
        with database.writing() as unit:
            one_of_each(unit, ids)
    with database.reading() as unit:
        person = load_respondent(unit, *ids)
        assert len(unit.rows(ResponseRow)) == 2
    assert person.responses == {
        "ABC-1": Response(level=4, backing="number", evidence="https://example.com/q3", note="seen")
    }
    assert person.second_vote == {"ABC-1": Response(level=2)}
    assert (person.predictions, person.activity) == ({"ABC-1": 3}, {"ACT-1": 5})
    assert person.decisions == {"accept_risk": "nobody"}
    assert person.ranking == ["growth", "cost", "risk"]
    assert person.barriers == ["data_weak", "cost_high"]


def test_a_later_answer_replaces_all_of_the_earlier_one(database: Database, ids: Ids) -> None:
    with database.writing() as unit:
        one_of_each(unit, ids)
        save_response(unit, *ids, 1, "ABC-1", Response(kind="not_applicable", reason="No plant"))
        save_ranking(unit, *ids, "ranking", ["risk", "growth"])
    with database.reading() as unit:
        person = load_respondent(unit, *ids)
    assert person.responses["ABC-1"] == Response(kind="not_applicable", reason="No plant")
    assert person.ranking == ["risk", "growth"]


def test_a_ranking_is_taken_back_and_may_be_taken_back_again(database: Database, ids: Ids) -> None:
    with database.writing() as unit:
        one_of_each(unit, ids)
    for _ in range(2):
        with database.writing() as unit:
            save_ranking(unit, *ids, "ranking", [])
    with database.reading() as unit:
        person = load_respondent(unit, *ids)
    assert person.ranking == []
    assert person.decisions == {"accept_risk": "nobody"}


def test_an_answer_of_nobody_or_to_nothing_is_not_found(database: Database, ids: Ids) -> None:
    for wrong in (("none", ids[1]), (ids[0], "nobody")):
        with pytest.raises(NotFound), database.writing() as unit:
            save_response(unit, *wrong, 1, "ABC-1", Response(level=1))
        with pytest.raises(NotFound), database.writing() as unit:
            save_ranking(unit, *wrong, "ranking", ["growth"])


def test_a_person_of_one_assessment_cannot_answer_in_another(database: Database, ids: Ids) -> None:
    with database.writing() as unit:
        other = an_assessment(unit)
    with pytest.raises(NotFound), database.writing() as unit:
        save_activity(unit, other, ids[1], "ACT-1", 1)


def test_a_closed_assessment_takes_no_answer_until_it_is_open_again(database: Database, ids: Ids) -> None:
    with database.writing() as unit:
        one_of_each(unit, ids)
        close_assessment(unit, ids[0])
    with pytest.raises(Frozen), database.writing() as unit:
        save_response(unit, *ids, 1, "ABC-1", Response(level=1))
    with pytest.raises(Frozen), database.writing() as unit:
        save_ranking(unit, *ids, "ranking", [])
    with database.writing() as unit:
        assert load_respondent(unit, *ids).responses["ABC-1"].level == 4
        reopen_assessment(unit, ids[0])
        save_response(unit, *ids, 1, "ABC-1", Response(level=1))
    with database.reading() as unit:
        assert load_respondent(unit, *ids).responses["ABC-1"].level == 1


@pytest.mark.parametrize("level", [0, 6, -1])
def test_the_database_itself_refuses_a_level_that_is_none(database: Database, ids: Ids, level: int) -> None:
    with pytest.raises(RefusedInput), database.writing() as unit:
        save_prediction(unit, *ids, "ABC-1", level)
    with pytest.raises(RefusedInput), database.writing() as unit:
        save_response(unit, *ids, 1, "ABC-1", Response.model_construct(kind="scored", level=level))


@pytest.mark.parametrize(
    "values",
    [
        {"kind": "scored", "level": None},
        {"kind": "dont_know", "level": 3},
        {"kind": "dont_know", "backing": "opinion"},
        {"kind": "scored", "level": 3, "backing": "rumour"},
        {"kind": "scored", "level": 3, "reason": "because"},
        {"kind": "maybe", "level": 3},
    ],
)
def test_the_database_itself_refuses_a_response_that_mixes_kinds(
    database: Database, ids: Ids, values: dict[str, object]
) -> None:
    with pytest.raises(RefusedInput), database.writing() as unit:
        save_response(unit, *ids, 1, "ABC-1", Response.model_construct(**values))  # type: ignore[arg-type]


def test_a_third_vote_and_an_unnamed_role_are_refused(database: Database, ids: Ids) -> None:
    with pytest.raises(RefusedInput), database.writing() as unit:
        save_response(unit, *ids, 3, "ABC-1", Response(level=1))  # type: ignore[arg-type]
    for role in ("", "x" * 61):
        with pytest.raises(RefusedInput), database.writing() as unit:
            save_decision(unit, *ids, "accept_risk", role)


@pytest.mark.parametrize("nasty", ["a\x00b", "half \ud83d a character"])
def test_a_text_that_only_one_database_could_hold_is_refused(
    database: Database, ids: Ids, nasty: str
) -> None:
    with pytest.raises(RefusedInput, match=r"NUL|half"), database.writing() as unit:
        save_decision(unit, *ids, "accept_risk", nasty)
    with database.reading() as unit:
        assert load_respondent(unit, *ids).decisions == {}


def test_no_time_is_stored_with_an_answer_and_no_order_of_arrival() -> None:
    answers = [table for table in TableRow.metadata.sorted_tables if "respondent_id" in table.c]
    assert len(answers) == 10
    for table in answers:
        assert not table.dialect_options["sqlite"]["with_rowid"]
        days = (
            {"Date"} if table.name == "device_binding" else set()
        )  # of an owner's visit, never of an answer
        kinds = {type(column.type).__name__ for column in table.columns}
        assert kinds <= {PlainText.__name__, "Integer", "Boolean"} | days


def stored(unit: Unit, ids: Ids) -> dict[str, int | None]:
    return {code: response.level for code, response in load_respondent(unit, *ids).responses.items()}


def test_threads_writing_at_once_lose_nothing(database: Database, ids: Ids) -> None:
    def tap(number: int) -> None:
        with database.writing() as unit:
            save_response(unit, *ids, 1, f"ABC-{number}", Response(level=1 + number % 5))

    with ThreadPoolExecutor(16) as people:
        list(people.map(tap, list(range(100)) * 2))
    with database.reading() as unit:
        assert stored(unit, ids) == {f"ABC-{number}": 1 + number % 5 for number in range(100)}


def test_two_processes_writing_at_once_lose_nothing(database: Database, database_url: str, ids: Ids) -> None:
    both = [
        subprocess.Popen([sys.executable, "-W", "error", "-c", TAPS, database_url, *ids, prefix])
        for prefix in ("ABC", "DEF")
    ]
    assert [process.wait() for process in both] == [0, 0]
    with database.reading() as unit:
        wanted = {f"{p}-{number}": 1 + number % 5 for p in ("ABC", "DEF") for number in range(50)}
        assert stored(unit, ids) == wanted


def test_references_are_enforced_below_our_functions_too(database: Database, ids: Ids) -> None:
    orphan = (
        "INSERT INTO prediction (assessment_id, respondent_id, code, level) VALUES (:a, 'nobody', 'ABC-1', 1)"
    )
    with pytest.raises(NotFound), database.writing() as unit:
        unit.connection().execute(text(orphan), {"a": ids[0]})


def test_orders_that_were_shown_are_kept_picture_by_picture(database: Database, ids: Ids) -> None:
    assessment_id, person = ids
    shown = [
        KeptOrders("ranking", 0, {person: ["growth", "cost"]}),
        KeptOrders("barriers", 0, {person: ["data_weak"]}),
        KeptOrders("ranking", 1, {person: ["cost", "risk", "growth"]}),
    ]
    with database.writing() as unit:
        for each in shown:
            keep_orders(unit, assessment_id, each)
        keep_orders(unit, assessment_id, KeptOrders("ranking", 1, {}))
    with database.reading() as unit:
        assert load_orders(unit, assessment_id) == shown

"""Answers of respondents: one idempotent statement each.

All raise NotFound for an unknown assessment or respondent, Frozen for a closed assessment and
RefusedInput for values the database does not take.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from sqlalchemy import delete, func, select

from assessment.answers.ranked import Ranked
from assessment.answers.records import Response
from storage.db.columns import TableRow
from storage.db.database import Unit, WritingUnit, table_of
from storage.db.upsert import lock_assessment, upsert
from storage.repositories.records import response_from
from storage.tables.assessments import (
    ActivityAnswerRow,
    DecisionAnswerRow,
    PredictionRow,
    RespondentRow,
    ResponseRow,
)
from storage.tables.rankings import BarrierRow, RankingRow

DECISIONS = table_of(DecisionAnswerRow)
ORDERS: Mapping[Ranked, tuple[type[TableRow], str]] = {
    "ranking": (RankingRow, "outcome"),
    "barriers": (BarrierRow, "barrier"),
}
"""Where each order is stored, and the column of the code."""
RESPONDENTS = table_of(RespondentRow)
Round = Literal[1, 2]


def save_response(
    unit: WritingUnit, assessment_id: str, respondent_id: str, vote: Round, code: str, response: Response
) -> None:
    """Stores the answer to one item in vote 1 or 2, in place of an earlier one."""
    key = {"assessment_id": assessment_id, "respondent_id": respondent_id, "round": vote, "code": code}
    upsert(unit, ResponseRow, key | response.model_dump())


def lock_response(
    unit: WritingUnit, assessment_id: str, respondent_id: str, vote: Round, code: str
) -> Response | None:
    """The answer to one item in vote 1 or 2, which no other unit that locks it changes until this one ends."""
    person = select(RESPONDENTS.c.id).where(
        RESPONDENTS.c.assessment_id == assessment_id, RESPONDENTS.c.id == respondent_id
    )
    unit.look_up(person.with_for_update(key_share=True))
    rows = unit.rows(ResponseRow, assessment_id=assessment_id, respondent_id=respondent_id, code=code)
    return next((response_from(row) for row in rows if row["round"] == vote), None)


def save_prediction(unit: WritingUnit, assessment_id: str, respondent_id: str, code: str, level: int) -> None:
    """Stores what the respondent expects the other side to answer, 1..5."""
    upsert(unit, PredictionRow, _key(assessment_id, respondent_id) | {"code": code, "level": level})


def save_activity(unit: WritingUnit, assessment_id: str, respondent_id: str, code: str, level: int) -> None:
    """Stores the answer to one activity question, 1..5."""
    upsert(unit, ActivityAnswerRow, _key(assessment_id, respondent_id) | {"code": code, "level": level})


def save_decision(
    unit: WritingUnit, assessment_id: str, respondent_id: str, decision: str, role: str
) -> None:
    """Stores who, in the respondent's eyes, takes one decision."""
    upsert(unit, DecisionAnswerRow, _key(assessment_id, respondent_id) | {"decision": decision, "role": role})


def save_ranking(
    unit: WritingUnit, assessment_id: str, respondent_id: str, kind: Ranked, order: Sequence[str]
) -> None:
    """Stores the codes in the respondent's order, the first placed first; empty removes the order."""
    lock_assessment(unit, assessment_id)
    row, named = ORDERS[kind]
    table = table_of(row)
    unit.change(
        delete(table).where(table.c.assessment_id == assessment_id, table.c.respondent_id == respondent_id)
    )
    unit.add_rows(
        row,
        [
            _key(assessment_id, respondent_id) | {"position": position, named: code}
            for position, code in enumerate(order, start=1)
        ],
    )


def decided(unit: Unit, assessment_id: str, decisions: Collection[str]) -> set[str]:
    """Ids of the respondents who have placed all these decisions."""
    people = (
        select(DECISIONS.c.respondent_id)
        .where(DECISIONS.c.assessment_id == assessment_id, DECISIONS.c.decision.in_(sorted(decisions)))
        .group_by(DECISIONS.c.respondent_id)
        .having(func.count() == len(set(decisions)))
    )
    return {row["respondent_id"] for row in unit.look_up(people)}


def _key(assessment_id: str, respondent_id: str) -> dict[str, str | int]:
    return {"assessment_id": assessment_id, "respondent_id": respondent_id}

"""Repository of whole assessments: `load_assessment` after `add_assessment` gives an equal one."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from assessment.answers.records import Assessment, Respondent, Response
from assessment.errors import NotFound
from language.translation import _
from storage.db.columns import TableRow
from storage.db.database import Unit, WritingUnit
from storage.repositories import plan_parts
from storage.repositories.assessments import create_assessment, get_assessment
from storage.tables.assessments import (
    ActivityAnswerRow,
    AgreedRow,
    DecisionAnswerRow,
    Mode,
    PredictionRow,
    RegisterRow,
    RespondentRow,
    ResponseRow,
)
from storage.tables.rankings import BarrierRow, RankingRow

Answers = dict[str, dict[str, Any]]
ORDERS: tuple[tuple[str, type[TableRow], str], ...] = (
    ("ranking", RankingRow, "outcome"),
    ("barriers", BarrierRow, "barrier"),
)
"""What a person puts in order: field, table, and the column of the code."""


def load_assessment(unit: Unit, assessment_id: str) -> Assessment:
    """The whole assessment, respondents sorted by their random ids. NotFound if there is none."""
    session = get_assessment(unit, assessment_id)
    answers = _answers(unit, assessment_id=assessment_id)
    people = unit.rows(RespondentRow, assessment_id=assessment_id)
    return Assessment(
        instrument=session.instrument,
        edition=session.edition,
        language=session.language,
        organisation=session.organisation,
        privacy=session.privacy,
        respondents=[
            respondent_from(row, answers[row["id"]]) for row in sorted(people, key=lambda row: row["id"])
        ],
        agreed=plan_parts.load_agreed(unit, assessment_id),
        **plan_parts.load_register(unit, assessment_id),
    )


def load_respondent(unit: Unit, assessment_id: str, respondent_id: str) -> Respondent:
    """One respondent with all answers. NotFound if there is none."""
    found = unit.rows(RespondentRow, assessment_id=assessment_id, id=respondent_id)
    if not found:
        raise NotFound(_("This person is not in this assessment."))
    answers = _answers(unit, assessment_id=assessment_id, respondent_id=respondent_id)
    return respondent_from(found[0], answers[respondent_id])


def add_assessment(
    unit: WritingUnit,
    assessment: Assessment,
    *,
    today: date,
    mode: Mode = "solo",
    keep_until: date | None = None,
    earlier: str | None = None,
) -> str:
    """Stores a whole assessment and returns its new id.

    `earlier` is the id of an assessment of the same organisation.

    Respondents keep their ids, which are unique within an assessment only, so the same file may be imported
    twice. Raises RefusedInput when two respondents share an id.
    """
    assessment_id = create_assessment(
        unit,
        organisation=assessment.organisation,
        instrument=assessment.instrument,
        edition=assessment.edition,
        language=assessment.language,
        mode=mode,
        privacy=assessment.privacy,
        today=today,
        keep_until=keep_until,
        earlier=earlier,
    )
    mine = {"assessment_id": assessment_id}
    people = [r.model_dump(include={"id", "name", "function", "camp"}) for r in assessment.respondents]
    unit.add_rows(RespondentRow, [mine | person for person in people])
    for table, rows in _answer_rows(assessment).items():
        unit.add_rows(table, [mine | row for row in rows])
    agreed = assessment.agreed.items()
    unit.add_rows(AgreedRow, [mine | {"code": code} | level.model_dump() for code, level in agreed])
    for kind, lines in plan_parts.lines_of(assessment).items():
        unit.add_rows(RegisterRow, plan_parts.register_rows(assessment_id, kind, lines))
    return assessment_id


def response_from(row: Mapping[str, Any]) -> Response:
    """The response, with what was never given left out."""
    names = ("kind", "level", "backing", "evidence", "note", "reason")
    return Response(**{name: row[name] for name in names if row[name] is not None})


def respondent_from(row: Mapping[str, Any], answers: Mapping[str, Any]) -> Respondent:
    """The person with the answers of `_answers`."""
    return Respondent(id=row["id"], name=row["name"], function=row["function"], camp=row["camp"], **answers)


def _answers(unit: Unit, **where: str) -> Answers:
    """All answers by respondent and field of `Respondent`; absent where there are none."""
    found: Answers = defaultdict(lambda: defaultdict(dict))
    for row in unit.rows(ResponseRow, **where):
        field = "responses" if row["round"] == 1 else "second_vote"
        found[row["respondent_id"]][field][row["code"]] = response_from(row)
    for row in unit.rows(PredictionRow, **where):
        found[row["respondent_id"]]["predictions"][row["code"]] = row["level"]
    for row in unit.rows(ActivityAnswerRow, **where):
        found[row["respondent_id"]]["activity"][row["code"]] = row["level"]
    for row in unit.rows(DecisionAnswerRow, **where):
        found[row["respondent_id"]]["decisions"][row["decision"]] = row["role"]
    for field, table, named in ORDERS:
        for row in sorted(unit.rows(table, **where), key=lambda row: row["position"]):
            found[row["respondent_id"]].setdefault(field, []).append(row[named])
    return found


def _answer_rows(assessment: Assessment) -> dict[type[TableRow], list[dict[str, Any]]]:
    """The rows of all answers by table, without the assessment's id."""
    rows: dict[type[TableRow], list[dict[str, Any]]] = defaultdict(list)
    for person in assessment.respondents:
        mine = {"respondent_id": person.id}
        for vote, responses in ((1, person.responses), (2, person.second_vote)):
            rows[ResponseRow] += [
                mine | {"round": vote, "code": code} | response.model_dump()
                for code, response in responses.items()
            ]
        rows[PredictionRow] += [mine | {"code": c, "level": n} for c, n in person.predictions.items()]
        rows[ActivityAnswerRow] += [mine | {"code": c, "level": n} for c, n in person.activity.items()]
        rows[DecisionAnswerRow] += [mine | {"decision": d, "role": r} for d, r in person.decisions.items()]
        for field, table, named in ORDERS:
            rows[table] += [
                mine | {"position": i, named: code} for i, code in enumerate(getattr(person, field), 1)
            ]
    return rows

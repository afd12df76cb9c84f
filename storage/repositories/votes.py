"""Answers in a room: one statement each, counted or refused, never in between.

`INSERT … SELECT … FROM room WHERE this vote is open … ON CONFLICT DO UPDATE`. On PostgreSQL the
statement shares the room's row: answers do not wait for each other, moving the room on waits for
those that have begun, and those that come after it see the new phase.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Insert,
    and_,
    bindparam,
    exists,
    false,
    func,
    insert,
    literal,
    or_,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite

from assessment.answers.records import Response
from assessment.errors import Frozen, NotFound
from assessment.instrument.model import Camp
from assessment.workshop.phases import PHASES, OpenVote, PhaseName
from language.translation import _
from storage.db.columns import PlainText, TableRow
from storage.db.database import Kind, Unit, WritingUnit, table_of
from storage.repositories.answers import Round
from storage.repositories.assessments import get_assessment
from storage.repositories.records import response_from
from storage.tables.assessments import (
    AssessmentSessionRow,
    DeviceBindingRow,
    PredictionRow,
    RespondentRow,
    ResponseRow,
)
from storage.tables.rooms import RoomRow

SESSIONS = table_of(AssessmentSessionRow)
ROOMS = table_of(RoomRow)
BINDINGS = table_of(DeviceBindingRow)
RESPONDENTS = table_of(RespondentRow)
RESPONSES = table_of(ResponseRow)


@dataclass(frozen=True)
class Cast:
    """One person's vote on one question. Only `services.workshop.room.spread` reads it, and shows groups."""

    respondent_id: str
    camp: Camp
    function: str
    name: str | None
    round: int
    response: Response


def put_vote(
    unit: WritingUnit,
    assessment_id: str,
    respondent_id: str,
    vote: Round,
    code: str,
    response: Response,
    *,
    key: bool,
) -> None:
    """Counts an answer in a vote that is open; `key` says whether the question is a key practice.

    Raises Frozen when the vote is over, NotFound for somebody who is not in the room.
    """
    values = {"assessment_id": assessment_id, "respondent_id": respondent_id, "round": vote, "code": code}
    _put(unit, ResponseRow, vote, values | response.model_dump(), key=key)


def put_prediction(
    unit: WritingUnit, assessment_id: str, respondent_id: str, code: str, level: int, *, key: bool
) -> None:
    """Stores what the other side is expected to say, while the first vote on the question is open."""
    values = {"assessment_id": assessment_id, "respondent_id": respondent_id, "code": code, "level": level}
    _put(unit, PredictionRow, 1, values, key=key)


def keep_first_votes(unit: WritingUnit, assessment_id: str, code: str) -> None:
    """Who did not vote again keeps the first vote, so that both spreads are of the same people.

    Otherwise the difference of the two could be one person's answer. Nothing if nobody voted again.
    """
    first, again = RESPONSES.alias("first"), RESPONSES.alias("again")
    columns = [column.name for column in RESPONSES.columns]
    second = (again.c.assessment_id == assessment_id) & (again.c.round == 2) & (again.c.code == code)
    silent = select(*(literal(2) if name == "round" else first.c[name] for name in columns)).where(
        first.c.assessment_id == assessment_id,
        first.c.round == 1,
        first.c.code == code,
        exists().where(second),
        ~exists().where(second & (again.c.respondent_id == first.c.respondent_id)),
    )
    unit.change(insert(RESPONSES).from_select(columns, silent))


def cast_on(unit: Unit, assessment_id: str, code: str) -> list[Cast]:
    """All votes on one question, both rounds, sorted by the random ids of the people."""
    wanted = select(RESPONSES, RESPONDENTS.c.camp, RESPONDENTS.c.function, RESPONDENTS.c.name).join(
        RESPONDENTS,
        (RESPONDENTS.c.assessment_id == RESPONSES.c.assessment_id)
        & (RESPONDENTS.c.id == RESPONSES.c.respondent_id),
    )
    rows = unit.look_up(wanted.where(RESPONSES.c.assessment_id == assessment_id, RESPONSES.c.code == code))
    found = [_cast(row) for row in rows]
    return sorted(found, key=lambda cast: (cast.round, cast.respondent_id))


def first_voters(unit: Unit, assessment_id: str) -> dict[str, set[str]]:
    """By question: who has answered it in the first vote."""
    asked = select(RESPONSES.c.code, RESPONSES.c.respondent_id).where(
        RESPONSES.c.assessment_id == assessment_id, RESPONSES.c.round == 1
    )
    found: dict[str, set[str]] = {}
    for row in unit.look_up(asked):
        found.setdefault(row["code"], set()).add(row["respondent_id"])
    return found


def present(unit: Unit, assessment_id: str) -> dict[str, Camp]:
    """Who is expected to answer, with camp: the people whom a browser or code still lets in."""
    people = select(RESPONDENTS.c.id, RESPONDENTS.c.camp).where(
        RESPONDENTS.c.assessment_id == assessment_id,
        exists().where(
            BINDINGS.c.assessment_id == assessment_id,
            BINDINGS.c.respondent_id == RESPONDENTS.c.id,
            BINDINGS.c.role == "participant",
        ),
    )
    return {row["id"]: row["camp"] for row in unit.look_up(people)}


def answered(unit: Unit, assessment_id: str, vote: Round, codes: Collection[str]) -> set[str]:
    """Who has answered all of the questions in this vote."""
    if not codes:
        return set()
    people = (
        select(RESPONSES.c.respondent_id)
        .where(
            RESPONSES.c.assessment_id == assessment_id,
            RESPONSES.c.round == vote,
            RESPONSES.c.code.in_(sorted(codes)),
        )
        .group_by(RESPONSES.c.respondent_id)
        .having(func.count() == len(set(codes)))
    )
    return {row["respondent_id"] for row in unit.look_up(people)}


def _put(
    unit: WritingUnit, row: type[TableRow], vote: Round, values: Mapping[str, Any], *, key: bool
) -> None:
    named = {f"v_{column.name}": values.get(column.name) for column in table_of(row).columns}
    statement = _statement(unit.kind, row, vote, key=key)
    if unit.change(statement, named).rowcount == 0:
        assessment_id = values["assessment_id"]
        # Looked at without a lock: this unit may hold the room's row, which comes after the assessment's.
        if get_assessment(unit, assessment_id).status == "closed":
            raise Frozen(_("This assessment is closed. Nothing was changed; its owner can open it again."))
        if values["respondent_id"] not in present(unit, assessment_id):
            raise NotFound(
                _("You are no longer in this room, so nothing was saved. Join again with the code.")
            )
        raise Frozen(
            _("The vote on this question is over, and this answer was not counted. Earlier answers are safe.")
        )


@lru_cache(maxsize=16)
def _statement(kind: Kind, row: type[TableRow], vote: Round, *, key: bool) -> Insert:
    table = table_of(row)
    columns = list(table.columns)
    assessment_id = bindparam("v_assessment_id", type_=PlainText())
    person = bindparam("v_respondent_id", type_=PlainText())
    # The assessment's row first, then the room's: everybody locks in this order.
    open_session = (
        select(SESSIONS.c.id)
        .where(SESSIONS.c.id == assessment_id, SESSIONS.c.status != "closed")
        .with_for_update(read=True, key_share=True)
        .subquery("open_session")
    )
    here = exists().where(
        BINDINGS.c.assessment_id == assessment_id,
        BINDINGS.c.respondent_id == person,
        BINDINGS.c.role == "participant",
    )
    values = (
        select(*(bindparam(f"v_{column.name}", type_=column.type) for column in columns))
        .select_from(ROOMS.join(open_session, open_session.c.id == ROOMS.c.assessment_id))
        .where(_is_open(vote, key=key), here)
        .with_for_update(read=True, of=ROOMS)
    )
    statement = (sqlite.insert if kind == "sqlite" else postgresql.insert)(table)
    own = [column.name for column in table.primary_key]
    rest = {column.name: statement.excluded[column.name] for column in columns if column.name not in own}
    upsert = statement.from_select([column.name for column in columns], values).on_conflict_do_update(
        index_elements=own, set_=rest
    )
    return upsert.execution_options(preserve_rowcount=True)


def _is_open(vote: Round, *, key: bool) -> ColumnElement[bool]:
    """`Room.open_codes` as a condition, from the same table of phases."""
    rules = [(name, each) for name, phase in PHASES.items() for each in phase.votes if each.round == vote]
    return or_(false(), *(_open_in(name, each, key=key) for name, each in rules))


def _open_in(phase: PhaseName, vote: OpenVote, *, key: bool) -> ColumnElement[bool]:
    asked = ROOMS.c.code == bindparam("v_code") if vote.on == "question in front" else ROOMS.c.code.is_(None)
    here = and_(ROOMS.c.phase == phase, asked)
    if vote.on == "key questions" and not key:
        return false()
    return here if vote.way is None else and_(here, ROOMS.c.way == vote.way)


def _cast(row: Mapping[str, Any]) -> Cast:
    return Cast(
        row["respondent_id"], row["camp"], row["function"], row["name"], row["round"], response_from(row)
    )

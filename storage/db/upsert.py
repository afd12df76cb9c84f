"""Upsert of an answer in one idempotent statement, the same on both databases.

`INSERT … SELECT … FROM assessment_session WHERE it is not closed … ON CONFLICT DO UPDATE` checks that the
assessment exists and is open, and stores the answer, atomically.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import Insert, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from assessment.errors import Frozen, NotFound
from language.translation import _
from storage.db.columns import TableRow
from storage.db.database import Kind, WritingUnit, table_of
from storage.tables.assessments import AssessmentSessionRow

SESSIONS = table_of(AssessmentSessionRow)


@lru_cache(maxsize=64)
def _statement(kind: Kind, row: type[TableRow], *, even_closed: bool) -> Insert:
    table = table_of(row)
    columns = list(table.columns)
    values = select(*(bindparam(f"v_{column.name}", type_=column.type) for column in columns))
    values = values.select_from(SESSIONS).where(SESSIONS.c.id == bindparam("v_assessment_id"))
    if not even_closed:
        values = values.where(SESSIONS.c.status != "closed")
    # PostgreSQL: answers do not block each other; they wait only for closing, erasure and a change of privacy.
    values = values.with_for_update(read=True, key_share=True)
    statement = (sqlite.insert if kind == "sqlite" else postgresql.insert)(table)
    key = [column.name for column in table.primary_key]
    rest = {column.name: statement.excluded[column.name] for column in columns if column.name not in key}
    upsert = statement.from_select([column.name for column in columns], values).on_conflict_do_update(
        index_elements=key, set_=rest
    )
    # SQLAlchemy keeps the number of rows of an insert only when it is asked to.
    return upsert.execution_options(preserve_rowcount=True)


def upsert(
    unit: WritingUnit, row: type[TableRow], values: Mapping[str, Any], *, even_closed: bool = False
) -> None:
    """Adds or replaces one row that belongs to an assessment; columns not named become empty.

    Raises NotFound when there is no such assessment or respondent, Frozen when it is closed.
    """
    named = {f"v_{column.name}": values.get(column.name) for column in table_of(row).columns}
    statement = _statement(unit.kind, row, even_closed=even_closed)
    if unit.change(statement, named).rowcount == 0:
        lock_assessment(unit, values["assessment_id"])
        raise NotFound(_("This assessment does not exist."))


def lock_assessment(
    unit: WritingUnit, assessment_id: str, *, even_closed: bool = False, whole: bool = False
) -> None:
    """Locks an assessment against other edits until this unit ends; with `whole` against answers too.

    Raises NotFound, or Frozen when the assessment is closed.
    """
    status = select(SESSIONS.c.status).where(SESSIONS.c.id == assessment_id)
    found = unit.look_up(status.with_for_update(key_share=not whole))
    if not found:
        raise NotFound(_("This assessment does not exist."))
    if found[0]["status"] == "closed" and not even_closed:
        raise Frozen(_("This assessment is closed. Nothing was changed; its owner can open it again."))

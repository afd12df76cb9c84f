"""Base class of all tables, and column types and constraints that work alike in both databases."""

from typing import Any, get_args

from sqlalchemy import CheckConstraint, Dialect, ForeignKeyConstraint, Index, MetaData, Text, text
from sqlalchemy.orm import registry
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

from assessment.errors import RefusedInput
from language.translation import _

# A table with a rowid preserves the order in which people joined and answered. These tables have none.
NO_ARRIVAL_ORDER = {"sqlite_with_rowid": False}
LEVELS = "BETWEEN 1 AND 5"
OWNED_BESIDES = "role = 'owner' AND NOT current"


CONVENTION = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(referred_table_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
}


class TableRow(SQLModel, registry=registry(metadata=MetaData(naming_convention=CONVENTION))):
    """Base of all tables of Plumbline, with metadata of its own."""


class PlainText(TypeDecorator[str]):
    """Unicode text without NUL and lone surrogates, which PostgreSQL cannot store.

    SQLite could; they are refused there too, so that data can move between the two.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        if value is None:
            return None
        try:
            value.encode()
        except UnicodeEncodeError:
            raise RefusedInput(
                _("This text contains half a character. Nothing was changed; remove it.")
            ) from None
        if "\x00" in value:
            raise RefusedInput(_("This text contains a NUL character. Nothing was changed; remove it."))
        return value


def one_of(column: str, choices: Any) -> CheckConstraint:
    """`column` is one of the values of a Literal type."""
    listed = ", ".join(f"'{choice}'" for choice in get_args(choices))
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def check(name: str, condition: str) -> CheckConstraint:
    return CheckConstraint(condition, name=name)


def of_assessment() -> ForeignKeyConstraint:
    """Foreign key to the assessment, ON DELETE CASCADE."""
    return ForeignKeyConstraint(["assessment_id"], ["assessment_session.id"], ondelete="CASCADE")


def of_respondent() -> ForeignKeyConstraint:
    """Foreign key to the respondent, ON DELETE CASCADE."""
    return ForeignKeyConstraint(
        ["assessment_id", "respondent_id"],
        ["respondent.assessment_id", "respondent.id"],
        ondelete="CASCADE",
    )


def current_and_besides() -> tuple[Index, Index]:
    """Indexes of device bindings: unique for a browser's current assessment per role, and for others it owns."""
    found = []
    for name, columns, unique, condition in (
        ("current", ("token_hash", "role"), True, "current"),
        ("owned_besides", ("token_hash",), False, OWNED_BESIDES),
    ):
        where = text(condition)
        named = f"ix_device_binding_{name}"
        found.append(Index(named, *columns, unique=unique, sqlite_where=where, postgresql_where=where))
    return found[0], found[1]


class AnswerTableRow(TableRow):
    """Base of all tables of answers: the keys of assessment and respondent."""

    assessment_id: str = Field(primary_key=True, sa_type=PlainText)
    respondent_id: str = Field(primary_key=True, sa_type=PlainText)

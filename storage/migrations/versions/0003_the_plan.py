"""The plan

The register holds roadmap, ownership, AI uses, risk statement and charter too. SQLite cannot change a
check, so the table is written anew there; nothing refers to it. There is no way back but a backup made before.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

KINDS = (
    "kind IN ('initiative', 'use_case', 'commitment', 'parked', 'assumptions', 'roadmap', 'ownership', "
    "'ai_use', 'risk_statement', 'charter')"
)


def upgrade() -> None:
    if op.get_context().dialect.name == "sqlite":
        _write_anew()
        return
    op.drop_constraint(op.f("ck_register_kind"), "register", type_="check")
    op.create_check_constraint(op.f("ck_register_kind"), "register", KINDS)


def _write_anew() -> None:
    op.rename_table("register", "register_before")
    op.create_table(
        "register",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.CheckConstraint(KINDS, name=op.f("ck_register_kind")),
        sa.CheckConstraint("position >= 1", name=op.f("ck_register_position")),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessment_session.id"],
            name=op.f("fk_register_assessment_session"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("assessment_id", "kind", "position", name=op.f("pk_register")),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO register (assessment_id, kind, position, body) "
        "SELECT assessment_id, kind, position, body FROM register_before"
    )
    op.drop_table("register_before")

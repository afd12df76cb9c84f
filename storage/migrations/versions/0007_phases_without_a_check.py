"""Phases without a check

Which phases there are, and which need a question in front, is said by the table of phases alone, so that another
phase needs no migration. SQLite cannot drop a check, so the table is replaced there; nothing refers to it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

COLUMNS = (
    "assessment_id, way, minutes, sections, phase, code, round, version, step, join_code, code_until, started, "
    "timer_seconds, timer_end"
)


def upgrade() -> None:
    if op.get_context().dialect.name == "sqlite":
        _replace_table()
        return
    op.drop_constraint(op.f("ck_room_phase"), "room", type_="check")
    op.drop_constraint(op.f("ck_room_code_of_question"), "room", type_="check")


def _replace_table() -> None:
    op.rename_table("room", "room_before")
    op.create_table(
        "room",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("sections", sa.Text(), nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("join_code", sa.Text(), nullable=True),
        sa.Column("code_until", sa.Text(), nullable=True),
        sa.Column("started", sa.Text(), nullable=True),
        sa.Column("timer_seconds", sa.Integer(), nullable=True),
        sa.Column("timer_end", sa.Text(), nullable=True),
        sa.CheckConstraint("way IN ('prepared', 'pillar', 'ten')", name=op.f("ck_room_way")),
        sa.CheckConstraint("round IN (1, 2)", name=op.f("ck_room_round")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_room_version")),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessment_session.id"],
            name=op.f("fk_room_assessment_session"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("assessment_id", name=op.f("pk_room")),
        sa.UniqueConstraint("join_code", name=op.f("uq_room_join_code")),
        sqlite_with_rowid=False,
    )
    op.execute(f"INSERT INTO room ({COLUMNS}) SELECT {COLUMNS} FROM room_before")
    op.drop_table("room_before")

"""The room of a workshop

A browser may stand in front of its own assessment as owner and take part in another one meanwhile.
There is no way back but a backup made before.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "agenda_entry",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state IN ('asked', 'planned', 'later', 'done', 'parked')", name=op.f("ck_agenda_entry_state")
        ),
        sa.CheckConstraint("position >= 1", name=op.f("ck_agenda_entry_position")),
        sa.CheckConstraint("seen BETWEEN 0 AND 2", name=op.f("ck_agenda_entry_seen")),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessment_session.id"],
            name=op.f("fk_agenda_entry_assessment_session"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("assessment_id", "code", name=op.f("pk_agenda_entry")),
        sqlite_with_rowid=False,
    )
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
        sa.CheckConstraint(
            "phase IN ('lobby', 'question', 'reveal', 'second', 'agreed', 'overview', 'decisions', "
            "'commitments', 'closed')",
            name=op.f("ck_room_phase"),
        ),
        sa.CheckConstraint(
            "phase NOT IN ('reveal', 'second', 'agreed') OR code IS NOT NULL",
            name=op.f("ck_room_code_of_question"),
        ),
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
    op.drop_index("ix_device_binding_current", table_name="device_binding")
    op.create_index(
        "ix_device_binding_current",
        "device_binding",
        ["token_hash", "role"],
        unique=True,
        sqlite_where=sa.text("current"),
        postgresql_where=sa.text("current"),
    )

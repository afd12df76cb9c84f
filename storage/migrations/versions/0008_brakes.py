"""Brakes

Counters of rate limits, shared by all processes; the door of a room, how many are expected, and how many came
within a minute.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "rate_count",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("counted", sa.Integer(), nullable=False),
        sa.Column("until", sa.Text(), nullable=False),
        sa.CheckConstraint("counted >= 0", name=op.f("ck_rate_count_counted")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_rate_count")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_rate_count_until"), "rate_count", ["until"])
    op.add_column("room", sa.Column("door_shut", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("room", sa.Column("expected", sa.Integer(), nullable=True))
    op.add_column("room", sa.Column("arrivals", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("room", sa.Column("arrivals_minute", sa.Text(), nullable=True))
    op.add_column("room", sa.Column("crowd", sa.Integer(), nullable=True))

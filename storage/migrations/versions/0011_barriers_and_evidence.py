"""Barriers and evidence

Each person may put what gets in the way of AI in order, as the outcomes are. An answer, the picture kept of one, and an
agreed level may name what could be shown for it. Orders that a wall has shown are kept. What was stored before has neither and stays as it is.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    for table in ("response", "agreed", "kept_vote"):
        op.add_column(table, sa.Column("evidence", sa.Text(), nullable=True))
    op.create_table(
        "barrier",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("respondent_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("barrier", sa.Text(), nullable=False),
        sa.CheckConstraint("position >= 1", name=op.f("ck_barrier_position")),
        sa.ForeignKeyConstraint(
            ["assessment_id", "respondent_id"],
            ["respondent.assessment_id", "respondent.id"],
            name=op.f("fk_barrier_respondent"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("assessment_id", "respondent_id", "position", name=op.f("pk_barrier")),
        sa.UniqueConstraint(
            "assessment_id",
            "respondent_id",
            "barrier",
            name=op.f("uq_barrier_assessment_id_respondent_id_barrier"),
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "kept_order",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("respondent_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("picture", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("after", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('ranking', 'barriers')", name=op.f("ck_kept_order_kind")),
        sa.CheckConstraint("picture >= 1", name=op.f("ck_kept_order_picture")),
        sa.CheckConstraint("after >= 0", name=op.f("ck_kept_order_after")),
        sa.CheckConstraint("position >= 1", name=op.f("ck_kept_order_position")),
        sa.ForeignKeyConstraint(
            ["assessment_id", "respondent_id"],
            ["respondent.assessment_id", "respondent.id"],
            name=op.f("fk_kept_order_respondent"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "assessment_id", "respondent_id", "kind", "picture", "position", name=op.f("pk_kept_order")
        ),
        sqlite_with_rowid=False,
    )

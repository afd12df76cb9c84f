"""Barriers and evidence

Each person may put what gets in the way of AI in order, as the outcomes are. An answer, the picture kept of one, and an
agreed level may name what could be shown for it. What was stored before has neither and stays as it is.
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

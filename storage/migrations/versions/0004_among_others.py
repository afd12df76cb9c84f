"""Among others

What each organisation's newest submission amounts to, and the counts that are published of them. Empty at
first: submissions made before are scored when the server starts. There is no way back but a backup made before.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

UNCOUNTED = "points IS NOT NULL AND (counted IS NULL OR counted <> points)"


def upgrade() -> None:
    op.create_table(
        "result",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("submitted_on", sa.Date(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("points", sa.Integer(), nullable=True),
        sa.Column("counted", sa.Integer(), nullable=True),
        sa.CheckConstraint("level BETWEEN 1 AND 5", name=op.f("ck_result_level")),
        sa.CheckConstraint("points BETWEEN 0 AND 100", name=op.f("ck_result_points")),
        sa.CheckConstraint("counted BETWEEN 0 AND 100", name=op.f("ck_result_counted")),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessment_session.id"],
            name=op.f("fk_result_assessment_session"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_result_organisation"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("organisation_id", "asked", "scope", name=op.f("pk_result")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_result_assessment_id"), "result", ["assessment_id"])
    op.create_index(op.f("ix_result_asked_scope_points"), "result", ["asked", "scope", "points"])
    op.create_index(
        "ix_result_uncounted",
        "result",
        ["asked", "scope", "points"],
        sqlite_where=sa.text(UNCOUNTED),
        postgresql_where=sa.text(UNCOUNTED),
    )
    op.create_table(
        "cohort",
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.Column("largest", sa.Integer(), nullable=False),
        sa.CheckConstraint("largest >= 0", name=op.f("ck_cohort_largest")),
        sa.PrimaryKeyConstraint("asked", "scope", name=op.f("pk_cohort")),
        sqlite_with_rowid=False,
    )

"""Pictures of votes

A question of a room knows which sides had not all voted when its first vote ended. A picture that was shown is kept
when its vote is opened again, so that the next one differs from it by enough people.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.add_column("agenda_entry", sa.Column("early", sa.Text(), nullable=False, server_default=sa.text("''")))
    op.create_table(
        "kept_vote",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("respondent_id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("picture", sa.Integer(), nullable=False),
        sa.Column("after", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("backing", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.CheckConstraint("after >= 0", name=op.f("ck_kept_vote_after")),
        sa.CheckConstraint("picture >= 1", name=op.f("ck_kept_vote_picture")),
        sa.CheckConstraint("round IN (1, 2)", name=op.f("ck_kept_vote_round")),
        sa.CheckConstraint("level BETWEEN 1 AND 5", name=op.f("ck_kept_vote_level")),
        sa.CheckConstraint(
            "kind IN ('scored', 'dont_know', 'not_applicable')", name=op.f("ck_kept_vote_kind")
        ),
        sa.CheckConstraint(
            "backing IN ('opinion', 'document', 'number')", name=op.f("ck_kept_vote_backing")
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id", "respondent_id"],
            ["respondent.assessment_id", "respondent.id"],
            name=op.f("fk_kept_vote_respondent"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "assessment_id", "respondent_id", "code", "round", "picture", name=op.f("pk_kept_vote")
        ),
        sqlite_with_rowid=False,
    )

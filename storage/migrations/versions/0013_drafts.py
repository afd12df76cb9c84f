"""Drafts

What is typed behind a button is kept for the browser it was typed in, until the button is pressed.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.create_table(
        "draft",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("browser", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("typed", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessment_session.id"],
            name=op.f("fk_draft_assessment_session"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("assessment_id", "browser", "place", name=op.f("pk_draft")),
        sqlite_with_rowid=False,
    )

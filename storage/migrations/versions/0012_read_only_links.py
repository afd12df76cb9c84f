"""Read-only links

A report can be opened by a link that its owner made: by the keyed hash of its token, with its last day, and how often
it was opened. There is no way back but a backup made before.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "share_link",
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("opened", sa.Integer(), nullable=False),
        sa.CheckConstraint("opened >= 0", name=op.f("ck_share_link_opened")),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessment_session.id"],
            name=op.f("fk_share_link_assessment_session"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_share_link")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_share_link_assessment_id"), "share_link", ["assessment_id"])

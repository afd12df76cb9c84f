"""The language of an assessment

Screens and documents of an assessment are in its language; those there are so far are in English.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column(
        "assessment_session", sa.Column("language", sa.Text(), nullable=False, server_default="en")
    )

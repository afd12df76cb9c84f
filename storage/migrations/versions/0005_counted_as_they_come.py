"""Counted as they come

How many organisations have which points is kept beside the results, so that publishing counts nothing. The
index for counting goes; the one of results that the published counts do not hold also finds those withdrawn;
a small one finds the browsers that own several assessments.
There is no way back but a backup made before.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

UNCOUNTED = "((counted IS NULL) <> (points IS NULL) OR counted <> points)"
OWNED_BESIDES = "role = 'owner' AND NOT current"


def upgrade() -> None:
    op.create_table(
        "tally",
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("organisations", sa.Integer(), nullable=False),
        sa.CheckConstraint("points BETWEEN 0 AND 100", name=op.f("ck_tally_points")),
        sa.CheckConstraint("organisations >= 0", name=op.f("ck_tally_organisations")),
        sa.PrimaryKeyConstraint("asked", "scope", "points", name=op.f("pk_tally")),
        sqlite_with_rowid=False,
    )
    # A newest submission without a level once left the sections of the one before; and a result withdrawn
    # stayed marked as counted. The tally is made of what is right.
    op.execute(
        "UPDATE result SET level = NULL, points = NULL WHERE scope <> '*' AND EXISTS (SELECT 1 FROM result AS whole "
        "WHERE whole.organisation_id = result.organisation_id AND whole.asked = result.asked "
        "AND whole.scope = '*' AND whole.points IS NULL)"
    )
    op.execute("UPDATE result SET counted = NULL WHERE points IS NULL")
    op.execute(
        "INSERT INTO tally (asked, scope, points, organisations) SELECT asked, scope, points, count(*) "
        "FROM result WHERE points IS NOT NULL GROUP BY asked, scope, points"
    )
    op.drop_index(op.f("ix_result_asked_scope_points"), table_name="result")
    op.drop_index("ix_result_uncounted", table_name="result")
    op.create_index(
        "ix_result_uncounted",
        "result",
        ["asked", "scope"],
        sqlite_where=sa.text(UNCOUNTED),
        postgresql_where=sa.text(UNCOUNTED),
    )
    op.create_index(
        "ix_device_binding_owned_besides",
        "device_binding",
        ["token_hash"],
        sqlite_where=sa.text(OWNED_BESIDES),
        postgresql_where=sa.text(OWNED_BESIDES),
    )

"""Devices that can be listed

A binding names the browser over all its tokens, for owners also what browser it is and the day it was last used,
and the day on which a replaced token ends. Browsers known so far are told apart by their hash.
There is no way back but a backup made before.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column("device_binding", sa.Column("browser", sa.Text(), nullable=True))
    op.add_column("device_binding", sa.Column("family", sa.Text(), nullable=True))
    op.add_column("device_binding", sa.Column("used_on", sa.Date(), nullable=True))
    op.add_column("device_binding", sa.Column("until", sa.Date(), nullable=True))
    op.execute("UPDATE device_binding SET browser = substr(token_hash, 1, 16)")

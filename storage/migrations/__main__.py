"""Drafts a new revision by comparing the tables with the newest revision: read it before you keep it.

python -m storage.migrations "what changes"
"""

import sys
import tempfile
from pathlib import Path

from alembic import command

from storage.db.engines import open_database
from storage.db.schema import MIGRATIONS, configuration, migrate
from storage.db.urls import sqlite_url


def draft(message: str) -> None:
    number = len(list((MIGRATIONS / "versions").glob("[0-9]*.py"))) + 1
    with tempfile.TemporaryDirectory() as folder:
        db = open_database(sqlite_url(Path(folder) / "draft.db"))
        migrate(db)
        with db.altering() as connection:
            command.revision(configuration(connection), message, autogenerate=True, rev_id=f"{number:04d}")
        db.close()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit('python -m storage.migrations "what changes"')
    draft(sys.argv[1])

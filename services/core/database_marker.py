"""Tells a new installation from one whose database is gone, and never begins a database in place of a lost one.

The marker `installation.json`, beside the key, is written when a database has been begun or found. The key's file
counts as one: installations from before there were markers made it after their database.
"""

import json
import os

from assessment.errors import StorageUnavailable
from services.core.settings import Settings
from storage.db.condition import check_pages
from storage.db.database import Database
from storage.db.engines import database_file, open_database
from storage.db.failures import unavailable
from storage.db.inspection import has_database
from storage.db.schema import migrate

MARKER = "installation.json"


def is_marked(settings: Settings) -> bool:
    """Is the marker there?"""
    return (settings.var / MARKER).exists()


def find_database(settings: Settings, *, replacing: bool = False) -> bool:
    """Is there a database of this installation, of this version or an older one? False where one may be begun.

    `replacing`: what was lost is about to be replaced from a backup. Raises StorageUnavailable: the database is
    lost or cannot be used, or nothing tells whether there was one. Nothing is opened or made.
    """
    # Before the look: another process that begins the database at this moment writes the marker after it.
    begun = is_marked(settings) or (settings.var / "secret").exists()
    if has_database(settings.url):
        return True
    if not (replacing or settings.init == "if-empty"):
        if begun:
            raise unavailable("lost")
        if not _kept_here(settings):
            raise unavailable("unmarked")
    return False


def open_or_begin(settings: Settings, *, replacing: bool = False) -> Database:
    """Opens the database and brings it up to date, or begins one. Raises StorageUnavailable, with nothing open."""
    find_database(settings, replacing=replacing)
    database = open_database(settings.url)
    try:
        check_pages(database)
        migrate(database)
    except StorageUnavailable:
        database.close()
        raise
    _mark(settings, database)
    return database


def _kept_here(settings: Settings) -> bool:
    """Does anything of this installation have its place under `var`: the key, or the database?"""
    file = database_file(settings.url)
    given = settings.secret is not None and bool(settings.secret.get_secret_value())
    return not given or (file is not None and file.is_relative_to(settings.var.absolute()))


def _mark(settings: Settings, database: Database) -> None:
    """Writes the marker; that it exists is what counts. A folder that cannot be written is told by `doctor`."""
    file = settings.var / MARKER
    if file.exists():
        return
    try:
        settings.var.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            json.dump({"database": database.kind}, stream)
            stream.flush()
            os.fsync(stream.fileno())
        _flush_folder(settings)
    except OSError:
        return


def _flush_folder(settings: Settings) -> None:
    """Makes the marker's name in its folder durable."""
    if os.name == "posix":
        folder = os.open(settings.var, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

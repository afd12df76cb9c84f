"""SQLite in memory-backed files, copied from a migrated one: laws open thousands."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from tests.databases import migrate_and_close

MEMORY = Path("/dev/shm")  # noqa: S108 - a law is not about how fast a disk is


@cache
def template() -> Path:
    """A migrated file, made once."""
    path = Path(tempfile.mkdtemp(prefix="pl-room-template-")) / "template.db"
    atexit.register(shutil.rmtree, path.parent, ignore_errors=True)
    migrate_and_close(f"sqlite:///{path}")
    return path

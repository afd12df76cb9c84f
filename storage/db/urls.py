"""Addresses of SQLite files, whatever characters their folders have."""

from pathlib import Path
from urllib.parse import quote


def sqlite_url(path: Path) -> str:
    """The URL of a file for `storage.db.engines.open_database`.

    >>> sqlite_url(Path("/srv/50%20off/a?b.db"))
    'sqlite:////srv/50%2520off/a%3Fb.db'
    """
    return f"sqlite:///{quote(str(path))}"


def file_uri(path: Path, options: str) -> str:
    """The URI of a file for SQLite itself, with its options, such as `mode=rw`."""
    return f"file:{quote(str(path))}?{options}"

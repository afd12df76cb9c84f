"""Atomic writing of output files; never over files of the installation."""

import os
import tempfile
from pathlib import Path

from assessment.errors import RefusedInput
from language.translation import _
from services.core.database_marker import MARKER
from services.core.settings import Settings
from storage.db.engines import database_file

PRIVATE, SHARED = 0o600, 0o666


def write_atomically(path: Path, content: bytes, settings: Settings, *, private: bool) -> None:
    """Writes the file atomically, replacing an earlier one; symbolic links are followed.

    `private` files (single answers) are readable by their owner only. Raises RefusedInput, leaving no partial
    file, when it cannot be written or would replace a file of the installation.
    """
    target = safe_target(path, settings)
    try:
        handle, name = tempfile.mkstemp(prefix=".plumbline-", dir=target.parent)
    except OSError as error:
        raise _unwritable(path, error) from None
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        draft.chmod(PRIVATE if private else SHARED & ~_umask())
        draft.replace(target)
    except OSError as error:
        raise _unwritable(path, error) from None
    finally:
        draft.unlink(missing_ok=True)


def safe_target(path: Path, settings: Settings) -> Path:
    """The resolved path. Raises RefusedInput for a folder, a device, the database and the installation's key."""
    target = path.resolve()
    if target.exists() and not target.is_file():
        raise RefusedInput(
            _("{path} is not a file that can be replaced. Nothing was written.").format(path=path)
        )
    own = [settings.key_file, settings.var / MARKER]
    database = database_file(settings.url)
    if database is not None:
        own += [database, *(database.with_name(database.name + end) for end in ("-wal", "-shm", "-journal"))]
    if target in {file.resolve() for file in own}:
        raise RefusedInput(
            _("Plumbline itself uses {path}. Nothing was written; choose another file.").format(path=path)
        )
    return target


def same_file(one: Path, other: Path) -> bool:
    """Are both the same file, with links followed?"""
    return one.resolve() == other.resolve()


def _umask() -> int:
    # The umask can only be read by setting it; safe, because each command runs in its own process.
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _unwritable(path: Path, error: OSError) -> RefusedInput:
    reason = error.strerror or _("it cannot be written")
    return RefusedInput(
        _("{path} was not written: {reason}. No partial file is left.").format(path=path, reason=reason)
    )

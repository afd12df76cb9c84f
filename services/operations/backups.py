"""Backup and restore for the operator; the backup says with which key its codes and cookies were made."""

import hashlib
import hmac
from pathlib import Path
from zipfile import is_zipfile

from assessment.errors import RefusedInput
from language.translation import _, ngettext
from services.core.settings import Settings
from services.operations.commands import open_existing, open_or_create
from services.operations.output_files import safe_target
from storage import backup
from storage.repositories import assessments


def back_up(settings: Settings, path: Path) -> None:
    """Writes a backup of everything; an older backup there is replaced, any other file is not."""
    target = safe_target(path, settings)
    if target.exists() and not is_zipfile(target):
        raise RefusedInput(
            _("{path} already exists and is not a backup. Nothing was written.").format(path=path)
        )
    with open_existing(settings) as database:
        backup.backup(database, target, key_print(settings))


def key_remark(settings: Settings, path: Path) -> str:
    """What follows for codes and cookies where the installation's key is not the backup's; "" where it is.

    Raises RefusedFile for a file that is no backup.
    """
    made_with, here = backup.key_of(path), key_print(settings)
    if not made_with:
        return _(
            "This backup does not name the key it was made with; codes and cookies work only with that key."
        )
    if made_with == here:
        return ""
    return _(
        "This backup was made with another key. Its resume codes and browsers have no access until you "
        "restore that key (the file “secret”, or PLUMBLINE_SECRET). To make new codes for owners: python "
        "manage.py resume-code ID."
    )


def restore(settings: Settings, path: Path, *, replace: bool) -> dict[str, int]:
    """Replaces the whole database by a backup; existing assessments only if `replace` is set.

    Returns rows by table. Raises RefusedFile, RefusedInput, StorageUnavailable; nothing changed then.
    """
    with open_or_create(settings, replacing=True) as database:
        with database.reading() as unit:
            existing = len(assessments.list_assessments(unit))
        if existing and not replace:
            raise RefusedInput(
                ngettext(
                    "The backup would replace {count} assessment in this database. Nothing was changed; "
                    "make a backup first, then add --yes.",
                    "The backup would replace {count} assessments in this database. Nothing was changed; "
                    "make a backup first, then add --yes.",
                    existing,
                ).format(count=existing)
            )
        return backup.restore(database, path)


def key_print(settings: Settings) -> str:
    """A fingerprint of the installation's key, from which nobody finds the key; "" where there is none yet."""
    given = settings.secret is not None and bool(settings.secret.get_secret_value())
    if not given and not (settings.var / "secret").is_file():
        return ""
    return hmac.new(settings.key(), b"backup", hashlib.sha256).hexdigest()

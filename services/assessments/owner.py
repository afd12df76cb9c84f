"""What an owner may decide: how documents look, how long answers are kept, closing, deleting."""

import io
from collections import Counter
from contextlib import suppress
from datetime import date
from typing import Any

from PIL import Image, UnidentifiedImageError

from assessment.errors import RefusedInput, StorageUnavailable
from language.translation import _
from services.core.identity import Owned
from services.core.installation import Installation
from services.core.preferences import Paper, Preferences, preferences_of
from services.core.retention import last_day_with_notice
from services.reports.benchmark import score_backlog
from storage.repositories import assessments, erasure, presentation

CONFIDENTIALITY_LIMIT = 120
LOGO_BYTES = 1_000_000
LOGO_PIXELS = 4_000
LOGO_PRINTED = (1_200, 420)


def settings_of(inst: Installation, owned: Owned) -> Preferences:
    """The preferences of an assessment."""
    with inst.database.reading() as unit:
        return preferences_of(unit, owned.assessment_id)


def save_preferences(inst: Installation, owned: Owned, *, confidentiality: str, paper: Paper) -> None:
    """Stores the confidentiality line (at most 120 characters) and the paper."""
    line = " ".join(confidentiality.replace("\x00", "").split())
    if len(line) > CONFIDENTIALITY_LIMIT:
        raise RefusedInput(
            _("The line can have up to {limit} characters. Shorten it; nothing was lost.").format(
                limit=CONFIDENTIALITY_LIMIT
            )
        )
    _change_settings(inst, owned, confidentiality=line, paper=paper)


def default_last_day(inst: Installation, owned: Owned, today: date) -> date:
    """The last day this assessment is kept where its owner names none."""
    with inst.database.reading() as unit:
        begun = assessments.get_assessment(unit, owned.assessment_id).created_on
    return last_day_with_notice(inst.settings, begun, today)


def save_keep_until(inst: Installation, owned: Owned, day: date | None) -> None:
    """The last day this assessment is kept; with None, the server gives it one (`services.operations.keeping`)."""
    with inst.database.writing() as unit:
        assessments.set_keep_until(unit, owned.assessment_id, day)


def save_logo(inst: Installation, owned: Owned, raw: bytes | None) -> None:
    """Checks and re-encodes a PNG or JPEG of at most 1 MB; None removes the logo. RefusedInput."""
    image = None if raw is None else _reencoded(raw)
    with inst.database.writing() as unit:
        if image is None:
            presentation.remove_logo(unit, owned.assessment_id)
        else:
            presentation.save_logo(unit, owned.assessment_id, presentation.Logo("image/png", image))


def close(inst: Installation, owned: Owned) -> None:
    """From here on no answer changes, until it is opened again."""
    with inst.database.writing() as unit:
        assessments.close_assessment(unit, owned.assessment_id)


def erase(inst: Installation, owned: Owned) -> dict[str, int]:
    """Deletes the assessment for good; returns how many records of each kind are gone.

    An example goes with the assessment before it, which no browser opens by itself. Where the organisation
    submitted an earlier assessment, that one now counts in the comparison with others.
    """
    with inst.database.writing() as unit:
        organisation_id = assessments.organisation_of(unit, owned.assessment_id)
        ids = [owned.assessment_id]
        if owned.example:
            ids += presentation.load_settings(unit, owned.assessment_id).get("earlier", [])
        gone: Counter[str] = Counter()
        for assessment_id in ids:
            gone.update(erasure.erase(unit, assessment_id))
    with suppress(StorageUnavailable):  # it is erased; the earlier one is counted at the next start
        score_backlog(inst, organisation_id=organisation_id)
    return dict(gone)


def _change_settings(inst: Installation, owned: Owned, **changes: Any) -> None:
    with inst.database.writing() as unit:
        presentation.change_settings(unit, owned.assessment_id, changes)


def _reencoded(raw: bytes) -> bytes:
    if len(raw) > LOGO_BYTES:
        raise RefusedInput(_("A logo can be up to 1 MB. Choose a smaller picture; nothing was changed."))
    try:
        with Image.open(io.BytesIO(raw), formats=["PNG", "JPEG"]) as picture:
            if max(picture.size) > LOGO_PIXELS:
                raise RefusedInput(
                    _(
                        "A logo can be up to 4,000 pixels wide or high. Choose a smaller picture; nothing was changed."
                    )
                )
            picture.load()
            drawn = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise RefusedInput(_("This is not a readable PNG or JPEG. Nothing was changed.")) from None
    drawn.thumbnail(LOGO_PRINTED)
    out = io.BytesIO()
    drawn.save(out, "PNG", optimize=True)
    return out.getvalue()

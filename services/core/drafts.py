"""What is typed behind a button is kept until the button is pressed, so that it outlives a reload.

A draft belongs to one browser and is shown in no other; results, documents and files hold none.
"""

from contextlib import suppress

from assessment.answers.records import NOTE_LIMIT
from assessment.errors import StorageUnavailable
from services.core.identity import Owned, browser_id
from services.core.installation import Installation
from storage.repositories import drafts


def find_draft(inst: Installation, token: str, owned: Owned, place: str) -> str | None:
    """What this browser has typed there; None where nothing waits for a button."""
    with inst.database.reading() as unit:
        return drafts.find_draft(unit, owned.assessment_id, browser_id(inst, token), place)


def keep_draft(inst: Installation, token: str, owned: Owned, place: str, typed: str, stored: str) -> None:
    """Keeps it; what is `stored` anyway is no draft. NotFound, Frozen when closed."""
    browser = browser_id(inst, token)
    with inst.database.writing() as unit:
        if typed == stored:
            drafts.remove_drafts(unit, owned.assessment_id, browser, [place])
        else:
            drafts.save_draft(unit, owned.assessment_id, browser, place, typed[:NOTE_LIMIT])


def forget_drafts(inst: Installation, token: str, owned: Owned, *places: str) -> None:
    """The button was pressed. What it did is done, even where the database is away now."""
    with suppress(StorageUnavailable), inst.database.writing() as unit:
        drafts.remove_drafts(unit, owned.assessment_id, browser_id(inst, token), places)

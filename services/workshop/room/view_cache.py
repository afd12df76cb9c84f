"""The rooms this process has in view, for wall, console and phones: four small queries a second and room at most.

    look(inst, assessment_id)      the room, at most a quarter second old; what was moved here shows at once
    with moving(inst, id) as unit  a writing unit after which the next look asks the database at once

Kept is only what everybody may see alike, in every process its own; a room moved in another process is
seen here a quarter second later. Votes and arrivals do not stir: their count may be as old.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from services.core.installation import Installation
from services.core.versioned_cache import VersionedCache
from services.workshop.room import view
from services.workshop.room.view import RoomView
from storage.db.database import WritingUnit


def get_view(inst: Installation, assessment_id: str) -> RoomView:
    """The room as everybody may see it. NotFound, StorageUnavailable."""
    return _cache(inst).get(
        assessment_id,
        partial(view.version, inst, assessment_id),
        partial(view.view, inst, assessment_id),
    )


@contextmanager
def updating(inst: Installation, assessment_id: str) -> Iterator[WritingUnit]:
    """A unit that moves the room, or changes who is in it."""
    with inst.database.writing() as unit:
        yield unit
    invalidate(inst, assessment_id)


def invalidate(inst: Installation, assessment_id: str) -> None:
    """It was changed here: the next look asks the database, whenever that is."""
    _cache(inst).invalidate(assessment_id)


def _cache(inst: Installation) -> VersionedCache[RoomView]:
    return inst.rooms

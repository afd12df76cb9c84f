"""Cached views of rooms for wall, console and phones; one version query per room and `MAX_AGE` (0.25 s) at most.

    get_view(inst, assessment_id)    the view, at most 0.25 s old; changes made in this process show at once
    with updating(inst, id) as unit  a writing unit that invalidates the view when it has ended

Each process has its own cache, which holds only what everybody may see; changes made in another process
show after at most 0.25 s. Votes and arrivals do not invalidate: their counts may be that old.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from services.core.caches.versioned_cache import VersionedCache
from services.core.installation import Installation
from services.workshop.room import view
from services.workshop.room.view import RoomView
from storage.db.database import WritingUnit


def get_view(inst: Installation, assessment_id: str) -> RoomView:
    """The view of the room. Raises NotFound and StorageUnavailable."""
    return _cache(inst).get(
        assessment_id,
        partial(view.version, inst, assessment_id),
        partial(view.build_view, inst, assessment_id),
    )


@contextmanager
def updating(inst: Installation, assessment_id: str) -> Iterator[WritingUnit]:
    """A writing unit that changes the room or its members; invalidates the view afterwards."""
    with inst.database.writing() as unit:
        yield unit
    invalidate(inst, assessment_id)


def invalidate(inst: Installation, assessment_id: str) -> None:
    """Makes the next `get_view` check the version in the database."""
    _cache(inst).invalidate(assessment_id)


def _cache(inst: Installation) -> VersionedCache[RoomView]:
    return inst.rooms

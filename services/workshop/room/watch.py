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
from services.core.version_watch import Watch
from services.workshop.room import view
from services.workshop.room.view import RoomView
from storage.db.database import WritingUnit


def look(inst: Installation, assessment_id: str) -> RoomView:
    """The room as everybody may see it. NotFound, StorageUnavailable."""
    return _watch(inst).look(
        assessment_id,
        partial(view.version, inst, assessment_id),
        partial(view.view, inst, assessment_id),
    )


@contextmanager
def moving(inst: Installation, assessment_id: str) -> Iterator[WritingUnit]:
    """A unit that moves the room, or changes who is in it."""
    with inst.database.writing() as unit:
        yield unit
    stir(inst, assessment_id)


def stir(inst: Installation, assessment_id: str) -> None:
    """It was changed here: the next look asks the database, whenever that is."""
    _watch(inst).stir(assessment_id)


def _watch(inst: Installation) -> Watch[RoomView]:
    return inst.rooms

"""A room whose people answer in their own time: how many have finished, and whether ending now would show a result."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.privacy import room_disclosure
from assessment.privacy.disclosure import EARLY_MINIMUM
from services.core.identity import Owned
from services.core.installation import Installation
from services.workshop.room.people import RoomMember, people
from storage.repositories import assessments, rooms, votes


@dataclass(frozen=True)
class OwnTime:
    """How far the people of a room are; counts, and names in open mode only.

    `finished` of `joined` have answered every open question. `named` is everybody with “has finished”; empty outside
    open mode. `enough`: would ending now show a result? Otherwise it would only hide the one its owner sees today.
    """

    joined: int
    finished: int
    named: Sequence[tuple[RoomMember, bool]]
    enough: bool


def own_time(inst: Installation, owned: Owned) -> OwnTime:
    """How far everybody is who was invited to answer beforehand. Raises NotFound without a room."""
    with inst.database.reading() as unit:
        room = rooms.get_room(unit, owned.assessment_id).room
        privacy = assessments.get_assessment(unit, owned.assessment_id).privacy
        here = votes.present(unit, owned.assessment_id)
        done = votes.answered(unit, owned.assessment_id, 1, room.open_codes) & set(here)
        begun = set().union(*votes.first_voters(unit, owned.assessment_id).values()) & set(here)
    members = [(m, m.respondent_id in done) for m in people(inst, owned) if m.here]
    shown = room_disclosure(privacy, [here[person] for person in sorted(begun)])
    whole = done == set(here) or privacy == "open" or len(begun) >= EARLY_MINIMUM
    return OwnTime(
        joined=len(here),
        finished=len(done),
        named=tuple(members) if privacy == "open" else (),
        enough=shown.team and len(begun) > 1 and whole,
    )

"""What a room put in order, as everybody may see it.

Two looks at live orders could differ by one person. So the wall shows them as they were when the room went on to its
commitments, or as they were frozen when it was closed, and never changed by too few people since (`frozen`).
"""

from assessment.answers.ranked import RANKED
from report.build.ranks import ranks_seen
from report.build.value import SEED
from report.model.ranks import RanksSeen
from services.core.installation import Installation
from services.workshop.room.frozen import disclosure_in, shown_orders
from storage.repositories import rooms
from storage.repositories.assessments import get_assessment


def ranks_of_room(inst: Installation, assessment_id: str) -> tuple[RanksSeen, ...]:
    """Outcomes and barriers as the room may see them; empty before they are shown, and where nobody ranked."""
    with inst.database.reading() as unit:
        found = shown_orders(unit, assessment_id)
        room = rooms.get_room(unit, assessment_id).room
        session = get_assessment(unit, assessment_id)
        disclosure = disclosure_in(unit, session, room)
    if found is None:
        return ()
    seen = (ranks_seen(inst.asked(session), found, disclosure, kind, SEED) for kind in RANKED)
    return tuple(each for each in seen if each is not None)

"""The members of a room: what each entered on joining, never their answers."""

from dataclasses import dataclass

from assessment.instrument.model import Camp
from services.core.identity import Owned
from services.core.installation import Installation
from storage.repositories import respondents, votes


@dataclass(frozen=True)
class RoomMember:
    """One person of a room. `function` in words; `name` in open mode only.

    `here` is false for somebody who was set aside or has left on every device; `mine` is the owner.
    """

    respondent_id: str
    function: str
    camp: Camp
    name: str | None
    here: bool
    mine: bool


def people(inst: Installation, owned: Owned) -> list[RoomMember]:
    """Everybody who joined, business first, sorted by function, so that the order does not reveal when."""
    titles = inst.asked(owned).function_titles
    with inst.database.reading() as unit:
        present = votes.present(unit, owned.assessment_id)
        found = respondents.list_respondents(unit, owned.assessment_id)
    listed = [
        RoomMember(
            respondent_id=person.id,
            function=titles.get(person.function, person.function),
            camp=person.camp,
            name=person.name,
            here=person.id in present,
            mine=person.id == owned.respondent_id,
        )
        for person in found
    ]
    return sorted(listed, key=lambda person: (person.camp, person.function, person.name or ""))

"""Who may come into a room: its door, how many are expected, a crowd, and putting right who is in it."""

from collections import Counter
from collections.abc import Collection, Mapping

from assessment.errors import EditConflict, NotFound, RefusedInput
from language.translation import _
from services.core.identity import Owned
from services.core.installation import Installation
from services.workshop.join.joining import FUNCTION_LIMIT, cleaned
from services.workshop.join.leaving import Removed, take_out
from services.workshop.room.view_cache import updating
from storage.repositories import doors, respondents, rooms
from storage.repositories.respondents import MOST_RESPONDENTS

MOST_EXPECTED = MOST_RESPONDENTS


def set_door(inst: Installation, owned: Owned, *, shut: bool) -> None:
    """Shuts the door, or opens it again. Who is in the room stays in, and may come back by a resume code."""
    with updating(inst, owned.assessment_id) as unit:
        rooms.lock_room(unit, owned.assessment_id)
        doors.set_door(unit, owned.assessment_id, shut=shut)


def set_expected(inst: Installation, owned: Owned, people: float | None, seen: int | None) -> None:
    """How many people are expected in the room; None says nothing. `seen` is what the screen had shown.

    Raises RefusedInput, and EditConflict where another facilitator has said something else meanwhile.
    """
    if people is not None and not (1 <= people <= MOST_EXPECTED and people == int(people)):
        raise RefusedInput(
            _("A room can have 1 to {most} people. Nothing was changed.").format(most=MOST_EXPECTED)
        )
    with updating(inst, owned.assessment_id) as unit:
        now = rooms.lock_room(unit, owned.assessment_id).expected
        if now not in (seen, people):
            raise EditConflict(_("Someone else changed the number expected; yours was not stored."))
        doors.set_expected(unit, owned.assessment_id, None if people is None else int(people))


def accept_crowd(inst: Installation, owned: Owned) -> None:
    """The facilitator has seen that many people joined at once, and knows them."""
    with updating(inst, owned.assessment_id) as unit:
        rooms.lock_room(unit, owned.assessment_id)
        doors.dismiss_crowd(unit, owned.assessment_id)


def remove_all(inst: Installation, owned: Owned, respondent_ids: Collection[str]) -> Mapping[Removed, int]:
    """Removes several participants in one transaction, each as by `leaving.remove`; how many of each kind.

    Those whom somebody else has removed meanwhile are left out.
    """
    with updating(inst, owned.assessment_id) as unit:
        rooms.lock_room(unit, owned.assessment_id)
        there = {person.id for person in respondents.list_respondents(unit, owned.assessment_id)}
        chosen = sorted(there & set(respondent_ids))
        return Counter(take_out(unit, owned.assessment_id, person) for person in chosen)


def correct_function(
    inst: Installation, owned: Owned, respondent_id: str, function: str, seen: str | None
) -> None:
    """Puts right what a participant does, in words; the side stays. `seen` are the words the screen had shown.

    The title of one of the instrument's functions on that side is stored as that function. Raises RefusedInput,
    NotFound, and EditConflict where another facilitator has written something else meanwhile.
    """
    words = cleaned(function, FUNCTION_LIMIT)
    if not words:
        raise RefusedInput(_("Name this person’s function. Nothing was changed."))
    titles = inst.asked(owned).function_titles
    with updating(inst, owned.assessment_id) as unit:
        rooms.lock_room(unit, owned.assessment_id)
        person = respondents.find_respondent(unit, owned.assessment_id, respondent_id)
        if person is None:
            raise NotFound(_("This person is not in this assessment."))
        now = titles.get(person.function, person.function)
        if seen is not None and now not in (seen, words):
            raise EditConflict(
                _("Someone else changed this function to “{theirs}”. Yours was not stored.").format(
                    theirs=now
                )
            )
        known = (f.code for f in inst.asked(owned).functions if f.camp == person.camp and f.title == words)
        respondents.set_function(unit, owned.assessment_id, respondent_id, next(known, words))
        rooms.bump_version(unit, owned.assessment_id)

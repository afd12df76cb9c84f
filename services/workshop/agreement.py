"""What may be agreed: a level within the votes that are shown, with a note, a dissent and a role as owner."""

from pydantic import ValidationError

from assessment.answers.records import Agreed
from assessment.errors import RefusedInput
from assessment.instrument.model import Instrument
from assessment.privacy import WITHHELD
from assessment.workshop.disclosure import room_disclosure
from assessment.workshop.room import Room
from language.translation import _
from services.workshop.room.frozen import votes_to_show
from services.workshop.room.spread import spread
from storage.db.database import Unit
from storage.repositories import assessments, respondents, votes


def agreed_from(instrument: Instrument, level: int, note: str, dissent: str, owner: str) -> Agreed:
    """The agreed level as it is kept. RefusedInput for what is no level, too long, or no role."""
    if owner and owner not in instrument.function_titles:
        raise RefusedInput(_("An owner is one of the roles offered. Nothing was changed."))
    texts = {"note": note.replace("\x00", "").strip(), "dissent": dissent.replace("\x00", "").strip()}
    given = {name: text for name, text in (texts | {"owner": owner}).items() if text}
    try:
        return Agreed.model_validate({"level": level} | given)
    except ValidationError:
        raise RefusedInput(
            _(
                "A level is a number from 1 to 5, and a note holds at most 1,000 characters. Nothing was changed."
            )
        ) from None


def check_within(unit: Unit, assessment_id: str, room: Room, level: int) -> None:
    """Raises RefusedInput unless the level lies within the second votes, else within the first."""
    privacy = assessments.get_assessment(unit, assessment_id).privacy
    people = respondents.list_respondents(unit, assessment_id)
    disclosure = room_disclosure(privacy, [person.camp for person in people])
    casts = votes_to_show(unit, assessment_id, str(room.code), disclosure)
    shown = [spread(casts, vote, disclosure) for vote in (2, 1) if vote <= room.round]
    ranges = [found.range for found in shown if found is not None and found.range is not None]
    if ranges:
        lowest, highest = ranges[0]
        if not lowest <= level <= highest:
            raise RefusedInput(
                _(
                    "The agreed level has to lie within the votes, here from {lowest} to {highest}. Nothing was "
                    "changed; vote again if the room has moved further."
                ).format(lowest=lowest, highest=highest)
            )
    elif any(cast.response.level is not None for cast in votes.cast_on(unit, assessment_id, str(room.code))):
        raise RefusedInput(
            _(WITHHELD) + " " + _("A level can be agreed when more people have voted; nothing was changed.")
        )

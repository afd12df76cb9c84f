"""What may be agreed: a level within the votes that are shown, with a note, a dissent and a role as owner."""

from pydantic import ValidationError

from assessment.answers.parse import parse_evidence
from assessment.answers.records import Agreed
from assessment.errors import RefusedInput
from assessment.instrument.model import Instrument
from assessment.privacy import WITHHELD
from assessment.workshop.room import Room
from language.translation import _
from services.workshop.room.frozen import disclosure_in, pictures_of
from services.workshop.room.spread import spread
from storage.db.database import Unit
from storage.repositories.assessments import get_assessment


def agreed_from(
    instrument: Instrument, level: int, note: str, dissent: str, owner: str, evidence: str = ""
) -> Agreed:
    """The agreed level as it is kept. RefusedInput for what is no level, too long, or no role."""
    if owner and owner not in instrument.function_titles:
        raise RefusedInput(_("Choose the owner from the roles offered. Nothing was changed."))
    texts = {"note": note.replace("\x00", "").strip(), "dissent": dissent.replace("\x00", "").strip()}
    texts |= {"evidence": parse_evidence(evidence)} if evidence.strip() else {}
    given = {name: text for name, text in (texts | {"owner": owner}).items() if text}
    try:
        return Agreed.model_validate({"level": level} | given)
    except ValidationError:
        raise RefusedInput(
            _(
                "A level is a number from 1 to 5, and a note can have up to 1,000 characters. Nothing was changed."
            )
        ) from None


def check_within(unit: Unit, assessment_id: str, room: Room, level: int) -> None:
    """Raises RefusedInput unless the level lies within the second votes, else within the first."""
    disclosure = disclosure_in(unit, get_assessment(unit, assessment_id), room)
    found, casts = pictures_of(unit, assessment_id, str(room.code), disclosure, room.round)
    shown = [spread(picture, n, casts, disclosure) for n, picture in ((2, found.second), (1, found.first))]
    ranges = [each.range for each in shown if each is not None and each.range is not None]
    if ranges:
        lowest, highest = ranges[0]
        if not lowest <= level <= highest:
            raise RefusedInput(
                _(
                    "Agree a level within the votes, here {lowest} to {highest}. Nothing was changed; vote "
                    "again if the room has moved further."
                ).format(lowest=lowest, highest=highest)
            )
    elif any(cast.response.level is not None for cast in casts):
        raise RefusedInput(
            _(WITHHELD) + " " + _("More people must vote before a level can be agreed. Nothing was changed.")
        )

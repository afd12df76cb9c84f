"""The example assessment: a complete fictitious company that anybody may open, change and delete."""

from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from assessment.answers.interchange import parse_file
from assessment.answers.records import Assessment
from assessment.errors import NotFound
from language.translation import _
from scoring.levels.results import SCORING_VERSION
from services.assessments.files import store
from services.core.identity import Owned, bind, check_new_assessment, list_owned, make_current
from services.core.installation import Installation
from storage.db.database import WritingUnit
from storage.repositories import submissions

FOLDER = Path(__file__).resolve().parents[2] / "data" / "example"
EXAMPLE = FOLDER / "northgate.json"
EARLIER = FOLDER / "northgate-earlier.json"
"""The same company half a year before, so that there is something to look back on."""
KEPT_FOR = timedelta(days=30)
HALF_A_YEAR = timedelta(weeks=26)


def has_example(inst: Installation) -> bool:
    """Is there an example for the instrument that is asked here?"""
    return inst.instrument.code == "ai-readiness" and _answers_one_of(inst, EXAMPLE)


def open_example(inst: Installation, token: str, today: date, *, address: str = "") -> Owned:
    """Opens this browser's own copy of the example, made on first use and kept for 30 days. TooManyTries."""
    for found in list_owned(inst, token):
        if found.example:
            return make_current(inst, token, found.assessment_id)
    if not has_example(inst):
        raise NotFound(_("This instrument has no example."))
    example = _in_own_language(inst, EXAMPLE)
    before = _in_own_language(inst, EARLIER) if _answers_one_of(inst, EARLIER) else None
    check_new_assessment(inst, token, address)
    person = next((r.id for r in example.respondents if r.function == "CEO"), None)
    with inst.database.writing() as unit:
        earlier = _submitted(unit, before, today - HALF_A_YEAR, today, None) if before else None
        assessment_id = _submitted(unit, example, today, today, earlier)
        return bind(inst, unit, token, assessment_id, person)


def _answers_one_of(inst: Installation, file: Path) -> bool:
    """Is the edition that the file answers here?"""
    return any(one.edition == _edition_of(file) for one in inst.editions)


@lru_cache
def _edition_of(file: Path) -> str:
    return parse_file(file.read_bytes()).edition if file.is_file() else ""


def _in_own_language(inst: Installation, file: Path) -> Assessment:
    """The example as an assessment of this installation: what was typed stays English."""
    found = inst.read(file.read_bytes())
    return found.model_copy(update={"language": inst.settings.language})


def _submitted(unit: WritingUnit, whole: Assessment, day: date, today: date, earlier: str | None) -> str:
    """One of the two assessments, as it was handed in on `day`."""
    assessment_id = store(unit, whole, day, keep_until=today + KEPT_FOR, example=True, earlier=earlier)
    submissions.add_submission(unit, assessment_id, whole, scoring_version=SCORING_VERSION, today=day)
    return assessment_id

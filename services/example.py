"""The finished example: a complete company that anybody may open, change and throw away."""

from datetime import date, timedelta
from pathlib import Path

from assessment.errors import NotFound
from assessment.interchange import parse_assessment
from assessment.words import _
from scoring.results import SCORING_VERSION
from services.files import store
from services.identity import Owned, bind, make_current, owned
from services.installation import Installation
from storage import assessments, submissions

EXAMPLE = Path(__file__).resolve().parent.parent / "data" / "example" / "northgate.json"
KEPT_FOR = timedelta(days=30)


def has_example(inst: Installation) -> bool:
    """Is there an example for the instrument that is asked here?"""
    return inst.instrument.code == "ai-readiness" and EXAMPLE.is_file()


def open_example(inst: Installation, token: str, today: date) -> Owned:
    """Opens this browser's own copy of the example, made on first use and kept for 30 days."""
    for found in owned(inst, token):
        if found.example:
            return make_current(inst, token, found.assessment_id)
    if not has_example(inst):
        raise NotFound(_("There is no finished example for this instrument."))
    example = parse_assessment(EXAMPLE.read_bytes(), inst.instrument)
    person = next((r.id for r in example.respondents if r.function == "CEO"), None)
    with inst.database.writing() as unit:
        assessment_id = store(unit, example, today, example=True)
        assessments.set_keep_until(unit, assessment_id, today + KEPT_FOR)
        submissions.add_submission(unit, assessment_id, example, scoring_version=SCORING_VERSION, today=today)
        return bind(inst, unit, token, assessment_id, person)

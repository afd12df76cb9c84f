"""A visitor with answers already given, through the same services the screens call."""

from collections.abc import Mapping
from typing import Any

from assessment.records import Organisation
from services import assessments, identity
from services.identity import Owned
from services.installation import Installation
from tests.pages.visit import Visit
from tests.reports import AS_OF

ALL = ("ALP-1", "ALP-2", "ALP-3", "BET-1", "BET-2")


def owned_by(inst: Installation, visit: Visit) -> Owned:
    """The assessment this visitor has in front."""
    found = identity.current_assessment(inst, visit.token)
    assert found is not None
    return found


def answered(
    inst: Installation,
    answers: Mapping[str, int | dict[str, Any]],
    *,
    name: str = "Kestrel Cycles",
    predictions: Mapping[str, int] | None = None,
    activity: int | None = None,
) -> Visit:
    """A visitor alone with these answers; a bare level stands for itself."""
    visit = Visit()
    started = assessments.start(
        inst, visit.token, Organisation(name=name), inst.instrument.functions[0].code, "business", AS_OF
    )
    for code, given in answers.items():
        raw = {"level": given} if isinstance(given, int) else given
        assessments.save_answer(inst, started.owned, code, raw)
    for code, level in (predictions or {}).items():
        assessments.save_prediction(inst, started.owned, code, level)
    if activity is not None:
        for code in inst.instrument.activity_items:
            assessments.save_activity(inst, started.owned, code, activity)
    return visit


def everywhere(level: int, backing: str | None = None) -> dict[str, dict[str, Any]]:
    """The same answer to every practice of the bicycle shop."""
    return {code: {"level": level} | ({"backing": backing} if backing else {}) for code in ALL}

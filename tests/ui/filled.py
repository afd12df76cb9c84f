"""A visitor with answers already given, through the same services the screens call."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from assessment.answers.records import Organisation
from assessment.instrument.model import Instrument
from services.assessments import answering, files
from services.core import identity
from services.core.identity import Owned
from services.core.installation import Installation
from tests.reports import AS_OF
from tests.ui.visit import Visit

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
    started = answering.start(
        inst, visit.token, Organisation(name=name), inst.instrument.functions[0].code, "business", AS_OF
    )
    for code, given in answers.items():
        raw = {"level": given} if isinstance(given, int) else given
        answering.change_answer(inst, started.owned, code, **raw)
    for code, level in (predictions or {}).items():
        answering.save_prediction(inst, started.owned, code, level)
    if activity is not None:
        for code in inst.instrument.activity_items:
            answering.save_activity(inst, started.owned, code, activity)
    return visit


def everywhere(level: int, backing: str | None = None) -> dict[str, dict[str, Any]]:
    """The same answer to every practice of the bicycle shop."""
    return {code: {"level": level} | ({"backing": backing} if backing else {}) for code in ALL}


def person(instrument: Instrument, number: int, side: str, levels: Any, **more: Any) -> dict[str, Any]:
    """One leader of a file; `levels` is one level for everything, or a level for each practice."""
    camp = {"b": "business", "t": "technology"}[side]
    given = levels if isinstance(levels, Mapping) else dict.fromkeys(instrument.practices, levels)
    return {
        "id": f"r{number}",
        "function": next(f.code for f in instrument.functions if f.camp == camp),
        "camp": camp,
        "responses": {
            code: {"level": answer} if isinstance(answer, int) else answer for code, answer in given.items()
        },
    } | more


def imported(
    inst: Installation, privacy: str, camps: str, levels: Sequence[Any] | int = 3, **more: Any
) -> Visit:
    """A visitor with a file: one leader for each letter of `camps`, with these levels; `more` is the file's."""
    each = [levels] * len(camps) if isinstance(levels, int) else levels
    extra = more.pop("extra", [{}] * len(camps))
    data: dict[str, Any] = {
        "format": "plumbline-assessment",
        "version": 1,
        "instrument": inst.instrument.code,
        "edition": inst.instrument.edition,
        "organisation": {"name": "Kestrel Cycles"},
        "privacy": privacy,
        "respondents": [
            person(inst.instrument, number, side, each[number], **extra[number])
            for number, side in enumerate(camps)
        ],
    } | more
    visit = Visit()
    files.import_file(inst, visit.token, json.dumps(data).encode(), AS_OF)
    return visit

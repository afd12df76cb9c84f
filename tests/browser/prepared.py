"""Assessments put into a running server's database through the services, for screens that need answers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from assessment.answers.records import Organisation
from assessment.instrument.model import Instrument
from services.assessments import answering
from services.core import identity
from services.core.identity import Owned
from services.core.installation import Installation

Raw = dict[str, Any]


@dataclass(frozen=True)
class Prepared:
    """An assessment and the token of the browser that owns it."""

    token: str
    owned: Owned
    resume_code: str


def prepare(
    inst: Installation,
    answer: Callable[[str], Raw | None],
    *,
    name: str = "Acme & Sons",
    activity: int | None = None,
    predictions: int | None = None,
    submitted: bool = False,
) -> Prepared:
    """A chief executive's assessment; `answer` gives the raw answer to a practice, or None to leave it open."""
    token = identity.new_token()
    today = date.today()  # noqa: DTZ011 - the date on the visitor's calendar, as the screens have it
    started = answering.start(inst, token, Organisation(name=name), "CEO", "business", today)
    owned = started.owned
    for code, raw in _given(inst.instrument.practices, answer):
        answering.change_answer(inst, owned, code, **raw)
    for code in inst.instrument.activity_items if activity else ():
        answering.save_activity(inst, owned, code, activity)
    for code in _predicted(inst.instrument) if predictions else ():
        answering.save_prediction(inst, owned, code, predictions)
    if submitted:
        answering.submit(inst, owned, today)
    return Prepared(token, identity.require(inst, token, owned.assessment_id), started.resume_code)


def half_way(code: str) -> Raw | None:
    """Strategy and value answered in every way there is, the rest open."""
    number = int(code[-1])
    if code.startswith("STR"):
        return {"level": 3, "backing": "document"} if number % 2 else {"level": 2}
    if code.startswith("VAL"):
        return {"kind": "dont_know"} if number == 3 else {"level": number}
    return None


def mixed(code: str) -> Raw:
    """Everything answered, in every way there is: what a chief executive alone might say."""
    number = int(code[-1])
    if number == 4 and not code.startswith("STR"):
        return {"kind": "dont_know"}
    if number >= 3:
        return {"level": number, "backing": ("opinion", "document", "number")[number - 3]}
    return {"level": number + 1, "note": "Seen at the last meeting."}


def _given(codes: Iterable[str], answer: Callable[[str], Raw | None]) -> list[tuple[str, Raw]]:
    found = ((code, answer(code)) for code in codes)
    return [(code, raw) for code, raw in found if raw is not None]


def _predicted(instrument: Instrument) -> list[str]:
    return [code for code, practice in instrument.practices.items() if practice.predict]

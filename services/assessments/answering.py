"""Starting an assessment and answering it: one function per thing a person does.

Every `save_…` returns only after the commit, so that "Saved" may be shown when it returns.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from assessment.answers.parse import parse_level, parse_response
from assessment.answers.records import Organisation, Respondent, Response
from assessment.errors import NotFound, RefusedInput
from assessment.instrument.model import Camp, Instrument
from language.translation import _
from services.core.identity import Owned, bind, check_new_assessment, store_resume_code
from services.core.installation import Installation
from services.core.retention import last_day
from services.plan.conflicts import check_unchanged
from services.reports.submitting import freeze, publish_benchmark
from services.workshop import voting
from services.workshop.join.joining import Participant, as_participant
from storage.db.database import WritingUnit
from storage.db.upsert import lock_assessment
from storage.repositories import answers as answered
from storage.repositories import assessments, respondents
from storage.repositories.records import load_assessment, load_respondent

PARTS_OF: Mapping[str, tuple[str, ...]] = {
    "scored": ("level", "backing", "evidence", "note"),
    "dont_know": ("note",),
    "not_applicable": ("reason", "note"),
}
"""What belongs to an answer of each kind."""


@dataclass(frozen=True)
class Started:
    """A fresh assessment, and the resume code that is shown once."""

    owned: Owned
    resume_code: str


@dataclass(frozen=True)
class Progress:
    """How far one person is: questions answered and asked, in all and by section."""

    answered: int
    questions: int
    sections: Mapping[str, tuple[int, int]]
    activity: tuple[int, int]


def start(
    inst: Installation,
    token: str,
    organisation: Organisation,
    function: str,
    camp: Camp,
    today: date,
    *,
    address: str = "",
) -> Started:
    """Sets up an assessment for one person alone and binds this browser to it. RefusedInput, TooManyTries."""
    if not organisation.name.strip():
        raise RefusedInput(_("Name the organisation; the name is printed on the playbook."))
    check_new_assessment(inst, token, address)
    with inst.database.writing() as unit:
        assessment_id = assessments.create_assessment(
            unit,
            organisation=organisation,
            instrument=inst.instrument.code,
            edition=inst.instrument.edition,
            language=inst.settings.language,
            mode="solo",
            privacy="by_camp",
            today=today,
            keep_until=last_day(inst.settings, today),
        )
        person = respondents.add_respondent(unit, assessment_id, function=function, camp=camp)
        code = store_resume_code(inst, unit, assessment_id, person)
        return Started(bind(inst, unit, token, assessment_id, person), code)


def answers(inst: Installation, owned: Owned) -> Respondent:
    """Everything this person has said so far. NotFound when nobody answers in this browser."""
    if not owned.respondent_id:
        raise NotFound(
            _("You cannot answer here: this assessment was imported with several people’s answers.")
        )
    with inst.database.reading() as unit:
        return load_respondent(unit, owned.assessment_id, owned.respondent_id)


def change_answer(
    inst: Installation, owned: Owned, code: str, *, seen: Mapping[str, Any] | None = None, **changes: Any
) -> Response:
    """Changes parts of the answer to one practice: `level`, `backing`, `evidence`, `note`, `kind`,
    `reason`; None forgets one.

    What is stored is read and merged in the same transaction: the note stays with every kind of answer, the
    evidence with a level that takes some. `seen` is what the screen had shown of the answer. Raises
    RefusedInput (unreadable), EditConflict, Frozen (closed), NotFound (gone), StorageUnavailable. Who leads a
    workshop and takes part in it answers as everybody else there does: while the vote is open.
    """

    def merge(unit: WritingUnit, person: Owned | Participant) -> Response:
        found = answered.lock_response(unit, person.assessment_id, person.respondent_id, 1, code)
        before = found.model_dump(exclude_none=True) if found else {}
        now = _merged(before, changes)
        shown = seen or {}
        check_unchanged(before, shown, {name: now.get(name) for name in shown}, {})
        return parse_response(inst.asked(owned), code, now)

    if owned.workshop:
        return voting.change_vote(inst, as_participant(inst, owned), code, merge)
    with inst.database.writing() as unit:
        response = merge(unit, owned)
        answered.save_response(unit, owned.assessment_id, owned.respondent_id, 1, code, response)
        _answers_moved(unit, owned)
    return response


def save_prediction(inst: Installation, owned: Owned, code: str, level: int) -> None:
    """Stores what this person expects the other side to answer."""
    if owned.workshop:
        voting.predict(inst, as_participant(inst, owned), code, level)
        return
    known = [c for c, practice in inst.asked(owned).practices.items() if practice.predict]
    level = parse_level(known, code, level)
    with inst.database.writing() as unit:
        answered.save_prediction(unit, owned.assessment_id, owned.respondent_id, code, level)
        _answers_moved(unit, owned)


def save_activity(inst: Installation, owned: Owned, code: str, level: int) -> None:
    """Stores the answer to one activity question."""
    if owned.workshop:
        voting.save_activity(inst, as_participant(inst, owned), code, level)
        return
    level = parse_level(inst.asked(owned).activity_items, code, level)
    with inst.database.writing() as unit:
        answered.save_activity(unit, owned.assessment_id, owned.respondent_id, code, level)
        _answers_moved(unit, owned)


def save_place(inst: Installation, owned: Owned, place: str) -> None:
    """Remembers where this person is: "governance/GOV-3", "activity", "check" or "results"."""
    with inst.database.writing() as unit:
        respondents.save_place(unit, owned.assessment_id, owned.respondent_id, place)


def progress(instrument: Instrument, person: Respondent) -> Progress:
    """How far this person is."""
    sections = {
        pillar.code: (sum(p.code in person.responses for p in pillar.practices), len(pillar.practices))
        for pillar in instrument.pillars
    }
    return Progress(
        answered=sum(done for done, _of in sections.values()),
        questions=len(instrument.practices),
        sections=sections,
        activity=(sum(i.code in person.activity for i in instrument.activity), len(instrument.activity)),
    )


def submit(inst: Installation, owned: Owned, today: date) -> None:
    """Freezes the answers with the edition and the version of scoring; results then rest on them.

    Raises RefusedInput in a workshop, whose result is made when its room is closed.
    """
    if owned.workshop:
        raise RefusedInput(_("A workshop’s result is ready once its room is closed. Nothing was changed."))
    with inst.database.writing() as unit:
        lock_assessment(unit, owned.assessment_id)
        now = load_assessment(unit, owned.assessment_id)
        freeze(inst, unit, owned, now, today)
    publish_benchmark(inst)


def reopen(inst: Installation, owned: Owned) -> None:
    """Takes answers again after submitting or closing; earlier submissions stay as they were."""
    with inst.database.writing() as unit:
        assessments.reopen_assessment(unit, owned.assessment_id)


def _answers_moved(unit: WritingUnit, owned: Owned) -> None:
    """An answer after submitting opens the assessment again: results follow the answers, never lag them.

    The lock makes answers and `submit` wait for each other, so that none slips in between reading and freezing.
    """
    lock_assessment(unit, owned.assessment_id)
    if assessments.get_assessment(unit, owned.assessment_id).status == "submitted":
        assessments.reopen_assessment(unit, owned.assessment_id)


def _merged(before: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """The answer with some parts changed; what does not go with its kind is left out."""
    level = changes.get("level") is not None
    kind = changes.get("kind") or ("scored" if level else before.get("kind", "scored"))
    kept = {name: before[name] for name in PARTS_OF.get(kind, ()) if name in before}
    return {"kind": kind, **kept, **changes}

"""The report on an assessment, for the person who may open it."""

from dataclasses import dataclass
from datetime import date

from assessment.answers.interchange import canonical, parse_assessment
from assessment.answers.ranked import RANKED
from assessment.answers.records import Assessment
from assessment.privacy.freezing import for_reader
from report.build.plan import disclosed_what_if
from report.build.report import PLAN_FIELDS, build_report
from report.model.report import Report
from scoring import WhatIfResult
from services.core.caches.lru_cache import LruCache
from services.core.identity import Owned
from services.core.installation import Installation
from services.core.preferences import preferences_of
from storage.db.database import Unit
from storage.repositories import rooms, submissions
from storage.repositories.records import load_assessment

CACHE_SIZE = 128
_cache = LruCache(CACHE_SIZE)


def report(inst: Installation, owned: Owned, today: date) -> Report:
    """The report on the answers frozen at submission, or on the answers as they are now."""
    with inst.database.reading() as unit:
        assessment, as_of = answers_in_force(inst, unit, owned, today)
        line = preferences_of(unit, owned.assessment_id).confidentiality
    return cached_report(inst, assessment, as_of, line)


def answers_in_force(inst: Installation, unit: Unit, owned: Owned, today: date) -> tuple[Assessment, date]:
    """The answers a report is built from, and the day they were given.

    For a workshop those frozen when its room was closed, and none before: a report that changed with each
    answer would reveal whose it was. Answers of one person alone are returned to that person only.
    """
    if owned.status != "open" or owned.workshop:
        frozen = submissions.find_latest_submission(unit, owned.assessment_id)
        if frozen is not None:
            submitted = parse_assessment(frozen.assessment.encode(), inst.asked(owned))
            if owned.workshop:
                submitted = for_reader(submitted, owned.respondent_id)
            now = load_assessment(unit, owned.assessment_id)
            return _with_later(submitted, now, people=not owned.workshop), frozen.submitted_on
    now = load_assessment(unit, owned.assessment_id)
    if owned.workshop:
        now = now.model_copy(update={"respondents": [], "agreed": {}, "parked": []})
    return now, today


@dataclass(frozen=True)
class ResultSoFar:
    """The result that is shown while a room is open: of which day, and whether it is its owner's view alone."""

    day: date
    alone: bool


def result_so_far(inst: Installation, owned: Owned) -> ResultSoFar | None:
    """What somebody who began alone sees while colleagues answer; None before a first result, and for anybody else."""
    if not (owned.workshop and owned.respondent_id and owned.status == "open"):
        return None
    with inst.database.reading() as unit:
        day = submissions.latest_day(unit, owned.assessment_id)
        seen = rooms.get_room(unit, owned.assessment_id).room.shown_anything
    return None if day is None else ResultSoFar(day, alone=not seen)


def report_on_own_answers(inst: Installation, owned: Owned, today: date) -> Report:
    """The report on this person's own answers as they are now, regardless of who else answers."""
    with inst.database.reading() as unit:
        everything = load_assessment(unit, owned.assessment_id)
        line = preferences_of(unit, owned.assessment_id).confidentiality
    mine = [person for person in everything.respondents if person.id == owned.respondent_id]
    alone = everything.model_copy(update={"respondents": mine, "agreed": {}, "parked": []})
    return cached_report(inst, alone, today, line)


def _with_later(submitted: Assessment, now: Assessment, *, people: bool) -> Assessment:
    """The frozen answers with the current plan.

    With `people` (one person alone) also the current decision map and orders; in a workshop these are answers,
    and frozen with the others.
    """
    plan = {name: getattr(now, name) for name in PLAN_FIELDS}
    later = {person.id: person for person in now.respondents} if people else {}
    respondents = [
        person.model_copy(update={name: getattr(later[person.id], name) for name in ("decisions", *RANKED)})
        if person.id in later
        else person
        for person in submitted.respondents
    ]
    return submitted.model_copy(update={"respondents": respondents} | plan)


def cached_report(inst: Installation, assessment: Assessment, as_of: date, confidentiality: str) -> Report:
    """Builds the report with the process-wide cache."""
    return build_report(
        inst.asked(assessment),
        assessment,
        as_of,
        confidentiality=confidentiality,
        cache=_cache,
        governance=inst.governance,
        standards=inst.standards,
    )


def what_if_report(inst: Installation, owned: Owned, today: date, code: str, level: int) -> WhatIfResult:
    """Level, path and gaps as in the report, and with one practice at another level."""
    with inst.database.reading() as unit:
        assessment, _as_of = answers_in_force(inst, unit, owned, today)
    instrument = inst.asked(assessment)
    key = ("supposed", instrument.language, canonical(assessment), code, level)
    return _cache(key, lambda: disclosed_what_if(instrument, assessment, code, level))

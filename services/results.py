"""The report on an assessment, for the person who may open it."""

import threading
from collections import OrderedDict
from datetime import date

from assessment.interchange import canonical, parse_assessment
from assessment.records import Assessment
from playbook.report import Report
from services.identity import Owned
from services.installation import Installation
from services.owner import preferences_of
from services.reporting import build_report
from storage import submissions
from storage.database import Unit
from storage.whole import load_assessment

KEPT = 64
AFTERWARDS = (
    "initiatives",
    "use_cases",
    "assumptions",
    "commitments",
    "roadmap",
    "ownership",
    "ai_uses",
    "risk_statement",
    "charter",
)
Key = tuple[str, date, str]

_reports: OrderedDict[Key, Report] = OrderedDict()
_lock = threading.Lock()


def report(inst: Installation, owned: Owned, today: date) -> Report:
    """The report on the answers frozen at submission, or on the answers as they are now."""
    with inst.database.reading() as unit:
        assessment, as_of = in_force(inst, unit, owned, today)
        line = preferences_of(unit, owned.assessment_id).confidentiality
    return cached_report(inst, assessment, as_of, line)


def in_force(inst: Installation, unit: Unit, owned: Owned, today: date) -> tuple[Assessment, date]:
    """The answers a report rests on, and the day they stand for."""
    if owned.status != "open":
        frozen = submissions.find_latest_submission(unit, owned.assessment_id)
        if frozen is not None:
            submitted = parse_assessment(frozen.assessment.encode(), inst.instrument)
            return _with_decisions(submitted, load_assessment(unit, owned.assessment_id)), frozen.submitted_on
    return load_assessment(unit, owned.assessment_id), today


def _with_decisions(submitted: Assessment, now: Assessment) -> Assessment:
    """The frozen answers with what comes after the result as it is today: decision map, ranking, plan."""
    later = {person.id: person for person in now.respondents}
    people = [
        person.model_copy(
            update={"decisions": later[person.id].decisions, "ranking": later[person.id].ranking}
        )
        if person.id in later
        else person
        for person in submitted.respondents
    ]
    plan = {name: getattr(now, name) for name in AFTERWARDS}
    return submitted.model_copy(update={"respondents": people} | plan)


def cached_report(inst: Installation, assessment: Assessment, as_of: date, confidentiality: str) -> Report:
    """The report, built once for the same answers, day and line."""
    key = (canonical(assessment), as_of, confidentiality)
    with _lock:
        if key in _reports:
            _reports.move_to_end(key)
            return _reports[key]
    built = build_report(
        inst.instrument,
        assessment,
        as_of,
        confidentiality=confidentiality,
        governance=inst.governance,
        standards=inst.standards,
    )
    with _lock:
        _reports[key] = built
        while len(_reports) > KEPT:
            _reports.popitem(last=False)
    return built

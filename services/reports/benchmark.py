"""Benchmark of a result against the other organisations of this installation (method, section 8).

A result is recorded at submission: level and index, overall and by section, as far as the privacy mode allows.
Cohorts are published when five more organisations have joined. An organisation sees its position only when its
own result is in the published cohort, so that it cannot try answers out against the others.
"""

from collections.abc import Mapping
from contextlib import suppress

from assessment.answers.records import Assessment
from assessment.errors import NotFound, RefusedFile
from assessment.privacy import Disclosure
from report.build.disclosure import disclosed_answers
from report.model.benchmark import BenchmarkView
from scoring import benchmark_position, score
from scoring.comparison.benchmark import NEW_ONES, BenchmarkPosition, Cohort, cohort_to_publish, without_own
from scoring.levels.results import SCORING_VERSION
from services.core.identity import Owned
from services.core.installation import Installation
from storage.comparison import cohorts
from storage.comparison.cohorts import ScopeScore, StoredResult
from storage.comparison.tallies import lock_tally
from storage.db.database import WritingUnit
from storage.db.upsert import lock_assessment
from storage.repositories import submissions
from storage.repositories.submissions import Submission
from storage.tables.cohorts import EVERYTHING

AT_ONCE = 200
"""Earlier submissions scored at one start of the server: about two seconds in the background."""


def cohort_key(inst: Installation, edition: str) -> str:
    """Names the cohort a result belongs to: instrument, edition and scoring version."""
    return f"{inst.instrument.code} {edition} {SCORING_VERSION}"


def record_result(
    inst: Installation, unit: WritingUnit, frozen: Submission, answers: Assessment | None
) -> None:
    """Records the result of a submission in place of the organisation's earlier one.

    Without `answers` (no longer readable) an empty result is recorded.
    """
    reached = {EVERYTHING: ScopeScore(None, None)} if answers is None else _reached(inst, answers)
    asked = cohort_key(inst, frozen.edition)
    cohorts.save_results(unit, frozen.assessment_id, asked, frozen.submitted_on, reached)


def publish_cohorts(inst: Installation) -> None:
    """Publishes the cohort of every edition and scope that five more organisations have joined.

    Runs in a transaction of its own after the submission is stored, because it marks results of others.
    """
    for edition in inst.editions if inst.settings.benchmark else ():
        _publish(inst, cohort_key(inst, edition.edition))


def _publish(inst: Installation, asked: str) -> None:
    with inst.database.reading() as unit:
        if cohorts.count_unpublished(unit, asked) < NEW_ONES:
            return
    with inst.database.writing() as unit:
        lock_tally(unit)
        published = cohorts.load_cohorts(unit, asked)
        for scope, now in cohorts.count_results(unit, asked).items():
            if cohort_to_publish(now, published.get(scope)) is now:
                cohorts.publish(unit, asked, scope, now)


def score_backlog(inst: Installation, at_most: int = AT_ONCE, organisation_id: str | None = None) -> int:
    """Scores up to `at_most` submissions without a recorded result; returns how many.

    These are submissions made before the benchmark existed, and those that became the newest of their organisation
    when a later one was erased. `organisation_id` restricts it to one organisation.
    """
    ids: list[str] = []
    with inst.database.reading() as unit:
        for edition in (one.edition for one in inst.editions):
            asked, left = cohort_key(inst, edition), at_most - len(ids)
            ids += cohorts.list_unscored(unit, asked, edition, left, organisation_id) if left else []
    scored = sum(_scored(inst, submission_id) for submission_id in ids)
    if scored:
        publish_cohorts(inst)
    return scored


def benchmark_view(inst: Installation, owned: Owned) -> BenchmarkView | None:
    """The position of this assessment; None if switched off, for an example, and before submission."""
    if not inst.settings.benchmark or owned.example or owned.status == "open":
        return None
    asked = cohort_key(inst, owned.edition)
    with inst.database.reading() as unit:
        mine = cohorts.results_of(unit, owned.assessment_id, asked)
        published = cohorts.load_cohorts(unit, asked)
    whole = mine.get(EVERYTHING)
    if whole is None or whole.assessment_id != owned.assessment_id or whole.points is None:
        return None
    titles = {pillar.code: pillar.title for pillar in inst.asked(owned).pillars}
    places = {scope: _place(found, published.get(scope)) for scope, found in mine.items()}
    sections = tuple((title, found) for code, title in titles.items() if (found := places.get(code)))
    return BenchmarkView(
        overall=places.get(EVERYTHING),
        sections=sections,
        waiting=EVERYTHING in published and whole.counted != whole.points,
    )


def _place(found: StoredResult, published: Cohort | None) -> BenchmarkPosition | None:
    if published is None or found.points is None or found.counted != found.points:
        return None
    return benchmark_position(float(found.points), without_own(published, float(found.counted)))


def _reached(inst: Installation, answers: Assessment) -> Mapping[str, ScopeScore]:
    """Level and index by scope, from the answers that may be disclosed."""
    disclosure = Disclosure.of(answers)
    instrument = inst.asked(answers)
    kept = disclosed_answers(instrument, answers, disclosure)
    result = score(instrument, kept.respondents, kept.agreed)
    if not disclosure.team or result.level is None:
        return {EVERYTHING: ScopeScore(None, None)}
    found = {code: (pillar.level, pillar.index) for code, pillar in result.pillars.items()}
    found[EVERYTHING] = (result.level, result.index)
    return {
        scope: ScopeScore(level, None if level is None or index is None else round(index))
        for scope, (level, index) in found.items()
    }


def _read(inst: Installation, frozen: str) -> Assessment | None:
    try:
        return inst.read(frozen.encode())
    except RefusedFile:
        return None


def _scored(inst: Installation, submission_id: str) -> bool:
    """Records the result of one submission; False if it has been erased or superseded."""
    with suppress(NotFound), inst.database.writing() as unit:
        frozen = submissions.get_submission(unit, submission_id)
        lock_assessment(unit, frozen.assessment_id, even_closed=True)
        lock_tally(unit)
        if EVERYTHING not in cohorts.results_of(unit, frozen.assessment_id, cohort_key(inst, frozen.edition)):
            record_result(inst, unit, frozen, _read(inst, frozen.assessment))
            return True
    return False

"""Submissions: freezes the answers and records the result for the benchmark."""

from contextlib import suppress
from datetime import date

from assessment.answers.records import Assessment
from assessment.errors import StorageUnavailable
from scoring.levels.results import SCORING_VERSION
from services.core.identity import Owned
from services.core.installation import Installation
from services.reports import benchmark
from storage.db.database import WritingUnit
from storage.repositories import submissions


def freeze(inst: Installation, unit: WritingUnit, owned: Owned, answers: Assessment, today: date) -> None:
    """Stores the answers with edition and scoring version; examples are left out of the benchmark."""
    frozen = submissions.add_submission(
        unit, owned.assessment_id, answers, scoring_version=SCORING_VERSION, today=today
    )
    if not owned.example:
        benchmark.record_result(inst, unit, frozen, answers)


def publish_benchmark(inst: Installation) -> None:
    """After a submission is committed: publishes new cohorts; on failure the next submission does."""
    with suppress(StorageUnavailable):
        benchmark.publish_cohorts(inst)

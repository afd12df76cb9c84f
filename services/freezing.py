"""Freezing answers: a submission, and what it amounts to for the comparison with others."""

from contextlib import suppress
from datetime import date

from assessment.errors import StorageUnavailable
from assessment.records import Assessment
from scoring.results import SCORING_VERSION
from services import benchmark
from services.identity import Owned
from services.installation import Installation
from storage import submissions
from storage.database import WritingUnit


def freeze(inst: Installation, unit: WritingUnit, owned: Owned, answers: Assessment, today: date) -> None:
    """Stores the answers with the edition and the version of scoring; an example counts for nothing."""
    frozen = submissions.add_submission(
        unit, owned.assessment_id, answers, scoring_version=SCORING_VERSION, today=today
    )
    if not owned.example:
        benchmark.record(inst, unit, frozen, answers)


def afterwards(inst: Installation) -> None:
    """Once it is stored: publishes new counts, if five more have joined; else the next submission does."""
    with suppress(StorageUnavailable):
        benchmark.renew(inst)

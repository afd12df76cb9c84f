"""What the server deletes by itself: assessments past their last day, and what is left of them in SQLite's log."""

from datetime import date

from assessment.errors import PlumblineError
from services.core.installation import Installation
from services.core.retention import last_day_with_notice
from services.reports.benchmark import score_backlog
from storage.repositories import assessments, erasure


def delete_due(inst: Installation, today: date) -> int:
    """Deletes every assessment past its last day and returns how many; gives one to those without.

    Any number of processes may do so at once. One assessment is deleted in one transaction, so that nobody who
    answers meanwhile waits for all. Raises StorageUnavailable; what is left is deleted the next time.
    """
    with inst.database.reading() as unit:
        dayless = assessments.list_without_last_day(unit)
        due = erasure.count_due(unit, today)
    if dayless:
        with inst.database.writing() as unit:
            for found in dayless:
                day = last_day_with_notice(inst.settings, found.created_on, today)
                assessments.give_last_day(unit, found.id, day)
    deleted = 0
    while due and _delete_one(inst, today):
        deleted += 1
    if deleted:
        _count_earlier(inst)
    inst.database.empty_log()
    return deleted


def _delete_one(inst: Installation, today: date) -> bool:
    with inst.database.writing() as unit:
        return bool(erasure.purge(unit, today, at_most=1).assessments)


def _count_earlier(inst: Installation) -> None:
    """Earlier submissions of the same organisations count in the benchmark now; else at the next start."""
    try:
        score_backlog(inst)
    except PlumblineError:
        return

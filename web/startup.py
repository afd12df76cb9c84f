"""Start of the server: opens the installation before the first request, or exits."""

import sys
from contextlib import suppress
from datetime import UTC, datetime

import structlog

from assessment.errors import PlumblineError, RefusedInput, StorageUnavailable
from language.translation import _
from services.core.installation import Installation, current
from services.core.rate_limits import redis_answers, unreachable_redis
from services.operations.keeping import delete_due
from services.operations.weaknesses import below_a_path
from services.reports.benchmark import score_backlog

_log = structlog.get_logger()


def open_or_exit(base_path: str = "") -> Installation:
    """The installation of this process, its instrument loaded, its database migrated and what is due deleted.

    A Redis that does not answer is named on standard error; the server starts all the same.

    Ends the process with exit code 1 and a message on standard error (no traceback) when the instrument has
    faults, the database cannot be used, or Streamlit is to serve below a path (`base_path`).
    """
    try:
        if base_path.strip("/"):
            raise RefusedInput(below_a_path())
        installation = current()
    except PlumblineError as error:
        reason = str(error)
    except OSError as error:
        reason = _("The files under PLUMBLINE_VAR cannot be used: {reason}. Nothing was overwritten.").format(
            reason=error.strerror
        )
    else:
        redis_url = installation.settings.redis_url.get_secret_value()
        if redis_url and not redis_answers(redis_url):
            sys.stderr.write(f"{unreachable_redis()}\n")
        delete_due_quietly(installation)
        return installation
    sys.stderr.write(f"{_('Plumbline did not start.')} {reason}\n")
    raise SystemExit(1)


def delete_due_quietly(installation: Installation) -> None:
    """Deletes what is past its last day; what the database refuses now is deleted the next time."""
    try:
        deleted = delete_due(installation, datetime.now(UTC).date())
    except PlumblineError as error:
        _log.warning("not deleted yet", reason=str(error))
        return
    if deleted:
        _log.info("deleted after their last day", assessments=deleted)


def count_earlier_results(installation: Installation) -> None:
    """Scores submissions that the benchmark does not include yet; a failure is made good at the next start."""
    with suppress(StorageUnavailable):
        score_backlog(installation)

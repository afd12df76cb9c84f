"""Start of the server: opens the installation before the first request, or exits."""

import sys
from contextlib import suppress

from assessment.errors import PlumblineError, StorageUnavailable
from language.translation import _
from services.core.installation import Installation, current
from services.core.rate_limits import redis_answers, unreachable_redis
from services.reports.benchmark import score_backlog


def open_or_exit() -> Installation:
    """The installation of this process, with its instrument loaded and its database migrated.

    A Redis that does not answer is named on standard error; the server starts all the same.

    Ends the process with exit code 1 and a message on standard error (no traceback) when the instrument has
    faults or the database cannot be used.
    """
    try:
        installation = current()
    except PlumblineError as error:
        reason = str(error)
    except OSError as error:
        reason = _(
            "Its own files under PLUMBLINE_VAR cannot be used: {reason}. Nothing was overwritten."
        ).format(reason=error.strerror)
    else:
        redis_url = installation.settings.redis_url.get_secret_value()
        if redis_url and not redis_answers(redis_url):
            sys.stderr.write(f"{unreachable_redis()}\n")
        return installation
    sys.stderr.write(f"{_('Plumbline did not start.')} {reason}\n")
    raise SystemExit(1)


def count_earlier_results(installation: Installation) -> None:
    """Scores submissions that the benchmark does not include yet; a failure is made good at the next start."""
    with suppress(StorageUnavailable):
        score_backlog(installation)

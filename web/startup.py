"""The start: everything the app stands on is opened before it answers, or it does not start."""

import sys
from contextlib import suppress

from assessment.errors import PlumblineError, StorageUnavailable
from language.translation import _
from services.core.installation import Installation, current
from services.reports.benchmark import score_backlog


def open_or_exit() -> Installation:
    """The installation of this process, its instrument loaded and its database brought up to date.

    An instrument with faults or a database that cannot be used ends the process: the message, with
    every fault, on standard error, exit code 1 and no traceback.
    """
    try:
        return current()
    except PlumblineError as error:
        reason = str(error)
    except OSError as error:
        reason = _(
            "Its own files under PLUMBLINE_VAR cannot be used: {reason}. Nothing was overwritten."
        ).format(reason=error.strerror)
    sys.stderr.write(f"{_('Plumbline did not start.')} {reason}\n")
    raise SystemExit(1)


def count_earlier_results(installation: Installation) -> None:
    """Scores submissions that the comparison with others does not know yet; else at the next start."""
    with suppress(StorageUnavailable):
        score_backlog(installation)

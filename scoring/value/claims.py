"""The value test: can a use case’s claim be checked later? (method, section 7)"""

from dataclasses import dataclass
from typing import Literal

from assessment.answers.records import UseCase, calendar_date

ClaimPart = Literal["lever", "metric", "baseline", "target", "owner", "date"]
PARTS: tuple[ClaimPart, ...] = ("lever", "metric", "baseline", "target", "owner", "date")
MAY_BE_OPEN: tuple[ClaimPart, ...] = ("baseline", "target")


@dataclass(frozen=True)
class ValueTest:
    """`missing` fails the test; `open` is allowed and must be said. Both in the order of `PARTS`."""

    passed: bool
    missing: tuple[ClaimPart, ...]
    open: tuple[ClaimPart, ...]


def goal_reached(use_case: UseCase) -> bool:
    """Is today’s figure the target already? Whether a figure is to rise or fall is not asked, so only that is known.

    >>> goal_reached(UseCase(name="Quotes", baseline=60, target=60))
    True
    """
    return use_case.baseline is not None and use_case.baseline == use_case.target


def value_test(use_case: UseCase) -> ValueTest:
    """Passes only with lever, metric, owner and date; baseline and target may still be open.

    A text of blanks, and a day no calendar has, count as not given.

    >>> value_test(UseCase(name="Quotes", lever="cost", metric="hours", owner="CSO", date="2027-06-30"))
    ValueTest(passed=True, missing=(), open=('baseline', 'target'))
    >>> value_test(UseCase(name="Quotes", lever="cost", metric=" ")).missing
    ('metric', 'owner', 'date')
    """
    given = {
        "lever": bool(use_case.lever),
        "metric": bool((use_case.metric or "").strip()),
        "baseline": use_case.baseline is not None,
        "target": use_case.target is not None,
        "owner": bool((use_case.owner or "").strip()),
        "date": use_case.date is not None and calendar_date(use_case.date) is not None,
    }
    absent = [part for part in PARTS if not given[part]]
    missing = tuple(part for part in absent if part not in MAY_BE_OPEN)
    return ValueTest(not missing, missing, tuple(part for part in absent if part in MAY_BE_OPEN))

"""How long an assessment is kept: the operator's default, counted from its beginning."""

from calendar import monthrange
from datetime import date, timedelta

from services.core.settings import Settings

NOTICE = timedelta(days=90)
"""An assessment that had no last day, from an earlier version, is kept at least this long after it is given one."""


def last_day(settings: Settings, begun: date) -> date:
    """The last day an assessment begun on a day is kept, unless its owner chooses another."""
    return months_after(begun, settings.keep_months)


def last_day_with_notice(settings: Settings, begun: date, today: date) -> date:
    """The last day of one that had none: as if it had been begun with it, but not without notice."""
    return max(last_day(settings, begun), today + NOTICE)


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or that month's last.

    >>> months_after(date(2026, 8, 31), 6)
    datetime.date(2027, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

"""Days as the language in use writes them, whatever the locale of the machine."""

from datetime import date
from typing import Literal

from babel.core import Locale
from babel.dates import format_date, format_skeleton

from language.locales import is_british, locale_in_use

Style = Literal["long", "short", "month", "day", "name"]
ENGLISH = Locale("en")
"""CLDR shortens September to “Sept” in British English; here a month has three letters."""
BRITISH: dict[Style, str] = {
    "long": "d MMMM y",
    "short": "d MMM y",
    "month": "MMMM y",
    "day": "d MMM",
    "name": "MMM",
}
SKELETONS: dict[Style, str] = {"short": "yMMMd", "month": "yMMMM", "day": "MMMd", "name": "MMM"}


def long_date(when: date) -> str:
    """“22 November 2026”.

    >>> long_date(date(2026, 9, 4))
    '4 September 2026'
    """
    return _written(when, "long")


def short_date(when: date) -> str:
    """“4 Jan 2027”: the month abbreviated.

    >>> short_date(date(2026, 9, 4))
    '4 Sep 2026'
    """
    return _written(when, "short")


def month_year(when: date) -> str:
    """“September 2026”.

    >>> month_year(date(2026, 9, 4))
    'September 2026'
    """
    return _written(when, "month")


def day_month(when: date) -> str:
    """“4 Jan”: a day whose year is clear.

    >>> day_month(date(2026, 9, 4))
    '4 Sep'
    """
    return _written(when, "day")


def month_name(when: date) -> str:
    """“Sep”: a month on an axis.

    >>> month_name(date(2026, 9, 4))
    'Sep'
    """
    return _written(when, "name")


def _written(when: date, style: Style) -> str:
    if is_british():
        return format_date(when, BRITISH[style], locale=ENGLISH)
    locale = locale_in_use()
    if style == "long":
        return format_date(when, "long", locale=locale)
    return format_skeleton(SKELETONS[style], when, locale=locale)

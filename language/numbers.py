"""Numbers, shares and amounts of money as the language in use writes them.

Rounding is Python's: half to even for whole numbers, the exact binary value for decimals. A negative
number has a true minus sign (U+2212) in every language, and no number is a negative zero.
"""

import re
from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext
from functools import lru_cache

from babel.core import Locale
from babel.numbers import NumberPattern, list_currencies, parse_pattern

from language.locales import is_british, locale_in_use

MINUS = "−"
NO_BREAK = "\N{NO-BREAK SPACE}"
BRITISH_PERCENT = "#,##0 %"
"""House rule: “12.5 %”; CLDR has no space in English."""
MOST_DIGITS = 400
"""As many as the largest number has that a computer holds, with decimals."""
SAME = 1e-9
DIGITS = re.compile(r"[#0][#0,.]*")


def integer(value: float) -> str:
    """A whole number, rounded half to even, in groups: “−1,234”.

    >>> integer(1234567), integer(-1234.4), integer(-0.2), integer(2.5)
    ('1,234,567', '−1,234', '0', '2')
    """
    return _written(Decimal(round(value)))


def decimal(value: float, digits: int) -> str:
    """A number with exactly `digits` decimals: “3.0”, “1,250.25”.

    >>> decimal(3, 1), decimal(1250.25, 2), decimal(-0.04, 1)
    ('3.0', '1,250.25', '0.0')
    """
    return _written(Decimal(f"{value:.{digits}f}"))


def at_most(value: float, digits: int) -> str:
    """A number with up to `digits` decimals, without zeros at its end: “2.5”, “21”.

    >>> at_most(21.0, 1), at_most(2.46, 1), at_most(1250, 1)
    ('21', '2.5', '1,250')
    """
    return _written(_trimmed(Decimal(f"{value:.{digits}f}")))


def beside(
    value: float, digits: int, *, at_least: Iterable[float] = (), above: Iterable[float] = ()
) -> float:
    """A number rounded to `digits` decimals that stays on its own side of every threshold it is printed beside.

    A word or a count that says “a level or more” must not stand beside a number that contradicts it: of two roundings the one
    is taken that keeps the number at or over each mark of `at_least` if it is there, and over each of `above` if it is over it.
    Marks hold for the size, whatever the sign. Values within 1e-9 of a mark are at it, as in `scoring`.

    >>> beside(0.97, 1, at_least=[1]), beside(-0.97, 1, at_least=[1]), beside(1.0, 1, at_least=[1])
    (0.9, -0.9, 1.0)
    >>> beside(2.52, 1, above=[2.5]), beside(2.5, 1, above=[2.5]), beside(0.34, 1)
    (2.6, 2.5, 0.3)
    """
    size, step = abs(value), Decimal(1).scaleb(-digits)
    found = Decimal(f"{size:.{digits}f}")
    for mark in at_least:
        steps, there = Decimal(str(mark)) / step, size >= mark - SAME
        if there and found < Decimal(str(mark)):
            found = steps.to_integral_value(ROUND_CEILING) * step
        elif not there and found >= Decimal(str(mark)):
            found = (steps.to_integral_value(ROUND_CEILING) - 1) * step
    for mark in above:
        steps, over = Decimal(str(mark)) / step, size > mark + SAME
        if over and found <= Decimal(str(mark)):
            found = (steps.to_integral_value(ROUND_FLOOR) + 1) * step
        elif not over and found > Decimal(str(mark)):
            found = steps.to_integral_value(ROUND_FLOOR) * step
    return float(found) if value > 0 or not found else -float(found)


def shortest(value: float, significant: int = 6) -> str:
    """A number with up to `significant` digits and never an exponent: “0.5”, “40”, “1,250”.

    >>> shortest(0.5), shortest(40.0), shortest(1250.0), shortest(2 / 3)
    ('0.5', '40', '1,250', '0.666667')
    """
    return _written(_trimmed(Decimal(f"{value:.{significant}g}")))


def exact(value: float) -> str:
    """A number with every decimal it has: “1,250.125”.

    >>> exact(1250.125), exact(1250000.0), exact(-0.5)
    ('1,250.125', '1,250,000', '−0.5')
    """
    return _written(_trimmed(Decimal(repr(float(value)))))


def percent(share: float, digits: int = 0) -> str:
    """A share as per cent with up to `digits` decimals: “12.5 %”; the space is CLDR's, or ours in English.

    >>> percent(0.125, 1), percent(0.3), percent(-0.02)
    ('12.5 %', '30 %', '−2 %')
    """
    pattern = BRITISH_PERCENT if is_british() else locale_in_use().percent_formats[None].pattern
    figure = _written(_trimmed(Decimal(repr(round(100 * share, digits)))))
    return DIGITS.sub(lambda _found: figure, pattern.partition(";")[0], count=1)


def money(amount: float, currency: str = "") -> str:
    """A whole amount with the code of its currency, where the language puts it: “EUR 1,234”, “1.234 EUR”.

    Cents are not shown. The space between code and figure does not break.

    >>> money(-1234000.4), money(-5, "EUR")
    ('−1,234,000', 'EUR\\xa0−5')
    """
    figure = integer(amount)
    if not currency:
        return figure
    pattern = locale_in_use().currency_formats["standard"].pattern.partition(";")[0]
    before = pattern.index("¤") < pattern.index("#")
    return f"{currency}{NO_BREAK}{figure}" if before else f"{figure}{NO_BREAK}{currency}"


def three_digits(value: float) -> float:
    """A whole number rounded to three significant digits, for what is not known better.

    >>> three_digits(-174_453), three_digits(35.39)
    (-174000, 35)
    """
    return round(round(value), min(3 - len(str(abs(round(value)))), 0))


@lru_cache(maxsize=1)
def currency_codes() -> frozenset[str]:
    """Every code of three letters that ISO 4217 has given to a currency.

    >>> "EUR" in currency_codes(), "FTE" in currency_codes()
    (True, False)
    """
    return frozenset(list_currencies())


def _written(value: Decimal) -> str:
    """The digits of `value`, all of them, with the separators and groups of the language."""
    locale, digits = locale_in_use(), max(0, -int(value.as_tuple().exponent))
    with localcontext(prec=MOST_DIGITS):
        figure: str = _pattern(locale, digits).apply(abs(value), locale)
    return f"{MINUS}{figure}" if value < 0 else figure


def _trimmed(value: Decimal) -> Decimal:
    """Without zeros behind the decimal point, and without an exponent."""
    return Decimal(f"{value:f}".rstrip("0").rstrip(".")) if "." in f"{value:f}" else Decimal(f"{value:f}")


@lru_cache(maxsize=256)
def _pattern(locale: Locale, digits: int) -> NumberPattern:
    whole = locale.decimal_formats[None].pattern.partition(";")[0].partition(".")[0]
    return parse_pattern(f"{whole}.{'0' * digits}" if digits else whole)

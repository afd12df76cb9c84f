"""Parsing and formatting of amounts of money as people type them: “1,250,000”, “1 250 000”, “€ 1.25m”.

Ambiguous input is refused with both readings. A currency other than that of the figures is refused, because
nothing is converted.
"""

import re
from decimal import Decimal

from assessment.errors import RefusedInput
from language.translation import _

LONGEST = 40
"""Longest input in characters."""
DOLLARS = ("USD", "AUD", "CAD", "NZD", "SGD", "HKD")
SIGNS = {"€": ("EUR",), "£": ("GBP",), "$": DOLLARS, "¥": ("JPY", "CNY")}
SCALES = {
    "k": 1_000,
    "thousand": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "mio": 1_000_000,
    "million": 1_000_000,
    "bn": 1_000_000_000,
    "billion": 1_000_000_000,
}
WIDE = str.maketrans({"−": "-", "–": "-", "’": "'", "\u00a0": " ", "\u2009": " ", "\u202f": " "})
SCALE = re.compile(rf"^(.*\d) ?({'|'.join(sorted(SCALES, key=len, reverse=True))})$", re.IGNORECASE)
BEFORE = re.compile(r"^(-? ?)([€£$¥]|[a-z]{3})(?![a-z]) ?(.+)$", re.IGNORECASE)
AFTER = re.compile(
    r"^(.*[^a-z ]|.*[^a-z] ?(?:SCALED)) ?([€£$¥]|[a-z]{3})$".replace("SCALED", "|".join(SCALES)),
    re.IGNORECASE,
)
GROUPED = {mark: re.compile(rf"[1-9][0-9]{{0,2}}(?:{re.escape(mark)}[0-9]{{3}})+") for mark in ",.' "}
DECIMAL = re.compile(r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+")
THOUSANDTHS = 3
"""Number of decimals that is ambiguous with a group of three digits."""


def parse_amount(text: str, currency: str = "") -> float | None:
    """Parses a typed amount; None for an empty field.

    Accepts groups of three separated by commas, spaces, apostrophes or dots, a decimal point or comma, a minus
    sign or accounting brackets, k, m or bn (or in words), and a currency before or after. `currency` is that of
    the figures, if given. Raises RefusedInput with what to type instead.

    >>> [parse_amount(t) for t in ("1,250,000", "1 250 000", "€ 1.25m", "(4,500)", "12,5", "")]
    [1250000.0, 1250000.0, 1250000.0, -4500.0, 12.5, None]
    """
    typed = " ".join(text.translate(WIDE).split())
    if not typed:
        return None
    if len(typed) > LONGEST:
        raise _unreadable(text)
    rest, negative = _sign(_without_currency(typed, currency))
    scaled = SCALE.match(rest)
    digits, scale = (scaled[1], SCALES[scaled[2].lower()]) if scaled else (rest, 1)
    number = _number(digits, text, scale)
    return float(-number if negative else number)


def amount_text(amount: float | None) -> str:
    """Formats an amount for a field with all its decimals, so that `parse_amount` returns the same value.

    >>> amount_text(1250000.0), amount_text(-0.5), amount_text(1.125), amount_text(None)
    ('1,250,000', '−0.5', '1.1250', '')
    """
    if amount is None:
        return ""
    exact = f"{Decimal(repr(abs(float(amount)))):,f}"
    known = exact.rstrip("0").rstrip(".") if "." in exact else exact
    if len(known.partition(".")[2]) == THOUSANDTHS:
        known += "0"
    return f"−{known}" if amount < 0 else known


def _sign(typed: str) -> tuple[str, bool]:
    if typed.startswith("(") and typed.endswith(")"):
        return typed[1:-1].strip(), True
    return (typed[1:].strip(), True) if typed.startswith("-") else (typed, False)


def _without_currency(typed: str, currency: str) -> str:
    before, behind = BEFORE.match(typed), AFTER.match(typed)
    if before:
        rest, named = before[1] + before[3], before[2]
    elif behind and behind[2].lower() not in SCALES:
        rest, named = behind[1], behind[2]
    else:
        return typed
    meant = SIGNS.get(named, (named.upper(),))
    if currency and currency not in meant:
        raise RefusedInput(
            _(
                "“{typed}” names another currency than {currency}, in which all figures stand, and nothing is converted. "
                "Type the amount in {currency}; what you typed is still here."
            ).format(typed=typed, currency=currency)
        )
    return rest.strip()


def _number(digits: str, text: str, scale: int) -> Decimal:
    """Parses digits with any group separator, times `scale`."""
    marks = [mark for mark in digits if mark in ",.' "]
    last = marks[-1] if marks else ""
    whole, point, part = digits.rpartition(last) if last in (",", ".") else (digits, "", "")
    if _in_two_ways(digits, marks, scaled=scale > 1):
        raise _doubtful(text, Decimal(f"{whole}.{part}") * scale, Decimal(f"{whole}{part}") * scale)
    if marks != ["."] and any(pattern.fullmatch(digits) for pattern in GROUPED.values()):
        return Decimal("".join(filter(str.isdecimal, digits))) * scale
    grouped = any(pattern.fullmatch(whole) for mark, pattern in GROUPED.items() if mark != point)
    plain = "".join(filter(str.isdecimal, whole)) if grouped else whole
    if not DECIMAL.fullmatch(f"{plain}.{part}" if point else plain):
        raise _unreadable(text)
    return Decimal(f"{plain or 0}.{part or 0}") * scale


def _in_two_ways(digits: str, marks: list[str], *, scaled: bool) -> bool:
    """Is it unclear whether a mark separates groups or decimals? “1.250” is 1,250 in parts of Europe."""
    doubtful = marks == [","] if scaled else marks == ["."]
    return doubtful and GROUPED[marks[0]].fullmatch(digits) is not None


def _doubtful(text: str, small: Decimal, large: Decimal) -> RefusedInput:
    return RefusedInput(
        _(
            "“{typed}” can be read in two ways: as {small} or as {large}. Type one of the two; what you typed is still here."
        ).format(typed=text.strip(), small=amount_text(float(small)), large=amount_text(float(large)))
    )


def _unreadable(text: str) -> RefusedInput:
    return RefusedInput(
        _(
            "“{typed}” cannot be read as an amount. Type it like 1,250,000 or 1.25m; what you typed is still here."
        ).format(typed=text.strip()[:LONGEST])
    )

"""Parsing and formatting of amounts of money as people type them: “1,250,000”, “1 250 000”, “€ 1.25m”, “5 Mrd”.

Everything that was typed is understood, or the whole is refused: a word that is neither a currency nor a word for
thousands, millions or billions is named, and ambiguous input is refused with both readings. A currency other
than that of the figures is refused, because nothing is converted.
"""

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from assessment.errors import RefusedInput
from language.locales import is_english
from language.numbers import currency_codes
from language.translation import _

LONGEST = 40
"""Longest input in characters."""
DOLLARS = ("USD", "AUD", "CAD", "NZD", "SGD", "HKD", "TWD", "MXN")
CROWNS = ("SEK", "NOK", "DKK", "ISK")
RUPEES = ("INR", "PKR", "LKR", "NPR", "MUR")
SIGNS = {
    "€": ("EUR",), "£": ("GBP",), "¥": ("JPY", "CNY"), "₹": ("INR",), "₽": ("RUB",), "₺": ("TRY",), "₩": ("KRW",),
    "₴": ("UAH",), "₪": ("ILS",), "$": DOLLARS, "us$": ("USD",), "a$": ("AUD",), "au$": ("AUD",), "c$": ("CAD",),
    "ca$": ("CAD",), "nz$": ("NZD",), "s$": ("SGD",), "hk$": ("HKD",), "nt$": ("TWD",), "mx$": ("MXN",),
    "r$": ("BRL",), "zł": ("PLN",), "zl": ("PLN",), "kr": CROWNS, "kč": ("CZK",), "ft": ("HUF",), "fr": ("CHF",),
    "sfr": ("CHF",), "rs": RUPEES, "euro": ("EUR",), "euros": ("EUR",), "lei": ("RON",),
}  # fmt: skip
"""Signs and short words for currencies, in lower case, with the currencies they may mean."""
ENGLISH = {
    "k": 10**3, "thousand": 10**3, "m": 10**6, "mn": 10**6, "mm": 10**6, "million": 10**6, "millions": 10**6,
    "bn": 10**9, "billion": 10**9, "billions": 10**9, "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
ELSEWHERE = {
    **dict.fromkeys(("tsd", "tausend", "tys", "tusen", "duizend", "mille"), 10**3),
    **dict.fromkeys(("mio", "mln", "mill", "millionen", "miljoen", "miljoner", "millioner", "milionów"), 10**6),
    **dict.fromkeys(("mrd", "mld", "mds", "mia", "milliard", "milliards", "milliarden", "miljard", "miliard"), 10**9),
}  # fmt: skip
"""Where these words are used a dot may separate groups, as in “1.250 Mio.”."""
SCALES = ENGLISH | ELSEWHERE
LONG_SCALE = ("billion", "billions")
"""Outside English a million millions."""
GROUPS_OF_TWO = frozenset({"INR", "PKR", "NPR", "LKR", "BDT"})
"""Currencies whose amounts are grouped as 12,50,000."""
WIDE = str.maketrans(
    {
        "−": "-",
        "–": "-",
        "’": "'",
        "\u00a0": " ",
        "\u2009": " ",
        "\u202f": " ",
        "＄": "$",
        "￥": "¥",
        "￡": "£",
    }
)
PARTS = re.compile(r"([^0-9]*?)((?:\.[0-9]|[0-9])(?:[0-9.,' ]*[0-9])?)([^0-9]*)")
_WITH_SIGN = sorted((re.escape(sign) for sign in SIGNS if not sign.isalpha()), key=len, reverse=True)
WORD = re.compile(rf"(?:{'|'.join(_WITH_SIGN)}|[^\W\d_]+\.?)", re.IGNORECASE)
GROUPED = {mark: re.compile(rf"[1-9][0-9]{{0,2}}(?:{re.escape(mark)}[0-9]{{3}})+") for mark in ",.' "}
IN_TWOS = re.compile(r"[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}")
DECIMAL = re.compile(r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+")
THOUSANDTHS = 3  # decimals that could be a group of digits


class _Typed(NamedTuple):
    """An amount taken apart: its digits, and what the words around them say."""

    whole: str
    digits: str
    negative: bool
    scale: int = 1
    dotted: bool = False
    """Is its word one of those beside which a dot may separate groups?"""
    meant: Sequence[str] = ()
    """The currencies that were named."""


def parse_amount(text: str, currency: str = "") -> float | None:
    """Parses a typed amount; None for an empty field.

    Accepts groups of three separated by commas, spaces, apostrophes or dots, a decimal point or comma, a minus
    sign or accounting brackets, one word for thousands, millions or billions, and one currency, before or after.
    `currency` is that of the figures, if given. Raises RefusedInput with what to type instead.

    >>> [parse_amount(t) for t in ("1,250,000", "1 250 000", "€ 1.25m", "(4,500)", "12,5", "5 Mrd", "")]
    [1250000.0, 1250000.0, 1250000.0, -4500.0, 12.5, 5000000000.0, None]
    """
    plain = _plain(text)
    if not plain:
        return None
    typed = _taken_apart(plain, currency)
    if currency and typed.meant and currency not in typed.meant:
        raise RefusedInput(
            _(
                "“{typed}” is in another currency. All figures are in {currency} and none is converted. "
                "Type the amount in {currency}; what you typed is still here."
            ).format(typed=plain, currency=currency)
        )
    return _value(typed, currency)


def parse_number(text: str, unit: str = "") -> float | None:
    """Parses a typed figure that is no money, by the same rules; a whole one is an int.

    `unit` is a sign that may follow it, such as "%".

    >>> parse_number("1,250.5"), parse_number("12,5 %", "%"), parse_number("3"), parse_number("")
    (1250.5, 12.5, 3, None)
    """
    plain = _plain(text)
    if not plain:
        return None
    typed = _taken_apart(plain.removesuffix(unit).rstrip() if unit else plain, None)
    number = _value(typed, "")
    return int(number) if number.is_integer() else number


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


def _plain(text: str) -> str:
    """Dashes, spaces and wide signs in one form; refuses what is too long."""
    plain = " ".join(unicodedata.normalize("NFC", text).translate(WIDE).split())
    if len(plain) > LONGEST:
        raise _unreadable(plain)
    return plain


def _value(typed: _Typed, currency: str) -> float:
    number = _number(typed, currency) * typed.scale
    return float(-number if typed.negative else number)


def _taken_apart(plain: str, currency: str | None) -> _Typed:
    """Finds digits, sign, scale and currency; raises RefusedInput where anything else is left.

    `currency` is None where none may be named.
    """
    parts = PARTS.fullmatch(plain)
    if parts is None:
        raise _unreadable(plain)
    before, digits, behind = parts.groups()
    if digits.startswith(".") and any(map(str.isalpha, before)):  # “Rs.500”: the dot is that of the word
        before, digits = f"{before}.", digits[1:]
    bracketed, minus = before.count("(") == 1 and behind.count(")") == 1, before.count("-") == 1
    if bracketed == {"(", ")"}.isdisjoint(before + behind) or (bracketed and minus):
        raise _unreadable(plain)
    rest = [before.replace("(" if bracketed else "-", "", 1), behind.replace(")", "", 1)]
    typed = _Typed(plain, digits, bracketed or minus)
    for word in [word for part in rest for word in _words(part, plain)]:
        typed = _with_word(typed, word, currency)
    return typed


def _words(part: str, plain: str) -> list[str]:
    """Splits what is before or behind the digits into signs and words, without the dot of an abbreviation."""
    if WORD.sub("", part).strip():
        raise _unreadable(plain)
    return [word.rstrip(".") for word in WORD.findall(part)]


def _with_word(typed: _Typed, given: str, currency: str | None) -> _Typed:
    word = given.lower()
    scale = None if word in LONG_SCALE and not is_english() else SCALES.get(word)
    if scale and typed.scale == 1:
        return typed._replace(scale=scale, dotted=word in ELSEWHERE)
    if currency is None:
        raise _unknown(typed.whole, given, money=False)
    named = SIGNS.get(word) or ((word.upper(),) if word.upper() in {currency, *currency_codes()} else ())
    if not named or typed.meant:
        raise _unknown(typed.whole, given)
    return typed._replace(meant=named)


def _number(typed: _Typed, currency: str) -> Decimal:
    """Parses digits with any group separator."""
    digits = typed.digits
    marks = [mark for mark in digits if mark in ",.' "]
    last = marks[-1] if marks else ""
    whole, point, part = digits.rpartition(last) if last in (",", ".") else (digits, "", "")
    if _in_two_ways(typed, marks):
        raise _doubtful(typed, whole, part)
    if marks != ["."] and any(pattern.fullmatch(digits) for pattern in GROUPED.values()):
        return _joined(digits)
    if IN_TWOS.fullmatch(whole if point == "." else digits) and _groups_of_two(typed, currency):
        return Decimal(f"{_joined(whole)}.{part}") if point == "." else _joined(digits)
    grouped = any(pattern.fullmatch(whole) for mark, pattern in GROUPED.items() if mark != point)
    plain = str(_joined(whole)) if grouped else whole
    if not DECIMAL.fullmatch(f"{plain}.{part}" if point else plain):
        raise _unreadable(typed.whole)
    return Decimal(f"{plain or 0}.{part or 0}")


def _joined(digits: str) -> Decimal:
    return Decimal("".join(filter(str.isdecimal, digits)))


def _groups_of_two(typed: _Typed, currency: str) -> bool:
    return not GROUPS_OF_TWO.isdisjoint({currency} if currency else typed.meant)


def _in_two_ways(typed: _Typed, marks: Sequence[str]) -> bool:
    """Is it unclear whether a mark separates groups or decimals? “1.250” is 1,250 in parts of Europe."""
    doubtful = [",", "."] if typed.dotted else [","] if typed.scale > 1 else ["."]
    return len(marks) == 1 and marks[0] in doubtful and GROUPED[marks[0]].fullmatch(typed.digits) is not None


def _doubtful(typed: _Typed, whole: str, part: str) -> RefusedInput:
    small, large = Decimal(f"{whole}.{part}") * typed.scale, Decimal(f"{whole}{part}") * typed.scale
    return RefusedInput(
        _(
            "“{typed}” could mean {small} or {large}. Type one of the two; what you typed is still here."
        ).format(typed=typed.whole, small=amount_text(float(small)), large=amount_text(float(large)))
    )


def _unknown(typed: str, word: str, *, money: bool = True) -> RefusedInput:
    sentence = (
        _(
            "“{typed}” cannot be read as an amount: “{word}” is neither one currency nor one word for "
            "thousands, millions or billions. Type it like 1,250,000 or 1.25m; what you typed is still here."
        )
        if money
        else _("“{typed}” cannot be read as a number: leave out “{word}”. What you typed is still here.")
    )
    return RefusedInput(sentence.format(typed=typed, word=word))


def _unreadable(text: str) -> RefusedInput:
    return RefusedInput(
        _(
            "“{typed}” cannot be read as an amount. Type it like 1,250,000 or 1.25m; what you typed is still here."
        ).format(typed=text.strip()[:LONGEST])
    )

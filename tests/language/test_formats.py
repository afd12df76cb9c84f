"""English is written by the rules of the house; other languages by CLDR."""

import doctest
import importlib
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.dates import day_month, long_date, month_year, short_date
from language.lists import either, listed
from language.numbers import at_most, decimal, exact, integer, money, percent, shortest
from language.translation import speaking

AMOUNTS = st.floats(-1e12, 1e12)
MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]


@pytest.mark.parametrize("module", ["numbers", "dates", "lists", "locales"])
def test_the_examples_in_the_docstrings_hold(module: str) -> None:
    assert doctest.testmod(importlib.import_module(f"language.{module}")).failed == 0


def british(text: str) -> str:
    """Python's own format with a true minus, and without one before a zero."""
    return text.replace("-", "−" if any(c in "123456789" for c in text) else "")


@given(AMOUNTS)
def test_whole_numbers_are_pythons_in_groups(value: float) -> None:
    assert integer(value) == british(f"{round(value):,}")


@given(AMOUNTS, st.integers(0, 4))
def test_decimals_are_rounded_as_python_rounds(value: float, digits: int) -> None:
    assert decimal(value, digits) == british(f"{value:,.{digits}f}")


@given(st.floats(-999_999, 999_999).filter(lambda x: abs(x) > 1e-3))
def test_the_shortest_form_is_pythons_without_an_exponent(value: float) -> None:
    if "e" not in f"{value:g}":
        assert shortest(value) == british(f"{value:,g}")


@given(AMOUNTS)
def test_no_trailing_zeros(value: float) -> None:
    assert at_most(value, 1) == british(f"{value:,.1f}".removesuffix(".0"))


@given(AMOUNTS)
def test_an_exact_number_can_be_read_back(value: float) -> None:
    assert float(exact(value).replace(",", "").replace("−", "-")) == value


@given(st.floats(-9, 9), st.integers(0, 1))
def test_per_cent_stand_behind_a_space(share: float, digits: int) -> None:
    assert percent(share, digits) == british(f"{round(100 * share, digits):g} %")


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_days_are_british(when: date) -> None:
    month = MONTHS[when.month - 1]
    assert long_date(when) == f"{when.day} {month} {when.year}"
    assert short_date(when) == f"{when.day} {month[:3]} {when.year}"
    assert (month_year(when), day_month(when)) == (f"{month} {when.year}", f"{when.day} {month[:3]}")


def test_lists_have_no_comma_before_and() -> None:
    assert [listed("abcd"[:n]) for n in range(5)] == ["", "a", "a and b", "a, b and c", "a, b, c and d"]
    assert either(["a", "b"]) == "a or b"
    assert listed(["{0}", "}", "{b}"]) == "{0}, } and {b}"


def test_money_names_its_currency_before_the_figure() -> None:
    assert [money(-1_234_000.4, c) for c in ("", "EUR")] == ["−1,234,000", "EUR\xa0−1,234,000"]


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("de", ["−1.234.567", "0,50", "12,5\xa0%", "1.234\xa0EUR", "4. September 2026", "a, b und c"]),
        ("fr", ["−1\u202f234\u202f567", "0,50", "12,5\xa0%", "1\u202f234\xa0EUR", "4 septembre 2026", "a, b et c"]),
        ("tr", ["−1.234.567", "0,50", "%12,5", "EUR\xa01.234", "4 Eylül 2026", "a, b ve c"]),
        ("qps", ["−1,234,567", "0.50", "12.5 %", "EUR\xa01,234", "4 September 2026", "a, b and c"]),
    ],
)  # fmt: skip
def test_other_languages_have_their_own(language: str, written: list[str]) -> None:
    with speaking(language):
        assert [
            integer(-1_234_567),
            decimal(0.5, 2),
            percent(0.125, 1),
            money(1234, "EUR"),
            long_date(date(2026, 9, 4)),
            listed(["a", "b", "c"]),
        ] == written


@pytest.mark.parametrize("language", ["de", "fr", "pl", "nl", "es", "it", "fi", "ja", "ar", "qps"])
def test_every_day_of_a_year_is_written_differently(language: str) -> None:
    with speaking(language):
        days = [date(2027, 1, 1) + timedelta(n) for n in range(365)]
        for write in (long_date, short_date, day_month):
            assert len({write(when) for when in days}) == 365

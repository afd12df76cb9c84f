"""Amounts as people type them: read when there is one reading, refused with a sentence when there is none or two."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assessment.amounts import ENGLISH, amount_text, parse_amount, parse_number
from assessment.errors import RefusedInput
from language.translation import speaking


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", None),
        ("  ", None),
        ("0", 0),
        ("1250000", 1_250_000),
        ("1,250,000", 1_250_000),
        ("1 250 000", 1_250_000),
        ("1\u202f250\u00a0000", 1_250_000),
        ("1’250’000", 1_250_000),
        ("1.250.000", 1_250_000),
        ("1,250", 1_250),
        ("1,250.50", 1_250.5),
        ("1.250,50", 1_250.5),
        ("1 250,5", 1_250.5),
        ("12,5", 12.5),
        ("12.55", 12.55),
        (".5", 0.5),
        ("0.125", 0.125),
        ("€ 1.25m", 1_250_000),
        ("€1.25 m", 1_250_000),
        ("1.125m", 1_125_000),
        ("1,5 million", 1_500_000),
        ("EUR 250k", 250_000),
        ("250k EUR", 250_000),
        ("250 EUR", 250),
        ("250EUR", 250),
        ("1.2 bn", 1_200_000_000),
        ("2 mio €", 2_000_000),
        ("-5", -5),
        ("−5,000", -5_000),
        ("- € 5,000", -5_000),
        ("€ -5,000", -5_000),
        ("(4,500)", -4_500),
        ("€ (4,500)", -4_500),
        ("(4,500 EUR)", -4_500),
        ("5 Mrd", 5_000_000_000),
        ("5 Mrd.", 5_000_000_000),
        ("5Mio. €", 5_000_000),
        ("EUR 5 mln", 5_000_000),
        ("250 tsd", 250_000),
        ("250 Tsd. EUR", 250_000),
        ("1,5 mld €", 1_500_000_000),
        ("€m 1.25", 1_250_000),
        ("12 million euros", 12_000_000),
    ],
)
def test_what_has_one_reading_is_read(typed: str, meant: float | None) -> None:
    assert parse_amount(typed, "EUR") == meant
    assert parse_amount(typed) == meant


@pytest.mark.parametrize(
    ("typed", "small", "large"),
    [
        ("1.250", "1.25", "1,250"),
        ("12.500", "12.5", "12,500"),
        ("1,250m", "1,250,000", "1,250,000,000"),
        ("1.250 Mio.", "1,250,000", "1,250,000,000"),
        ("1,250 Mio.", "1,250,000", "1,250,000,000"),
    ],
)
def test_what_can_be_read_in_two_ways_is_asked_about_with_both(typed: str, small: str, large: str) -> None:
    with pytest.raises(RefusedInput, match=f"could mean {small} or {large}[.]"):
        parse_amount(typed)


@pytest.mark.parametrize(
    "typed",
    ["about 5", "5 apples", "1,25,000", "1,2,3", "1.2.3", "5%", "1e9", "--5", "nan", "infinity", "()", "€", "k", "m",
     "1e999", "-inf", "NaN", "12 34", "12\u00a034", "٣,٠٠٠", "１２", "½", "1_000", "0x10", "(5", "5)", "(-5)", "5-",
     "+5", "1\x002", "\u202e5", "\ud800", "9" * 400, "1" * 39 + "bn", "1 2", "1,250,00", "1..5", "five", "١٢٣", "²", "5 5k", "1,250.000.000", "9" * 41, "<b>5</b>"],
)  # fmt: skip
def test_what_cannot_be_read_is_repeated_with_a_way_out(typed: str) -> None:
    with pytest.raises(RefusedInput, match=r"cannot be read as an amount.*still here"):
        parse_amount(typed)


@pytest.mark.parametrize(
    ("typed", "word"),
    [("3 FTE", "FTE"), ("500 xyz", "xyz"), ("5 mil", "mil"), ("5 T", "T"), ("5 m k", "k"), ("€ 5 USD", "USD"), ("50 cents", "cents")],
)  # fmt: skip
@pytest.mark.parametrize("currency", ["", "EUR"])
def test_a_word_that_is_not_understood_is_named(typed: str, word: str, currency: str) -> None:
    with pytest.raises(RefusedInput, match=f"“{word}” is neither one currency nor one word for thousands"):
        parse_amount(typed, currency)


@pytest.mark.parametrize(
    ("typed", "currency", "meant"),
    [
        ("1 250 000,50 zł", "PLN", 1_250_000.5),
        ("kr. 500", "SEK", 500),
        ("500 kr", "DKK", 500),
        ("US$5m", "USD", 5_000_000),
        ("US$ 5", "", 5),
        ("Rs.500", "INR", 500),
        ("Fr. 1'250.50", "CHF", 1_250.5),
        ("12,50,000", "INR", 1_250_000),
        ("₹ 12,50,000.50", "", 1_250_000.5),
        ("₹ 5 crore", "INR", 50_000_000),
        ("2,5 mld Kč", "CZK", 2_500_000_000),
    ],
)
def test_everyday_forms_of_a_currency_are_read(typed: str, currency: str, meant: float) -> None:
    assert parse_amount(typed, currency) == meant


@pytest.mark.parametrize(
    ("typed", "currency"), [("12,50,000", ""), ("12,50,000", "EUR"), ("€ 12,50,000", "")]
)
def test_groups_of_two_are_read_only_where_they_are_used(typed: str, currency: str) -> None:
    with pytest.raises(RefusedInput, match="cannot be read as an amount"):
        parse_amount(typed, currency)


def test_a_billion_is_not_read_where_it_means_a_million_millions() -> None:
    with speaking("de"), pytest.raises(RefusedInput):
        parse_amount("5 Billion")
    assert parse_amount("5 Billion") == 5e9


@pytest.mark.parametrize(
    ("typed", "unit", "meant"),
    [("2,5", "", 2.5), ("1,250", "", 1_250), ("12.5%", "%", 12.5), ("12,5 %", "%", 12.5), ("", "%", None), ("-3", "", -3)],
)  # fmt: skip
def test_a_figure_that_is_no_money_is_read_by_the_same_rules(
    typed: str, unit: str, meant: float | None
) -> None:
    assert parse_number(typed, unit) == meant


@pytest.mark.parametrize(("typed", "unit"), [("3 FTE", ""), ("5 EUR", ""), ("€5", "%"), ("5 %", ""), ("2-3", ""), ("%", "%")])  # fmt: skip
def test_a_figure_that_is_no_money_is_refused_with_anything_else_beside_it(typed: str, unit: str) -> None:
    with pytest.raises(RefusedInput, match=r"cannot be read as an? .*still here"):
        parse_number(typed, unit)


GROUPINGS = (
    (",", "."),
    (" ", ","),
    (" ", "."),
    (".", ","),
    ("'", "."),
    ("’", ","),
    ("\u202f", ","),
    ("", "."),
    ("", ","),
)
WORDS = {"": 1, "k": 10**3, "tsd": 10**3, "Tsd.": 10**3, "m": 10**6, "Mio.": 10**6, "mln": 10**6, "Mrd": 10**9, "bn": 10**9,
         "crore": 10**7, "FTE": None, "pcs": None, "mil": None, "T": None, "xyz": None, "Stück": None}  # fmt: skip
CURRENCIES = {"": "", "€": "EUR", "EUR": "EUR", "US$": "USD", "$": "USD", "kr": "SEK", "kr.": "DKK", "zł": "PLN", "₹": "INR", "Rs.": "INR",
              "gbp": "GBP", "hours": None, "FTE": None}  # fmt: skip


@settings(max_examples=1_000)
@given(
    st.integers(0, 1_200) | st.integers(0, 10**9),
    st.sampled_from(["", "5", "50", "05", "125"]),
    st.sampled_from(GROUPINGS),
    st.sampled_from(sorted(WORDS)),
    st.sampled_from(sorted(CURRENCIES)),
    st.sampled_from(["", "EUR", "USD", "SEK", "INR"]),
    st.sampled_from(["{sign}{gap}{digits}{gap}{word}", "{digits}{gap}{word}{gap}{sign}", "{word} {sign}{gap}{digits}"]),
    st.sampled_from(["", " ", "\u00a0"]),
)  # fmt: skip
def test_every_number_with_every_word_is_the_one_that_was_meant_or_refused(
    whole: int,
    decimals: str,
    marks: tuple[str, str],
    word: str,
    sign: str,
    currency: str,
    order: str,
    gap: str,
) -> None:
    assume(not (decimals == "125" and marks[1] == ","))  # “1,125” is a thousand and more, as in English
    one_dot = marks[0] == "." and not decimals and 1_000 <= whole < 1_000_000
    assume(not (one_dot and word in ENGLISH))  # “1.125m” has an English word, and is read in English
    digits = f"{whole:,}".replace(",", marks[0]) + (f"{marks[1]}{decimals}" if decimals else "")
    typed = order.format(digits=digits, word=word, sign=sign, gap=gap)
    scale, named = WORDS[word], CURRENCIES[sign]
    try:
        found = parse_amount(typed, currency)
    except RefusedInput:
        return
    assert scale is not None, f"{word} is no scale"
    assert named is not None, f"{sign} is no currency"
    assert found == float(Decimal(f"{whole}.{decimals or 0}") * scale)


@pytest.mark.parametrize("typed", ["$ 5", "5 USD", "£5", "5 gbp"])
def test_another_currency_is_never_taken_for_ours(typed: str) -> None:
    with pytest.raises(RefusedInput, match="All figures are in EUR"):
        parse_amount(typed, "EUR")


def test_a_dollar_is_any_of_the_dollars() -> None:
    assert parse_amount("$ 5", "CAD") == parse_amount("5 CAD", "CAD") == 5


@given(
    st.floats(-1e13, 1e13, allow_subnormal=False).filter(lambda n: n == 0 or abs(n) > 1e-9)
    | st.integers(-(10**12), 10**12).map(float)
)
def test_what_a_field_shows_reads_as_what_is_stored(amount: float) -> None:
    shown = amount_text(amount)
    assert parse_amount(shown) == amount


@given(st.floats(-1e13, 1e13, allow_subnormal=False).filter(lambda n: n == 0 or abs(n) > 1e-9))
def test_what_is_read_is_shown_as_something_that_reads_as_the_same(amount: float) -> None:
    for typed in (repr(round(amount, 2)), amount_text(amount), f"({amount_text(abs(amount))})"):
        with suppress(RefusedInput):
            found = parse_amount(typed)
            assert parse_amount(amount_text(found)) == found


@given(
    st.text("0123456789.,'’ ()-−€$£¥kmbn\u00a0\u202fEURUSD", max_size=45),
    st.sampled_from(["", "EUR", "USD", "CHF"]),
)
def test_what_looks_like_an_amount_is_read_or_refused_and_comes_back(typed: str, currency: str) -> None:
    with suppress(RefusedInput):
        found = parse_amount(typed, currency)
        if found is not None and abs(found) < 1e13 and (found == 0 or abs(found) > 1e-9):
            assert parse_amount(amount_text(found), currency) == found


@given(st.text(max_size=60))
def test_anything_typed_is_read_or_refused_and_never_fails(typed: str) -> None:
    with suppress(RefusedInput):
        found = parse_amount(typed, "EUR")
        assert found is None or abs(found) < 1e60

"""Amounts as people type them: read when there is one reading, refused with a sentence when there is none or two."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.amounts import amount_text, parse_amount
from assessment.errors import RefusedInput


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
    ],
)
def test_what_has_one_reading_is_read(typed: str, meant: float | None) -> None:
    assert parse_amount(typed, "EUR") == meant
    assert parse_amount(typed) == meant


@pytest.mark.parametrize(
    ("typed", "small", "large"),
    [("1.250", "1.25", "1,250"), ("12.500", "12.5", "12,500"), ("1,250m", "1,250,000", "1,250,000,000")],
)
def test_what_can_be_read_in_two_ways_is_asked_about_with_both(typed: str, small: str, large: str) -> None:
    with pytest.raises(RefusedInput, match=f"in two ways: as {small} or as {large}[.]"):
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


@pytest.mark.parametrize("typed", ["$ 5", "5 USD", "£5", "5 gbp"])
def test_another_currency_is_never_taken_for_ours(typed: str) -> None:
    with pytest.raises(RefusedInput, match="another currency than EUR"):
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

"""Texts fit their place: measured as they are set, smaller where they are long, counted where they are left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.slides.engine.fitting import CUT, STEPS, fit, height_of, lines_of, shortened

words = st.text(st.sampled_from("abcdefghijk lmnW漢字🚀"), min_size=1, max_size=400)


@given(st.lists(words, min_size=1, max_size=12), st.floats(1, 12), st.floats(0.4, 4), st.booleans())
def test_whatever_is_written_fits_its_place(
    texts: list[str], width: float, height: float, bold: bool
) -> None:
    found = fit(texts, largest=28, smallest=12, width=width, height=height, bold=bold)
    assert len(found.texts) + found.left == len(texts)
    tall = height_of([*found.texts, *([CUT] if found.left else [])], found.size, 72 * width, bold=bold)
    assert tall <= 72 * height or (
        len(found.texts) == 1 and lines_of(found.texts[0], 12, 72 * width, bold=bold) == 1
    )


@given(words, st.integers(1, 4), st.floats(40, 400))
def test_a_shortened_text_is_marked_and_has_no_more_lines_than_it_may(
    text: str, most: int, width: float
) -> None:
    found = shortened(text, most, 12, width)
    assert found == text or found.endswith(CUT)
    assert lines_of(found, 12, width) <= most or len(found) <= 2


def test_a_short_text_is_set_as_large_as_it_may() -> None:
    assert fit(["Two words"], largest=28, smallest=12, width=5, height=1).size == 28


@pytest.mark.parametrize("size", STEPS)
def test_a_character_of_another_script_counts_as_a_square(size: float) -> None:
    assert lines_of("漢" * 10, size, 10 * size / 0.97 + 1) == 1
    assert lines_of("漢" * 10, size, 8 * size) > 1

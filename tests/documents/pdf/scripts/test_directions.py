"""Lines from right to left: ordered as the whole bidirectional algorithm orders them."""

import pytest
from bidi import get_display
from hypothesis import assume, given
from hypothesis import strategies as st

from documents.pdf.engine.scripts.directions import (
    PARTING,
    in_visual_order,
    levels,
    runs_right_to_left,
    with_order_marks,
)

mixed = st.text("אבגا ب abc 123 ٣٤ ()[] .,:/-+%€", max_size=14)


@given(mixed, st.booleans())
def test_characters_are_ordered_as_another_implementation_orders_them(text: str, backward: bool) -> None:
    assume(backward or not PARTING.search(text))
    level_of = levels(text, right_to_left=backward)
    assert "".join(in_visual_order(text, level_of)) == get_display(text, base_dir="LR"[backward])


def test_a_year_in_brackets_stays_behind_a_name_in_brackets() -> None:
    text = "Gulf (شركة) (2024)"
    level_of = levels(text, right_to_left=False)
    assert "".join(in_visual_order(text, level_of)).endswith("(2024)")


@pytest.mark.parametrize(
    ("text", "backward"),
    [
        ("نستخدم Copilot منذ 12 شهرًا", True),
        ("חברת החשמל", True),
        ("נשתמש בכלי החדש של Microsoft", True),
        ("شركة الخليج · AI readiness · 22 November 2026", False),
        ("شركة الخليج · 22 November 2026 · سري للغاية", False),
        ("Stop مشروع المساعد", False),
        ("2024", False),
        ("Northgate", False),
    ],
)
def test_a_text_has_the_direction_of_most_of_its_words_if_it_begins_so(text: str, backward: bool) -> None:
    assert runs_right_to_left(text) == backward


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("شركة الخليج · 22 November 2026", ["· 22 November 2026"]),
        ("Owned by أحمد, 12 days, and نورة; 3 more", ["Owned by", ", 12 days, and", "; 3 more"]),
    ],
)
def test_a_sentence_keeps_the_order_of_its_parts_around_names(sentence: str, parts: list[str]) -> None:
    shown = "".join(in_visual_order(sentence, levels(sentence, right_to_left=False)))
    assert all(part in shown for part in parts)
    marked = with_order_marks(sentence)
    assert marked.replace("\u200e", "") == sentence
    assert get_display(marked, base_dir="L").replace("\u200e", "") == shown

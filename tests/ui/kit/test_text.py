"""Text is shown as it is, whatever it contains."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.visit import plain
from ui.kit.text import escaped, label

TURNING = {chr(n) for n in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Who answers? (yes, no.)", "Who answers? (yes, no.)"),
        ("a *b* _c_ `d` ~e~", r"a \*b\* \_c\_ \`d\` \~e\~"),
        ("[x](y) <b>", r"\[x\](y) \<b\>"),
        (":red[x]", r"\:red\[x\]"),
        ("at 10:30", r"at 10\:30"),
        ("Note: this", "Note: this"),
        ("$x$ and 5 | 6", r"\$x\$ and 5 \| 6"),
        ("back\\slash", r"back\\slash"),
        ("two\nlines", "two lines"),
    ],
)
def test_a_label_escapes_what_markdown_would_read_and_nothing_more(text: str, markdown: str) -> None:
    assert label(text) == markdown


@pytest.mark.parametrize(
    "text", [":heart:", ":+1:", "->", "<-", "--", ">=", "www.evil.example", "a@b.example"]
)
def test_what_streamlit_replaces_in_finished_text_is_broken_up_invisibly(text: str) -> None:
    assert "\u2060" in label(text)
    assert plain(label(text)) == text


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Zs", "Zl", "Zp", "Cf"])))
def test_nothing_is_lost_from_a_label(text: str) -> None:
    assert plain(label(text)) == text


@given(st.text())
def test_escaped_text_holds_no_markup_but_line_breaks(text: str) -> None:
    shown = escaped(text)
    assert "<" not in shown.replace("<br>", "")
    assert html.unescape(shown.replace("<br>", "\n")) == "".join(c for c in text if c not in TURNING).strip()


def test_text_cannot_turn_the_words_after_it_around() -> None:
    assert escaped("\u202ereversed\u2066 name") == "reversed name"
    assert label("\u202ereversed\u2066 name") == "reversed name"

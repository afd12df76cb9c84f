"""Which pictures stand for which texts: no two of different meaning have the same, and what has none is named."""

import re

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from documents.pdf.engine.scripts import faces
from documents.pdf.engine.scripts.faces import EMOJI, HIDDEN, SCRIPTS
from documents.pdf.engine.scripts.han import document_of
from documents.pdf.engine.scripts.marks import MARK
from documents.pdf.engine.scripts.runs import line_of
from documents.pdf.engine.styles import BODY, REGULAR
from documents.pdf.engine.text import is_printable, printable
from tests.documents.pdf.scripts.companies import TEXTS
from tools.fonts import outline

SIGNS_OF_MONEY = "€ £ $ ¥ ₹ ₺ ₽ ₴ ₦ ₩ ₪ ₫ ₱ ₿ ৳ ฿ ﷼ ￥ ֏ ₾"


def drawn(text: str) -> list[tuple[str, float, int, float, float]]:
    """Every glyph of a text: face, place, number and offsets."""
    found = []
    for run in line_of(printable(text), REGULAR):
        left = run.left
        for cluster in run.clusters:
            for glyph in cluster.glyphs:
                found.append((run.face.name, round(left, 3), glyph.number, glyph.right, glyph.up))
                left += glyph.advance
    return found


@pytest.mark.parametrize("script", TEXTS)
def test_names_and_sentences_print_as_they_are_typed(script: str) -> None:
    for text in TEXTS[script]:
        assert printable(text).replace("\xa0", " ") == text
        assert all(number for _face, _left, number, _right, _up in drawn(text))


def test_signs_of_money_print_as_they_are_typed() -> None:
    assert printable(SIGNS_OF_MONEY) == SIGNS_OF_MONEY


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("می‌خواهم", "میخواهم"),
        ("क्‍ष", "क्ष"),
        ("क्‌ष", "क्ष"),
        ("🧑‍🚀", "🧑🚀"),
        ("👩‍🚀", "🧑‍🚀"),
        ("👍🏽", "👍"),
        ("👍🏽", "👍🏿"),
        ("🏃‍♀️", "🏃"),
        ("🇩🇪", "🇩 🇪"),
        ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🏴"),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"),
        ("❤️‍🔥", "❤️🔥"),
        ("🔴", "🔵"),
        ("葛󠄀城", "葛城"),
        ("葛󠄀城", "葛󠄁城"),
        ("מַיִם", "מים"),
        ("◌", "ภ"),
    ],
)
def test_what_changes_the_meaning_changes_the_picture(one: str, other: str) -> None:
    assert drawn(one) != drawn(other)


emoji = st.text(
    "👩🧑👨👍🏽🏿🚀❤🔥🏳🌈🏴☠🇩🇪🇫♀1\N{COMBINING ENCLOSING KEYCAP}\N{ZERO WIDTH JOINER}\ufe0f", max_size=7
)
ideographs = st.text("葛城辻東东パ\U000e0100\U000e0101", max_size=5)
letters = st.text("بتملकषतरिാ்தமกำิেরשבד \u094d\u064e\u05b8\u200c\u200d", max_size=7)


@given(st.one_of(emoji, ideographs, letters), st.one_of(emoji, ideographs, letters))
def test_two_printable_texts_have_two_pictures(one: str, other: str) -> None:
    """Joiners between letters are allowed to change nothing; then the word is the same."""
    if drawn(one) == drawn(other):
        assert bare(printable(one)) == bare(printable(other))


def bare(text: str) -> str:
    return "".join(character for character in text if character not in HIDDEN)


@given(emoji, emoji)
def test_two_emoji_print_alike_only_if_they_differ_in_what_says_nothing(one: str, other: str) -> None:
    if printable(one) == printable(other):
        assert said(one) == said(other)


def said(text: str) -> str:
    """Without the wish for colour, joiners that have nothing to join, and spaces around."""
    plain = re.sub("[\ufe0e\ufe0f]", "", text)
    return re.sub("\u200d+", "\u200d", plain).strip("\u200d ")


def test_each_picture_of_the_emoji_face_stands_for_one_text() -> None:
    font = TTFont(SCRIPTS / f"{EMOJI.name}.ttf")
    ligatures = font["GSUB"].table.LookupList.Lookup[0].SubTable[0].ligatures
    joined = [ligature.LigGlyph for found in ligatures.values() for ligature in found]
    pictures = [outline(font, name) for name in (*font.getBestCmap().values(), *joined)]
    seen = [picture for picture in pictures if picture]
    assert len(seen) > 1_500
    assert len(set(seen)) == len(seen)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("👍🏽", f"{MARK}[thumbs up sign with emoji modifier fitzpatrick type-4]"),
        ("👩‍🚀", f"{MARK}[woman + rocket]"),
        ("辻󠄉", f"{MARK}[8FBB with E0109]"),
        ("ភ្នំ", f"{MARK}[1797 with 17D2, 1793 with 17C6]"),
        ("𓀀𓀁", f"{MARK}[13000, 13001]"),
    ],
)
def test_what_cannot_be_printed_is_named(text: str, named: str) -> None:
    assert printable(text) == named
    assert not is_printable(text)


def test_a_letter_under_more_marks_than_any_script_has_is_named() -> None:
    assert printable("ب" + "\u064e" * 20).startswith(f"{MARK}[0628 with ")


@pytest.mark.parametrize(
    ("text", "face"),
    [
        ("株式会社日立製作所", faces.JAPANESE),
        ("山田のため", faces.JAPANESE),
        ("东方有限公司", faces.SIMPLIFIED),
        ("臺灣積體電路", faces.TRADITIONAL),
        ("韓國電力 한국전력", faces.KOREAN),
    ],
)
def test_chinese_characters_are_those_of_the_text(text: str, face: faces.Face) -> None:
    assert {run.face for run in line_of(text, BODY.font) if not run.text.isspace()} == {face}


@pytest.mark.parametrize(
    ("elsewhere", "face"),
    [
        ("見積書の作成", faces.JAPANESE),
        ("견적서", faces.KOREAN),
        ("东方", faces.SIMPLIFIED),
        ("Northgate", faces.SIMPLIFIED),
        ("臺灣", faces.TRADITIONAL),
    ],
)
def test_where_a_text_could_be_any_they_are_those_of_the_document(elsewhere: str, face: faces.Face) -> None:
    """三 and 山 are in use everywhere."""
    with document_of(lambda: ["三山", elsewhere]):
        assert {run.face for run in line_of("三山", BODY.font)} == {face}

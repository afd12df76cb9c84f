"""Breaking and shortening texts of every script: no character comes apart, and no line begins with a full stop."""

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.pdf.engine.scripts.faces import clusters
from documents.pdf.engine.styles import BODY, width_of
from documents.pdf.engine.text import CUT, printable, truncate, wrap
from tests.documents.pdf.scripts.companies import TEXTS
from tests.paths import ROOT

SENTENCES = {script: texts[3] for script, texts in TEXTS.items()}
every_script = pytest.mark.parametrize("script", TEXTS)
widths = st.floats(20, 300)
hard = st.lists(
    st.sampled_from(
        ["👩‍🚀", "👍🏽", "🇩🇪", "क्षत्रिय", "مَرحبًا", "e\u0301x\u0301", "葛󠄀", "「東京」", "。", "ก็ไม่", "x", " "]
    ),
    min_size=1,
    max_size=20,
).map("".join)


def ends(pieces: list[str]) -> set[int]:
    """Where pieces end that make up a text."""
    found, at = set(), 0
    for piece in pieces:
        at += len(piece)
        found.add(at)
    return found


def breaks(text: str, lines: list[str]) -> set[int]:
    """Where in the text its lines end, those of a space behind it."""
    found, at = set(), 0
    for line in lines:
        at += len(line)
        found.add(at)
        at += text[at : at + 1] == " "
    return found


@given(st.one_of(hard, st.sampled_from(list(SENTENCES.values()))), widths)
def test_no_character_is_split(text: str, width: float) -> None:
    known = printable(text)
    lines = wrap(known, BODY, width, 400)
    assert breaks(known, lines) <= ends(clusters(known))
    assert "".join(lines).replace(" ", "") == known.replace(" ", "")
    short = truncate(known, BODY, width)
    assert (
        short == known
        or short.removesuffix(CUT) == ""
        or len(short.removesuffix(CUT)) in ends(clusters(known))
    )


@every_script
def test_lines_stay_within_their_width(script: str) -> None:
    for width in (60, 80, 100):
        lines = wrap(SENTENCES[script], BODY, width, 40)
        assert len(lines) > 2
        assert max(width_of(line, BODY) for line in lines) <= width


@pytest.mark.parametrize("script", ["Simplified Chinese", "Traditional Chinese", "Japanese"])
def test_lines_of_ideographs_are_full_and_keep_punctuation_with_its_word(script: str) -> None:
    for width in range(50, 120, 3):
        lines = wrap(SENTENCES[script], BODY, width, 40)
        assert all(width_of(line, BODY) > width - 3 * BODY.size for line in lines[:-1])
        assert not any(unicodedata.category(line[0]) in ("Po", "Pe") for line in lines)
        assert not any(unicodedata.category(line[-1]) == "Ps" for line in lines)


def test_korean_is_broken_at_spaces() -> None:
    text = SENTENCES["Korean"]
    assert " ".join(wrap(text, BODY, 90, 40)) == text


def test_thai_vowels_stay_with_their_consonant() -> None:
    for width in range(30, 80):
        lines = wrap(SENTENCES["Thai"], BODY, width, 40)
        assert not any(line[0] in "ะาำ" or line[-1] in "เแโใไ" for line in lines)


def test_the_first_text_that_is_measured_may_be_a_plain_one() -> None:
    """In a process of its own, where nothing has been drawn yet."""
    code = "from documents.pdf.engine.styles import BODY, width_of; print(width_of('Plain', BODY) > 0)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT)
    assert run.stdout.strip() == b"True"

"""The pseudo-language changes every text that is shown, and nothing else."""

from pathlib import Path
from shutil import copytree

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from assessment.governance.bank import load_governance_languages
from assessment.instrument.bank import load_edition
from language.catalogues import load_catalogue
from tools import messages, pseudo

DATA = messages.ROOT / "data"
PIECES = st.lists(
    st.sampled_from(
        ["{name}", "{n:,.1f}", "<b>", "Saved", "a", " ", "12 %", "’", "https://x.org/a", ".", "{{"]
    )
)


@given(PIECES.map("".join))
def test_placeholders_tags_and_addresses_are_kept(text: str) -> None:
    assert sorted(messages.PLACEHOLDER.findall(pseudo.pseudo(text))) == sorted(
        messages.PLACEHOLDER.findall(text)
    )
    assert pseudo.pseudo(text).count("<b>") == text.count("<b>")


@given(st.lists(st.text("abcdefgXYZ,.", min_size=1), min_size=1).map(" ".join), st.integers(1, 200))
def test_a_text_is_no_longer_than_it_may_be_and_has_as_many_words(text: str, limit: int) -> None:
    found = pseudo.pseudo(text, limit)
    assert len(found) <= max(limit, len(text))
    assert len(found.split()) == len(text.split())


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1))
def test_a_text_is_two_fifths_longer(text: str) -> None:
    assert len(pseudo.pseudo(text)) >= 1.4 * len(text) + 2


def test_a_closing_full_stop_stays_the_last_character() -> None:
    assert pseudo.pseudo("It is so.").endswith("».")


def test_what_has_no_words_stays() -> None:
    assert [pseudo.pseudo(text) for text in ("", "–", "{n} %", "2025")] == ["", "–", "{n} %", "2025"]


@pytest.mark.parametrize(
    "font", sorted((DATA / "fonts").glob("*.*tf*")) + sorted((DATA / "fonts").glob("*.woff2"))
)
def test_the_fonts_hold_its_letters(font: Path) -> None:
    glyphs = TTFont(font).getBestCmap()
    letters = pseudo.PLAIN.translate(pseudo.ACCENTS) + pseudo.OPEN + pseudo.CLOSE
    assert [letter for letter in letters if ord(letter) not in glyphs] == []


def test_the_catalogue_is_complete_and_the_same_each_time(tmp_path: Path) -> None:
    template = messages.extract()
    file = pseudo.write_catalogue(tmp_path, template)
    first = file.read_bytes()
    assert pseudo.write_catalogue(tmp_path, template).read_bytes() == first
    assert list(messages.placeholder_faults(pseudo.pseudo_catalogue(template))) == []
    catalogue = load_catalogue(tmp_path, pseudo.LANGUAGE)
    assert catalogue.gettext("Saved") == pseudo.pseudo("Saved")


def test_an_edition_differs_in_its_texts_alone(tmp_path: Path) -> None:
    for edition in sorted((DATA / "instrument").iterdir()):
        target = tmp_path / edition.name
        copytree(edition / "en", target / "en")
        pseudo.write_edition(edition / "en", target / "xx", "xx")
        found = load_edition(target)
        assert set(found) == {"en", "xx"}
        for one, other in zip(found["en"].practices.values(), found["xx"].practices.values(), strict=True):
            assert other.stem == pseudo.pseudo(one.stem)
            assert other.moves[0].kpi.unit != one.moves[0].kpi.unit


def test_the_governance_texts_differ_in_their_texts_alone(tmp_path: Path) -> None:
    copytree(DATA / "governance" / "en", tmp_path / "en")
    pseudo.write_governance(DATA / "governance" / "en", tmp_path / "xx")
    found = load_governance_languages(tmp_path)
    assert found["xx"].charter.purpose == pseudo.pseudo(found["en"].charter.purpose)

"""Texts that try to break the playbook: markup, missing glyphs, control characters, no end."""

import unicodedata
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.answers.records import Organisation
from documents.pdf import render_playbook
from documents.pdf.engine.geometry import CONTENT, SHEETS, Paper
from documents.pdf.engine.scripts.faces import HIDDEN, clusters
from documents.pdf.engine.scripts.marks import MARK
from documents.pdf.engine.styles import BODY, DISPLAY, SMALL, width_of
from documents.pdf.engine.text import printable, truncate, wrap
from documents.pdf.playbook.board.cover import cover_page
from documents.pdf.playbook.board.decisions import decisions_page
from documents.pdf.render import lay_out
from documents.pdf.unprintable import unprintable_texts
from report.model.answers import AnswerRow
from report.model.report import Report
from tests import reports
from tests.documents.pdf.longest import longest_instrument, with_texts
from tests.documents.reading import pages, read

NOTE = "Unprintable characters are named in brackets; the app has the full text."
ODD = [
    "<b>bold</b>", "</para>", "&amp; &lt; &", "<font size=90>", "{name} %s %(x)s", "\N{ROCKET}", "東京有限公司",
    "שלום", "مرحبا", "\u202eabc\u202c", "\x00\x07\x1b[31m", "\ud800", "x" * 5_000, "word " * 1_000, "\n\n\t",
    "Z\u0335\u0336\u0337algo", "\u00a0" * 50, "(\\)", "", "W" * 300,
]  # fmt: skip
texts = st.one_of(
    st.sampled_from(ODD),
    st.text(st.characters(), max_size=60),
    st.lists(st.sampled_from(ODD), min_size=1, max_size=4).map(" ".join),
)


def assert_everything_fits(report: Report, paper: Paper) -> None:
    """No piece reaches below its page, and the board pages need no more than they have."""
    sheet = SHEETS[paper]
    for page in lay_out(report, length="full", paper=paper, appendix=True):
        for placed in page:
            assert placed.down + placed.piece.height(CONTENT) <= sheet.available + 0.1
    for board in (cover_page(report, sheet, None), decisions_page(report, sheet)):
        assert board.needs(CONTENT) <= sheet.available


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("text", ["word " * 1_000, "x" * 5_000])
def test_the_board_pages_hold_the_longest_texts(paper: Any, text: str) -> None:
    for base in (reports.northgate(), reports.alone(), reports.nobody()):
        assert_everything_fits(with_texts(base, [text]), paper)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    text=st.lists(texts, min_size=1, max_size=7),
    paper=st.sampled_from(["a4", "letter"]),
    base=st.sampled_from(["alone", "northgate"]),
)
def test_no_text_breaks_the_playbook(text: list[str], paper: Any, base: str) -> None:
    report = with_texts(getattr(reports, base)(), text)
    assert len(read(report, length="board", paper=paper).pages) == 2
    assert len(read(report, paper=paper, appendix=True).pages) > 10
    assert_everything_fits(report, paper)


@given(text=texts)
def test_printable_text_has_no_control_characters_and_settles(text: str) -> None:
    found = printable(text)
    assert printable(found) == found
    assert not any(unicodedata.category(one) in ("Cc", "Cs", "Cf") and one not in HIDDEN for one in found)


@given(
    text=texts,
    width=st.floats(30, 500),
    most=st.integers(1, 12),
    style=st.sampled_from([BODY, SMALL, DISPLAY]),
)
def test_lines_stay_within_width_and_number_and_lose_nothing_silently(
    text: str, width: float, most: int, style: Any
) -> None:
    known = printable(text)
    lines = wrap(known, style, width, most)
    assert len(lines) <= most
    assert all(width_of(line, style) <= width + 0.01 or len(clusters(line)) <= 2 for line in lines)
    kept = "".join("".join(lines).split(" "))
    assert kept == "".join(known.split(" ")) or lines[-1].endswith("…")


def test_what_fits_is_not_shortened() -> None:
    printable("registers the fonts")
    assert truncate("Short", BODY, 100) == "Short"
    assert truncate("A sentence that is far too long", BODY, 60).endswith("…")


def test_markup_is_printed_as_it_was_typed() -> None:
    page = pages(reports.hostile(), length="board")[0]
    assert "<b>Bold</b> & </para> <font size=90>x</font>" in page


def test_missing_characters_are_marked_and_the_document_says_so_once() -> None:
    whole = pages(reports.hostile())
    assert MARK in whole[0]
    assert sum(text.count(NOTE) for text in whole) == 1
    assert not any(NOTE in text for text in pages(reports.northgate()))


SIGNS_OF_GOALS = "≥ 95 % ≤ 3 ≠ ≈ ± → ← ↑ ↓ ⇒ ✓ ✗ ☐ ☑ − × ÷ ∞ √ ∑ ★ ●"


def test_signs_of_comparison_and_goals_are_printed_as_they_are_typed() -> None:
    assert printable(SIGNS_OF_GOALS) == SIGNS_OF_GOALS.replace("95 %", "95\u00a0%")


def test_no_two_characters_print_alike() -> None:
    """Every one there is; equivalent forms of the same, spaces and invisible ones apart."""
    seen: dict[str, str] = {}
    for character in filter(is_visible, map(chr, range(0x20, 0x110000))):
        normal = unicodedata.normalize("NFC", character)
        assert seen.setdefault(printable(normal), normal) == normal


def is_visible(character: str) -> bool:
    name = unicodedata.name(character, "")
    return bool(name) and not (
        character.isspace() or unicodedata.category(character) == "Cf" or "VARIATION SELECTOR" in name
    )


odd_words = st.text("≥≤→–✓A \N{ROCKET}\N{THUMBS UP SIGN}\N{THUMBS DOWN SIGN}パン東京ש", max_size=6)


@given(odd_words, odd_words)
def test_no_two_texts_print_alike(one: str, other: str) -> None:
    assert (printable(one) == printable(other)) == (one.split() == other.split())


def test_the_texts_that_cannot_be_printed_are_known_before_those_of_the_appendix_if_it_is_wanted() -> None:
    report = with_texts(reports.alone(), ["40 → 12, ≥ 95 %"])
    assert unprintable_texts(report, appendix=True) == ()
    answers = (AnswerRow("a", "b", "c", "d", "e", "𓀀"),)
    report = replace(report, ranking=("ភ្នំពេញ", "東京", "ភ្នំពេញ"), answers=answers)
    assert unprintable_texts(report, appendix=False) == ("ភ្នំពេញ",)
    assert unprintable_texts(report, appendix=True) == ("ភ្នំពេញ", "𓀀")


def test_the_properties_of_the_file_hold_the_name_as_it_is() -> None:
    report = reports.alone()
    organisation = Organisation.model_construct(name="パン屋\u202e 東京 می\u200cخواهم 🧑\u200d🚀")
    found = read(replace(report, basis=replace(report.basis, organisation=organisation)), length="board")
    assert found.metadata is not None
    assert found.metadata.title == "AI readiness: パン屋 東京 می\u200cخواهم 🧑\u200d🚀"


def test_latin_greek_and_cyrillic_are_printed_unmarked() -> None:
    assert (
        printable("Ørsted Ελλάς Ћирилица ½ € “quotes” 40\u00a0%")
        == "Ørsted Ελλάς Ћирилица ½ € “quotes” 40\u00a0%"
    )


def test_a_very_long_note_ends_visibly() -> None:
    report = with_texts(reports.alone(), ["word " * 1_000, "x" * 5_000])
    whole = " ".join(pages(report, appendix=True))
    assert "word word…" in whole
    assert "xxxx…" in whole


def test_notes_are_printed_in_the_appendix_only() -> None:
    report = reports.northgate()
    note = next(row.note for row in report.answers if row.note)
    start = " ".join(note.split()[:4])
    assert start not in " ".join(pages(report))
    assert start in " ".join(pages(report, appendix=True))


@pytest.mark.parametrize("name", ["", " ", "\x00", "\ud800" * 5_000])
def test_a_name_that_is_nothing_leaves_no_hole(name: str) -> None:
    report = reports.alone()
    basis = replace(report.basis, organisation=Organisation.model_construct(name=name))
    assert render_playbook(replace(report, basis=basis), length="board").startswith(b"%PDF-1.7")


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("level", [1, 3, 5])
def test_an_instrument_at_every_limit_still_fits(paper: Any, level: int) -> None:
    asked = longest_instrument()
    answers = dict.fromkeys(asked.practices, level)
    people = [reports.leader("CEO", "business", answers), reports.leader("CIO", "technology", answers)]
    report = reports.report_on(people, asked, name="N" * 120, confidentiality="c" * 200)
    assert_everything_fits(report, paper)
    assert len(read(report, length="board", paper=paper).pages) == 2

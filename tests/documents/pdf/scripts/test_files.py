"""Playbooks of companies that write in other scripts: tagged, embedded, and what comes out is what was typed."""

import shutil
import subprocess
import unicodedata
from functools import lru_cache
from pathlib import Path

import page
import pypdfium2
import pytest

from documents.html.page import render_html
from documents.pdf import render_playbook
from documents.pdf.engine.scripts.faces import FONTS, SCRIPTS
from documents.pdf.unprintable import unprintable_texts
from tests.documents.pdf.scripts.companies import BACKWARD, TEXTS, company_in
from tests.documents.pdf.structure_walk import walk
from tests.documents.reading import fonts, read

every_script = pytest.mark.parametrize("script", TEXTS)
FACES = {"Latin": "NotoSans", "Arabic": "NotoSansArabic", "Hebrew": "NotoSansHebrew", "Emoji": "NotoEmoji"} | {
    "Devanagari": "NotoSansDevanagari", "Thai": "NotoSansThai", "Tamil": "NotoSansTamil", "Bengali": "NotoSansBengali",
    "Georgian": "NotoSansGeorgian", "Armenian": "NotoSansArmenian", "Korean": "NotoSansKR", "Japanese": "NotoSansJP",
    "Simplified Chinese": "NotoSansSC", "Traditional Chinese": "NotoSansTC",
}  # fmt: skip


@lru_cache(maxsize=len(TEXTS))
def playbook(script: str) -> bytes:
    return render_playbook(company_in(script), appendix=True)


@every_script
def test_every_rule_of_pdf_ua_is_kept_and_the_structure_has_no_fault(script: str) -> None:
    found = page.validate_pdf_bytes(playbook(script), profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in found.failures] == []
    assert walk(playbook(script)).faults == []


@every_script
def test_names_are_read_out_as_they_were_typed(script: str) -> None:
    said = [one.text.strip() for one in walk(playbook(script)).spoken]
    organisation, person, initiative, sentence = TEXTS[script]
    assert organisation in said
    assert initiative in said
    assert any(person in text for text in said)
    assert sentence[:30] in " ".join(said).replace("\xa0", " ")


@every_script
def test_the_web_page_says_the_same_names(script: str) -> None:
    found = render_html(company_in(script), appendix=True).decode()
    assert all(name in found for name in TEXTS[script][:3])
    assert (f'<bdi dir="rtl">{TEXTS[script][0]}</bdi>' in found) == (script in BACKWARD)


@every_script
def test_names_are_copied_as_they_were_typed(script: str) -> None:
    """From the first page, where the organisation has a line of its own, with the reader that Chrome has."""
    with pypdfium2.PdfDocument(playbook(script)) as document:
        lines = document[0].get_textpage().get_text_range().splitlines()
    assert TEXTS[script][0] in map(settled, lines)


@every_script
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed")
def test_another_reader_copies_the_same(script: str, tmp_path: Path) -> None:
    file = tmp_path / "playbook.pdf"
    file.write_bytes(playbook(script))
    run = subprocess.run(["pdftotext", "-l", "1", file, "-"], capture_output=True, check=True)
    assert TEXTS[script][0] in map(settled, run.stdout.decode().splitlines())


def settled(line: str) -> str:
    """A line without the marks of direction that a reader adds."""
    return "".join(one for one in line if unicodedata.category(one) != "Cf" or one in "\u200c\u200d").strip()


@every_script
def test_only_the_faces_it_needs_are_in_the_file(script: str) -> None:
    found = {
        (name.partition("+")[2].partition("-")[0], embedded)
        for name, embedded in fonts(read(company_in(script)))
    }
    assert found == {("NotoSans", True), (FACES.get(script, "NotoSans"), True)}


@every_script
def test_the_same_company_gives_the_same_bytes(script: str) -> None:
    assert render_playbook(company_in(script), length="board") == render_playbook(
        company_in(script), length="board"
    )


@every_script
def test_nothing_has_to_be_named_and_nobody_is_warned(script: str) -> None:
    assert unprintable_texts(company_in(script), appendix=True) == ()


def test_the_faces_are_small_enough_to_be_handed_on_and_each_has_its_licence() -> None:
    files = sorted(FONTS.rglob("*.ttf"))
    assert sum(file.stat().st_size for file in files) <= 25_000_000
    licence = (SCRIPTS / "OFL.txt").read_text()
    assert all(
        file.name.partition("-")[0] in licence.replace(" ", "") for file in files if file.parent == SCRIPTS
    )

"""Slides and workbooks keep the schemas of Office files, so that PowerPoint and Excel open them without repair."""

from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from tests.documents.slides import decks
from tests.documents.workbook import books


def faults(content: bytes, file: Path) -> list[str]:
    """Everything that is not as the schema has it, with its place."""
    file.write_bytes(content)
    return [
        f"{error.part_uri} {error.path}: {error.description}"
        for error in OpenXmlValidator().validate(file).errors
    ]


@pytest.mark.parametrize("company", decks.COMPANIES)
def test_slides_keep_the_schemas(tmp_path: Path, company: str) -> None:
    assert faults(decks.drawn(company), tmp_path / "slides.pptx") == []


@pytest.mark.parametrize("company", books.COMPANIES)
def test_workbooks_keep_the_schemas(tmp_path: Path, company: str) -> None:
    assert faults(books.written(company), tmp_path / "workbook.xlsx") == []


def test_a_fault_is_found(tmp_path: Path) -> None:
    file = tmp_path / "slides.pptx"
    assert faults(decks.drawn("nobody").replace(b"ppt/slides/slide1.xml", b"ppt/slides/slide9.xml"), file)

"""Documents by command: each type from one file, twice the same bytes, refused where there is none."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from tests.cli.commands import Run
from tests.paths import EXAMPLE

COMMANDS = {
    "slides": ("pptx", ()),
    "workbook": ("xlsx", ()),
    "board": ("pdf", ()),
    "html": ("html", ("--appendix",)),
    "summary": ("md", ()),
    "csv": ("csv", ("--table", "register")),
    "word": ("docx", ("--part", "charter")),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_the_same_file_gives_the_same_bytes(run: Run, tmp_path: Path, command: str) -> None:
    ending, options = COMMANDS[command]
    for name in ("one", "two"):
        done = run(command, EXAMPLE, "-o", tmp_path / f"{name}.{ending}", "--date", "2026-11-30", *options)
        assert (done.code, done.err) == (0, "")
    assert (tmp_path / f"one.{ending}").read_bytes() == (tmp_path / f"two.{ending}").read_bytes()


def test_each_is_a_file_of_its_kind(run: Run, tmp_path: Path) -> None:
    made = {}
    for command, (ending, options) in COMMANDS.items():
        run(command, EXAMPLE, "-o", tmp_path / f"out.{ending}", *options)
        made[command] = (tmp_path / f"out.{ending}").read_bytes()
    assert len(Presentation(BytesIO(made["slides"])).slides) == 10
    assert load_workbook(BytesIO(made["workbook"])).sheetnames[0] == "Read me"
    assert len(PdfReader(BytesIO(made["board"])).pages) == 2
    assert "Northgate Tools Ltd" in made["html"].decode()
    assert made["summary"].decode().startswith("# Northgate Tools Ltd")
    assert made["csv"].decode("utf-8-sig").startswith("name,owner,")
    assert Document(BytesIO(made["word"])).paragraphs[0].text == "Northgate AI forum"


def test_answers_given_in_confidence_are_refused(run: Run, tmp_path: Path) -> None:
    confidential = tmp_path / "by-camp.json"
    whole = json.loads(EXAMPLE.read_text())
    for person in whole["respondents"]:
        person["name"] = None
    confidential.write_text(json.dumps(whole | {"privacy": "by_camp"}))
    done = run("csv", confidential, "-o", tmp_path / "out.csv", "--table", "answers")
    assert done.code == 1
    assert "given in confidence" in done.err
    assert not (tmp_path / "out.csv").exists()


def test_no_document_replaces_the_assessment_itself(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "northgate.json"
    copy.write_bytes(EXAMPLE.read_bytes())
    done = run("html", copy, "-o", copy)
    assert done.code == 2
    assert copy.read_bytes() == EXAMPLE.read_bytes()

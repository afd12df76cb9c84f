"""`instrument governance`: for people who change the rules, the risk lines or the questions about AI uses."""

import shutil
from pathlib import Path

from assessment.governance.bank import GOVERNANCE_FOLDER
from tests.cli.commands import Run


def test_the_shipped_governance_texts_are_without_fault(run: Run) -> None:
    done = run("instrument", "governance")
    assert (done.code, done.out) == (0, "Governance in en: no fault.\n")


def test_faults_are_listed_with_file_and_line(run: Run, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(GOVERNANCE_FOLDER, tmp_path / "governance"))
    file = folder / "en" / "charter.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("purpose:", "aim:", 1), encoding="utf-8")
    done = run("instrument", "governance", folder)
    assert done.code == 1
    assert "en/charter.yaml:3: aim: this name is not known here" in done.err

"""Two editions in one installation: what was answered in one stays in it, and what begins gets the newest."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assessment.errors import RefusedFile, RefusedInput
from report.json.result import result_json
from services.assessments import answering, files
from services.assessments.answering import Started
from services.core.identity import Owned
from services.core.installation import Installation
from services.core.settings import Settings
from services.operations.single_file import report_for_file
from services.reports import results
from storage.repositories.records import load_assessment
from tests import paths
from tests.installations import fresh_installation
from tests.texts import instrument_at

TODAY = date(2026, 11, 22)
FILES = {
    "northgate-2026.1": paths.ROOT / "tests" / "data" / "northgate-2026.1.json",
    "northgate-earlier": paths.DATA / "example" / "northgate-earlier.json",
}
STORED = json.loads((paths.ROOT / "tests" / "data" / "results-2026.1.json").read_text(encoding="utf-8"))


def imported(inst: Installation, token: str, file: Path) -> Owned:
    return files.import_file(inst, token, file.read_bytes(), TODAY).owned


def like(stored: Any, found: Any) -> Any:
    """What of `found` is in `stored`, field by field."""
    return (
        {name: like(part, found[name]) for name, part in stored.items()}
        if isinstance(stored, dict)
        else found
    )


@pytest.mark.parametrize("name", FILES)
def test_levels_indices_and_paths_of_the_earlier_edition_come_out_as_they_did(name: str) -> None:
    found = result_json(report_for_file(Settings(), FILES[name]))
    assert like(STORED[name], found) == STORED[name]


def test_a_new_assessment_gets_the_newest_edition(inst: Installation, started: Started) -> None:
    assert started.owned.edition == "2026.2"
    assert inst.asked(started.owned).edition == "2026.2"


def test_an_edition_that_is_named_is_the_one_of_new_assessments(
    tmp_path: Path, sqlite_template: Path, token: str
) -> None:
    named = fresh_installation(Settings(var=tmp_path / "var", instrument=paths.BEFORE), sqlite_template)
    assert named.instrument.edition == "2026.1"
    shown = imported(named, token, paths.EXAMPLE)
    assert results.report(named, shown, TODAY).instrument.edition == "2026.2"
    named.database.close()


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_the_earlier_edition_is_imported_scored_and_exported_in_it(
    inst: Installation, token: str, name: str
) -> None:
    owned = imported(inst, token, FILES[name])
    assert owned.edition == "2026.1"
    report = results.report(inst, owned, TODAY)
    assert report.instrument is instrument_at(paths.BEFORE)
    assert report.result.level == STORED[name]["level"]["described"]
    with inst.database.reading() as unit:
        assert load_assessment(unit, owned.assessment_id).edition == "2026.1"


def test_an_answer_is_checked_against_the_edition_it_belongs_to(inst: Installation, token: str) -> None:
    alone = json.loads(FILES["northgate-2026.1"].read_text(encoding="utf-8"))
    alone |= {"respondents": alone["respondents"][:1], "agreed": {}, "edition": "2026.1"}
    old = files.import_file(inst, token, json.dumps(alone).encode(), TODAY).owned
    new = files.import_file(inst, token, json.dumps(alone | {"edition": "2026.2"}).encode(), TODAY).owned
    excused = {"kind": "not_applicable", "level": None, "reason": "No trial has ended yet"}
    assert answering.change_answer(inst, old, "OPS-5", **excused).kind == "not_applicable"
    with pytest.raises(RefusedInput, match="not offered"):
        answering.change_answer(inst, new, "OPS-5", **excused)


def test_a_file_of_an_unknown_edition_is_refused_and_those_there_are_are_named(
    inst: Installation, token: str
) -> None:
    data = json.loads(paths.EXAMPLE.read_text(encoding="utf-8")) | {"edition": "2031.1"}
    with pytest.raises(
        RefusedFile, match=r"edition 2031.1; this installation has editions 2026.1 and 2026.2"
    ):
        files.import_file(inst, token, json.dumps(data).encode(), TODAY)


def test_the_result_says_whose_days_the_path_keeps_lowest(tmp_path: Path) -> None:
    data = json.loads(paths.EXAMPLE.read_text(encoding="utf-8"))
    for whose in ("organiser", "both"):
        data["roadmap"]["minimise"] = whose
        file = tmp_path / f"{whose}.json"
        file.write_text(json.dumps(data), encoding="utf-8")
        assert result_json(report_for_file(Settings(), file))["path"]["minimised"] == whose
    before = result_json(report_for_file(Settings(), FILES["northgate-2026.1"]))
    assert "minimised" not in before["path"], "effort in points has no participants"

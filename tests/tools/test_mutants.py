"""The report of a mutation run: an honest share, also of a run that was stopped early."""

import json
from pathlib import Path

import pytest

from tools import mutants


def test_only_what_was_tested_counts_and_what_no_test_noticed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    codes = {"one": 1, "two": 0, "three": 33, "four": 36, "five": None}
    (tmp_path / "mutants" / "scoring").mkdir(parents=True)
    (tmp_path / "mutants" / "scoring" / "a.py.meta").write_text(json.dumps({"exit_code_by_key": codes}))
    monkeypatch.chdir(tmp_path)
    mutants.report(list(codes))
    first, *named = capsys.readouterr().out.splitlines()
    assert first.startswith("4 of 5 tested: ")
    assert first.endswith("killed 50.0%")
    assert [line.split() for line in named] == [["no", "test", "three"], ["survived", "two"]]


def test_the_sample_is_the_same_every_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    codes = {f"m{number}": None for number in range(2_000)}
    (tmp_path / "mutants").mkdir()
    (tmp_path / "mutants" / "a.meta").write_text(json.dumps({"exit_code_by_key": codes}))
    monkeypatch.chdir(tmp_path)
    drawn = mutants.sample()
    assert drawn == mutants.sample()
    assert len(set(drawn)) == mutants.NUMBER

"""The command line as an operator uses it: in this process for detail, in one of its own for exit codes."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import manage

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "data" / "example" / "northgate.json"
TOY = ROOT / "tests" / "data" / "toy" / "2026.1"


@dataclass(frozen=True)
class Outcome:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Outcome]


@pytest.fixture
def var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an installation that was never started."""
    for name in [name for name in os.environ if name.startswith(("PLUMBLINE_", "STREAMLIT_"))]:
        monkeypatch.delenv(name)
    folder = tmp_path / "var"
    monkeypatch.setenv("PLUMBLINE_VAR", str(folder))
    return folder


@pytest.fixture
def run(var: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in this process."""

    def command(*arguments: object) -> Outcome:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            manage.main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Outcome(int(ended.value.code or 0), said.out, said.err)

    return command


@pytest.fixture
def spawn(var: Path) -> Run:
    """Runs a command in a process of its own, without a terminal."""

    def command(*arguments: object, locale: str = "C.UTF-8") -> Outcome:
        done = subprocess.run(
            [sys.executable, "manage.py", *map(str, arguments)],
            cwd=ROOT,
            env=os.environ | {"LC_ALL": locale, "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=120,
            check=False,
        )
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    return command


@pytest.fixture
def imported(run: Run) -> str:
    """The id of the example, imported into a fresh database."""
    return field(run("import", EXAMPLE), "ID")


def field(outcome: Outcome, name: str) -> str:
    """The value behind “name:” in what a command printed."""
    return next(line.partition(": ")[2] for line in outcome.out.splitlines() if line.startswith(f"{name}: "))

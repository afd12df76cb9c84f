"""The command line as an operator uses it: in this process for detail, in one of its own for exit codes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import manage
from tests.cli.commands import Outcome, Run, field
from tests.paths import EXAMPLE, ROOT


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

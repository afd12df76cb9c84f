"""The folder that was named holds database, key and backups, whatever its name."""

from pathlib import Path

import pytest

from tests.cli.commands import Run, field
from tests.paths import EXAMPLE

ODD_FOLDERS = ("50%20off", "a?b", "v?x=1", "ü #", "a&b=c;d", "x y'z\"", "%2e%2e")


@pytest.mark.parametrize("name", ODD_FOLDERS)
def test_everything_is_in_the_folder_that_was_named(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "srv" / name
    monkeypatch.setenv("PLUMBLINE_VAR", str(folder))
    assert run("doctor").code == 0
    assert not (tmp_path / "srv").exists()
    imported = field(run("import", EXAMPLE), "ID")
    assert run("backup", folder / "copy.zip").code == 0
    assert run("erase", imported, "--yes").code == 0
    assert run("restore", folder / "copy.zip").code == 0
    assert run("export", imported, "-o", folder / "out.json").code == 0
    assert str(folder) in run("doctor").out
    assert [place.name for place in (tmp_path / "srv").iterdir()] == [name]
    files = {place.name for place in folder.iterdir()} - {"plumbline.db-wal", "plumbline.db-shm"}
    assert files == {"copy.zip", "installation.json", "out.json", "plumbline.db", "secret"}

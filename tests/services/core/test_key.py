"""The installation's key: never weak, never half-written, one for all processes."""

import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from assessment.errors import RefusedInput
from services.core.installation import open_installation
from services.core.settings import KEY_BYTES, Settings
from tests.paths import ROOT

PRINT_KEY = (
    "import sys; from pathlib import Path; from services.core.settings import Settings; "
    "print(Settings(var=Path(sys.argv[1])).key().decode())"
)


def settings_with(folder: Path, **given: Any) -> Settings:
    return Settings(_env_file=None, var=folder / "var", **given)  # type: ignore[call-arg]


def key_file(folder: Path, content: bytes) -> Path:
    (folder / "var").mkdir()
    file = folder / "var" / "secret"
    file.write_bytes(content)
    return file


@pytest.mark.parametrize("key", ["x", "x" * (KEY_BYTES - 1), " " * 64, "short".ljust(64)])
def test_a_weak_key_in_the_environment_is_refused_by_name(tmp_path: Path, key: str) -> None:
    with pytest.raises(RefusedInput, match="PLUMBLINE_SECRET has fewer than 32 bytes"):
        open_installation(settings_with(tmp_path, secret=SecretStr(key)))
    assert not (tmp_path / "var").exists()


@pytest.mark.parametrize("content", [b"", b"\n", b"abc", b"\x00" * 64, b"x" * (KEY_BYTES - 1) + b"\n"])
def test_an_empty_or_short_key_file_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    file = key_file(tmp_path, content)
    with pytest.raises(RefusedInput) as refused:
        open_installation(settings_with(tmp_path))
    assert str(file) in str(refused.value)
    assert "Restore the file" in str(refused.value)
    assert file.read_bytes() == content
    assert [entry.name for entry in (tmp_path / "var").iterdir()] == ["secret"]


@pytest.mark.parametrize("key", ["k" * KEY_BYTES, "ü" * 16, "with spaces inside, long enough to pass"])
def test_a_key_of_enough_bytes_is_used_as_it_is(tmp_path: Path, key: str) -> None:
    assert settings_with(tmp_path, secret=SecretStr(key)).key() == key.encode()
    key_file(tmp_path, key.encode() + b"\n")
    assert settings_with(tmp_path).key() == key.encode() + b"\n"


def test_a_new_key_is_long_and_private_and_alone_in_its_folder(tmp_path: Path) -> None:
    settings = settings_with(tmp_path)
    assert settings.find_key() is None
    key = settings.key()
    assert len(key) >= 2 * KEY_BYTES
    assert settings.key() == settings.find_key() == key
    assert stat.S_IMODE(settings.key_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(settings.var.stat().st_mode) == 0o700
    assert list(settings.var.iterdir()) == [settings.key_file]


def test_a_new_key_is_on_the_disk_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    fsync, link = os.fsync, os.link

    def noting_fsync(descriptor: int) -> None:
        kind = "folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file"
        done.append(f"{kind} flushed")
        fsync(descriptor)

    def noting_link(draft: Path, file: Path) -> None:
        done.append("named")
        link(draft, file)

    monkeypatch.setattr(os, "fsync", noting_fsync)
    monkeypatch.setattr(os, "link", noting_link)
    settings_with(tmp_path).key()
    assert done[:3] == ["file flushed", "named", "folder flushed"]


def test_processes_that_start_at_once_end_with_one_key(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PRINT_KEY, str(tmp_path / "var")]
    starting = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) for _ in range(6)]
    keys = {process.communicate(timeout=120)[0] for process in starting}
    assert [process.returncode for process in starting] == [0] * len(starting)
    assert keys == {settings_with(tmp_path).key() + b"\n"}

"""A fresh installation behind the screens, asking about a bicycle shop."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from services.core import installation
from services.core.installation import Installation, open_installation
from services.core.settings import Settings

TOY = Path(__file__).resolve().parents[1] / "data" / "toy" / "2026.1"


@pytest.fixture
def inst(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Installation]:
    """The installation that `services.core.installation.current()` gives to the screens."""
    opened = open_installation(Settings(var=tmp_path / "var", instrument=TOY))
    monkeypatch.setattr(installation, "_opened", [opened])
    yield opened
    opened.database.close()


@pytest.fixture
def real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Installation]:
    """The same with the shipped instrument, where its example is needed."""
    opened = open_installation(Settings(var=tmp_path / "var"))
    monkeypatch.setattr(installation, "_opened", [opened])
    yield opened
    opened.database.close()

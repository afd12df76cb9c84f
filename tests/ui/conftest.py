"""A fresh installation behind the screens, asking about a bicycle shop."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from services.core import installation
from services.core.installation import Installation
from services.core.settings import Settings
from tests.installations import fresh_installation
from tests.paths import TOY


@pytest.fixture
def inst(tmp_path: Path, sqlite_template: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Installation]:
    """The installation that `services.core.installation.current()` gives to the screens."""
    opened = fresh_installation(Settings(var=tmp_path / "var", instrument=TOY), sqlite_template)
    monkeypatch.setattr(installation, "_opened", [opened])
    yield opened
    opened.database.close()


@pytest.fixture
def real(tmp_path: Path, sqlite_template: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Installation]:
    """The same with the shipped instrument, where its example is needed."""
    opened = fresh_installation(Settings(var=tmp_path / "shipped"), sqlite_template)
    monkeypatch.setattr(installation, "_opened", [opened])
    yield opened
    opened.database.close()

"""What is written about the house is true of it: paths exist, and a decision is one page with the same parts."""

import re
from pathlib import Path

import pytest

from tests.architecture import tree

PATH = re.compile(r"`([a-z_]+/[\w./-]*)`")
"""A path in backquotes, from the root of the house."""
TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
"""A test in backquotes, by its file and its name."""
PARTS = ("Decided", "Price")
MOST_WORDS = 500
DECISIONS = sorted((tree.ROOT / "docs" / "decisions").glob("*.md"))
HOLD_PATHS = (tree.ROOT / "README.md", *sorted((tree.ROOT / "docs").glob("*.md")), *DECISIONS)
MADE_LATER = ("var/", "data/locale/")
"""Written by a running installation, or by the first translator."""


def missing_paths(text: str, root: Path) -> list[str]:
    """The paths of the text that lead nowhere below `root`."""
    named = [path for path in PATH.findall(text) if not path.startswith(MADE_LATER)]
    return [path for path in named if not (root / path).exists()]


@pytest.mark.parametrize("page", HOLD_PATHS, ids=lambda page: page.name)
def test_every_path_that_is_named_exists(page: Path) -> None:
    assert missing_paths(page.read_text(encoding="utf-8"), tree.ROOT) == []


def test_a_path_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    tree.plant(tmp_path, "ui/kit/text.py")
    text = "`ui/kit/text.py`, `ui/kit/gone.py`, `web/`, `a sentence` and `var/secret`"
    assert missing_paths(text, tmp_path) == ["ui/kit/gone.py", "web/"]


def missing_tests(text: str, root: Path) -> list[str]:
    """The tests of the text that are not defined where it says."""
    named = [(root / file, name) for file, name in TEST.findall(text)]
    return [
        name for file, name in named
        if not file.exists() or not re.search(rf"def {name}\b", file.read_text(encoding="utf-8"))
    ]  # fmt: skip


@pytest.mark.parametrize("page", HOLD_PATHS, ids=lambda page: page.name)
def test_every_test_that_is_named_exists(page: Path) -> None:
    assert missing_tests(page.read_text(encoding="utf-8"), tree.ROOT) == []


def test_a_test_that_does_not_exist_is_found(tmp_path: Path) -> None:
    tree.plant(tmp_path, "tests/web/test_log.py", "def test_one() -> None: ...")
    text = "`tests/web/test_log.py::test_one`, `tests/web/test_log.py::test_on`, `tests/gone.py::test_one`"
    assert missing_tests(text, tmp_path) == ["test_on", "test_one"]


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.name)
def test_a_decision_has_a_status_a_date_and_its_parts_on_one_page(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert re.search(r"^Status: .+ Date: \d{4}-\d{2}-\d{2}", text, re.MULTILINE)
    assert [part for part in PARTS if f"**{part}" not in text] == []
    assert len(text.split()) <= MOST_WORDS


def test_decisions_have_a_number_of_their_own() -> None:
    numbers = [page.name[:4] for page in DECISIONS]
    assert len(numbers) == len(set(numbers))

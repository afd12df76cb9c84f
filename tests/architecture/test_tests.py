"""Tests stand alone: what several need is in a module that is no test and no conftest."""

from pathlib import Path

from tests.architecture import tree


def imports_of_tests(root: Path) -> list[str]:
    """Imports of a test module or a conftest, by path and line."""
    return [
        f"{tree.name(path, root)}:{line} imports {imported}"
        for path in sorted((root / "tests").rglob("*.py"))
        for line, imported in tree.imports(tree.parsed(path))
        if imported.startswith("tests.")
        and any(part.startswith("test_") or part == "conftest" for part in imported.split("."))
    ]


def test_no_test_imports_another() -> None:
    assert imports_of_tests(tree.ROOT) == []


def test_an_import_of_a_test_is_found_in_any_sub_folder(tmp_path: Path) -> None:
    tree.plant(tmp_path, "tests/ui/screens/test_a.py", "from tests.ui import test_b\n")
    tree.plant(tmp_path, "tests/web/rooms.py", "from tests.web.conftest import server\n")
    tree.plant(tmp_path, "tests/web/test_c.py", "from tests.web.rooms import a_room\n")
    assert imports_of_tests(tmp_path) == [
        "tests/ui/screens/test_a.py:1 imports tests.ui.test_b",
        "tests/web/rooms.py:1 imports tests.web.conftest.server",
    ]

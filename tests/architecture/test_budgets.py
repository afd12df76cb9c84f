"""Small rooms: pages, modules, functions and folders keep to their budget."""

import ast
from pathlib import Path

from tests.architecture import tree

PAGE_LINES, MODULE_LINES, FUNCTION_LINES, FOLDER_FILES = 80, 250, 40, 15
ANY_NUMBER_OF_FILES = {"pages", tree.GENERATED.as_posix()}
"""One file for each screen, and one for each change of the tables. Their sub-folders are counted."""


def long_files(root: Path) -> list[str]:
    """Pages and modules with more lines than they may have."""
    found = []
    for path in tree.house(root):
        lines = len(path.read_text(encoding="utf-8").removesuffix("\n").split("\n"))
        short = tree.is_page(path, root) or path == root / "app.py"
        limit = PAGE_LINES if short else MODULE_LINES
        if lines > limit:
            found.append(f"{tree.name(path, root)}:{lines} lines, {limit} at most")
    return found


def long_functions(root: Path) -> list[str]:
    """Functions and methods with more lines than they may have."""
    found = []
    for path in tree.house(root):
        for node in ast.walk(tree.parsed(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1 - docstring_lines(node)
                if lines > FUNCTION_LINES:
                    where = f"{tree.name(path, root)}:{node.lineno} {node.name}"
                    found.append(f"{where} has {lines} lines, {FUNCTION_LINES} at most")
    return found


def docstring_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """A docstring is reading matter and does not count against a function."""
    first = node.body[0]
    if (
        isinstance(first, ast.Expr)
        and isinstance(first.value, ast.Constant)
        and isinstance(first.value.value, str)
    ):
        return (first.end_lineno or first.lineno) - first.lineno + 1
    return 0


def full_folders(root: Path) -> dict[str, int]:
    """Folders with more modules than they may hold; `__init__.py` does not count."""
    counts: dict[str, int] = {}
    for path in tree.house(root):
        if path.name != "__init__.py":
            folder = tree.name(path.parent, root)
            counts[folder] = counts.get(folder, 0) + 1
    kept = {folder: files for folder, files in counts.items() if folder not in ANY_NUMBER_OF_FILES}
    return {folder: files for folder, files in kept.items() if files > FOLDER_FILES}


def crowded(root: Path) -> list[str]:
    """The folders that hold more modules than they may."""
    return [
        f"{folder}/: {files} files, {FOLDER_FILES} at most" for folder, files in full_folders(root).items()
    ]


def test_pages_and_modules_keep_to_their_budget() -> None:
    assert long_files(tree.ROOT) == []


def test_functions_keep_to_their_budget() -> None:
    assert long_functions(tree.ROOT) == []


def test_folders_keep_to_their_budget() -> None:
    assert crowded(tree.ROOT) == []


def test_a_long_file_is_found_in_any_sub_folder(tmp_path: Path) -> None:
    tree.plant(tmp_path, "app.py", "a = 1\n" * 81)
    tree.plant(tmp_path, "pages/plan/value.py", "a = 1\n" * 81)
    tree.plant(tmp_path, "pages/plan/owners.py", "a = 1\n" * 80)
    tree.plant(tmp_path, "ui/screens/plan/path.py", "a = 1\n" * 251)
    tree.plant(tmp_path, "ui/screens/plan/gaps.py", "a = 1\n" * 250)
    tree.plant(tmp_path, "services/versions/plan.py", "a = 1\n" * 250 + "a = 1")
    assert long_files(tmp_path) == [
        "app.py:81 lines, 80 at most",
        "services/versions/plan.py:251 lines, 250 at most",
        "ui/screens/plan/path.py:251 lines, 250 at most",
        "pages/plan/value.py:81 lines, 80 at most",
    ]


def test_a_long_function_is_found_in_any_sub_folder(tmp_path: Path) -> None:
    tree.plant(tmp_path, "web/phone/room.py", "async def serve():\n" + "    a = 1\n" * 40)
    tree.plant(tmp_path, "ui/kit/forms.py", "class Form:\n    def show(self):\n" + "        a = 1\n" * 40)
    tree.plant(tmp_path, "ui/kit/grids.py", "def show():\n    '''Says\n    much.'''\n" + "    a = 1\n" * 39)
    assert long_functions(tmp_path) == [
        "web/phone/room.py:1 serve has 41 lines, 40 at most",
        "ui/kit/forms.py:2 show has 41 lines, 40 at most",
    ]


def test_a_crowded_folder_is_found_at_any_depth(tmp_path: Path) -> None:
    for number in range(16):
        tree.plant(tmp_path, f"ui/screens/plan/part_{number}.py")
        tree.plant(tmp_path, f"pages/plan/part_{number}.py")
        tree.plant(tmp_path, f"pages/part_{number}.py")
        tree.plant(tmp_path, f"storage/migrations/versions/part_{number}.py")
    for name in ("__init__", *(f"part_{number}" for number in range(15))):
        tree.plant(tmp_path, f"ui/charts/{name}.py")
    assert crowded(tmp_path) == [
        "ui/screens/plan/: 16 files, 15 at most",
        "pages/plan/: 16 files, 15 at most",
    ]

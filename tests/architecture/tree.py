"""The files of the house, as the guards of this folder walk them: from a root, down through every sub-folder.

A guard takes the root as its argument and returns what it finds wrong, one sentence each. So the same
guard runs on the real tree and on one planted under `tmp_path` with a violation in a sub-folder.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = "pages"
SCREENS = ("ui", PAGES)
PRODUCT = (
    "language", "assessment", "scoring", "report", "documents", "storage", "services", "web", *SCREENS,
)  # fmt: skip
WORKSHOP = ("bench", "tools")
"""Not installed with the product, and held to the same budgets."""
OUTSIDE = ("tests", "var")
"""Folders of the root that no guard reads: the tests themselves, and what a running installation writes."""
GENERATED = Path("storage/migrations/versions")
"""Written by Alembic. Only this folder: another one called `versions` is read like any."""


def name(path: Path, root: Path) -> str:
    """How a file or folder is called in a violation: from the root, with slashes."""
    return path.relative_to(root).as_posix()


def modules(root: Path, *rooms: str) -> list[Path]:
    """Every module of these rooms, at any depth."""
    found = [path for room in rooms for path in sorted((root / room).rglob("*.py"))]
    return [path for path in found if path.parent != root / GENERATED]


def house(root: Path) -> list[Path]:
    """Every module of every room, and the scripts that stand in the root."""
    return [*sorted(root.glob("*.py")), *modules(root, *PRODUCT, *WORKSHOP)]


def is_page(path: Path, root: Path) -> bool:
    return path.relative_to(root).parts[0] == PAGES


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything imported; a relative import begins with its dots."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            start = "." * node.level + (node.module or "")
            dot = "." if node.module else ""
            yield from ((node.lineno, f"{start}{dot}{alias.name}") for alias in node.names)


def plant(root: Path, path: str, text: str = "") -> Path:
    """Writes one file of a planted tree, with the folders above it."""
    planted = root / path
    planted.parent.mkdir(parents=True, exist_ok=True)
    planted.write_text(text, encoding="utf-8")
    return planted

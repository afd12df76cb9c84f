"""Small rooms: pages, modules and functions keep to their budget; an exception carries its reason."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("assessment", "scoring", "storage", "services", "playbook", "ui", "web", "bench", "tools")
PAGE_LINES, MODULE_LINES, FUNCTION_LINES = 80, 250, 40
EXCEPTIONS: dict[str, str] = {}
"""“file” or “file:function” → why it may be longer."""


def modules() -> list[Path]:
    found = [ROOT / "app.py", ROOT / "manage.py", *sorted((ROOT / "pages").glob("*.py"))]
    for room in ROOMS:
        found += [p for p in sorted((ROOT / room).rglob("*.py")) if "versions" not in p.parts]
    return [p for p in found if p.is_file()]


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_and_its_functions_keep_to_their_budget(path: Path) -> None:
    name = str(path.relative_to(ROOT))
    text = path.read_text(encoding="utf-8")
    limit = PAGE_LINES if path.parent.name == "pages" or name == "app.py" else MODULE_LINES
    lines = text.count("\n")
    assert lines <= limit or name in EXCEPTIONS, f"{name} has {lines} lines, {limit} at most"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1 - docstring_lines(node)
            where = f"{name}:{node.name}"
            assert length <= FUNCTION_LINES or where in EXCEPTIONS, f"{where} has {length} lines"


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


def test_every_exception_to_the_budget_is_still_needed() -> None:
    names = {str(path.relative_to(ROOT)) for path in modules()}
    assert all(entry.split(":")[0] in names for entry in EXCEPTIONS)


def test_nothing_is_called_utils() -> None:
    assert not [path for path in modules() if path.stem in {"utils", "helpers", "common", "misc"}]


def test_no_module_of_ui_shares_its_name_with_a_library() -> None:
    import importlib.metadata

    libraries = set(importlib.metadata.packages_distributions())
    assert not {p.stem for p in (ROOT / "ui").glob("*.py")} & libraries - {"ui"}


def test_pages_are_screens_and_do_not_import_each_other() -> None:
    for page in sorted((ROOT / "pages").glob("*.py")):
        for node in ast.walk(ast.parse(page.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            assert not [
                n for n in names if n.split(".")[0] in {"pages", "storage", "sqlmodel", "reportlab"}
            ], page


def test_pages_do_not_stand_beside_the_script_given_to_streamlit() -> None:
    source = (ROOT / "app.py").read_text(encoding="utf-8")
    assert 'st.App("ui/shell.py"' in source.replace("\n", "").replace(" ", "").replace('st.App("', 'st.App("')
    assert not (ROOT / "ui" / "pages").exists()

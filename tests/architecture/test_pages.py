"""A page is one screen: it asks the services and draws with ui, and no page knows another."""

import ast
from pathlib import Path

from tests.architecture import tree

NOT_FOR_PAGES = {"pages", "storage", "sqlmodel", "sqlalchemy", "reportlab", ""}
"""What no page imports; the empty name is a relative import, which means another page."""


def imports_not_for_pages(root: Path) -> list[str]:
    return [
        f"{tree.name(path, root)}:{line} imports {imported}"
        for path in tree.modules(root, tree.PAGES)
        for line, imported in tree.imports(tree.parsed(path))
        if imported.split(".")[0] in NOT_FOR_PAGES
    ]


def script_given_to_streamlit(root: Path) -> Path:
    """The script named in the one call of `st.App`."""
    calls = [node for node in ast.walk(tree.parsed(root / "app.py")) if isinstance(node, ast.Call)]
    (script,) = [call.args[0] for call in calls if ast.unparse(call.func) == "st.App"]
    return root / str(ast.literal_eval(script))


def pages_beside_the_script(root: Path) -> list[str]:
    """A folder `pages` beside its script is one that Streamlit serves by itself, past our own addresses."""
    beside = script_given_to_streamlit(root).parent / "pages"
    return [f"{tree.name(beside, root)}: stands beside the script"] if beside.exists() else []


def test_pages_are_screens_and_do_not_import_each_other() -> None:
    assert imports_not_for_pages(tree.ROOT) == []


def test_pages_do_not_stand_beside_the_script_given_to_streamlit() -> None:
    assert script_given_to_streamlit(tree.ROOT).is_file()
    assert pages_beside_the_script(tree.ROOT) == []


def test_an_import_that_is_not_for_pages_is_found_in_any_sub_folder(tmp_path: Path) -> None:
    tree.plant(
        tmp_path,
        "pages/plan/a.py",
        "import streamlit as st, storage.tables.assessments\nfrom services.plan import roadmap as plan\n",
    )
    tree.plant(
        tmp_path, "pages/plan/b.py", "def show():\n    from storage.tables import assessments as tables\n"
    )
    tree.plant(tmp_path, "pages/plan/c.py", "from pages.plan.a import show\nfrom ui.pages import show\n")
    tree.plant(tmp_path, "pages/plan/d.py", "from . import a\nfrom .a import show\n")
    tree.plant(tmp_path, "services/plan/e.py", "from storage.tables import assessments as tables\n")
    assert imports_not_for_pages(tmp_path) == [
        "pages/plan/a.py:1 imports storage.tables.assessments",
        "pages/plan/b.py:2 imports storage.tables.assessments",
        "pages/plan/c.py:1 imports pages.plan.a.show",
        "pages/plan/d.py:1 imports .a",
        "pages/plan/d.py:2 imports .a.show",
    ]


def test_pages_beside_the_script_are_found(tmp_path: Path) -> None:
    tree.plant(tmp_path, "app.py", 'app = st.App("ui/shell.py", routes=[])\n')
    assert pages_beside_the_script(tmp_path) == []
    tree.plant(tmp_path, "ui/pages/plan.py")
    assert pages_beside_the_script(tmp_path) == ["ui/pages: stands beside the script"]

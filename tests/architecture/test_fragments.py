"""A part drawn by itself stands alone in its container, or its neighbours are lost: one module makes such parts."""

import ast
from pathlib import Path

from tests.architecture import tree

MAKES_FRAGMENTS = {"ui/kit/fragments.py"}
"""Gives every fragment a container of its own."""


def bare_fragments(root: Path) -> list[str]:
    """Where the product uses Streamlit’s own `fragment`, or imports it by its name."""
    found = []
    for path in [*root.glob("*.py"), *tree.modules(root, *tree.PRODUCT)]:
        where = tree.name(path, root)
        module = tree.parsed(path)
        used = [n.lineno for n in ast.walk(module) if isinstance(n, ast.Attribute) and n.attr == "fragment"]
        used += [line for line, name in tree.imports(module) if name == "streamlit.fragment"]
        if where not in MAKES_FRAGMENTS:
            found += [f"{where}:{line} a bare fragment; use ui.kit.fragments" for line in sorted(used)]
    return found


def test_every_fragment_comes_from_the_module_that_gives_it_a_place_of_its_own() -> None:
    assert bare_fragments(tree.ROOT) == []


def test_what_is_exempt_still_makes_fragments() -> None:
    assert [name for name in MAKES_FRAGMENTS if "st.fragment" not in (tree.ROOT / name).read_text()] == []


def test_a_bare_fragment_is_found_in_any_sub_folder_of_any_room(tmp_path: Path) -> None:
    bare = "import streamlit as st\n\n\n@st.fragment\ndef part(): ...\n"
    tree.plant(tmp_path, "ui/screens/plan/path.py", bare)
    tree.plant(tmp_path, "ui/screens/plan/fragments.py", bare)
    tree.plant(tmp_path, "pages/plan/value.py", bare.replace("@st.fragment", "@st.fragment(run_every=1)"))
    tree.plant(tmp_path, "web/phone/room.py", "from streamlit import fragment\n")
    tree.plant(tmp_path, "services/plan/rules.py", "part = st.fragment(work)\n")
    assert bare_fragments(tmp_path) == [
        "services/plan/rules.py:1 a bare fragment; use ui.kit.fragments",
        "web/phone/room.py:1 a bare fragment; use ui.kit.fragments",
        "ui/screens/plan/fragments.py:4 a bare fragment; use ui.kit.fragments",
        "ui/screens/plan/path.py:4 a bare fragment; use ui.kit.fragments",
        "pages/plan/value.py:4 a bare fragment; use ui.kit.fragments",
    ]

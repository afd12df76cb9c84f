"""Names say what a thing is, and one name means one thing."""

import ast
import importlib.metadata
import sys
from collections import defaultdict
from pathlib import Path

from tests.architecture import tree

SAYS_NOTHING = {"utils", "util", "helpers", "common", "misc"}


def names_that_say_nothing(root: Path) -> list[str]:
    """Modules, and folders of modules, that are named for nothing in particular."""
    found = []
    for path in tree.house(root):
        parts = path.relative_to(root).with_suffix("").parts
        found += [f"{tree.name(path, root)}: {part} says nothing" for part in parts if part in SAYS_NOTHING]
    return found


def hidden_by_ui(root: Path) -> list[str]:
    """What stands in `ui/` itself under the name of something that others import.

    Streamlit puts the folder of its script, `ui/`, first on the path of imports: a module or folder in it
    would be taken for the library, the module of Python or the room of the same name.
    """
    taken: dict[str, str] = dict.fromkeys(sys.stdlib_module_names, "a module of Python")
    installed = importlib.metadata.packages_distributions()
    taken |= dict.fromkeys(installed, "an installed library")
    rooms = {*tree.PRODUCT, *tree.WORKSHOP, *tree.OUTSIDE, *(path.stem for path in root.glob("*.py"))}
    taken |= dict.fromkeys(rooms, "a room of the house")
    children = sorted(p for p in (root / "ui").glob("*") if p.suffix == ".py" or p.is_dir())
    shadows = [p for p in children if p.stem in taken and p.stem != "__init__"]
    return [f"{tree.name(p, root)}: hides {p.stem}, {taken[p.stem]}" for p in shadows]


def classes(root: Path) -> dict[str, list[str]]:
    """Where each class name of the product is defined."""
    found = defaultdict(list)
    for path in tree.modules(root, *tree.PRODUCT):
        for node in ast.walk(tree.parsed(path)):
            if isinstance(node, ast.ClassDef):
                found[node.name].append(f"{tree.name(path, root)}:{node.lineno}")
    return dict(found)


def classes_defined_again(root: Path) -> list[str]:
    """Class names with more definitions than one."""
    return [
        f"{', '.join(places)}: class {name} is defined {len(places)} times"
        for name, places in sorted(classes(root).items())
        if len(places) > 1
    ]


def test_nothing_is_called_utils() -> None:
    assert names_that_say_nothing(tree.ROOT) == []


def test_nothing_in_ui_hides_a_library_or_a_room() -> None:
    assert hidden_by_ui(tree.ROOT) == []


def test_a_class_name_is_defined_once() -> None:
    assert classes_defined_again(tree.ROOT) == []


def test_a_name_that_says_nothing_is_found_in_any_sub_folder(tmp_path: Path) -> None:
    tree.plant(tmp_path, "services/plan/utils.py")
    tree.plant(tmp_path, "ui/screens/common/grid.py")
    tree.plant(tmp_path, "ui/screens/plan/grid.py")
    assert names_that_say_nothing(tmp_path) == [
        "services/plan/utils.py: utils says nothing",
        "ui/screens/common/grid.py: common says nothing",
    ]


def test_what_hides_a_library_a_module_or_a_room_is_found_in_ui(tmp_path: Path) -> None:
    tree.plant(tmp_path, "manage.py")
    tree.plant(tmp_path, "ui/altair.py")
    tree.plant(tmp_path, "ui/numpy/__init__.py")
    tree.plant(tmp_path, "ui/json.py")
    tree.plant(tmp_path, "ui/calendar/weeks/first.py")
    tree.plant(tmp_path, "ui/manage.py")
    tree.plant(tmp_path, "ui/pages/plan.py")
    tree.plant(tmp_path, "ui/services.py")
    tree.plant(tmp_path, "ui/__init__.py")
    tree.plant(tmp_path, "ui/charts/altair.py")
    tree.plant(tmp_path, "ui/altair.css")
    assert hidden_by_ui(tmp_path) == [
        "ui/altair.py: hides altair, an installed library",
        "ui/calendar: hides calendar, a module of Python",
        "ui/json.py: hides json, a module of Python",
        "ui/manage.py: hides manage, a room of the house",
        "ui/numpy: hides numpy, an installed library",
        "ui/pages: hides pages, a room of the house",
        "ui/services.py: hides services, a room of the house",
    ]


def test_a_class_defined_again_is_found_in_any_sub_folder(tmp_path: Path) -> None:
    tree.plant(tmp_path, "services/plan/rules.py", "class Rule: ...\n\n\nclass Line: ...\n")
    tree.plant(tmp_path, "ui/screens/plan/rules.py", "def show():\n    class Rule: ...\n")
    tree.plant(tmp_path, "bench/rules.py", "class Line: ...\n")
    again = ["services/plan/rules.py:1, ui/screens/plan/rules.py:2: class Rule is defined 2 times"]
    assert classes_defined_again(tmp_path) == again

"""A part drawn by itself stands alone in its container, or its neighbours are lost: one room makes such parts."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_every_fragment_comes_from_the_room_that_gives_it_a_place_of_its_own() -> None:
    screens = [*(ROOT / "ui").glob("*.py"), *(ROOT / "pages").glob("*.py")]
    makers = {str(path.relative_to(ROOT)) for path in screens if makes_a_fragment(path)}
    assert makers == {"ui/fragments.py"}


def makes_a_fragment(path: Path) -> bool:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return any(isinstance(node, ast.Attribute) and node.attr == "fragment" for node in ast.walk(tree))

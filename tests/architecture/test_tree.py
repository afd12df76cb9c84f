"""The walk that every guard shares reaches the whole house: every room, at any depth."""

from pathlib import Path

from tests.architecture import tree


def rooms_without_guard(root: Path) -> list[str]:
    """Folders of the root that hold modules and are not among the rooms that the guards read."""
    known = {*tree.PRODUCT, *tree.WORKSHOP, *tree.OUTSIDE}
    folders = [p for p in sorted(root.iterdir()) if p.is_dir() and not p.name.startswith(".")]
    strange = [folder for folder in folders if folder.name not in known]
    return [f"{f.name}/: holds modules that no guard reads" for f in strange if any(f.rglob("*.py"))]


def test_every_room_is_read_by_the_guards() -> None:
    assert rooms_without_guard(tree.ROOT) == []


def test_a_room_that_no_guard_reads_is_found(tmp_path: Path) -> None:
    tree.plant(tmp_path, "garage/deep/down/car.py")
    tree.plant(tmp_path, "docs/picture.txt")
    tree.plant(tmp_path, "services/plan/rules.py")
    assert rooms_without_guard(tmp_path) == ["garage/: holds modules that no guard reads"]


def test_no_room_of_the_list_is_empty() -> None:
    assert [room for room in (*tree.PRODUCT, *tree.WORKSHOP) if not tree.modules(tree.ROOT, room)] == []


def test_the_walk_goes_down_into_every_sub_folder(tmp_path: Path) -> None:
    planted = {
        tree.plant(tmp_path, "app.py"),
        *(tree.plant(tmp_path, f"{room}/a/b/c.py") for room in (*tree.PRODUCT, *tree.WORKSHOP)),
        tree.plant(tmp_path, "services/versions/c.py"),
        tree.plant(tmp_path, "storage/migrations/env.py"),
    }
    tree.plant(tmp_path, "storage/migrations/versions/0001_begin.py")
    tree.plant(tmp_path, "tests/a/test_b.py")
    assert set(tree.house(tmp_path)) == planted

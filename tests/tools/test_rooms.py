"""The picture of the rooms is drawn from the imports of today, and shows one that goes upwards."""

import re

from tools import rooms

SMALL = {
    **{entry: set[str]() for entry in rooms.ENTRIES},
    "ui.screens.plan": {"ui.kit.text", "services.plan.edit", "streamlit"},
    "ui.kit.text": {"html", "ui.session"},
    "ui.session": {"ui.kit.text"},
    "services.plan.edit": {"scoring.plan"},
    "scoring.plan": set[str](),
}


def test_the_committed_picture_is_that_of_the_imports_of_today() -> None:
    assert rooms.PICTURE.read_text(encoding="utf-8") == rooms.draw(rooms.read_imports()), "run: make rooms"


def test_a_room_stands_above_all_that_it_imports() -> None:
    assert rooms.floors({"ui": {"services", "scoring"}, "services": {"scoring"}, "scoring": set()}) == [
        [("ui",)],
        [("services",)],
        [("scoring",)],
    ]


def test_parts_that_import_each_other_are_shown_as_one() -> None:
    assert rooms.contents(SMALL, "ui") == "screens › kit ⇄ session"


def test_only_libraries_that_are_not_pythons_own_are_named() -> None:
    assert rooms.outside(SMALL, "ui") == "streamlit"


def test_an_import_that_goes_upwards_is_drawn_in_another_colour() -> None:
    assert 'class="dot up"' not in rooms.draw(SMALL)
    circle = {**SMALL, "scoring.plan": {"services.plan.edit"}}
    assert re.findall('"dot up".*<title>(.*)</title>', rooms.draw(circle)) == ["services imports scoring"]

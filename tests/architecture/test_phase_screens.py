"""Wall, console and phone have one screen for each phase of a workshop, or cannot be imported."""

import ast
from dataclasses import replace
from importlib.util import find_spec, module_from_spec
from pathlib import Path
from typing import Any

import pytest

from assessment.workshop.phases import PHASES
from tests.architecture import tree

SURFACES = {
    "wall": "ui.screens.workshop.wall.phase_screens",
    "console": "ui.screens.workshop.console.phase_screens",
    "phone": "web.phone.phase_screens",
}
each_surface = pytest.mark.parametrize("owner", SURFACES)


def imported(owner: str) -> Any:
    """The screens of a surface, by a first import of their module."""
    spec = find_spec(SURFACES[owner])
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.SCREENS


def phases_compared(root: Path) -> list[str]:
    """Where services, ui or web ask for a phase by its name."""
    found = []
    for path in tree.modules(root, "services", "ui", "web"):
        for node in ast.walk(tree.parsed(path)):
            sides = [node.left, *node.comparators] if isinstance(node, ast.Compare) else []
            sides += [node.subject, *node.cases] if isinstance(node, ast.Match) else []
            a_phase = any(isinstance(side, ast.Attribute) and side.attr == "phase" for side in sides)
            named = any(isinstance(n, ast.Constant) and n.value in PHASES for s in sides for n in ast.walk(s))
            if a_phase and named:
                found.append(f"{tree.name(path, root)}:{node.lineno}")  # type: ignore[attr-defined]
    return found


def test_a_button_to_a_phase_is_one_of_the_actions_and_leads_there() -> None:
    named = {name for name, phase in PHASES.items() if phase.button}
    leads = {(action, move.to) for phase in PHASES.values() for action, move in phase.moves.items()}
    assert named
    assert {(action, to) for action, to in leads if action in named} == {(name, (name,)) for name in named}


@each_surface
def test_every_phase_has_its_screen(owner: str) -> None:
    assert set(imported(owner)) == set(PHASES)


@each_surface
def test_a_phase_without_a_screen_stops_the_import(owner: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PHASES, "pause", replace(PHASES["overview"], name="pause"))  # type: ignore[arg-type,misc]
    with pytest.raises(LookupError, match=f"^The {owner} has no screen for the phase “pause”.$"):
        imported(owner)


@each_surface
def test_a_screen_without_a_phase_stops_the_import(owner: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(PHASES, "decisions")
    with pytest.raises(LookupError, match=f"^The {owner} has a screen for “decisions”, which is no phase.$"):
        imported(owner)


def test_services_and_surfaces_ask_the_record_of_a_phase_and_not_for_its_name() -> None:
    assert phases_compared(tree.ROOT) == []


def test_a_question_for_the_name_of_a_phase_is_found(tmp_path: Path) -> None:
    tree.plant(tmp_path, "services/workshop/a.py", 'shown = room.phase in ("reveal", "agreed")\n')
    tree.plant(tmp_path, "ui/screens/workshop/b.py", 'match view.phase:\n    case "lobby": ...\n')
    tree.plant(tmp_path, "web/phone/c.py", 'moved = view.phase != before.phase or view.code == "lobby"\n')
    assert phases_compared(tmp_path) == ["services/workshop/a.py:1", "ui/screens/workshop/b.py:1"]

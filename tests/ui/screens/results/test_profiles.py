"""Corner profiles on the screen: all lowest, all in the middle without backing, all highest with numbers."""

from typing import Any

import pytest

from services.core.installation import Installation
from tests.ui.filled import answered

PROFILES: list[tuple[str, dict[str, Any], list[str]]] = [
    (
        "You describe level 1, Ad hoc.",
        {"level": 1},
        [
            "No practice is at level 3 or higher, so no evidence is needed yet.",
            "The first three of twelve decisions",
        ],
    ),
    (
        "You describe level 3, In place.",
        {"level": 3},
        ["No evidence is recorded yet: 0 of 25 practices.", "25 practices have no evidence yet"],
    ),
    (
        "You describe level 5, Embedded.",
        {"level": 5, "backing": "number"},
        [
            "level 5 can be shown too.",
            "You are at the highest level.",
            "There is no higher level.",
        ],
    ),
]


@pytest.mark.parametrize(("sentence", "answer", "others"), PROFILES)
def test_a_corner_profile_shows_its_level_in_words(
    real: Installation, sentence: str, answer: dict[str, Any], others: list[str]
) -> None:
    visit = answered(real, dict.fromkeys(real.instrument.practices, answer), activity=answer["level"])
    visit.open("check")
    assert "25 of 25 questions answered" in visit.text
    visit.press("See your results")
    assert visit.heading.replace("\u00a0", " ") == sentence
    shown = visit.text.replace("\u00a0", " ")
    assert [words for words in others if words not in shown] == []
    assert [tab.label for tab in visit.app.tabs] == [pillar.title for pillar in real.instrument.pillars]
    for place, title in enumerate(tab.label for tab in visit.app.tabs):
        visit.app.session_state["section_in_front"] = title
        visit.run()
        lead, *_rest = visit.app.tabs[place].get("html")
        assert f">Level {answer['level']}, " in lead.value.replace("\u00a0", " ")

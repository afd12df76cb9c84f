"""Corner profiles on the screen: all lowest, all in the middle without backing, all highest with numbers."""

import re

import pytest

from services.core.installation import Installation
from tests.browser.conftest import Someone
from tests.browser.prepared import Raw, prepare

pytestmark = pytest.mark.browser

Words = list[str]
PROFILES: list[tuple[str, Raw, int, str, Words]] = [
    (
        "lowest",
        {"level": 1},
        1,
        "You describe level 1, Ad hoc.",
        [
            "No practice is at level 3 or higher, so there is nothing to back yet.",
            "The three things to do first",
        ],
    ),
    (
        "middle without backing",
        {"level": 3},
        3,
        "You describe level 3, In place.",
        ["Nothing has been recorded to back it yet: 0 of 25 answers.", "25 answers have nothing to show"],
    ),
    (
        "highest with numbers",
        {"level": 5, "backing": "number"},
        5,
        "You describe level 5, Embedded.",
        [
            "you could show level 5 too.",
            "Nothing holds you below the highest level.",
            "There is no higher level.",
        ],
    ),
]


@pytest.mark.parametrize("profile", PROFILES, ids=[profile[0] for profile in PROFILES])
def test_a_corner_profile_shows_its_level_in_words(
    someone: Someone, installation: Installation, profile: tuple[str, Raw, int, str, Words]
) -> None:
    name, answer, level, sentence, others = profile
    prepared = prepare(installation, lambda _code: answer, name=f"All {name}", activity=level)
    person = someone(token=prepared.token)
    person.goes("check")
    person.sees_text("25 of 25 questions answered")
    person.taps(person.button("See your results").first)
    person.sees(person.heading(re.compile("^" + re.escape(sentence).replace(r"\ ", r"\s") + "$")))
    person.sees_text(*others)
    person.sees(person.heading("Section by section", 2))
    for pillar in person.instrument.pillars:
        person.taps(person.page.get_by_role("tab", name=pillar.title))
        panel = person.page.get_by_role("tabpanel", name=pillar.title)
        person.sees(panel.get_by_text(re.compile(rf"^Level {level}, ")))

"""Every screen in the pseudo-language: nobody reads English there but names and what somebody typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assessment.errors import RefusedInput
from language.translation import set_default_language
from services.assessments.example import open_example
from services.core import installation
from services.core.installation import Installation, open_installation
from services.workshop import facilitation
from services.workshop.join.codes import grouped
from storage.repositories.assessments import list_assessments
from tests.pseudo_language import english_in, installed, typed_in_the_example
from tests.reports import AS_OF
from tests.ui.filled import imported
from tests.ui.screens.workshop.led import Led
from tests.ui.visible import visible
from tests.ui.visit import Visit
from tools.pseudo import LANGUAGE
from ui.navigation import WELCOME, screens

WITHOUT_EXAMPLE = ("setup", "workshop", "invite", "resume", "method")
STANDARDS = {"GOVERN", "MAP", "MEASURE", "MANAGE", "Art", "Annex", "III"}
TALK = ("Until spring.", "Sales sees a two.", "Kestrel Cycles")
PHASES = ("overview", "decisions", "commitments")


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """An installation that has the pseudo-language alone, behind the screens of this module."""
    opened = open_installation(installed(tmp_path_factory.mktemp("pseudo")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(installation, "_opened", [opened])
        yield opened
    opened.database.close()
    set_default_language("en")


def english_on(visit: Visit, *typed: str) -> set[str]:
    """The English words a visitor reads, without those of the example and those `typed`."""
    texts = visible(visit.app)
    assert texts
    known = typed_in_the_example() | set(typed)
    return {word for text in texts for word in english_in(text, known)} - STANDARDS


def test_no_screen_of_the_example_has_english_left(pseudo: Installation) -> None:
    visit = Visit()
    open_example(pseudo, visit.token, AS_OF)
    found = {}
    for screen in screens(pseudo.editions):
        if screen not in (WELCOME, "wall", "console", "people"):
            visit.open(screen)
            found[screen] = english_on(visit)
    assert {screen: words for screen, words in found.items() if words} == {}


def test_no_screen_of_a_newcomer_has_english_left(pseudo: Installation) -> None:
    found = {WELCOME: english_on(Visit())}
    for screen in (*WITHOUT_EXAMPLE, "results"):
        found[screen] = english_on(Visit(screen=screen))
    assert {screen: words for screen, words in found.items() if words} == {}


@pytest.mark.parametrize("privacy", ["open", "by_camp", "team"])
def test_wall_and_console_have_no_english_left_in_any_phase(pseudo: Installation, privacy: str) -> None:
    led = Led(pseudo, privacy=privacy, minutes=180)  # type: ignore[arg-type]
    found: dict[str, set[str]] = {}

    def look(phase: str) -> None:
        shown = (led.console(), Visit(led.token, "wall"), Visit(led.token, "people"))
        found[phase] = {
            word for one in shown for word in english_on(one, grouped(led.code), "localhost/join", *TALK)
        }

    look("empty lobby")
    people = led.four()
    led.act("start")
    look("question")
    led.votes(people, [2, 3, 4, 4])
    led.act("reveal")
    look("reveal")
    led.act("vote_again")
    look("second vote")
    led.votes(people, [2, 3, 4, 4])
    led.act("reveal")
    facilitation.agree(pseudo, led.owned, 3, note=TALK[0], dissent=TALK[1])
    look("agreed")
    for phase in PHASES:
        led.act(phase)  # type: ignore[arg-type]
        look(phase)
    led.act("close")
    look("closed")
    assert {phase: words for phase, words in found.items() if words} == {}


@pytest.fixture
def both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Installation]:
    """An English installation that has the pseudo-language too."""
    settings = installed(tmp_path, english=True).model_copy(update={"language": "en"})
    opened = open_installation(settings)
    monkeypatch.setattr(installation, "_opened", [opened])
    yield opened
    opened.database.close()
    set_default_language("en")


def test_a_screen_speaks_the_language_of_its_assessment(both: Installation) -> None:
    english, other = imported(both, "open", "b"), imported(both, "open", "b", language=LANGUAGE)
    for visit in (english, other):
        visit.open("governance")
    assert english_on(english, "Kestrel Cycles")
    assert english_on(other, "Kestrel Cycles") == set()
    assert english_on(Visit())


def test_so_does_what_a_tap_says(both: Installation) -> None:
    visit = imported(both, "open", "b", language=LANGUAGE)
    visit.open("governance")
    card = next(button for button in visit.app.button if "card-" in str(button.key))
    card.click()
    visit.run()
    assert english_on(visit, "Kestrel Cycles") == set()


def test_a_file_in_a_language_that_is_not_here_is_refused_by_name(both: Installation) -> None:
    with pytest.raises(RefusedInput, match="“fi”; choose from “en” and “qps”"):
        imported(both, "open", "b", language="fi")
    with both.database.reading() as unit:
        assert list_assessments(unit) == []

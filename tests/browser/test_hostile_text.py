"""What people type is shown as they typed it: never markup, never an element, never run."""

import pytest

from services.core.installation import Installation
from tests.browser.person import Person, Someone
from tests.browser.prepared import mixed, prepare
from tests.words import FOOTER

pytestmark = pytest.mark.browser

HOSTILE = "<img src=x onerror=alert(1)> **b** :material/x: $x$ [l](http://e)"
NOTE = "</textarea><script>alert(2)</script> # h\n- *i* | `c` &amp; :heart: <-> www.e.org"
SCREENS = ("", "strategy", "check", "results", "decisions", "playbook", "method", "owner")
INVISIBLE = "\u2060"
PLANTED = """() => document.querySelectorAll(
    'main img[src="x"], main [onerror], main a[href*="//e"], main .katex, main a[href*="www.e.org"]').length"""


def shown(person: Person) -> str:
    """The text of the screen as it can be read, without the characters nobody sees."""
    words = person.page.get_by_role("main").inner_text()
    return " ".join(words.replace(INVISIBLE, "").split())


def test_a_hostile_name_is_shown_as_it_is_on_every_screen(someone: Someone) -> None:
    person = someone()
    person.goes()
    person.sets_up(HOSTILE)
    first = person.asked[0]
    person.answers(first, 3)
    person.notes(NOTE)
    for screen in SCREENS:
        person.goes(screen)
        person.sees_text(FOOTER)
        assert HOSTILE in shown(person), screen
        assert person.page.evaluate(PLANTED) == 0, screen
    person.goes("strategy")
    person.taps(person.button("Back"))
    person.sees_question(first)
    person.taps(person.text("Your note", exact=True))
    assert person.field("Note").input_value() == NOTE


def test_a_hostile_name_is_a_button_and_a_file_name_without_harm(
    someone: Someone, installation: Installation
) -> None:
    prepared = prepare(installation, mixed, name=HOSTILE, submitted=True)
    person = someone(token=prepared.token)
    person.goes()
    person.sees(person.button("Continue:"))
    assert HOSTILE in shown(person)
    person.goes("playbook")
    name = person.downloads("Download the PDF").suggested_filename
    assert name.endswith(".pdf")
    assert not set(name) & set('<>/\\"*')

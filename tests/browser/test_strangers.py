"""Two browsers at once on one server: neither sees anything of the other."""

import pytest

from tests.browser.person import Person, Someone
from tests.words import FOOTER

pytestmark = pytest.mark.browser

SCREENS = ("", "strategy", "check", "results", "decisions", "playbook", "method", "owner", "resume")


def test_two_browsers_answer_at_the_same_time_and_keep_their_own(someone: Someone) -> None:
    amber, blue = someone(), someone(phone=True)
    for person, organisation in ((amber, "Amber Ltd"), (blue, "Blue Ltd")):
        person.goes()
        person.sets_up(organisation)
    first, second = amber.asked[:2]
    amber.answers(first, 5)
    blue.answers(first, 1)
    amber.moves_on(second)
    blue.moves_on(second)
    amber.answers(second, 4)
    for person, level, done in ((amber, 5, 2), (blue, 1, 1)):
        person.page.reload()
        person.sees_text(f"{done} of 25 answered")
        person.taps(person.button("Back"))
        person.sees_answer(first, level)
        assert others_words(person, "Blue Ltd" if person is amber else "Amber Ltd") == []


def others_words(person: Person, organisation: str) -> list[str]:
    """The screens on which the other organisation’s name stands."""
    found = []
    for screen in SCREENS:
        person.goes(screen)
        person.sees_text(FOOTER)
        if organisation in person.page.content():
            found.append(screen)
    return found

"""Two browsers at once on one server: neither sees anything of the other."""

import pytest

from services.core.installation import Installation
from tests.browser.conftest import Someone
from tests.browser.person import Person
from tests.browser.prepared import mixed, prepare
from tests.browser.watch import Watch

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
        person.sees_text("No account, no e-mail address")
        if organisation in person.page.content():
            found.append(screen)
    return found


def test_the_documents_of_another_browser_look_as_if_they_did_not_exist(
    someone: Someone, installation: Installation, watch: Watch
) -> None:
    mine = prepare(installation, mixed, name="Mine Ltd", submitted=True)
    theirs = prepare(installation, mixed, name="Theirs Ltd", submitted=True)
    person = someone(token=mine.token)
    person.goes("results")
    fetch = person.context.request.get
    for kind in ("report", "export"):
        assert fetch(f"{person.url}/{kind}/{mine.owned.assessment_id}").status == 200
        forbidden = fetch(f"{person.url}/{kind}/{theirs.owned.assessment_id}")
        unknown = fetch(f"{person.url}/{kind}/{'0' * len(theirs.owned.assessment_id)}")
        assert forbidden.status == unknown.status == 404
        assert forbidden.text() == unknown.text()
        assert "Theirs" not in forbidden.text()
    watch.expect("404")
    person.page.goto(f"{person.url}/report/{theirs.owned.assessment_id}")
    person.sees(person.page.get_by_role("heading", level=1))
    assert "Theirs" not in person.page.content()

"""axe on every screen and every state that matters, light and dark, at desktop and phone width."""

from collections.abc import Callable

import pytest

from services.core.installation import Installation
from tests.browser.axe import grave_findings
from tests.browser.conftest import Someone
from tests.browser.layout import too_small, too_wide
from tests.browser.person import Person
from tests.browser.prepared import Raw, half_way, mixed, prepare
from tests.browser.watch import lines

pytestmark = pytest.mark.browser

Arrive = Callable[[Person], None]


def welcome(person: Person) -> None:
    person.goes()
    person.sees(person.button("Begin"))


def set_up(person: Person) -> None:
    welcome(person)
    person.taps(person.button("Begin"))
    person.sees(person.button("Start"))


def set_up_refused(person: Person) -> None:
    set_up(person)
    person.taps(person.button("Start"))
    person.sees_text("Not started yet.")


def resume_code(person: Person) -> None:
    set_up(person)
    person.types("Organisation", "Acme & Sons")
    person.taps(person.button("Start"))
    person.reads_code()


def come_back(person: Person) -> None:
    person.goes("resume")
    person.sees(person.field("Resume code"))


def nothing_open(person: Person) -> None:
    person.goes("results")
    person.sees(person.heading("Nothing is open in this browser"))


def unanswered(person: Person) -> None:
    person.goes("strategy")
    person.sees_question(person.asked[0])
    person.sees_text("In technology words")


def answered(person: Person) -> None:
    unanswered(person)
    person.answers(person.asked[0], 2)
    person.sees_text("Which of the five will the technology side choose?", "Add a note")


def backed(person: Person) -> None:
    unanswered(person)
    person.answers(person.asked[0], 3)
    person.chooses("What could somebody show for it?", "A document")


def does_not_apply(person: Person) -> None:
    person.goes("operations")
    for following in person.asked[21:25]:
        person.moves_on(following)
    person.taps(person.button("Does not apply to us"))
    person.sees(person.field("Why does it not apply?"))


def activity(person: Person) -> None:
    person.goes("activity")
    person.sees_question(person.asked[25])
    person.answers(person.asked[25], 3)


def check(person: Person) -> None:
    person.goes("check")
    person.sees(person.heading("Check your answers"), person.button("See your results"))


def no_level(person: Person) -> None:
    person.goes("results")
    person.sees_text("There are not enough answers for a level yet")


def results(person: Person) -> None:
    person.goes("results")
    person.sees(person.heading("Section by section", 2), person.link("Download the playbook"))
    person.sees(person.page.get_by_role("img").first)


def example(person: Person) -> None:
    welcome(person)
    person.taps(person.button("Open the example"))
    person.sees_text("This is a finished example.")
    person.sees(person.heading("Section by section", 2), person.page.get_by_role("img").first)


def decisions(person: Person) -> None:
    person.goes("decisions")
    person.sees_text("Tap what you want most.")
    person.sees(person.page.get_by_role("region", name="The pilot register"))


def playbook(person: Person) -> None:
    person.goes("playbook")
    person.sees(person.link("Download the PDF"), person.field("Confidentiality line"))


def method(person: Person) -> None:
    person.goes("method")
    person.sees(person.heading("How every number is made"))
    person.sees_text("No account, no e-mail address")


def owner(person: Person) -> None:
    person.goes("owner")
    person.sees(person.heading("Owner’s room"), person.button("Delete for good"))


def nobody(_code: str) -> Raw | None:
    return None


FRESH: dict[str, Arrive] = {
    "welcome": welcome,
    "set up": set_up,
    "set up refused": set_up_refused,
    "resume code shown": resume_code,
    "come back": come_back,
    "nothing open": nothing_open,
    "example": example,
    "method without an assessment": method,
}
OWNED: dict[str, tuple[Arrive, Callable[[str], Raw | None]]] = {
    "welcome with an assessment": (welcome, half_way),
    "unanswered": (unanswered, nobody),
    "answered": (answered, nobody),
    "backed": (backed, nobody),
    "does not apply": (does_not_apply, nobody),
    "activity": (activity, half_way),
    "check with gaps": (check, half_way),
    "results without a level": (no_level, half_way),
    "results alone": (results, mixed),
    "decisions": (decisions, mixed),
    "playbook": (playbook, mixed),
    "method": (method, mixed),
    "owner": (owner, mixed),
}
WIDTHS = pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])


@WIDTHS
@pytest.mark.parametrize("state", FRESH)
def test_a_newcomers_screen_has_no_grave_finding(someone: Someone, state: str, *, phone: bool) -> None:
    person = someone(phone=phone)
    FRESH[state](person)
    assert_sound(person)


@WIDTHS
@pytest.mark.parametrize("state", OWNED)
def test_an_owners_screen_has_no_grave_finding(
    someone: Someone, installation: Installation, state: str, *, phone: bool
) -> None:
    arrive, answer = OWNED[state]
    prepared = prepare(
        installation, answer, activity=3 if answer is mixed else None, submitted=answer is mixed
    )
    person = someone(phone=phone, token=prepared.token)
    arrive(person)
    assert_sound(person)


def assert_sound(person: Person) -> None:
    """No grave finding in either theme; on a phone nothing too wide and nothing too small."""
    found = []
    for scheme in ("light", "dark"):
        person.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        person.page.wait_for_function(GROUND[scheme])
        found += [f"{scheme}: {finding}" for finding in grave_findings(person.page)]
    if person.phone:
        found += [*too_wide(person.page), *too_small(person.page)]
    assert not found, lines(found)


# The theme has arrived when the ground is light or dark; the red of its colour tells which.
_RED = "Number(getComputedStyle(document.querySelector('[data-testid=\"stApp\"]')).backgroundColor.match(/\\d+/)[0])"
GROUND = {"light": f"() => {_RED} > 200", "dark": f"() => {_RED} < 60"}

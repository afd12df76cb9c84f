"""axe on every screen and every state that matters, light and dark, at desktop and phone width."""

from collections.abc import Callable
from typing import Protocol

import pytest

from services.core.installation import Installation
from tests.browser.person import Person, Someone
from tests.browser.prepared import Raw, half_way, mixed, prepare
from tests.browser.soundness import WIDTHS, assert_sound
from tests.words import FINISHED_EXAMPLE, FOOTER, NOTHING_OPEN

pytestmark = pytest.mark.browser


class Arrive(Protocol):
    """Brings a person to one state of a screen."""

    __name__: str

    def __call__(self, person: Person) -> None: ...


def welcome(person: Person) -> None:
    person.goes()
    person.sees(person.button("Start the assessment"))


def set_up(person: Person) -> None:
    welcome(person)
    person.taps(person.button("Start the assessment"))
    person.sees(person.button("Create the assessment"))


def set_up_refused(person: Person) -> None:
    set_up(person)
    person.taps(person.button("Create the assessment"))
    person.sees_text("Not started yet.")


def resume_code(person: Person) -> None:
    set_up(person)
    person.types("Organisation", "Acme & Sons")
    person.taps(person.button("Create the assessment"))
    person.reads_code()


def come_back(person: Person) -> None:
    person.goes("resume")
    person.sees(person.field("Resume code"))


def nothing_open(person: Person) -> None:
    person.goes("results")
    person.sees(person.heading(NOTHING_OPEN))


def unanswered(person: Person) -> None:
    person.goes("strategy")
    person.sees_question(person.asked[0])
    person.sees_text("Read in technology words")


def answered(person: Person) -> None:
    unanswered(person)
    person.answers(person.asked[0], 2)
    person.sees_text("Which answer will the technology side choose?", "Add a note")


def backed(person: Person) -> None:
    unanswered(person)
    person.answers(person.asked[0], 3)
    person.chooses("What evidence could you show?", "A document")


def does_not_apply(person: Person) -> None:
    person.goes("value")
    for following in person.asked[6:9]:
        person.moves_on(following)
    person.taps(person.button("Not due yet"))
    person.sees_saved()


def activity(person: Person) -> None:
    person.goes("activity")
    person.sees_question(person.asked[25])
    person.answers(person.asked[25], 3)


def check(person: Person) -> None:
    person.goes("check")
    person.sees(person.heading("Check your answers"), person.button("See your results"))


def no_level(person: Person) -> None:
    person.goes("results")
    person.sees_text("No higher than level 1 for now")


def results(person: Person) -> None:
    person.goes("results")
    person.sees(person.heading("Practices by section", 2), person.link("Download the playbook"))
    person.sees(person.page.get_by_role("img").first)


def example(person: Person) -> None:
    welcome(person)
    person.taps(person.button("Open the example"))
    person.sees_text(FINISHED_EXAMPLE)
    person.sees(person.heading("Practices by section", 2), person.page.get_by_role("img").first)


def decisions(person: Person) -> None:
    person.goes("decisions")
    person.sees_text("What AI should bring")
    person.sees(person.page.get_by_role("region", name="Pilot register"))


def playbook(person: Person) -> None:
    person.goes("playbook")
    person.sees(person.link("Download the PDF"), person.field("Confidentiality line"))


def method(person: Person) -> None:
    person.goes("method")
    person.sees(person.heading("How every number is calculated"))
    person.sees_text(FOOTER)


def owner(person: Person) -> None:
    person.goes("owner")
    person.sees(person.heading("Owner’s room"), person.button("Delete for good"))


def nobody(_code: str) -> Raw | None:
    return None


FRESH: dict[str, tuple[Arrive, ...]] = {
    "the way in": (welcome, set_up, set_up_refused, resume_code),
    "nothing open": (come_back, nothing_open, method),
    "example": (example,),
}
"""One browser takes the screens of a row in turn."""
OWNED: dict[str, tuple[Callable[[str], Raw | None], tuple[Arrive, ...]]] = {
    "just begun": (nobody, (unanswered, answered, backed, does_not_apply)),
    "half way": (half_way, (welcome, activity, check, no_level)),
    "finished": (mixed, (results, decisions, playbook, method, owner)),
}


@WIDTHS
@pytest.mark.parametrize("row", FRESH)
def test_a_newcomers_screens_have_no_grave_finding(someone: Someone, row: str, *, phone: bool) -> None:
    person = someone(phone=phone)
    for arrive in FRESH[row]:
        arrive(person)
        assert_sound(person, arrive.__name__)


@WIDTHS
@pytest.mark.parametrize("row", OWNED)
def test_an_owners_screens_have_no_grave_finding(
    someone: Someone, installation: Installation, row: str, *, phone: bool
) -> None:
    answer, arrivals = OWNED[row]
    prepared = prepare(
        installation, answer, activity=3 if answer is mixed else None, submitted=answer is mixed
    )
    person = someone(phone=phone, token=prepared.token)
    for arrive in arrivals:
        arrive(person)
        assert_sound(person, arrive.__name__)

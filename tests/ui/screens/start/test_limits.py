"""Beyond the limit of new assessments a screen says so, and what was typed is still there."""

from services.core import identity
from services.core.installation import Installation
from services.core.rate_limits import NEW_BY_BROWSER
from tests.ui.visit import Visit

REFUSED = "Too many assessments were started from here within an hour."


def limited(inst: Installation, screen: str = "welcome") -> Visit:
    visit = Visit(screen=screen)
    for _other in range(NEW_BY_BROWSER.amount):
        inst.limits.check_new(identity.counted_as(inst, visit.token), "")
    return visit


def test_alone(inst: Installation) -> None:
    visit = limited(inst, "setup")
    visit.type("Organisation", "Kestrel Foods")
    visit.press("Create the assessment")
    assert REFUSED in visit.text
    assert [f.value for f in visit.app.text_input if f.label.startswith("Organisation")] == ["Kestrel Foods"]


def test_a_workshop(inst: Installation) -> None:
    visit = limited(inst, "workshop")
    visit.type("Organisation", "Kestrel Foods")
    visit.press("Set up the workshop")
    assert REFUSED in visit.text
    assert [f.value for f in visit.app.text_input if f.label.startswith("Organisation")] == ["Kestrel Foods"]


def test_the_example(real: Installation) -> None:
    visit = limited(real)
    visit.press("Open the example")
    assert REFUSED in visit.text
    assert visit.heading.startswith("Agreeing to spend on AI")

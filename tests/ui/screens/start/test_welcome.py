"""Welcome: what this is, the ways in, and what this browser has begun."""

import pytest

from services.core.installation import Installation
from tests.ui.visit import Visit, set_up
from tests.words import FINISHED_EXAMPLE

pytestmark = pytest.mark.usefixtures("inst")


def test_a_newcomer_reads_what_it_is_and_may_begin() -> None:
    visit = Visit()
    assert visit.heading == "Agreeing to spend on AI is not agreeing what it is for"
    assert "Counter · Workshop" in visit.text
    visit.press("Start the assessment")
    assert visit.heading == "Before the questions"


def test_a_door_that_leads_nowhere_is_not_shown() -> None:
    assert "example" not in Visit().text.lower(), "the bicycle shop has no finished example"


def test_the_doors_to_a_workshop() -> None:
    visit = Visit()
    assert '<a class="pl-way" href="/join">' in "".join(block.value for block in visit.app.html)
    visit.press("Set up a workshop")
    assert visit.heading == "Run a workshop"


def test_what_this_browser_has_begun_stands_first_with_how_far_it_is() -> None:
    earlier = set_up("Kestrel **Cycles**")
    earlier.press("3")
    visit = Visit(earlier.token)
    assert visit.buttons[0] == "Continue: Kestrel **Cycles**, 1 of 5 answered"


def test_continuing_leads_to_the_same_question() -> None:
    earlier = set_up()
    earlier.press("2")
    earlier.press("Next")
    visit = Visit(earlier.token)
    visit.press("Continue")
    assert visit.heading == "When does a customer learn the price of a repair?"


def test_another_browser_sees_nothing_of_it() -> None:
    set_up("Kestrel Cycles")
    assert "Kestrel" not in Visit().text


def test_the_finished_example_opens_with_its_results_in_one_click(real: Installation) -> None:
    visit = Visit()
    visit.press("Open the example")
    assert FINISHED_EXAMPLE in visit.text
    assert "Northgate" in visit.text


def test_the_example_is_not_offered_as_something_begun(real: Installation) -> None:
    opened = Visit()
    opened.press("Open the example")
    assert not [words for words in Visit(opened.token).buttons if words.startswith("Continue")]

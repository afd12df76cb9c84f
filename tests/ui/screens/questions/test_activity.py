"""Activity: asked as the other questions are, after the last section."""

from services.assessments import answering
from services.core import identity
from services.core.installation import Installation
from tests.ui.visit import Visit, set_up


def test_it_follows_the_last_section_and_leads_to_the_check(inst: Installation) -> None:
    visit = set_up()
    visit.open("beta")
    visit.press("Next")
    visit.press("Next")
    assert visit.heading == "How many repairs came in last week?"
    assert "Activity · question 1 of 2 · 0 of 2 answered" in visit.text
    visit.press("Next")
    visit.press("Check your answers")
    assert visit.heading == "Check your answers"


def test_a_tap_is_stored_without_backing_or_dont_know(inst: Installation) -> None:
    visit = set_up()
    visit.open("activity")
    visit.press("4")
    owned = identity.current_assessment(inst, visit.token)
    assert owned is not None
    assert answering.answers(inst, owned).activity == {"ACT-1": 4}
    assert "Saved" in visit.text
    assert "I don’t know" not in visit.buttons
    assert "What evidence could you show" not in visit.text


def test_a_reload_shows_the_same_question(inst: Installation) -> None:
    visit = set_up()
    visit.open("activity")
    visit.press("Next")
    assert Visit(visit.token, screen="activity").heading == "How many people worked at the bench last week?"

"""The frame: links that make sense now, guards, and what goes wrong said plainly."""

import pytest

from services.core import identity
from services.core.installation import Installation
from tests.ui.visit import Visit, set_up
from ui import navigation, session

NEEDS_ASSESSMENT = ("alpha", "beta", "activity", "check", "results", "decisions", "playbook", "owner")


def test_a_newcomer_sees_few_links(inst: Installation) -> None:
    assert Visit().links[:2] == ["Plumbline", "Method"]


def test_links_grow_with_the_assessment(inst: Installation) -> None:
    visit = set_up()
    assert visit.links == ["Plumbline", "Questions", "Check", "Results", "Method", "Owner’s room"]


def test_the_organisation_stands_in_the_header(inst: Installation) -> None:
    visit = set_up("Kestrel & Sons")
    assert "Kestrel & Sons" in visit.text


@pytest.mark.parametrize("screen", NEEDS_ASSESSMENT)
def test_screens_that_need_an_assessment_say_so(inst: Installation, screen: str) -> None:
    visit = Visit(screen=screen)
    assert visit.heading == "No assessment is open in this browser"
    assert "Plumbline" in visit.links, "the frame is there"


@pytest.mark.parametrize("screen", NEEDS_ASSESSMENT)
def test_another_browser_reaches_nothing_by_address(inst: Installation, screen: str) -> None:
    set_up("Kestrel Cycles")
    assert "Kestrel" not in Visit(screen=screen).text


def test_every_screen_has_a_title_for_its_tab(inst: Installation) -> None:
    titles = [str(screen.title) for screen in navigation.screens(inst.editions).values()]
    assert len(titles) == len(set(titles))
    assert {"Counter", "Workshop", "Results"} <= set(titles)


def test_a_pillar_named_like_a_screen_gets_an_address_of_its_own() -> None:
    assert navigation.section("results") == "section-results"
    assert navigation.section("governance") == "governance"


def test_an_unexpected_error_is_shown_without_its_details(inst: Installation) -> None:
    from streamlit.testing.v1 import AppTest

    def script() -> None:
        from ui.errors import show_unexpected

        assert show_unexpected(KeyError("secret/path"))

    shown = AppTest.from_function(script)
    shown.session_state[session.VISITOR] = identity.new_token()
    shown.run()
    (block,) = shown.html
    assert "Everything marked as saved is safe." in block.value
    assert "secret" not in block.value


def test_the_way_back_to_the_questions_leads_where_one_was(inst: Installation) -> None:
    visit = set_up()
    visit.open("activity")
    visit.press("4")
    visit.open("method")
    (link,) = [link for link in visit.app.page_link if link.label == "Questions"]
    assert link.proto.page == "activity"


def test_a_screen_of_the_plan_is_in_the_menu_while_one_stands_on_it(inst: Installation) -> None:
    visit = set_up()
    assert "Plan" not in visit.links
    visit.open("plan-value")
    assert "Plan" in visit.links
    visit.open("check")
    assert "Plan" not in visit.links

"""Set up: a name, a function, and the resume code once."""

import re

import pytest
import streamlit as st
from streamlit.runtime.scriptrunner import RerunData, RerunException, get_script_run_ctx

from services.core import identity
from services.core.installation import Installation
from tests import prepare
from tests.ui.visit import Visit
from ui import session

CODE = r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}"


def begun(**fields: str) -> Visit:
    visit = Visit(screen="setup")
    visit.app.text_input[0].set_value(fields.get("name", "Kestrel Cycles"))
    visit.press("Create the assessment")
    return visit


def test_it_says_what_is_stored_and_where(inst: Installation) -> None:
    assert "This installation keeps what you enter" in Visit(screen="setup").text


def test_only_the_name_is_needed(inst: Installation) -> None:
    visit = begun()
    (owned,) = identity.list_owned(inst, visit.token)
    organisation = prepare.stored(inst, owned).organisation
    assert (organisation.name, organisation.sector, organisation.employees) == ("Kestrel Cycles", None, None)


def test_without_a_name_nothing_is_started(inst: Installation) -> None:
    visit = begun(name="   ")
    assert "Enter the organisation’s name. What you typed is kept." in visit.text
    assert identity.list_owned(inst, visit.token) == ()


def test_everything_that_was_said_is_stored(inst: Installation) -> None:
    visit = Visit(screen="setup")
    for field, text in zip(visit.app.text_input, ("Kestrel", "retail", "IE"), strict=True):
        field.set_value(text)
    visit.app.selectbox[0].select("Head of the workshop (technology side)")
    visit.app.selectbox[1].select("1-50")
    visit.press("Create the assessment")
    (owned,) = identity.list_owned(inst, visit.token)
    whole = prepare.stored(inst, owned)
    assert whole.organisation.model_dump() == {
        "name": "Kestrel", "sector": "retail", "employees": "1-50", "country": "IE",
    }  # fmt: skip
    assert (whole.respondents[0].function, whole.respondents[0].camp) == ("BENCH", "technology")


def test_the_resume_code_is_shown_once_with_what_it_is_for(inst: Installation) -> None:
    visit = begun()
    assert visit.heading == "Write down this code"
    assert re.search(CODE, visit.text)
    assert "in another browser or on another device" in visit.text
    visit.press("Continue")
    assert visit.heading == "When is a customer told the day of collection?"
    visit.open("setup")
    assert not re.search(CODE, visit.text)


def test_the_code_shown_opens_the_assessment_elsewhere(inst: Installation) -> None:
    found = re.search(CODE, begun().text)
    assert found
    elsewhere = Visit(screen="resume")
    elsewhere.type("Resume code", found.group().lower())
    elsewhere.press("Come back")
    assert "Kestrel Cycles" in elsewhere.text
    assert elsewhere.heading == "When is a customer told the day of collection?"


@pytest.mark.parametrize("name", ["**Bold** <b>Ltd</b>", ":heart: & $x$", "# One", "مرحبا"])
def test_a_name_is_shown_as_it_is(inst: Installation, name: str) -> None:
    assert name in begun(name=name).text


def test_a_second_press_in_the_middle_of_the_first_begins_nothing_more(
    inst: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Streamlit interrupts the run of the first press where it next uses session state."""
    take = session.take_given
    pressed: list[bool] = []

    def interrupted_once() -> None:
        if st.session_state.get(session.GIVEN) and not pressed:
            pressed.append(True)
            here = get_script_run_ctx()
            raise RerunException(RerunData(page_script_hash=here.page_script_hash if here else ""))
        take()

    monkeypatch.setattr(session, "take_given", interrupted_once)
    visit = begun()
    assert pressed
    assert visit.heading == "Write down this code"
    assert len(identity.list_owned(inst, visit.token)) == 1

"""A form that adds one more is handed in once."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from services.core import identity
from ui import session

pytestmark = pytest.mark.usefixtures("inst")

SCREEN = Path(__file__).with_name("adding.py")


def opened() -> AppTest:
    app = AppTest.from_file(str(SCREEN), default_timeout=30)
    app.session_state[session.VISITOR] = identity.new_token()
    app.run()
    assert not app.exception
    return app


def added(app: AppTest) -> list[str]:
    names: list[str] = app.session_state["added"]
    return names


def test_what_is_handed_in_is_added_and_the_form_is_empty() -> None:
    app = opened()
    app.text_input[0].set_value("Chat")
    app.button[0].click().run()
    assert added(app) == ["Chat"]
    assert app.text_input[0].value == ""


def test_the_same_tap_handled_again_adds_nothing_and_says_nothing_else() -> None:
    app = opened()
    app.text_input[0].set_value("Chat")
    app.button[0].click().run()
    said = [block.value for block in app.html]
    app.button[1].click().run()
    assert added(app) == ["Chat"]
    assert [block.value for block in app.html] == said


def test_what_is_refused_stays_in_its_field_and_can_be_handed_in_again() -> None:
    app = opened()
    app.button[0].click().run()
    assert added(app) == []
    app.text_input[0].set_value("Chat")
    app.button[0].click().run()
    assert added(app) == ["Chat"]

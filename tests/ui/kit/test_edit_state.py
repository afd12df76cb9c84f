"""Fields that are edited in place: what they show, what is refused, and what is said about it."""

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from assessment.answers.records import Organisation
from services.assessments import answering
from services.core import identity
from services.core.installation import Installation
from tests.ui.kit.edited_fields import STORED
from tests.ui.visit import stripped
from tests.workshops import TODAY
from ui import session
from ui.kit.edit_state import Field

ASSESSMENTS: dict[str, str] = {}
"""The ids of two assessments of this browser."""


@pytest.fixture
def app(inst: Installation) -> Iterator[AppTest]:
    token = identity.new_token()
    for name in ("A", "B"):
        begun = answering.start(inst, token, Organisation(name=name), "CEO", "business", TODAY)
        ASSESSMENTS[name] = begun.owned.assessment_id
    STORED.update(first="one", second="two")
    found = AppTest.from_function(_script, default_timeout=30)
    found.session_state[session.VISITOR] = token
    opens(found, "A")
    yield found.run()
    STORED.clear()


def opens(app: AppTest, name: str) -> None:
    """Puts an assessment in front."""
    app.session_state[session.OPEN] = ASSESSMENTS[name]
    app.session_state[session.LANGUAGE] = (ASSESSMENTS[name], "en")


def _script() -> None:
    from tests.ui.kit import edited_fields

    edited_fields.draw()


def types(app: AppTest, label: str, value: str) -> None:
    (field,) = [field for field in app.text_input if field.label == label]
    field.set_value(value).run()
    assert not app.exception


def values(app: AppTest) -> list[str | None]:
    return [field.value for field in app.text_input]


def said(app: AppTest) -> list[str]:
    return [stripped(block.value) for block in app.html]


def goes_to(app: AppTest, screen: str) -> None:
    app.session_state["screen"] = screen
    app.run()


def test_saved_is_said_beside_the_field_once_it_is_stored_and_when_the_screen_is_drawn_again(
    app: AppTest,
) -> None:
    types(app, "first", "good")
    assert STORED["first"] == "good"
    assert said(app) == ["Saved"]
    app.run()
    assert said(app) == ["Saved"]


def test_what_is_refused_stays_in_its_field_while_another_is_stored(app: AppTest) -> None:
    types(app, "first", "bad")
    types(app, "second", "good")
    assert values(app)[:2] == ["bad", "good"]
    assert said(app) == ["“first” cannot be bad.", "Saved"]
    assert STORED == {"first": "one", "second": "good"}


def test_two_refused_fields_both_keep_what_was_typed_until_each_is_stored(app: AppTest) -> None:
    types(app, "first", "bad")
    types(app, "second", "bad")
    assert values(app)[:2] == ["bad", "bad"]
    assert said(app) == ["“first” cannot be bad.", "“second” cannot be bad."]
    types(app, "first", "good")
    assert said(app) == ["Saved", "“second” cannot be bad."]


def test_what_is_unfinished_is_a_quiet_hint(app: AppTest) -> None:
    types(app, "first", "half")
    (hint,) = app.html
    assert "pl-problem" not in hint.value
    assert said(app) == ["The rest is still to come."]
    assert values(app)[0] == "half"


def test_what_somebody_else_has_stored_is_shown_and_both_entries_are_named(app: AppTest) -> None:
    STORED["first"] = "theirs"
    types(app, "first", "mine")
    assert STORED["first"] == "theirs"
    assert values(app)[0] == "theirs"
    assert said(app) == [
        "Theirs is theirs, yours mine. You now see their version. Enter yours again if you want to keep it."
    ]
    types(app, "first", "mine")
    assert STORED["first"] == "mine"


def test_a_draft_is_compared_with_what_its_writer_had_seen(app: AppTest) -> None:
    types(app, "first", "bad")
    STORED["first"] = "theirs"
    app.run()
    types(app, "first", "mine")
    assert STORED["first"] == "theirs"


def test_a_field_follows_what_is_stored_elsewhere(app: AppTest) -> None:
    STORED["first"] = "theirs"
    app.run()
    assert values(app)[0] == "theirs"


def test_drafts_and_messages_are_forgotten_with_their_screen(app: AppTest) -> None:
    types(app, "first", "bad")
    types(app, "second", "good")
    goes_to(app, "elsewhere")
    goes_to(app, "form")
    assert values(app)[:2] == ["one", "good"]
    assert said(app) == []


def test_a_draft_that_belongs_to_an_assessment_outlives_the_screen_and_appears_in_no_other(
    app: AppTest,
) -> None:
    types(app, "lasting", "bad")
    goes_to(app, "elsewhere")
    opens(app, "B")
    goes_to(app, "form")
    assert values(app)[2] == "one"
    assert said(app) == []
    opens(app, "A")
    app.run()
    assert values(app)[2] == "bad"
    assert said(app) == ["“first” cannot be bad."]


@pytest.mark.parametrize("name", ["Ünder 日本", "\udcff", "x" * 500])
def test_whatever_a_user_has_called_a_thing_can_be_part_of_a_key(name: str) -> None:
    assert Field(("case", name)).key("low").isascii()
    assert len(Field(("case", name)).key("low")) < 60

"""A form that adds one more is handed in once."""

from streamlit.testing.v1 import AppTest

ADDED: list[str] = []


def script() -> None:
    import streamlit as st

    from assessment.errors import RefusedInput
    from tests.ui.kit.test_add_form import ADDED
    from ui.kit import add_form, edit_state
    from ui.kit.edit_state import Field

    def add(typed: object) -> None:
        if not typed["name"]:  # type: ignore[index]
            raise RefusedInput("A name is needed.")
        ADDED.append(typed["name"])  # type: ignore[index]

    with add_form.add_form(Field(("place",))) as form:
        st.text_input("One more", key=form.key("name"))
        form.submit("Add it", add)
    edit_state.feedback("place")
    drawn = st.session_state.setdefault("drawn", [form])
    st.button("The same tap once more", on_click=add_form._hand_in, args=(drawn[0], add, None))


def opened() -> AppTest:
    ADDED.clear()
    app = AppTest.from_function(script, default_timeout=30).run()
    assert not app.exception
    return app


def test_what_is_handed_in_is_added_and_the_form_is_empty() -> None:
    app = opened()
    app.text_input[0].set_value("Chat")
    app.button[0].click().run()
    assert ADDED == ["Chat"]
    assert app.text_input[0].value == ""


def test_the_same_tap_handled_again_adds_nothing_and_says_nothing_else() -> None:
    app = opened()
    app.text_input[0].set_value("Chat")
    app.button[0].click().run()
    said = [block.value for block in app.html]
    app.button[1].click().run()
    assert ADDED == ["Chat"]
    assert [block.value for block in app.html] == said


def test_what_is_refused_stays_in_its_field_and_can_be_handed_in_again() -> None:
    app = opened()
    app.button[0].click().run()
    assert ADDED == []
    app.text_input[0].set_value("Chat")
    app.button[0].click().run()
    assert ADDED == ["Chat"]

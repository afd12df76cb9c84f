"""A screen with one form that adds names, and a button that hands in the first form again."""

import streamlit as st

from assessment.errors import RefusedInput
from ui.kit import add_form, edit_state
from ui.kit.edit_state import Field

ADDED = st.session_state.setdefault("added", [])


def add(typed: object) -> None:
    if not typed["name"]:  # type: ignore[index]
        raise RefusedInput("A name is needed.")
    ADDED.append(typed["name"])  # type: ignore[index]


with add_form.add_form(Field(("place",))) as form:
    st.text_input("One more", key=form.key("name"))
    form.submit("Add it", add)
edit_state.feedback("place")
first = st.session_state.setdefault("first", form)
st.button("The same tap once more", on_click=add_form.hand_in, args=(first, add, None))

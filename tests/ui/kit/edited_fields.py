"""An application with three fields that are edited in place."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from assessment.errors import EditConflict, RefusedInput, Unfinished
from ui import session
from ui.kit import edit_state
from ui.kit.edit_state import Field

STORED: dict[str, Any] = {}
"""What the application under test has stored."""


def save(changes: Mapping[str, Any], seen: Mapping[str, Any] | None) -> None:
    for name, value in changes.items():
        if value == "bad":
            raise RefusedInput(f"“{name}” cannot be bad.")
        if value == "half":
            raise Unfinished("The rest is still to come.")
        if seen is not None and seen.get(name) != STORED[name]:
            raise EditConflict(f"Theirs is {STORED[name]}, yours {value}.")
    STORED.update(changes)


def draw() -> None:
    """Two fields of a form, and one that keeps its draft for its assessment."""
    session.arrive(st.session_state.get("screen", "form"))
    if session.path() == "form":
        for name in ("first", "second"):
            one = Field(("form",), (name,))
            st.text_input(name, **edit_state.widget(one, STORED[name], save))
            edit_state.feedback(*one.path)
        lasting = Field(("case",), ("first",), st.session_state[session.OPEN])
        st.text_input("lasting", **edit_state.widget(lasting, STORED["first"], save))
        edit_state.feedback("case")

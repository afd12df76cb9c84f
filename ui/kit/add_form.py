"""Forms that add one more: each is handed in once, and is empty after that.

    with add_form("use") as form:
        st.text_input(_("One more"), key=form.key("name"))
        form.submit(_("Add it"), lambda typed: add(typed["name"]))

On a busy machine a second tap, or the Enter before a tap, arrives while the first is still being worked on, with
the same fields filled in. So a form has a number, which goes up when it was handed in: what comes again under the
old number was handled already.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import streamlit as st

from ui.kit import edit_state, text
from ui.kit.edit_state import Field, Words

Add = Callable[[Mapping[str, Any]], object]
"""Stores what the fields hold, by name."""


class AddForm:
    """The form of this number at a place."""

    def __init__(self, field: Field, number: int, *, kept: bool) -> None:
        self.field, self.number, self.kept = field, number, kept
        self._keys: dict[str, str] = {}

    def key(self, name: str) -> str:
        """The key of the field of this name."""
        self._keys[name] = f"{self.field.key('add')}_{name}_{self.number}"
        return self._keys[name]

    def only(self, name: str) -> Field:
        """The field of this name by itself, for what is kept while it is typed."""
        found = Field((*self.field.path, "add", str(self.number)), (name,))
        self._keys[name] = found.key(name)
        return found

    def submit(
        self, words: str, add: Add, done: Words = None, *, kind: text.ButtonType = "secondary"
    ) -> None:
        """The button; hands the fields in unless that has happened."""
        key, args = f"{self.field.key('add')}_go_{self.number}", (self, add, done)
        if self.kept:
            text.button(words, key, kind=kind, on_click=hand_in, args=args)
        else:
            st.form_submit_button(text.label(words), type=kind, key=key, on_click=hand_in, args=args)

    def values(self) -> dict[str, Any]:
        return {name: st.session_state.get(key) for name, key in self._keys.items()}


@contextmanager
def add_form(field: Field, *, kept: bool = False) -> Iterator[AddForm]:
    """The fields of one more; `field` is where it is said what became of it.

    `kept`: they hand over what is typed as it is typed, so that a draft of it can be kept (`ui.drafts`).
    """
    form = AddForm(field, st.session_state.setdefault(_counter(field), 0), kept=kept)
    with st.container() if kept else st.form(f"{field.key('add')}_{form.number}", border=False):
        yield form


def hand_in(form: AddForm, add: Add, done: Words) -> None:
    """Callback: hands a form in, unless one of its number was handed in before."""
    if st.session_state[_counter(form.field)] != form.number:
        return

    def work() -> object:
        result = add(form.values())
        st.session_state[_counter(form.field)] += 1
        return result

    edit_state.commit(form.field, work, done)


def _counter(field: Field) -> str:
    return f"{field.key('add')}_number"

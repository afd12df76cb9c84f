"""Select boxes for roles: those of the instrument by title, and others as typed."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import streamlit as st

from assessment.instrument.model import Instrument
from language.translation import _
from ui import session
from ui.kit import edit_state, text
from ui.kit.edit_state import Field, Save


def one_role(
    words: str, field: Field, role: str | None, save: Save, seen: Mapping[str, Any] | None = None
) -> None:
    """A select box for one role or none; the value is in session state under `key`."""
    instrument, (name,) = session.instrument(), field.names
    widget = edit_state.widget(
        field, role, lambda typed, shown: save({name: code_of(instrument, typed[name])}, shown), seen
    )
    st.selectbox(
        text.label(words),
        _offered(instrument, [role, st.session_state[widget["key"]]]),
        index=None,
        format_func=lambda code: title_of(instrument, code),
        placeholder=_("Nobody named"),
        accept_new_options=True,
        **widget,
    )


def some_roles(
    words: str, field: Field, roles: Sequence[str], save: Save, seen: Mapping[str, Any] | None = None
) -> None:
    """A multiselect of roles; the value is in session state under `key`."""
    instrument, (name,) = session.instrument(), field.names

    def save_codes(typed: Mapping[str, Any], shown: Mapping[str, Any] | None) -> object:
        return save({name: [code for role in typed[name] if (code := code_of(instrument, role))]}, shown)

    widget = edit_state.widget(field, list(roles), save_codes, seen)
    st.multiselect(
        text.label(words),
        _offered(instrument, [*roles, *st.session_state[widget["key"]]]),
        format_func=lambda code: title_of(instrument, code),
        placeholder=_("Nobody named"),
        accept_new_options=True,
        **widget,
    )


def title_of(instrument: Instrument, role: str | None) -> str:
    """The title of a role; unknown roles as typed."""
    return instrument.role_titles.get(role or "", role or "")


def code_of(instrument: Instrument, role: str | None) -> str | None:
    """The code stored for a selection; a role or a function typed in full is that code."""
    typed = " ".join((role or "").split())
    return instrument.role_codes.get(typed.casefold(), typed) or None


def _offered(instrument: Instrument, more: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys([*instrument.role_titles, *(role for role in more if role)]))

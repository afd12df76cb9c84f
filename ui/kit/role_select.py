"""Select boxes for roles: those of the instrument by title, and others as typed."""

from collections.abc import Iterable, Sequence
from typing import Any

import streamlit as st

from assessment.instrument.model import Instrument
from language.translation import _
from ui.kit import saving, text


def one_role(
    words: str,
    key: str,
    role: str | None,
    instrument: Instrument,
    on_change: text.Callback,
    args: tuple[Any, ...],
    *,
    empty: str = "",
) -> None:
    """A select box for one role or none; the value is in session state under `key`."""
    saving.held(key, role)
    st.selectbox(
        text.label(words),
        _offered(instrument, [role, st.session_state.get(key)]),
        index=None,
        format_func=lambda code: title_of(instrument, code),
        placeholder=empty or _("Nobody named"),
        accept_new_options=True,
        key=key,
        on_change=on_change,
        args=args,
    )


def some_roles(
    words: str,
    key: str,
    roles: Sequence[str],
    instrument: Instrument,
    on_change: text.Callback,
    args: tuple[Any, ...],
) -> None:
    """A multiselect of roles; the value is in session state under `key`."""
    saving.held(key, list(roles))
    st.multiselect(
        text.label(words),
        _offered(instrument, [*roles, *(st.session_state.get(key) or [])]),
        format_func=lambda code: title_of(instrument, code),
        placeholder=_("Nobody named"),
        accept_new_options=True,
        key=key,
        on_change=on_change,
        args=args,
    )


def title_of(instrument: Instrument, role: str | None) -> str:
    """The title of a role; unknown roles as typed."""
    return instrument.function_titles.get(role or "", role or "")


def code_of(instrument: Instrument, role: str | None) -> str | None:
    """The code stored for a selection; a title typed in full is its function."""
    titles = {title.casefold(): code for code, title in instrument.function_titles.items()}
    text = " ".join((role or "").split())
    return titles.get(text.casefold(), text) or None


def _offered(instrument: Instrument, more: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys([*instrument.function_titles, *(role for role in more if role)]))

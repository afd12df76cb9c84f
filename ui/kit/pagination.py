"""Pagination of long lists."""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from language.translation import _
from ui.kit import text

AT_ONCE = 10
Line = TypeVar("Line")


def page_of(lines: Sequence[Line], key: str) -> list[tuple[int, Line]]:
    """The lines of the current page, each with its position in the whole list."""
    first = st.session_state.get(key, 0)
    first = first if 0 <= first < len(lines) else 0
    return list(enumerate(lines))[first : first + AT_ONCE]


def turn(lines: Sequence[Line], key: str) -> None:
    """The position and buttons for the next and previous page; nothing if there is one page only."""
    if len(lines) <= AT_ONCE:
        return
    shown = page_of(lines, key)
    first, last = shown[0][0], shown[-1][0] + 1
    text.muted(_("{first} to {last} of {all}").format(first=first + 1, last=last, all=len(lines)))
    with st.container(key=f"pl_turn_{key}", horizontal=True, gap="medium"):
        if first:
            text.button(
                _("Back"), f"{key}_back", kind="tertiary", on_click=_go, args=(key, max(0, first - AT_ONCE))
            )
        if last < len(lines):
            text.button(_("Next"), f"{key}_on", kind="tertiary", on_click=_go, args=(key, last))


def _go(key: str, first: int) -> None:
    st.session_state[key] = first

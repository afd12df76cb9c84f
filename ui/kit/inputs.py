"""Input elements: cards, choices, entries of a table of contents, and their containers.

Labels pass through `ui.kit.text.label`, so that every text is shown as it is.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from language.translation import _
from ui.kit import text

PAUSE = "1.2s"
"""After so long without a key a long text is stored; the same for text areas in `web/middleware/page_head.html`."""


@contextmanager
def split(key: str) -> Iterator[tuple[DeltaGenerator, DeltaGenerator]]:
    """Two columns: a wide one for the content and a margin; stacked on a phone."""
    with st.container(key=key):
        main, margin = st.columns([7, 4], gap="large")
        yield main, margin.container(gap="xxsmall")


@contextmanager
def option_columns(count: int = 3, key: str = "pl_doors") -> Iterator[Sequence[DeltaGenerator]]:
    """Columns of equal width for the options of a start screen; stacked on a phone."""
    with st.container(key=key):
        yield st.columns(count, gap="large")


@contextmanager
def cards(key: str) -> Iterator[None]:
    """A stack of cards that belong together."""
    with st.container(key=key, gap="small"):
        yield


def card(
    words: str,
    key: str,
    *,
    number: str = "",
    chosen: bool = False,
    on_click: text.Callback | None = None,
    args: tuple[Any, ...] = (),
    shortcut: str | None = None,
) -> bool:
    """A full-width card for one situation; the chosen one is marked in words as well."""
    marked = f"**{text.label(number)}** " if number else ""
    mine = f" *{text.label(_('Your answer'))}*" if chosen else ""
    return st.button(
        f"{marked}{text.label(words)}{mine}",
        key=f"pl_card_{key}",
        on_click=on_click,
        args=args,
        shortcut=shortcut,
        width="stretch",
        wrap=True,
    )


@contextmanager
def under(key: str) -> Iterator[None]:
    """Container for what belongs to the card above it."""
    with st.container(key=key, gap="small"):
        yield


def choices(
    question: str,
    options: Mapping[Any, str],
    key: str,
    *,
    chosen: object = None,
    on_change: text.Callback,
    args: tuple[Any, ...] = (),
) -> None:
    """A row of words of which one may be tapped; the answer arrives in session state under `key`."""
    st.segmented_control(
        text.label(question),
        list(options),
        format_func=lambda option: text.label(options[option]),
        default=chosen,
        required=True,
        key=key,
        on_change=on_change,
        args=args,
        wrap=True,
    )


@contextmanager
def actions() -> Iterator[None]:
    """Buttons side by side, the main one first."""
    with st.container(key="pl_actions", horizontal=True, gap="small"):
        yield


@contextmanager
def row_of(key: str, *, compact: bool = False) -> Iterator[None]:
    """A wrapping row of secondary buttons and links; a `compact` one takes no more room than they need."""
    width: Literal["content", "stretch"] = "content" if compact else "stretch"
    with st.container(key=key, horizontal=True, vertical_alignment="center", gap="small", width=width):
        yield


@contextmanager
def bar(key: str) -> Iterator[None]:
    """The navigation row with Back and Next."""
    with st.container(key=key, horizontal=True, vertical_alignment="center", gap="small"):
        yield


def entry(
    words: str,
    how_far: str,
    key: str,
    *,
    on_click: text.Callback,
    args: tuple[Any, ...] = (),
    inner: bool = False,
    current: bool = False,
) -> None:
    """An entry of a table of contents: its target and its progress."""
    first = f"**{text.label(words)}**" if current else text.label(words)
    kind = "pl_entry_inner" if inner else "pl_entry"
    st.button(
        f"{first} *{text.label(how_far)}*" if how_far else first,
        key=f"{kind}_{key}",
        type="tertiary",
        on_click=on_click,
        args=args,
        width="stretch",
        wrap=True,
    )


def row(
    name: str, value: str, action: str, key: str, *, on_click: text.Callback, args: tuple[Any, ...] = ()
) -> None:
    """A row of a summary: name, value, and a button."""
    st.button(
        f"**{text.label(name)}** {text.label(value)} *{text.label(action)}*",
        key=f"pl_row_{key}",
        type="tertiary",
        on_click=on_click,
        args=args,
        width="stretch",
        wrap=True,
    )

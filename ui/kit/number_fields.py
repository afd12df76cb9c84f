"""Fields for figures: texts that are read as people type numbers, or refused with what was typed left in place.

A number field of the browser would drop what it cannot read: “12,5” pasted there becomes 125, “5 Mrd” becomes 5.
"""

from collections.abc import Collection, Mapping
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.amounts import LONGEST, amount_text, parse_number
from ui.kit import edit_state, text
from ui.kit.edit_state import Field, Save

PERCENT = "%"


def number_field(
    label: str,
    field: Field,
    stored: float | None,
    save: Save,
    seen: Mapping[str, Any] | None = None,
    *,
    placeholder: str | None = None,
    collapsed: bool = False,
    percent: bool = False,
) -> None:
    """The one widget of a field, for a figure or nothing; `save` gets a number or None."""
    (name,) = field.names
    widget = edit_state.widget(
        field,
        amount_text(stored),
        with_numbers(save, field.names, field.names if percent else ()),
        {name: stored} if seen is None else seen,
    )
    number_input(label, placeholder=placeholder, collapsed=collapsed, **widget)


def number_input(
    label: str,
    place: DeltaGenerator | None = None,
    *,
    placeholder: str | None = None,
    collapsed: bool = False,
    **widget: Any,
) -> str:
    """The widget itself; what it holds is read by `with_numbers` or `parse_number`."""
    found: str = (place or st).text_input(
        text.label(label),
        max_chars=LONGEST,
        placeholder=placeholder,
        label_visibility="collapsed" if collapsed else "visible",
        **widget,
    )
    return found


def with_numbers(save: Save, names: Collection[str], percent: Collection[str] = ()) -> Save:
    """`save` with the texts of these widgets as numbers. Raises RefusedInput for what cannot be read."""

    def saved(typed: dict[str, Any], seen: Mapping[str, Any] | None) -> object:
        read = {n: parse_number(typed[n] or "", PERCENT if n in percent else "") for n in names}
        return save({**typed, **read}, seen)

    return saved

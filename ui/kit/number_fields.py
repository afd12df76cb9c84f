"""Fields for figures: texts that are read as people type numbers, or refused with what was typed left in place.

A number field of the browser would drop what it cannot read: “12,5” pasted there becomes 125, “5 Mrd” becomes 5.
An effort is read and typed in the unit of the edition, days or person-weeks; stored are person-weeks.
"""

from collections.abc import Collection, Mapping
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.amounts import LONGEST, amount_text, parse_number
from assessment.errors import EditConflict, RefusedInput
from assessment.instrument.model import Instrument
from assessment.instrument.moves import DAYS_A_WEEK
from language.numbers import integer, shortest
from language.translation import _
from ui.kit import edit_state, text
from ui.kit.edit_state import Field, Save

PERCENT = "%"
MOST_WEEKS = 1_000


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


def in_unit(instrument: Instrument, weeks: float | None) -> float | None:
    """Person-weeks in the unit of the edition, without the noise of binary fractions."""
    return _scaled(weeks, DAYS_A_WEEK) if instrument.in_days else weeks


def in_weeks(instrument: Instrument, typed: float | None) -> float | None:
    """What was typed in the unit of the edition, in person-weeks. Raises RefusedInput for days that cannot be."""
    if not instrument.in_days:
        return typed
    if typed is not None and not 0 <= typed <= MOST_WEEKS * DAYS_A_WEEK:
        raise RefusedInput(
            _("Enter 0 to {most} days. Nothing was stored yet; what you typed is still here.").format(
                most=integer(MOST_WEEKS * DAYS_A_WEEK)
            )
        )
    return _scaled(typed, 1 / DAYS_A_WEEK)


def save_in_weeks(instrument: Instrument, name: str, save: Save) -> Save:
    """`save` with what the field `name` holds in person-weeks. Raises RefusedInput and EditConflict in days."""

    def saved(typed: dict[str, Any], seen: Mapping[str, Any] | None) -> object:
        try:
            return save({**typed, name: in_weeks(instrument, typed[name])}, seen)
        except EditConflict:
            if not instrument.in_days:
                raise
            mine = _("none") if typed[name] is None else shortest(typed[name])
            raise EditConflict(
                _("Someone else has changed these days in the meantime. Yours were not stored: {n}.").format(
                    n=mine
                )
            ) from None

    return saved


def effort_field(
    instrument: Instrument,
    label: str,
    field: Field,
    weeks: float | None,
    save: Save,
    seen: Mapping[str, Any] | None = None,
    **look: Any,
) -> None:
    """The one widget of a field for an effort of `weeks` person-weeks; `look` as for `number_field`."""
    (name,) = field.names
    stored = {name: weeks} if seen is None else seen
    number_field(
        label, field, in_unit(instrument, weeks), save_in_weeks(instrument, name, save), stored, **look
    )


def _scaled(effort: float | None, by: float) -> float | None:
    return None if effort is None else round(effort * by, 6)

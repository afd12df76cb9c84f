"""What all figures rest on: shown, and changed in place."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from assessment.amounts import amount_text
from assessment.answers.records import Assumptions
from assessment.errors import RefusedInput
from language.numbers import shortest
from language.translation import _, lazy, lazy_table
from services.core.identity import Owned
from services.plan import use_cases
from ui import session
from ui.kit import edit_state, inputs, text
from ui.kit.edit_state import Field
from ui.kit.number_fields import number_input, with_numbers

RATE, YEARS, CURRENCY, SHARED, RAMP = "rate", "years", "currency", "shared", "year {year}"
SHOWN_YEARS, CURRENCY_LETTERS = 3, 3
"""For so many years at least the ramp is asked; the last share given holds on."""
DEPENDENCE = lazy_table(
    {
        0.0: lazy("not at all"),
        0.3: lazy("somewhat"),
        0.6: lazy("strongly"),
        0.9: lazy("almost entirely"),
    }
)


def assumptions(owned: Owned, kept: Assumptions, *, amounts: bool) -> None:
    """The fields, each stored as one leaves it; `amounts`: has anybody entered money yet?"""
    years = max(SHOWN_YEARS, len(kept.ramp))
    shown = _shown(kept, years)
    field = Field(("assumed",), tuple(shown), owned.assessment_id)
    keys = edit_state.bind(field, shown, kept.model_dump())

    def save(typed: Mapping[str, Any], seen: Mapping[str, Any] | None) -> None:
        values = _values(typed, kept, years)
        changes = {name: value for name, value in values.items() if value != getattr(kept, name)}
        use_cases.change_assumptions(session.here(), owned, changes, seen)

    def reset() -> None:
        """The usual assumptions; the currency stays, because it is none."""
        use_cases.save_assumptions(session.here(), owned, {"currency": kept.currency})

    shares = [RATE, *(RAMP.format(year=year) for year in range(1, years + 1))]
    numbers = with_numbers(save, [*shares, YEARS], shares)
    changed: dict[str, Any] = {"on_change": edit_state.store, "args": (field, numbers)}
    with st.container(key="pl_assumed"):
        _money(owned, kept, keys, changed, amounts=amounts)
        _ramp(keys, years, changed)
        _shared(kept, keys[SHARED], changed)
    edit_state.feedback("assumed")
    words = _("Restore the usual assumptions")
    text.button(words, "assumed_usual", kind="tertiary", on_click=edit_state.submit, args=(field, reset))


def _money(
    owned: Owned, kept: Assumptions, keys: Mapping[str, str], changed: dict[str, Any], *, amounts: bool
) -> None:
    rate, span, money = st.columns(3, gap="medium")
    number_input(_("Discount rate per year, in %"), rate, key=keys[RATE], **changed)
    number_input(_("Years counted"), span, key=keys[YEARS], **changed)
    field = _currency_field(owned)

    def save(typed: Mapping[str, Any], seen: Mapping[str, Any] | None) -> None:
        new = _letters(typed[CURRENCY])
        if amounts and _renames(kept, new):
            raise RefusedInput(
                _(
                    "Every amount was entered in {currency}, and nothing is converted. Nothing was changed yet."
                ).format(currency=kept.currency)
            )
        use_cases.change_assumptions(session.here(), owned, {CURRENCY: new}, seen)

    money.text_input(
        text.label(_("Currency (three letters)")),
        max_chars=3,
        placeholder="EUR",
        **edit_state.widget(field, kept.currency or "", save, {CURRENCY: kept.currency}),
    )
    edit_state.feedback(*field.path)
    _ask(owned, kept, _letters(st.session_state.get(field.key(CURRENCY))), amounts=amounts)


def _ask(owned: Owned, kept: Assumptions, typed: str, *, amounts: bool) -> None:
    """Another currency gives every amount another name: that is asked, and never done along the way."""
    if not (amounts and _renames(kept, typed)):
        return
    field = _currency_field(owned)

    def relabel() -> None:
        use_cases.change_assumptions(session.here(), owned, {CURRENCY: typed}, {CURRENCY: kept.currency})

    words = (
        _("Keep every amount and call it {currency}").format(currency=typed)
        if typed
        else _("Keep every amount without a currency")
    )
    with inputs.actions():
        text.button(words, "currency_change", on_click=edit_state.submit, args=(field, relabel))
        stay = _("Stay with {currency}").format(currency=kept.currency)
        text.button(stay, "currency_stay", kind="tertiary", on_click=edit_state.discard, args=(field,))


def _currency_field(owned: Owned) -> Field:
    return Field(("assumed_currency",), (CURRENCY,), owned.assessment_id)


def _renames(kept: Assumptions, typed: str) -> bool:
    """Would amounts that have a currency get another one, or none?"""
    named = not typed or (len(typed) == CURRENCY_LETTERS and typed.isalpha())
    return bool(kept.currency) and typed != kept.currency and named


def _letters(typed: str | None) -> str:
    return (typed or "").strip().upper()


def _ramp(keys: Mapping[str, str], years: int, changed: dict[str, Any]) -> None:
    text.muted(_("Share of full benefit reached each year, in %. The last share applies to all later years."))
    for year, column in enumerate(st.columns(years, gap="medium"), 1):
        number_input(_("Year {year}").format(year=year), column, key=keys[RAMP.format(year=year)], **changed)


def _shared(kept: Assumptions, key: str, changed: dict[str, Any]) -> None:
    held = DEPENDENCE.get(kept.dependence, shortest(kept.dependence))
    offered = dict(sorted((DEPENDENCE | {kept.dependence: held}).items()))
    st.segmented_control(
        _("How far use cases succeed or fail together"),
        list(offered),
        format_func=lambda share: text.label(offered.get(share, shortest(share))),
        key=key,
        required=True,
        **changed,
    )


def _shown(kept: Assumptions, years: int) -> dict[str, Any]:
    """What each field shows."""
    ramp = [kept.ramp[min(year, len(kept.ramp)) - 1] for year in range(1, years + 1)]
    return {
        RATE: amount_text(round(100 * kept.rate, 4)),
        YEARS: amount_text(kept.years),
        SHARED: kept.dependence,
    } | {RAMP.format(year=year): amount_text(round(100 * share, 4)) for year, share in enumerate(ramp, 1)}


def _values(typed: Mapping[str, Any], kept: Assumptions, years: int) -> dict[str, Any]:
    """What the fields hold as it is stored; an emptied one goes back to the usual."""
    usual = Assumptions()
    ramp = [typed[RAMP.format(year=year)] for year in range(1, years + 1)]
    return {
        "rate": usual.rate if typed[RATE] is None else round(typed[RATE] / 100, 6),
        "years": usual.years if typed[YEARS] is None else typed[YEARS],
        "ramp": [round(share / 100, 6) for share in ramp if share is not None] or list(usual.ramp),
        "dependence": kept.dependence if typed[SHARED] is None else typed[SHARED],
    }

"""What all figures rest on: shown, and changed in place."""

from functools import partial
from typing import Any

import streamlit as st

from assessment.answers.records import Assumptions
from language.numbers import shortest
from language.translation import _, lazy, lazy_table
from services.core.identity import Owned
from services.plan import use_cases
from ui import session
from ui.kit import text, unstored

RATE, YEARS, CURRENCY, SHARED = (f"assumed_{word}" for word in ("rate", "years", "currency", "shared"))
RAMP = "assumed_ramp_{year}"
SHOWN_YEARS = 3
"""For so many years at least the ramp is asked; the last share given holds on."""
DEPENDENCE = lazy_table(
    {
        0.0: lazy("not at all"),
        0.3: lazy("somewhat"),
        0.6: lazy("strongly"),
        0.9: lazy("almost entirely"),
    }
)


def assumptions(owned: Owned, kept: Assumptions) -> None:
    """The fields, each stored as one leaves it."""
    years = max(SHOWN_YEARS, len(kept.ramp))
    unstored.fill(_place(owned), _stored(kept, years))
    changed: dict[str, Any] = {"on_change": _store, "args": (owned, kept, years)}
    with st.container(key="pl_assumed"):
        _money(changed)
        _ramp(years, changed)
        _shared(kept, changed)
    unstored.say(_place(owned))
    text.button(
        _("Back to the usual ones"), "assumed_usual", kind="tertiary", on_click=_reset, args=(owned, kept)
    )


def _money(changed: dict[str, Any]) -> None:
    rate, span, money = st.columns(3, gap="medium")
    rate.number_input(
        text.label(_("Discount rate a year, in %")), value=None, step=0.5, format="%g", key=RATE, **changed
    )  # fmt: skip
    span.number_input(text.label(_("Years counted")), value=None, step=1, key=YEARS, **changed)
    money.text_input(
        text.label(_("Currency, three letters")), max_chars=3, key=CURRENCY, placeholder="EUR", **changed
    )


def _ramp(years: int, changed: dict[str, Any]) -> None:
    text.muted(
        _(
            "How much of the full benefit is reached in each year, in %; the last share holds for all years after it."
        )
    )
    for year, column in enumerate(st.columns(years, gap="medium"), 1):
        column.number_input(
            text.label(_("Year {year}").format(year=year)), value=None, step=5.0, format="%g",
            key=RAMP.format(year=year), **changed,
        )  # fmt: skip


def _shared(kept: Assumptions, changed: dict[str, Any]) -> None:
    held = DEPENDENCE.get(kept.dependence, shortest(kept.dependence))
    offered = dict(sorted((DEPENDENCE | {kept.dependence: held}).items()))
    st.segmented_control(
        _("How far good and bad luck is shared between use cases"),
        list(offered),
        format_func=lambda share: text.label(offered.get(share, shortest(share))),
        key=SHARED,
        required=True,
        **changed,
    )


def _place(owned: Owned) -> unstored.Place:
    return (owned.assessment_id, "assumptions")


def _stored(kept: Assumptions, years: int) -> dict[str, Any]:
    """What each field shows."""
    ramp = [kept.ramp[min(year, len(kept.ramp)) - 1] for year in range(1, years + 1)]
    return {
        RATE: round(100 * kept.rate, 4),
        YEARS: kept.years,
        CURRENCY: kept.currency or "",
        SHARED: kept.dependence,
    } | {RAMP.format(year=year): round(100 * share, 4) for year, share in enumerate(ramp, 1)}


def _store(owned: Owned, kept: Assumptions, years: int) -> None:
    held = st.session_state
    usual = Assumptions()
    ramp = [held.get(RAMP.format(year=year)) for year in range(1, years + 1)]
    values = {
        "rate": usual.rate if held.get(RATE) is None else round(held[RATE] / 100, 6),
        "years": usual.years if held.get(YEARS) is None else held[YEARS],
        "ramp": [round(share / 100, 6) for share in ramp if share is not None] or list(usual.ramp),
        "dependence": kept.dependence if held.get(SHARED) is None else held[SHARED],
        "currency": (held.get(CURRENCY) or "").strip().upper(),
    }
    changes = {name: value for name, value in values.items() if value != getattr(kept, name)}
    work = partial(use_cases.change_assumptions, session.here(), owned, changes)
    unstored.store(_place(owned), _stored(kept, years), work)


def _reset(owned: Owned, kept: Assumptions) -> None:
    """The usual assumptions; the currency stays, because it is none."""
    unstored.forget(_place(owned))
    work = partial(use_cases.save_assumptions, session.here(), owned, {"currency": kept.currency})
    unstored.store(_place(owned), (), work)

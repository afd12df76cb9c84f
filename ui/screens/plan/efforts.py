"""The moves of the path one below the other, each with its effort, which is edited in place."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from language.numbers import integer, shortest
from language.translation import _, ngettext
from report.model.plan import MoveCard
from report.text import wording
from services.core.identity import Owned
from services.plan import roadmap
from ui import session
from ui.kit import edit_state, text
from ui.kit.edit_state import Field
from ui.kit.html import paragraph, show
from ui.kit.number_fields import effort_field

PLACE = "plan_effort"


def efforts(owned: Owned, moves: Sequence[MoveCard]) -> None:
    """A line for each move; an effort that is emptied goes back to our estimate.

    What became of a change is said under its line, wherever that stands now; below the list where it is gone.
    """
    text.muted(
        _("The organiser’s days. Clear a figure to restore our estimate.")
        if session.instrument().in_days
        else _("Effort in person-weeks. Clear a figure to restore our estimate.")
    )
    planned = roadmap.plan_of(session.here(), owned)
    with st.container(key="pl_efforts", gap=None):
        for number, card in enumerate(moves, 1):
            with st.container(key=f"pl_effort_{number}", horizontal=True, vertical_alignment="center"):
                show(
                    paragraph(f"{number}. {card.move.title}", kind="strong"),
                    paragraph(_about(card), kind="muted"),
                    under="pl-effort",
                )
                _effort(owned, card, planned.planned(card.key).effort)
            edit_state.feedback(PLACE, card.key)
    where = edit_state.latest()
    if where[:1] == (PLACE,) and where[1] not in {card.key for card in moves}:
        edit_state.feedback(*where)


def _about(card: MoveCard) -> str:
    """Who leads, which step it is, how long it takes; our estimate where another effort was set."""
    step = _("level {a} to {b}").format(a=card.move.to - 1, b=card.move.to)
    words = [card.lead, step, wording.weeks(card.move), *filter(None, [wording.by_day(card)])]
    if card.effort != card.move.effort:
        ours = wording.days(card.move.effort) if card.move.days else shortest(card.move.effort)
        words.append(_("our estimate: {n}").format(n=ours))
    if card.move.participants:
        words.append(
            ngettext("plus {n} day from others", "plus {n} days from others", card.move.participants).format(
                n=integer(card.move.participants)
            )
        )
    return " · ".join(words)


def _effort(owned: Owned, card: MoveCard, stored: float | None) -> None:
    instrument = session.instrument()
    words = _("Days: {move}") if instrument.in_days else _("Person-weeks: {move}")

    def save(typed: Mapping[str, Any], seen: Mapping[str, Any] | None) -> object:
        return roadmap.save_roadmap_move(session.here(), owned, card.key, typed, seen)

    effort_field(
        instrument,
        words.format(move=card.move.title),
        Field((PLACE, card.key), ("effort",)),
        card.effort,
        save,
        {"effort": stored},
        collapsed=True,
    )

"""From a planned move to a promise: one tap, then what became of it."""

from functools import partial

import streamlit as st

from language.translation import _
from report.model.roadmap import CommitmentView, PlannedItem, RoadmapView
from report.text.plan.roadmap import STATUSES, commitment_line, owner_words
from services.core.identity import Owned
from services.plan import commitments
from ui import session
from ui.kit import inputs, saving, text
from ui.kit.html import show, table

PLACE = "road_promise"


def promise(owned: Owned, view: RoadmapView, one: PlannedItem) -> None:
    """Promise it with one tap; where that has happened, say what became of it."""
    found = view.commitment_for(one.key)
    if found is None:
        words = _("Promise it: {owner}").format(owner=owner_words(one))
        text.button(words, f"road_promise_{one.key}", kind="primary", on_click=_make, args=(owned, one))
    else:
        position = view.commitments.index(found)
        key = f"road_status_{one.key}"
        saving.held(key, found.commitment.status)
        inputs.choices(
            _("Promised by {line}").format(line=commitment_line(found)),
            {code: _(words) for code, words in STATUSES.items()},
            key,
            chosen=None,
            on_change=_mark,
            args=(owned, position, one.key, key),
        )
    saving.say(f"{PLACE}_{one.key}")


def _make(owned: Owned, one: PlannedItem) -> None:
    row = {
        "move": one.key,
        "owner": one.item.owner,
        "metric": one.item.metric,
        "due": one.end_on,
        "review": one.review_on,
        "status": "open",
    }
    saving.store(
        f"{PLACE}_{one.key}", one.key, partial(commitments.add_commitment, session.here(), owned, row)
    )


def _mark(owned: Owned, position: int, move: str, key: str) -> None:
    status = st.session_state[key]
    work = partial(commitments.mark_commitment, session.here(), owned, position, move, status)
    saving.store(f"{PLACE}_{move}", key, work)


def promises(view: RoadmapView) -> None:
    """Everything promised, with where it stands."""
    text.heading(_("Promised"))
    if not view.commitments:
        text.muted(
            _(
                "Nothing yet. Choose a move under “Item shown” and promise it: its owner, its number and its date are kept."
            )
        )
        return
    rows = [_line(found) for found in view.commitments]
    show(table((_("What"), _("Who, by when, where it stands"), _("Measured by")), rows))


def _line(found: CommitmentView) -> tuple[str, str, str]:
    return found.title, commitment_line(found), found.commitment.metric or _("no number yet")

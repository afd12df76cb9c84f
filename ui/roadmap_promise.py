"""From a planned move to a promise: one tap, then what became of it."""

from functools import partial

import streamlit as st

from assessment.words import _
from playbook.roadmap import PlannedItem, Promise, RoadmapView
from playbook.roadmap_words import STATUSES, owner_words, promise_words
from services import plan_promises
from services.identity import Owned
from ui import controls, parts, saving, state
from ui.markup import show, table

PLACE = "road_promise"


def promise(owned: Owned, view: RoadmapView, one: PlannedItem) -> None:
    """Promise it with one tap; where that has happened, say what became of it."""
    found = view.promise_of(one.key)
    if found is None:
        words = _("Promise it: {owner}").format(owner=owner_words(one))
        parts.button(words, f"road_promise_{one.key}", kind="primary", on_click=_make, args=(owned, one))
    else:
        position = view.promises.index(found)
        key = f"road_status_{one.key}"
        saving.held(key, found.commitment.status)
        controls.choices(
            _("Promised by {line}").format(line=promise_words(found)),
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
        f"{PLACE}_{one.key}", one.key, partial(plan_promises.add_commitment, state.here(), owned, row)
    )


def _mark(owned: Owned, position: int, move: str, key: str) -> None:
    status = st.session_state[key]
    work = partial(plan_promises.mark_commitment, state.here(), owned, position, move, status)
    saving.store(f"{PLACE}_{move}", key, work)


def promises(view: RoadmapView) -> None:
    """Everything promised, with where it stands."""
    parts.heading(_("Promised"))
    if not view.promises:
        parts.muted(
            _(
                "Nothing yet. Choose a move under “Item shown” and promise it: its owner, its number and its date are kept."
            )
        )
        return
    rows = [_line(found) for found in view.promises]
    show(table((_("What"), _("Who, by when, where it stands"), _("Measured by")), rows))


def _line(found: Promise) -> tuple[str, str, str]:
    return found.title, promise_words(found), found.commitment.metric or _("no number yet")

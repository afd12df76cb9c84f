"""From a planned move to a commitment: one tap, then what became of it."""

from collections.abc import Mapping
from typing import Any

from language.translation import _
from report.model.report import Report
from report.model.roadmap import PlannedItem, RoadmapView
from report.text.commitments import STATUSES, commitment_words
from report.text.plan.roadmap import owner_words
from services.core.identity import Owned
from services.plan import commitments
from ui import session
from ui.kit import commitments as forms
from ui.kit import edit_state, inputs, text
from ui.kit.edit_state import Field

PLACE = "road_commitment"


def commitment_field(owned: Owned, view: RoadmapView, one: PlannedItem) -> None:
    """Commit to it with one tap; where that has happened, say what became of it."""
    found = view.commitment_of(one.key)
    if found is None:
        words = _("Commit: {owner}").format(owner=owner_words(one))
        text.button(words, f"road_commitment_{one.key}", kind="primary", on_click=_make, args=(owned, one))
    else:
        position = view.commitments.index(found)

        def save(typed: Mapping[str, Any], seen: Mapping[str, Any] | None) -> None:
            commitments.update_commitment(session.here(), owned, position, one.key, typed, seen)

        inputs.choices(
            _("Commitment: {line}").format(line=commitment_words(found)),
            {code: _(words) for code, words in STATUSES.items()},
            **edit_state.widget(Field((PLACE, one.key), ("status",)), found.commitment.status, save),
        )
    edit_state.feedback(PLACE, one.key, reserve=True)


def _make(owned: Owned, one: PlannedItem) -> None:
    row = {
        "move": one.key,
        "owner": one.item.owner,
        "metric": one.item.metric,
        "due": one.review_on or one.end_on,
        "review": one.review_on,
        "status": "open",
    }
    field = Field((PLACE, one.key))
    edit_state.commit(field, lambda: commitments.add_commitment(session.here(), owned, row))


def commitments_made(owned: Owned, report: Report, view: RoadmapView) -> None:
    """All commitments to be corrected in place, and the form for one more."""
    text.heading(_("Commitments"))
    if not view.commitments:
        text.muted(
            _("None yet. Choose a move under “Item shown” to commit to it, or add one in your own words.")
        )
    forms.grid(owned, _("Commitments so far"))
    levels = {code: found.level for code, found in report.result.practices.items()}
    first = [card.practice.code for card in report.next_moves]
    forms.enter(owned, forms.suggestions(report.instrument, levels, first))

"""Privacy notices shown before anybody answers."""

from collections.abc import Mapping
from datetime import date

from assessment.answers.records import Privacy
from assessment.instrument.model import CAMPS, Camp
from language.dates import long_date
from language.translation import _


def privacy_statement(privacy: Privacy) -> str:
    """What will be shown, in two sentences, for the person who is about to join."""
    return {
        "open": _("Everyone in the room sees who answered what, once the facilitator reveals the answers."),
        "by_camp": _(
            "Nobody sees your own answer, not even the facilitator. Business and technology are shown "
            "apart only with two people or more each; with two, each of you can work out the other’s "
            "answer, and the answer of a side’s only speaker can sometimes be worked out from the result."
        ),
        "team": _(
            "Nobody sees your own answer, not even the facilitator. Only the whole team is shown, and "
            "nothing about fewer than three people; the answer of a side’s only speaker can sometimes be "
            "worked out from the result."
        ),
    }[privacy]


def retention_statement(day: date) -> str:
    """How long answers are kept, for the person who is about to join."""
    return _("Everything is deleted after {day}. The owner of the assessment can change the date.").format(
        day=long_date(day)
    )


def note_hint(privacy: Privacy) -> str:
    """Where a note goes, for the one who writes it. Notes are published together, with all answers, or not at all."""
    if privacy == "open":
        return _("For your own reference; printed with your name if the appendix of answers is included.")
    return _("For your own reference; not shown in the room or the result. Your style can give you away.")


def lone_notice(privacy: Privacy, counts: Mapping[Camp, int]) -> str | None:
    """A warning before inviting when a camp has one leader only; None otherwise."""
    lone = [camp for camp in CAMPS if privacy == "by_camp" and counts[camp] == 1]
    if not lone:
        return None
    side = {"business": _("business"), "technology": _("technology")}[lone[-1]]
    return _(
        "Only one person speaks for {side}, so the sides cannot be shown apart. Add a second person from "
        "that side (data, security, plant systems, an IT partner), or choose open answers or the team "
        "without sides."
    ).format(side=side)

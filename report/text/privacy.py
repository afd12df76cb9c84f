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
        "open": _(
            "Everybody in the room sees who answered what. Answers appear when the facilitator reveals them, "
            "never before."
        ),
        "by_camp": _(
            "Nobody sees your single answer, the facilitator included. Business and technology are shown "
            "apart only from two people each; with two, each of you can work out the other’s answer, and what somebody "
            "says alone for a side can sometimes be worked out from the result."
        ),
        "team": _(
            "Nobody sees your single answer, the facilitator included. Only the whole team is shown, and "
            "nothing about fewer than three people; what somebody says alone for a side can sometimes be "
            "worked out from the result."
        ),
    }[privacy]


def retention_statement(day: date) -> str:
    """How long answers are kept, for the person who is about to join."""
    return _("Everything is deleted after {day}. The owner of the assessment can change this day.").format(
        day=long_date(day)
    )


def note_hint(privacy: Privacy) -> str:
    """Where a note goes, for the one who writes it. Notes are published together, with all answers, or not at all."""
    if privacy == "open":
        return _(
            "For your own memory; printed with your name in the appendix of answers, if somebody chooses it."
        )
    return _("For your own memory; not shown in the room or the result. How you write can show who you are.")


def lone_notice(privacy: Privacy, counts: Mapping[Camp, int]) -> str | None:
    """A warning before inviting when a camp has one leader only; None otherwise."""
    lone = [camp for camp in CAMPS if privacy == "by_camp" and counts[camp] == 1]
    if not lone:
        return None
    side = {"business": _("business"), "technology": _("technology")}[lone[-1]]
    return _(
        "Only one person speaks for {side}, so the sides cannot be shown apart. Add a second voice of that "
        "side (data, security, plant systems, an IT partner), choose open answers, or the team without sides."
    ).format(side=side)

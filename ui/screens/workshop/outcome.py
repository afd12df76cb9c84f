"""What wall and console show beside their room: read once a second for all who look on, and only where it is shown."""

import streamlit as st

from language.translation import _
from report.model.ranks import RanksSeen
from services.workshop.room import outcome, ranks
from services.workshop.room.outcome import Outcome
from services.workshop.room.view import RoomView
from ui import session

FRESH = 0.9
"""Seconds; as long as the room itself is believed (services.core.caches.versioned_cache)."""
MOST = 64


def settled(view: RoomView) -> Outcome | None:
    """What was agreed and committed to, in the phases that show it."""
    return _settled(view.assessment_id) if view.rules.shows_outcome else None


@st.cache_data(ttl=FRESH, max_entries=MOST, show_spinner=False)
def _settled(assessment_id: str) -> Outcome:
    return outcome.outcome(session.here(), assessment_id)


def ranked(view: RoomView) -> tuple[RanksSeen, ...]:
    """What AI should bring and what gets in the way, by side, in the phases that show what came out."""
    return _ranked(view.assessment_id) if view.rules.shows_outcome else ()


@st.cache_data(ttl=FRESH, max_entries=MOST, show_spinner=False)
def _ranked(assessment_id: str) -> tuple[RanksSeen, ...]:
    return ranks.ranks_of_room(session.here(), assessment_id)


def decided_sentence(view: RoomView) -> str:
    """“3 of 5 have finished.”: how many in the room have placed every decision."""
    return _("{n} of {people} have finished.").format(n=_decided(view.assessment_id), people=view.joined)


@st.cache_data(ttl=FRESH, max_entries=MOST, show_spinner=False)
def _decided(assessment_id: str) -> int:
    return outcome.count_decided(session.here(), assessment_id)

"""Navigation through the questions: their order, the current one, and moving between them.

A place is "governance/GOV-3" or "activity/ACT-1"; the screens "check" and "results" are places too. The place is
stored whenever it changes, so that a reload, another tab, a restart and the resume code return to the same question.
"""

from collections.abc import Collection
from dataclasses import dataclass

import streamlit as st

from assessment.answers.records import Respondent
from assessment.instrument.model import Instrument
from language.translation import _
from services.assessments import answering, commitment_review
from services.core.identity import Owned
from ui import access, navigation, session

ACTIVITY = "activity"
CHECK = "check"
RESULTS = "results"
PROGRESS = "progress"
_RETURN = "return_to_check"


@dataclass(frozen=True)
class Stop:
    """One question: its section ("governance" or "activity") and its code."""

    section: str
    code: str

    @property
    def place(self) -> str:
        return f"{self.section}/{self.code}"

    @property
    def screen(self) -> str:
        return ACTIVITY if self.section == ACTIVITY else navigation.section(self.section)


def stops(instrument: Instrument) -> tuple[Stop, ...]:
    """Every question in the order asked, the activity questions last."""
    practices = [Stop(pillar.code, p.code) for pillar in instrument.pillars for p in pillar.practices]
    return (*practices, *(Stop(ACTIVITY, item.code) for item in instrument.activity))


def in_section(instrument: Instrument, section: str) -> tuple[Stop, ...]:
    return tuple(stop for stop in stops(instrument) if stop.section == section)


def sections(instrument: Instrument) -> list[tuple[str, str]]:
    """The sections in the order asked, with their titles; Activity last, if there is any."""
    found = [(pillar.code, pillar.title) for pillar in instrument.pillars]
    return [*found, (ACTIVITY, _("Activity"))] if instrument.activity else found


def before(instrument: Instrument, stop: Stop) -> Stop | None:
    """The question before this one; None at the first."""
    every = stops(instrument)
    position = every.index(stop)
    return every[position - 1] if position else None


def after(instrument: Instrument, stop: Stop) -> Stop | None:
    """The question after this one; None at the last."""
    every = stops(instrument)
    position = every.index(stop) + 1
    return every[position] if position < len(every) else None


def answered(person: Respondent) -> Collection[str]:
    """The codes this person has answered."""
    return {*person.responses, *person.activity}


def arrive(found: Owned, section: str, person: Respondent) -> Stop:
    """The question to show on a section's screen: the stored place, else the first unanswered one."""
    at = st.session_state.get(session.AT) or found.place
    known = [stop for stop in in_section(session.instrument(), section) if stop.place == at]
    stop = known[0] if known else _first_open(section, person)
    remember(found, stop.place)
    return stop


def _first_open(section: str, person: Respondent) -> Stop:
    here, done = in_section(session.instrument(), section), answered(person)
    return next((stop for stop in here if stop.code not in done), here[0])


def remember(found: Owned, place: str) -> None:
    """Stores the place if it has changed."""
    if (st.session_state.get(session.AT) or found.place) != place:
        answering.save_place(session.here(), found, place)
        session.forget_feedback()
    st.session_state[session.AT] = place


def move(found: Owned, stop: Stop) -> None:
    """Callback: goes to another question."""
    remember(found, stop.place)
    leave(stop.screen)


def enter(found: Owned, section: str) -> None:
    """Callback: goes to a section, at its first unanswered question."""
    person = answering.answers(session.here(), found)
    move(found, _first_open(section, person))


def leave(screen: str) -> None:
    """Callback: goes to another screen, or the same one with another question."""
    if screen == session.path():
        st.rerun()
    navigation.go(screen)


def change(found: Owned, stop: Stop) -> None:
    """Callback: goes from Check to a question, and returns to Check afterwards."""
    st.session_state[_RETURN] = True
    move(found, stop)


def returning() -> bool:
    """Was the question opened from Check?"""
    return bool(st.session_state.get(_RETURN))


def at_check(found: Owned) -> None:
    """The person has arrived at Check."""
    st.session_state.pop(_RETURN, None)
    remember(found, CHECK)


def submit(found: Owned) -> None:
    """Callback: submits the answers, complete or not, and shows the result."""
    if session.is_revoked():
        return
    answering.submit(session.here(), found, session.today())
    st.session_state.pop(_RETURN, None)
    remember(found, RESULTS)
    navigation.go(RESULTS)


def resume(found: Owned) -> None:
    """Opens an assessment and goes to the place where its person stopped.

    Goes to the commitment review if one is due; to the results once submitted, or if nobody answers in this browser;
    for a workshop to its console, or to the colleagues' answers where it was begun alone.
    """
    access.open_assessment(found.assessment_id)
    st.session_state.pop(_RETURN, None)
    if not found.example and commitment_review.comes_first(session.here(), found, session.today()):
        navigation.go(PROGRESS)
    if found.workshop:
        navigation.go("invite" if found.respondent_id else "console")
    if found.status != "open" or not found.respondent_id:
        navigation.go(RESULTS)
    navigation.go(session.question_screen(found))

"""The plan of a meeting on a screen: how it is led, how long it takes, and its blocks of minutes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from assessment.errors import RefusedInput
from assessment.instrument.model import Instrument
from assessment.workshop.meeting import (
    MINUTES,
    STEP,
    MeetingBlock,
    Plan,
    PlanRefused,
    Proposal,
    Way,
    asked,
    in_words,
    plan,
)
from language.lists import listed
from language.translation import _, lazy, lazy_table, ngettext
from report.text.workshop.agenda import BLOCKS
from ui import session
from ui.kit import inputs, text
from ui.kit.html import show, timeline

WAYS: Mapping[Way, str] = lazy_table(
    {
        "prepared": lazy("Everyone answers beforehand"),
        "ten": lazy("Key questions in the room"),
        "pillar": lazy("Section by section"),
    }
)
USUAL = 60
SHORTEST = 30


@dataclass(frozen=True)
class Wanted:
    """What was chosen: the way, the minutes, and the sections of a meeting section by section."""

    way: Way
    minutes: int
    sections: tuple[str, ...]

    def plan(self) -> Plan:
        """Its blocks. Raises PlanRefused."""
        return plan(session.instrument(), self.way, self.minutes, self.sections)


def choose(prefix: str, start: Wanted) -> Wanted:
    """The fields; `prefix` keeps them apart from the same fields elsewhere."""
    way_key, minutes_key, sections_key = (f"{prefix}_{name}" for name in ("way", "minutes", "sections"))
    st.session_state.setdefault(way_key, start.way)
    st.session_state.setdefault(minutes_key, start.minutes)
    way = st.radio(
        _("How to answer the questions"),
        list(WAYS),
        format_func=WAYS.__getitem__,
        captions=[text.label(explained(way)) for way in WAYS],
        key=way_key,
    )
    sections: tuple[str, ...] = ()
    if way == "pillar":
        titles = {pillar.code: pillar.title for pillar in session.instrument().pillars}
        st.session_state.setdefault(sections_key, list(start.sections))
        sections = tuple(
            st.multiselect(
                _("Sections (choose none for all)"),
                list(titles),
                format_func=titles.__getitem__,
                placeholder=_("All sections"),
                key=sections_key,
            )
        )
        sections = tuple(code for code in titles if code in sections)
    minutes = st.selectbox(
        _("Length of the meeting"),
        range(SHORTEST, MINUTES.stop, STEP),
        format_func=in_minutes,
        key=minutes_key,
        width=240,
    )
    return Wanted(way or start.way, minutes or start.minutes, sections)


def in_minutes(minutes: int) -> str:
    """ "90 minutes" """
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)


def explained(way: Way) -> str:
    """One sentence about a way of running a workshop, with its minutes."""
    questions, talks = len(asked(session.instrument(), way)), _talks(way)
    if way == "prepared":
        return _(
            "All {questions} questions, about twenty minutes per person, then {minutes} minutes together on "
            "the {talks} that matter most. Suits most teams."
        ).format(questions=in_words(questions), minutes=USUAL, talks=in_words(talks))
    if way == "ten":
        return _(
            "No preparation: the room votes on {questions} questions together, then discusses {talks} in "
            "{minutes} minutes. Gives a ceiling, not a level."
        ).format(questions=in_words(questions), minutes=USUAL, talks=in_words(talks))
    return _(
        "The room votes on and discusses one question at a time, about six minutes each: {questions} in all."
    ).format(questions=questions)


def _talks(way: Way) -> int:
    try:
        return plan(session.instrument(), way, USUAL).talks
    except RefusedInput:
        return 0


def blocks(found: Plan) -> None:
    """The meeting as a strip of blocks, each as long as its minutes."""
    show(timeline([(named(block, found), block.minutes) for block in found.blocks]))


def named(block: MeetingBlock, found: Plan) -> str:
    """A block in words; talks with how many they are."""
    if block.kind == "talks":
        return ngettext("{n} discussion", "{n} discussions", found.talks).format(n=found.talks)
    return BLOCKS[block.kind]


def refused(error: PlanRefused, prefix: str) -> None:
    """Why it does not fit, and a button for each plan that would."""
    text.problem(str(error), strong=_("That does not fit."))
    with inputs.row_of(f"pl_proposals_{prefix}"):
        for number, proposal in enumerate(error.proposals):
            words = described(session.instrument(), proposal)
            text.button(words, f"{prefix}_fit_{number}", on_click=_take, args=(prefix, proposal))


def described(instrument: Instrument, proposal: Proposal) -> str:
    """A plan that would fit, as the words of its button."""
    what = {"prepared": _("Answer beforehand"), "ten": _("Key questions in the room")}.get(proposal.way, "")
    return _("{what}, {minutes}").format(
        what=what or titles_of(instrument, proposal.sections), minutes=in_minutes(proposal.minutes)
    )


def titles_of(instrument: Instrument, sections: Sequence[str]) -> str:
    """The titles of sections; all of them when none is named."""
    titles = [pillar.title for pillar in instrument.pillars if pillar.code in sections]
    return listed(titles) or _("All sections")


def _take(prefix: str, proposal: Proposal) -> None:
    st.session_state[f"{prefix}_way"] = proposal.way
    st.session_state[f"{prefix}_minutes"] = proposal.minutes
    st.session_state[f"{prefix}_sections"] = list(proposal.sections)

"""Beside the step: who has answered and how long, joining, the wall, what comes next."""

import streamlit as st

from assessment.instrument.model import CAMPS, Instrument
from assessment.workshop.meeting import TALK, BlockKind, clock, in_words
from language.lists import listed
from language.translation import _, ngettext
from report.text.narrative import sentence
from report.text.workshop.agenda import BLOCKS
from services.core.identity import Owned
from services.workshop import facilitation
from services.workshop.room.agenda import repack_preview
from services.workshop.room.view import RoomView
from ui import session
from ui.kit import inputs, text
from ui.kit.html import block, pairs, paragraph, show
from ui.screens.workshop import outcome, plan
from ui.screens.workshop.console import door, moves

AFTER_TALKS: tuple[BlockKind, ...] = ("commitments", "close")
LATE = 120
"""Seconds over from which repacking is offered; a talk that runs a little over is no reason."""


def pulse(view: RoomView) -> None:
    """Redrawn every second: how many are still to answer, the timer, what is left of the meeting."""
    now = session.now()
    lines = [paragraph(_counted(view), kind="big"), *(paragraph(line) for line in _by_side(view))]
    timer = view.timer(now)
    if timer is not None:
        left = clock(timer[0]) if timer[0] else _("Time is up")
        lines.append(paragraph(_("Timer: {left}").format(left=left), kind="strong"))
    if view.record.started is not None and view.rules.stage != "after":
        left_minutes = -(-view.seconds_left(now) // 60)
        lines.append(
            paragraph(ngettext("{n} minute left", "{n} minutes left", left_minutes).format(n=left_minutes))
        )
    show(block(*lines, under="pl-room"))


def outline(view: RoomView) -> tuple[object, ...]:
    """What of the time-bound state changes the rest of the screen: then all of it is drawn again."""
    now = session.now()
    late = view.overrun(now) >= LATE and "next" in view.actions
    room = view.record
    crowd = (room.door_shut, room.expected, room.crowd, door.more_than_expected(view))
    return (view.join_code(now), view.timer(now) is None, late, view.notice, view.privacy, crowd)


def _counted(view: RoomView) -> str:
    if view.open_codes and view.joined:
        return view.count_sentence
    if view.rules.stage == "after":
        line = ngettext("{n} person took part.", "{n} people took part.", view.joined)
    elif view.joined:
        line = ngettext("{n} person is in the room.", "{n} people are in the room.", view.joined)
    else:
        return _("Nobody has joined yet.")
    return line.format(n=sentence(in_words(view.joined)))


def _by_side(view: RoomView) -> list[str]:
    said = []
    if view.joined_by_camp is not None and view.joined:
        words = (
            _("In the room: {business} business, {technology} technology.")
            if view.open_codes
            else _("{business} business, {technology} technology.")
        )
        business, technology = (view.joined_by_camp[camp] for camp in CAMPS)
        said.append(words.format(business=business, technology=technology))
    if view.open_codes and view.answered_by_camp is not None:
        said.append(
            _("Answered: {business} business, {technology} technology.").format(
                business=view.answered_by_camp["business"], technology=view.answered_by_camp["technology"]
            )
        )
    waiting = view.joined - view.answered
    if view.open_codes and view.joined and waiting:
        line = ngettext("{n} person has yet to answer.", "{n} people have yet to answer.", waiting)
        said.append(line.format(n=sentence(in_words(waiting))))
    if view.rules.asks_decisions and view.joined:
        said.append(outcome.decided_sentence(view))
    return said


def timer(view: RoomView, owned: Owned) -> None:
    """Starting and stopping the timer on the wall."""
    if view.rules.stage != "meeting":
        return
    running = view.timer(session.now()) is not None
    with inputs.row_of("pl_timer"):
        if running:
            text.button(_("Stop the timer"), "timer_stop", on_click=_timer, args=(owned, None))
        else:
            words = _("Start the timer: {length}").format(length=clock(TALK))
            text.button(words, "timer_start", on_click=_timer, args=(owned, TALK))


def _timer(owned: Owned, seconds: int | None) -> None:
    moves.attempt(owned, lambda: facilitation.set_timer(session.here(), owned, seconds, session.now()))


def repack(view: RoomView, owned: Owned, instrument: Instrument) -> None:
    """When more is planned than fits: what repacking would do, and the button for it."""
    now = session.now()
    over = view.overrun(now)
    if over < LATE or "next" not in view.actions:
        return
    kept, later = repack_preview(instrument, view.record, now)
    if not later:
        return
    minutes = -(-over // 60)
    titles = listed([instrument.practices[code].title for code in later])
    text.notice(
        ngettext(
            "The agenda is {n} minute over.",
            "The agenda is {n} minutes over.",
            minutes,
        ).format(n=minutes)
        + " "
        + _after_packing(len(kept)).format(kept=in_words(len(kept)), titles=titles)
    )
    text.button(_("Shorten the agenda"), f"repack_{view.step}", on_click=_repack, args=(owned, view.step))


def _after_packing(kept: int) -> str:
    if not kept:
        return _("A shorter agenda leaves no question for today. For later: {titles}.")
    return ngettext(
        "A shorter agenda leaves one question for today. For later: {titles}.",
        "A shorter agenda leaves {kept} questions for today. For later: {titles}.",
        kept,
    )


def _repack(owned: Owned, seen: int) -> None:
    moves.attempt(owned, lambda: facilitation.repack(session.here(), owned, session.now(), seen=seen))


def wall() -> None:
    """The shared screen, in a tab of its own: it has no controls, and so no way back to here."""
    st.link_button(_("Open the shared screen"), "/wall")


def agenda(view: RoomView, instrument: Instrument) -> None:
    """Where we are and what comes next, in minutes."""
    talks = [entry for entry in view.talks if entry.state in ("planned", "done", "parked")]
    if view.rules.stage != "meeting" or not talks:
        text.text(_("The meeting"), strong=True)
        lines = [(plan.named(b, view.plan), str(b.minutes)) for b in view.blocks]
        show(pairs(lines, under="pl-agenda"))
        return
    said = {"done": _("agreed"), "parked": _("forum")}
    lines = [
        (instrument.practices[entry.code].title, said.get(entry.state, clock(entry.seconds)))
        for entry in talks
    ]
    now = next((n for n, entry in enumerate(talks) if entry.code == view.code), None)
    for place, kind in enumerate(AFTER_TALKS, len(talks)):
        lines.append((BLOCKS[kind], f"{view.plan.of(kind)}:00"))
        now = place if view.rules.block == kind else now
    text.text(_("Agenda"), strong=True)
    show(pairs(lines, under="pl-agenda", now=now))
    later = sum(entry.state == "later" for entry in view.talks)
    if later:
        line = ngettext("{n} more for later", "{n} more for later", later)
        text.muted(line.format(n=sentence(in_words(later))))

"""Before the meeting: opening the room, what goes into the invitation, another plan, who sees what."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

import streamlit as st

from assessment.answers.records import Privacy
from assessment.workshop.meeting import PlanRefused, Way
from language.dates import long_date
from language.translation import _, lazy, lazy_table
from report.text.privacy import privacy_statement, retention_statement
from services.assessments.owner import settings_of
from services.core.addresses import join_address, shown_address
from services.core.identity import Owned
from services.workshop import facilitation
from services.workshop.join import inviting
from services.workshop.join.codes import grouped
from services.workshop.room.view import RoomView
from ui import session
from ui.kit import inputs, text
from ui.screens.workshop import plan
from ui.screens.workshop.console import moves
from ui.screens.workshop.plan import Wanted
from ui.screens.workshop.privacy import MODES, choose_privacy

PERSONAL = "console_personal_code"
HOURS: Mapping[int, str] = lazy_table(
    {12: lazy("12 hours"), 72: lazy("3 days"), 168: lazy("7 days"), 336: lazy("14 days")}
)
SAME_DAY = 12
ENOUGH_TO_SAY = 3
"""While people arrive one by one, each is the first of a side for a moment."""


def opening(view: RoomView, owned: Owned) -> None:
    """The code: made, prolonged or replaced; then what to send to those invited. Nothing while the door is shut."""
    code = view.join_code(session.now())
    if view.record.door_shut:
        return
    if view.notice and view.joined >= ENOUGH_TO_SAY:
        text.notice(view.notice)
    hours = SAME_DAY
    if view.way == "prepared":
        hours = st.segmented_control(
            _("Code valid for"), list(HOURS), default=168, required=True,
            format_func=HOURS.__getitem__, key="open_hours", wrap=True,
        ) or SAME_DAY  # fmt: skip
    if code is None:
        if view.record.join_code:
            text.muted(_("The code has expired. Reopening keeps the same code."))
        text.button(
            _("Open the room"), "open_room", kind="primary", on_click=_open, args=(owned, hours, False)
        )
        return
    until = view.record.code_until
    if until is not None:
        text.muted(_("People can join until {moment}.").format(moment=moment(until)))
    with inputs.row_of("pl_opening"):
        if view.way == "prepared":
            text.button(_("Extend the code"), "open_longer", on_click=_open, args=(owned, hours, False))
        text.button(
            _("Replace the code"), "open_fresh", kind="tertiary", on_click=_open,
            args=(owned, hours, True),
        )  # fmt: skip
    _invitation(view, owned, code)


def moment(when: datetime) -> str:
    """ "18:05 today", or the day and the time, on the clock of this machine."""
    here = when.astimezone()
    hour = f"{here:%H:%M}"
    if here.date() == session.today():
        return _("{hour} today").format(hour=hour)
    return _("{day}, {hour}").format(day=long_date(here.date()), hour=hour)


def _open(owned: Owned, hours: int, fresh: bool) -> None:  # noqa: FBT001 - a callback’s arguments are a tuple
    valid = timedelta(hours=hours)
    moves.attempt(
        owned, lambda: facilitation.open_room(session.here(), owned, session.now(), valid=valid, fresh=fresh)
    )


def _invitation(view: RoomView, owned: Owned, code: str) -> None:
    """The text to send, as it is."""
    text.subheading(_("Invitation to send"))
    kept_until = settings_of(session.here(), owned).keep_until
    st.code(invitation(view, code, kept_until), language=None, wrap_lines=True)


def invitation(view: RoomView, code: str, kept_until: date | None, *, meeting: bool = True) -> str:
    """Address, code, what will be shown and when it is deleted, for a message or a calendar entry.

    `meeting`: do those invited meet afterwards?
    """
    settings, opened = session.here().settings, session.opened_at()
    first = _("How ready is {organisation} for AI? We would like your view.").format(
        organisation=view.organisation
    )
    if view.way == "prepared":
        what = (
            _("Please answer {n} questions before we meet. They take about twenty minutes.")
            if meeting
            else _("Please answer {n} questions. They take about twenty minutes.")
        )
        second = what.format(n=len(view.open_codes))
    else:
        second = _("Please bring your phone. The meeting takes {minutes} minutes.").format(
            minutes=view.minutes
        )
    return "\n".join(
        [
            first,
            second,
            _("Open {address}").format(address=join_address(settings, opened, code)),
            _("or go to {shown} and enter the code {code}.").format(
                shown=shown_address(settings, opened), code=grouped(code)
            ),
            "",
            privacy_statement(view.privacy),
            *([retention_statement(kept_until)] if kept_until else []),
        ]
    )


def mine(owned: Owned) -> None:
    """For an owner who takes part: the own questions, and the code for the own phone."""
    if not owned.respondent_id:
        return
    text.subheading(_("Your own answers"))
    text.prose(_("Answer here, or return on your phone with your personal code. Do not join a second time."))
    with inputs.row_of("pl_mine"):
        text.link(session.question_screen(owned), _("Answer your questions"))
        text.button(
            _("Show my personal code"), "personal", kind="tertiary", on_click=_personal, args=(owned,)
        )
    code = session.said_here(PERSONAL, None)
    if code:
        text.code(code)
        text.muted(
            _("This code opens your answers on another device. It is shown once; keep it to yourself.")
        )


def _personal(owned: Owned) -> None:
    def work() -> None:
        st.session_state[PERSONAL] = inviting.personal_code(session.here(), owned)

    moves.attempt(owned, work)


def change(view: RoomView, owned: Owned) -> None:
    """Another plan or mode, folded away."""
    with st.expander(_("Change the plan")):
        current = Wanted(view.way, view.minutes, view.plan.sections)
        wanted = plan.choose("again", current)
        try:
            found = wanted.plan()
        except PlanRefused as error:
            plan.refused(error, "again")
        else:
            plan.blocks(found)
            args = (owned, wanted.way, wanted.minutes, wanted.sections)
            text.button(_("Use this plan"), "plan_go", on_click=_plan, args=args, disabled=wanted == current)
    if owned.respondent_id:
        mode = MODES[view.privacy]
        text.muted(_("Privacy: {mode}. Fixed since the invitation.").format(mode=mode))
        return
    with st.expander(_("Privacy")):
        text.prose(_("You can change this until the first answer."))
        privacy = choose_privacy("again", view.privacy)
        text.button(
            _("Use this setting"), "privacy_go", on_click=_privacy, args=(owned, privacy),
            disabled=privacy == view.privacy,
        )  # fmt: skip


def _plan(owned: Owned, way: Way, minutes: int, sections: tuple[str, ...]) -> None:
    moves.attempt(owned, lambda: facilitation.change_plan(session.here(), owned, way, minutes, sections))


def _privacy(owned: Owned, privacy: Privacy) -> None:
    moves.attempt(owned, lambda: facilitation.change_privacy(session.here(), owned, privacy))

"""Inviting colleagues to an assessment begun alone: what follows from it, who sees what, then the console."""

import streamlit as st

from assessment.errors import PlumblineError
from assessment.meeting import MINUTES, STEP
from assessment.records import Privacy
from assessment.words import _
from services import assessments, inviting
from services.identity import Owned
from ui import console_look, controls, parts, registry, state, workshop_plan, workshop_privacy

PREFIX = "invite"


def screen(owned: Owned) -> None:
    """Everything the owner should know before anybody is invited, and the one button."""
    if owned.workshop:
        registry.go("console")
    console_look.look()
    me = assessments.answers(state.here(), owned)
    parts.title(
        _("Invite colleagues"),
        lead=_(
            "They answer the same questions in their own time; then you see where you differ, and talk about it."
        ),
    )
    parts.listing(
        [
            _(
                "Your own answers become part of the group. Nobody sees them singly, unless you choose open answers."
            ),
            _(
                "You no longer see how answers come in, nobody’s, until you start the meeting or end the answering. Until "
                "then your result stays as it is now."
            ),
            _("Who sees what is chosen here, once. From the invitation on it is fixed."),
        ]
    )
    parts.heading(_("What will be shown"))
    privacy = workshop_privacy.choose(PREFIX)
    workshop_privacy.lone_leader(PREFIX, privacy, me.camp)
    parts.heading(_("If you meet about it"))
    minutes = st.selectbox(
        _("Length of the meeting"),
        range(workshop_plan.SHORTEST, MINUTES.stop, STEP),
        index=(workshop_plan.USUAL - workshop_plan.SHORTEST) // STEP,
        format_func=workshop_plan.in_minutes,
        key="invite_minutes",
        width=240,
    )
    parts.muted(_("You can change this later, or end the answering without a meeting."))
    with controls.actions():
        asked = parts.button(_("Invite colleagues"), "invite_go", kind="primary")
    if asked:
        _invite(owned, privacy, minutes or workshop_plan.USUAL)


def _invite(owned: Owned, privacy: Privacy, minutes: int) -> None:
    try:
        inviting.invite(
            state.here(), state.visitor(), owned, privacy=privacy, minutes=minutes, today=state.today()
        )
    except PlumblineError as error:
        parts.problem(str(error))
    else:
        registry.go("console")

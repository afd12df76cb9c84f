"""Inviting colleagues to an assessment begun alone: what follows from it and who sees what."""

import streamlit as st

from assessment.answers.records import Privacy
from assessment.errors import PlumblineError
from language.translation import _
from services.assessments import answering
from services.core.identity import Owned
from services.workshop.join import inviting
from ui import access, session, theme
from ui.kit import inputs, text
from ui.screens.workshop import colleagues, plan
from ui.screens.workshop.privacy import choose_privacy, lone_leader

PREFIX = "invite"


def screen(owned: Owned) -> None:
    """Everything the owner should know before anybody is invited, and the one button."""
    theme.style("console")
    me = answering.answers(session.here(), owned)
    text.title(
        _("Invite colleagues"),
        lead=_("They answer the same questions. You then see where you differ."),
    )
    text.prose(
        _(
            "Your own result and plan stay as they are. New answers are hidden, from you too, until you choose "
            "to show them. Privacy cannot be changed after this step."
        )
    )
    text.heading(_("Privacy"))
    privacy = choose_privacy(PREFIX)
    lone_leader(PREFIX, privacy, me.camp)
    with inputs.actions():
        asked = text.button(_("Invite colleagues"), "invite_go", kind="primary")
    if asked:
        _invite(owned, privacy)


def _invite(owned: Owned, privacy: Privacy) -> None:
    inst = session.here()
    try:
        invited = inviting.invite(
            inst, access.visitor(), owned, privacy=privacy, minutes=plan.USUAL, today=session.today()
        )
    except PlumblineError as error:
        text.problem(str(error))
    else:
        colleagues.open_door(invited)
        st.rerun()

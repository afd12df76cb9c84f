"""Inviting colleagues to an assessment begun alone: what follows from it, who sees what, then the console."""

import streamlit as st

from assessment.answers.records import Privacy
from assessment.errors import PlumblineError
from assessment.workshop.meeting import MINUTES, STEP
from language.translation import _
from services.assessments import answering
from services.core.identity import Owned
from services.workshop.join import inviting
from ui import access, navigation, session, theme
from ui.kit import inputs, text
from ui.screens.workshop import plan
from ui.screens.workshop.privacy import choose_privacy, lone_leader

PREFIX = "invite"


def screen(owned: Owned) -> None:
    """Everything the owner should know before anybody is invited, and the one button."""
    if owned.workshop:
        navigation.go("console")
    theme.style("console")
    me = answering.answers(session.here(), owned)
    text.title(
        _("Invite colleagues"),
        lead=_("They answer the same questions. You then see where you differ."),
    )
    text.listing(
        [
            _("Nobody sees individual answers unless you choose open answers."),
            _(
                "Nobody sees new answers, you included, until the meeting starts or answering ends. Your "
                "own result stays as it is."
            ),
            _("The invitation fixes the privacy setting."),
        ]
    )
    text.heading(_("Privacy"))
    privacy = choose_privacy(PREFIX)
    lone_leader(PREFIX, privacy, me.camp)
    text.heading(_("If you plan to meet"))
    minutes = st.selectbox(
        _("Length of the meeting"),
        range(plan.SHORTEST, MINUTES.stop, STEP),
        index=(plan.USUAL - plan.SHORTEST) // STEP,
        format_func=plan.in_minutes,
        key="invite_minutes",
        width=240,
    )
    text.muted(_("You can change this later, or finish without a meeting."))
    with inputs.actions():
        asked = text.button(_("Invite colleagues"), "invite_go", kind="primary")
    if asked:
        _invite(owned, privacy, minutes or plan.USUAL)


def _invite(owned: Owned, privacy: Privacy, minutes: int) -> None:
    try:
        inviting.invite(
            session.here(), access.visitor(), owned, privacy=privacy, minutes=minutes, today=session.today()
        )
    except PlumblineError as error:
        text.problem(str(error))
    else:
        navigation.go("console")

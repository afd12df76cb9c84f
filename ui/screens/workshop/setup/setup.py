"""Setting up a workshop: whose it is, how it is led, who sees what, and the plan before it is confirmed."""

import streamlit as st

from assessment.answers.records import NAME_LIMIT, Privacy
from assessment.errors import PlumblineError
from assessment.workshop.meeting import Plan, PlanRefused
from language.translation import _
from services.workshop import facilitation
from ui import access, session, theme
from ui.kit import text
from ui.kit.organisation_form import optional_facts, organisation_of
from ui.screens.workshop import plan
from ui.screens.workshop.plan import Wanted
from ui.screens.workshop.privacy import choose_privacy, lone_leader

PREFIX = "ws"
FIELD = 560


def screen() -> None:
    """Everything on one screen: the plan follows what is chosen."""
    theme.style("console")
    text.title(
        _("Run a workshop"),
        lead=_(
            "Three to twelve leaders answer on their phones, see where they differ, discuss and agree. You "
            "lead and do not answer."
        ),
    )
    text.heading(_("Organisation"))
    organisation = _organisation()
    text.heading(_("Format"))
    wanted = plan.choose(PREFIX, Wanted("prepared", plan.USUAL, ()))
    chosen = _plan(wanted)
    text.heading(_("Privacy"))
    privacy = choose_privacy(PREFIX)
    lone_leader(PREFIX, privacy)
    if chosen is not None and text.button(_("Set up the workshop"), "ws_go", kind="primary"):
        _set_up(organisation, wanted, privacy)


def _organisation() -> dict[str, str | None]:
    name = st.text_input(
        _("Organisation (shown on the playbook)"), max_chars=NAME_LIMIT, key="ws_name", width=FIELD
    )
    with st.container(horizontal=True, gap="medium", key="pl_organisation"):
        return {"name": name, **optional_facts(_("Not stated"), prefix="ws", width=240)}


def _plan(wanted: Wanted) -> Plan | None:
    """The blocks of what is chosen, or why it does not fit and what would."""
    try:
        found = wanted.plan()
    except PlanRefused as error:
        plan.refused(error, PREFIX)
        return None
    plan.blocks(found)
    return found


def _set_up(given: dict[str, str | None], wanted: Wanted, privacy: Privacy) -> None:
    organisation = organisation_of(given)
    if organisation is None:
        text.problem(_("Enter the organisation’s name. What you typed is kept."), strong=_("Not set up yet."))
        return
    try:
        access.begin(
            lambda token: facilitation.set_up(
                session.here(),
                token,
                organisation,
                way=wanted.way,
                minutes=wanted.minutes,
                privacy=privacy,
                today=session.today(),
                sections=wanted.sections,
                address=session.address(),
            )
        )
    except PlumblineError as error:
        text.problem(str(error))
        return
    st.rerun()

"""The owner's room: coming back, closing, how long it is kept, other assessments of this browser."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from assessment.privacy import WITHHELD
from language.translation import _, lazy, lazy_table
from services.assessments import answering, owner
from services.core import identity
from services.core.identity import Owned
from ui import access, file_import, session
from ui.kit import edit_state, text
from ui.kit.edit_state import Field
from ui.kit.html import download, paragraph, show

FRESH_CODE = "owner_fresh_code"
SETTINGS = Field(("owner",))
STATUS = lazy_table(
    {
        "open": lazy("Open: answers can change, and the results follow."),
        "submitted": lazy("Submitted: the results use the answers as submitted."),
        "closed": lazy("Closed: nothing changes until you reopen it."),
    }
)


def say() -> None:
    """What became of the last thing done here."""
    edit_state.feedback(*SETTINGS.scope)


def resume_code(owned: Owned) -> None:
    """A new code for coming back; shown once, in place of the earlier one."""
    text.heading(_("Access from another device"))
    text.prose(_("Open “Come back” on the other device and enter your resume code."))
    text.button(_("Make a new resume code"), "owner_code", on_click=_new_code, args=(owned,))
    fresh = session.said_here(FRESH_CODE, None)
    if fresh:
        text.code(fresh)
        text.muted(_("Write it down now; it is not shown again."))


def _new_code(owned: Owned) -> None:
    def work() -> None:
        token = access.visitor()
        st.session_state[FRESH_CODE] = identity.issue_resume_code(session.here(), token, owned.assessment_id)

    edit_state.commit(SETTINGS, work, _("New code made. The earlier one no longer works."))


def others_in_it(owned: Owned) -> None:
    """The people of a workshop; an assessment of one's own may become one."""
    if owned.workshop:
        text.heading(_("People"))
        text.prose(_("See who is in the room, or remove someone."))
        text.link("people", _("See who is in the room"))
    elif owned.respondent_id and not owned.example:
        text.heading(_("Colleagues"))
        text.prose(_("Ask other leaders the same questions and see where you differ."))
        text.link("invite", _("Invite colleagues"))


def closing(owned: Owned) -> None:
    """Close, or take answers again."""
    text.heading(_("Open or closed"))
    text.prose(STATUS[owned.status])
    if owned.status != "closed":
        text.button(_("Close the assessment"), "owner_close", on_click=_close, args=(owned,))
    if owned.status != "open":
        text.button(_("Reopen for answers"), "owner_reopen", on_click=_reopen, args=(owned,))


def _close(owned: Owned) -> None:
    edit_state.commit(SETTINGS, lambda: owner.close(session.here(), owned), _("Closed."))


def _reopen(owned: Owned) -> None:
    edit_state.commit(SETTINGS, lambda: answering.reopen(session.here(), owned), _("Reopened."))


def keeping(owned: Owned) -> None:
    """The last day the assessment is kept."""

    def save(typed: Mapping[str, Any], _seen: object) -> None:
        inst = session.here()
        day = typed["keep_until"] or owner.default_last_day(inst, owned, session.today())
        owner.save_keep_until(inst, owned, day)

    text.heading(_("Deletion date"))
    text.prose(
        _(
            "On this day everything is deleted. Participants see the date before they join. Leave empty for "
            "the usual date."
        )
    )
    day = owner.settings_of(session.here(), owned).keep_until
    st.date_input(
        _("Delete on"),
        value=None,
        min_value=session.today(),
        format="YYYY-MM-DD",
        width=320,
        **edit_state.widget(Field(SETTINGS.scope, ("keep_until",)), day, save),
    )


def export(owned: Owned, *, allowed: bool) -> None:
    """All answers as a file, where single answers may leave the app."""
    text.heading(_("Download a copy"))
    if allowed:
        show(
            paragraph(_("All answers in one file, which any Plumbline installation can open.")),
            download(_("Download the answers (JSON)"), f"/export/{owned.assessment_id}", quiet=True),
        )
    else:
        text.prose(_("This file would contain individual answers, so it is not available."), _(WITHHELD))


def others(owned: Owned) -> None:
    """The other assessments of this browser, and a file as another one."""
    text.heading(_("Other assessments"))
    mine = [found for found in session.owned() if found.assessment_id != owned.assessment_id]
    for found in mine:
        name = _("{organisation} (example)") if found.example else "{organisation}"
        text.button(
            _("Open {name}").format(name=name.format(organisation=found.organisation)),
            f"owner_open_{found.assessment_id}", kind="tertiary", on_click=_switch, args=(found,),
        )  # fmt: skip
    if not mine:
        text.muted(_("No other assessment in this browser."))
    text.link("setup", _("Start another assessment"))
    with st.expander(_("Open a file")):
        file_import.import_form()


def _switch(found: Owned) -> None:
    edit_state.commit(
        SETTINGS,
        lambda: access.open_assessment(found.assessment_id),
        _("{name} is now open.").format(name=found.organisation),
    )

"""Deleting for good: asked twice, done at once, and said what is gone."""

import streamlit as st

from assessment.errors import RefusedInput
from language.lists import listed
from language.translation import _, lazy, lazy_table
from services.assessments import owner
from services.core.identity import Owned
from ui import session
from ui.kit import edit_state, text
from ui.kit.edit_state import Field

GONE, TYPED = "owner_gone", "owner_delete_name"
DELETION = Field(("owner_delete",))
KINDS = lazy_table(
    {
        "assessment_session": lazy("assessment"),
        "organisation": lazy("organisation"),
        "logo": lazy("logo"),
        "respondent": lazy("people"),
        "response": lazy("answers"),
        "prediction": lazy("predictions"),
        "activity_answer": lazy("activity answers"),
        "decision_answer": lazy("decisions placed"),
        "ranking": lazy("ranked outcomes"),
        "barrier": lazy("ranked barriers"),
        "agreed": lazy("agreed levels"),
        "register": lazy("lines of the register"),
        "submission": lazy("submissions"),
        "device_binding": lazy("browsers that could open it"),
        "resume_code": lazy("resume codes"),
        "room": lazy("workshop room"),
        "kept_vote": lazy("answers in earlier pictures of a vote"),
        "kept_order": lazy("orders in earlier pictures"),
        "agenda_entry": lazy("questions of the workshop"),
        "result": lazy("figures kept for the comparison with others"),
        "tally": lazy("counts of results"),
        "cohort": lazy("published counts"),
    }
)


def gone() -> bool:
    """After a deletion: says what was deleted. False when nothing was."""
    counts = session.said_here(GONE, None)
    if counts is None:
        return False
    words = listed(
        [f"{number} × {KINDS.get(kind, kind.replace('_', ' '))}" for kind, number in counts.items()]
    )
    text.title(_("Deleted for good"), lead=_("Gone from this installation: {what}.").format(what=words))
    text.muted(_("Backups that the operator made earlier may still hold it until they are replaced."))
    text.link("welcome", _("To the start"))
    return True


def delete(owned: Owned) -> None:
    """The name has to be typed, so that nobody deletes by accident."""
    text.heading(_("Delete for good"))
    text.prose(
        _(
            "Deletes the assessment with all answers, the logo and every way to open it. It cannot be undone; "
            "take a copy first if you may want one. To confirm, type the organisation’s name:"
        )
    )
    text.text(owned.organisation, strong=True)
    with st.form("owner_delete", border=False, width=480):
        st.text_input(_("Name of the organisation"), key=TYPED, max_chars=120)
        st.form_submit_button(_("Delete for good"), on_click=_delete, args=(owned,))
    edit_state.feedback(*DELETION.scope)


def _delete(owned: Owned) -> None:
    def work() -> None:
        if " ".join(st.session_state[TYPED].split()) != " ".join(owned.organisation.split()):
            raise RefusedInput(_("The name is not the same, so nothing was deleted."))
        st.session_state[GONE] = owner.erase(session.here(), owned)
        st.session_state.pop(session.OPEN, None)

    edit_state.commit(DELETION, work)

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
        "decision_answer": lazy("decision map answers"),
        "ranking": lazy("ranked outcomes"),
        "barrier": lazy("ranked barriers"),
        "agreed": lazy("agreed levels"),
        "register": lazy("register entries"),
        "submission": lazy("submissions"),
        "device_binding": lazy("browsers that could open it"),
        "resume_code": lazy("resume codes"),
        "share_link": lazy("read-only links"),
        "draft": lazy("unsent texts"),
        "room": lazy("workshop room"),
        "kept_vote": lazy("earlier versions of a vote"),
        "kept_order": lazy("earlier orders of outcomes and barriers"),
        "agenda_entry": lazy("questions of the workshop"),
        "result": lazy("benchmark figures"),
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
    text.title(_("Deleted for good"), lead=_("Deleted from this installation: {what}.").format(what=words))
    text.muted(_("The operator’s earlier backups may still contain it."))
    text.link("welcome", _("Go to the home page"))
    return True


def delete(owned: Owned) -> None:
    """The name has to be typed, so that nobody deletes by accident."""
    text.heading(_("Delete this assessment"))
    text.prose(
        _(
            "This deletes all answers, the logo and all access, and cannot be undone. Download a copy first "
            "if you may need one. To confirm, type the organisation’s name:"
        )
    )
    text.text(owned.organisation, strong=True)
    with st.form("owner_delete", border=False, width=480):
        st.text_input(_("Organisation name"), key=TYPED, max_chars=120)
        st.form_submit_button(_("Delete for good"), on_click=_delete, args=(owned,))
    edit_state.feedback(*DELETION.scope)


def _delete(owned: Owned) -> None:
    def work() -> None:
        if " ".join(st.session_state[TYPED].split()) != " ".join(owned.organisation.split()):
            raise RefusedInput(_("The name does not match. Nothing was deleted."))
        st.session_state[GONE] = owner.erase(session.here(), owned)
        st.session_state.pop(session.OPEN, None)

    edit_state.commit(DELETION, work)

"""The owner's room: coming back, closing, how long it is kept, other assessments of this browser."""

import streamlit as st

from assessment.errors import PlumblineError
from assessment.privacy import WITHHELD
from assessment.words import _
from services import assessments, identity, owner
from services.identity import Owned
from ui import parts, starting, state
from ui.markup import download, paragraph, show

FRESH_CODE, SAID = "owner_fresh_code", "owner_said"
STATUS = {
    "open": _("Open: answers can change, and the results follow them."),
    "submitted": _("Submitted: the results rest on the answers as they were handed in."),
    "closed": _("Closed: nothing changes until you open it again."),
}


def attempt(work: parts.Callback, words: str) -> None:
    """Does something and remembers what to say about it after the rerun."""
    try:
        work()
    except PlumblineError as error:
        st.session_state[SAID] = (False, str(error))
    else:
        st.session_state[SAID] = (True, words)


def say() -> None:
    """What became of the last thing done here."""
    good, words = state.said_here(SAID, (True, ""))
    if not good:
        parts.problem(words)
    elif words:
        parts.status(words)


def resume_code(owned: Owned) -> None:
    """A new code for coming back; shown once, in place of the earlier one."""
    parts.heading(_("Coming back from another device"))
    parts.prose(
        _(
            "On the other device, open “Come back” and type your resume code. A code is shown once and cannot be "
            "looked up afterwards; a new one replaces the earlier one."
        )
    )
    parts.button(_("Make a new resume code"), "owner_code", on_click=_new_code, args=(owned,))
    fresh = state.said_here(FRESH_CODE, None)
    if fresh:
        parts.code(fresh)
        parts.muted(_("Write it down now. When you leave this screen it cannot be shown again."))


def _new_code(owned: Owned) -> None:
    def work() -> None:
        token = state.visitor()
        st.session_state[FRESH_CODE] = identity.issue_resume_code(state.here(), token, owned.assessment_id)

    attempt(work, _("A new code; the earlier one no longer works."))


def others_in_it(owned: Owned) -> None:
    """The people of a workshop; an assessment of one's own may become one."""
    if owned.workshop:
        parts.heading(_("People"))
        parts.prose(_("Who is in the room, and taking somebody out of it."))
        parts.link("people", _("People in the room"))
    elif owned.respondent_id and not owned.example:
        parts.heading(_("Colleagues"))
        parts.prose(_("Ask the other leaders the same questions, and see where you differ."))
        parts.link("invite", _("Invite colleagues"))


def closing(owned: Owned) -> None:
    """Close, or take answers again."""
    parts.heading(_("Open or closed"))
    parts.prose(STATUS[owned.status])
    if owned.status != "closed":
        parts.button(_("Close the assessment"), "owner_close", on_click=_close, args=(owned,))
    if owned.status != "open":
        parts.button(_("Take answers again"), "owner_reopen", on_click=_reopen, args=(owned,))


def _close(owned: Owned) -> None:
    attempt(lambda: owner.close(state.here(), owned), _("Closed."))


def _reopen(owned: Owned) -> None:
    attempt(lambda: assessments.reopen(state.here(), owned), _("Open again."))


def keeping(owned: Owned) -> None:
    """The last day the assessment is kept."""
    parts.heading(_("How long it is kept"))
    st.date_input(
        _("Delete everything after this day (leave empty to keep it)"),
        value=owner.settings_of(state.here(), owned).keep_until,
        min_value=state.today(),
        format="YYYY-MM-DD",
        key=f"owner_keep_{owned.assessment_id}",
        on_change=_keep,
        args=(owned,),
        width=320,
    )


def _keep(owned: Owned) -> None:
    day = st.session_state[f"owner_keep_{owned.assessment_id}"]
    attempt(lambda: owner.save_keep_until(state.here(), owned, day), _("Saved"))


def export(owned: Owned, *, allowed: bool) -> None:
    """All answers as a file, where single answers may leave the app."""
    parts.heading(_("A copy to take away"))
    if allowed:
        show(
            paragraph(
                _(
                    "All answers as one file. Any Plumbline opens it again, and it can be read with any editor."
                )
            ),
            download(_("Download the answers (JSON)"), f"/export/{owned.assessment_id}", quiet=True),
        )
    else:
        parts.prose(_("The file would hold single answers, so it cannot be downloaded here."), _(WITHHELD))


def others(owned: Owned) -> None:
    """The other assessments of this browser, and a file as another one."""
    parts.heading(_("Other assessments"))
    mine = [found for found in state.owned() if found.assessment_id != owned.assessment_id]
    for found in mine:
        name = _("{organisation} (example)") if found.example else "{organisation}"
        parts.button(
            _("Open {name}").format(name=name.format(organisation=found.organisation)),
            f"owner_open_{found.assessment_id}", kind="tertiary", on_click=_switch, args=(found,),
        )  # fmt: skip
    if not mine:
        parts.muted(_("This browser has no other assessment."))
    parts.link("setup", _("Begin another one"))
    with st.expander(_("Open a file")):
        starting.by_file()


def _switch(found: Owned) -> None:
    attempt(
        lambda: state.open_assessment(found.assessment_id),
        _("{name} is open now.").format(name=found.organisation),
    )

"""How the playbook is dressed: the confidentiality line and the logo."""

import streamlit as st

from assessment.errors import PlumblineError
from language.translation import _
from services.assessments import owner
from services.assessments.owner import CONFIDENTIALITY_LIMIT
from services.core.identity import Owned
from ui import session
from ui.kit import text

SAID = "dress_said"


def dress(owned: Owned) -> None:
    """Both, each stored at once, with what became of it."""
    preferred = owner.settings_of(session.here(), owned)
    words = _("Confidentiality line on every page (at most {limit} characters)")
    st.text_input(
        text.label(words.format(limit=CONFIDENTIALITY_LIMIT)),
        value=preferred.confidentiality,
        max_chars=CONFIDENTIALITY_LIMIT,
        placeholder=_("Such as: Confidential, for the board only"),
        key="playbook_line",
        on_change=_keep_line,
        args=(owned,),
    )
    if preferred.logo:
        text.text(_("Your logo stands on the first page."))
        text.button(_("Remove the logo"), "logo_remove", on_click=_keep_logo, args=(owned, True))
    else:
        st.file_uploader(
            _("Logo on the first page (PNG or JPEG, at most 1 MB)"),
            type=["png", "jpg", "jpeg"],
            max_upload_size=1,
            key="playbook_logo",
            on_change=_keep_logo,
            args=(owned, False),
        )
    good, words = session.said_here(SAID, (True, ""))
    if good:
        text.status(words)
    else:
        text.problem(words)


def _keep_line(owned: Owned) -> None:
    paper = owner.settings_of(session.here(), owned).paper
    line = st.session_state["playbook_line"]
    _store(lambda: owner.save_preferences(session.here(), owned, confidentiality=line, paper=paper))


def _keep_logo(owned: Owned, remove: bool) -> None:  # noqa: FBT001 - Streamlit hands arguments on by position
    upload = None if remove else st.session_state["playbook_logo"]
    if remove or upload is not None:
        raw = None if upload is None else upload.getvalue()
        _store(lambda: owner.save_logo(session.here(), owned, raw))


def _store(work: text.Callback) -> None:
    try:
        work()
    except PlumblineError as error:
        st.session_state[SAID] = (False, str(error))
    else:
        st.session_state[SAID] = (True, _("Saved"))

"""How the playbook is dressed: the confidentiality line and the logo."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from language.translation import _
from services.assessments import owner
from services.assessments.owner import CONFIDENTIALITY_LIMIT
from services.core.identity import Owned
from ui import session
from ui.kit import edit_state, text
from ui.kit.edit_state import Field

PLAYBOOK = "playbook"


def dress(owned: Owned) -> None:
    """Both, each stored at once, with what became of it."""
    preferred = owner.settings_of(session.here(), owned)

    def save(typed: Mapping[str, Any], _seen: object) -> None:
        line, paper = typed["line"], owner.settings_of(session.here(), owned).paper
        owner.save_preferences(session.here(), owned, confidentiality=line, paper=paper)

    words = _("Confidentiality line on every page (up to {limit} characters)")
    st.text_input(
        text.label(words.format(limit=CONFIDENTIALITY_LIMIT)),
        max_chars=CONFIDENTIALITY_LIMIT,
        placeholder=_("For example: Confidential, for the board only"),
        **edit_state.widget(Field((PLAYBOOK,), ("line",)), preferred.confidentiality, save),
    )
    if preferred.logo:
        text.text(_("Your logo is on page 1."))
        text.button(_("Remove the logo"), "logo_remove", on_click=_keep_logo, args=(owned, True))
    else:
        st.file_uploader(
            _("Logo for page 1 (PNG or JPEG, up to 1 MB)"),
            type=["png", "jpg", "jpeg"],
            max_upload_size=1,
            key="playbook_logo",
            on_change=_keep_logo,
            args=(owned, False),
        )
    edit_state.feedback(PLAYBOOK, reserve=True)


def _keep_logo(owned: Owned, remove: bool) -> None:  # noqa: FBT001 - Streamlit hands arguments on by position
    upload = None if remove else st.session_state["playbook_logo"]
    if remove or upload is not None:
        raw = None if upload is None else upload.getvalue()
        edit_state.commit(Field((PLAYBOOK,)), lambda: owner.save_logo(session.here(), owned, raw))

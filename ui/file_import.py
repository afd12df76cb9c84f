"""Opening an interchange file."""

import streamlit as st

from assessment.errors import PlumblineError
from language.translation import _
from services.assessments import files
from ui import access, session
from ui.kit import text


def import_form() -> None:
    """The form that uploads an interchange file and opens it."""
    file = st.file_uploader(_("File exported from Plumbline (JSON)"), type="json", key="import")
    if file is None:
        return
    if text.button(_("Open this file"), "import-go"):
        try:
            access.begin(
                lambda token: files.import_file(
                    session.here(), token, file.getvalue(), session.today(), address=session.address()
                )
            )
        except PlumblineError as error:
            text.problem(str(error))
        else:
            st.rerun()

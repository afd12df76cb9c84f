"""Assessing again: one tap, and in plain words what carries over."""

import streamlit as st

from language.translation import _
from report.text.editions import compared_sentence
from scoring.comparison.editions import comparability
from services.assessments import reassessment
from services.core.identity import Owned
from ui import access, navigation, resume_code, session
from ui.kit import edit_state, text
from ui.kit.edit_state import Field

AGAIN = Field(("again",))


def again(owned: Owned) -> None:
    """What a fresh assessment is, and the button that begins it; not for the example, nor before a submission."""
    if owned.example or owned.status == "open":
        return
    text.heading(_("Assess again"))
    text.prose(
        _(
            "A fresh assessment of {name}: everybody answers again, and nobody sees what was answered before. "
            "The organisation, who sees what, the looks of documents and who sits here carry over; answers, agreed "
            "levels and the plan do not. This assessment stays as it is, and the two stand side by side afterwards. Half a "
            "year is a good distance."
        ).format(name=owned.organisation)
    )
    inst = session.here()
    across = comparability(inst.asked(owned), inst.instrument)
    if across is not None:
        asks = _("It asks the questions of edition {edition}.").format(edition=across.after)
        text.prose(f"{asks} {compared_sentence(across)}")
    text.button(_("Assess again"), "again", on_click=_begin, args=(owned,))
    edit_state.feedback(*AGAIN.scope)


def _begin(owned: Owned) -> None:
    def work() -> None:
        inst, day, address = session.here(), session.today(), session.address()
        started = access.under_new_token(
            lambda token: reassessment.begin_again(inst, token, owned, day, address=address)
        )
        access.open_assessment(started.owned.assessment_id)
        st.session_state[resume_code.CODE] = started.resume_code
        navigation.go("progress")

    if not session.is_revoked():
        edit_state.commit(AGAIN, work, "")

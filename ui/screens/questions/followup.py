"""What one more tap or a few words can add to an answer, and the answers that are no level."""

import streamlit as st

from assessment.answers.parse import EVIDENCED
from assessment.answers.records import EVIDENCE_LIMIT, NOTE_LIMIT, Respondent, Response
from assessment.instrument.model import Practice
from language.translation import _
from services.core.identity import Owned
from ui.kit import edit_state, inputs
from ui.screens.questions import answers

DONT_KNOW_KEY = "0"
BACKED_FROM = 3


def show(found: Owned, practice: Practice, person: Respondent) -> None:
    """From level 3 up what could be shown for it; on some practices what the other side will say."""
    given = person.responses[practice.code]
    backed = given.level is not None and given.level >= BACKED_FROM
    if not (backed or practice.predict):
        return
    with inputs.under(f"pl_under_{practice.code}"):
        if backed:
            _backing(found, practice.code, given)
        if practice.predict:
            _prediction(found, practice.code, person)


def _backing(found: Owned, code: str, given: Response) -> None:
    backings = {
        "opinion": _("Nothing: it is my opinion"),
        "document": _("A document"),
        "number": _("A number"),
    }
    widget = edit_state.widget(answers.field(code, "backing"), given.backing, answers.change(found, code))
    inputs.choices(_("What evidence could you show?"), backings, **widget)
    if given.backing in EVIDENCED:
        _evidence(found, code, given)


def _evidence(found: Owned, code: str, given: Response) -> None:
    """Which document or number: a name or a link, stored while it is typed."""
    st.text_input(
        _("Which one? A name or a link, if you like"),
        max_chars=EVIDENCE_LIMIT,
        live=inputs.PAUSE,
        placeholder=_("May board paper, or https://…"),
        **edit_state.widget(
            answers.field(code, "evidence"), given.evidence or "", answers.change(found, code)
        ),
    )


def _prediction(found: Owned, code: str, person: Respondent) -> None:
    question = (
        _("Which answer will the business side choose?")
        if person.camp == "technology"
        else _("Which answer will the technology side choose?")
    )
    predicted, save = person.predictions.get(code), answers.predict(found, code)
    widget = edit_state.widget(answers.field(code, "prediction"), predicted, save)
    inputs.choices(question, {level: str(level) for level in range(1, 6)}, **widget)


def other_answers(found: Owned, practice: Practice, person: Respondent) -> None:
    """*I don’t know*, and *does not apply* where it is offered."""
    code, given = practice.code, person.responses.get(practice.code)
    unknown = given is not None and given.kind == "dont_know"
    inputs.card(
        _("I don’t know"),
        f"card-{code}-0",
        chosen=unknown,
        on_click=answers.dont_know,
        args=(found, code),
        shortcut=DONT_KNOW_KEY,
    )
    if unknown:
        show(found, practice, person)
    if practice.na_reason:
        inputs.card(
            practice.na_reason,
            f"card-{code}-na",
            chosen=given is not None and given.kind == "not_applicable",
            on_click=answers.not_due,
            args=(found, code),
        )
    elif practice.na_allowed:
        _does_not_apply(found, code, given)


def _does_not_apply(found: Owned, code: str, given: Response | None) -> None:
    """Asks for the reason first: without one the answer is not stored."""
    chosen = given is not None and given.kind == "not_applicable"
    asking = f"asking-{code}"
    if inputs.card(_("Does not apply to us"), f"card-{code}-na", chosen=chosen):
        st.session_state[asking] = True
    if chosen or st.session_state.get(asking):
        st.text_input(
            _("Why does it not apply?"),
            max_chars=NOTE_LIMIT,
            live=inputs.PAUSE,
            placeholder=_("Give a reason to save this answer"),
            **edit_state.widget(
                answers.field(code, "reason"),
                (given.reason or "") if given else "",
                answers.not_applicable(found, code),
            ),
        )


def note(found: Owned, code: str, text: str) -> None:
    """A note to the answer, folded away; stored while it is typed."""
    with st.expander(_("Your note") if text else _("Add a note"), key=f"pl_note_{code}"):
        st.text_area(
            _("Note (up to 1,000 characters)"),
            max_chars=NOTE_LIMIT,
            placeholder=_("Printed only if you choose the appendix of answers"),
            **edit_state.widget(answers.field(code, "note"), text, answers.change(found, code)),
        )

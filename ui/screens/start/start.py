"""Beginning: a new assessment, coming back with a code or a file, the finished example."""

import streamlit as st

from assessment.answers.records import NAME_LIMIT
from assessment.errors import PlumblineError
from assessment.instrument.model import Function
from language.translation import _
from services.assessments import answering, example
from services.core import identity
from services.core.addresses import JOIN_PATH
from services.core.identity import Owned
from ui import access, journey, navigation, session
from ui.access import CODE
from ui.kit import edit_state, text
from ui.kit.edit_state import Field
from ui.kit.html import page_link, show
from ui.kit.organisation_form import optional_facts, organisation_of

CODE_LIMIT = 40
EXAMPLE = Field(("example",))


def set_up() -> None:
    """The form for a new assessment; only the name is needed."""
    functions = session.here().instrument.functions
    with st.form("set-up", border=False):
        name = st.text_input(_("Organisation (shown on the playbook)"), max_chars=NAME_LIMIT)
        function = st.selectbox(_("Your function"), functions, format_func=_function_words)
        facts = optional_facts(_("Not stated"))
        asked = st.form_submit_button(_("Create the assessment"), type="primary")
    if not asked:
        return
    organisation = organisation_of({"name": name, **facts})
    if organisation is None:
        text.problem(
            _("Enter the organisation’s name. What you typed is kept."), strong=_("Not started yet.")
        )
        return
    inst, day, address = session.here(), session.today(), session.address()
    try:
        access.begin(
            lambda token: answering.start(
                inst, token, organisation, function.code, function.camp, day, address=address
            )
        )
    except PlumblineError as error:
        text.problem(str(error), strong=_("Not started yet."))
        return
    st.rerun()


def _function_words(function: Function) -> str:
    side = _("business") if function.camp == "business" else _("technology")
    return _("{function} ({side} side)").format(function=function.title, side=side)


def by_code() -> None:
    """Coming back with a resume code."""
    with st.form("resume", border=False):
        code = st.text_input(_("Resume code"), max_chars=CODE_LIMIT, placeholder="K7QM-2XRP-9TBD")
        asked = st.form_submit_button(_("Come back"), type="primary")
    if asked:
        try:
            found = access.under_new_token(
                lambda token: identity.resume(session.here(), token, code or "", session.address())
            )
        except PlumblineError as error:
            text.problem(str(error))
        else:
            journey.resume(found)


def open_example() -> None:
    """Callback: the finished example, straight to its results."""

    def work() -> None:
        found = example.open_example(
            session.here(), access.visitor(), session.today(), address=session.address()
        )
        journey.resume(found)

    edit_state.commit(EXAMPLE, work, "")


def example_door() -> None:
    """The way into the finished example, where the instrument has one."""
    if example.has_example(session.here()):
        text.heading(_("See a finished example"))
        text.prose(_("A fictional company with its result, decisions and playbook."))
        text.button(_("Open the example"), "door-example", on_click=open_example)
        edit_state.feedback(*EXAMPLE.scope)


def section_titles() -> str:
    """The sections in one line: "Strategy, value, …"."""
    return " · ".join(pillar.title for pillar in session.here().instrument.pillars)


def begun() -> list[Owned]:
    """What this browser has begun; what was used last stands first."""
    return [found for found in session.owned() if not found.example]


def continued(mine: list[Owned]) -> None:
    """A button for each assessment this browser has begun, with how far it is."""
    for position, found in enumerate(mine):
        words = _("Continue: {organisation}, {how_far}").format(
            organisation=found.organisation, how_far=_how_far(found)
        )
        text.button(
            words,
            f"continue-{found.assessment_id}",
            kind="secondary" if position else "primary",
            on_click=journey.resume,
            args=(found,),
        )


def already_begun() -> None:
    """On the way to a second assessment: the one begun last, for who came here by reloading or going back."""
    mine = begun()[:1]
    if mine:
        continued(mine)
        text.muted(
            _(
                "You started this one in this browser; the form below starts another. If you missed the "
                "resume code, make a new one in the owner’s room."
            )
        )


def _how_far(found: Owned) -> str:
    if found.workshop:
        return _("workshop")
    if found.status != "open" or not found.respondent_id:
        return _("finished")
    if not session.here().has_edition(found):
        return _("edition {edition}, which is not installed").format(edition=found.edition)
    done = answering.progress(session.here().asked(found), answering.answers(session.here(), found))
    return _("{done} of {of} answered").format(done=done.answered, of=done.questions)


def to_set_up() -> None:
    """Callback: a new assessment."""
    st.session_state.pop(CODE, None)
    navigation.go("setup")


def to_workshop() -> None:
    """Callback: a new workshop."""
    st.session_state.pop(CODE, None)
    navigation.go("workshop")


def join_door() -> None:
    """The way into a room, which is a page of its own beside the screens."""
    show(page_link(_("Enter the join code"), f"/{JOIN_PATH}"))

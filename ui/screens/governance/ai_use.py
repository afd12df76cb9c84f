"""One AI use in front: the questions one by one, the class they lead to, and whose it is."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from assessment.entry import NAME_LIMIT, NOTE_LIMIT
from assessment.governance.model import UseQuestion
from assessment.plan.records import AiUse, UseAnswer
from language.translation import _, lazy, lazy_table
from report.model.governance import UseView
from services.core.identity import Owned
from services.plan import ai_uses
from ui import session
from ui.kit import edit_state, inputs, text
from ui.kit.edit_state import Field
from ui.kit.html import heading, paragraph, show
from ui.kit.role_select import one_role
from ui.screens.governance.ai_use_class import use_panel

PLACE, FACTS = "uses", "uses_facts"
OPEN, ASKED, LEAVING = "uses_open", "uses_asked", "uses_leaving"
ANSWERS: Mapping[UseAnswer, str] = lazy_table(
    {"yes": lazy("Yes"), "no": lazy("No"), "unknown": lazy("I don’t know")}
)


def one_use(owned: Owned, view: UseView) -> None:
    """The question in front with the class beside it; below, what was answered and whose it is."""
    use, questions = view.use, session.here().governance.ai_uses.questions
    text.button(_("Return to the list"), "uses_back", kind="tertiary", on_click=_close)
    text.heading(use.name)
    edit_state.feedback(PLACE, reserve=True)
    with inputs.split("pl_use_split") as (matter, margin):
        with matter:
            _question(owned, use)
        with margin:
            use_panel(view)
    if _asked(questions, use) is not None:
        with st.expander(_("Your answers")):
            _answered(use)
    with st.expander(_("Owner, users and supplier")):
        _facts(owned, use)
        edit_state.feedback(FACTS, use.name, reserve=True)
    _remove(owned, use)


def _question(owned: Owned, use: AiUse) -> None:
    questions = session.here().governance.ai_uses.questions
    asked = _asked(questions, use)
    if asked is None:
        text.muted(_("Every question is answered. Where you did not know, ask the supplier."))
        _answered(use)
        return
    place = _("Question {n} of {all}").format(n=questions.index(asked) + 1, all=len(questions))
    show(
        paragraph(place, kind="muted"),
        heading(asked.question, 3),
        paragraph(asked.example, kind="muted"),
        under="pl-asking",
    )
    with inputs.cards(f"pl_cards_use_{asked.code}"):
        for answer, words in ANSWERS.items():
            inputs.card(
                _(words),
                f"use_{asked.code}_{answer}",
                chosen=use.answers.get(asked.code) == answer,
                on_click=_answer,
                args=(owned, use, asked.code, answer),
            )


def _asked(questions: list[UseQuestion], use: AiUse) -> UseQuestion | None:
    """The question chosen below, else the first without an answer."""
    chosen = st.session_state.get(ASKED)
    waiting = [question for question in questions if question.code not in use.answers]
    return next((q for q in questions if q.code == chosen), waiting[0] if waiting else None)


def _answer(owned: Owned, use: AiUse, code: str, answer: UseAnswer) -> None:
    def work() -> None:
        shown = {"answers": use.answers.get(code)}
        ai_uses.answer_one(session.here(), owned, use.name, code, answer, shown)
        st.session_state.pop(ASKED, None)

    edit_state.commit(Field((PLACE,)), work)


def _answered(use: AiUse) -> None:
    questions = session.here().governance.ai_uses.questions
    for question in questions:
        given = use.answers.get(question.code)
        inputs.row(
            question.title,
            ANSWERS[given] if given else _("not answered"),
            _("Change") if given else _("Answer"),
            f"use_{question.code}",
            on_click=_ask,
            args=(question.code,),
        )


def _ask(code: str) -> None:
    st.session_state[ASKED] = code


def _facts(owned: Owned, use: AiUse) -> None:
    def save(changes: Mapping[str, Any], seen: Mapping[str, Any] | None) -> None:
        ai_uses.change_ai_use(session.here(), owned, use.name, changes, seen)
        st.session_state[OPEN] = (changes.get("name", use.name) or "").strip()

    one_role(_("Owner"), Field((FACTS, use.name), ("owner",)), use.owner, save)
    for field, words, stored, most in (
        ("name", _("Name"), use.name, NAME_LIMIT),
        ("used_by", _("Users"), use.used_by, NAME_LIMIT),
        ("vendor", _("Supplier"), use.vendor, NAME_LIMIT),
        ("note", _("Note"), use.note, NOTE_LIMIT),
    ):
        widget = edit_state.widget(Field((FACTS, use.name), (field,)), stored or "", save)
        live = inputs.PAUSE if most == NOTE_LIMIT else False
        st.text_input(text.label(words), max_chars=most, live=live, **widget)


def _remove(owned: Owned, use: AiUse) -> None:
    """Taking it off the list is asked twice: its answers go with it."""
    if st.session_state.get(LEAVING) != use.name:
        text.button(
            _("Remove this AI use case"), "uses_remove", kind="tertiary", on_click=_leave, args=(use.name,)
        )
        return
    text.prose(_("Its answers are deleted too."))
    with inputs.actions():
        text.button(_("Remove it"), "uses_remove_now", on_click=_removed, args=(owned, use))
        text.button(_("Keep it"), "uses_keep", kind="tertiary", on_click=_leave, args=(None,))


def _leave(name: str | None) -> None:
    st.session_state[LEAVING] = name


def _removed(owned: Owned, use: AiUse) -> None:
    def work() -> None:
        ai_uses.remove_ai_use(session.here(), owned, use.name, use.plain())
        _close()

    edit_state.commit(Field((PLACE,)), work)


def _close() -> None:
    for key in (OPEN, ASKED, LEAVING):
        st.session_state.pop(key, None)

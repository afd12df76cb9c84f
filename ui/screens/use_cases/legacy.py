"""What stands in the way of a use case, and which rules hold for its class."""

from collections.abc import Mapping
from functools import partial
from typing import get_args

import streamlit as st

from assessment.answers.records import UseCase
from assessment.plan.records import UseAnswer
from language.translation import _, lazy, lazy_table
from report.model.value import UseCaseView
from report.text.governance.portfolio import legacy_sentence
from services.core.identity import Owned
from services.plan import use_cases
from ui import session
from ui.kit import text, unstored
from ui.kit.html import fold, labelled, listing, paragraph, show

ANSWERS: Mapping[UseAnswer, str] = lazy_table(
    {"yes": lazy("Yes"), "no": lazy("No"), "unknown": lazy("Nobody knows")}
)


def system(owned: Owned, line: UseCaseView) -> None:
    """The system that blocks a use case: the deciding questions, its class and what follows from it."""
    name = (line.use_case.blocked_by or "").strip()
    if line.system is None:
        return
    text.subheading(_("In its way: {system}").format(system=name))
    show(
        paragraph(legacy_sentence(line.system), kind="strong"),
        paragraph(line.system.verdict.to_do),
        paragraph(
            _("It follows from these questions; the answers hold for every use case it blocks."), kind="muted"
        ),
    )
    for question in session.here().governance.portfolio.legacy_questions:
        key = f"system_{line.use_case.name}_{question.code}"
        unstored.fill(_place(owned, name, key), {key: line.use_case.triage_answers.get(question.code)})
        st.segmented_control(
            text.label(question.question),
            get_args(UseAnswer),
            format_func=ANSWERS.__getitem__,
            key=key,
            on_change=_store,
            args=(owned, line.use_case.blocked_by, question.code, key),
        )
        unstored.say(_place(owned, name, key))


def _store(owned: Owned, blocked_by: str, question: str, key: str) -> None:
    given = st.session_state.get(key)
    work = partial(use_cases.answer_about_system, session.here(), owned, blocked_by, question, given)
    unstored.store(_place(owned, blocked_by.strip(), key), [key], work)


def _place(owned: Owned, system: str, key: str) -> unstored.Place:
    return (owned.assessment_id, "system", system, key)


def class_rules(use_case: UseCase) -> None:
    """What lets an initiative of this class in, how it is paid, reviewed and ended; running or exploring."""
    portfolio = session.here().governance.portfolio
    rule = next((rule for rule in portfolio.rules if rule.portfolio == use_case.portfolio), None)
    if rule is not None:
        show(
            fold(
                _("What holds for its class: {title}").format(title=rule.title),
                paragraph(rule.meaning),
                listing(rule.entry),
                labelled(
                    [(_("Money"), rule.funding), (_("Reviews"), rule.review), (_("When it stops"), rule.stop)]
                ),
            )
        )
    mode = _("exploring") if use_case.exploring else _("running")
    texts = [(m.title, m.exploring if use_case.exploring else m.running) for m in portfolio.modes]
    show(fold(_("What holds while it is {mode}").format(mode=mode), labelled(texts)))

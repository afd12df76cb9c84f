"""What stands in the way of a use case, and which rules hold for its class."""

from collections.abc import Mapping
from typing import Any, get_args

import streamlit as st

from assessment.answers.records import UseCase
from assessment.governance.model import LegacyQuestion
from assessment.plan.records import UseAnswer
from language.translation import _, lazy, lazy_table
from report.model.value import UseCaseView
from report.text.governance.portfolio import legacy_sentence
from services.core.identity import Owned
from services.plan import use_cases
from ui import session
from ui.kit import edit_state, text
from ui.kit.edit_state import Field
from ui.kit.html import fold, labelled, listing, paragraph, show

ANSWERS: Mapping[UseAnswer, str] = lazy_table(
    {"yes": lazy("Yes"), "no": lazy("No"), "unknown": lazy("Nobody knows")}
)


def system(owned: Owned, line: UseCaseView) -> None:
    """The system that blocks a use case: the deciding questions, its class and what follows from it."""
    name = (line.use_case.blocked_by or "").strip()
    if line.system is None:
        return
    text.subheading(_("Blocked by: {system}").format(system=name))
    show(
        paragraph(legacy_sentence(line.system), kind="strong"),
        paragraph(line.system.verdict.to_do),
        paragraph(_("These answers apply to every use case it blocks."), kind="muted"),
    )
    for question in session.here().governance.portfolio.legacy_questions:
        _question(owned, name, question, line.use_case.triage_answers.get(question.code))


def _question(owned: Owned, system: str, question: LegacyQuestion, given: UseAnswer | None) -> None:
    def save(answered: Mapping[str, Any], seen: Mapping[str, Any] | None) -> None:
        answer = answered[question.code]
        use_cases.answer_about_system(session.here(), owned, system, question.code, answer, seen)

    field = Field(("system", system), (question.code,))
    st.segmented_control(
        text.label(question.question),
        get_args(UseAnswer),
        format_func=ANSWERS.__getitem__,
        **edit_state.widget(field, given, save, {"triage_answers": given}),
    )
    edit_state.feedback(*field.path)


def class_rules(use_case: UseCase) -> None:
    """What lets an initiative of this class in, how it is paid, reviewed and ended; running or exploring."""
    portfolio = session.here().governance.portfolio
    rule = next((rule for rule in portfolio.rules if rule.portfolio == use_case.portfolio), None)
    if rule is not None:
        show(
            fold(
                _("Rules for its class: {title}").format(title=rule.title),
                paragraph(rule.meaning),
                listing(rule.entry),
                labelled(
                    [(_("Money"), rule.funding), (_("Reviews"), rule.review), (_("When it stops"), rule.stop)]
                ),
            )
        )
    mode = _("exploring") if use_case.exploring else _("running")
    texts = [(m.title, m.exploring if use_case.exploring else m.running) for m in portfolio.modes]
    show(fold(_("Rules while it is {mode}").format(mode=mode), labelled(texts)))

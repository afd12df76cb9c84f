"""The statement of acceptable risk: decided and signed line by line, one line open at a time."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from assessment.governance.acceptable_risk import DecidedLine
from language.translation import _
from report.model.governance import RiskView
from report.text.governance.acceptable_risk import (
    decided_sentence,
    option_title,
    risk_progress,
    signed_progress,
)
from report.text.governance.ownership import unknown_role_sentences
from services.core.identity import Owned
from services.plan import acceptable_risk, roadmap
from ui import session
from ui.kit import edit_state, fragments, inputs, text
from ui.kit.edit_state import Field
from ui.kit.html import finding_list, fold, labelled, listing, paragraph, show
from ui.kit.role_select import some_roles
from ui.screens.governance.own_lines import own_lines
from ui.screens.governance.risk_line import PLACE, OpenLine, line_fields

OPEN = "risk_open"


@fragments.alone
def risk(owned: Owned) -> None:
    """Purpose and progress, then the lines area by area."""
    statement = session.here().governance.acceptable_risk
    view = acceptable_risk.risk_now(session.here(), owned, session.today())
    text.heading(statement.title)
    show(
        paragraph(statement.purpose),
        paragraph(risk_progress(view.statement), kind="strong"),
        paragraph(signed_progress(session.instrument(), view)),
        fold(_("Settle it in an hour"), listing(statement.how)),
        fold(_("What the four answers mean"), labelled([(o.title, o.meaning) for o in statement.options])),
    )
    show(finding_list(unknown_role_sentences(view.unknown_roles)))
    _signers(owned, view)
    for area in statement.areas:
        text.subheading(area.title)
        text.muted(area.question)
        for found in view.statement.of(area):
            _line(owned, view, found)
    own_lines(owned, view)


def _signers(owned: Owned, view: RiskView) -> None:
    """Who is to sign each line; folded away, because it is set once."""

    def save(changes: Mapping[str, Any], seen: Mapping[str, Any] | None) -> None:
        acceptable_risk.set_signers(session.here(), owned, changes["signers"], seen)

    field = Field(("risk",), ("signers",))
    stored = {"signers": roadmap.plan_of(session.here(), owned).risk_statement.signers}
    with st.expander(_("Signatories"), key="pl_risk_signers"):
        some_roles(_("Each line is signed by"), field, view.signers, save, stored)
        text.muted(_("Leave it empty for the default. Anyone who has signed a line stays on the list."))
        edit_state.feedback(*field.path)


def _line(owned: Owned, view: RiskView, found: DecidedLine) -> None:
    code, record = found.line.code, view.kept.get(found.line.code)
    statement = session.here().governance.acceptable_risk
    opened = st.session_state.get(OPEN) == code
    with st.container(key=f"pl_line_risk_{code}", gap="small"):
        inputs.row(
            found.line.title,
            decided_sentence(session.instrument(), statement, view, found),
            _("Close") if opened else _("Open"),
            f"risk_{code}",
            on_click=_toggle,
            args=(code,),
        )
        if not opened:
            edit_state.feedback(PLACE, code)
        else:
            with st.container(key=f"pl_inner_risk_{code}"):
                start = option_title(statement, found.line.draft)
                shown = OpenLine(
                    key=code,
                    text=found.line.decision,
                    why=found.line.why,
                    about=_("What do we decide here? Start from “{option}”.").format(option=start),
                    example=found.line.limit,
                    option=found.option,
                    limit=found.limit,
                    ask=found.ask,
                    record=record,
                    missing=view.not_yet(record) if record else (),
                )
                decide = partial(acceptable_risk.decide_risk_line, session.here(), owned, code)
                line_fields(owned, shown, decide)


def _toggle(code: str) -> None:
    st.session_state[OPEN] = None if st.session_state.get(OPEN) == code else code

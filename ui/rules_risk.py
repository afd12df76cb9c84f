"""The statement of acceptable risk: decided and signed line by line, one line open at a time."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from assessment.acceptable_risk import DecidedLine
from assessment.words import _
from playbook.governance_words import decided_sentence, option_title, risk_progress, signed_progress
from playbook.rules import RiskView
from services import plan_rules
from services.identity import Owned
from ui import controls, fragments, parts, saving, state
from ui.markup import fold, labelled, listing, paragraph, show
from ui.rules_line import OpenLine, line_fields, place_of
from ui.rules_own import own_lines

OPEN = "risk_open"


@fragments.alone
def risk(owned: Owned) -> None:
    """Purpose and progress, then the lines area by area."""
    text = state.here().governance.acceptable_risk
    view = plan_rules.risk_now(state.here(), owned, state.today())
    parts.heading(text.title)
    show(
        paragraph(text.purpose),
        paragraph(risk_progress(view.statement), kind="strong"),
        paragraph(signed_progress(state.instrument(), view)),
        fold(_("How to settle it in an hour"), listing(text.how)),
        fold(_("What the four answers mean"), labelled([(o.title, o.meaning) for o in text.options])),
    )
    for area in text.areas:
        parts.subheading(area.title)
        parts.muted(area.question)
        for found in view.statement.of(area):
            _line(owned, view, found)
    own_lines(owned, view)


def _line(owned: Owned, view: RiskView, found: DecidedLine) -> None:
    code, record = found.line.code, view.kept.get(found.line.code)
    text = state.here().governance.acceptable_risk
    opened = st.session_state.get(OPEN) == code
    with st.container(key=f"pl_line_risk_{code}", gap="small"):
        controls.row(
            found.line.title,
            decided_sentence(state.instrument(), text, found, record),
            _("Close") if opened else _("Open"),
            f"risk_{code}",
            on_click=_toggle,
            args=(code,),
        )
        if not opened:
            saving.told(place_of(code))
        else:
            with st.container(key=f"pl_inner_risk_{code}"):
                start = option_title(text, found.line.draft)
                shown = OpenLine(
                    key=code,
                    opened=OPEN,
                    text=found.line.decision,
                    why=found.line.why,
                    about=_("Where the talk starts: {option}").format(option=start),
                    example=found.line.limit,
                    option=found.option,
                    limit=found.limit,
                    ask=found.ask,
                    record=record,
                )
                line_fields(owned, shown, partial(_store, owned, code))


def _store(owned: Owned, code: str, key: str, values: Mapping[str, str | None]) -> None:
    saving.store(place_of(code), key, lambda: plan_rules.decide_risk_line(state.here(), owned, code, values))


def _toggle(code: str) -> None:
    st.session_state[OPEN] = None if st.session_state.get(OPEN) == code else code

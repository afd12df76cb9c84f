"""The statement of acceptable risk: decided and signed line by line, one line open at a time."""

import streamlit as st

from assessment.acceptable_risk import DecidedLine
from assessment.entry import NOTE_LIMIT
from assessment.plan_records import RiskLine
from assessment.words import _
from playbook.governance_words import (
    decided_sentence,
    option_title,
    risk_progress,
    signed_progress,
)
from playbook.rules import RiskView
from services import plan_rules
from services.identity import Owned
from ui import controls, parts, saving, state
from ui.markup import fold, labelled, listing, paragraph, show
from ui.role_fields import code_of, one_role
from ui.rules_sign import signature

PLACE = "risk"
OPEN = "risk_open"


@st.fragment
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
    saving.say(PLACE)
    for area in text.areas:
        parts.subheading(area.title)
        parts.muted(area.question)
        for found in view.statement.of(area):
            _line(owned, view, found)


def _line(owned: Owned, view: RiskView, found: DecidedLine) -> None:
    code, record = found.line.code, view.kept.get(found.line.code)
    opened = st.session_state.get(OPEN) == code
    with st.container(key=f"pl_line_risk_{code}", gap="small"):
        controls.row(
            found.line.title,
            decided_sentence(state.instrument(), state.here().governance.acceptable_risk, found, record),
            _("Close") if opened else _("Open"),
            f"risk_{code}",
            on_click=_toggle,
            args=(code,),
        )
        if opened:
            with st.container(key=f"pl_inner_risk_{code}"):
                _inner(owned, found, record)


def _inner(owned: Owned, found: DecidedLine, record: RiskLine | None) -> None:
    text = state.here().governance.acceptable_risk
    show(paragraph(found.line.decision, kind="strong"), paragraph(found.line.why, kind="muted"))
    key = f"risk_decision_{found.line.code}"
    controls.choices(
        _("Where the talk starts: {option}").format(option=option_title(text, found.line.draft)),
        {option.code: option.title for option in text.options},
        key,
        chosen=found.option,
        on_change=_decide,
        args=(owned, found, key),
    )
    if found.option == "with_limit":
        _limit(owned, found)
    if found.option == "ask_first":
        ask = f"risk_ask_{found.line.code}"
        words = _("Who says yes or no")
        one_role(words, ask, found.ask or None, state.instrument(), _ask, (owned, found, ask))
    if record is not None and found.settled:
        signature(owned, record, PLACE)


def _limit(owned: Owned, found: DecidedLine) -> None:
    """The limit that holds, with an example to start from."""
    key = f"risk_limit_{found.line.code}"
    saving.held(key, found.limit)
    st.text_area(
        _("The limit"),
        key=key,
        max_chars=NOTE_LIMIT,
        placeholder=found.line.limit,
        on_change=_set_limit,
        args=(owned, found, key),
    )
    if not found.limit:
        parts.button(
            _("Start from the example"),
            f"risk_example_{found.line.code}",
            kind="tertiary",
            on_click=_store,
            args=(owned, found, key, {"decision": "with_limit", "limit": found.line.limit}),
        )


def _decide(owned: Owned, found: DecidedLine, key: str) -> None:
    _store(owned, found, key, {"decision": st.session_state[key]})


def _set_limit(owned: Owned, found: DecidedLine, key: str) -> None:
    _store(owned, found, key, {"decision": "with_limit", "limit": st.session_state[key]})


def _ask(owned: Owned, found: DecidedLine, key: str) -> None:
    role = code_of(state.instrument(), st.session_state[key])
    _store(owned, found, key, {"decision": "ask_first", "ask": role})


def _store(owned: Owned, found: DecidedLine, key: str, values: dict[str, str | None]) -> None:
    saving.store(
        PLACE, key, lambda: plan_rules.decide_risk_line(state.here(), owned, found.line.code, values)
    )


def _toggle(code: str) -> None:
    st.session_state[OPEN] = None if st.session_state.get(OPEN) == code else code

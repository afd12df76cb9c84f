"""Lines of the risk statement that the leaders wrote themselves: added, decided, taken out."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from assessment.plan.records import RiskLine
from language.translation import _
from report.model.governance import RiskView
from report.text.governance.acceptable_risk import own_sentence
from services.core.identity import Owned
from services.plan import acceptable_risk
from ui import drafts, session
from ui.kit import edit_state, inputs, pagination, text
from ui.kit.add_form import add_form
from ui.kit.edit_state import Field
from ui.screens.governance.risk_line import PLACE, OpenLine, line_fields

OPEN, PAGE, AREA, TEXT = "risk_own_open", "risk_own_page", "area", "text"
OWN = "risk_own"
NEW = (OWN, "add", TEXT)
TEXT_LIMIT = 1_000


def own_lines(owned: Owned, view: RiskView) -> None:
    """The lines with what was decided, and a field for one more."""
    text.subheading(_("Your own lines"))
    for place, line in pagination.page_of(view.own, PAGE):
        _line(owned, view, place, line)
    pagination.turn(view.own, PAGE)
    _add(owned)


def _line(owned: Owned, view: RiskView, place: int, line: RiskLine) -> None:
    opened, key = st.session_state.get(OPEN) == line.text, f"own_{edit_state.key_part(line.text)}"
    areas = {area.code: area.title for area in session.here().governance.acceptable_risk.areas}
    with st.container(key=f"pl_line_own_{place}", gap="small"):
        inputs.row(
            line.text,
            own_sentence(session.instrument(), session.here().governance.acceptable_risk, view, line),
            _("Close") if opened else _("Open"),
            f"risk_own_{place}",
            on_click=_toggle,
            args=(line.text,),
        )
        if not opened:
            edit_state.feedback(PLACE, key)
        else:
            with st.container(key=f"pl_inner_own_{place}"):
                shown = OpenLine(
                    key=key,
                    text=line.text,
                    why=areas.get(line.area, ""),
                    about=_("What we decide"),
                    example="",
                    option=line.decision,
                    limit=line.limit or "",
                    ask=line.ask or "",
                    record=line,
                    missing=view.not_yet(line),
                )
                decide = partial(acceptable_risk.decide_own_line, session.here(), owned, line)
                line_fields(owned, shown, decide)
                text.button(
                    _("Remove this line"),
                    f"risk_out_{place}",
                    kind="tertiary",
                    on_click=edit_state.submit,
                    args=(Field((OWN,)), partial(decide, {}, None)),
                )


def _add(owned: Owned) -> None:
    areas = {area.code: area.title for area in session.here().governance.acceptable_risk.areas}

    def add(typed: Mapping[str, Any]) -> None:
        line_text = (typed[TEXT] or "").strip()
        acceptable_risk.add_risk_line(session.here(), owned, typed[AREA], line_text)
        drafts.forget(owned, NEW)
        st.session_state[OPEN] = line_text

    with st.container(key="pl_add_line", gap="small"):
        with add_form(Field((OWN,)), kept=True) as form:
            st.selectbox(_("Topic"), list(areas), format_func=lambda code: areas[code], key=form.key(AREA))
            st.text_area(
                _("Add a line"), max_chars=TEXT_LIMIT,
                placeholder=_("What someone might do with AI, in one sentence"),
                **drafts.widget(owned, form.only(TEXT), "", NEW),
            )  # fmt: skip
            form.submit(_("Add the line"), add)
        edit_state.feedback(OWN, reserve=True)


def _toggle(line_text: str) -> None:
    st.session_state[OPEN] = None if st.session_state.get(OPEN) == line_text else line_text

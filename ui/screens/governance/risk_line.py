"""One line of the risk statement, open: what was decided, its limit or whom to ask, and the signatures."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from assessment.entry import NOTE_LIMIT
from assessment.plan.records import RiskLine
from language.translation import _, ngettext
from report.text.governance.acceptable_risk import past_sentence, past_words
from report.text.narrative import count
from services.core.identity import Owned
from ui import session
from ui.kit import edit_state, inputs, text
from ui.kit.edit_state import Field
from ui.kit.html import SPACE, element, paragraph, show
from ui.kit.role_select import one_role
from ui.screens.governance.signatures import signing

Decide = Callable[[Mapping[str, str | None], Mapping[str, Any] | None, date | None], object]
"""Stores some fields of the line; with what the screen had shown, and the day if signatures may be set aside."""
PLACE = "risk_line"
SETTLED = {"limit": "with_limit", "ask": "ask_first"}
"""What a line is decided to be when one of its other fields is filled in."""


@dataclass(frozen=True)
class OpenLine:
    """A line as it is shown: `key` tells its fields apart, `about` stands above the four answers."""

    key: str
    text: str
    why: str
    about: str
    example: str
    option: str | None
    limit: str
    ask: str
    record: RiskLine | None
    missing: tuple[str, ...] = ()
    """Who is to sign it and has not."""


def line_fields(owned: Owned, line: OpenLine, decide: Decide) -> None:
    """Everything that can be changed on the line; it is signed once it is settled."""

    def save(changes: Mapping[str, Any], seen: Mapping[str, Any] | None) -> object:
        (name,) = changes
        day = session.today() if signed else None
        return decide(changes if name == "decision" else {"decision": SETTLED[name], **changes}, seen, day)

    signed = line.record.signed if line.record is not None else ()
    show(paragraph(line.text, kind="strong"), paragraph(line.why, kind="muted"))
    if not signed or st.session_state.get(_changing(line)) == signed:
        _decision(line, save)
    else:
        _ask_before(line, len(signed))
    if line.record is not None and (line.option != "with_limit" or line.limit):
        signing(owned, line.record, line.missing, line.key)
    _past(line)
    edit_state.feedback(PLACE, line.key, reserve=True)


def _changing(line: OpenLine) -> str:
    """Holds the signatures of which somebody has said that they may be set aside."""
    return f"risk_change_{line.key}"


def _ask_before(line: OpenLine, signatures: int) -> None:
    """A signed line is changed only after somebody has said so; its signatures are kept, struck through."""
    words = ngettext(
        "It has {n} signature. If you change the line, the signature is struck through and kept, with its date.",
        "It has {n} signatures. If you change the line, they are struck through and kept, with their dates.",
        signatures,
    )
    text.muted(words.format(n=count(signatures)))
    text.button(
        _("Change what was decided"), f"risk_change_{line.key}_go", on_click=_may_change, args=(line,)
    )


def _may_change(line: OpenLine) -> None:
    st.session_state[_changing(line)] = line.record.signed if line.record is not None else ()


def _past(line: OpenLine) -> None:
    """What was signed before and no longer holds."""
    risk = session.here().governance.acceptable_risk
    for past in line.record.history if line.record is not None else ():
        words = element("s", past_words(session.instrument(), risk, past))
        show(element("p", past_sentence(past), SPACE, words, under="pl-p pl-muted"))


def _decision(line: OpenLine, save: edit_state.Save) -> None:
    """What holds, with its limit or whom to ask."""
    options = {option.code: option.title for option in session.here().governance.acceptable_risk.options}
    inputs.choices(
        line.about, options, **edit_state.widget(_field(line, "decision"), line.option, save, _stored(line))
    )
    if line.option == "with_limit":
        _limit(line, save)
    if line.option == "ask_first":
        one_role(_("Who approves or refuses"), _field(line, "ask"), line.ask or None, save, _stored(line))


def _stored(line: OpenLine) -> dict[str, Any]:
    return {name: getattr(line.record, name, None) for name in ("decision", *SETTLED)}


def _field(line: OpenLine, name: str) -> Field:
    return Field((PLACE, line.key), (name,))


def _limit(line: OpenLine, save: edit_state.Save) -> None:
    """The limit that holds, with an example to start from where there is one."""
    field = _field(line, "limit")
    st.text_area(
        _("Limit"),
        max_chars=NOTE_LIMIT,
        placeholder=line.example or None,
        **edit_state.widget(field, line.limit, save, _stored(line)),
    )
    if line.example and not line.limit:
        text.button(
            _("Use the example"),
            f"risk_example_{line.key}",
            kind="tertiary",
            on_click=edit_state.submit,
            args=(field, lambda: save({"limit": line.example}, _stored(line))),
        )

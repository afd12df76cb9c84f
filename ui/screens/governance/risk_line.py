"""One line of the risk statement, open: what was decided, its limit or whom to ask, and the signatures."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from assessment.entry import NOTE_LIMIT
from assessment.plan.records import RiskLine
from language.translation import _
from services.core.identity import Owned
from ui import session
from ui.kit import inputs, saving
from ui.kit import text as parts
from ui.kit.html import paragraph, show
from ui.kit.role_select import code_of, one_role
from ui.screens.governance.signatures import signing

Store = Callable[[str, Mapping[str, str | None]], None]
"""Keeps what was changed: the key of the field, and the fields of the line."""


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


def place_of(key: str) -> str:
    """Where it is said that a change of the line with this key was stored."""
    return f"risk_{key}"


def line_fields(owned: Owned, line: OpenLine, store: Store) -> None:
    """Everything that can be changed on the line; it is signed once it is settled."""
    show(paragraph(line.text, kind="strong"), paragraph(line.why, kind="muted"))
    options = session.here().governance.acceptable_risk.options
    key = f"risk_decision_{line.key}"
    inputs.choices(
        line.about,
        {option.code: option.title for option in options},
        key,
        chosen=line.option,
        on_change=_decide,
        args=(key, store),
    )
    if line.option == "with_limit":
        _limit(line, store)
    if line.option == "ask_first":
        ask = f"risk_ask_{line.key}"
        one_role(_("Who says yes or no"), ask, line.ask or None, session.instrument(), _ask, (ask, store))
    if line.record is not None and (line.option != "with_limit" or line.limit):
        signing(owned, line.record, line.missing, line.key, place_of(line.key))
    saving.say(place_of(line.key))


def _limit(line: OpenLine, store: Store) -> None:
    """The limit that holds, with an example to start from where there is one."""
    key = f"risk_limit_{line.key}"
    saving.held(key, line.limit)
    st.text_area(
        _("The limit"),
        key=key,
        max_chars=NOTE_LIMIT,
        placeholder=line.example or None,
        on_change=_set_limit,
        args=(key, store),
    )
    if line.example and not line.limit:
        parts.button(
            _("Start from the example"),
            f"risk_example_{line.key}",
            kind="tertiary",
            on_click=store,
            args=(key, {"decision": "with_limit", "limit": line.example}),
        )


def _decide(key: str, store: Store) -> None:
    store(key, {"decision": st.session_state[key]})


def _set_limit(key: str, store: Store) -> None:
    store(key, {"decision": "with_limit", "limit": st.session_state[key]})


def _ask(key: str, store: Store) -> None:
    store(key, {"decision": "ask_first", "ask": code_of(session.instrument(), st.session_state[key])})

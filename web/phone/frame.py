"""What every page in a room shows, and the small parts that several of them share."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from assessment.instrument.model import Choice, Instrument
from language.translation import _
from report.text.privacy import privacy_statement, retention_statement
from web.phone.service_calls import PhoneState

Screen = tuple[str, Mapping[str, Any]]
"""A template and what it shows. `here` names the page: the script replaces a page only by another one."""


def common(instrument: Instrument, state: PhoneState, here: str) -> dict[str, Any]:
    """What every page in a room shows."""
    side = {"business": _("business"), "technology": _("technology")}[state.participant.camp]
    function = state.participant.function
    return {
        "state": state,
        "step": state.step,
        "here": here,
        "who": f"{instrument.function_titles.get(function, function)} · {side}",
        "privacy_statement": [privacy_statement(state.participant.privacy), *_kept(state)],
    }


def _kept(state: PhoneState) -> list[str]:
    day = state.participant.keep_until
    return [retention_statement(day)] if day else []


def first(choices: Sequence[Choice], done: Collection[str]) -> str:
    """The first that is not done yet, else the first."""
    return next((choice.code for choice in choices if choice.code not in done), choices[0].code)


def place(title: str, codes: Sequence[str], code: str) -> str:
    return _("{section} · {number} of {count}").format(
        section=title, number=list(codes).index(code) + 1, count=len(codes)
    )


def beside(codes: Sequence[str], code: str, by: int, under: str) -> str | None:
    place = list(codes).index(code) + by
    return f"{under}{codes[place]}" if 0 <= place < len(codes) else None

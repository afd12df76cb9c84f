"""Parses untrusted answers to typed ones, checked against the instrument.

Messages of errors are sentences for the person who answers; nothing is stored when one is raised.
"""

from collections.abc import Collection, Mapping
from typing import Any

from pydantic import ValidationError

from assessment.answers.records import EVIDENCE_LIMIT, NOTE_LIMIT, Response
from assessment.errors import RefusedInput
from assessment.instrument.model import Instrument
from language.translation import _, lazy

EVIDENCED = ("document", "number")
"""What an answer may rest on that has a name or a link."""


def parse_response(instrument: Instrument, code: str, raw: Mapping[str, Any]) -> Response:
    """The answer to one practice.

    Where the edition fixes the only reason for *does not apply*, that is the reason, whatever was given.
    `raw` is `{"level": 3, "backing": "document", "evidence": "…", "note": "…"}`, `{"kind": "dont_know"}` or
    `{"kind": "not_applicable", "reason": "…"}`. Backing below level 3 is left out, and evidence without a
    document or a number: they are not asked there. Raises RefusedInput.
    """
    practice = instrument.practices.get(code)
    if practice is None:
        raise RefusedInput(lazy("This question is not part of the assessment. Nothing was stored."))
    given = {name: value for name, value in raw.items() if value not in (None, "")}
    for name in ("note", "reason"):
        given |= {name: _text(given[name])} if name in given else {}
    if "evidence" in given:
        given["evidence"] = parse_evidence(given["evidence"])
    if given.get("kind") == "not_applicable" and not practice.na_allowed:
        raise RefusedInput(_("“Does not apply” is not offered for this question. Nothing was stored."))
    if given.get("kind") == "not_applicable" and practice.na_reason:
        given["reason"] = practice.na_reason
    if given.get("kind") == "not_applicable" and "reason" not in given:
        raise RefusedInput(_("Say in a few words why it does not apply. It is stored once you do."))
    level = given.get("level")
    if not isinstance(level, int) or level < 3:
        given.pop("backing", None)
    if given.get("backing") not in EVIDENCED or not given.get("evidence"):
        given.pop("evidence", None)
    try:
        return Response.model_validate(given)
    except ValidationError:
        raise RefusedInput(
            lazy("This answer could not be read. Nothing was stored; please choose again.")
        ) from None


def parse_level(known: Collection[str], code: str, level: object) -> int:
    """A bare level 1..5 for a known code (prediction or activity question). Raises RefusedInput."""
    if code not in known or not isinstance(level, int) or isinstance(level, bool) or not 1 <= level <= 5:
        raise RefusedInput(lazy("This answer could not be read. Nothing was stored; please choose again."))
    return level


def _text(value: object) -> str:
    text = str(value).replace("\x00", "").strip()
    if len(text) > NOTE_LIMIT:
        raise RefusedInput(
            _(
                "A note can have up to {limit} characters; this one has {length}. Shorten it; nothing was lost."
            ).format(limit=NOTE_LIMIT, length=len(text))
        )
    return text


def parse_evidence(value: object) -> str:
    """A name or a link, on one line. Raises RefusedInput where it is too long."""
    text = " ".join(str(value).replace("\x00", "").split())
    if len(text) > EVIDENCE_LIMIT:
        raise RefusedInput(
            _(
                "The name or link of the evidence holds at most {limit} characters; this one has {length}. Shorten it; nothing was lost."
            ).format(limit=EVIDENCE_LIMIT, length=len(text))
        )
    return text

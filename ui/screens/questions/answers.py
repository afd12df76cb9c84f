"""From what was tapped or typed to the services: the callbacks of a question.

Earlier parts of an answer (its note) are read from the database, not from the screen, which may be older.
"""

from collections.abc import Callable
from typing import Any

from services.assessments import answering
from services.core.identity import Owned
from ui import session
from ui.kit import edit_state
from ui.kit.edit_state import Field, Save

QUESTION = "question"


def field(code: str, *names: str) -> Field:
    """A field of this question; without a name the tap on one of its answers."""
    return Field((QUESTION, code), names)


def choose(found: Owned, code: str, level: int) -> None:
    """A situation was tapped. The note stays; the backing too, where the new level takes one."""
    _store(code, lambda: _save(found, code, **_stored(found, code, "backing", "note"), level=level))


def dont_know(found: Owned, code: str) -> None:
    _store(code, lambda: _save(found, code, **_stored(found, code, "note"), kind="dont_know"))


def activity(found: Owned, code: str, level: int) -> None:
    """A situation of an activity question was tapped."""
    _store(code, lambda: answering.save_activity(session.here(), found, code, level))


def not_applicable(found: Owned, code: str) -> Save:
    """*Does not apply*, with its reason."""
    return lambda typed, _seen: _save(
        found, code, **_stored(found, code, "note"), kind="not_applicable", reason=typed["reason"] or ""
    )


def change(found: Owned, code: str) -> Save:
    """Another part ("backing" or "note") of an answer already given."""
    return lambda typed, _seen: _save(found, code, **(_stored(found, code) | typed))


def predict(found: Owned, code: str) -> Save:
    """What the other side will answer."""
    return lambda typed, _seen: answering.save_prediction(session.here(), found, code, typed["prediction"])


def _save(found: Owned, code: str, **raw: Any) -> None:
    answering.save_answer(session.here(), found, code, raw)


def _stored(found: Owned, code: str, *parts: str) -> dict[str, Any]:
    """The answer as it is stored now, or these parts of it; empty when there is none."""
    given = answering.answers(session.here(), found).responses.get(code)
    return given.model_dump(exclude_none=True, include=set(parts) or None) if given else {}


def _store(code: str, work: Callable[[], None]) -> None:
    edit_state.clear(QUESTION, code)
    edit_state.commit(field(code), work)

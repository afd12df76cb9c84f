"""From what was tapped or typed to the services: the callbacks of a question."""

from collections.abc import Callable

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
    _store(code, lambda: answering.change_answer(session.here(), found, code, level=level))


def dont_know(found: Owned, code: str) -> None:
    _store(code, lambda: answering.change_answer(session.here(), found, code, kind="dont_know"))


def activity(found: Owned, code: str, level: int) -> None:
    """A situation of an activity question was tapped."""
    _store(code, lambda: answering.save_activity(session.here(), found, code, level))


def not_due(found: Owned, code: str) -> None:
    """*Does not apply* was tapped where the edition fixes the reason."""
    _store(code, lambda: answering.change_answer(session.here(), found, code, kind="not_applicable"))


def not_applicable(found: Owned, code: str) -> Save:
    """*Does not apply*, with its reason."""
    return lambda typed, _seen: answering.change_answer(
        session.here(), found, code, kind="not_applicable", reason=typed["reason"] or ""
    )


def change(found: Owned, code: str) -> Save:
    """Another part ("backing" or "note") of an answer already given."""
    return lambda typed, seen: answering.change_answer(session.here(), found, code, seen=seen, **typed)


def predict(found: Owned, code: str) -> Save:
    """What the other side will answer."""
    return lambda typed, _seen: answering.save_prediction(session.here(), found, code, typed["prediction"])


def _store(code: str, work: Callable[[], object]) -> None:
    edit_state.clear(QUESTION, code)
    edit_state.commit(field(code), work)

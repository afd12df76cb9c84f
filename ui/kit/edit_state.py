"""Editing in place: what a field shows, what was typed and refused, and what is said about it.

    keys = bind(field, stored)       before the widgets of a field; a rejected draft stays in them
    commit(field, action)            in a callback: stores, and notes the outcome
    feedback("forum", "minutes")     where the answer is read: "Saved", or why it was not stored

    widget(field, stored, save)      key and callback of a field that is one widget: bind and commit in one

"Saved" is said after the commit only, and until something else is said: reading takes nothing away, because a
run that is broken off by the next one is seen by nobody. Drafts and messages are forgotten when the screen is
left or another assessment is opened (`session.said_here`); drafts of a field that names its `assessment` stay.
"""

import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from typing import Any, Literal, NamedTuple

import streamlit as st

from assessment.errors import EditConflict, PlumblineError, Unfinished
from language.translation import _
from ui import session
from ui.kit import text

Outcome = Literal["saved", "invalid", "incomplete", "conflict"]
Words = str | Callable[[Any], str] | None
"""What is said when something was stored: words, or what makes them of the result; None is "Saved"."""
Save = Callable[[dict[str, Any], Mapping[str, Any] | None], object]
"""Stores what the widgets of a field hold, by name; with what the screen had shown."""

STATE, LASTING = "edit_state", "edit_drafts"
_PLAIN = re.compile(r"[\w:. -]{1,48}", re.ASCII)
_ABSENT = object()


class Field(NamedTuple):
    """What is stored together: its place on the screen, and a name for each of its widgets.

    `scope` and names together are the path by which `feedback` finds it. With an `assessment`, a rejected draft
    outlives the screen, and is there again when the field of that assessment is drawn again.
    """

    scope: tuple[str, ...]
    names: tuple[str, ...] = ()
    assessment: str = ""

    @property
    def path(self) -> tuple[str, ...]:
        return (*self.scope, *self.names)

    def key(self, name: str) -> str:
        """The key of a widget."""
        return "_".join(map(key_part, (*self.scope, name)))


class Message(NamedTuple):
    outcome: Outcome
    sentence: str


class _Draft(NamedTuple):
    values: dict[str, Any]
    message: Message


@dataclasses.dataclass
class _Screen:
    """What is known of the fields of one screen."""

    snapshots: dict[Field, dict[str, Any]] = dataclasses.field(default_factory=dict)
    drafts: dict[Field, _Draft] = dataclasses.field(default_factory=dict)
    last: tuple[Field, Message] | None = None


def bind(field: Field, stored: Mapping[str, Any], seen: Mapping[str, Any] | None = None) -> dict[str, str]:
    """Puts into each widget what is stored, or the rejected draft; returns their keys by name.

    A widget that shows it already is left alone, as somebody may be typing there. `seen` are the fields of the
    record as they are stored, where the widgets show something else, such as an estimate in place of nothing.
    """
    draft, snapshots = _drafts(field).get(field), _screen().snapshots
    if draft is None or field not in snapshots:
        snapshots[field] = dict(stored if seen is None else seen)
    shown = {**stored, **(draft.values if draft else {})}
    keys = {name: field.key(name) for name in field.names}
    for name, key in keys.items():
        if not text.same(st.session_state.get(key, _ABSENT), shown[name]):
            st.session_state[key] = shown[name]
    return keys


def snapshot(field: Field) -> Mapping[str, Any] | None:
    """What the screen had shown; None when it was stored from here since, and not drawn again."""
    return _screen().snapshots.get(field)


def commit(field: Field, action: Callable[[], Any], done: Words = None, advice: str = "") -> Outcome:
    """Runs the action and notes what came of it; a refusal keeps what the widgets hold as a draft.

    Nothing is done for a browser that was removed since the screen was drawn.
    After a conflict the widgets show what somebody else has stored; `advice` says how to go on.
    """
    _drafts(field).pop(field, None)
    try:
        session.check_open()
        result = action()
    except EditConflict as error:
        going_on = advice or _("You now see their version. Enter yours again if you want to keep it.")
        return _note(field, Message("conflict", f"{error} {going_on}"))
    except PlumblineError as error:
        message = Message("incomplete" if isinstance(error, Unfinished) else "invalid", str(error))
        values = {
            name: st.session_state[key]
            for name in field.names
            if (key := field.key(name)) in st.session_state
        }
        if values:
            _drafts(field)[field] = _Draft(values, message)
        return _note(field, message)
    snapshots = _screen().snapshots
    for other in [other for other in snapshots if other.scope == field.scope]:
        del snapshots[other]  # the record is another one now
    words = _("Saved") if done is None else done if isinstance(done, str) else done(result)
    return _note(field, Message("saved", words))


def submit(field: Field, action: Callable[[], Any], done: Words = None) -> None:
    """Callback of a button: commits the action."""
    commit(field, action, done)


def store(field: Field, save: Save, done: Words = None) -> None:
    """Callback of a widget: stores what the widgets of the field hold."""
    changes = {name: st.session_state.get(field.key(name)) for name in field.names}
    seen = snapshot(field)
    commit(field, lambda: save(changes, seen), done)


def widget(field: Field, stored: Any, save: Save, seen: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Key and callback of the one widget of a field; `seen` as for `bind`."""
    (name,) = field.names
    keys = bind(field, {name: stored}, seen)
    return {"key": keys[name], "on_change": store, "args": (field, save)}


def messages(*scope: str) -> list[Message]:
    """What is to be said of the fields under this scope: refusals first."""
    found = [draft.message for field, draft in _all_drafts() if _under(field, scope) and _on_screen(field)]
    last = _screen().last
    if last is not None and _under(last[0], scope) and last[0] not in _drafts(last[0]):
        found.append(last[1])
    return list(dict.fromkeys(message for message in found if message.sentence))


def feedback(*scope: str, reserve: bool = False, strong: str = "") -> bool:
    """Says it where it happened; True when something was said.

    `reserve`: else an empty line, so that nothing jumps. `strong` stands before a refusal.
    """
    found = messages(*scope)
    for outcome, sentence in found:
        match outcome:
            case "saved":
                text.status(sentence)
            case "incomplete":  # somebody who is still typing has done nothing wrong
                text.muted(sentence)
            case _:
                text.problem(sentence, strong=strong)
    if reserve and not found:
        text.status("")
    return bool(found)


def latest() -> tuple[str, ...]:
    """The path of the field that was committed last."""
    last = _screen().last
    return last[0].path if last else ()


def discard(field: Field) -> None:
    """What was typed there is no longer wanted."""
    screen = _screen()
    if _drafts(field).pop(field, None) and screen.last and screen.last[0] == field:
        screen.last = None


def clear(*scope: str) -> None:
    """Forgets drafts and messages under this scope."""
    screen = _screen()
    for field, _draft in _all_drafts():
        if _under(field, scope):
            _drafts(field).pop(field)
    if screen.last is not None and _under(screen.last[0], scope):
        screen.last = None


def drafts(assessment: str, *scope: str) -> list[Field]:
    """The fields of an assessment that hold a draft, on whatever screen."""
    return [field for field in _lasting() if field.assessment == assessment and _under(field, scope)]


def move_drafts(assessment: str, old: tuple[str, ...], new: tuple[str, ...]) -> None:
    """What was typed under a scope goes with it to its new name."""
    for field in drafts(assessment, *old):
        moved = field._replace(scope=(*new, *field.scope[len(old) :]))
        _lasting()[moved] = _lasting().pop(field)


def _note(field: Field, message: Message) -> Outcome:
    _screen().last = (field, message)
    return message.outcome


def _screen() -> _Screen:
    found: _Screen = session.said_here(STATE, None) or _Screen()
    st.session_state[STATE] = found
    return found


def _lasting() -> dict[Field, _Draft]:
    found: dict[Field, _Draft] = st.session_state.setdefault(LASTING, {})
    return found


def _drafts(field: Field) -> dict[Field, _Draft]:
    return _lasting() if field.assessment else _screen().drafts


def _all_drafts() -> Iterator[tuple[Field, _Draft]]:
    yield from list(_screen().drafts.items())
    yield from list(_lasting().items())


def _on_screen(field: Field) -> bool:
    """Is it drawn, and not the field of the same name in another assessment?"""
    here = field.assessment in ("", st.session_state.get(session.OPEN))
    return here and any(field.key(name) in st.session_state for name in field.names)


def _under(field: Field, scope: tuple[str, ...]) -> bool:
    return field.path[: len(scope)] == scope


def key_part(part: str) -> str:
    """As it may stand in the key of a widget: hashed where it is long, or may hold what no key takes."""
    if _PLAIN.fullmatch(part):
        return part
    return sha256(part.encode("utf-8", "surrogatepass")).hexdigest()[:12]

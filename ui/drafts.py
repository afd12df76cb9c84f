"""Texts typed behind a button: kept while they are typed, as every other text is, and forgotten once it is pressed.

    st.text_area(_("Note"), **drafts.widget(owned, field, ""))
    drafts.forget(owned, field.path)      in what the button does

Not inside `st.form`, which hands nothing over before its button.
"""

from collections.abc import Mapping
from typing import Any

from services.core import drafts
from services.core.identity import Owned
from ui import access, session
from ui.kit import edit_state
from ui.kit.edit_state import Field

Path = tuple[str, ...]


def widget(owned: Owned, field: Field, stored: str, place: Path = ()) -> dict[str, Any]:
    """Key and callback of the one widget of a field: it shows the draft of this browser, else what is `stored`.

    `place` is what the draft is found by, where that is not the path of the field.
    """
    (name,) = field.names
    at = _joined(place or field.path)

    def keep(changes: Mapping[str, Any], _seen: object) -> None:
        drafts.keep_draft(session.here(), access.visitor(), owned, at, changes[name] or "", stored)

    typed = drafts.find_draft(session.here(), access.visitor(), owned, at)
    keys = edit_state.bind(field, {name: stored if typed is None else typed})
    return {"key": keys[name], "on_change": edit_state.store, "args": (field, keep, "")}


def forget(owned: Owned, *places: Path) -> None:
    """The button was pressed, and what it does is done."""
    drafts.forget_drafts(session.here(), access.visitor(), owned, *map(_joined, places))


def _joined(place: Path) -> str:
    return "/".join(place)

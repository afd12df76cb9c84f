"""The charter’s fields, each stored when it is left."""

import streamlit as st

from assessment.entry import NAME_LIMIT, NOTE_LIMIT
from assessment.plan.records import Charter
from language.translation import _
from services.core.identity import Owned
from services.plan import charter as plan_forum
from ui import session
from ui.kit import saving, text
from ui.kit.role_select import code_of, one_role, some_roles

PLACE = "forum"
POINTS_LIMIT = 12_000


def charter_fields(owned: Owned, charter: Charter) -> None:
    """Everything that can be changed; rights and agenda hold one point a line."""
    _line(owned, "name", _("Name"), charter.name, NAME_LIMIT)
    _area(owned, "purpose", _("Purpose"), charter.purpose or "", NOTE_LIMIT)
    instrument = session.instrument()
    some_roles(_("Members"), "forum_members", charter.members, instrument, _set, (owned, "members"))
    saving.told("forum_members")
    one_role(_("Chair"), "forum_chair", charter.chair, instrument, _set, (owned, "chair"))
    saving.told("forum_chair")
    often, long = st.columns(2, gap="medium")
    with often:
        _line(owned, "cadence", _("How often"), charter.cadence, NAME_LIMIT)
    with long:
        saving.held("forum_minutes", charter.minutes)
        st.number_input(
            _("Minutes"), value=None, step=5, key="forum_minutes", on_change=_set, args=(owned, "minutes"),
        )  # fmt: skip
        saving.told("forum_minutes")
    _area(owned, "rights", _("What is decided, and by whom: one a line"), charter.rights, POINTS_LIMIT)
    _area(owned, "agenda", _("Agenda: one point a line"), charter.agenda, POINTS_LIMIT)


def _line(owned: Owned, field: str, words: str, stored: str | None, most: int) -> None:
    key = f"forum_{field}"
    saving.held(key, stored or "")
    st.text_input(text.label(words), key=key, max_chars=most, on_change=_set, args=(owned, field))
    saving.told(key)


def _area(owned: Owned, field: str, words: str, stored: str | list[str], most: int) -> None:
    """A text, or points one a line."""
    key = f"forum_{field}"
    saving.held(key, stored if isinstance(stored, str) else "\n".join(stored), stored)
    st.text_area(
        text.label(words),
        key=key,
        max_chars=most,
        height="content",
        on_change=_set,
        args=(owned, field),
    )
    saving.told(key)


def _set(owned: Owned, field: str) -> None:
    key = f"forum_{field}"
    value, seen = st.session_state[key], saving.seen(key, field)
    instrument = session.instrument()
    if field in ("rights", "agenda"):
        value = [line.strip() for line in value.splitlines() if line.strip()]
    elif field == "members":
        value = [code_of(instrument, role) for role in value]
    elif field == "chair":
        value = code_of(instrument, value)
    saving.store(
        key,
        key,
        lambda: plan_forum.change_charter(session.here(), owned, session.today(), {field: value}, seen),
    )

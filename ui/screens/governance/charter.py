"""The charter’s fields, each stored when it is left."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from assessment.entry import NAME_LIMIT, NOTE_LIMIT
from language.translation import _
from report.model.governance import ForumView
from services.core.identity import Owned
from services.plan.charter import change_charter
from ui import session
from ui.kit import edit_state, text
from ui.kit.edit_state import Field
from ui.kit.number_fields import number_field
from ui.kit.role_select import one_role, some_roles

PLACE = "forum"
POINTS_LIMIT = 12_000


def charter_fields(owned: Owned, view: ForumView) -> None:
    """Everything that can be changed; rights, agenda and limits hold one point a line."""
    charter = view.charter
    _line(owned, "name", _("Name"), charter.name, NAME_LIMIT)
    _area(owned, "purpose", _("Purpose"), charter.purpose or "", NOTE_LIMIT)
    some_roles(_("Members"), Field((PLACE,), ("members",)), charter.members, _save(owned))
    edit_state.feedback(PLACE, "members")
    one_role(_("Chair"), Field((PLACE,), ("chair",)), charter.chair, _save(owned))
    edit_state.feedback(PLACE, "chair")
    often, long = st.columns(2, gap="medium")
    with often:
        _line(owned, "cadence", _("How often"), charter.cadence, NAME_LIMIT)
    with long:
        number_field(_("Minutes"), Field((PLACE,), ("minutes",)), charter.minutes, _save(owned))
        edit_state.feedback(PLACE, "minutes")
    _points(owned, "rights", _("What is decided, and by whom: one a line"), charter.rights, charter.rights)
    _points(owned, "agenda", _("Agenda: one point a line"), charter.agenda, charter.agenda)
    may_not = _("What the forum may not do: one a line")
    _points(owned, "may_not", may_not, view.may_not, charter.may_not)


def _save(owned: Owned) -> edit_state.Save:
    return partial(change_charter, session.here(), owned, session.today())


def _line(owned: Owned, field: str, words: str, stored: str | None, most: int) -> None:
    widget = edit_state.widget(Field((PLACE,), (field,)), stored or "", _save(owned))
    st.text_input(text.label(words), max_chars=most, **widget)
    edit_state.feedback(PLACE, field)


def _area(owned: Owned, field: str, words: str, stored: str, most: int) -> None:
    widget = edit_state.widget(Field((PLACE,), (field,)), stored, _save(owned))
    st.text_area(text.label(words), max_chars=most, height="content", **widget)
    edit_state.feedback(PLACE, field)


def _points(owned: Owned, field: str, words: str, shown: Sequence[str], stored: list[str] | None) -> None:
    """Points, one a line; `stored` is None while what is shown comes from the installation."""

    def save(typed: Mapping[str, Any], seen: Mapping[str, Any] | None) -> object:
        points = [line.strip() for line in typed[field].splitlines() if line.strip()]
        return _save(owned)({field: points}, seen)

    widget = edit_state.widget(Field((PLACE,), (field,)), "\n".join(shown), save, {field: stored})
    st.text_area(text.label(words), max_chars=POINTS_LIMIT, height="content", **widget)
    edit_state.feedback(PLACE, field)

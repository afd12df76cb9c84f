"""The fields of the charter and of the forums beside it, each stored when it is left."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from assessment.entry import NAME_LIMIT, NOTE_LIMIT
from assessment.plan.records import Charter, Forum
from language.translation import _
from report.model.governance import ForumView
from services.core.identity import Owned
from services.plan.charter import change_charter, change_forum
from ui import session
from ui.kit import edit_state, text
from ui.kit.edit_state import Field, Save
from ui.kit.number_fields import number_field
from ui.kit.role_select import one_role, some_roles

POINTS_LIMIT = 12_000
CHARTER, OTHER = "forum", "other_forum"


def charter_fields(owned: Owned, view: ForumView) -> None:
    """Everything that can be changed; rights, agenda and limits hold one point a line."""
    charter = view.charter
    fields = _Fields((CHARTER,), partial(change_charter, session.here(), owned, session.today()))
    fields.line("name", _("Name"), charter.name)
    fields.area("purpose", _("Purpose"), charter.purpose)
    fields.meeting(charter)
    fields.points("rights", _("Decisions and owners, one per line"), charter.rights, charter.rights)
    fields.points("agenda", _("Agenda, one point per line"), charter.agenda, charter.agenda)
    fields.points("may_not", _("Outside the forum’s remit, one per line"), view.may_not, charter.may_not)


def forum_fields(owned: Owned, forum: Forum) -> None:
    """Everything that can be changed of one forum beside the charter."""
    fields = _Fields((OTHER, forum.kind), partial(change_forum, session.here(), owned, forum.kind))
    fields.line("name", _("Name"), forum.name)
    fields.meeting(forum)
    fields.points("agenda", _("Agenda, one point per line"), forum.agenda, forum.agenda)
    fields.points("brings", _("What comes in, one per line"), forum.brings, forum.brings)
    fields.points("leaves", _("What comes out, one per line"), forum.leaves, forum.leaves)


class _Fields:
    """The fields of one record, at a place of the screen."""

    def __init__(self, place: tuple[str, ...], save: Save) -> None:
        self._place, self._save = place, save

    def meeting(self, record: Charter | Forum) -> None:
        """Who meets, how often and how long."""
        some_roles(_("Members"), self._field("members"), record.members, self._save)
        self._said("members")
        one_role(_("Chair"), self._field("chair"), record.chair, self._save)
        self._said("chair")
        often, long = st.columns(2, gap="medium")
        with often:
            self.line("cadence", _("Rhythm"), record.cadence)
        with long:
            number_field(_("Minutes"), self._field("minutes"), record.minutes, self._save)
            self._said("minutes")

    def line(self, name: str, words: str, stored: str | None) -> None:
        widget = edit_state.widget(self._field(name), stored or "", self._save)
        st.text_input(text.label(words), max_chars=NAME_LIMIT, **widget)
        self._said(name)

    def area(self, name: str, words: str, stored: str | None) -> None:
        widget = edit_state.widget(self._field(name), stored or "", self._save)
        st.text_area(text.label(words), max_chars=NOTE_LIMIT, height="content", **widget)
        self._said(name)

    def points(self, name: str, words: str, shown: Sequence[str], stored: Sequence[str] | None) -> None:
        """Points, one a line; `stored` is None while what is shown comes from the installation."""

        def save(typed: Mapping[str, Any], seen: Mapping[str, Any] | None) -> object:
            points = [line.strip() for line in typed[name].splitlines() if line.strip()]
            return self._save({name: points}, seen)

        widget = edit_state.widget(
            self._field(name), "\n".join(shown), save, {name: stored if stored is None else list(stored)}
        )
        st.text_area(text.label(words), max_chars=POINTS_LIMIT, height="content", **widget)
        self._said(name)

    def _field(self, name: str) -> Field:
        return Field(self._place, (name,))

    def _said(self, name: str) -> None:
        edit_state.feedback(*self._place, name)

"""The fields of one decision's or use case's owners, each stored when it is changed."""

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from assessment.plan.records import Owners
from language.translation import _
from report.text.governance.ownership import ownership_sentence
from scoring.plan.ownership import OwnershipFinding
from ui import session
from ui.kit.edit_state import Field, Save
from ui.kit.html import HtmlFragment, finding_list
from ui.kit.role_select import one_role, some_roles


@dataclass(frozen=True)
class OwnerFields:
    """`place` and `key` are the scope of the fields."""

    place: str
    key: str
    owners: Owners
    save: Save

    def one(self, name: str, words: str) -> None:
        """A field for one role."""
        one_role(words, self._field(name), getattr(self.owners, name), self.save)

    def does(self) -> None:
        self.one("responsible", _("Carries it out"))

    def asked(self) -> None:
        self._some("consulted", _("Asked before"), self.owners.consulted)

    def told(self) -> None:
        self._some("informed", _("Told after"), self.owners.informed)

    def _some(self, name: str, words: str, roles: list[str]) -> None:
        some_roles(words, self._field(name), roles, self.save)

    def _field(self, name: str) -> Field:
        return Field((self.place, self.key), (name,))


def to_settle(findings: Iterable[OwnershipFinding]) -> HtmlFragment:
    """What the checks say, a line each."""
    return finding_list([ownership_sentence(session.instrument(), found) for found in findings])


def toggle(place: str, key: str) -> None:
    """Callback: opens this line of the list, or closes it."""
    st.session_state[place] = None if st.session_state.get(place) == key else key

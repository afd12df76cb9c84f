"""A room and the wall that shows it, as tests look at it.

wall = a_wall(inst, way="pillar"); people = wall.join("bbtt"); wall.act("start")
wall.vote(people, 1, [4, 4, 2, 2]); assert "4 of 4 have answered." in wall.text
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import streamlit as st

from assessment.answers.records import Commitment, Organisation, Privacy
from assessment.instrument.model import Camp, Practice
from assessment.workshop.meeting import Way
from assessment.workshop.phases import Action
from services.core import identity
from services.core.identity import Owned
from services.core.installation import Installation
from services.workshop import facilitation, voting
from services.workshop.join.joining import Participant
from services.workshop.room import view_cache
from services.workshop.room.view import RoomView, build_view
from storage.repositories import plan_parts
from storage.repositories.answers import Round
from tests import prepare
from tests.reports import AS_OF
from tests.toy import Answer, toy_response
from tests.ui.visit import Visit
from tests.workshops import an_address

CAMPS: dict[str, Camp] = {"b": "business", "t": "technology"}


@dataclass
class Wall:
    """A room, and whoever opens its wall: the owner unless another token is given."""

    inst: Installation
    owned: Owned
    token: str
    code: str
    tokens: list[str] = field(default_factory=list)
    visit: Visit | None = None

    @property
    def view(self) -> RoomView:
        return build_view(self.inst, self.owned.assessment_id)

    @property
    def practice(self) -> Practice:
        """The question in front."""
        return self.inst.instrument.practices[str(self.view.code)]

    def shown(self) -> Visit:
        """The wall as it is now; what is kept for a second is a second old."""
        st.cache_data.clear()
        view_cache.invalidate(self.inst, self.owned.assessment_id)
        if self.visit is None:
            self.visit = Visit(self.token, "wall")
        else:
            self.visit.open("wall")
        return self.visit

    @property
    def text(self) -> str:
        return self.shown().text

    @property
    def heading(self) -> str:
        return self.shown().heading

    @property
    def drawn(self) -> str:
        """The markup of the sheet itself, without what is drawn every second."""
        (sheet,) = [b.value for b in self.shown().app.html if "pl-w-sheet" in b.value and "<main" in b.value]
        return str(sheet)

    def join(self, camps: str, *, names: bool = False) -> list[Participant]:
        """One person for each letter of `camps`, b or t."""
        return [
            self._joins(CAMPS[letter], f"Person {n}" if names else None) for n, letter in enumerate(camps, 1)
        ]

    def act(self, action: Action, code: str | None = None) -> None:
        facilitation.act(self.inst, self.owned, action, datetime.now(UTC), code=code)

    def agree(self, level: int, **more: str) -> None:
        facilitation.agree(self.inst, self.owned, level, **more)  # type: ignore[arg-type]

    def vote(
        self, people: Sequence[Participant], vote: Round, answers: Sequence[Answer], code: str | None = None
    ) -> None:
        """One answer of each, to the question in front or to the one with this code."""
        asked = code or str(self.view.code)
        for person, answer in zip(people, answers, strict=True):
            raw = toy_response(answer).model_dump(exclude_none=True)
            voting.vote(self.inst, person, vote, asked, raw)

    def decides(self, person: Participant, role: str) -> None:
        """This person places every decision with one role."""
        for choice in self.inst.instrument.decisions:
            voting.save_decision(self.inst, person, choice.code, role)

    def commits(self, move: str, due: str) -> None:
        with self.inst.database.writing() as unit:
            commitments = [Commitment(move=move, owner="Workshop lead", due=due)]
            plan_parts.replace(unit, self.owned.assessment_id, plan_parts.COMMITMENTS, commitments)

    def timer(self, seconds: int, *, ago: int = 0) -> None:
        """Sets the timer; `ago` seconds have passed since."""
        facilitation.set_timer(self.inst, self.owned, seconds, datetime.now(UTC) - timedelta(seconds=ago))

    def _joins(self, camp: Camp, name: str | None) -> Participant:
        token, now = identity.new_token(), datetime.now(UTC)
        functions = self.inst.instrument.functions
        function = next(f.code for f in functions if f.camp == camp)
        self.tokens.append(token)
        return prepare.join(
            self.inst, token, self.code, an_address(), now, function=function, camp=camp, name=name
        ).participant


def a_wall(
    inst: Installation,
    *,
    way: Way = "prepared",
    minutes: int = 120,
    privacy: Privacy = "by_camp",
    name: str = "Kestrel Cycles",
) -> Wall:
    """An open room nobody has joined yet."""
    token = identity.new_token()
    made = facilitation.set_up(
        inst, token, Organisation(name=name), way=way, minutes=minutes, privacy=privacy, today=AS_OF
    )
    code = facilitation.open_room(inst, made.owned, datetime.now(UTC))
    return Wall(inst, made.owned, token, code)

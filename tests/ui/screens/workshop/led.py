"""A workshop on the bicycle shop's questions, led at the screens; those who join do so through the services."""

from datetime import UTC, datetime

from assessment.answers.records import Organisation, Privacy
from assessment.instrument.model import Camp
from assessment.workshop.meeting import Way
from assessment.workshop.phases import Action
from services.core import identity
from services.core.identity import Owned
from services.core.installation import Installation
from services.workshop import facilitation, voting
from services.workshop.join.joining import Participant
from services.workshop.room.view import RoomView, build_view
from tests import prepare
from tests.reports import AS_OF
from tests.ui.visit import Visit
from tests.workshops import an_address


class Led:
    """A workshop, the visitor who leads it, and a way for others to join and vote."""

    def __init__(
        self,
        inst: Installation,
        way: Way = "pillar",
        *,
        privacy: Privacy = "by_camp",
        minutes: int = 90,
        organisation: str = "Kestrel Cycles",
        opened: bool = True,
    ) -> None:
        self.inst, self.token = inst, identity.new_token()
        self.owned: Owned = facilitation.set_up(
            inst,
            self.token,
            Organisation(name=organisation),
            way=way,
            minutes=minutes,
            privacy=privacy,
            today=AS_OF,
        ).owned
        self.code = facilitation.open_room(inst, self.owned, self.now) if opened else ""

    @property
    def now(self) -> datetime:
        return datetime.now(UTC)

    @property
    def view(self) -> RoomView:
        return build_view(self.inst, self.owned.assessment_id)

    def console(self) -> Visit:
        """The facilitator's console in a tab of its own: again is a reload, or a server begun anew."""
        return Visit(self.token, screen="console")

    def joins(self, camp: Camp, *, name: str | None = None, function: str | None = None) -> Participant:
        known = next(f.code for f in self.inst.instrument.functions if f.camp == camp)
        return prepare.join(
            self.inst,
            identity.new_token(),
            self.code,
            an_address(),
            self.now,
            function=function or known,
            camp=camp,
            name=name,
        ).participant

    def four(self) -> list[Participant]:
        """Two people of each side, business first."""
        return [self.joins(camp) for camp in ("business", "business", "technology", "technology")]

    def votes(self, people: list[Participant], levels: list[int], code: str | None = None) -> None:
        """Everybody votes on the question in front, or on `code`, in the round of the room."""
        view = self.view
        for person, level in zip(people, levels, strict=True):
            vote = 2 if view.round == 2 else 1
            voting.vote(self.inst, person, vote, code or str(view.code), {"level": level})

    def everything(self, people: list[Participant], levels: list[int]) -> None:
        """Everybody answers everything that is open."""
        for code in self.view.open_codes:
            self.votes(people, levels, code)

    def act(self, action: Action, code: str | None = None) -> None:
        """Somebody else who leads moves the room on."""
        facilitation.act(self.inst, self.owned, action, self.now, code=code)

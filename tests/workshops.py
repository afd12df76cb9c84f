"""A workshop on toy shelves, as tests lead it: a facilitator, participants, and a clock that is told.

shop = a_workshop(database, way="ten")
ann = shop.joins("business"); shop.act("start"); shop.votes(ann, 1, "ABC-1", 3)
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count

from assessment.answers.records import Organisation, Privacy
from assessment.instrument.model import Camp, Instrument
from assessment.workshop.meeting import Way
from assessment.workshop.phases import Action
from services.core import identity
from services.core.identity import Owned
from services.core.installation import Installation
from services.core.settings import Settings
from services.core.texts import Texts
from services.workshop import facilitation, voting
from services.workshop.join.joining import Participant
from services.workshop.room.view import RoomView, build_view, version
from storage.db.database import Database
from storage.repositories.answers import Round
from tests import prepare, texts
from tests.toy import Answer, toy_instrument, toy_response

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
KEY = b"the key of the tests"
_addresses = count(1)


def an_installation(database: Database, instrument: Instrument | None = None) -> Installation:
    """An installation that asks about toy shelves and keeps its answers in `database`."""
    asked = instrument or toy_instrument()
    shipped = {asked.language: Texts(asked, texts.governance(), texts.standards())}
    return Installation(Settings(), shipped, database, KEY)


def an_address() -> str:
    """An address nobody has used yet, so that tests do not use up each other's tries."""
    number = next(_addresses)
    return f"198.51.{number // 250}.{number % 250}"


@dataclass
class Shop:
    """A workshop and the moment it is at."""

    inst: Installation
    owned: Owned
    token: str
    code: str
    now: datetime = NOW
    address: str = field(default_factory=an_address)
    tokens: dict[str, str] = field(default_factory=dict)

    def act(self, action: Action, code: str | None = None) -> RoomView:
        facilitation.act(self.inst, self.owned, action, self.now, code=code)
        return self.view

    def agree(self, level: int, **more: str) -> RoomView:
        facilitation.agree(self.inst, self.owned, level, **more)  # type: ignore[arg-type]
        return self.view

    @property
    def view(self) -> RoomView:
        return build_view(self.inst, self.owned.assessment_id)

    @property
    def version(self) -> int:
        return version(self.inst, self.owned.assessment_id)

    def joins(self, camp: Camp, *, name: str | None = None, token: str | None = None) -> Participant:
        """Somebody new joins (or the one of `token` again)."""
        token = token or identity.new_token()
        function = "CEO" if camp == "business" else "CIO"
        joined = prepare.join(
            self.inst, token, self.code, self.address, self.now, function=function, camp=camp, name=name
        )
        self.tokens[joined.participant.respondent_id] = token
        return joined.participant

    def votes(self, person: Participant, vote: Round, code: str, answer: Answer) -> None:
        raw = toy_response(answer).model_dump(exclude_none=True)
        voting.vote(self.inst, person, vote, code, raw)

    def everybody_votes(self, people: list[Participant], vote: Round, code: str, levels: list[int]) -> None:
        for person, level in zip(people, levels, strict=True):
            self.votes(person, vote, code, level)

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)


def a_workshop(
    database: Database,
    way: Way = "pillar",
    *,
    minutes: int = 120,
    privacy: Privacy = "by_camp",
    instrument: Instrument | None = None,
) -> Shop:
    """An open workshop nobody has joined yet."""
    inst, token = an_installation(database, instrument), identity.new_token()
    kestrel = Organisation(name="Kestrel Foods")
    made = facilitation.set_up(inst, token, kestrel, way=way, minutes=minutes, privacy=privacy, today=TODAY)
    return Shop(inst, made.owned, token, facilitation.open_room(inst, made.owned, NOW))


def two_and_two(shop: Shop) -> list[Participant]:
    """Two people of each camp, business first."""
    return [shop.joins(camp) for camp in ("business", "business", "technology", "technology")]

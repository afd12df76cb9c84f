"""Creates and leads a room in the database of the running app, and reads what is stored of it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from assessment.answers.records import Organisation
from assessment.workshop.meeting import Way
from assessment.workshop.phases import Action
from services.core import identity
from services.core.identity import Owned
from services.core.installation import Installation, open_installation
from services.core.settings import Settings
from services.workshop import facilitation
from services.workshop.join import joining
from storage.repositories.votes import cast_on
from tests.device_cookies import cookie_for

Key = tuple[str, str]
"""A browser's token and the code of a question."""


@dataclass(frozen=True)
class Room:
    """An open room: its join code, the questions in order, and the functions people may choose."""

    inst: Installation
    owned: Owned
    token: str
    code: str

    @property
    def questions(self) -> list[str]:
        return list(self.inst.instrument.practices)

    @property
    def functions(self) -> list[str]:
        return [function.code for function in self.inst.instrument.functions]

    @property
    def cookie(self) -> str:
        """The facilitator's browser, as a Cookie header."""
        return f"{identity.DEVICE_COOKIE}={cookie_for(self.inst, self.token)}"

    def act(self, action: Action) -> None:
        facilitation.act(self.inst, self.owned, action, datetime.now(UTC))

    def stored(self, tokens: Sequence[str]) -> dict[Key, int]:
        """What the database holds. AssertionError when an answer is there twice or belongs to nobody."""
        people = {token: joining.participant_of(self.inst, token) for token in tokens}
        whose = {who.respondent_id: token for token, who in people.items() if who is not None}
        found: dict[Key, int] = {}
        with self.inst.database.reading() as unit:
            for code in self.questions:
                for cast in cast_on(unit, self.owned.assessment_id, code):
                    key = (whose.get(cast.respondent_id, ""), code)
                    if not key[0] or key in found:
                        raise AssertionError(f"an answer to {code} belongs to nobody, or is there twice")
                    found[key] = cast.response.level or 0
        return found


@contextmanager
def open_room(folder: Path, url: str = "", way: Way = "prepared") -> Iterator[Room]:
    """A fresh room of the installation under `folder`, beside its running server."""
    inst = open_installation(Settings(var=folder / "var", database_url=url))
    try:
        yield another_room(inst, way)
    finally:
        inst.database.close()


def another_room(inst: Installation, way: Way = "prepared") -> Room:
    """An open room: all may be answered (`prepared`), or the first question is asked (`pillar`)."""
    now, token = datetime.now(UTC), identity.new_token()
    made = facilitation.set_up(
        inst,
        token,
        Organisation(name="Bench Ltd"),
        way=way,
        minutes=480,
        privacy="by_camp",
        today=now.date(),
    )
    room = Room(inst, made.owned, token, facilitation.open_room(inst, made.owned, now))
    if way == "pillar":
        room.act("start")
    return room

"""A room in the running app's own database, made beside it: people answer all 25 questions beforehand."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from assessment.records import Organisation
from services import identity, joining, workshop
from services.identity import Owned
from services.installation import Installation, open_installation
from services.settings import Settings
from storage.voting import cast_on

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
def open_room(folder: Path, url: str = "") -> Iterator[Room]:
    """A fresh room of the installation under `folder`, in which everything may be answered now."""
    inst = open_installation(Settings(var=folder / "var", database_url=url))
    try:
        yield another_room(inst)
    finally:
        inst.database.close()


def another_room(inst: Installation) -> Room:
    now, token = datetime.now(UTC), identity.new_token()
    made = workshop.set_up(
        inst,
        token,
        Organisation(name="Bench Ltd"),
        way="prepared",
        minutes=120,
        privacy="by_camp",
        today=now.date(),
    )
    return Room(inst, made.owned, token, workshop.open_room(inst, made.owned, now))

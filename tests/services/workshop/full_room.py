"""Twenty people who tap at once, and what is stored of it."""

import asyncio
from collections import Counter

from assessment.errors import StorageUnavailable
from services.workshop import voting
from services.workshop.join.joining import Participant
from storage.db.database import Database
from storage.repositories.votes import cast_on
from tests.workshops import Shop, a_workshop


def a_full_room(database: Database) -> tuple[Shop, list[Participant]]:
    """Twenty people before the first question."""
    shop = a_workshop(database)
    people = [shop.joins("business" if n % 2 else "technology") for n in range(20)]
    shop.act("start")
    return shop, people


def all_tap(shop: Shop, people: list[Participant], level: int) -> Counter[str]:
    """What became of everybody's tap: saved, or told that it was not."""

    async def tap(person: Participant) -> str:
        try:
            await voting.tap_vote(shop.inst, shop.tokens[person.respondent_id], 1, "ABC-1", {"level": level})
        except StorageUnavailable:
            return "told"
        return "saved"

    async def everybody() -> list[str]:
        return await asyncio.gather(*map(tap, people))

    return Counter(asyncio.run(everybody()))


def levels(shop: Shop) -> Counter[int | None]:
    """The levels stored on the question in front."""
    with shop.inst.database.reading() as unit:
        return Counter(cast.response.level for cast in cast_on(unit, shop.owned.assessment_id, "ABC-1"))

"""Random rooms, led through the public functions, with an attacker who looks at every moment.

    counts = play(rooms=2_000, seed=1)
    counts.leaks                      empty, or how often each kind was found

In a room people join, vote, are silent, vote again, come late, leave, come back and are taken out; the facilitator
reveals early or late, opens votes again, agrees, closes and opens the room again, in any order that is possible. The
attacker looks after every move, because the wall may show something only in passing.
"""

import random
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from assessment.answers.ranked import RANKED, choices_of
from assessment.answers.records import Privacy
from assessment.errors import PlumblineError
from assessment.instrument.model import CAMPS, Camp
from assessment.workshop.meeting import Way
from assessment.workshop.phases import Action
from services.workshop import facilitation, voting
from services.workshop.join import leaving
from services.workshop.join.joining import Participant
from services.workshop.room.view import RoomView
from storage.db.database import Database
from storage.db.engines import open_database
from tests.attacker.evidence import Evidence
from tests.attacker.truth import Answer, Truth
from tests.attacker.watching import look, look_at_phone, read_results
from tests.properties.fast_databases import MEMORY, template
from tests.workshops import NOW, Shop, a_workshop

MODES: tuple[Privacy, ...] = ("by_camp", "by_camp", "by_camp", "team", "team", "open")
WAYS: tuple[Way, ...] = ("pillar", "pillar", "ten", "prepared")
STEPS = range(12, 24)
MOST = 9
CODES = ("ABC-1", "ABC-2", "DEF-1", "DEF-2", "ABC-3")
ANSWERS: tuple[Answer, ...] = (1, 2, 2, 3, 3, 3, 4, 4, 5, "?")
ROLES = ("CEO", "CIO", "nobody")


@dataclass
class Counts:
    """What was played, and what was found."""

    rooms: int = 0
    steps: int = 0
    looks: int = 0
    sightings: int = 0
    pairs: int = 0
    seconds: float = 0.0
    leaks: Counter[str] = field(default_factory=Counter)
    where: list[int] = field(default_factory=list)
    """The numbers of rooms with a leak: `play_one(seed, number)` plays one of them again."""


def play(rooms: int, seed: int, *, first: int = 0, until: Collection[str] = ()) -> Counts:
    """Plays so many rooms, from number `first` on, and counts what the attacker found; ends early when a leak of a kind in `until` is found."""
    counts, begun = Counts(), time.monotonic()
    for number in range(first, first + rooms):
        room = play_one(seed, number)
        evidence = room.evidence
        counts.rooms += 1
        counts.steps += room.steps
        counts.looks += evidence.looks
        counts.sightings += len(evidence.sightings) + len(evidence.wholes)
        counts.pairs += evidence.pairs
        counts.leaks += evidence.leaks
        counts.where += [number] if evidence.leaks else []
        if any(counts.leaks[kind] for kind in until):
            break
    counts.seconds = time.monotonic() - begun
    return counts


def play_one(seed: int, number: int) -> "RandomRoom":
    """Room `number` of a seed, from joining to the last closing."""
    with _a_database() as database:
        room = RandomRoom(database, random.Random(f"{seed} {number}"))  # noqa: S311 - no secret
        room.play()
        return room


@contextmanager
def _a_database() -> Iterator[Database]:
    folder = Path(tempfile.mkdtemp(prefix="pl-attacker-", dir=MEMORY if MEMORY.is_dir() else None))
    shutil.copyfile(template(), folder / "room.db")
    database = open_database(f"sqlite:///{folder / 'room.db'}")
    try:
        yield database
    finally:
        database.close()
        shutil.rmtree(folder, ignore_errors=True)


class RandomRoom:
    """One room: what happens in it by chance, and the attacker's evidence of it."""

    def __init__(self, database: Database, chance: random.Random) -> None:
        self.chance, self.steps = chance, 0
        self.aside = random.Random(chance.getstate()[1][0])  # noqa: S311 - what is said beside changes no other draw
        self._view: RoomView | None = None
        privacy = chance.choice(MODES)
        self.shop: Shop = a_workshop(database, chance.choice(WAYS), privacy=privacy)
        self.truth = Truth(privacy)
        self.evidence = Evidence(self.truth)
        self.people: dict[str, Participant] = {}
        for _n in range(chance.randint(2, MOST - 1)):
            self.comes()

    def play(self) -> None:
        happens: list[tuple[Callable[[], object], int]] = [
            (self.a_vote_with_its_picture, 8), (self.again_with_its_picture, 6), (self.some_vote, 2),
            (self.goes_on, 4), (self.says_beside, 1), (self.comes, 2), (self.leaves, 1), (self.is_removed, 1),
            (self.agrees, 1), (self.closes, 1),
        ]  # fmt: skip
        acts, weights = zip(*happens, strict=True)
        for act in self.chance.choices(acts, weights, k=self.chance.choice(STEPS)):
            self.steps += 1
            act()
            self.some_order()
            look(self.shop, self.evidence, self.view)
        self.closes()
        if self.people:
            look_at_phone(self.shop, self.evidence, self.view, self.chance.choice(list(self.people)))

    @property
    def view(self) -> RoomView:
        """The room as it is, read once for each of its versions."""
        version = self.shop.version
        if self._view is None or self._view.version != version:
            self._view = self.shop.view
        return self._view

    def comes(self) -> None:
        if len(self.truth.camps) >= MOST or not self.view.join_code(self.shop.now):
            return
        camp: Camp = self.chance.choice(CAMPS)
        person = self.shop.joins(camp)
        self.people[person.respondent_id] = person
        self.truth.camps[person.respondent_id] = camp
        self.truth.here.add(person.respondent_id)

    def leaves(self) -> None:
        """Somebody leaves, or comes back."""
        if not self.people or self.chance.random() < 0.5:
            return
        person = self.chance.choice(list(self.people))
        leaving.leave(self.shop.inst, self.shop.tokens[person], self.people.pop(person))
        self.truth.here.discard(person)

    def is_removed(self) -> None:
        if len(self.people) < 3 or self.chance.random() < 0.5:
            return
        person = self.chance.choice(list(self.people))
        del self.people[person]
        self.truth.here.discard(person)
        if leaving.remove(self.shop.inst, self.shop.owned, person) == "deleted":
            self.truth.gone(person)

    def a_vote_with_its_picture(self) -> None:
        """Most or few vote on what is open, and the facilitator ends that vote; or goes to a question first."""
        if not self.view.open_codes:
            ways: list[Action] = [a for a in ("start", "jump", "next") if a in self.view.actions]
            self.acts(self.chance.choice(ways) if ways else "close")
        self.chance.choice((self.all_but_some_vote, self.all_but_some_vote, self.some_vote))()
        self.acts("reveal" if self.view.code else "overview")

    def again_with_its_picture(self) -> None:
        """The vote on the question in front is opened again, a few or many use it, and it is shown."""
        again = [a for a in ("vote_again", "vote_on") if a in self.view.actions]
        if again:
            self.acts(self.chance.choice(again))
            look(self.shop, self.evidence, self.view)
            if self.chance.random() < 0.3:
                self.comes()
            self.chance.choice((self.all_but_some_vote, self.some_vote))()
            self.acts("reveal")

    def some_vote(self) -> None:
        self.vote(self.chance.sample(list(self.people), min(self.chance.randint(1, 4), len(self.people))))

    def all_but_some_vote(self) -> None:
        waiting = self.chance.choice((0, 0, 0, 1, 2))
        self.vote(self.chance.sample(list(self.people), max(0, len(self.people) - waiting)))

    def vote(self, people: list[str]) -> None:
        """These people vote on what is open; sometimes all say the same."""
        view = self.view
        alike = self.chance.choice(ANSWERS) if self.chance.random() < 0.15 else None
        for person in people:
            for code in [code for code in CODES if code in view.open_codes]:
                before = self.truth.votes.get((code, 1), {}).get(person)
                stays = view.round == 2 and self.chance.random() < 0.4 and before is not None
                answer = before if stays else (alike or self.chance.choice(ANSWERS))
                self.says(person, view.round, code, answer)

    def says(self, person: str, vote: int, code: str, answer: Answer | None) -> None:
        asked: Answer = "?" if answer in ("dont_know", None) else answer
        raw: dict[str, object] = {"kind": "dont_know"} if asked == "?" else {"level": asked}
        if self.chance.random() < 0.1:
            self.truth.notes.setdefault(person, f"said-by-{person}-alone")
            raw["note"] = self.truth.notes[person]
            raw |= {"backing": "document", "evidence": self.truth.notes[person]} if asked != "?" else {}
        voting.vote(self.shop.inst, self.people[person], vote, code, raw)  # type: ignore[arg-type]
        self.truth.says(person, vote, code, "dont_know" if asked == "?" else asked)

    def says_beside(self) -> None:
        """Activity and the decision map, which are open until the room is closed."""
        instrument = self.shop.inst.asked(self.shop.owned)
        for person in self.chance.sample(list(self.people), min(self.chance.randint(1, 6), len(self.people))):
            item, level = next(iter(instrument.activity_items)), self.chance.randint(1, 5)
            choice, role = instrument.decisions[0].code, self.chance.choice(ROLES)
            with suppress(PlumblineError):
                voting.save_activity(self.shop.inst, self.people[person], item, level)
                voting.save_decision(self.shop.inst, self.people[person], choice, role)
                self.truth.beside.setdefault(item, {})[person] = level
                self.truth.beside.setdefault(choice, {})[person] = role

    def some_order(self) -> None:
        """Most put outcomes or barriers in order at first, later mostly one person does again."""
        known = self.truth.votes.get((RANKED[0], 0), {})
        most = len(self.people) if not known else self.aside.choice((0, 0, 1, 1, 2, 3))
        for person in self.aside.sample(list(self.people), min(most, len(self.people))):
            self.orders(person)

    def orders(self, person: str) -> None:
        """Outcomes or barriers in an order, in all or in part."""
        kind = self.aside.choice(RANKED)
        known = list(choices_of(self.shop.inst.instrument, kind))
        order = self.aside.sample(known, self.aside.randint(1, len(known)))
        with suppress(PlumblineError):
            voting.save_ranking(self.shop.inst, self.people[person], kind, order)
            self.truth.says(person, 0, kind, " ".join(order))

    def goes_on(self) -> None:
        """The facilitator does one of the things that are possible now; jumps are to questions people answer."""
        able = [a for a in self.view.actions if a not in ("close", "agree")]
        useful = [a for a in able if a in ("start", "reveal", "vote_again", "vote_on")]
        if able:
            self.acts(self.chance.choice([*useful, *useful, *useful, *able]))

    def acts(self, action: Action) -> None:
        before = self.view
        self.truth.remember()
        with suppress(PlumblineError):
            code = self.chance.choice(CODES) if action == "jump" else None
            facilitation.act(self.shop.inst, self.shop.owned, action, self.shop.now, code=code)
            after = self.view
            if before.open_codes != after.open_codes or before.round != after.round:
                for code in before.open_codes:
                    if after.record.room.entry(code) and (before.round == 2 or self.over(code)):
                        self.truth.ends(code, before.round)
            done = {entry.code for entry in after.agenda if entry.state == "done"}
            for code in set(self.truth.agreed) - done:
                del self.truth.agreed[code]
            if action != "close":  # which first ends the votes that were never shown
                look(self.shop, self.evidence, after)

    def over(self, code: str) -> bool:
        entry = self.view.record.room.entry(code)
        return entry is not None and entry.seen > 0

    def agrees(self) -> None:
        """Tries every level: what is refused tells, too."""
        code = self.view.code
        if "agree" in self.view.actions and code is not None:
            for level in self.chance.sample(range(1, 6), 5):
                try:
                    facilitation.agree(self.shop.inst, self.shop.owned, level)
                except PlumblineError as refused:
                    self.evidence.text(str(refused))
                else:
                    self.truth.agreed[code] = level
                    return

    def closes(self) -> None:
        """The result is made and read, and mostly the room is opened again."""
        if "close" not in self.view.actions:
            return
        unseen = {code for code in CODES if self.truth.votes.get((code, 1)) and not self.over(code)}
        self.acts("close")
        for code in unseen:
            self.truth.ends(code, 1)
        look(self.shop, self.evidence, self.view)
        read_results(self.shop, self.evidence)
        if self.chance.random() < 0.7:
            self.acts("reopen")
            self.shop.code = facilitation.open_room(self.shop.inst, self.shop.owned, NOW)

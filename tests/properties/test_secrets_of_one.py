"""What one person says must change nothing that is published: the same room twice, with two different secrets.

Published is everything a wall, a phone's waiting line, a report or a file could print. Everybody but one says the
same in both rooms; whoever has all that was published from both sees no difference.
"""

import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from assessment.answers.records import Organisation, Privacy
from assessment.errors import RefusedInput
from assessment.instrument.model import Camp
from assessment.workshop.meeting import Way
from report.json.result import result_json
from services.assessments import answering
from services.core import identity
from services.reports import documents, results
from services.reports.history import history
from services.workshop import facilitation, voting
from services.workshop.join import inviting, leaving
from services.workshop.join.joining import Participant
from services.workshop.room.outcome import count_decided, outcome
from storage.db.engines import open_database
from tests.properties.fast_databases import MEMORY, template
from tests.workshops import NOW, TODAY, Shop, a_workshop, an_installation
from web.phone import phase_screens

SECRETS: tuple[Literal[1], Literal[5]] = (1, 5)
ROLES = {1: "CEO", 5: "CIO"}
Confidential = Literal["by_camp", "team"]
MODES: tuple[Confidential, ...] = ("by_camp", "team")
FOUR: tuple[Camp, ...] = ("business", "business", "technology", "technology")


class Watched:
    """A room, and everything that was published of it so far; every step is looked at."""

    def __init__(self, shop: Shop) -> None:
        self.shop, self.seen = shop, [""]

    def act(self, *step: str) -> None:
        self.shop.act(*step)  # type: ignore[arg-type]
        self.look()

    def look(self) -> None:
        view, inst = self.shop.view, self.shop.inst
        shown = (
            view.first,
            view.second,
            view.withheld,
            view.agreed,
            view.agreeable,
            view.standing,
            view.notice,
        )
        entries = [(entry.code, entry.state, entry.seen) for entry in view.agenda]
        counts = (view.count_sentence, view.joined_by_camp, view.answered_by_camp)
        said = (phase_screens.title(view), phase_screens.line(view, inst.instrument))
        settled = (outcome(inst, view.assessment_id), count_decided(inst, view.assessment_id))
        self.seen.append(repr((shown, entries, counts, said, settled)))

    def report(self, token: str | None = None) -> None:
        """The report, the file, and how far the organisation has come, as one browser gets them."""
        inst, token = self.shop.inst, token or self.shop.token
        owned = identity.require(inst, token, self.shop.owned.assessment_id)
        found = results.report(inst, owned, TODAY)
        # People stand in the order of their random ids, which differs from room to room, and so do its draws.
        basis = replace(found.basis, people=tuple(sorted(found.basis.people)))
        found = replace(found, basis=basis, plausible=None, source=None)
        told = [stand.report for stand in history(inst, owned, TODAY) if stand.report]
        published = [repr(replace(found, instrument=None)), repr(result_json(found))]  # type: ignore[arg-type]
        published += [repr(result_json(replace(report, plausible=None))) for report in told]
        self.seen += [re.sub(r"stability'?[=:] ?[\d.]+", "", text) for text in published]
        with suppress(RefusedInput):
            exported = documents.build_document(inst, token, owned.assessment_id, TODAY, "export")
            self.seen.append(re.sub('"id": "[^"]*"', "", exported.content.decode()))

    def closes(self) -> None:
        self.act("close")
        self.report()


@contextmanager
def a_room(way: Way, privacy: Privacy) -> Iterator[Watched]:
    folder = Path(tempfile.mkdtemp(prefix="pl-secret-", dir=MEMORY if MEMORY.is_dir() else None))
    shutil.copyfile(template(), folder / "room.db")
    database = open_database(f"sqlite:///{folder / 'room.db'}")
    try:
        yield Watched(a_workshop(database, way, privacy=privacy))
    finally:
        database.close()
        shutil.rmtree(folder, ignore_errors=True)


def all_say(shop: Shop, people: list[Participant]) -> None:
    """Everybody answers every question, and everything beside them."""
    for number, person in enumerate(people):
        for code in shop.inst.instrument.practices:
            shop.votes(person, 1, code, (2, 3, 4, 3)[number % 4])
        beside(shop, person, 3)


def beside(shop: Shop, person: Participant, level: int) -> None:
    instrument = shop.inst.instrument
    for code in instrument.activity_items:
        voting.save_activity(shop.inst, person, code, level)
    voting.save_decision(shop.inst, person, instrument.decisions[0].code, ROLES.get(level, "CEO"))
    outcomes = [choice.code for choice in instrument.outcomes]
    voting.save_ranking(shop.inst, person, "ranking", outcomes if level > 1 else outcomes[::-1])


def opens_again(room: Watched) -> None:
    room.act("reopen")
    room.shop.code = facilitation.open_room(room.shop.inst, room.shop.owned, NOW)


def one_answers_alone(room: Watched, secret: Literal[1, 5]) -> None:
    people = [room.shop.joins(camp) for camp in FOUR]
    room.shop.votes(people[0], 1, "ABC-1", secret)
    beside(room.shop, people[0], secret)
    room.closes()


def one_answers_one_question_alone(room: Watched, secret: Literal[1, 5]) -> None:
    people = [room.shop.joins(camp) for camp in FOUR]
    for code in ("ABC-2", "ABC-3", "DEF-1"):
        room.shop.everybody_votes(people, 1, code, [2, 3, 4, 3])
    room.shop.votes(people[0], 1, "ABC-1", secret)
    room.act("start")
    room.act("jump", "ABC-1")
    room.closes()


def one_changes_what_stands_beside_after_the_closing(room: Watched, secret: Literal[1, 5]) -> None:
    people = [room.shop.joins(camp) for camp in FOUR]
    all_say(room.shop, people)
    room.closes()
    opens_again(room)
    beside(room.shop, people[0], secret)
    room.closes()


def one_comes_after_the_closing(room: Watched, secret: Literal[1, 5]) -> None:
    """The late comer answers one more question with the others; what stands beside was published without them."""
    shop, people = room.shop, [room.shop.joins(camp) for camp in FOUR]
    room.act("start")
    shop.everybody_votes(people, 1, "ABC-1", [2, 3, 4, 3])
    room.act("reveal")
    for person in people:
        beside(shop, person, 3)
    room.closes()
    opens_again(room)
    late = shop.joins("technology")
    room.act("jump", "ABC-2")
    shop.everybody_votes([*people, late], 1, "ABC-2", [2, 3, 4, 3, 3])
    room.act("reveal")
    beside(shop, late, secret)
    room.closes()


def one_comes_between_the_votes(room: Watched, secret: Literal[1, 5]) -> None:
    shop, people = room.shop, [room.shop.joins(camp) for camp in FOUR]
    room.act("start")
    shop.everybody_votes(people, 1, "ABC-1", [2, 3, 2, 2])
    room.act("reveal")
    late = shop.joins("technology")
    room.act("vote_again")
    shop.votes(late, 2, "ABC-1", secret)
    room.act("reveal")
    shop.agree(3)
    room.act("next")
    shop.everybody_votes([*people, late], 1, "ABC-2", [2, 3, 4, 3, 3])
    room.act("reveal")
    room.closes()


def one_is_removed_after_the_first_picture(room: Watched, secret: Literal[1, 5]) -> None:
    """The secret is the decision map of somebody who is set aside: it may not vanish between two pictures."""
    people = [room.shop.joins(camp) for camp in FOUR]
    all_say(room.shop, people)
    room.closes()
    opens_again(room)
    beside(room.shop, people[3], secret)
    leaving.remove(room.shop.inst, room.shop.owned, people[3].respondent_id)
    room.closes()


Scene = Callable[[Watched, Literal[1, 5]], None]
SCENES: tuple[tuple[Way, Scene], ...] = (
    ("prepared", one_answers_alone),
    ("prepared", one_answers_one_question_alone),
    ("prepared", one_changes_what_stands_beside_after_the_closing),
    ("pillar", one_comes_after_the_closing),
    ("pillar", one_comes_between_the_votes),
    ("prepared", one_is_removed_after_the_first_picture),
)


@pytest.mark.parametrize("privacy", MODES)
@pytest.mark.parametrize(("way", "scene"), SCENES, ids=lambda given: getattr(given, "__name__", given))
def test_what_one_person_says_changes_nothing_published(
    way: Way, scene: Scene, privacy: Confidential
) -> None:
    published = []
    for secret in SECRETS:
        with a_room(way, privacy) as room:
            scene(room, secret)
            published.append(room.seen)
    assert len(published[0]) > 3
    assert published[0] == published[1]


def the_only_colleague(privacy: Privacy, secret: Literal[1, 5]) -> list[str]:
    """An owner answers alone, sees the own result, invites one colleague, and closes the room."""
    with a_room("prepared", privacy) as other:
        inst, token = an_installation(other.shop.inst.database), identity.new_token()
        started = answering.start(inst, token, Organisation(name="Kestrel"), "CEO", "business", TODAY)
        for code in inst.instrument.practices:
            answering.change_answer(inst, started.owned, code, level=4)
        owned = inviting.invite(inst, token, started.owned, privacy=privacy, minutes=60, today=TODAY)
        room = Watched(Shop(inst, owned, token, facilitation.open_room(inst, owned, NOW)))
        room.report()
        colleague = room.shop.joins("technology")
        for code in inst.instrument.practices:
            room.shop.votes(colleague, 1, code, secret)
        beside(room.shop, colleague, secret)
        room.closes()
        return room.seen


@pytest.mark.parametrize("privacy", MODES)
def test_the_owners_result_alone_and_the_groups_do_not_give_away_the_only_colleague(
    privacy: Confidential,
) -> None:
    assert the_only_colleague(privacy, 1) == the_only_colleague(privacy, 5)


def test_another_facilitator_does_not_see_the_result_of_the_owner_alone() -> None:
    with a_room("prepared", "by_camp") as other:
        inst, token = an_installation(other.shop.inst.database), identity.new_token()
        started = answering.start(inst, token, Organisation(name="Kestrel"), "CEO", "business", TODAY)
        answering.change_answer(inst, started.owned, "ABC-1", level=4)
        inviting.invite(inst, token, started.owned, privacy="by_camp", minutes=60, today=TODAY)
        second = identity.new_token()
        owned = identity.resume(inst, second, started.resume_code, "198.51.100.77")
        assert results.report(inst, owned, TODAY).basis.answered == 0
        assert not [
            stand for stand in history(inst, owned, TODAY) if stand.report and stand.report.basis.answered
        ]
        mine = identity.require(inst, token, owned.assessment_id)
        assert results.report(inst, mine, TODAY).basis.answered == 1

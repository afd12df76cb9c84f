"""A room led at random, legally and illegally: what must hold after every single step."""

import shutil
import tempfile
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import get_args

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from assessment.answers.records import Privacy
from assessment.errors import PlumblineError
from assessment.instrument.model import CAMPS, Camp
from assessment.workshop.meeting import Way
from assessment.workshop.phases import Action
from assessment.workshop.room import possible_actions
from services.workshop import facilitation
from services.workshop.join import leaving
from services.workshop.join.joining import Participant
from services.workshop.room.spread import VoteSpread
from services.workshop.room.view import RoomView
from storage.db.engines import open_database
from storage.repositories.plan_parts import load_agreed
from storage.repositories.votes import Cast, cast_on
from tests.properties.fast_databases import MEMORY, template
from tests.workshops import Shop, a_workshop

CODES = ("ABC-1", "ABC-2", "ABC-3")
Vote = tuple[str, int, str]


class RandomRoom(RuleBasedStateMachine):
    """Everybody does anything at any time; the model remembers what was acknowledged."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="pl-room-", dir=MEMORY if MEMORY.is_dir() else None))
        shutil.copyfile(template(), self.folder / "room.db")
        self.db = open_database(f"sqlite:///{self.folder / 'room.db'}")
        self.people: list[Participant] = []
        self.acknowledged: dict[Vote, int] = {}
        self.version = 0
        self.published: dict[str, VoteSpread] = {}

    @initialize(
        way=st.sampled_from(get_args(Way)),
        privacy=st.sampled_from(get_args(Privacy)),
        camps=st.lists(st.sampled_from(CAMPS), min_size=2, max_size=5),
    )
    def opens(self, way: Way, privacy: Privacy, camps: list[Camp]) -> None:
        self.shop: Shop = a_workshop(self.db, way, minutes=120, privacy=privacy)
        for camp in camps:
            self.people.append(self.shop.joins(camp))

    def tries(self, action: Action, code: str | None = None) -> None:
        before = self.shop.view
        try:
            facilitation.act(self.shop.inst, self.shop.owned, action, self.shop.now, code=code)
        except PlumblineError:
            assert self.shop.view == before
            assert action not in before.actions or action in ("jump", "agree")
        else:
            assert action in before.actions
            if before.phase == "second" and before.code:
                self.keep_silent_ones(before.code)

    @rule(action=st.sampled_from(get_args(Action)), code=st.sampled_from((*CODES, "XYZ-1")))
    def somebody_presses_anything(self, action: Action, code: str) -> None:
        self.tries(action, code)

    @rule(data=st.data())
    def the_facilitator_goes_on(self, data: st.DataObject) -> None:
        useful = [a for a in self.shop.view.actions if a not in ("close", "agree", "commitments")]
        if useful:
            self.tries(data.draw(st.sampled_from(useful)), data.draw(st.sampled_from(CODES)))

    @rule(
        person=st.integers(0, 7),
        vote=st.sampled_from([1, 2]),
        code=st.sampled_from(CODES),
        level=st.integers(1, 5),
    )
    def somebody_votes_on_anything(self, person: int, vote: int, code: str, level: int) -> None:
        self.votes(self.people[person % len(self.people)], vote, code, level)

    @rule(levels=st.lists(st.integers(1, 5), min_size=8, max_size=8), silent=st.integers(0, 7))
    def most_vote_on_what_is_open(self, levels: list[int], silent: int) -> None:
        view = self.shop.view
        for number, person in enumerate(self.people):
            for code in [c for c in CODES if c in view.open_codes and number != silent]:
                self.votes(person, view.round, code, levels[number % 8])

    def votes(self, person: Participant, vote: int, code: str, level: int) -> None:
        is_open = code in self.shop.view.open_codes and self.shop.view.round == vote
        try:
            self.shop.votes(person, vote, code, level)  # type: ignore[arg-type]
        except PlumblineError:
            assert not is_open
        else:
            assert is_open
            self.acknowledged[person.respondent_id, vote, code] = level

    def keep_silent_ones(self, code: str) -> None:
        if any(vote == 2 and c == code for _who, vote, c in self.acknowledged):
            for who, vote, c in list(self.acknowledged):
                if vote == 1 and c == code:
                    self.acknowledged.setdefault((who, 2, code), self.acknowledged[who, 1, code])

    @rule(level=st.integers(1, 5))
    def the_room_agrees(self, level: int) -> None:
        before = self.shop.view
        try:
            self.shop.agree(level)
        except PlumblineError:
            assert self.shop.view == before
        else:
            shown = [found for found in (before.second, before.first) if found and found.range]
            assert not shown or (shown[0].range or (6, 0))[0] <= level <= (shown[0].range or (6, 0))[1]

    @precondition(lambda self: len(self.people) < 8)
    @rule(camp=st.sampled_from(CAMPS))
    def somebody_comes_late(self, camp: Camp) -> None:
        if self.shop.view.join_code(self.shop.now):
            self.people.append(self.shop.joins(camp))

    @precondition(lambda self: len(self.people) > 2)
    @rule(number=st.integers(0, 7))
    def somebody_is_removed(self, number: int) -> None:
        person = self.people.pop(number % len(self.people))
        if leaving.remove(self.shop.inst, self.shop.owned, person.respondent_id) == "deleted":
            gone = [vote for vote in self.acknowledged if vote[0] == person.respondent_id]
            for vote in gone:
                del self.acknowledged[vote]

    @rule(minutes=st.integers(-10_000, 10_000))
    def the_clock_jumps(self, minutes: int) -> None:
        now = self.shop.now + timedelta(minutes=minutes)
        self.shop.now = min(max(now, datetime(2020, 1, 1, tzinfo=UTC)), datetime(2040, 1, 1, tzinfo=UTC))
        if self.shop.view.phase != "closed":
            self.shop.code = facilitation.open_room(self.shop.inst, self.shop.owned, self.shop.now)
            facilitation.repack(self.shop.inst, self.shop.owned, self.shop.now)

    @invariant()
    def everything_holds(self) -> None:
        """One look at the room serves all laws: a view costs several queries."""
        view = self.shop.view
        casts = {code: self.casts(code) for code in CODES}
        self.no_answer_is_lost_or_doubled(casts)
        self.every_agreed_level_lies_within_the_votes(view, casts)
        self.before_the_reveal_nothing_of_any_answer_is_in_the_view(view)
        self.the_first_spread_never_changes_once_it_was_shown(view)
        assert view.version == self.shop.version >= self.version
        self.version = view.version
        assert 0 <= view.answered <= view.joined == len(self.people)
        assert 0 <= view.seconds_left(self.shop.now) <= view.minutes * 60
        assert view.actions == possible_actions(view.record.room)

    def no_answer_is_lost_or_doubled(self, casts: dict[str, list[Cast]]) -> None:
        stored = [((c.respondent_id, c.round, code), c.response.level) for code in CODES for c in casts[code]]
        assert len(stored) == len(dict(stored))
        assert dict(stored) == self.acknowledged

    def every_agreed_level_lies_within_the_votes(self, view: RoomView, casts: dict[str, list[Cast]]) -> None:
        with self.db.reading() as unit:
            agreed = load_agreed(unit, self.shop.owned.assessment_id)
        done = {entry.code for entry in view.agenda if entry.state == "done"}
        assert set(agreed) == done
        for code, found in agreed.items():
            levels = [cast.response.level for cast in casts.get(code, []) if cast.response.level is not None]
            assert not levels or min(levels) <= found.level <= max(levels)

    def before_the_reveal_nothing_of_any_answer_is_in_the_view(self, view: RoomView) -> None:
        if view.phase in ("lobby", "question", "second"):
            assert (view.first, view.second, view.agreed, view.standing) == (None, None, None, None)
        minimum = {"open": 1, "by_camp": 2, "team": 3}[view.privacy]
        for found in (view.first, view.second):
            if found is not None:
                assert found.people >= minimum
                assert found.sides is None or view.privacy != "team"
                for counts in (found.sides or {}).values():
                    assert sum(counts) == 0 or sum(counts) >= minimum
                assert found.named == () or view.privacy == "open"

    def the_first_spread_never_changes_once_it_was_shown(self, view: RoomView) -> None:
        if view.code is not None and view.first is not None:
            totals = replace(view.first, sides=None)
            assert self.published.setdefault(view.code, totals) == totals

    def casts(self, code: str) -> list[Cast]:
        with self.db.reading() as unit:
            return cast_on(unit, self.shop.owned.assessment_id, code)

    def teardown(self) -> None:
        self.db.close()
        shutil.rmtree(self.folder, ignore_errors=True)


TestRandomRoom = RandomRoom.TestCase
TestRandomRoom.settings = settings(
    max_examples=10,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def test_no_field_of_a_view_holds_a_person() -> None:
    """A field that were to hold people or answers has to be thought about here first."""
    assert {field.name for field in fields(RoomView)} == {
        *(
            "assessment_id",
            "organisation",
            "privacy",
            "way",
            "minutes",
            "phase",
            "step",
            "version",
            "code",
            "language",
            "edition",
        ),
        *("round", "open_codes", "actions", "joined", "joined_by_camp", "answered", "answered_by_camp"),
        *("notice", "first", "second", "withheld", "unmoved", "agreed", "standing", "agenda", "blocks"),
        *("record", "plan"),
    }

"""The room of a leadership workshop as a state machine. No clock, no database, no answer.

    lobby ──start──▶ question ──reveal──▶ reveal ──vote_again──▶ second ──reveal──▶ reveal ──agree──▶ agreed
      └─(prepared)─▶ overview ◀─overview─ question (the set of ten)            next ▶ the next question, or commitments

Which action is legal in which phase, and which votes are open in it, stands in `assessment.workshop.phases`.
First votes on a question end when it is revealed or, where all are asked at once, when the overview is shown,
or when the room is closed, because its result shows them. They are opened again only where they ended early,
before everybody present had voted.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from assessment.errors import RefusedInput
from assessment.instrument.model import Camp
from assessment.workshop.meeting import DISCUSSED, Way
from assessment.workshop.phases import PHASES, Action, Phase, PhaseName, VoteRound
from language.translation import _

EntryState = Literal["asked", "planned", "later", "done", "parked"]


@dataclass(frozen=True)
class AgendaEntry:
    """One question of the room. `seen` is the number of votes on it that are over (0, 1, 2).

    *asked* belongs to the first vote only; *planned* is on the agenda; *later* did not fit, or was left
    without an agreed level.
    """

    code: str
    state: EntryState
    seconds: int = DISCUSSED
    seen: int = 0
    early: tuple[Camp, ...] = ()
    """The sides of which not everybody present had voted when the first vote ended."""


@dataclass(frozen=True)
class Room:
    """Where the room is. `code` is the question in front; without one, `question` asks the whole set."""

    way: Way
    minutes: int
    sections: tuple[str, ...] = ()
    phase: PhaseName = "lobby"
    code: str | None = None
    round: VoteRound = 1
    agenda: tuple[AgendaEntry, ...] = ()

    def entry(self, code: str) -> AgendaEntry | None:
        """The question with this code, if the room knows it."""
        return next((entry for entry in self.agenda if entry.code == code), None)

    @property
    def rules(self) -> Phase:
        """What holds in the phase the room is in."""
        return PHASES[self.phase]

    @property
    def open_codes(self) -> tuple[str, ...]:
        """The questions that may be answered now, in the round of the room."""
        for vote in self.rules.votes:
            if vote.way in (None, self.way) and (vote.on == "question in front") == (self.code is not None):
                return (self.code,) if self.code else self._unseen
        return ()

    @property
    def _unseen(self) -> tuple[str, ...]:
        return tuple(entry.code for entry in self.agenda if not entry.seen)

    @property
    def shown_anything(self) -> bool:
        """Has the room seen any result of a vote?"""
        return any(entry.seen for entry in self.agenda)

    def planned(self) -> tuple[AgendaEntry, ...]:
        """What is still to be talked about, in order; the question in front is not among it."""
        return tuple(e for e in self.agenda if e.state == "planned" and e.code != self.code)


def new_room(
    way: Way, minutes: int, codes: Iterable[str], seconds: int, sections: Sequence[str] = ()
) -> Room:
    """A room in its lobby. Pillar by pillar its agenda is known; otherwise the first votes make it."""
    state: EntryState = "planned" if way == "pillar" else "asked"
    agenda = tuple(AgendaEntry(code, state, seconds) for code in codes)
    return Room(way, minutes, tuple(sections), agenda=agenda)


def act(room: Room, action: Action, code: str | None = None, *, known: Collection[str] = ()) -> Room:
    """The room after an action; `code` and the `known` codes are for jump alone.

    Raises RefusedInput with a sentence when the action is not possible now.
    """
    check(room, action)
    after = replace(_left(room), code=None, round=1)
    match action:
        case "start":
            return _start(room)
        case "reveal":
            after = _seen(room, room.open_codes, room.round)
        case "vote_again":
            after = replace(_state(room, room.code, "planned"), round=2)
        case "vote_on":
            after = _state(room, room.code, "planned")
        case "agree":
            after = _state(room, room.code, "done")
        case "park":
            return _next(_state(room, room.code, "parked"))
        case "next":
            return _next(_left(room))
        case "jump":
            return _jump(_left(room), code or "", known)
        case "reopen":
            return replace(after, phase="commitments" if room.shown_anything else "lobby")
        case _:
            after = _seen(after, room.open_codes, room.round)
    return replace(after, phase=room.rules.moves[action].to[0])


def check(room: Room, action: Action) -> None:
    """Raises RefusedInput unless the action is possible now."""
    if action not in possible_actions(room):
        raise RefusedInput(
            _("This is not possible while {where}. Nothing was changed.").format(where=where(room))
        )


def possible_actions(room: Room) -> tuple[Action, ...]:
    """Every action that `act` would take now, for the buttons of the console."""
    front = room.entry(room.code) if room.code else None
    holds = {"anything", "one question" if room.code else "whole set"}
    if front is not None and front.early and room.round == 1:
        holds.add("early vote")
    moves = room.rules.moves
    return tuple(a for a in get_args(Action) if a in moves and moves[a].while_open in holds)


def with_talks(room: Room, codes: Sequence[str], talks: int, seconds: int) -> Room:
    """The room with its agenda: `codes` in their order, the first `talks` planned and the rest for later.

    What was agreed, parked or is in front keeps its place before them.
    """
    settled = [e for e in room.agenda if e.state in ("done", "parked") or e.code == room.code]
    taken = {entry.code for entry in settled}
    wanted = [code for code in codes if code not in taken]
    known = {entry.code: entry for entry in room.agenda}
    planned = [
        replace(
            known.get(code, AgendaEntry(code, "later")),
            state="planned" if place < talks else "later",
            seconds=seconds,
        )
        for place, code in enumerate(wanted)
    ]
    rest = [e for e in room.agenda if e.code not in taken | set(wanted)]
    others = [replace(e, state="asked") for e in rest]
    return replace(room, agenda=(*settled, *planned, *others))


def ended(room: Room, early: Mapping[str, Collection[Camp]]) -> Room:
    """The room with these questions' first votes over, and the sides that had not all voted on each."""
    return replace(
        room,
        agenda=tuple(
            replace(e, seen=max(e.seen, 1), early=tuple(early[e.code])) if e.code in early else e
            for e in room.agenda
        ),
    )


def where(room: Room) -> str:
    """Where the room is, to follow “while”."""
    words = room.rules.where_set if room.code is None else None
    return _(words or room.rules.where)


def _start(room: Room) -> Room:
    if room.way == "prepared":
        return replace(_seen(room, room.open_codes, 1), phase="overview")
    return replace(room, phase="question") if room.way == "ten" else _next(room)


def _next(room: Room) -> Room:
    """The next planned question, or the commitments when none is left."""
    waiting = room.planned()
    if not waiting:
        return replace(room, phase="commitments", code=None, round=1)
    return _in_front(room, waiting[0])


def _jump(room: Room, code: str, known: Collection[str]) -> Room:
    if code not in known:
        raise RefusedInput(_("This question is not part of the assessment. Nothing was changed."))
    entry = room.entry(code) or AgendaEntry(code, "planned")
    if entry.state != "done":
        entry = replace(entry, state="planned")
    others = tuple(e for e in room.agenda if e.code != code)
    place = [e.code for e in room.agenda].index(code) if room.entry(code) else len(others)
    return _in_front(replace(room, agenda=(*others[:place], entry, *others[place:])), entry)


def _in_front(room: Room, entry: AgendaEntry) -> Room:
    if entry.state == "done":
        return replace(room, phase="agreed", code=entry.code, round=2 if entry.seen == 2 else 1)
    phase: PhaseName = "reveal" if entry.seen else "question"
    return replace(room, phase=phase, code=entry.code, round=2 if entry.seen == 2 else 1)


def _left(room: Room) -> Room:
    """A question left without an agreed level waits for later."""
    entry = room.entry(room.code) if room.code else None
    return room if entry is None or entry.state != "planned" else _state(room, room.code, "later")


def _state(room: Room, code: str | None, state: EntryState) -> Room:
    return replace(room, agenda=tuple(replace(e, state=state) if e.code == code else e for e in room.agenda))


def _seen(room: Room, codes: Collection[str | None], votes: int) -> Room:
    agenda = tuple(replace(e, seen=max(e.seen, votes)) if e.code in codes else e for e in room.agenda)
    return replace(room, agenda=agenda)

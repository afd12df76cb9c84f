"""What was really said, as the attacker's judge knows it: every state the votes on a question have been in."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from assessment.answers.records import Privacy
from assessment.instrument.model import CAMPS, Camp
from scoring.alignment.agreement import average_deviation
from scoring.levels.votes import CampVotes, Votes

Answer = int | str
Said = Mapping[str, Answer]
MINIMUM: Mapping[Privacy, int] = {"open": 1, "by_camp": 2, "team": 3}
EARLY, OF_ONE_MIND = 3, 5
OTHERS = ("dont_know", "not_applicable")


@dataclass(frozen=True)
class State:
    """The votes of one round on one question at some moment; `missing` sides had not all voted as it ended."""

    votes: Said
    missing: frozenset[Camp] = frozenset()

    def of(self, camps: Mapping[str, Camp], camp: Camp | None) -> list[Answer]:
        return [vote for person, vote in self.votes.items() if camp is None or camps[person] == camp]


@dataclass
class Truth:
    """All that was said in one room, by whom, and every state of it since the beginning."""

    privacy: Privacy
    camps: dict[str, Camp] = field(default_factory=dict)
    here: set[str] = field(default_factory=set)
    votes: dict[tuple[str, int], dict[str, Answer]] = field(default_factory=dict)
    beside: dict[str, dict[str, object]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    agreed: dict[str, int] = field(default_factory=dict)
    missing: dict[str, frozenset[Camp]] = field(default_factory=dict)
    states: dict[tuple[str, int], list[State]] = field(default_factory=dict)
    beside_states: dict[str, list[dict[str, object]]] = field(default_factory=dict)
    """Of orders the states of `votes` are kept, in round 0: they are published by side, as votes are."""

    @property
    def minimum(self) -> int:
        return MINIMUM[self.privacy]

    def says(self, person: str, vote: int, code: str, answer: Answer) -> None:
        self.votes.setdefault((code, vote), {})[person] = answer

    def gone(self, person: str) -> None:
        """Deleted with everything, before anything was shown."""
        for said in (*self.votes.values(), *self.beside.values()):
            said.pop(person, None)  # type: ignore[attr-defined]

    def ends(self, code: str, vote: int) -> None:
        """A vote on a question is over: who had not voted, and who keeps the first vote in the second."""
        first = self.votes.get((code, 1), {})
        if vote == 1:
            waiting = self.here - first.keys()
            self.missing[code] = frozenset(self.camps[person] for person in waiting)
        elif self.votes.get((code, 2)):
            self.votes[code, 2] = {**first, **self.votes[code, 2]}

    def remember(self) -> None:
        """Every state there is now, once; also without people who came later than some state before."""
        for (code, vote), said in self.votes.items():
            known = self.states.setdefault((code, vote), [])
            missing = self.missing.get(code, frozenset())
            before = {frozenset(state.votes) for n in (1, 2) for state in self.states.get((code, n), ())}
            kept = [{who: answer for who, answer in said.items() if who in there} for there in before]
            for votes in (dict(said), *kept):
                state = State(votes, missing)
                if votes and state not in known:
                    known.append(state)
        for item, said_beside in self.beside.items():
            moments = self.beside_states.setdefault(item, [{}])
            if said_beside not in moments:
                moments.append(dict(said_beside))

    def remember_orders_of(self, people: Collection[str]) -> None:
        """The orders as they may be published: of those people who have answered a question."""
        for (_code, vote), known in self.states.items():
            for state in list(known) if vote == 0 else ():
                votes = {person: said for person, said in state.votes.items() if person in people}
                if votes and State(votes) not in known:
                    known.append(State(votes))

    def marks(self) -> dict[tuple[str, int] | str, int]:
        """How many states of everything there have been so far."""
        found: dict[tuple[str, int] | str, int] = {key: len(kept) for key, kept in self.states.items()}
        return found | {item: len(kept) for item, kept in self.beside_states.items()}


def changed(one: Mapping[str, object], other: Mapping[str, object]) -> set[str]:
    return {person for person in one.keys() | other.keys() if one.get(person) != other.get(person)}


def levels_of(answers: Iterable[Answer]) -> list[int]:
    return [answer for answer in answers if isinstance(answer, int)]


def histogram(answers: Iterable[Answer]) -> tuple[int, ...]:
    """How many chose each level, don't know, does not apply."""
    given = list(answers)
    return tuple(given.count(answer) for answer in (1, 2, 3, 4, 5, *OTHERS))


def spread_of(answers: Iterable[Answer]) -> tuple[int, float | None]:
    """How many chose a level, and their typical distance from the middle one."""
    levels = levels_of(answers)
    return len(levels), average_deviation(levels)


def value_of(state: State, camps: Mapping[str, Camp]) -> float | None:
    """The described value that first votes have (method, rules 1 and 2)."""
    found = {}
    for camp in CAMPS:
        given = state.of(camps, camp)
        found[camp] = CampVotes(levels_of(given), given.count("dont_know"), given.count("not_applicable"))
    return Votes(found).value()

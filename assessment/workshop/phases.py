"""The phases of a workshop, one record each: the moves from it, the votes open in it, and what is shown in it.

A phase is added here and gets one screen on the wall, the console and the phone; each of them registers its
screens with `one_for_each_phase`, which refuses to be imported while one lacks or is too many.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeVar, get_args

from assessment.workshop.meeting import BlockKind, Way
from language.translation import LazyText, lazy

PhaseName = Literal[
    "lobby", "question", "reveal", "second", "agreed", "overview", "decisions", "commitments", "closed"
]
"""The names as they are stored."""
Action = Literal[
    "start", "reveal", "vote_again", "agree", "park", "next", "jump", "overview", "decisions", "commitments",
    "close", "reopen", "vote_on",
]  # fmt: skip
VoteRound = Literal[1, 2]
Screen = TypeVar("Screen")


class Transition(NamedTuple):
    """Where an action may lead, and what has to be open for it."""

    to: tuple[PhaseName, ...]
    while_open: Literal["anything", "one question", "whole set", "early vote"] = "anything"


class OpenVote(NamedTuple):
    """A vote that is open in a phase: on the question in front or, with none in front, on a whole set.

    A set is what the room asks and has not seen a result of: every question, or the key questions. `way`
    limits it to workshops of that way. `Room.open_codes` and `storage.repositories.votes` both read this.
    """

    round: VoteRound
    on: Literal["question in front", "key questions", "every question"]
    way: Way | None = None


@dataclass(frozen=True, kw_only=True)
class Phase:
    """What holds while a room is in a phase."""

    name: PhaseName
    where: LazyText
    """Where the room is, to follow “while”."""
    button: LazyText | None = None
    """What the console's button to this phase says, where the action to it has its name."""
    where_set: LazyText | None = None
    """The same while a whole set of questions is open."""
    moves: Mapping[Action, Transition]
    stage: Literal["before", "meeting", "after"] = "meeting"
    """After the meeting nothing may be sent and nobody can join."""
    votes: tuple[OpenVote, ...] = ()
    asks_decisions: bool = False
    """The phones ask for the decision map, and its progress is counted."""
    needs_question: bool = False
    """One question is in front in any case."""
    needs_talk: bool = False
    """The question in front still needs the time of a talk."""
    blocks_to_come: tuple[BlockKind, ...] = ()
    """Blocks of the meeting, besides those after the talks, that still need their time."""
    block: BlockKind | None = None
    """The block of the agenda the room is in, outside the talks."""
    makes_agenda: bool = False
    """Where the room has no agenda yet, it is made from the first votes."""
    shows_votes: bool = False
    shows_agreed: bool = False
    shows_standing: bool = False
    """Where the company stands."""
    shows_outcome: bool = False
    """What was agreed, committed to and parked so far; and the outcomes and barriers in order."""
    keeps_orders: bool = False
    """The orders are shown as they were when the phase began."""


NEXT = Transition(("question", "reveal", "commitments"))
JUMP = Transition(("question", "reveal", "agreed"))
OVERVIEW, DECISIONS, COMMITMENTS = (
    Transition(("overview",)),
    Transition(("decisions",)),
    Transition(("commitments",)),
)
CLOSE = Transition(("closed",))
ONWARD: Mapping[Action, Transition] = {"next": NEXT, "jump": JUMP, "commitments": COMMITMENTS, "close": CLOSE}
AGREE: Mapping[Action, Transition] = {"vote_again": Transition(("second",)), "agree": Transition(("agreed",))}
ELSEWHERE: Mapping[Action, Transition] = {"overview": OVERVIEW, "decisions": DECISIONS}


def one_for_each_phase(owner: str, screens: Mapping[PhaseName, Screen]) -> Mapping[PhaseName, Screen]:
    """The screens of the wall, the console or the phone. Raises LookupError unless each phase has one."""
    missing = [f"The {owner} has no screen for the phase “{name}”." for name in PHASES if name not in screens]
    surplus = [f"The {owner} has a screen for “{n}”, which is no phase." for n in screens if n not in PHASES]
    if missing or surplus:
        raise LookupError(" ".join([*missing, *surplus]))
    return screens


def parse_phase(name: str, code: str | None) -> PhaseName:
    """The phase that is stored with this name and the question in front.

    Raises ValueError for an unknown name, and where the phase needs a question and there is none.
    """
    found = next((phase for phase in PHASES.values() if phase.name == name), None)
    if found is None:
        raise ValueError("a phase that is not known")
    if found.needs_question and code is None:
        raise ValueError("a phase without the question it needs")
    return found.name


_RECORDS: tuple[Phase, ...] = (
    Phase(
        name="lobby",
        where=lazy("the room waits in the lobby"),
        moves={"start": Transition(("question", "overview", "commitments")), "close": CLOSE},
        stage="before",
        votes=(OpenVote(1, "every question", way="prepared"),),
    ),
    Phase(
        name="question",
        where=lazy("the vote is open"),
        where_set=lazy("the questions are open"),
        moves={
            "reveal": Transition(("reveal",), "one question"),
            "park": Transition(NEXT.to, "one question"),
            "jump": Transition(JUMP.to, "one question"),
            "overview": Transition(("overview",), "whole set"),
            "close": CLOSE,
        },
        votes=(OpenVote(1, "question in front"), OpenVote(1, "key questions", way="ten")),
        needs_talk=True,
    ),
    Phase(
        name="reveal",
        where=lazy("the answers are shown"),
        moves={
            "park": NEXT,
            "vote_on": Transition(("question",), "early vote"),
            **AGREE,
            **ONWARD,
            **ELSEWHERE,
        },
        needs_question=True,
        needs_talk=True,
        shows_votes=True,
    ),
    Phase(
        name="second",
        where=lazy("the second vote is open"),
        moves={"reveal": Transition(("reveal",)), "close": CLOSE},
        votes=(OpenVote(2, "question in front"),),
        needs_question=True,
        needs_talk=True,
    ),
    Phase(
        name="agreed",
        where=lazy("the agreed level is shown"),
        moves={**AGREE, **ONWARD, **ELSEWHERE},
        needs_question=True,
        shows_votes=True,
        shows_agreed=True,
    ),
    Phase(
        name="overview",
        where=lazy("the overview is shown"),
        button=lazy("Back to the overview"),
        moves={**ONWARD, "decisions": DECISIONS},
        block="overview",
        blocks_to_come=("overview", "decisions"),
        makes_agenda=True,
        shows_standing=True,
    ),
    Phase(
        name="decisions",
        where=lazy("the decision map is open"),
        button=lazy("Open the decision map"),
        moves={**ONWARD, "overview": OVERVIEW},
        block="decisions",
        asks_decisions=True,
        shows_standing=True,
    ),
    Phase(
        name="commitments",
        where=lazy("commitments are being made"),
        button=lazy("On to the commitments"),
        moves={"jump": JUMP, "overview": OVERVIEW, "close": CLOSE},
        block="commitments",
        shows_standing=True,
        shows_outcome=True,
        keeps_orders=True,
    ),
    Phase(
        name="closed",
        where=lazy("the room is closed"),
        moves={"reopen": Transition(("lobby", "commitments"))},
        stage="after",
        shows_standing=True,
        shows_outcome=True,
    ),
)
PHASES: dict[PhaseName, Phase] = {phase.name: phase for phase in _RECORDS}
"""Every phase by its name, in the order of a meeting."""
if tuple(PHASES) != get_args(PhaseName):
    raise LookupError("The table of phases has not one record for each name of a phase, in their order.")

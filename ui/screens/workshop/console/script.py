"""What the facilitator says, phase by phase, with the time it takes. Made from what the room sees, nothing else.

Nobody is asked to explain their own vote: "Somebody say what a person who chose 2 has seen. It need not be you."
"""

from collections.abc import Callable, Iterator
from typing import Literal

from assessment.instrument.model import Instrument, Practice
from assessment.workshop.meeting import AGREE, FIRST_VOTE, REVEAL, SECOND_VOTE, TALK, clock, in_words
from assessment.workshop.room import Phase
from language.translation import _
from services.workshop.room.spread import Counts, VoteSpread
from services.workshop.room.view import RoomView

Line = tuple[str, str]
"""How long, and the sentence."""
Higher = Literal["business", "technology"]


def script(view: RoomView, instrument: Instrument) -> list[Line]:
    """The lines for where the room is now, in order."""
    practice = instrument.practices.get(view.code or "")
    if view.phase == "reveal" and practice is not None:
        return list(_reveal(view, practice))
    lines = LINES.get(view.phase)
    return list(lines(view)) if lines is not None else []


def higher(vote: VoteSpread | None) -> Higher | None:
    """The side whose answers are higher on average; None where sides are not shown, or stand alike."""
    if vote is None or vote.sides is None:
        return None
    business, technology = _mean(vote.sides["business"]), _mean(vote.sides["technology"])
    if business is None or technology is None or business == technology:
        return None
    return "business" if business > technology else "technology"


def prompt(vote: VoteSpread | None, practice: Practice) -> str:
    """What to ask the room: the practice's own question by direction, else one that takes no side."""
    side = higher(vote)
    if side == "business":
        return practice.discussion.business_higher
    if side == "technology":
        return practice.discussion.technology_higher
    return _("What would we have to see here for the other answer to be the right one?")


def _mean(counts: Counts) -> float | None:
    people = sum(counts)
    return sum(level * count for level, count in enumerate(counts, 1)) / people if people else None


def _lobby(view: RoomView) -> Iterator[Line]:
    yield "", _("Everybody joins by phone with the code on the shared screen, without an account.")
    if view.way == "prepared":
        yield "", _("Whoever has answered beforehand is in already. The votes end when you start.")
    yield "", _("Say what will be shown. It stands on every phone before anybody joins.")


def _question(view: RoomView) -> Iterator[Line]:
    seconds = FIRST_VOTE * len(view.open_codes)
    if view.code is None:
        text = _("Everybody answers the {questions} questions alone, without talking.")
        yield clock(seconds), text.format(questions=in_words(len(view.open_codes)))
    else:
        yield clock(seconds), _("Read the question aloud. Everybody answers alone, without talking.")
    yield (
        "",
        _(
            "“I don’t know” is an answer too. Go on when the count stands still; nobody is waited for by name."
        ),
    )


def _reveal(view: RoomView, practice: Practice) -> Iterator[Line]:
    shown = view.second or view.first
    if view.withheld and shown is None:
        yield "", _("The votes are not shown. Talk about the five situations: which have we seen, and where?")
        yield clock(TALK), _("The chief executive speaks last.")
        return
    if view.second is None:
        yield clock(REVEAL), _("Read out the spread, not the people. Leave a moment of silence.")
        yield clock(TALK), _talk(shown)
        yield "", prompt(shown, practice)
        yield "", _("The chief executive speaks last.")
        yield clock(SECOND_VOTE), _("Then everybody votes again; whoever is sure stays.")
    else:
        yield "", _("Read out what moved, and what did not.")
    yield clock(AGREE), _("Agree on a level within the votes. A dissent is written down, not voted away.")


def _talk(vote: VoteSpread | None) -> str:
    found = vote.range if vote is not None else None
    if found is None:
        return _("Nobody chose a level. What would we need to look at to know?")
    lowest, highest = found
    first = _("Somebody say what a person who chose {level} has seen. It need not be you.").format(
        level=lowest
    )
    if lowest == highest:
        return first
    return first + " " + _("Then the same for {level}.").format(level=highest)


def _second(_view: RoomView) -> Iterator[Line]:
    yield clock(SECOND_VOTE), _("Everybody votes again, alone and without talking.")
    yield "", _("Whoever does not vote again keeps the first vote.")


def _agreed(_view: RoomView) -> Iterator[Line]:
    yield "", _("Read out the level, the owner and the note. Ask whether anything is missing.")


def _overview(view: RoomView) -> Iterator[Line]:
    minutes = view.plan.of("overview")
    if view.standing:
        yield clock(60 * minutes) if minutes else "", _("Say where we stand in these words, without comment.")
    talks = sum(entry.state == "planned" for entry in view.agenda)
    if talks:
        yield (
            "",
            _("We talk about {talks} of the questions: those that hold us most. The others wait.").format(
                talks=in_words(talks)
            ),
        )


def _decisions(view: RoomView) -> Iterator[Line]:
    minutes = view.plan.of("decisions")
    yield (
        clock(60 * minutes) if minutes else "",
        _("On the phones: who takes each decision today, not who should. “Nobody” is an answer."),
    )
    yield (
        "",
        _("The map is in the results. Ask the room now: which of these does nobody take, or more than one?"),
    )


def _commitments(view: RoomView) -> Iterator[Line]:
    yield (
        clock(60 * view.plan.of("commitments")),
        _(
            "One promise for each agreed gap: who leads, how it is measured, by when. Only what a role in this room takes on."
        ),
    )
    yield "", _("Read all of them aloud once before closing.")


LINES: dict[Phase, Callable[[RoomView], Iterator[Line]]] = {
    "lobby": _lobby,
    "question": _question,
    "second": _second,
    "agreed": _agreed,
    "overview": _overview,
    "decisions": _decisions,
    "commitments": _commitments,
}
"""Who says what outside the reveal, which speaks about its question."""

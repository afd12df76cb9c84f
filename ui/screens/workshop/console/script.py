"""What the facilitator says, phase by phase, with the time it takes. Made from what the room sees, nothing else.

Nobody is asked to explain their own vote: "Somebody say what a person who chose 2 has seen. It need not be you."
"""

from collections.abc import Iterator
from typing import Literal

from assessment.instrument.model import Practice
from assessment.workshop.meeting import AGREE, FIRST_VOTE, REVEAL, SECOND_VOTE, TALK, clock, in_words
from language.translation import _
from services.workshop.room.spread import Counts, VoteSpread
from services.workshop.room.view import RoomView
from ui import session

Line = tuple[str, str]
"""How long, and the sentence."""
Higher = Literal["business", "technology"]


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
    return _("What would we need to see here for the other answer to be right?")


def _mean(counts: Counts) -> float | None:
    people = sum(counts)
    return sum(level * count for level, count in enumerate(counts, 1)) / people if people else None


def lobby(view: RoomView) -> Iterator[Line]:
    """Before the meeting: how people join, and what they are told."""
    yield "", _("Everyone joins by phone with the code on the shared screen.")
    if view.way == "prepared":
        yield "", _("The answers given beforehand are in. Voting closes when you start.")
    yield "", _("Say what will be shown.")


def question(view: RoomView) -> Iterator[Line]:
    """While a first vote is open."""
    seconds = FIRST_VOTE * len(view.open_codes)
    if view.code is None:
        text = _("Everyone answers the {questions} questions alone, without talking.")
        yield clock(seconds), text.format(questions=in_words(len(view.open_codes)))
    else:
        yield clock(seconds), _("Read the question aloud. Everyone answers alone, without talking.")
    rule = session.instrument().rule
    if rule:
        yield "", rule
    yield (
        "",
        _("“I don’t know” is a valid answer. Move on when the count stops rising."),
    )


def reveal(view: RoomView) -> Iterator[Line]:
    """While the votes are shown: reading them out, talking, agreeing."""
    shown = view.second or view.first
    if view.withheld and shown is None:
        yield "", _("The votes are not shown. Discuss the five situations: which have we seen, and where?")
        yield clock(TALK), _("The chief executive speaks last.")
        return
    if view.round == 1:
        yield clock(REVEAL), _("Read out the spread, not the people. Allow a moment of silence.")
        yield clock(TALK), _talk(shown)
        yield "", prompt(shown, session.instrument().practices[str(view.code)])
        yield "", _("The chief executive speaks last.")
        yield clock(SECOND_VOTE), _("Then everyone votes again.")
    else:
        yield "", _("Read out what changed and what did not.")
    yield clock(AGREE), _("Agree a level within the votes. Record any dissent.")


def _talk(vote: VoteSpread | None) -> str:
    found = vote.range if vote is not None else None
    if found is None:
        return _("Nobody chose a level. What would tell us?")
    lowest, highest = found
    first = _("Would anyone describe what a person who chose {level} has seen? It need not be you.").format(
        level=lowest
    )
    if lowest == highest:
        return first
    return first + " " + _("Then do the same for {level}.").format(level=highest)


def second(_view: RoomView) -> Iterator[Line]:
    """While the second vote is open."""
    yield clock(SECOND_VOTE), _("Everyone votes again, alone, without talking.")
    yield "", _("If someone does not vote again, their first vote counts.")


def agreed(_view: RoomView) -> Iterator[Line]:
    """After the room has agreed."""
    yield "", _("Read out the level, owner and note.")


def overview(view: RoomView) -> Iterator[Line]:
    """Where the company stands and what is talked about."""
    minutes = view.plan.of("overview")
    if view.standing:
        yield clock(60 * minutes) if minutes else "", _("Read this out without comment.")
    talks = sum(entry.state == "planned" for entry in view.agenda)
    if talks:
        yield (
            "",
            _("We discuss {talks} of the questions: those that limit us most.").format(talks=in_words(talks)),
        )


def decisions(view: RoomView) -> Iterator[Line]:
    """While decisions are placed on the phones."""
    minutes = view.plan.of("decisions")
    yield (
        clock(60 * minutes) if minutes else "",
        _("On your phones: who takes each decision today, not who should."),
    )
    yield (
        "",
        _("The results show the map. Ask now: which decision has no owner, or more than one?"),
    )


def commitments(view: RoomView) -> Iterator[Line]:
    """While commitments are entered."""
    yield (
        clock(60 * view.plan.of("commitments")),
        _("One commitment for each agreed gap: owner, measure, date. Name only roles in this room."),
    )
    yield "", _("Read every commitment aloud before closing.")

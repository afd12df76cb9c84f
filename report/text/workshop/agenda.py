"""The annotated agenda of a meeting: what each part is for, how long it takes, and what the facilitator says."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from assessment.instrument.model import Instrument
from assessment.workshop.meeting import (
    AGREE,
    REVEAL,
    SECOND_VOTE,
    TALK,
    BlockKind,
    Plan,
    asked,
    clock,
    in_words,
)
from language.translation import _, lazy, lazy_table

BLOCKS: Mapping[BlockKind, str] = lazy_table(
    {
        "join": lazy("Open and join"),
        "vote": lazy("Vote on all questions"),
        "overview": lazy("Overview"),
        "decisions": lazy("Decision map"),
        "talks": lazy("Discussions"),
        "commitments": lazy("Commitments"),
        "close": lazy("Close"),
    }
)
SAID: Mapping[BlockKind, str] = lazy_table(
    {
        "join": lazy(
            "Say why we are here and that the screen shows the spread of the answers, never a name. On paper, "
            "hand out the voting sheets; each person ticks business or technology."
        ),
        "vote": lazy(
            "Everyone answers alone, without talking. “I don’t know” is a valid answer. On paper, collect the sheets "
            "and shuffle them before anyone enters them."
        ),
        "overview": lazy("Read out the level and the section that limits it. No comment yet."),
        "decisions": lazy(
            "Who takes each decision today, not who should. Ask which has no owner, or several."
        ),
        "talks": lazy(
            "For each question: reveal ({reveal}), talk ({talk}), vote again ({again}), agree a level, an owner "
            "and any dissent ({agree}). Nobody explains their own vote. The chief executive speaks last."
        ),
        "commitments": lazy("One commitment for each agreed gap: who, what, measured how, by when."),
        "close": lazy("Read the commitments aloud, name the day of the review, and thank everyone."),
    }
)


class AgendaLine(NamedTuple):
    """One part of the meeting: its minutes from the start, its length, its title, and what is said."""

    begins: int
    minutes: int
    title: str
    said: str


def agenda(plan: Plan) -> Iterator[AgendaLine]:
    """The parts in their order."""
    begins = 0
    for block in plan.blocks:
        said = SAID[block.kind].format(
            reveal=clock(REVEAL), talk=clock(TALK), again=clock(SECOND_VOTE), agree=clock(AGREE)
        )
        yield AgendaLine(begins, block.minutes, BLOCKS[block.kind], said)
        begins += block.minutes


def agenda_title(instrument: Instrument, plan: Plan) -> str:
    """“Ten questions in 60 minutes, four of them discussed”."""
    questions = in_words(len(asked(instrument, plan.way, plan.sections)))
    words = _("{questions} questions in {minutes} minutes, {talks} of them discussed")
    said = words.format(questions=questions, minutes=plan.minutes, talks=in_words(plan.talks))
    return said[:1].upper() + said[1:]

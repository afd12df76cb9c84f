"""Checks of the plan in an interchange file against the instrument."""

from collections.abc import Iterator

from assessment.answers.file_faults import repeated, unknown
from assessment.answers.records import Assessment
from assessment.instrument.model import Instrument


def plan_problems(assessment: Assessment, instrument: Instrument) -> Iterator[str]:
    """A sentence for each fault, with its place in the file."""
    if assessment.roadmap is not None:
        moves = [planned.move for planned in assessment.roadmap.moves]
        for position, move in enumerate(moves):
            yield from unknown(f"roadmap.moves.{position}.move", [practice_of(move)], instrument.practices)
        yield from repeated("roadmap.moves", moves)
    if assessment.ownership is not None:
        known = {choice.code for choice in instrument.decisions}
        yield from unknown("ownership.decisions", assessment.ownership.decisions, known)
    yield from repeated("ai_uses", [use.name for use in assessment.ai_uses])


def practice_of(move: str) -> str:
    """The code of the practice a move belongs to: "OWN-1" of "OWN-1:2"."""
    return move.partition(":")[0]

"""Contradictions between practices, shown before submitting; they never block and never score."""

from dataclasses import dataclass

from assessment.instrument.model import Instrument
from scoring.levels.results import AssessmentResult, PracticeResult


@dataclass(frozen=True)
class Conflict:
    """`code` is described at `level` or higher, which needs `requires` at `needed`; described there is `found`.

    `found` is the described level of the required practice (1 when not known), None when missing.
    """

    code: str
    level: int
    requires: str
    needed: int
    found: int | None


def conflicts(instrument: Instrument, result: AssessmentResult) -> tuple[Conflict, ...]:
    """Every requirement that a described level relies on and that is not met, in the order asked.

    A requirement at level k counts for practices described at level ≥ k, on described levels. On a
    practice that is not applicable it counts as met, on a missing one as not met. For one person's
    answers, pass the result of scoring that person alone.
    """
    found = []
    for code, practice in instrument.practices.items():
        level = result.practices[code].level
        for at, needs in sorted(practice.requires.items()):
            if level is None or level < int(at):
                continue
            for other, needed in (need.split(":") for need in needs):
                if not _met(result.practices[other], int(needed)):
                    found.append(Conflict(code, int(at), other, int(needed), result.practices[other].level))
    return tuple(found)


def _met(practice: PracticeResult, needed: int) -> bool:
    return practice.state == "not_applicable" or (practice.level or 0) >= needed

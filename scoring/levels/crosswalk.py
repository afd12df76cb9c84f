"""Crosswalk to three standards: for which parts the evidence of practices is usually useful, and its state.

Identifiers only. Nothing here says that a duty or control is met.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assessment.instrument.model import Instrument, Practice
from assessment.instrument.standards import Standards
from scoring.levels.results import AssessmentResult, PracticeResult

Standard = Literal["nist", "iso42001", "euaiact"]
STANDARDS: tuple[Standard, ...] = ("nist", "iso42001", "euaiact")
EvidenceState = Literal[
    "to_show", "some", "described", "early", "not_known", "unanswered", "not_applicable", "no_practice"
]
"""Of a practice, or of a group of them; *some* and *no_practice* are states of a group only."""
EVIDENCE_FROM = 3
"""From this described level on there is something that could be shown as evidence."""
_BEST_FIRST: tuple[EvidenceState, ...] = (
    "to_show",
    "some",
    "described",
    "early",
    "not_known",
    "unanswered",
    "not_applicable",
)


@dataclass(frozen=True)
class PracticeEvidence:
    """One practice whose evidence is usually useful for a group, with the identifiers it names there.

    `level` is the described level and `shown_level` the one that could be shown; None without answers.
    """

    practice: str
    identifiers: tuple[str, ...]
    state: EvidenceState
    level: int | None
    shown_level: int | None
    backing: str | None


@dataclass(frozen=True)
class StandardGroup:
    """A category, clause, objective or article: `family` is what it belongs to (“” where nothing).

    `state` is the best of its practices; where one has something to show and another that applies has not,
    it is *some*.
    """

    code: str
    family: str
    state: EvidenceState
    practices: tuple[PracticeEvidence, ...]


@dataclass(frozen=True)
class StandardEvidence:
    """One standard, group by group in its own order."""

    standard: Standard
    groups: tuple[StandardGroup, ...]

    @property
    def counts(self) -> Mapping[EvidenceState, int]:
        """How many groups are in each state; states without a group are left out."""
        return {
            state: count
            for state in (*_BEST_FIRST, "no_practice")
            if (count := sum(group.state == state for group in self.groups))
        }


def standards_evidence(
    instrument: Instrument, result: AssessmentResult, standards: Standards
) -> tuple[StandardEvidence, ...]:
    """For each standard and group the practices that name it, and the state of their evidence."""
    return tuple(_standard(instrument, result, standards, name) for name in STANDARDS)


def group_of(standard: Standard, identifier: str) -> tuple[str, str]:
    """The (family, group) of an identifier.

    >>> group_of("nist", "GOVERN 1.2"), group_of("iso42001", "A.9.2"), group_of("euaiact", "Art. 26(5)")
    (('GOVERN', 'GOVERN 1'), ('A', 'A.9'), ('', 'Art. 26'))
    """
    if standard == "nist":
        return identifier.split(" ", 1)[0], identifier.split(".", 1)[0]
    if standard == "iso42001":
        parts = identifier.split(".")
        return ("A", ".".join(parts[:2])) if parts[0] == "A" else ("", parts[0])
    return "", identifier.split("(", 1)[0]


def evidence_state(found: PracticeResult | None) -> EvidenceState:
    """The state of one practice’s evidence. Below level 3 nothing is expected that could be shown."""
    if found is None or found.state == "missing":
        return "unanswered"
    if found.state == "not_applicable":
        return "not_applicable"
    if found.state == "not_known":
        return "not_known"
    if (found.level or 0) < EVIDENCE_FROM:
        return "early"
    return "to_show" if found.backing in ("document", "number") else "described"


def _standard(
    instrument: Instrument, result: AssessmentResult, standards: Standards, name: Standard
) -> StandardEvidence:
    groups: dict[tuple[str, str], list[str]] = {}
    for identifier in standards.in_order(name):
        groups.setdefault(group_of(name, identifier), []).append(identifier)
    return StandardEvidence(
        name,
        tuple(
            _group(family, code, _named(instrument, result, name, known))
            for (family, code), known in groups.items()
        ),
    )


def _named(
    instrument: Instrument, result: AssessmentResult, standard: Standard, known: list[str]
) -> tuple[PracticeEvidence, ...]:
    return tuple(
        _evidence(practice, named, result.practices.get(practice.code))
        for practice in instrument.practices.values()
        if (named := tuple(i for i in known if i in getattr(practice.crosswalk, standard)))
    )


def _evidence(practice: Practice, named: tuple[str, ...], found: PracticeResult | None) -> PracticeEvidence:
    state = evidence_state(found)
    if found is None:
        return PracticeEvidence(practice.code, named, state, None, None, None)
    return PracticeEvidence(practice.code, named, state, found.level, found.shown_level, found.backing)


def _group(family: str, code: str, practices: tuple[PracticeEvidence, ...]) -> StandardGroup:
    return StandardGroup(code, family, _group_state({entry.state for entry in practices}), practices)


def _group_state(states: set[EvidenceState]) -> EvidenceState:
    if "to_show" in states and states - {"to_show", "not_applicable"}:
        return "some"
    return next((state for state in _BEST_FIRST if state in states), "no_practice")

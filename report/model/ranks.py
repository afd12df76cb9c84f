"""View of what was put in order: the outcomes AI should bring, or what gets in its way. Built by `report.build.ranks`."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.answers.ranked import Ranked
from assessment.instrument.model import Camp, Figure
from scoring.alignment.ranks import Widest


@dataclass(frozen=True)
class RanksSeen:
    """Mean ranks as far as they may be shown. `overall` is empty while nothing may be shown (`withheld`).

    `sides` is empty where the sides may not be shown apart, or one of them ranked nothing.
    """

    kind: Ranked
    titles: Mapping[str, str]
    people: int
    """How many ranked; 0 while withheld."""
    overall: Mapping[str, float]
    sides: Mapping[Camp, Mapping[str, float]]
    widest: Widest | None
    withheld: bool
    """Is something left out because too few people ranked?"""
    figures: tuple[Figure, ...]
    """Published figures on one of these, as context."""

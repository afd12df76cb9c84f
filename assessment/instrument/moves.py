"""The moves: what takes a practice one level up, who works on it and how long."""

from math import ceil
from typing import Annotated, Literal

from pydantic import Field

from assessment.instrument.base import Record, ShortText, Text

PortfolioClass = Literal["maintain", "improve", "transform"]
Direction = Literal["up", "down"]
Part = Literal["organiser", "participants"]
Minimised = Literal["organiser", "both"]
"""Whose days a path keeps low: the organiser's, or those of organiser and participants together."""
HOURS_A_DAY = 8
DAYS_A_WEEK = 5


class Kpi(Record):
    """A number that shows a move works: what it is, in which unit, which way is good, how measured."""

    name: ShortText
    unit: Annotated[str, Field(min_length=1, max_length=40)]
    direction: Direction
    how: Text
    leading: bool


class Work(Record):
    """Working time that a step takes: `people` people work `hours` hours each on step number `step`.

    The organiser and those who work for them carry the move out; participants are asked for their time.
    `who` is a function code or a short text.
    """

    step: Annotated[int, Field(ge=1, le=5)]
    part: Part
    who: ShortText
    people: Annotated[int, Field(ge=1, le=2000)]
    hours: Annotated[float, Field(gt=0, le=2000)]


class Days(Record):
    """Whole person-days of eight hours, rounded up: the organiser's and the participants' time apart."""

    organiser: Annotated[int, Field(ge=1)]
    participants: Annotated[int, Field(ge=0)]


class Move(Record):
    """An action that takes one practice from level `to` − 1 to level `to`.

    `lacking` completes the sentence "two practices hold you there: …" while the move is undone. Effort and
    `weeks` (calendar weeks) are our estimates. Effort is given either in person-week points (`effort` in the
    file, until edition 2026.1) or as `work` step by step with its sum in `days` (from edition 2026.2).
    """

    to: Annotated[int, Field(ge=2, le=5)]
    title: ShortText
    lacking: ShortText
    steps: Annotated[list[Text], Field(min_length=2, max_length=5)]
    points: Annotated[Literal[1, 2, 3, 5, 8] | None, Field(alias="effort")] = None
    work: list[Work] = Field(default_factory=list)
    days: Days | None = None
    weeks: Annotated[int, Field(ge=1, le=52)]
    lead: str
    supporting: list[str]
    kpi: Kpi
    evidence: Text
    portfolio: Annotated[PortfolioClass, Field(alias="class")]

    @property
    def effort(self) -> float:
        """Person-weeks: the points, or the organiser's days (exact to one decimal)."""
        if self.points is not None:
            return self.points
        return self.days.organiser / DAYS_A_WEEK if self.days else 0.0

    @property
    def participants(self) -> int:
        """Person-days of participants; 0 where effort is given in points."""
        return self.days.participants if self.days else 0

    def worked_days(self, part: Part) -> int:
        """Person-days of one part as the steps add up to, rounded up."""
        return ceil(sum(w.people * w.hours for w in self.work if w.part == part) / HOURS_A_DAY)

"""Records of one assessment; at the same time the format of the interchange file, version 1.

A missing answer is absent from `responses`, never a number.
"""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, model_validator

from assessment.entry import (
    EVIDENCE_LIMIT,
    NAME_LIMIT,
    NOTE_LIMIT,
    Day,
    Entry,
    Evidence,
    Identifier,
    Money,
    Name,
    Note,
    PersonWeeks,
    calendar_date,
)
from assessment.instrument.base import Slug
from assessment.instrument.model import CAMPS, Camp
from assessment.instrument.moves import PortfolioClass
from assessment.plan.commitments import COMMITMENT_STATUSES, Commitment, CommitmentStatus
from assessment.plan.records import (
    AiUse,
    Charter,
    Ownership,
    RiskStatement,
    Roadmap,
    Short,
    Triage,
    UseAnswer,
)
from language.catalogues import CODE, SOURCE
from language.translation import _

# What all records are made of is known from here too.
__all__ = [
    "COMMITMENT_STATUSES",
    "EVIDENCE_LIMIT",
    "NAME_LIMIT",
    "NOTE_LIMIT",
    "Commitment",
    "CommitmentStatus",
    "Entry",
    "calendar_date",
]

Level = Annotated[int, Field(ge=1, le=5)]
Backing = Literal["opinion", "document", "number"]
Kind = Literal["scored", "dont_know", "not_applicable"]
Privacy = Literal["open", "by_camp", "team"]
Stage = Literal["idea", "pilot", "live", "scaled", "stopped"]
Lever = Literal["cost", "revenue", "customers", "process", "risk"]
SizeBand = Literal["1-50", "51-200", "201-500", "501-1000", "1001-5000", "5001+"]

BACKINGS: tuple[Backing, ...] = ("opinion", "document", "number")
SIZE_BANDS: tuple[SizeBand, ...] = ("1-50", "51-200", "201-500", "501-1000", "1001-5000", "5001+")
MOST_LEADERS = 500
STAGES: tuple[Stage, ...] = ("idea", "pilot", "live", "scaled", "stopped")


class Response(Entry):
    """What one respondent chose for one item: a level, *don't know*, or *does not apply*."""

    kind: Kind = "scored"
    level: Level | None = None
    backing: Backing | None = None
    evidence: Evidence | None = None
    note: Note | None = None
    reason: Note | None = None

    @model_validator(mode="after")
    def _kinds_do_not_mix(self) -> "Response":
        if self.kind == "scored":
            if self.level is None:
                raise ValueError(_("a level is needed, or kind dont_know or not_applicable"))
            if self.reason is not None:
                raise ValueError(_("a reason belongs to not_applicable only"))
        elif self.level is not None or self.backing is not None or self.evidence is not None:
            raise ValueError(_("{kind} takes no level, backing or evidence").format(kind=self.kind))
        if self.evidence is not None and self.backing == "opinion":
            raise ValueError(_("backing opinion takes no evidence: it means there is nothing to show"))
        if self.kind == "not_applicable" and not (self.reason or "").strip():
            raise ValueError(_("not_applicable needs a reason"))
        return self


class Organisation(Entry):
    """The company assessed. Everything but the name is optional."""

    name: Name
    sector: Annotated[str, Field(max_length=NAME_LIMIT)] | None = None
    employees: SizeBand | None = None
    country: Annotated[str, Field(max_length=60)] | None = None


class Respondent(Entry):
    """One person with all answers. `name` is set in open mode only."""

    id: Identifier
    name: Annotated[str, Field(max_length=NAME_LIMIT)] | None = None
    function: Annotated[str, Field(min_length=1, max_length=60)]
    camp: Camp
    responses: dict[str, Response] = {}
    second_vote: dict[str, Response] = {}
    predictions: dict[str, Level] = {}
    activity: dict[str, Level] = {}
    ranking: list[str] = []
    barriers: list[str] = []
    decisions: dict[str, Annotated[str, Field(min_length=1, max_length=60)]] = {}


class Agreed(Entry):
    """The level the room agreed on for one item."""

    level: Level
    backing: Backing | None = None
    evidence: Evidence | None = None
    note: Note | None = None
    dissent: Note | None = None
    owner: Annotated[str, Field(max_length=60)] | None = None


class Initiative(Entry):
    """One line of the pilot register."""

    name: Name
    owner: Annotated[str, Field(max_length=60)] | None = None
    expected_result: Note | None = None
    metric: Note | None = None
    stage: Stage = "idea"
    monthly_cost: Annotated[float, Field(ge=0, le=1e12, allow_inf_nan=False, strict=False)] | None = None
    result: Note | None = None
    """What has been measured since it runs, with its figure."""
    known_to: Annotated[int, Field(ge=0, le=MOST_LEADERS)] | None = None
    leaders_asked: Annotated[int, Field(ge=1, le=MOST_LEADERS)] | None = None
    """How many leaders were asked whether they know of it, and how many did."""

    @model_validator(mode="after")
    def _who_know_of_it_were_asked(self) -> "Initiative":
        known, asked = self.known_to, self.leaders_asked
        if (known is None) != (asked is None):
            raise ValueError(_("known_to and leaders_asked must be given together"))
        if known is not None and asked is not None and known > asked:
            raise ValueError(_("known_to cannot be more than leaders_asked"))
        return self


class Estimate(Entry):
    """Three points: 1 in 10 chance of less, most likely, 1 in 10 chance of more."""

    low: Annotated[Money, Field(strict=False)]
    likely: Annotated[Money, Field(strict=False)]
    high: Annotated[Money, Field(strict=False)]


class UseCase(Entry):
    """A use case with its value claim."""

    name: Name
    lever: Lever | None = None
    """How it pays; absent while nobody could say."""
    owner: Annotated[str, Field(max_length=60)] | None = None
    metric: Note | None = None
    baseline: Annotated[Money, Field(strict=False)] | None = None
    target: Annotated[Money, Field(strict=False)] | None = None
    date: Day | None = None
    investment: Estimate | None = None
    annual_benefit: Estimate | None = None
    annual_cost: Estimate | None = None
    success_probability: Annotated[float, Field(ge=0, le=1, strict=False)] | None = None
    blocked_by: Short | None = None
    """The legacy system that blocks it."""
    triage: Triage | None = None
    """What that system is to the company, where the questions in `triage_answers` were not asked."""
    triage_answers: Annotated[dict[Slug, UseAnswer], Field(max_length=20)] = {}
    """What was said about that system, by question; its class follows from it and is not stored."""
    effort_weeks: PersonWeeks | None = None
    portfolio: PortfolioClass | None = Field(default=None, alias="class")
    exploring: bool = False
    """A trial to learn from; no value is claimed yet."""


class Assumptions(Entry):
    """What the value figures rest on."""

    rate: Annotated[float, Field(ge=-0.5, le=1, strict=False)] = 0.1
    years: Annotated[int, Field(ge=1, le=10)] = 3
    ramp: Annotated[
        list[Annotated[float, Field(ge=0, le=1, strict=False)]], Field(min_length=1, max_length=10)
    ] = [0.3, 0.7, 1.0]
    dependence: Annotated[float, Field(ge=0, lt=1, strict=False)] = 0.3
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None = None
    """Three letters, printed beside amounts; nothing is ever converted."""


class Assessment(Entry):
    """The interchange file, version 1, and the object every room above storage works with."""

    format: Literal["plumbline-assessment"] = "plumbline-assessment"
    version: Annotated[int, Field(ge=1, le=1)] = 1
    instrument: str
    edition: str
    language: Annotated[str, Field(pattern=CODE)] = SOURCE
    """What its screens and documents are in; absent for English."""
    organisation: Organisation
    privacy: Privacy = "by_camp"
    respondents: Annotated[list[Respondent], Field(max_length=500)]
    agreed: dict[str, Agreed] = {}
    parked: list[str] = []
    early: dict[str, Annotated[list[Camp], Field(max_length=2)]] = {}
    """Questions whose first vote ended before everybody present of these sides had voted."""
    initiatives: Annotated[list[Initiative], Field(max_length=200)] = []
    use_cases: Annotated[list[UseCase], Field(max_length=200)] = []
    assumptions: Assumptions | None = None
    commitments: Annotated[list[Commitment], Field(max_length=200)] = []
    roadmap: Roadmap | None = None
    ownership: Ownership | None = None
    ai_uses: Annotated[list[AiUse], Field(max_length=200)] = []
    risk_statement: RiskStatement | None = None
    charter: Charter | None = None

    @cached_property
    def camp_counts(self) -> dict[Camp, int]:
        """Respondents per camp who answered at least one item."""
        return {camp: sum(1 for r in self.respondents if r.camp == camp and r.responses) for camp in CAMPS}

    @property
    def single_view(self) -> bool:
        """True when exactly one person has answered."""
        return sum(self.camp_counts.values()) == 1


COUNTRY_LIMIT = 60

"""The instrument: what is asked, as frozen records.

Everything here is data of one edition in one language. The program knows no question by
name; it knows pillars, practices, levels and moves. Records are strict: a YAML `No` is not
a text and a `1` is not a title.
"""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from language.catalogues import CODE

Camp = Literal["business", "technology"]
CAMPS: tuple[Camp, Camp] = ("business", "technology")
Role = Literal["gate", "enabling"]
PortfolioClass = Literal["maintain", "improve", "transform"]
Direction = Literal["up", "down"]
HowSeen = Literal["own", "press", "summary"]

Code = Annotated[str, Field(pattern=r"^[A-Z]{2,5}-[0-9]{1,2}$")]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,31}$")]
Text = Annotated[str, Field(min_length=2, max_length=600)]
ShortText = Annotated[str, Field(min_length=2, max_length=90)]
Requirement = Annotated[str, Field(pattern=r"^[A-Z]{2,5}-[0-9]{1,2}:[2-5]$")]


class Record(BaseModel):
    """Base of all instrument records: strict types, unknown fields refused, frozen."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, populate_by_name=True)


class Kpi(Record):
    """A number that shows a move works: what it is, in which unit, which way is good, how measured."""

    name: ShortText
    unit: Annotated[str, Field(min_length=1, max_length=40)]
    direction: Direction
    how: Text
    leading: bool


class Move(Record):
    """An action that takes one practice from level `to` − 1 to level `to`.

    `lacking` completes the sentence "two practices hold you there: …" while the move is undone.
    `effort` is in person-weeks points, `weeks` in calendar weeks; both are our estimates.
    """

    to: Annotated[int, Field(ge=2, le=5)]
    title: ShortText
    lacking: ShortText
    steps: Annotated[list[Text], Field(min_length=2, max_length=5)]
    effort: Literal[1, 2, 3, 5, 8]
    weeks: Annotated[int, Field(ge=1, le=52)]
    lead: str
    supporting: list[str]
    kpi: Kpi
    evidence: Text
    portfolio: Annotated[PortfolioClass, Field(alias="class")]


class Discussion(Record):
    """One prompt for the room for each direction of a difference between the camps."""

    business_higher: Text
    technology_higher: Text


class Crosswalk(Record):
    """Identifiers (never text) of standards for which this practice's evidence is usually useful."""

    nist: list[str] = []
    iso42001: list[str] = []
    euaiact: list[str] = []


class Practice(Record):
    """One practice with its single item: two wordings, five situations, four moves."""

    code: Code
    title: ShortText
    stem: Text
    stem_technology: Text
    why: Text
    levels: Annotated[list[Text], Field(min_length=5, max_length=5)]
    evidence: Text
    discussion: Discussion
    ask: str
    key: bool = False
    predict: bool = False
    scaling: bool = False
    na_allowed: bool = False
    weight: Annotated[int, Field(ge=1, le=10)] = 1
    requires: dict[str, list[Requirement]] = {}
    crosswalk: Crosswalk = Crosswalk()
    sources: Annotated[list[str], Field(min_length=1)]
    moves: Annotated[list[Move], Field(min_length=4, max_length=4)]

    def situation(self, level: int) -> str:
        """The situation described by `level` (1..5)."""
        return self.levels[level - 1]

    def move(self, to: int) -> Move:
        """The move that reaches level `to` (2..5)."""
        return self.moves[to - 2]


class Pillar(Record):
    """A section of the instrument. `weight` is its share in the overall index."""

    code: Slug
    title: ShortText
    role: Role
    weight: Annotated[float, Field(gt=0, le=1)]
    why: Text
    practices: Annotated[list[Practice], Field(min_length=2)]

    @property
    def key_practices(self) -> list[Practice]:
        return [p for p in self.practices if p.key]


class LevelName(Record):
    """One of the five stages, with one sentence that says what it means."""

    name: ShortText
    meaning: Text


class ActivityItem(Record):
    """One of the activity questions; same shape of answer as a practice, no backing."""

    code: Code
    title: ShortText
    stem: Text
    levels: Annotated[list[Text], Field(min_length=5, max_length=5)]


class Choice(Record):
    """A named choice: a decision to be placed or an outcome to be ranked."""

    code: Slug
    title: ShortText
    meaning: Text


class Function(Record):
    """A function in the company and the camp it usually sits in."""

    code: Annotated[str, Field(min_length=2, max_length=20)]
    title: ShortText
    camp: Camp


class GlossaryEntry(Record):
    """A word that business and technology use differently, each meaning in one sentence.

    `forms` are the spellings that are looked for in the questions (lower case).
    """

    word: ShortText
    forms: Annotated[list[str], Field(min_length=1)]
    business: Text
    technology: Text


class Source(Record):
    """A source by its id, as it is printed in the product."""

    id: Annotated[str, Field(pattern=r"^[A-Z0-9]{2,8}$")]
    citation: Text
    interest: Text


class Figure(Record):
    """A published figure: context, never a percentile and never part of a score."""

    id: ShortText
    pillar: Slug
    statement: Text
    value: ShortText
    population: Text
    year: ShortText
    publisher: ShortText
    reported_by: ShortText
    how_seen: HowSeen
    interest: Text
    caveat: str | None = None


class Instrument(Record):
    """One edition in one language, complete and checked."""

    code: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{1,40}$")]
    edition: Annotated[str, Field(pattern=r"^[0-9]{4}\.[0-9]{1,3}$")]
    language: Annotated[str, Field(pattern=CODE)]
    title: ShortText
    purpose: Text
    limits: Text
    levels: Annotated[list[LevelName], Field(min_length=5, max_length=5)]
    pillars: Annotated[list[Pillar], Field(min_length=1)]
    activity: list[ActivityItem] = []
    decisions: list[Choice] = []
    outcomes: list[Choice] = []
    functions: Annotated[list[Function], Field(min_length=2)]
    sources: Annotated[list[Source], Field(min_length=1)]
    glossary: list[GlossaryEntry] = []
    figures: list[Figure] = []

    @cached_property
    def practices(self) -> dict[str, Practice]:
        """All practices by code, in the order they are asked."""
        return {p.code: p for pillar in self.pillars for p in pillar.practices}

    @cached_property
    def pillar_of(self) -> dict[str, Pillar]:
        """The pillar of each practice code."""
        return {p.code: pillar for pillar in self.pillars for p in pillar.practices}

    @cached_property
    def activity_items(self) -> dict[str, ActivityItem]:
        return {item.code: item for item in self.activity}

    @cached_property
    def function_titles(self) -> dict[str, str]:
        """Function code → title; also used for lead roles and roles in the decision map."""
        return {function.code: function.title for function in self.functions}

    def pillar(self, code: str) -> Pillar:
        """The pillar with this code; KeyError if there is none."""
        for pillar in self.pillars:
            if pillar.code == code:
                return pillar
        raise KeyError(code)

    def level_name(self, level: int) -> str:
        return self.levels[level - 1].name

"""The instrument: what is asked, as frozen records.

Everything here is data of one edition in one language. The program knows no question by
name; it knows pillars, practices, levels and moves. Records are strict: a YAML `No` is not
a text and a `1` is not a title.
"""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from assessment.instrument.base import Code, Edition, Record, Requirement, ShortText, Slug, Text
from assessment.instrument.moves import Move
from language.catalogues import CODE

Camp = Literal["business", "technology"]
CAMPS: tuple[Camp, Camp] = ("business", "technology")
Role = Literal["gate", "enabling"]
HowSeen = Literal["own", "press", "summary"]
Comparison = Literal["kept", "changed", "replaced"]


class Discussion(Record):
    """One prompt for the room for each direction of a difference between the camps."""

    business_higher: Text
    technology_higher: Text


class Crosswalk(Record):
    """Identifiers (never text) of standards for which this practice's evidence is usually useful."""

    nist: list[str] = Field(default_factory=list)
    iso42001: list[str] = Field(default_factory=list)
    euaiact: list[str] = Field(default_factory=list)


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
    na_reason: ShortText | None = None
    """The only reason for *does not apply*, where it is fixed."""
    weight: Annotated[int, Field(ge=1, le=10)] = 1
    requires: dict[str, list[Requirement]] = Field(default_factory=dict)
    crosswalk: Crosswalk = Field(default_factory=Crosswalk)
    sources: Annotated[list[str], Field(min_length=1)]
    moves: Annotated[list[Move], Field(min_length=4, max_length=4)]
    comparable_with: dict[Edition, Comparison] = Field(default_factory=dict)
    """Earlier editions: may answers be compared (*kept*), did a situation change, or is it another practice?"""

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
    head: ShortText | None = None
    """What its head is called where a person owns something; None: the title."""
    camp: Camp


class Definition(Record):
    """What a term means in the questions, shown where one of its `forms` (lower case) is read."""

    term: ShortText
    forms: Annotated[list[str], Field(min_length=1)]
    meaning: Text


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
    """A published figure: context, never a percentile and never part of a score.

    `theme` is the outcome or barrier of this instrument that the figure is about, if any.
    """

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
    theme: Slug | None = None


class Instrument(Record):
    """One edition in one language, complete and checked."""

    code: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{1,40}$")]
    edition: Edition
    language: Annotated[str, Field(pattern=CODE)]
    title: ShortText
    purpose: Text
    limits: Text
    rule: Text | None = None
    """How to choose among the situations."""
    window: Text | None = None
    """The time the questions are about."""
    nothing_yet: Text | None = None
    """What to choose where nothing has happened yet."""
    definitions: list[Definition] = Field(default_factory=list)
    levels: Annotated[list[LevelName], Field(min_length=5, max_length=5)]
    pillars: Annotated[list[Pillar], Field(min_length=1)]
    activity: list[ActivityItem] = Field(default_factory=list)
    decisions: list[Choice] = Field(default_factory=list)
    outcomes: list[Choice] = Field(default_factory=list)
    barriers: list[Choice] = Field(default_factory=list)
    functions: Annotated[list[Function], Field(min_length=2)]
    sources: Annotated[list[Source], Field(min_length=1)]
    glossary: list[GlossaryEntry] = Field(default_factory=list)
    figures: list[Figure] = Field(default_factory=list)

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
        """Function code → title: what people say they work in."""
        return {function.code: function.title for function in self.functions}

    @cached_property
    def role_titles(self) -> dict[str, str]:
        """Function code → who leads it: owners, leads, signers and the roles of the decision map."""
        return {function.code: function.head or function.title for function in self.functions}

    @cached_property
    def role_codes(self) -> dict[str, str]:
        """Code of a function by its title, what its head is called and the code itself, in lower case."""
        known = (self.function_titles, self.role_titles, {code: code for code in self.function_titles})
        return {words.casefold(): code for titles in known for code, words in titles.items()}

    @cached_property
    def in_days(self) -> bool:
        """Is effort given in person-days, the participants' apart?"""
        return any(move.days for practice in self.practices.values() for move in practice.moves)

    def pillar(self, code: str) -> Pillar:
        """The pillar with this code; KeyError if there is none."""
        for pillar in self.pillars:
            if pillar.code == code:
                return pillar
        raise KeyError(code)

    def level_name(self, level: int) -> str:
        return self.levels[level - 1].name

"""Records of forums: points of an agenda, and the kinds of forum that can be chosen beside the charter's."""

from typing import Annotated

from pydantic import Field

from assessment.instrument.base import Record, ShortText, Slug, Text

Minutes = Annotated[int, Field(ge=1, le=120)]


class AgendaPoint(Record):
    """A standing point of the forum's agenda."""

    code: Slug
    title: ShortText
    minutes: Minutes
    what: Text


class ForumKind(Record):
    """A kind of forum beside the charter's: who meets, how often and how long, what comes in and what comes out.

    `members` and `chair` are codes of the instrument's functions.
    """

    code: Slug
    title: ShortText
    purpose: Text
    members: Annotated[list[str], Field(min_length=2, max_length=20)]
    chair: str
    weeks: Annotated[int, Field(ge=1, le=52)]
    agenda: Annotated[list[AgendaPoint], Field(min_length=1, max_length=10)]
    brings: Annotated[list[Text], Field(min_length=1, max_length=10)]
    leaves: Annotated[list[Text], Field(min_length=1, max_length=10)]

    @property
    def minutes(self) -> int:
        """How long it meets: the sum of its agenda."""
        return sum(point.minutes for point in self.agenda)


class Forums(Record):
    """The kinds of forum that can be chosen beside the charter's."""

    kinds: Annotated[list[ForumKind], Field(min_length=1)]

"""A commitment: what one role has promised the others, and who backs it."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from assessment.entry import Day, Entry, MoveCode, Note
from language.translation import _

CommitmentStatus = Literal["open", "kept", "late", "dropped"]
COMMITMENT_STATUSES: tuple[CommitmentStatus, ...] = ("open", "kept", "late", "dropped")
TEXT_LIMIT = 300
MOST_LEADERS = 500


class Backers(Entry):
    """How many of those asked are in favour: counts, never names."""

    in_favour: Annotated[int, Field(ge=0, le=MOST_LEADERS)]
    asked: Annotated[int, Field(ge=1, le=MOST_LEADERS)]

    @model_validator(mode="after")
    def _those_in_favour_were_asked(self) -> "Backers":
        if self.in_favour > self.asked:
            raise ValueError(_("in_favour cannot be more than asked"))
        return self


class Commitment(Entry):
    """A commitment: which move, or what in words of its own; who, measured how, by when, and its outcome.

    Where it names a move, its owner and day are those of the move (`PlanRecords.planned`).
    """

    move: MoveCode | None = None
    text: Annotated[str, Field(min_length=1, max_length=TEXT_LIMIT)] | None = None
    owner: Annotated[str, Field(max_length=60)] | None = None
    metric: Note | None = None
    due: Day | None = None
    status: CommitmentStatus = "open"
    note: Note | None = None
    review: Day | None = None
    stands_behind: Backers | None = None

    @model_validator(mode="after")
    def _it_has_a_move_or_words(self) -> "Commitment":
        words = None if self.text is None else self.text.strip()
        if words == "" or (self.move is None) == (words is None):
            raise ValueError(_("a commitment has either a move or words of its own in text"))
        return self

    @property
    def subject(self) -> str:
        """The code of its move, or its own words: by this it is known in its list."""
        return self.move or self.text or ""

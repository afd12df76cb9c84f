"""The base class of an assessment's records, and constrained types for texts, days and money."""

from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from language.translation import _

NAME_LIMIT = 120
NOTE_LIMIT = 1_000
EVIDENCE_LIMIT = 200
ROLE_LIMIT = 60


def calendar_date(text: str) -> date | None:
    """The date written as YYYY-MM-DD, or None if there is no such day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _existing(text: str) -> str:
    if calendar_date(text) is None:
        raise ValueError(_("{text} is not a date").format(text=text))
    return text


Name = Annotated[str, Field(min_length=1, max_length=NAME_LIMIT)]
Note = Annotated[str, Field(max_length=NOTE_LIMIT)]
Evidence = Annotated[str, Field(max_length=EVIDENCE_LIMIT)]
"""What could be shown for an answer: a name or a link."""
Money = Annotated[float, Field(allow_inf_nan=False)]
Identifier = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$")]
Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(_existing)]
Role = Annotated[str, Field(min_length=1, max_length=ROLE_LIMIT)]
"""A function code of the instrument, or what another function calls itself."""
MoveCode = Annotated[str, Field(pattern=r"^[A-Z]{2,5}-[0-9]{1,2}:[2-5]$")]
"""A practice and the level its move reaches: "OWN-1:2"."""
PersonWeeks = Annotated[float, Field(ge=0, le=1_000, allow_inf_nan=False, strict=False)]


class Entry(BaseModel):
    """Base of all records here: strict, frozen, unknown fields refused."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, serialize_by_alias=True)

    def plain(self) -> dict[str, Any]:
        """As JSON-ready data, with what was never given left out."""
        return self.model_dump(mode="json", exclude_unset=True)

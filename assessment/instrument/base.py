"""The base of all data records, and the kinds of text and name they are made of."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Code = Annotated[str, Field(pattern=r"^[A-Z]{2,5}-[0-9]{1,2}$")]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,31}$")]
Text = Annotated[str, Field(min_length=2, max_length=600)]
ShortText = Annotated[str, Field(min_length=2, max_length=90)]
Edition = Annotated[str, Field(pattern=r"^[0-9]{4}\.[0-9]{1,3}$")]
Requirement = Annotated[str, Field(pattern=r"^[A-Z]{2,5}-[0-9]{1,2}:[2-5]$")]


class Record(BaseModel):
    """Base of all instrument records: strict types, unknown fields refused, frozen."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, populate_by_name=True)

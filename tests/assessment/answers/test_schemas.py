"""The published schemas are those of the program, and the finished example obeys its own."""

import json

import jsonschema
import pytest

from assessment.answers.schemas import schemas
from tests.paths import DATA


def test_what_is_published_is_what_the_records_say() -> None:
    published = {path.name: path.read_text(encoding="utf-8") for path in (DATA / "schema").glob("*.json")}
    assert published == schemas(), "run: python -m assessment.answers.schemas data/schema"


def test_the_finished_example_obeys_the_published_schema() -> None:
    schema = json.loads((DATA / "schema" / "assessment-1.json").read_text(encoding="utf-8"))
    example = json.loads((DATA / "example" / "northgate.json").read_text(encoding="utf-8"))
    jsonschema.validate(example, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(example | {"colour": "red"}, schema)

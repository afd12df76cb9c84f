"""The published JSON Schemas, generated from the records.

`python -m assessment.answers.schemas DIR` writes them; a test compares what is published with what is generated.
"""

import json
import sys
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from assessment.answers.records import Assessment
from assessment.instrument.model import (
    ActivityItem,
    Choice,
    Figure,
    Function,
    GlossaryEntry,
    Practice,
    Source,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SHAPES: dict[str, Any] = {
    "assessment-1.json": Assessment,
    "practice-1.json": Practice,
    "activity-1.json": list[ActivityItem],
    "choices-1.json": list[Choice],
    "functions-1.json": list[Function],
    "glossary-1.json": list[GlossaryEntry],
    "sources-1.json": list[Source],
    "figures-1.json": list[Figure],
}


def schemas() -> dict[str, str]:
    """File name → JSON Schema as text (sorted keys, two-space indent, trailing newline)."""
    return {
        name: json.dumps({"$schema": DIALECT} | TypeAdapter(shape).json_schema(), indent=2, sort_keys=True)
        + "\n"
        for name, shape in SHAPES.items()
    }


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for file_name, text in schemas().items():
        (folder / file_name).write_text(text, encoding="utf-8")

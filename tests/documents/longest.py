"""The example with every text that people type as long as it may be, in words and without any space."""

import json
from functools import lru_cache
from typing import Any

from assessment.answers.records import Assessment
from report.build.report import build_report
from report.model.report import Report
from tests.paths import EXAMPLE
from tests.reports import AS_OF
from tests.texts import real_instrument

LIMITS = {
    "name": 120, "owner": 60, "metric": 1000, "expected_result": 1000, "result": 1000, "blocked_by": 120, "kpi": 1000,
    "baseline": 1000, "goal": 1000, "milestone": 1000, "note": 1000, "evidence": 200, "limit": 1000, "used_by": 120,
    "vendor": 120, "purpose": 1000, "cadence": 120, "dissent": 1000,
}  # fmt: skip
"""Fields of the interchange file with the characters they may have."""


def long_text(field: str, number: int) -> str:
    """A text of full length that no other field has: words, or one word."""
    limit = LIMITS[field]
    start = f"{number} {field} "
    filling = "W" * limit if number % 3 == 0 else "considerably longer words " * limit
    return (start + filling)[:limit].strip()


@lru_cache(maxsize=1)
def longest() -> Report:
    """The report on it."""
    data: dict[str, Any] = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    numbers = iter(range(10_000))
    names: dict[str, str] = {}

    def filled(value: Any, field: str = "") -> Any:
        if isinstance(value, dict):
            return {key: filled(part, key) for key, part in value.items()}
        if isinstance(value, list):
            return [filled(part, field) for part in value]
        if isinstance(value, str) and field in LIMITS and not (field == "owner" and value.isupper()):
            return names.setdefault(value, long_text(field, next(numbers)))
        return value

    grown = filled(data)
    owned = grown["ownership"]["use_cases"]
    grown["ownership"]["use_cases"] = {names.get(name, name): owners for name, owners in owned.items()}
    assessment = Assessment.model_validate(grown)
    return build_report(real_instrument(), assessment, AS_OF, confidentiality="Confidential: " + "W" * 106)

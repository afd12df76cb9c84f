"""What a command of the operator said and how it ended."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Outcome:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Outcome]


def field(outcome: Outcome, name: str) -> str:
    """The value behind “name:” in what a command printed."""
    return next(line.partition(": ")[2] for line in outcome.out.splitlines() if line.startswith(f"{name}: "))

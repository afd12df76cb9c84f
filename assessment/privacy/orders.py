"""What was shown of outcomes and barriers in order, before they are shown again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assessment.answers.ranked import Ranked


@dataclass(frozen=True)
class KeptOrders:
    """The orders that the wall showed of one kind, by person, after so many submissions."""

    kind: Ranked
    after: int
    orders: Mapping[str, Sequence[str]]


def orders_before(
    kind: str, submitted: Sequence[Mapping[str, Any]], kept: Sequence[KeptOrders]
) -> list[Mapping[str, Any]]:
    """What was shown until now, oldest first: submissions, and what the wall showed between them, by person."""
    mine = [each for each in kept if each.kind == kind]
    found: list[Mapping[str, Any]] = []
    for number in range(len(submitted) + 1):
        found += [
            {person: {kind: list(order)} for person, order in each.orders.items()}
            for each in mine
            if each.after == number
        ]
        found += [submitted[number]] if number < len(submitted) else []
    return found

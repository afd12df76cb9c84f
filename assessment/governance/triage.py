"""Classification on an ordered scale of classes from answers of yes, no and unknown.

    >>> classify_answers(("low", "high"), {"fast": "high", "red": None}, {"fast": "unknown"})
    TriageResult(lowest='low', highest='high', reasons=(), open=('fast',))

A yes raises the class, an unknown might. Unanswered counts as unknown. A question that raises to None never
decides a class.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

YesNo = Literal["yes", "no", "unknown"]
Class = TypeVar("Class", bound=str)


@dataclass(frozen=True)
class TriageResult(Generic[Class]):
    """The possible classes: from `lowest` (the yeses alone) to `highest` (if all unknowns were yes)."""

    lowest: Class
    highest: Class
    reasons: tuple[str, ...]
    """Questions whose yes leads to `lowest`, in the order asked."""
    open: tuple[str, ...]
    """Unknown questions whose yes would raise the class above `lowest`, in the order asked."""

    @property
    def settled(self) -> Class | None:
        """The class, or None while an unknown answer could raise it."""
        return self.lowest if self.lowest == self.highest else None


def classify_answers(
    order: Sequence[Class], raises: Mapping[str, Class | None], answers: Mapping[str, YesNo]
) -> TriageResult[Class]:
    """Classifies by the `answers` to the questions in `raises` (code → class a yes raises to, in the order asked).

    `order` runs from the lightest class to the heaviest. Answers to unknown codes are ignored.
    """
    rank = {name: place for place, name in enumerate(order)}
    given = {code: answers.get(code, "unknown") for code in raises}
    deciding = {code: rank[to] for code, to in raises.items() if to is not None}
    lowest = max((place for code, place in deciding.items() if given[code] == "yes"), default=0)
    highest = max((place for code, place in deciding.items() if given[code] != "no"), default=0)
    return TriageResult(
        lowest=order[lowest],
        highest=order[highest],
        reasons=tuple(c for c, place in deciding.items() if given[c] == "yes" and place == lowest),
        open=tuple(c for c, place in deciding.items() if given[c] == "unknown" and place > lowest),
    )

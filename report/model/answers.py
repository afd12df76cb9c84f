"""Single answers, for the appendix of a report that may hold them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class AnswerRow:
    """One line of the appendix: one person's answer to one question."""

    person: str
    code: str
    title: str
    answer: str
    backing: str
    note: str

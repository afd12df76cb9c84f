"""View of single answers, for the appendix; there only where they may be shown."""

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
    evidence: str = ""
    """What could be shown for it: a name or a link."""

"""Titles whose lines are about equally long and end, where they can, at the end of a clause."""

from documents.pdf.engine.layout import TextBlock
from documents.pdf.engine.text import CUT

STEP, NARROWEST = 0.02, 0.5
"""By how much of the width lines are narrowed at a time, and to which part of it at most."""
CLAUSE = (".", ":", ";", ",")


class Title(TextBlock):
    """A text in as few lines as the width allows: those that end most clauses, and of these the narrowest."""

    def broken(self, width: float) -> list[str]:
        best = super().broken(width)
        if len(best) < 2 or best[-1].endswith(CUT):
            return best
        number, share = len(best), 1 - STEP
        while share >= NARROWEST:
            lines = super().broken(width * share)
            if len(lines) > number or lines[-1].endswith(CUT):
                break
            if _clauses(lines) >= _clauses(best):
                best = lines
            share -= STEP
        return best


def _clauses(lines: list[str]) -> int:
    return sum(line.endswith(CLAUSE) for line in lines[:-1])

"""What may be compared between two editions of an instrument (method, section 8).

The later edition says for each of its practices how it is related to the one before: *kept* (the same facts decide
each level), *changed* (at least one situation asks for something else) or *replaced* (another practice).
"""

from dataclasses import dataclass

from assessment.instrument.editions import number
from assessment.instrument.model import Instrument


@dataclass(frozen=True)
class Comparability:
    """Practices of the later round by whether their levels may be compared with those of the earlier one."""

    before: str
    after: str
    kept: tuple[str, ...]
    changed: tuple[str, ...]
    replaced: tuple[str, ...]

    @property
    def practices(self) -> int:
        """How many practices the later round asks about."""
        return len(self.kept) + len(self.changed) + len(self.replaced)


def comparability(before: Instrument, after: Instrument) -> Comparability | None:
    """Which practices of `after` may be compared with those of `before`; None within one edition.

    The edition with the higher number decides, whichever of the two was answered first. Missing data: a practice of
    which nothing is said counts as changed, one that the other edition does not have as replaced.

    >>> from tests.toy import toy_instrument
    >>> toy = toy_instrument()
    >>> later = toy.model_copy(update={"edition": "2026.2"})
    >>> found = comparability(toy, later)
    >>> comparability(toy, toy), found.kept, len(found.changed)
    (None, (), 11)
    """
    if before.edition == after.edition:
        return None
    later, earlier = sorted((before, after), key=lambda one: number(one.edition), reverse=True)
    said: dict[str, list[str]] = {"kept": [], "changed": [], "replaced": []}
    for code in after.practices:
        known = code in before.practices
        how = later.practices[code].comparable_with.get(earlier.edition, "changed") if known else "replaced"
        said[how].append(code)
    kept, changed, replaced = (tuple(said[how]) for how in ("kept", "changed", "replaced"))
    return Comparability(before.edition, after.edition, kept, changed, replaced)

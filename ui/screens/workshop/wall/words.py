"""What a vote shows, in words: the finding that stands over it, and how far the answers lie apart."""

from collections.abc import Mapping, Sequence

from assessment.instrument.model import Camp
from assessment.privacy import WITHHELD
from assessment.workshop.meeting import in_words
from language.translation import _, lazy, lazy_table, ngettext
from report.text.alignment.findings import is_large
from report.text.alignment.sentences import distance_in_words, levels_in_words
from report.text.narrative import sentence
from scoring.alignment.agreement import SpreadWord
from services.workshop.room.spread import Counts, VoteSpread

DISTANCE: Mapping[SpreadWord, str] = lazy_table(
    {
        "close": lazy("Close agreement: typically {distance} away from the middle answer."),
        "mixed": lazy("Mixed answers: typically {distance} away from the middle answer."),
        "apart": lazy("Wide spread: typically {distance} away from the middle answer."),
    }
)


def finding(found: VoteSpread) -> str:
    """The one thing to see: a difference between the sides of a level or more, else from where to where."""
    gap = _gap(found.sides)
    if gap is not None and is_large(gap):
        text = (
            _("Technology answers {levels} higher than business")
            if gap > 0
            else _("Business answers {levels} higher than technology")
        )
        return text.format(levels=levels_in_words(abs(gap)))
    if found.range is None:
        return _("Nobody chose a level")
    low, high = found.range
    if low == high:
        everybody = sum(found.levels) == found.people
        text = _("Everyone chose level {n}") if everybody else _("All who chose a level chose {n}")
        return text.format(n=low)
    return _("Answers run from level {low} to level {high}").format(low=low, high=high)


def distance(found: VoteSpread, before: VoteSpread | None) -> str:
    """The typical distance, in a word from five leaders on, and what it was in the first vote."""
    said = []
    if found.deviation:  # where all chose the same level the finding says it already
        text = DISTANCE[found.word] if found.word else _("Typically {distance} away from the middle answer.")
        said.append(text.format(distance=distance_in_words(found.deviation)))
    if found.deviation is not None and before is not None and before.deviation:
        text = _("In the first vote: {distance}.")
        said.append(text.format(distance=distance_in_words(before.deviation)))
    return " ".join(said)


def from_to(levels: Sequence[int]) -> str:
    """“2 to 4”, “3”, or that nobody chose a level; `levels` are counts for 1..5."""
    chosen = [level for level, count in enumerate(levels, 1) if count]
    if not chosen:
        return _("no level")
    if chosen[0] == chosen[-1]:
        return str(chosen[0])
    return _("{low} to {high}").format(low=chosen[0], high=chosen[-1])


def apart(found: VoteSpread) -> list[str]:
    """Who gave no level, as sentences; empty when everybody did."""
    said = []
    if found.dont_know:
        text = ngettext("{n} person does not know.", "{n} people do not know.", found.dont_know)
        said.append(text.format(n=sentence(in_words(found.dont_know))))
    if found.not_applicable:
        text = ngettext(
            "{n} person says it does not apply.", "{n} people say it does not apply.", found.not_applicable
        )
        said.append(text.format(n=sentence(in_words(found.not_applicable))))
    return said


def left_out(found: VoteSpread) -> str:
    """That votes of people who came later are not in the picture; empty when all are."""
    return _("Later votes: {withheld}").format(withheld=_(WITHHELD)) if found.left_out else ""


def levels_from_to(levels: Sequence[int]) -> str:
    """“levels 2 to 4”, “level 3”, or that nobody chose one: where a bare number would be read as a count."""
    chosen = sum(1 for count in levels if count)
    if not chosen:
        return from_to(levels)
    words = _("level {level}") if chosen == 1 else _("levels {level}")
    return words.format(level=from_to(levels))


def _gap(sides: Mapping[Camp, Counts] | None) -> float | None:
    """Technology's average minus business's, of what is shown."""
    if sides is None or not all(sum(counts) for counts in sides.values()):
        return None
    means = {
        camp: sum(level * count for level, count in enumerate(counts, 1)) / sum(counts)
        for camp, counts in sides.items()
    }
    return means["technology"] - means["business"]

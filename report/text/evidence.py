"""Names of evidence types, for screens and documents."""

from collections.abc import Mapping

from assessment.answers.records import Backing
from language.translation import _, lazy, lazy_table
from scoring.levels.results import PracticeResult

BACKING_WORDS: Mapping[Backing, str] = lazy_table(
    {
        "opinion": lazy("opinion: nothing to show yet"),
        "document": lazy("document: written down or named"),
        "number": lazy("number: a figure could be shown now"),
    }
)


def backing_words(found: PracticeResult) -> str:
    """The evidence type of a practice's answer, in words."""
    if found.state == "not_known":
        return _("not known")
    if found.described is None or found.described < 2.5 + 1e-9:
        return _("no backing asked below level 3")
    return BACKING_WORDS[found.backing] if found.backing else _("nothing recorded")

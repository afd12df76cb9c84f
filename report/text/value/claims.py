"""Sentences about what is missing from the claim of a use case."""

from collections.abc import Mapping

from language.translation import _, lazy, lazy_table
from scoring.value.claims import ClaimPart, ValueTest

MISSING: Mapping[ClaimPart, str] = lazy_table(
    {
        "lever": lazy("Nobody could say how this cuts cost or grows revenue."),
        "metric": lazy("Nobody could say which figure would show the gain."),
        "owner": lazy("Nobody is named to answer for the gain."),
        "date": lazy("There is no date for the gain."),
        "baseline": lazy("Today’s figure has not been measured."),
        "target": lazy("No target is set."),
    }
)


def claim_words(test: ValueTest) -> tuple[str, ...]:
    """The outcome of the value test, then a sentence for each part missing or still open."""
    if not test.passed:
        head = _("The value test is not passed.")
    elif test.open:
        head = _("The value test is passed, with open points.")
    else:
        head = _("The value test is passed.")
    return (head, *(MISSING[part] for part in (*test.missing, *test.open)))

"""Sentences about the benchmark, for screens and documents."""

from language.translation import _, lazy, lazy_table
from report.model.benchmark import BenchmarkView
from scoring.comparison.benchmark import FEWEST, NEW_ONES, BenchmarkPosition

MEDIAN = lazy_table(
    {
        -1: lazy("below the middle of the {n} other organisations assessed here"),
        0: lazy("near the middle of the {n} other organisations assessed here"),
        1: lazy("above the middle of the {n} other organisations assessed here"),
    }
)
THIRDS = (lazy("lowest third"), lazy("middle third"), lazy("highest third"))
QUARTERS = (
    lazy("lowest quarter"),
    lazy("second lowest quarter"),
    lazy("second highest quarter"),
    lazy("highest quarter"),
)
PLACES = {"median": (lazy("below the middle"), lazy("near the middle"), lazy("above the middle"))}


def others_sentence(index: float | None, found: BenchmarkView) -> str | None:
    """“Your index of 36 lies in the second lowest quarter of the 23 other organisations …”; None without a place."""
    if found.overall is None or index is None:
        return None
    return _("Your index of {index} is {place}.").format(index=round(index), place=_among(found.overall))


def limits_sentence() -> str:
    """The limits of the benchmark; shown with every benchmark sentence."""
    return _(
        "They chose to be assessed here and are not a market sample, so this is not a market rank. It uses "
        "one submitted result from each and changes only when {n} more have joined."
    ).format(n=_five(NEW_ONES))


def silence_sentence(found: BenchmarkView) -> str:
    """Why there is no benchmark position."""
    if found.waiting:
        return _(
            "Your result joins the comparison once {n} more organisations have submitted theirs here. They "
            "join {n} at a time, so that no single result can be worked out."
        ).format(n=_five(NEW_ONES))
    return _(
        "There is no comparison yet: it needs at least {n} other organisations with a submitted result "
        "here, and no single browser may own too many of them."
    ).format(n=_five(FEWEST))


def place_words(found: BenchmarkPosition) -> str:
    """The place alone: “second lowest quarter”, “about 40 in 100 lie lower”."""
    if found.grain == "percentile":
        return _("about {n} in 100 are lower").format(n=found.place)
    if found.grain == "median":
        return _(PLACES["median"][found.place + 1])
    return _((THIRDS if found.grain == "thirds" else QUARTERS)[found.place - 1])


def _among(found: BenchmarkPosition) -> str:
    if found.grain == "median":
        return MEDIAN[found.place].format(n=found.of)
    if found.grain == "percentile":
        return _("above that of about {place} in 100 of the {n} other organisations assessed here").format(
            place=found.place, n=found.of
        )
    return _("in the {part} of the {n} other organisations assessed here").format(
        part=place_words(found), n=found.of
    )


def _five(number: int) -> str:
    return _("five") if number == 5 else str(number)

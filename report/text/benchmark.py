"""Sentences about the benchmark, for screens and documents."""

from language.translation import _, lazy, lazy_table
from report.model.benchmark import BenchmarkView
from scoring.comparison.benchmark import FEWEST, NEW_ONES, BenchmarkPosition

MEDIAN = lazy_table(
    {
        -1: lazy("below the middle of the {n} other organisations assessed in this installation"),
        0: lazy("near the middle of the {n} other organisations assessed in this installation"),
        1: lazy("above the middle of the {n} other organisations assessed in this installation"),
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
    return _("Your index of {index} lies {place}.").format(index=round(index), place=_among(found.overall))


def limits_sentence() -> str:
    """The limits of the benchmark; shown with every benchmark sentence."""
    return _(
        "They chose to be assessed here and are no sample of any market, so this is no rank in one. It rests on "
        "submitted results, one of each organisation, and moves only when {n} more have joined."
    ).format(n=_five(NEW_ONES))


def silence_sentence(found: BenchmarkView) -> str:
    """Why there is no benchmark position."""
    if found.waiting:
        return _(
            "This result joins the comparison with the other organisations of this installation once {n} more have "
            "submitted theirs. New ones join {n} at a time, so that nobody’s result can be worked out."
        ).format(n=_five(NEW_ONES))
    return _(
        "Nothing is said about other organisations yet: it takes at least {n} others with a submitted result in "
        "this installation, and none of them behind too many."
    ).format(n=_five(FEWEST))


def place_words(found: BenchmarkPosition) -> str:
    """The place alone: “second lowest quarter”, “about 40 in 100 lie lower”."""
    if found.grain == "percentile":
        return _("about {n} in 100 lie lower").format(n=found.place)
    if found.grain == "median":
        return _(PLACES["median"][found.place + 1])
    return _((THIRDS if found.grain == "thirds" else QUARTERS)[found.place - 1])


def _among(found: BenchmarkPosition) -> str:
    if found.grain == "median":
        return MEDIAN[found.place].format(n=found.of)
    if found.grain == "percentile":
        return _(
            "above that of about {place} in 100 of the {n} other organisations assessed in this installation"
        ).format(place=found.place, n=found.of)
    return _("in the {part} of the {n} other organisations assessed in this installation").format(
        part=place_words(found), n=found.of
    )


def _five(number: int) -> str:
    return _("five") if number == 5 else str(number)

"""How then and now are compared, and how one organisation is set among the others."""

from language.numbers import percent
from language.translation import _
from scoring.comparison.benchmark import DOMINATED, FEWEST, NEW_ONES
from scoring.comparison.progress import GAP_NOISE, SPREAD_NOISE
from ui.kit.html import heading, labelled, show


def compared() -> None:
    """The rules of Progress, with their numbers."""
    show(
        heading(_("What counts as a change"), 2, "change"),
        labelled(
            [
                (_("Then and now"), _moved()),
                (_("Another edition"), _("Where other questions were asked then, levels and indices are shown side by side and no change is claimed. Only practices that both editions ask alike are compared.")),
                (_("Commitments"), _("A commitment said to be kept counts as kept only where the leaders now describe the level it was to reach.")),
                (_("Among the others"), _among()),
                (_("Whom it protects"), _protected()),
            ]
        ),
    )  # fmt: skip


def _moved() -> str:
    return _(
        "A level or an index has moved only if today’s value lies outside the plausible range of then, and that of "
        "then outside today’s. One person alone has no range, so nothing counts. The AI strategy gap has moved from "
        "{gap} points, and the distance between leaders from {spread} of a level on; both thresholds are ours."
    ).format(gap=round(GAP_NOISE), spread=SPREAD_NOISE)


def _among() -> str:
    return _(
        "The share of other organisations of this installation with a lower index, those with the same counted by "
        "half; one result of each organisation, its newest submitted, in whole points. With {fewest} to 9 others: "
        "above, near or below the middle (near is 40 to 60 in 100); with 10 to 19 thirds, with 20 to 49 quarters, "
        "from 50 on rounded to five in a hundred, never below 5 or above 95."
    ).format(fewest=FEWEST)


def _protected() -> str:
    return _(
        "Nothing is said below {fewest} others, nor where one browser owns more than {share} of them. Counts are "
        "published when {new} more organisations have joined, and an organisation is told its place only once its "
        "own result is among them; so nobody’s result can be found by comparing two days or by trying answers out."
    ).format(fewest=FEWEST, share=percent(DOMINATED), new=NEW_ONES)

"""How then and now are compared, and how one organisation is set among the others."""

from language.numbers import percent
from language.translation import _
from scoring.comparison.benchmark import DOMINATED, FEWEST, NEW_ONES
from scoring.comparison.progress import GAP_NOISE, SPREAD_NOISE
from ui.kit.html import heading, labelled, show


def compared() -> None:
    """The rules of Progress, with their numbers."""
    show(
        heading(_("What counts as change"), 2, "change"),
        labelled(
            [
                (_("Then and now"), _moved()),
                (_("Another edition"), _("Where other questions were asked then, levels and indices are shown side by side and no change is claimed. Only practices that both editions ask alike are compared.")),
                (_("Commitments"), _("A kept commitment counts only if leaders now describe the level it was to reach.")),
                (_("Compared with others"), _among()),
                (_("How others stay anonymous"), _protected()),
            ]
        ),
    )  # fmt: skip


def _moved() -> str:
    return _(
        "A level or index has changed only if each value is outside the other’s plausible range. One person "
        "has no range, so nothing counts. The AI strategy gap has changed from {gap} points, and the "
        "distance between leaders from {spread} levels; both thresholds are ours."
    ).format(gap=round(GAP_NOISE), spread=SPREAD_NOISE)


def _among() -> str:
    return _(
        "The share of other organisations in this installation with a lower index, ties counting half, "
        "using each one’s latest submission in whole points. With {fewest} to 9 others: above, near (40 to "
        "60 in 100) or below the middle. With 10 to 19: thirds; 20 to 49: quarters; from 50: rounded to "
        "five in a hundred, between 5 and 95."
    ).format(fewest=FEWEST)


def _protected() -> str:
    return _(
        "Nothing is said with fewer than {fewest} others, or if one browser owns more than {share} of them. "
        "Counts are published when {new} more organisations have joined, and you see your position only "
        "once your own result is included."
    ).format(fewest=FEWEST, share=percent(DOMINATED), new=NEW_ONES)

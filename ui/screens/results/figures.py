"""Published figures beside one's own result: context with its population, never a rank."""

from assessment.instrument.model import Figure
from language.translation import _, lazy, lazy_table
from ui.kit.html import HtmlFragment, fold, labelled, paragraph

SEEN = lazy_table(
    {
        "own": lazy("We read the original."),
        "press": lazy("We read press reports, not the study."),
        "summary": lazy("We read a summary, not the study."),
    }
)


def figure_fold(figure: Figure) -> HtmlFragment:
    """One figure: what it says, about whom, from when, and how far to trust it."""
    return fold(
        figure.statement,
        labelled(
            [
                (_("Who was asked"), figure.population),
                (_("Year"), figure.year),
                (_("Published by"), figure.publisher),
                (_("Reported by"), figure.reported_by),
                (_("What we read"), SEEN[figure.how_seen]),
                (_("Whose interest it serves"), figure.interest),
                (_("Caution"), figure.caveat or ""),
            ]
        ),
        paragraph(_("Other people answered other questions: this is context, not a ranking."), kind="muted"),
        aside=f"{figure.publisher}, {figure.year}",
        kind="figure",
    )

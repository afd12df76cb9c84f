"""The findings about a roadmap as sentences, made once for screen and document alike."""

from collections.abc import Mapping

from assessment.words import _
from scoring.roadmap_checks import Fault, Finding

SENTENCES: Mapping[Fault, str] = {
    "no_owner": _("Nobody is named for “{item}”. Name one person who answers for it."),
    "no_metric": _("“{item}” has no number by which you would see that it works."),
    "no_review": _("“{item}” has no review on or after the day it is finished."),
    "too_early": _(
        "“{item}” starts on day {found}, but what it needs, “{needs}”, is finished on day {limit}."
    ),
    "over_capacity": _(
        "{owner} carries {found} person-weeks in four weeks from day {day}, and can carry {limit}."
    ),
    "too_late": _("“{item}” ends on day {found}, after the {limit} days of the roadmap."),
    "no_visible_win": _("Nothing people will notice is finished within {limit} days."),
    "too_many_bars": _("There are {found} bars; more than {limit} at once are hard to lead."),
}


def finding_sentence(finding: Finding, titles: Mapping[str, str], roles: Mapping[str, str]) -> str:
    """One finding in a sentence. `titles` are the items’ by key, `roles` the owners’ by code; what has neither
    is named as it is. Both may come from people, so the sentence has to be escaped where it is shown."""
    return SENTENCES[finding.code].format(
        item=titles.get(finding.key or "", finding.key),
        needs=titles.get(finding.needs or "", finding.needs),
        owner=roles.get(finding.owner or "", finding.owner),
        day=finding.day,
        found=_figure(finding.found),
        limit=_figure(finding.limit),
    )


def _figure(value: float | None) -> str:
    """Whole numbers without a decimal, others with one."""
    return "" if value is None else f"{value:.1f}".removesuffix(".0")

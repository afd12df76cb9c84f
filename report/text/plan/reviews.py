"""The reviews of the roadmap, in words, for its calendar file."""

from language.translation import _
from report.model.roadmap import PlannedItem, RoadmapView
from report.text.plan.roadmap import measure, span


def review_title(one: PlannedItem) -> str:
    """The name of a review in a calendar."""
    return _("Review: {title}").format(title=one.title)


def review_notes(view: RoadmapView, one: PlannedItem) -> list[str]:
    """What a review looks at, line by line. Only functions are named: another owner may be a person’s name."""
    known = one.item.owner in view.roles
    lines = [
        _("Owner: {owner}").format(owner=one.owner) if known else "",
        _("Measured by: {measure}").format(measure=measure(one)) if one.item.metric else "",
        _("Done when there is: {milestone}").format(milestone=one.item.milestone)
        if one.item.milestone
        else "",
        _("Planned: {span}").format(span=span(one)),
    ]
    return [line for line in lines if line]

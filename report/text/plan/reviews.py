"""The reviews of the roadmap, in words, for its calendar file."""

from language.translation import _
from report.model.roadmap import PlannedCommitment, PlannedItem, RoadmapView
from report.text.plan.roadmap import measure, span
from report.text.value.verdicts import VERDICTS


def review_title(one: PlannedItem) -> str:
    """The name of a review in a calendar."""
    return _("Review: {title}").format(title=one.title)


def promise_title(made: PlannedCommitment) -> str:
    """The name of a commitment in a calendar."""
    return _("Commitment: {title}").format(title=made.title)


def promise_notes(view: RoadmapView, made: PlannedCommitment) -> list[str]:
    """Who leads it and how it is measured. Only functions are named, as for a review."""
    owner, metric = made.commitment.owner, made.commitment.metric
    lines = [
        _("Owner: {owner}").format(owner=made.owner) if owner in view.roles else "",
        _("Measure: {measure}").format(measure=metric) if metric else "",
    ]
    return [line for line in lines if line]


def review_notes(view: RoadmapView, one: PlannedItem) -> list[str]:
    """What a review looks at, line by line. Only functions are named: another owner may be a person’s name."""
    known = one.item.owner in view.roles
    lines = [
        _("Owner: {owner}").format(owner=one.owner) if known else "",
        _("Measure: {measure}").format(measure=measure(one)) if one.item.metric else "",
        _("Evidence of completion: {milestone}").format(milestone=one.item.milestone)
        if one.item.milestone
        else "",
        _("Planned: {span}").format(span=span(one)),
        f"{VERDICTS[one.verdict.verdict]}. {one.verdict.words}" if one.verdict else "",
    ]
    return [line for line in lines if line]

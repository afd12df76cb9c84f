"""The finding on who carries the first 180 days, and what its chart says in words."""

from collections.abc import Sequence

from language.dates import long_date, short_date
from language.lists import listed
from language.translation import _, ngettext
from report.model.report import Report
from report.model.roadmap import PlannedCommitment, RoadmapView
from report.text.narrative import count, sentence
from report.text.plan.roadmap import short_of, win_words
from report.text.playbook.plan.lanes import Lane, heaviest_load, lanes, review_marks
from scoring.plan.roadmap_checks import RoadmapFinding

NAMED_AT_MOST = 3


def overbooked(view: RoadmapView) -> list[RoadmapFinding]:
    """Who carries more than they can, the heaviest first."""
    found = [finding for finding in view.findings if finding.code == "over_capacity"]
    return sorted(found, key=lambda finding: -(finding.found or 0) / (finding.limit or 1))


def load_finding(report: Report) -> str:
    """“Operations is overbooked: 21 days of work in four weeks, capacity for 15”, or that nobody is."""
    view = report.roadmap
    if view is None or not view.items:
        return ""
    over = overbooked(view)
    names = [view.roles.get(finding.owner or "", finding.owner or "") for finding in over]
    if len(over) == 1:
        load, capacity = heaviest_load(report, view, over[0].owner or "")
        return _("{owner} is overbooked: {load} of work in four weeks, capacity for {capacity}").format(
            owner=sentence(names[0]), load=load, capacity=capacity
        )
    if len(over) > NAMED_AT_MOST:
        return _("{n} owners are overbooked, most of all {owner}").format(
            n=sentence(count(len(over))), owner=names[0]
        )
    if over:
        return _("{owners} are overbooked in some weeks").format(owners=sentence(listed(names)))
    return _("{items}, and {load}").format(items=_items(view), load=_nobody(view))


def _items(view: RoadmapView) -> str:
    """“In 180 days, 14 items reach level 3”."""
    n = len(view.items)
    if view.level is not None and view.reaches is not None and view.reaches > view.level:
        text = ngettext(
            "In 180 days, {n} item reaches level {level}", "In 180 days, {n} items reach level {level}", n
        )
        return text.format(n=count(n), level=view.reaches)
    text = ngettext("In 180 days, {n} item is planned", "In 180 days, {n} items are planned", n)
    return text.format(n=count(n))


def _nobody(view: RoadmapView) -> str:
    unowned = sum(not one.item.owner for one in view.items)
    if not unowned:
        return _("nobody is overbooked")
    if unowned == len(view.items):
        return ngettext("it has no owner yet", "none has an owner yet", unowned)
    return ngettext("{n} has no owner yet", "{n} have no owner yet", unowned).format(n=count(unowned))


def load_lead(report: Report) -> str:
    """The visible win, what the plan lacks, and whose capacity is not entered."""
    view = report.roadmap
    if view is None:
        return ""
    return " ".join(part for part in (win_words(view), short_of(view), _assumed(view)) if part)


def _assumed(view: RoadmapView) -> str:
    owners = {one.item.owner for one in view.items if one.item.owner}
    assumed = [view.roles.get(owner, owner) for owner in sorted(owners & view.assumed)]
    if not assumed:
        return ""
    if len(assumed) == len(owners):
        return _("Nobody’s capacity is entered, so full time is assumed.")
    return _("Full time is assumed for {owners}, whose capacity is not entered.").format(
        owners=listed(assumed)
    )


def lanes_in_words(report: Report, found: Sequence[Lane]) -> str:
    """The chart for those who do not see it: the finding, then owner by owner."""
    said = [load_finding(report)]
    for lane in found:
        head = f"{lane.owner}, {lane.load}" if lane.load else lane.owner
        said.append(f"{head}: {'; '.join(bar.words for bar in lane.bars)}")
    return ". ".join(said) + "."


def lanes_key(report: Report) -> str:
    """What the signs of the chart mean, as far as they are on it."""
    view = report.roadmap
    if view is None:
        return ""
    found, marks = lanes(report), review_marks(report)
    parts = [
        (
            any(bar.on_path for lane in found for bar in lane.bars),
            _("Dark edge: on the path of least effort."),
        ),
        (
            any(bar.committed is not None for lane in found for bar in lane.bars),
            _("Triangle: day the owner has committed to."),
        ),
        (bool(marks), _("Diamond: review.")),
        (
            any(mark.next for mark in marks),
            _("Large diamond: next review, {day}.").format(day=long_date(report.review_on)),
        ),
        (
            any(lane.steps for lane in found),
            _("Under the items: the owner’s load; the dashed line is their capacity."),
        ),
        (any(lane.over for lane in found), _("Hatched: more than they can carry.")),
    ]
    return " ".join(words for there, words in parts if there)


def not_drawn_sentence(hidden: int) -> str:
    """How many items have no room on the chart."""
    text = ngettext(
        "{n} item is not drawn: see the annex.", "{n} items are not drawn: see the annex.", hidden
    )
    return sentence(text.format(n=count(hidden)))


def beside_chart(report: Report) -> list[str]:
    """What is planned or committed and has no bar, in a sentence each."""
    view = report.roadmap
    if view is None:
        return []
    drawn = {bar.key for lane in lanes(report) for bar in lane.bars if bar.committed is not None}
    made = [
        one
        for one in view.commitments
        if one.commitment.move not in drawn and one.commitment.status in ("open", "late")
    ]
    later = [_("“{title}”").format(title=one.title) for one in view.later]
    lines = [
        (later, _("Later than day 180, for lack of capacity: {items}.")),
        ([_made(one) for one in made], _("Committed besides: {items}.")),
    ]
    return [text.format(items=_some(items)) for items, text in lines if items]


def _made(one: PlannedCommitment) -> str:
    due = _("by {day}").format(day=short_date(one.due_on)) if one.due_on else ""
    about = ", ".join(part for part in (one.owner, due) if part)
    return _("“{title}” ({about})").format(title=one.title, about=about) if about else one.title


def _some(items: Sequence[str]) -> str:
    """A few, and how many more; the annex has all."""
    more = len(items) - NAMED_AT_MOST
    if more < 2:
        return listed(items)
    rest = _("{n} more (see the annex)").format(n=count(more))
    return listed([*items[:NAMED_AT_MOST], rest])

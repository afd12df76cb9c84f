"""The roadmap as plain data, for `score --json`. Days are counted from its first day; efforts have one decimal."""

from typing import Any

from report.model.report import Report
from report.model.roadmap import PlannedItem

EFFORT = 1
PROMISE = {"move", "owner", "metric", "due", "status"}
Json = dict[str, Any]


def roadmap(report: Report) -> Json | None:
    """Bars by first day, later items, visible win and findings; None if nothing is planned."""
    view = report.roadmap
    if view is None or not (view.items or view.later):
        return None
    return {
        "target": view.target,
        "reaches": view.reaches,
        "bars": [_bar(one) for one in view.items],
        "later": [one.key for one in view.later],
        "win": view.win,
        "findings": [finding.code for finding in view.findings],
    }


def promised(report: Report) -> Json:
    """The commitments that were not given up, with owner and day; absent while there is none."""
    made = report.roadmap.commitments if report.roadmap else ()
    kept = [one.commitment for one in made if one.commitment.status != "dropped"]
    return {"promised": [one.model_dump(include=PROMISE, exclude_none=True) for one in kept]} if kept else {}


def _bar(one: PlannedItem) -> Json:
    bar = one.bar
    dated = {"due": one.review_on.isoformat()} if one.review_on else {}
    return dated | {
        "key": one.key,
        "start_day": bar.start if bar else None,
        "end_day": bar.end if bar else None,
        "review_day": bar.review if bar else None,
        "owner": one.item.owner,
        "phase": bar.phase if bar else None,
        "effort": round(one.item.effort, EFFORT),
    }

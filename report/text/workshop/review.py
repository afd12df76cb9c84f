"""What the sheet for the review is filled in with."""

from typing import NamedTuple

from language.dates import long_date
from language.numbers import shortest
from language.translation import _
from report.model.report import Report
from report.text.plan.roadmap import measure
from scoring.levels.results import MEAN

PROMISES_AT_MOST = 12


class Promised(NamedTuple):
    """Something agreed, in words: what, who, by which measure, and when."""

    what: str
    who: str
    measure: str
    due: str


def promised(report: Report) -> list[Promised]:
    """The commitments still open, by day; without any, the decisions asked of the board."""
    view = report.roadmap
    made = [one for one in view.commitments if one.commitment.status in ("open", "late")] if view else []
    if made:
        return [
            Promised(
                one.title, one.owner, one.commitment.metric or "", long_date(one.due_on) if one.due_on else ""
            )
            for one in sorted(made, key=lambda one: (one.due_on is None, one.due_on))
        ][:PROMISES_AT_MOST]
    planned = {item.key: item for item in (*view.items, *view.later)} if view else {}
    return [
        Promised(
            one.card.move.title,
            one.owner,
            measure(planned[one.card.key]) if one.card.key in planned else one.card.move.kpi.name,
            long_date(one.due) if one.due else "",
        )
        for one in report.decisions_asked
    ][:PROMISES_AT_MOST]


def to_ask_again(report: Report) -> list[tuple[str, str]]:
    """The practices that limit the level, each with its level then."""
    result = report.result
    found = [result.practices[code] for code in result.held_by if code != MEAN]
    titles = report.instrument.practices
    return [
        (
            titles[one.code].title,
            _("level {level}").format(level=shortest(one.level)) if one.level else _("not known"),
        )
        for one in found
    ]

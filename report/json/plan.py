"""The gaps to close first and the cheapest path as plain data, for `score --json`.

Impact with one decimal, stability with two (it comes from 5,000 draws), effort in person-weeks with one. Each
function returns the value and, where it is None, the reason.
"""

from typing import Any

from assessment.privacy import WITHHELD
from language.translation import _
from report.json.alignment import rounded
from report.model.plan import AskedMove, OpenGap
from report.model.report import Report
from scoring.plan.ranking import CLOSE_CALL

IMPACT, STABILITY, EFFORT = 1, 2, 1
Json = dict[str, Any]


def gaps(report: Report) -> tuple[list[Json] | None, str]:
    """The gaps in their order; None where no distance between the leaders may be shown."""
    if not report.result.single_view and not (report.disclosure.spread or report.disclosure.sides):
        return None, _(WITHHELD)
    return [_gap(found) for found in report.gaps], ""


def _gap(found: OpenGap) -> Json:
    gap = found.gap
    entry: Json = {
        "code": gap.code,
        "impact": rounded(gap.impact, IMPACT),
        "bindingness": gap.bindingness,
        "stability": rounded(gap.stability, STABILITY, at_least=(CLOSE_CALL,)),
        "tags": list(found.tags),
    }
    if gap.impact is None:
        entry["withheld"] = _("One person answered, so there are no two sides to compare.")
    elif gap.stability is None:
        entry["withheld"] = _("Without a level, the certainty of this gap’s place cannot be calculated.")
    return entry


def decisions_asked(report: Report) -> list[Json]:
    """The moves the board is asked to decide, all of the path in its order, with the owner’s role and the last day planned."""
    return [
        {"move": one.card.key, "owner": one.role, "due": one.due.isoformat() if one.due else None}
        | _not_yet(one)
        for one in report.decisions_asked
    ]


def _not_yet(one: AskedMove) -> Json:
    missing = [] if one.role else [_("Nobody is named yet.")]
    missing += [] if one.due else [_("It has no day on the roadmap yet.")]
    return {"withheld": " ".join(missing)} if missing else {}


def path(report: Report) -> tuple[Json | None, str]:
    """The cheapest path to the level aimed at; None without a level or where there is nothing to improve."""
    if report.path is None:
        return None, ""
    found = report.path.found
    if found.state != "found":
        reasons = {
            "complete": _("Level 5 is reached; no move can raise the level."),
            "reached": _("Level {level} is reached; choose a higher target.").format(level=found.target),
            "undecided": _("The path with the least effort could not be calculated for these answers."),
        }
        return None, reasons.get(found.state, _("There is no path to this level."))
    entry: Json = {
        "target": found.target,
        "effort": round(found.effort, EFFORT),
        "moves": [move.key for move in found.moves],
        "optimal": found.optimal,
        "runner_up_extra": rounded(found.runner_up_extra, EFFORT),
    }
    if report.instrument.in_days:
        entry |= {"minimised": found.minimised, "participants": found.participants}
    if found.runner_up_extra is None:
        entry["withheld"] = _("No other set of moves reaches this level.")
    return entry, ""

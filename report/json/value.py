"""The use cases of a result as plain data, for `score --json`. Money with two decimals, shares with four."""

from typing import Any

from report.json.alignment import rounded
from report.model.report import Report
from report.model.value import UseCaseView, verdict_on
from report.text.value.figures import not_computed, payback_words
from scoring.value.pilots import PilotView
from scoring.value.results import Quantiles

MONEY, SHARE, YEARS = 2, 4, 2
Json = dict[str, Any]


def use_cases(report: Report) -> list[Json]:
    """One object per use case in the order entered; empty without any."""
    view = report.value
    if view is None:
        return []
    money = {"currency": view.currency} if view.currency else {}
    return [_use_case(line, view.assumptions.years) | money for line in view.lines]


def portfolio(report: Report) -> Json:
    """All use cases with figures, added up draw by draw, under `portfolio`; nothing where none has any."""
    view = report.value
    if view is None or view.portfolio is None:
        return {}
    total, loss = view.portfolio, view.portfolio.loss
    found: Json = {"counted": total.counted, "of": total.of, "npv": _tenths(total.npv)}
    found["expected"] = rounded(total.mean, MONEY)
    found["p_loss"] = rounded(loss.share, SHARE) if loss else None
    return {"portfolio": found | ({"currency": view.currency} if view.currency else {})}


def pilots(report: Report) -> Json:
    """The pilot register under `pilots`: what became of what was started, and what follows; nothing without one."""
    found = report.pilots
    if found is None:
        return {}
    share = found.conversion
    conversion = (
        {
            "measured": share.count,
            "started": share.of,
            "from": rounded(share.low, SHARE),
            "to": rounded(share.high, SHARE),
        }
        if share
        else None
    )
    return {"pilots": {"conversion": conversion, "lines": [_pilot(report, line) for line in found.lines]}}


def verdicts(report: Report) -> Json:
    """The one verdict on each initiative under `verdicts`; nothing without one."""
    if not report.verdicts:
        return {}
    return {
        "verdicts": [
            {
                "name": found.name,
                "verdict": found.verdict,
                "reasons": list(found.reasons),
                "reason": found.sentence,
                "flags": list(found.flags),
            }
            for found in report.verdicts
        ]
    }


def _pilot(report: Report, line: PilotView) -> Json:
    found = verdict_on(report.verdicts, line.initiative.name)
    return {
        "name": line.initiative.name,
        "stage": line.initiative.stage,
        "measured": line.measured,
        "flags": list(line.flags),
        "follows": found.verdict,
        "reason": found.sentence,
    }


def _tenths(npv: Quantiles) -> Json:
    return {name: rounded(getattr(npv, name), MONEY) for name in ("p10", "p50", "p90")}


def _use_case(line: UseCaseView, years: int) -> Json:
    value = line.value
    npv, loss = value.npv, value.loss
    found = {
        "name": value.name,
        "npv": _tenths(npv) if npv else None,
        "expected": rounded(value.mean, MONEY),
        "npv_most_likely": rounded(value.likely_npv, MONEY),
        "p_loss": rounded(loss.share, SHARE) if loss else None,
        "payback_years": rounded(value.payback_years, YEARS),
        "value_test": line.test.passed,
    }
    if npv is None:
        return found | {"withheld": not_computed(value)}
    return found | ({"withheld": payback_words(value, years)} if value.payback_years is None else {})

"""The result of `score --json`: the report as plain data, in the order of `docs/interchange.md`.

Built from the report, which holds only what may be shown. A null has a sibling `withheld` with the reason or
reasons. Values on 1..5 have three decimals, shares four, indices of 0..100 one.
"""

from collections.abc import Mapping
from typing import Any

from assessment.instrument.model import CAMPS
from assessment.privacy import WITHHELD
from language.translation import _
from report.json import alignment, governance, plan, roadmap
from report.json.alignment import rounded
from report.json.value import pilots, portfolio, use_cases, verdicts
from report.model.report import Report
from report.text.alignment.findings import CUTS
from report.text.narrative import level_sentence
from scoring.levels.results import PillarResult, PlausibleRange, PracticeResult, Robustness
from scoring.levels.strategy_gap import NOTABLE, WIDE
from scoring.sureness.plausible_range import FIRM, FIRM_COVERAGE, LIKELY

VALUE, SHARE, INDEX = 3, 4, 1
Json = dict[str, Any]


def result_json(report: Report) -> Json:
    """The result as JSON-ready data."""
    result, basis = report.result, report.basis
    coverage = (
        rounded(result.coverage, SHARE, at_least=(0.75, FIRM_COVERAGE)) if report.disclosure.team else None
    )
    gaps, no_gaps = plan.gaps(report)
    path, no_path = plan.path(report)
    found = {
        "edition": report.instrument.edition,
        "scoring": result.version,
        "privacy": report.disclosure.privacy,
        "respondents": {"business": basis.business, "technology": basis.technology},
        "coverage": coverage,
        "level": _level(report),
        "index": rounded(result.index, INDEX),
        "pillars": {code: _pillar(report, found) for code, found in result.pillars.items()},
        "practices": {code: _practice(report, found) for code, found in result.practices.items()},
        "agreement": _explained(*alignment.agreement(report)),
        "strategy_gap": _strategy_gap(report),
        "gaps": gaps,
        "path": path,
        "decisions_asked": plan.decisions_asked(report),
        "roadmap": roadmap.roadmap(report),
        **roadmap.promised(report),
        "use_cases": use_cases(report),
        **portfolio(report),
        **pilots(report),
        **verdicts(report),
        **governance.governance(report),
    }
    no_level = _no_level(report)
    reasons = {"coverage": no_level, "index": no_level, "gaps": no_gaps, "path": no_path or no_level}
    nothing = _("Nothing is planned: no move, and no use case with an effort.")
    reasons["roadmap"] = no_level if result.level is None else nothing
    return _explained(found, reasons)


def _level(report: Report) -> Json:
    result, what_if = report.result, report.result.what_if
    found = {
        "described": result.level,
        "name": report.instrument.level_name(result.level) if result.level else None,
        "shown": result.shown,
        "average": rounded(result.average, VALUE),
        "if_business": what_if.business,
        "if_technology": what_if.technology,
        "if_lowest": what_if.lowest,
        "if_highest": what_if.highest,
        "backed": {
            "recorded": result.backed.recorded,
            "evidenced": result.backed.evidenced,
            "of": result.backed.of,
        }
        if report.disclosure.team
        else None,
        "key_practices_above": result.key_practices_above if result.level else None,
        **_sureness(report.plausible, report.robustness),
    }
    if report.ceiling is not None and report.ceiling.level is not None:
        bound = report.ceiling
        found["ceiling"] = {"level": bound.level, "others": bound.others, "held_by": list(bound.held_by)}
    no_level, no_sides, no_range = _no_level(report), _no_sides(report), _no_range(report)
    reasons = dict.fromkeys(found, no_level) | dict.fromkeys(_sureness(None, None), no_range)
    reasons |= {"if_business": no_sides, "if_technology": no_sides, "average": _nothing_counts(report)}
    if result.level is not None:
        reasons["shown"] = _too_little_backing(report)
    return _explained(found, reasons)


def _sureness(plausible: PlausibleRange | None, robust: Robustness | None) -> Json:
    at_least = plausible.at_least.items() if plausible else ()
    return {
        "label": plausible.label if plausible else None,
        "range": [plausible.low, plausible.high] if plausible else None,
        "at_least": {str(k): rounded(share, SHARE, at_least=(LIKELY, FIRM)) for k, share in at_least} or None,
        "same_level_weightings": rounded(robust.same_level, SHARE) if robust else None,
        "variants": {"same": robust.same, "of": len(robust.variants), "differs": list(robust.differs)}
        if robust
        else None,
    }


def _pillar(report: Report, found: PillarResult) -> Json:
    few = _few_answers(report, found)
    level = {"described": found.level, "shown": found.shown, "index": rounded(found.index, INDEX)}
    reasons = dict.fromkeys(level, few)
    if found.level is not None:
        reasons["shown"] = _too_little_backing(report)
    apart, why = alignment.section_agreement(report, found.code)
    return {
        **_explained(level | apart, reasons | why),
        "held_by": list(found.held_by),
        "provisional": found.provisional,
        "dont_know": _sides(report, found),
    }


def _practice(report: Report, found: PracticeResult) -> Json:
    values = {
        "described": rounded(found.described, VALUE, above=CUTS),
        "shown": rounded(found.shown, VALUE, above=CUTS),
        "level": found.level,
    }
    reason = _("No answer yet.")
    if found.state == "not_applicable":
        reason = _("Does not apply to this company.")
    elif found.code in report.withheld:
        reason = _(WITHHELD)
    apart, why = alignment.practice_agreement(report, found.code)
    if found.described is None:
        why = dict.fromkeys(apart, reason)
    entry = {"state": found.state, **values, "agreed": found.agreed, **apart}
    entry["flag"] = alignment.flag_of(report, found.code)
    return _explained(entry, dict.fromkeys(values, reason) | why)


def _strategy_gap(report: Report) -> Json:
    gap = report.result.strategy_gap
    found = {
        "activity": rounded(gap.activity, INDEX),
        "capability": rounded(gap.capability, INDEX),
        "gap": rounded(gap.gap, INDEX, at_least=(NOTABLE, WIDE)),
        "name": gap.name,
    }
    reason = _("The questions on activity, or the practices needed to scale, have no answers yet.")
    if not report.disclosure.team or (report.withheld and gap.activity is None):
        reason = _(WITHHELD)
    return _explained(found, dict.fromkeys(found, reason))


def _sides(report: Report, section: PillarResult) -> Json:
    found: Json = {camp: rounded(section.dont_know[camp], SHARE) for camp in CAMPS}
    reason = _("This side has not answered here.")
    if not report.disclosure.sides:
        reason = _no_sides(report)
    elif not any(share is not None for share in found.values()) and _any_answer(report, section):
        reason = _(WITHHELD)
    return _explained(found, dict.fromkeys(found, reason))


def _any_answer(report: Report, section: PillarResult) -> bool:
    practices = report.instrument.pillar(section.code).practices
    return any(report.result.practices[p.code].state in ("scored", "not_known") for p in practices)


def _explained(values: Mapping[str, Any], reasons: Mapping[str, str]) -> Json:
    """The values, and why some are null; the privacy sentence first."""
    why = dict.fromkeys(reasons[name] for name, value in values.items() if value is None and name in reasons)
    withheld = sorted(why, key=lambda reason: reason != _(WITHHELD))
    return dict(values) | ({"withheld": " ".join(withheld)} if withheld else {})


def _no_level(report: Report) -> str:
    result = report.result
    if result.level is not None:
        return _("Too few answers for this level.")
    if result.unknown:
        return f"{report.headline.level} {report.headline.holding}".strip()
    if any(not found.enough and _is_cut(report, found) for found in result.pillars.values()):
        return _(WITHHELD)
    return level_sentence(report.instrument, result, report.withheld)


def _too_little_backing(report: Report) -> str:
    return _(
        "Too little evidence is recorded to say which level you could show: {recorded} of {of} practices."
    ).format(recorded=report.result.backed.recorded, of=report.result.backed.of)


def _few_answers(report: Report, found: PillarResult) -> str:
    if _is_cut(report, found):
        return _(WITHHELD)
    return next(section.sentence for section in report.sections if section.pillar.code == found.code)


def _is_cut(report: Report, found: PillarResult) -> bool:
    """Are answers of this section left out because too few people gave them?"""
    return not report.disclosure.team or not set(found.missing).isdisjoint(report.withheld)


def _nothing_counts(report: Report) -> str:
    return _(WITHHELD) if report.withheld or not report.disclosure.team else _("No answer yet.")


def _no_range(report: Report) -> str:
    if report.result.level is None:
        return _no_level(report)
    return _("One person answered; it takes two to calculate how certain the level is.")


def _no_sides(report: Report) -> str:
    disclosure = report.disclosure
    if disclosure.people <= 1:
        return _("One person answered, so there are no two sides to compare.")
    if not disclosure.sides:
        empty = min(disclosure.business, disclosure.technology) == 0
        return _("One side has not answered yet.") if empty else _(WITHHELD)
    return _("This side has too few answers for a level of its own.")

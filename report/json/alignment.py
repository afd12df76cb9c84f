"""The agreement between the leaders as plain data, for `score --json`.

Distances and differences in levels with two decimals, shares with four. Each function returns the
values, and for each the reason why it would be null.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from assessment.instrument.model import CAMPS
from assessment.privacy import WITHHELD
from language.numbers import beside
from language.translation import _
from report.model.alignment import AlignedPractice, AlignedSection, Alignment
from report.model.ranks import RanksSeen
from report.model.report import Report
from report.text.alignment.ranks import no_sides_of_ranks
from report.text.alignment.sentences import DIFFERENCE, DISTANCE
from scoring.alignment.agreement import LARGE_DELTA
from scoring.alignment.ranks import first_of

LEVELS, SHARE = 2, 4
Json = dict[str, Any]
WithReasons = tuple[Json, dict[str, str]]


def practice_agreement(report: Report, code: str) -> WithReasons:
    """average_deviation, difference, delta and flag of one practice. The flag is null when there is none."""
    found = _practice(report, code)
    gap = found.difference if found else None
    values = {
        "average_deviation": rounded(found.deviation, LEVELS, at_least=DISTANCE) if found else None,
        "difference": rounded(gap.difference, LEVELS, at_least=DIFFERENCE) if gap else None,
        "delta": rounded(gap.delta, LEVELS, at_least=(LARGE_DELTA,)) if gap else None,
    }
    reasons = dict.fromkeys(values, _no_side_of(report, code))
    reasons["average_deviation"] = _no_distance(report)
    return values, reasons


def flag_of(report: Report, code: str) -> str | None:
    """“clear”, “possible”, or None where the sides do not differ by half a level or may not be shown."""
    found = _practice(report, code)
    return found.difference.flag if found and found.difference else None


def section_agreement(report: Report, code: str) -> WithReasons:
    """average_deviation and difference of one section."""
    found = _section(report, code)
    values = {
        "average_deviation": rounded(found.deviation, LEVELS, at_least=DISTANCE) if found else None,
        "difference": rounded(found.difference, LEVELS, at_least=DIFFERENCE) if found else None,
    }
    apart = any(p.difference for p in (report.alignment.practices if report.alignment else ()))
    no_side = _("No question here has a level from both sides.") if apart else _no_side(report)
    return values, {"average_deviation": _no_distance(report), "difference": no_side}


def agreement(report: Report) -> WithReasons:
    """Overall: typical distance, beliefs, counted and expected gaps, the decision map."""
    found = report.alignment
    gaps = found.gaps if found else None
    values: Json = {
        "average_deviation": rounded(found.deviation, LEVELS, at_least=DISTANCE) if found else None,
        "believed": {p.practice.code: p.belief for p in found.practices if p.belief} if found else None,
        "gaps_counted": gaps.counted if gaps else None,
        "gaps_expected": rounded(gaps.expected, LEVELS) if gaps else None,
        "decisions": {
            d.code: {"state": d.state, "role": d.role} | _share(d.named, d.people) for d in found.decisions
        }
        if found
        else None,
    }
    reasons = dict.fromkeys(values, _no_distance(report))
    reasons |= dict.fromkeys(("gaps_counted", "gaps_expected"), _no_count(report))
    if found:
        values |= {name: ranks_json(seen) for name, seen in _orders(found) if seen is not None}
        reasons |= dict.fromkeys(("outcomes", "barriers"), _(WITHHELD))
    return values, reasons


def _orders(found: Alignment) -> tuple[tuple[str, RanksSeen | None], ...]:
    return ("outcomes", found.outcomes), ("barriers", found.barriers)


def ranks_json(seen: RanksSeen) -> Json | None:
    """Mean ranks in all and by side, what each places first, and where they differ most; None while withheld."""
    if not seen.overall:
        return None
    means: Json = {"all": seen.overall} | {camp: seen.sides.get(camp) for camp in CAMPS}
    found: Json = {name: _places(side) for name, side in means.items()}
    found["first"] = {name: list(first_of(side)) if side else None for name, side in means.items()}
    widest = seen.widest
    found["widest"] = (
        {
            "codes": list(widest.codes),
            "difference": rounded(widest.difference, LEVELS),
            "expected": rounded(widest.expected, LEVELS),
        }
        if widest
        else None
    )
    found["people"] = seen.people
    return found if seen.sides else found | {"withheld": no_sides_of_ranks(seen)}


def _places(means: Mapping[str, float] | None) -> Json | None:
    return {code: rounded(mean, LEVELS) for code, mean in means.items()} if means else None


def _share(named: int | None, people: int) -> Json:
    """The share naming the role most named, with the sentence where that is withheld."""
    if named is None:
        return {"share": None, "withheld": _(WITHHELD)}
    return {"share": rounded(named / people, SHARE)}


def rounded(
    value: float | None, digits: int, *, at_least: Iterable[float] = (), above: Iterable[float] = ()
) -> float | None:
    """Rounded, on its own side of every threshold it is compared with, and without a negative zero."""
    return None if value is None else beside(value, digits, at_least=at_least, above=above) + 0.0


def _practice(report: Report, code: str) -> AlignedPractice | None:
    practices = report.alignment.practices if report.alignment else ()
    return next((p for p in practices if p.practice.code == code), None)


def _section(report: Report, code: str) -> AlignedSection | None:
    sections = report.alignment.sections if report.alignment else ()
    return next((s for s in sections if s.pillar.code == code), None)


def _no_distance(report: Report) -> str:
    if report.disclosure.people <= 1:
        return _("One person answered; agreement needs at least two.")
    if report.alignment is None or report.withheld or not report.alignment.spread:
        return _(WITHHELD)
    return _("Fewer than two people chose a level.")


def _no_side(report: Report) -> str:
    if report.disclosure.people <= 1:
        return _no_distance(report)
    if min(report.disclosure.business, report.disclosure.technology) == 0:
        return _("One side has not answered yet.")
    return _(WITHHELD)


def _no_side_of(report: Report, code: str) -> str:
    """A side that is too small is withheld; a side that chose no level has nothing to withhold."""
    if any(share is not None for share in report.result.practices[code].dont_know.values()):
        return _("One side chose no level.")
    return _no_side(report)


def _no_count(report: Report) -> str:
    if report.alignment is None or not report.alignment.sides:
        return _no_side(report)
    return _("Needs at least five leaders, two on each side.")

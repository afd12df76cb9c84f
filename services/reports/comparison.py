"""Comparison of two rounds of an organisation, for screen and document."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from language.translation import _
from report.model.progress import PracticeChange, ProgressView, Slope, shown_movement
from report.model.report import Report
from scoring.comparison.progress import Change, compare_deviation
from scoring.levels.results import Span
from services.core.identity import Owned
from services.core.installation import Installation
from services.reports.benchmark import benchmark_view
from services.reports.history import RoundReport, compare_rounds, history


def progress_view(before: RoundReport, after: RoundReport, today: date) -> ProgressView:
    """The changes between two rounds. Raises RefusedInput where one has no report."""
    found = compare_rounds(before, after, today)
    then, now = before.report, after.report
    if then is None or now is None:
        raise LookupError("compare_rounds refuses moments without a report")
    titles = {view.pillar.code: view.pillar.title for view in now.sections}
    whole = _slope(_("Overall"), found.index, then, now, None)
    sections = [
        _slope(titles[s.code], s.index, then, now, s.code) for s in found.sections if s.code in titles
    ]
    kept = None if found.across is None else found.across.kept
    apart = compare_deviation(_apart(then, kept), _apart(now, kept))
    return ProgressView(
        then=before.as_of,
        now=after.as_of,
        comparison=found,
        slopes=(whole, *sections),
        sides=None if apart.movement is None else apart,
        asked_then=then.instrument,
        practices=_practices(then, now, kept or ()),
    )


def _practices(then: Report, now: Report, kept: Sequence[str]) -> tuple[PracticeChange, ...]:
    """The kept practices that have a level both times, in the order asked."""
    levels = [(code, then.result.practices[code].level, now.result.practices[code].level) for code in kept]
    return tuple(
        PracticeChange(now.instrument.practices[code].title, before, after)
        for code, before, after in levels
        if before is not None and after is not None
    )


def find_current_round(rounds: Sequence[RoundReport], assessment_id: str) -> RoundReport | None:
    """The last round if it is of this assessment; None while it has no report."""
    return rounds[-1] if rounds and rounds[-1].assessment_id == assessment_id else None


def comparable_rounds(rounds: Sequence[RoundReport], assessment_id: str) -> tuple[RoundReport, ...]:
    """The rounds before this assessment’s last that can be compared with it, oldest first."""
    now = find_current_round(rounds, assessment_id)
    if now is None or now.report is None or now.report.result.index is None:
        return ()
    return tuple(s for s in rounds[:-1] if s.report is not None and s.report.result.index is not None)


def with_progress_and_benchmark(inst: Installation, owned: Owned, found: Report, today: date) -> Report:
    """The report with the comparison to the previous round and the benchmark, which need the database."""
    rounds = history(inst, owned, today)
    earlier = comparable_rounds(rounds, owned.assessment_id)
    return replace(
        found,
        progress=progress_view(earlier[-1], rounds[-1], today) if earlier else None,
        others=benchmark_view(inst, owned),
    )


def _slope(title: str, change: Change, then: Report, now: Report, code: str | None) -> Slope:
    before, after = _level(then, code), _level(now, code)
    return Slope(
        title=title,
        before=change.before,
        after=change.after,
        earlier=_span(then, code),
        later=_span(now, code),
        movement=shown_movement(change, before, after),
        level_before=before,
        level_after=after,
    )


def _span(report: Report, code: str | None) -> Span | None:
    if report.plausible is None:
        return None
    return report.plausible.index if code is None else report.plausible.sections.get(code)


def _level(report: Report, code: str | None) -> int | None:
    return report.result.level if code is None else report.result.pillars[code].level


def _apart(report: Report, kept: Collection[str] | None) -> float | None:
    """The mean distance between the two sides over the questions, in levels; over the `kept` ones alone if given."""
    if report.alignment is None or not report.alignment.sides:
        return None
    found = [
        abs(p.difference.difference)
        for p in report.alignment.practices
        if p.difference is not None and (kept is None or p.practice.code in kept)
    ]
    return sum(found) / len(found) if found else None

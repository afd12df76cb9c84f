"""The staircase of levels in words: what is described and shown, what keeps the level, and the target."""

from dataclasses import dataclass

from language.dates import month_year
from language.lists import listed
from language.translation import _, ngettext
from report.model.report import Report
from report.text import wording
from report.text.narrative import averages, count, lacking, sentence
from scoring.levels.results import MEAN
from scoring.levels.rules import LOWEST


@dataclass(frozen=True)
class Blockers:
    """Everything that keeps the level, in as many `clauses`, and in short; averages that must rise are last."""

    title: str
    clauses: tuple[str, ...]
    in_short: tuple[str, ...]

    @property
    def points(self) -> int:
        return len(self.clauses)


def blockers(report: Report) -> Blockers | None:
    """What keeps the level, completely; at level 1 as what leads to level 2. None where nothing does."""
    level, held_by = report.result.level, report.result.held_by
    if level is None and report.ceiling is not None:
        level, held_by = report.ceiling.level, report.ceiling.held_by
    if level is None or not held_by or wording.withheld(report):
        return None
    codes = [code for code in held_by if code != MEAN]
    clauses = [f"{sentence(_clause(report, code, level))}." for code in codes]
    titles = [report.instrument.practices[code].title for code in codes]
    average = [_average(report, level, codes)] if MEAN in held_by else []
    title = _blockers_title(report, level, codes)
    return Blockers(title, (*clauses, *average), (*titles, *average))


def _clause(report: Report, code: str, level: int) -> str:
    found = report.result.practices[code]
    if level == LOWEST and found.state != "not_known" and found.level == LOWEST:
        return report.instrument.practices[code].move(LOWEST + 1).title
    return lacking(report.instrument, report.result, code)


def _blockers_title(report: Report, level: int, codes: list[str]) -> str:
    if level == LOWEST:
        known = report.result.level is not None
        text = _("What leads to level {next}") if known else _("What level {next} needs first")
        return text.format(next=level + 1)
    if report.result.level is None:
        return _("What allows no more than level {level}").format(level=level)
    sections = listed([report.instrument.pillar(code).title for code in report.result.binding])
    if not codes:
        return _("Missing for level {next}").format(next=level + 1)
    return _("Missing for level {next}, in {sections}").format(next=level + 1, sections=sections)


def _average(report: Report, level: int, codes: list[str]) -> str:
    """Where the average of a section keeps the level, too."""
    sections = averages(report.instrument, report.result)
    if report.result.level is None:
        return _("The average of a section allows no more.")
    if codes:
        return _("The average in {sections} must rise too.").format(sections=sections)
    return _("No single practice keeps you at level {level}; the average in {sections} does.").format(
        level=level, sections=sections
    )


def staircase_words(report: Report) -> str:
    """The staircase in words: the level described and shown, what is in the way, and the target."""
    result, found = report.result, blockers(report)
    said = []
    if result.level is None:
        said.append(report.headline.level)
    else:
        said.append(
            _("Level {level} of 5, {name}, is described.").format(
                level=result.level, name=report.instrument.level_name(result.level)
            )
        )
        said.append(_shown_words(report))
    if found is not None:
        text = ngettext("{title}: {n} point.", "{title}: {n} points.", found.points)
        said.append(text.format(title=found.title, n=count(found.points)))
    target = target_level(report)
    if target is not None:
        said.append(_("The target is level {level}.").format(level=target))
    return " ".join(filter(None, said))


def points_words(found: Blockers) -> str:
    """“4 points to go”, written on the blocked step."""
    return ngettext("{n} point to go", "{n} points to go", found.points).format(n=found.points)


def _shown_words(report: Report) -> str:
    """Which level the evidence shows; empty where too little is recorded to say."""
    shown = report.result.shown
    return "" if shown is None else _("The evidence shows level {level}.").format(level=shown)


def target_level(report: Report) -> int | None:
    """The level the path leads to; None where none is aimed at."""
    found = report.path.found if report.path else None
    return found.target if found is not None and found.state == "found" else None


def last_day(report: Report) -> str:
    """The month in which the last decision asked is due; empty while one has no day."""
    days = [one.due for one in report.decisions_asked]
    known = [day for day in days if day is not None]
    return month_year(max(known)) if known and len(known) == len(days) else ""


def step_words(report: Report, level: int) -> tuple[str, ...]:
    """What is said above one level, in up to two lines."""
    result, bound = report.result, report.ceiling.level if report.ceiling else None
    if result.level is None:
        return (_("No higher for now"),) if level == bound else ()
    if level == result.level:
        shown = result.shown == level
        return (_("You describe this"), _("and can show it")) if shown else (_("You describe this"),)
    if level == result.shown:
        return (_("You can show this"),)
    if level == target_level(report):
        month = last_day(report)
        return (_("Target"), _("by {month}").format(month=month)) if month else (_("Target"),)
    return ()

"""The pages on the next level: what each practice is today, and what is true one level up.

At level 1 only the outcome of the next level is said; at level 5 what must stay true.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.answers.records import Backing
from language.lists import listed
from language.translation import _, lazy, lazy_table, ngettext
from report.model.report import PracticeView, Report, SectionView
from report.text.narrative import averages, count, lacking, sentence
from scoring.levels.results import MEAN
from scoring.levels.rules import practice_level

NAMED_AT_MOST = 2
EVIDENCE: Mapping[Backing, str] = lazy_table(
    {"opinion": lazy("opinion"), "document": lazy("document"), "number": lazy("number")}
)


@dataclass(frozen=True)
class NextStep:
    """One practice: where it is, what is true there and one level up. `level` is None while it is not known."""

    title: str
    level: int | None
    backing: Backing | None
    today: str
    """What is not yet so, in a clause; empty at level 1 and 5, and in a company at level 1."""
    ahead: str
    keeps: bool
    """Does it keep the company at its level?"""
    asked: bool = False
    """Is evidence asked for at this level?"""


def next_steps(report: Report, section: SectionView) -> list[NextStep]:
    """The practices of a section that are scored, or of which is known that nobody knows."""
    return [_step(report, view) for view in section.practices if view.result.state in ("scored", "not_known")]


def _step(report: Report, view: PracticeView) -> NextStep:
    found = view.result
    level = found.level if found.state == "scored" else None
    asked = level is not None and practice_level(found.described or 1.0) > 2
    return NextStep(
        view.practice.title,
        level,
        found.backing if asked else None,
        _today(report, found.code, level),
        _ahead(report, view, level),
        found.code in report.result.held_by,
        asked,
    )


def _today(report: Report, code: str, level: int | None) -> str:
    if level is None or level in (1, 5) or report.result.level == 1:
        return ""
    return sentence(lacking(report.instrument, report.result, code)) + "."


def _ahead(report: Report, view: PracticeView, level: int | None) -> str:
    """From level 2 the situation one level up; from level 1 what there will be to show; at level 5 what it is today."""
    practice = view.practice
    if level is None:
        who = next((errand.ask for errand in report.errands if errand.practice.code == practice.code), "")
        return (_("Ask {who}: {question}") if who else "{question}").format(who=who, question=practice.stem)
    if level == 5:
        situation = view.situation or ""
        whole = report.result.level == 5
        return situation if whole else _("Must stay true: {situation}").format(situation=situation)
    return practice.move(2).evidence if level == 1 else view.next_situation or ""


def next_title(report: Report) -> str:
    """The finding: what the next level needs, or what must stay true at the highest."""
    result = report.result
    if result.level is None or result.level == 5:
        return _counted(report)
    held = [code for code in result.held_by if code != MEAN]
    unknown = sum(result.practices[code].state == "not_known" for code in held)
    steps = len(held) - unknown
    parts = []
    if steps:
        words = ngettext("the next step in {n} practice", "the next step in {n} practices", steps)
        parts.append(words.format(n=count(steps)))
    if unknown:
        words = ngettext("the answer to {n} question", "the answers to {n} questions", unknown)
        parts.append(words.format(n=count(unknown)))
    sections = [code for code in result.binding if MEAN in result.pillars[code].held_by]
    if sections:
        where = averages(report.instrument, result)
        if len(sections) > NAMED_AT_MOST:
            where = _("{n} sections").format(n=count(len(sections)))
        parts.append(_("a higher average in {sections}").format(sections=where))
    return _("Level {level} needs {parts}").format(level=result.level + 1, parts=listed(parts))


def _counted(report: Report) -> str:
    """How many practices can go up, are at the highest level, or are not known."""
    steps = [step for section in report.sections for step in next_steps(report, section)]
    top, unknown = (sum(step.level == level for step in steps) for level in (5, None))
    rising = len(steps) - top - unknown
    if top == len(steps):
        return _("All {n} practices are at the highest level, and must stay there").format(n=len(steps))
    said = []
    if rising:
        words = ngettext("{n} practice can go up a level", "{n} practices can go up a level", rising)
        said.append(words.format(n=count(rising)))
    if top:
        words = ngettext("{n} is at the highest level", "{n} are at the highest level", top)
        said.append(words.format(n=count(top)))
    if unknown:
        words = ngettext("{n} is not known yet", "{n} are not known yet", unknown)
        said.append(words.format(n=count(unknown)))
    return sentence("; ".join(said))


def without_row(report: Report) -> str:
    """How many practices are without a row, and why; empty where all have one."""
    views = [view for section in report.sections for view in section.practices]
    away = sum(view.result.state == "not_applicable" for view in views)
    withheld = sum(view.practice.code in report.withheld for view in views)
    missing = sum(view.result.state == "missing" for view in views) - withheld
    said = []
    if away:
        said.append(ngettext("{n} does not apply", "{n} do not apply", away).format(n=count(away)))
    if withheld:
        said.append(ngettext("{n} is not shown", "{n} are not shown", withheld).format(n=count(withheld)))
    if missing:
        said.append(ngettext("{n} has no answer", "{n} have no answer", missing).format(n=count(missing)))
    return _("Of the other practices, {what}.").format(what=listed(said)) if said else ""

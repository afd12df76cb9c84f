"""The page on practices: how many keep the level, and what is read from the grid."""

from language.lists import listed
from language.translation import _, ngettext
from report.model.report import PracticeView, Report, SectionView
from report.text.narrative import above_sentence, averages, count, sentence
from scoring.levels.results import MEAN
from scoring.levels.rules import HIGHEST, LOWEST

NAMED_AT_MOST = 2


def practices_title(report: Report) -> str:
    """“Four practices keep you at level 2; two of five sections already allow level 3”, or what the levels are."""
    level = report.result.level
    if level is None:
        return _range(report)
    if level == HIGHEST:
        return _highest(report)
    codes = [code for code in report.result.held_by if code != MEAN]
    if not codes:
        return _("No single practice keeps you at level {level}; the average in {sections} does").format(
            level=level, sections=_averages(report)
        )
    allow = len(report.instrument.pillars) - len(report.result.binding)
    head = _head(level, len(codes))
    if not allow:
        return head
    rest = ngettext(
        "{n} of {all} sections already allows level {level}",
        "{n} of {all} sections already allow level {level}",
        allow,
    ).format(n=count(allow), all=count(len(report.instrument.pillars)), level=level + 1)
    return f"{head}; {rest}"


def _head(level: int, number: int) -> str:
    """How many practices keep the level; at level 1 as what leads to the next."""
    text = (
        ngettext("{n} practice leads to level {next}", "{n} practices lead to level {next}", number)
        if level == LOWEST
        else ngettext(
            "{n} practice keeps you at level {level}", "{n} practices keep you at level {level}", number
        )
    )
    return sentence(text.format(n=count(number), level=level, next=level + 1))


def practices_lead(report: Report) -> str:
    """How many key practices are higher, which average must rise, and which sections allow the next level."""
    result, level = report.result, report.result.level
    if level is None or level == HIGHEST:
        return ""
    above = above_sentence(result) if level > LOWEST else ""
    rises = ""
    if MEAN in result.held_by and len(result.held_by) > 1:
        rises = _("The average in {sections} must rise too.").format(sections=_averages(report))
    return " ".join(filter(None, (above, rises, _allowing(report, level + 1))))


def _averages(report: Report) -> str:
    """The sections whose average must rise, by name or, if they are many, by number."""
    held = report.result.pillars
    number = sum(MEAN in held[code].held_by for code in report.result.binding)
    if number <= NAMED_AT_MOST:
        return averages(report.instrument, report.result)
    return ngettext("{n} section", "{n} sections", number).format(n=count(number))


def _allowing(report: Report, wanted: int) -> str:
    """The sections that allow the next level today, by name; empty where each limits it."""
    others = [p.title for p in report.instrument.pillars if p.code not in report.result.binding]
    if not others:
        return ""
    text = ngettext(
        "{sections} already allows level {level}.", "{sections} already allow level {level}.", len(others)
    )
    return text.format(sections=listed(others), level=wanted)


def _highest(report: Report) -> str:
    levels = _levels(report)
    top = levels.count(HIGHEST)
    if top == len(levels):
        return _("Every practice is at level 5")
    return ngettext(
        "Level 5 is reached: {n} of {all} practices is at it",
        "Level 5 is reached: {n} of {all} practices are at it",
        top,
    ).format(n=count(top), all=count(len(levels)))


def _range(report: Report) -> str:
    """From which level to which the practices are that have one."""
    levels = _levels(report)
    if not levels:
        return _("No practice has a level yet")
    low, high = min(levels), max(levels)
    if low == high:
        return ngettext(
            "The {n} practice with a known answer is at level {level}",
            "The {n} practices with a known answer are all at level {level}",
            len(levels),
        ).format(n=count(len(levels)), level=low)
    return _("The {n} practices with a known answer range from level {low} to level {high}").format(
        n=count(len(levels)), low=low, high=high
    )


def _levels(report: Report) -> list[int]:
    """The levels that somebody described; what is not known has none."""
    found = report.result.practices.values()
    return [p.level for p in found if p.level is not None and p.state == "scored"]


def cell_words(report: Report, view: PracticeView) -> str:
    """What is said of a practice without a level; empty for one with a level."""
    found = view.result
    if found.state == "not_known":
        return _("not known")
    if found.state == "not_applicable":
        return _("does not apply")
    if found.level is None:
        return _("not shown") if found.code in report.withheld else _("no answer")
    return ""


def section_words(section: SectionView) -> str:
    """“level 2”, or that there is none."""
    level = section.result.level
    return _("no level") if level is None else _("level {n}").format(n=level)


def grid_words(report: Report, section: SectionView, views: tuple[PracticeView, ...]) -> str:
    """A section and its practices in words, with what keeps the level."""
    said = []
    for view in views:
        words = cell_words(report, view) or _("level {n}").format(n=view.result.level)
        if view.practice.code in report.result.held_by:
            words = _("{level}, keeps the level").format(level=words)
        said.append(_("{title}: {words}").format(title=view.practice.title, words=words))
    return _("{section}, {level}. {practices}.").format(
        section=section.pillar.title, level=section_words(section), practices="; ".join(said)
    )


def grid_key(report: Report) -> str:
    """How to read the grid: only the signs that are in it."""
    states = {found.state for found in report.result.practices.values()}
    said = [_("Number: the level described. Bold: key practice.")]
    if any(code != MEAN for code in report.result.held_by) and report.result.level is not None:
        said.append(
            _("Strong frame: keeps the level at {level}; the arrow names the level needed next.").format(
                level=report.result.level
            )
        )
    if "not_known" in states:
        said.append(_("Dashed: not known, counts as level 1."))
    return " ".join(said)

"""Sentences about what an assessment in parts says already, while there is no overall level."""

from collections.abc import Sequence

from assessment.workshop.meeting import in_words
from language.dates import long_date
from language.translation import _
from report.model.report import Report
from report.text.alignment.sentences import levels_in_words

NAMED_AT_MOST = 5
Pairs = list[tuple[str, str]]


def known_so_far(report: Report) -> Pairs:
    """What an assessment in parts does say: levels of complete sections, the largest gap, what was agreed and promised.

    Empty with an overall level, and where nothing may be shown.
    """
    if report.result.level is not None or not report.disclosure.team:
        return []
    pairs = [
        (_("Sections with a level"), _sections(report)),
        (_("The largest gap"), _largest_gap(report)),
        (_("Agreed"), _agreed(report)),
        (_("Committed"), _promised(report)),
    ]
    return [(name, words) for name, words in pairs if words]


def _sections(report: Report) -> str:
    """The complete ones: what is open in another may still move it."""
    return "; ".join(
        _("{section}: level {level}").format(section=view.pillar.title, level=view.result.level)
        for view in report.sections
        if view.result.level is not None and not view.result.missing
    )


def _largest_gap(report: Report) -> str:
    """The first of what to settle; nothing for one person alone, where nobody differs."""
    if not report.gaps or report.result.single_view:
        return ""
    first = report.gaps[0]
    difference = first.gap.difference
    if not difference:
        return first.practice.title
    text = (
        _("{title}: technology {levels} higher") if difference > 0 else _("{title}: business {levels} higher")
    )
    return text.format(title=first.practice.title, levels=levels_in_words(abs(difference)))


def _agreed(report: Report) -> str:
    found = [p for p in report.result.practices.values() if p.agreed is not None]
    titles = report.instrument.practices
    said = [_("{title}: level {level}").format(title=titles[p.code].title, level=p.agreed) for p in found]
    return _some(said)


def _promised(report: Report) -> str:
    made = report.roadmap.commitments if report.roadmap else ()
    said = []
    for one in made:
        if one.commitment.status != "dropped":
            due = _("by {day}").format(day=long_date(one.due_on)) if one.due_on else ""
            said.append(", ".join(part for part in (one.title, one.owner, due) if part))
    return _some(said)


def _some(said: Sequence[str]) -> str:
    more = len(said) - NAMED_AT_MOST
    named = [*said[:NAMED_AT_MOST], *([_("{n} more").format(n=in_words(more))] if more > 0 else [])]
    return "; ".join(named)

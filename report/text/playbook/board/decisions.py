"""The second board page: what is to be approved and what it takes, and what goes on if nothing is decided."""

from collections.abc import Sequence

from assessment.privacy import WITHHELD
from language.dates import short_date
from language.numbers import beside, percent
from language.translation import _, ngettext
from report.model.plan import AskedMove
from report.model.report import Report
from report.text import wording
from report.text.narrative import count
from report.text.plan.path import no_path
from report.text.playbook.pilots import monthly, pilot_money
from report.text.value.figures import amount

TITLES_AT_MOST = 6


def decisions_finding(report: Report) -> str:
    """“Approve five moves to reach level 3: 30 days, plus 55 from others”; else why nothing is asked."""
    asked, found = report.decisions_asked, report.path.found if report.path else None
    if asked and found is not None:
        text = ngettext(
            "Approve {n} move to reach level {level}: {effort}",
            "Approve {n} moves to reach level {level}: {effort}",
            len(asked),
        )
        return text.format(n=count(len(asked)), effort=effort_words(*asked), level=found.target)
    if wording.withheld(report):
        return _("Nothing to decide until the result may be shown")
    if found is None:
        return _("Nothing to decide until the open questions are answered")
    if found.state == "complete":
        return _("Nothing to approve: level 5 is the highest")
    if found.state == "reached":
        return _("Nothing to approve: the target, level {level}, is reached").format(level=found.target)
    return _("No move can be proposed for the next level")


def effort_words(*asked: AskedMove) -> str:
    """“6 days, plus 14 from others”: of one decision, or of several together."""
    return wording.summed_effort([one.card for one in asked])


def when_words(one: AskedMove) -> str:
    """“by 26 Feb 2027”, or how long it takes while there is no day."""
    return _("by {day}").format(day=short_date(one.due)) if one.due else wording.weeks(one.card.move)


def last_day_words(asked: Sequence[AskedMove]) -> str:
    """The day by which all of them are due; empty while one has none."""
    days = [one.due for one in asked if one.due is not None]
    return _("by {day}").format(day=short_date(max(days))) if days and len(days) == len(asked) else ""


def evidence_words(one: AskedMove) -> str:
    """What there is to see once it is done."""
    return _("Evidence: {evidence}").format(evidence=one.card.move.evidence)


def not_deciding(report: Report) -> tuple[str, ...]:
    """What goes on if nothing is decided: the level, money without a measure, and what is missing today."""
    level = report.result.level
    if level is None:
        return ()
    said = [
        _("The level stays at {level}, {name}.").format(
            level=level, name=report.instrument.level_name(level)
        ),
        _money(report),
        *report.exposures,
    ]
    return tuple(filter(None, said))


def _money(report: Report) -> str:
    money = pilot_money(report)
    bare = monthly(money.lacking["no_measure"])
    if not round(bare):
        return ""
    share = percent(beside(bare / money.total, 2, above=[0], at_least=[1]))
    return _(
        "{part} a month goes on without a measure, {share} of what the running initiatives cost."
    ).format(part=amount(bare, money.currency), share=share)


def no_exposure(report: Report) -> str:
    """Why no exposure is named."""
    if wording.withheld(report):
        return _(WITHHELD)
    if report.result.level is None:
        return _("Not enough answers yet.")
    deciding = [p for p in report.result.practices.values() if p.key and _decides(report, p.pillar)]
    if any(found.state in ("not_known", "missing") for found in deciding):
        return _(
            "Of the key practices that set the level, those known are at level 3 or higher; the rest are "
            "not known."
        )
    return _("No key practice that sets the level is below level 3.")


def _decides(report: Report, pillar: str) -> bool:
    return report.instrument.pillar(pillar).role == "gate"


def nothing_asked(report: Report) -> str:
    """Why there is no move to decide."""
    if wording.withheld(report):
        return _("None until the result may be shown.")
    if report.result.level == 5:
        return _("None. This is the highest level; keep the practices below in place.")
    if report.path is not None:
        return no_path(report, report.path.found)
    return _("None until the open questions are answered.")


def unbacked_sentence(report: Report) -> str:
    """The practices at level 3 or more with nothing to show, a few by title."""
    titles = [practice.title for practice in report.unbacked]
    named = titles[:TITLES_AT_MOST]
    if len(titles) > len(named):
        named.append(_("{n} more").format(n=count(len(titles) - len(named))))
    return _("Described at level 3 or higher, without a document or a number: {titles}.").format(
        titles="; ".join(named)
    )

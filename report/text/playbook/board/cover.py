"""The first board page: the finding with what to approve, and what it costs."""

from language.numbers import beside, integer, percent
from language.translation import _, ngettext
from report.model.report import Report
from report.text import wording
from report.text.narrative import count
from report.text.playbook.board.staircase import last_day
from report.text.playbook.pilots import monthly, pilot_money
from report.text.unknown import unknown_holders
from report.text.value.figures import amount, rough
from scoring.levels.rules import HIGHEST

MUCH = 50.0
"""Activity, out of 100, from which it is called much."""
AHEAD = ("pilot trap", "activity ahead")


def cover_title(report: Report) -> str:
    """“More AI than you can scale: level 2 of 5. Approve five moves to reach level 3 by July 2027.”

    Without a level, or while what keeps it is not known, the sentence on that.
    """
    if report.result.level is None or unknown_holders(report.result):
        return report.headline.level
    claim, asked = _claim(report, report.result.level), approval(report) or _reached(report)
    return f"{claim}. {asked}." if asked else f"{claim}."


def _reached(report: Report) -> str:
    """That the target is reached; empty where it is not, or none was set."""
    found = report.path.found if report.path else None
    if found is None or found.state != "reached":
        return ""
    return _("Your target, level {level}, is reached").format(level=found.target)


def approval(report: Report) -> str:
    """“Approve five moves to reach level 3 by July 2027”; empty where nothing is asked."""
    asked, found = report.decisions_asked, report.path.found if report.path else None
    if not asked or found is None:
        return ""
    month = last_day(report)
    text = ngettext(
        "Approve {n} move to reach level {level}", "Approve {n} moves to reach level {level}", len(asked)
    )
    if month:
        text = ngettext(
            "Approve {n} move to reach level {level} by {month}",
            "Approve {n} moves to reach level {level} by {month}",
            len(asked),
        )
    return text.format(n=count(len(asked)), level=found.target, month=month)


def _claim(report: Report, level: int) -> str:
    """The main gap and the level in one clause."""
    result = report.result
    if level == HIGHEST:
        return _("You describe level 5 of 5, the highest. Keep the practices in place")
    reached = _("level {level} of 5, provisionally") if result.provisional else _("level {level} of 5")
    at, name = reached.format(level=level), result.strategy_gap.name
    if name in AHEAD:
        return f"{_ahead(report)}: {at}"
    if name == "unused capacity":
        return _("You could scale more AI than you try: {level}").format(level=at)
    if result.shown is not None and result.shown < level:
        return _("You can show level {shown} and describe {level}").format(level=at, shown=result.shown)
    if name == "not started":
        return _("The first steps are still ahead: {level}").format(level=at)
    if name == "scaling":
        return _("AI is in use and can be scaled: {level}").format(level=at)
    if name == "in step":
        return _("AI activity and capability are in step: {level}").format(level=at)
    return _("You describe {level}").format(level=at)


def _ahead(report: Report) -> str:
    """More activity than capability; if there is much of it, what of it is measured."""
    gap, started = report.result.strategy_gap, report.pilots.conversion if report.pilots else None
    if started is not None and (gap.activity or 0) >= MUCH and 2 * started.count < started.of:
        return _("Much AI, few measured results") if started.count else _("Much AI, no measured result yet")
    if gap.name == "pilot trap":
        return _("Far more AI than you can scale")
    return _("More AI than you can scale")


def money_strip(report: Report) -> tuple[tuple[str, str], ...]:
    """What is asked, what runs a month and how much of it has no measure, and the odds of the use cases: figure and words."""
    return (*_asked(report), *_running(report), *_use_cases(report))


def _asked(report: Report) -> list[tuple[str, str]]:
    asked, found = report.decisions_asked, report.path.found if report.path else None
    if not asked or found is None:
        return []
    text = ngettext(
        "for the {n} move to level {level}", "for the {n} moves to level {level}", len(asked)
    ).format(n=count(len(asked)), level=found.target)
    if found.participants:
        more = ngettext(
            "{what}, plus {n} day from others",
            "{what}, plus {n} days from others",
            found.participants,
        )
        text = more.format(what=text, n=integer(found.participants))
    return [(wording.amount_of(report.instrument, found.effort), text)]


def _running(report: Report) -> list[tuple[str, str]]:
    """The monthly cost of what runs, and the part of it without a measure; nothing where none is entered."""
    money = pilot_money(report)
    if round(money.total) == 0:
        return []
    known = len(money.running) - money.not_entered
    text = ngettext("a month on {n} running initiative", "a month on {n} running initiatives", known).format(
        n=count(known)
    )
    if money.not_entered:
        text = _("{what}; for {n} the cost is not entered").format(what=text, n=count(money.not_entered))
    cells = [(amount(money.total, money.currency), text)]
    bare = monthly(money.lacking["no_measure"])
    if round(bare):
        share = percent(beside(bare / money.total, 2, above=[0], at_least=[1]))
        cells.append(
            (share, _("of it, {part} a month, has no measure").format(part=amount(bare, money.currency)))
        )
    return cells


def _use_cases(report: Report) -> list[tuple[str, str]]:
    """The chance that the use cases lose money, with their expected value; nothing without figures."""
    found = report.value.portfolio if report.value else None
    if report.value is None or found is None or found.loss is None:
        return []
    share = percent(beside(found.loss.share, 2, above=[0], at_least=[1]))
    text = ngettext(
        "odds of a loss on the {n} use case with estimates; expected value {value}",
        "odds of a loss on the {n} use cases with estimates; expected value {value}",
        found.counted,
    )
    value = rough(found.mean, report.value.currency)
    return [(share, text.format(n=count(found.counted), value=value))]

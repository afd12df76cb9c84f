"""The page of verdicts: how many initiatives need what, and the reasons in short where there are many."""

from collections.abc import Mapping, Sequence

from language.lists import listed
from language.translation import _, lazy, lazy_table, ngettext
from report.model.report import Report
from report.model.value import VerdictView
from report.text.narrative import count, sentence
from report.text.playbook.pilots import monthly
from report.text.value.figures import amount
from scoring.value.pilots import RUNNING, plain_name
from scoring.value.verdicts import VERDICTS, Reason, Verdict

MEANING: Mapping[Verdict, str] = lazy_table(
    {
        "decide": lazy("Only the leaders together can settle it."),
        "stop": lazy("More likely to lose than to gain, or stopped already."),
        "measure": lazy("No figure shows yet whether it works."),
        "fix": lazy("Its owner or its result is not stated."),
        "scale": lazy("Nothing is missing."),
    }
)
SHORT: Mapping[Reason, str] = lazy_table(
    {
        "blocked": lazy("Blocked by a system"),
        "nobody": lazy("Nobody answers for it"),
        "several": lazy("Several people answer for it"),
        "duplicate": lazy("Listed twice"),
        "unknown": lazy("Most leaders asked do not know of it"),
        "stopped": lazy("Stopped"),
        "loss": lazy("More likely to lose than to gain"),
        "no_measure": lazy("No measure"),
        "no_result_measured": lazy("Running without a measured figure"),
        "no_baseline": lazy("Today’s figure has not been measured"),
        "no_owner": lazy("No owner entered"),
        "no_claim": lazy("Pay-off, target or date not settled"),
        "no_estimate": lazy("Estimates missing"),
        "no_expected_result": lazy("No expected result stated"),
        "sound": lazy("Nothing missing"),
    }
)


def lanes(report: Report) -> list[tuple[Verdict, tuple[VerdictView, ...]]]:
    """Every verdict in the order in which it is asked, with the initiatives that have it."""
    return [
        (verdict, tuple(found for found in report.verdicts if found.verdict == verdict))
        for verdict in VERDICTS
    ]


def verdicts_title(report: Report) -> str:
    """The finding: how many initiatives need what; what has been stopped is told from what is to stop."""
    number = len(report.verdicts)
    stopped = sum(found.reasons == ("stopped",) for found in report.verdicts)
    n = {verdict: len(found) for verdict, found in lanes(report)}
    n["stop"] -= stopped
    numbers = (n["decide"], n["stop"], stopped, n["measure"], n["fix"], n["scale"])
    if number in numbers:
        return _alike(number, numbers.index(number))
    words = (
        _("{n} to decide"),
        _("{n} to stop"),
        _("{n} stopped"),
        _("{n} to measure"),
        _("{n} to fix"),
        _("{n} to scale"),
    )
    said = [text.format(n=count(some)) for some, text in zip(numbers, words, strict=True) if some]
    return _("{n} initiatives: {what}").format(n=sentence(count(number)), what=listed(said))


def _alike(number: int, place: int) -> str:
    """All have the same verdict."""
    who = ngettext("The one initiative", "All {n} initiatives", number).format(n=count(number))
    who = _("Both initiatives") if number == 2 else who
    words = (
        ngettext("{who} needs a decision", "{who} need a decision", number),
        ngettext("{who} should stop", "{who} should stop", number),
        ngettext("{who} has been stopped", "{who} have been stopped", number),
        ngettext("{who} needs measuring", "{who} need measuring", number),
        ngettext("{who} needs fixing first", "{who} need fixing first", number),
        ngettext("{who} is ready to scale", "{who} are ready to scale", number),
    )
    return words[place].format(who=who)


def lane_words(report: Report, found: Sequence[VerdictView]) -> str:
    """How many initiatives are in a lane, and what those that run cost a month."""
    if not found:
        return _("None")
    words = [ngettext("{n} initiative", "{n} initiatives", len(found)).format(n=count(len(found)))]
    names = {plain_name(one.name) for one in found}
    lines = report.pilots.lines if report.pilots else ()
    running = [
        view
        for view in lines
        if view.initiative.stage in RUNNING and plain_name(view.initiative.name) in names
    ]
    money = monthly(running)
    if round(money):
        currency = report.value.currency if report.value else ""
        words.append(_("{amount} a month").format(amount=amount(money, currency)))
    return sentence(", ".join(words))


def more_reasons(found: VerdictView) -> str:
    """How many reasons are not named beside the first."""
    more = len(found.reasons) - 1
    if more < 1:
        return ""
    words = ngettext("{n} more reason is in the annex.", "{n} more reasons are in the annex.", more)
    return sentence(words.format(n=count(more)))


def by_reason(found: Sequence[VerdictView], most: int) -> list[tuple[str, str]]:
    """The first reasons in short with how many have it, and the names of at most so many of them."""
    groups = dict[Reason, list[str]]()
    for one in found:
        groups.setdefault(one.reasons[0], []).append(one.name)
    said = []
    for reason, names in groups.items():
        named, more = names[:most], len(names) - most
        if more > 0:
            named.append(ngettext("{n} more in the app", "{n} more in the app", more).format(n=count(more)))
        said.append((f"{SHORT[reason]} ({len(names)})", "; ".join(named)))
    return said

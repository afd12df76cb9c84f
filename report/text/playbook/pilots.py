"""The page on pilots: what runs, what it costs a month, and how much of that has no measure.

Money is that of initiatives which run; an idea costs nothing yet, and a stopped one nothing any more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from language.lists import listed
from language.numbers import beside, integer, percent
from language.translation import _, lazy, lazy_table, ngettext
from report.model.report import Report
from report.text.narrative import count, sentence
from report.text.value.figures import amount
from report.text.value.pilots import conversion_sentence
from scoring.value.pilots import RUNNING, PilotView, plain_name

Lack = Literal["no_measure", "nobody", "no_result_measured"]
LACKS: tuple[Lack, ...] = ("no_measure", "nobody", "no_result_measured")
"""In the order in which the title names them: the first that is found."""
NAMED_AT_MOST = 6
LACK_WORDS: Mapping[Lack, str] = lazy_table(
    {
        "no_measure": lazy("no measure"),
        "nobody": lazy("no owner"),
        "no_result_measured": lazy("no measured result"),
    }
)
SOME_MONEY: Mapping[Lack, str] = lazy_table(
    {
        "no_measure": lazy("{share} of {money} has no measure: {part} of {all} a month"),
        "nobody": lazy("{share} of {money} has no owner: {part} of {all} a month"),
        "no_result_measured": lazy("{share} of {money} has no measured result yet: {part} of {all} a month"),
    }
)
ALL_MONEY: Mapping[Lack, str] = lazy_table(
    {
        "no_measure": lazy("None of {money} has a measure: {all} a month"),
        "nobody": lazy("None of {money} has an owner: {all} a month"),
        "no_result_measured": lazy("None of {money} has a measured result yet: {all} a month"),
    }
)
TO_DO: Mapping[Lack, str] = lazy_table(
    {
        "no_measure": lazy("Agree a measure"),
        "nobody": lazy("Name an owner"),
        "no_result_measured": lazy("Measure the result"),
    }
)


@dataclass(frozen=True)
class PilotMoney:
    """What runs, and what of it lacks something, with the money a month as far as it is entered."""

    running: tuple[PilotView, ...]
    lacking: Mapping[Lack, tuple[PilotView, ...]]
    """By what is lacking. What has no measure is not named again as without a measured result."""
    currency: str

    @property
    def total(self) -> float:
        return monthly(self.running)

    @property
    def not_entered(self) -> int:
        """For how many that run no cost is entered."""
        return sum(view.initiative.monthly_cost is None for view in self.running)

    @property
    def first(self) -> Lack | None:
        """What the title names."""
        return next((lack for lack in LACKS if self.lacking[lack]), None)


def pilot_money(report: Report) -> PilotMoney:
    """What one register knows of an initiative counts for the other, as in its verdict."""
    lines = report.pilots.lines if report.pilots else ()
    running = tuple(view for view in lines if view.initiative.stage in RUNNING)
    verdicts = {plain_name(found.name): found for found in report.verdicts}
    judged = [(view, verdicts[plain_name(view.initiative.name)]) for view in running]
    lacking: dict[Lack, tuple[PilotView, ...]] = {
        "no_measure": tuple(view for view, one in judged if one.found("no_measure")),
        "nobody": tuple(view for view, one in judged if one.found("nobody")),
        "no_result_measured": tuple(
            view for view, one in judged if one.found("no_result_measured") and not one.found("no_measure")
        ),
    }
    return PilotMoney(running, lacking, report.value.currency if report.value else "")


def monthly(views: Sequence[PilotView]) -> float:
    """The sum of the monthly costs that are entered."""
    return sum(view.initiative.monthly_cost or 0.0 for view in views)


def pilots_title(report: Report) -> str:
    """The finding: the money without a measure, else without an owner, else without a measured result."""
    found = pilot_money(report)
    if not found.running:
        return _nothing_runs(report)
    if found.first is None:
        return _all_is_there(found)
    lines = found.lacking[found.first]
    part, whole = monthly(lines), found.total
    if round(part) == 0:
        return _counted(found.first, len(lines), len(found.running))
    words = {
        "money": _("the pilot money entered") if found.not_entered else _("the pilot money"),
        "part": amount(part, found.currency),
        "all": amount(whole, found.currency),
    }
    if part >= whole:
        return ALL_MONEY[found.first].format(**words)
    share = percent(beside(part / whole, 2, above=[0], at_least=[1]))
    return SOME_MONEY[found.first].format(share=share, **words)


def _nothing_runs(report: Report) -> str:
    ideas = sum(initiative.stage == "idea" for initiative in report.initiatives)
    stopped = len(report.initiatives) - ideas
    parts = []
    if ideas:
        parts.append(ngettext("{n} idea", "{n} ideas", ideas).format(n=count(ideas)))
    if stopped:
        words = ngettext("{n} stopped initiative", "{n} stopped initiatives", stopped)
        parts.append(words.format(n=count(stopped)))
    return _("{what}, and nothing is running").format(what=sentence(listed(parts)))


def _all_is_there(found: PilotMoney) -> str:
    if round(found.total) == 0 and len(found.running) == 2:
        return _("Both running initiatives have an owner, a measure and a measured result")
    if round(found.total) == 0:
        return ngettext(
            "The one running initiative has an owner, a measure and a measured result",
            "All {n} running initiatives have an owner, a measure and a measured result",
            len(found.running),
        ).format(n=count(len(found.running)))
    return _("All of the pilot money has an owner, a measure and a measured result: {all} a month").format(
        all=amount(found.total, found.currency)
    )


def _counted(lack: Lack, lacking: int, running: int) -> str:
    """The finding where no money is entered."""
    if running == 1:
        return _("The one running initiative has {lack}").format(lack=LACK_WORDS[lack])
    return ngettext(
        "{n} of {all} running initiatives has {lack}",
        "{n} of {all} running initiatives have {lack}",
        lacking,
    ).format(n=sentence(count(lacking)), all=count(running), lack=LACK_WORDS[lack])


def pilots_lead(report: Report) -> str:
    """What the money is in a year, how many have a measured result, and what is not entered."""
    found = pilot_money(report)
    said = []
    part = monthly(found.lacking[found.first]) if found.first else 0.0
    if round(part):
        year = amount(12 * part, found.currency)
        said.append(
            _("At this rate, {year} a year is spent without a measure.").format(year=year)
            if found.first == "no_measure"
            else _("That is {year} a year.").format(year=year)
        )
    if report.pilots is not None:
        said.append(conversion_sentence(report.pilots))
    if found.not_entered:
        said.append(
            ngettext(
                "For {n} running initiative no monthly cost is entered.",
                "For {n} running initiatives no monthly cost is entered.",
                found.not_entered,
            ).format(n=count(found.not_entered))
        )
    return " ".join(said)


def remarks_of(found: PilotMoney, view: PilotView) -> tuple[str, ...]:
    """What an initiative costs, and what it lacks of measure and owner; nothing is asked of one that does not run."""
    lacking = ", ".join(LACK_WORDS[lack] for lack in LACKS[:2] if view in found.lacking[lack])
    return tuple(filter(None, (cost_words(view, found.currency), lacking)))


def cost_words(view: PilotView, currency: str) -> str:
    """The cost a month; empty where none is entered for what does not run."""
    cost = view.initiative.monthly_cost
    if cost is None:
        return _("cost not entered") if view.initiative.stage in RUNNING else ""
    return amount(cost, currency)


def to_settle(found: PilotMoney, numbers: Sequence[PilotView] = ()) -> list[tuple[str, str]]:
    """What each lack asks for, and the initiatives that need it, the dearest first; by the places in `numbers`, from 1,
    where names are listed elsewhere."""
    said = []
    for lack in LACKS:
        views = sorted(found.lacking[lack], key=lambda view: -(view.initiative.monthly_cost or 0.0))
        if views:
            known = [integer(place) for place, view in enumerate(numbers, 1) if view in views]
            names = known or [_priced(view, found.currency) for view in views[:NAMED_AT_MOST]]
            said.append((TO_DO[lack], _and_more(names, len(views), ", " if known else "; ")))
    return said


def _priced(view: PilotView, currency: str) -> str:
    cost, name = view.initiative.monthly_cost, view.initiative.name
    return f"{name} ({amount(cost, currency)})" if cost else name


def _and_more(names: Sequence[str], of: int, between: str) -> str:
    more = of - len(names)
    rest = [ngettext("{n} more", "{n} more", more).format(n=count(more))] if more else []
    return between.join((*names, *rest))

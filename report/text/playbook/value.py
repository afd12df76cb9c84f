"""The page on value: whether the use cases pay together, and which of them turns the sum.

Amounts are the expected values of `report.value`, rounded as everywhere; expected values add up, ranges do not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from language.translation import _, ngettext
from report.model.report import Report
from report.model.value import UseCaseView, ValueView, verdict_on
from report.text.narrative import count, sentence
from report.text.value.figures import (
    assumption_words,
    chance,
    not_computed,
    rough,
    without_words,
)
from report.text.value.verdicts import VERDICTS
from scoring.value.results import PortfolioValue, Quantiles

LONG = 160
"""So many characters of names are written."""


@dataclass(frozen=True)
class ValueStep:
    """One row: a use case or several, or a sum of all above it (`total`), with what it adds."""

    title: str
    expected: float
    npv: Quantiles | None
    """The range; None for several use cases in one row, whose ranges do not add up."""
    loss: float | None
    total: bool = False


def value_title(view: ValueView) -> str:
    """The finding: the sum, and what turns it where something does. A view without a portfolio has none."""
    found, without = view.portfolio, view.without
    if found is None or found.loss is None:
        return ""
    losing = set(view.losing)
    if turns(view) and without is not None and without.loss is not None:
        return ngettext(
            "{n} initiative turns the case negative: without it, {expected} expected, chance of a loss {chance}",
            "{n} initiatives turn the case negative: without them, {expected} expected, chance of a loss {chance}",
            len(losing),
        ).format(
            n=sentence(count(len(losing))),
            expected=rough(without.mean, view.currency),
            chance=chance(without.loss.share),
        )
    return _("{who} {result}; the chance of a loss is {chance}").format(
        who=_who(found), result=_result(found, view.currency), chance=chance(found.loss.share)
    )


def turns(view: ValueView) -> bool:
    """Is the sum negative, and positive without the use cases that are more likely to lose?"""
    found, without = view.portfolio, view.without
    return found is not None and without is not None and _sign(found.mean) < 0 < _sign(without.mean)


def _sign(money: float) -> int:
    """Of the amount as it is printed."""
    whole = round(money)
    return (whole > 0) - (whole < 0)


def _who(found: PortfolioValue) -> str:
    if found.counted < found.of:
        return ngettext(
            "{n} of {of} use cases, the one with figures, is expected to",
            "{n} of {of} use cases, those with figures, are expected to",
            found.counted,
        ).format(n=sentence(count(found.counted)), of=count(found.of))
    return ngettext(
        "The one use case is expected to", "{n} use cases together are expected to", found.of
    ).format(n=sentence(count(found.of)))


def _result(found: PortfolioValue, currency: str) -> str:
    if _sign(found.mean) == 0:
        return _("break even")
    words = _("gain {amount}") if found.mean > 0 else _("lose {amount}")
    return words.format(amount=rough(abs(found.mean), currency))


def value_steps(view: ValueView, most: int) -> list[ValueStep]:
    """From nothing to the sum: what gains, then what is more likely to lose, the largest first, at most `most` of each
    by themselves. Where something loses, the sum without it is between the two."""
    found, without = view.portfolio, view.without
    if found is None:
        return []
    ready = [line for line in view.lines if line.value.state == "ready"]
    losing = [line for line in ready if line.use_case.name in view.losing]
    others = [line for line in ready if line.use_case.name not in view.losing]
    steps = _single(others, most)
    if without is not None:
        if len(others) > 1:
            steps.append(_sum(_without(view, losing), without))
        steps += _single(losing, most)
    if len(ready) > 1:
        steps.append(_sum(_("All together"), found))
    return steps


def _single(lines: Sequence[UseCaseView], most: int) -> list[ValueStep]:
    ordered = sorted(lines, key=lambda line: -abs(line.value.mean or 0.0))
    alone = ordered if len(ordered) <= most + 1 else ordered[:most]
    rest = ordered[len(alone) :]
    shown = sorted(alone, key=lambda line: -(line.value.mean or 0.0))
    steps = [
        ValueStep(
            line.use_case.name,
            line.value.mean or 0.0,
            line.value.npv,
            line.value.loss.share if line.value.loss else None,
        )
        for line in shown
    ]
    if rest:
        words = _("{n} more use cases together") if alone else _("{n} use cases together")
        title = words.format(n=sentence(count(len(rest))))
        steps.append(ValueStep(title, sum(line.value.mean or 0.0 for line in rest), None, None))
    return steps


def _sum(title: str, found: PortfolioValue) -> ValueStep:
    loss = found.loss.share if found.loss else None
    return ValueStep(title, found.mean, found.npv, loss, total=True)


def _without(view: ValueView, losing: Sequence[UseCaseView]) -> str:
    if len(losing) == 1:
        return _("Without “{name}”").format(name=view.losing[0])
    return _("Without those below")


def step_words(step: ValueStep) -> str:
    """The range and the chance of a loss, below the name."""
    if step.npv is None or step.loss is None:
        return _("no range: only expected values add up")
    return _("{low} to {high}; loss {chance}").format(
        low=rough(step.npv.p10), high=rough(step.npv.p90), chance=chance(step.loss)
    )


def steps_in_words(view: ValueView, steps: Sequence[ValueStep]) -> str:
    """The finding, then each row with its expected value."""
    rows = [f"{step.title}: {rough(step.expected, view.currency)}" for step in steps]
    return f"{value_title(view)}. {'; '.join(rows)}."


def what_follows(report: Report, view: ValueView) -> list[tuple[str, str]]:
    """The verdict on what is more likely to lose, and what is missing from the sum."""
    verdicts = [verdict_on(report.verdicts, name) for name in dict.fromkeys(view.losing)]
    said = [] if turns(view) or view.without is None else [(_("Likely to lose"), _without_words(view))]
    for word in VERDICTS:
        found = [one for one in verdicts if one.verdict == word]
        if len(found) == 1:
            said.append((VERDICTS[word], f"{found[0].name}: {found[0].sentence}"))
        elif found:
            said.append((VERDICTS[word], _named([one.name for one in found])))
    lacking = [line for line in view.lines if line.value.state != "ready"]
    if len(lacking) == 1:
        said.append((_("Not in the sum"), f"{lacking[0].use_case.name}: {not_computed(lacking[0].value)}"))
    elif lacking:
        said.append((_("Not in the sum"), _named([line.use_case.name for line in lacking])))
    return said


def _without_words(view: ValueView) -> str:
    """The sum without what is more likely to lose, which is named only where it is one."""
    found = view.without
    losing = set(view.losing)
    if found is None or found.loss is None or len(losing) == 1:
        return without_words(view)
    return _(
        "Without the {n} more likely to lose than to gain, the expected value is {expected} and the chance of a loss {chance}."
    ).format(
        n=count(len(losing)),
        expected=rough(found.mean, view.currency),
        chance=chance(found.loss.share),
    )


def _named(names: Sequence[str]) -> str:
    """A few by name, the others by number: as many as about two lines hold, the first at least."""
    lengths = accumulate(map(len, names))
    named = [
        name
        for place, (name, long) in enumerate(zip(names, lengths, strict=True))
        if long < LONG or not place
    ]
    more = len(names) - len(named)
    if more:
        named.append(ngettext("{n} more", "{n} more", more).format(n=count(more)))
    return "; ".join(named)


def adds_up(view: ValueView) -> str:
    """What the figures rest on, and how they are rounded where some are added up."""
    if view.portfolio is None or view.portfolio.counted < 2:
        return assumption_words(view)
    rounded = _("Amounts are rounded to three digits, so a sum may differ in the last of them.")
    return f"{assumption_words(view)} {rounded}"

"""The pilot register: conversion rate and flags (method, section 3). What follows is `scoring.value.verdicts`.

Whether leaders know of an initiative is a count among those asked; without anybody asked there is no flag.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assessment.answers.records import Initiative, Stage
from scoring.shares import Share, wilson

PilotFlag = Literal["no_owner", "several_owners", "no_metric", "duplicate", "unknown"]

STARTED: tuple[Stage, ...] = ("pilot", "live", "scaled", "stopped")
RUNNING: tuple[Stage, ...] = ("pilot", "live", "scaled")
LIVE: tuple[Stage, ...] = ("live", "scaled")
SEVERAL = "several"
NOBODY = ("nobody", "dont_know")
APART = re.compile(r"[/;+]")
FIGURE = re.compile(r"\d")


@dataclass(frozen=True)
class PilotView:
    """One line and its flags."""

    initiative: Initiative
    flags: tuple[PilotFlag, ...]
    measured: bool
    """Live, with a result that states a figure."""


@dataclass(frozen=True)
class Pilots:
    """The register in its order. `conversion` is None when nothing was started."""

    lines: tuple[PilotView, ...]
    conversion: Share | None


def pilot_register(initiatives: Sequence[Initiative]) -> Pilots:
    """Conversion = live with a measured result / started, with its Wilson interval; flags.

    Started is everything but an idea, so what was stopped counts. Measured is what is live or scaled with a
    result that states a figure; without a result nothing counts as measured, whatever the metric says.

    Flags, on what runs: no owner named; several (said so, or separated by / ; +); no metric; known to fewer
    than half of the leaders asked; the same name on another line that has not stopped, whatever the case,
    spaces and punctuation. An idea is flagged for its name only.

    >>> quotes = Initiative(name="Quotes", owner="CSO", metric="hours", result="2, was 6", stage="live")
    >>> helper = Initiative(name="Office helper", stage="live")
    >>> found = pilot_register([quotes, helper])
    >>> [line.flags for line in found.lines]
    [(), ('no_owner', 'no_metric')]
    >>> found.conversion.count, found.conversion.of
    (1, 2)
    """
    names = Counter(plain_name(line.name) for line in initiatives if line.stage != "stopped")
    lines = tuple(_view(line, names) for line in initiatives)
    started = sum(line.stage in STARTED for line in initiatives)
    return Pilots(lines, wilson(sum(line.measured for line in lines), started))


def _view(line: Initiative, names: Counter[str]) -> PilotView:
    return PilotView(line, tuple(_flags(line, names)), line.stage in LIVE and states_figure(line))


def _flags(line: Initiative, names: Counter[str]) -> list[PilotFlag]:
    found: list[PilotFlag] = []
    if line.stage in RUNNING:
        owners = named_owners(line.owner)
        if not owners:
            found.append("no_owner")
        elif len(owners) > 1:
            found.append("several_owners")
        if not (line.metric or "").strip():
            found.append("no_metric")
        if unknown_to_most(line):
            found.append("unknown")
    if line.stage != "stopped" and names[plain_name(line.name)] > 1:
        found.append("duplicate")
    return found


def named_owners(owner: str | None) -> tuple[str, ...]:
    """Who is named: none for nobody and *don't know*, more than one where several are.

    >>> named_owners("CFO / CIO"), named_owners("nobody"), named_owners(None)
    (('CFO', 'CIO'), (), ())
    """
    found = [part.strip() for part in APART.split(owner or "") if part.strip()]
    if not found or found[0] in NOBODY:
        return ()
    return (SEVERAL, SEVERAL) if found[0] == SEVERAL else tuple(found)


def states_figure(line: Initiative) -> bool:
    """Does its result state a figure?"""
    return FIGURE.search(line.result or "") is not None


def unknown_to_most(line: Initiative) -> bool:
    """Do fewer than half of the leaders asked know of it? No, where nobody was asked."""
    return (
        line.known_to is not None
        and line.leaders_asked is not None
        and 2 * line.known_to < line.leaders_asked
    )


def plain_name(name: str) -> str:
    """The name for comparison: lower-case letters and digits only; a name without any is returned unchanged."""
    return "".join(letter for letter in name.casefold() if letter.isalnum()) or name

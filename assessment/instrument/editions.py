"""What moves and editions must fulfil beyond the first edition's rules.

Effort: a move has points, or person-days that its steps add up to. From edition 2026.2 it has days, and every
situation (in English) is understood when it is printed alone.
"""

import re
from collections.abc import Iterator

from assessment.instrument.model import Instrument, Practice
from assessment.instrument.moves import Move, Part
from assessment.instrument.typography import Problem
from language.translation import _

FROM = (2026, 2)
"""The first edition under these rules."""
PARTS: tuple[Part, Part] = ("organiser", "participants")
CODE = re.compile(r"[A-Z]{2,5}")
LEANS = re.compile(
    r"^(?:(?:about|all of|at|by|each of|for|from|in|most of|none of|of|on|one of|some of|to|with)\s+)?"
    r"(?:he|her|him|his|it|its|she|such|that|their|them|these|they|this|those)\b"
    r"|\bsuch an? \w+|\b(?:on|at|from|in|to|of) (?:that|this|these|those) (?:\w+)",
    re.IGNORECASE,
)
"""Openings and references that need the situation before: “They …”, “On that list …”, “… such a team”."""


def number(edition: str) -> tuple[int, int]:
    """An edition as year and number, so that editions can be put in order."""
    year, counter = edition.split(".")
    return int(year), int(counter)


def check_edition(instrument: Instrument) -> Iterator[Problem]:
    """All faults against the rules of this module."""
    later = number(instrument.edition) >= FROM
    for practice in instrument.practices.values():
        yield from _comparable(practice, instrument)
        if practice.na_reason and not practice.na_allowed:
            yield practice.code, ("na_reason",), _("na_reason: only where na_allowed is true")
        for position, move in enumerate(practice.moves):
            for place, message in _effort(move, instrument, later=later):
                yield practice.code, ("moves", position, *place), message
        if later and instrument.language == "en":
            yield from _alone(practice)
    known = {choice.code for choice in (*instrument.outcomes, *instrument.barriers)}
    for position, figure in enumerate(instrument.figures):
        if figure.theme is not None and figure.theme not in known:
            message = _("{id}: “{theme}” is neither an outcome nor a barrier")
            yield "figures", (position, "theme"), message.format(id=figure.id, theme=figure.theme)


def _comparable(practice: Practice, instrument: Instrument) -> Iterator[Problem]:
    for edition in practice.comparable_with:
        if number(edition) >= number(instrument.edition):
            message = _("comparable_with: {edition} is not an earlier edition").format(edition=edition)
            yield practice.code, ("comparable_with",), message


def _effort(
    move: Move, instrument: Instrument, *, later: bool
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if later and move.points is not None:
        yield ("effort",), _("effort: from edition 2026.2 a move has work and days instead")
    if move.points is None and move.days is None:
        yield (), (_("a move needs “work” and “days”") if later else _("a move needs an effort"))
    if move.points is not None and (move.days is not None or move.work):
        yield ("days",), _("a move has an effort or days, not both")
    yield from _work(move, instrument)
    if move.days is None:
        return
    for part in PARTS:
        if (given := getattr(move.days, part)) != (found := move.worked_days(part)):
            message = _("{part}: {given} days, but the steps add up to {found}")
            yield ("days", part), message.format(part=part, given=given, found=found)
    for step in sorted(set(range(1, len(move.steps) + 1)) - {work.step for work in move.work}):
        yield ("work",), _("step {step} has no work").format(step=step)


def _work(move: Move, instrument: Instrument) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for position, work in enumerate(move.work):
        if work.step > len(move.steps):
            yield ("work", position, "step"), _("there is no step {step}").format(step=work.step)
        if CODE.fullmatch(work.who) and work.who not in instrument.function_titles:
            yield ("work", position, "who"), _("“{role}” is not a function code").format(role=work.who)


def _alone(practice: Practice) -> Iterator[Problem]:
    for position, level in enumerate(practice.levels):
        if found := LEANS.search(level):
            message = _("level {position}: “{words}” leans on another situation; each is printed alone")
            place = ("levels", position)
            yield practice.code, place, message.format(position=position + 1, words=found[0])

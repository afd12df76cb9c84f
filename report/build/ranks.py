"""Builds the view of what was put in order, with the privacy decision (method, section 2.9).

By side only where the mode allows it and each side that ranked has the minimum; in all only where no side that
ranked is one person, whose whole order the mean of the two sides could give away.
"""

from dataclasses import replace

from assessment.answers.ranked import RANKED, Ranked, choices_of, order_of
from assessment.answers.records import Assessment
from assessment.instrument.model import CAMPS, Instrument
from assessment.privacy import Disclosure
from report.model.alignment import Alignment
from report.model.ranks import RanksSeen
from scoring.alignment.ranks import MeanRanks, Order, mean_ranks


def with_ranks(
    found: Alignment | None, instrument: Instrument, assessment: Assessment, disclosure: Disclosure, seed: int
) -> Alignment | None:
    """The alignment with outcomes and barriers by side; None where there is no alignment."""
    if found is None:
        return None
    outcomes, barriers = (ranks_seen(instrument, assessment, disclosure, kind, seed) for kind in RANKED)
    return replace(found, outcomes=outcomes, barriers=barriers)


def ranks_seen(
    instrument: Instrument, assessment: Assessment, disclosure: Disclosure, kind: Ranked, seed: int
) -> RanksSeen | None:
    """One of the two as far as it may be shown; None where this edition does not ask, or nobody ranked.

    As everything beside the questions, only of people who have answered one.
    """
    choices = choices_of(instrument, kind)
    people = [r for r in assessment.respondents if r.responses or disclosure.privacy == "open"]
    orders = [Order(r.camp, order_of(r, kind)) for r in people]
    ranked = mean_ranks(list(choices), orders, seed) if choices else None
    if ranked is None:
        return None
    counts = [ranked.people[camp] for camp in CAMPS]
    sides = disclosure.sides and all(count >= disclosure.minimum for count in counts)
    everybody = _everybody(ranked, disclosure)
    return RanksSeen(
        kind=kind,
        titles={code: choice.title for code, choice in choices.items()},
        people=sum(counts) if everybody else 0,
        overall=ranked.overall if everybody else {},
        sides=ranked.sides if sides else {},
        widest=ranked.widest if sides else None,
        withheld=not everybody or (not sides and all(counts)),
        figures=tuple(figure for figure in instrument.figures if figure.theme in choices),
    )


def _everybody(ranked: MeanRanks, disclosure: Disclosure) -> bool:
    """May the mean of all be shown?"""
    counts = [ranked.people[camp] for camp in CAMPS]
    lone = 1 in counts and disclosure.minimum > 1
    return disclosure.team and disclosure.group(sum(counts)) and not lone

"""One verdict for each initiative, use cases and pilots alike (method, section 7).

A use case and the lines of the pilot register that have its name, whatever the case, spaces and punctuation, are
one initiative: what one register knows of it counts for the other.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from assessment.answers.records import Initiative, UseCase
from scoring.value.claims import ClaimPart, value_test
from scoring.value.pilots import (
    RUNNING,
    named_owners,
    plain_name,
    states_figure,
    unknown_to_most,
)
from scoring.value.results import UseCaseValue

Verdict = Literal["decide", "stop", "measure", "fix", "scale"]
Reason = Literal[
    "blocked",
    "nobody",
    "several",
    "duplicate",
    "unknown",
    "stopped",
    "loss",
    "no_measure",
    "no_result_measured",
    "no_baseline",
    "no_owner",
    "no_claim",
    "no_estimate",
    "no_expected_result",
    "sound",
]
VERDICTS: tuple[Verdict, ...] = ("decide", "stop", "measure", "fix", "scale")
"""In the order in which they are asked; the first that applies is given."""
VERDICT_OF: Mapping[Reason, Verdict] = {
    **dict.fromkeys(("blocked", "nobody", "several", "duplicate", "unknown"), "decide"),
    **dict.fromkeys(("stopped", "loss"), "stop"),
    **dict.fromkeys(("no_measure", "no_result_measured", "no_baseline"), "measure"),
    **dict.fromkeys(("no_owner", "no_claim", "no_estimate", "no_expected_result"), "fix"),
    "sound": "scale",
}
EVEN = 0.5
"""Above this chance of a loss a use case is more likely to lose than to gain."""
RESULT: tuple[ClaimPart, ...] = ("lever", "target", "date")
"""What of a claim says which result is to come, how it pays and when."""


@dataclass(frozen=True)
class ValuedUse:
    """A use case with its value. `blocked`: a system is in its way. `accountable`: who the owners’ grid names."""

    use_case: UseCase
    value: UseCaseValue
    blocked: bool = False
    accountable: str | None = None


@dataclass(frozen=True)
class InitiativeVerdict:
    """The verdict on one initiative, and all that leads to it; what it was read from."""

    name: str
    verdict: Verdict
    reasons: tuple[Reason, ...]
    uses: tuple[ValuedUse, ...]
    pilots: tuple[Initiative, ...]
    later: tuple[Reason, ...] = ()
    """What would lead to the verdicts asked after this one."""

    @property
    def open_claims(self) -> tuple[ClaimPart, ...]:
        """The parts of the result that no claim of it states."""
        found = [value_test(use.use_case) for use in self.uses]
        absent = {part for test in found for part in (*test.missing, *test.open)}
        return tuple(part for part in RESULT if part in absent)


def initiative_verdicts(
    uses: Sequence[ValuedUse], initiatives: Sequence[Initiative]
) -> tuple[InitiativeVerdict, ...]:
    """A verdict for each initiative: those with a use case in their order, then the other pilots in theirs.

    The first that applies of:

    1. *decide*: a system is in its way, or nobody answers for it (no owner in either register and nobody in the
       owners’ grid; or several), or only the leaders together can settle it (the register holds it twice, or
       fewer than half of the leaders asked know of it).
    2. *stop*: all estimates are there and more than half of the draws lose, or it has been stopped.
    3. *measure*: no measure is named; or it runs and no figure has been measured: for a pilot its result, for a
       use case that is not exploring, and is in no line of the pilots, where the figure is today.
    4. *fix*: the registers name no owner, or the result to come is not stated: lever, target or date or an
       estimate of a use case, the expected result of a pilot.
    5. *scale*: nothing of this.

    >>> quotes = Initiative(name="Quotes", owner="CSO", metric="hours", result="2, was 6", stage="live")
    >>> helper = Initiative(name="Office helper", stage="live")
    >>> [(found.verdict, found.reasons) for found in initiative_verdicts([], [quotes, helper])]
    [('scale', ('sound',)), ('decide', ('nobody',))]
    """
    names: dict[str, str] = {}
    for name in (*(use.use_case.name for use in uses), *(line.name for line in initiatives)):
        names.setdefault(plain_name(name), name)
    return tuple(
        _verdict(
            name,
            tuple(use for use in uses if plain_name(use.use_case.name) == plain),
            tuple(line for line in initiatives if plain_name(line.name) == plain),
        )
        for plain, name in names.items()
    )


def _verdict(name: str, uses: tuple[ValuedUse, ...], pilots: tuple[Initiative, ...]) -> InitiativeVerdict:
    going = tuple(line for line in pilots if line.stage != "stopped")
    if pilots and not going:
        return InitiativeVerdict(name, "stop", ("stopped",), uses, pilots)
    found = [*_to_decide(uses, going), *_to_stop(uses), *_to_measure(uses, going), *_to_fix(uses, going)]
    reasons: list[Reason] = found or ["sound"]
    verdict = min((VERDICT_OF[reason] for reason in reasons), key=VERDICTS.index)
    leading = tuple(reason for reason in reasons if VERDICT_OF[reason] == verdict)
    later = tuple(reason for reason in reasons if VERDICT_OF[reason] != verdict)
    return InitiativeVerdict(name, verdict, leading, uses, pilots, later)


def _to_decide(uses: Sequence[ValuedUse], pilots: Sequence[Initiative]) -> Iterator[Reason]:
    if any(use.blocked for use in uses):
        yield "blocked"
    owners = _owners(uses, pilots)
    if not owners and not any(named_owners(use.accountable) for use in uses):
        yield "nobody"
    if any(len(found) > 1 for found in owners):
        yield "several"
    if len(pilots) > 1 or len(uses) > 1:
        yield "duplicate"
    if any(unknown_to_most(line) for line in pilots if line.stage in RUNNING):
        yield "unknown"


def _to_stop(uses: Sequence[ValuedUse]) -> Iterator[Reason]:
    losses = [use.value.loss for use in uses if use.value.state == "ready"]
    if any(loss is not None and loss.share > EVEN for loss in losses):
        yield "loss"


def _to_measure(uses: Sequence[ValuedUse], pilots: Sequence[Initiative]) -> Iterator[Reason]:
    metrics = (*(use.use_case.metric for use in uses), *(line.metric for line in pilots))
    if not any((metric or "").strip() for metric in metrics):
        yield "no_measure"
    running = [line for line in pilots if line.stage in RUNNING]
    if running and not any(map(states_figure, running)):
        yield "no_result_measured"
    claimed = [use.use_case for use in uses if not use.use_case.exploring]
    if claimed and not pilots and all(use.baseline is None for use in claimed):
        yield "no_baseline"


def _to_fix(uses: Sequence[ValuedUse], pilots: Sequence[Initiative]) -> Iterator[Reason]:
    if not _owners(uses, pilots):
        yield "no_owner"
    tests = [value_test(use.use_case) for use in uses]
    if any(set(RESULT) & {*test.missing, *test.open} for test in tests):
        yield "no_claim"
    if any(use.value.state != "ready" for use in uses):
        yield "no_estimate"
    if pilots and not uses and not any(_result_stated(line) for line in pilots):
        yield "no_expected_result"


def _owners(uses: Sequence[ValuedUse], pilots: Sequence[Initiative]) -> list[tuple[str, ...]]:
    """Who each line names, as far as one names anybody."""
    named = (*(use.use_case.owner for use in uses), *(line.owner for line in pilots))
    return [found for owner in named if (found := named_owners(owner))]


def _result_stated(line: Initiative) -> bool:
    return bool((line.expected_result or "").strip() or (line.result or "").strip())

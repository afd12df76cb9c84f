"""Sentences about the outcome of commitments, for screens and documents."""

from collections import Counter
from collections.abc import Mapping, Sequence

from language.translation import _, lazy, lazy_table, ngettext
from report.text.narrative import count
from scoring.comparison.progress import CommitmentOutcome, Comparison, Outcome

OUTCOMES: Mapping[Outcome, str] = lazy_table(
    {
        "kept": lazy("Kept."),
        "late": lazy("Late."),
        "dropped": lazy("Given up."),
        "open": lazy("Still to come."),
        "overdue": lazy("Its day has passed, and nobody has said what became of it."),
        "not_seen": lazy("Said to be kept, but your leaders do not describe it yet."),
    }
)


def commitments_sentence(found: Comparison) -> str:
    """“Of five commitments: two kept, one late, none given up.” Kept are only those the leaders describe."""
    return counted_sentence([kept.outcome for kept in found.commitments])


def counted_sentence(outcomes: Sequence[Outcome]) -> str:
    """“Of five commitments: two kept, one late, one given up and one still to come.”

    Overdue ones count as late. Other outcomes are named only if there are any.
    """
    if not outcomes:
        return _("No commitments were written down last time.")
    tally = Counter(outcomes)
    kept, dropped = tally["kept"], tally["dropped"]
    late = tally["late"] + tally["overdue"]
    said = [
        _("{n} kept").format(n=_number(kept)),
        _("{n} late").format(n=_number(late)),
        _("{n} given up").format(n=_number(dropped)),
    ]
    if tally["not_seen"]:
        said.append(_("{n} said to be kept but not described yet").format(n=count(tally["not_seen"])))
    if tally["open"]:
        said.append(_("{n} still to come").format(n=count(tally["open"])))
    return ngettext("Of {n} commitment: {list}.", "Of {n} commitments: {list}.", len(outcomes)).format(
        n=count(len(outcomes)), list=", ".join(said)
    )


def outcome_words(kept: CommitmentOutcome) -> str:
    """The outcome of one commitment as a sentence."""
    return outcome_text(kept.outcome)


def outcome_text(outcome: Outcome) -> str:
    """One outcome as a sentence."""
    return OUTCOMES[outcome]


def _number(number: int) -> str:
    return count(number) if number else _("none")

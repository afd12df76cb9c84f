"""What commitments say, who backs them and what became of them, for screens and documents."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from assessment.instrument.model import Instrument
from assessment.plan.commitments import Backers, Commitment, CommitmentStatus
from language.dates import long_date, short_date
from language.translation import _, lazy, lazy_table, ngettext
from report.model.roadmap import PlannedCommitment
from report.text.narrative import count
from scoring.comparison.progress import CommitmentOutcome, Comparison, Outcome

OUTCOMES: Mapping[Outcome, str] = lazy_table(
    {
        "kept": lazy("Kept."),
        "late": lazy("Late."),
        "dropped": lazy("Given up."),
        "open": lazy("Still to come."),
        "overdue": lazy("Overdue, with no outcome recorded."),
        "not_seen": lazy("Reported as kept, but your leaders do not describe it yet."),
    }
)


STATUSES: Mapping[CommitmentStatus, str] = lazy_table(
    {
        "open": lazy("open"),
        "kept": lazy("kept"),
        "late": lazy("late"),
        "dropped": lazy("given up"),
    }
)
NOBODY = lazy("nobody named")


def commitment_title(instrument: Instrument | None, commitment: Commitment) -> str:
    """Its own words, or the title of its move in the edition it was made in; the move’s code where that is not known.

    Own words come from people and have to be escaped where they are shown.
    """
    if commitment.move is None:
        return commitment.text or ""
    code, _colon, to = commitment.move.partition(":")
    practice = instrument.practices.get(code) if instrument else None
    return practice.move(int(to)).title if practice else commitment.move


def taken_on(owner: str, due: date | None, metric: str) -> str:
    """Who has taken something on, by which day and with which measure: “Finance · by 1 March 2027 · Lead time”."""
    by = _("by {day}").format(day=long_date(due)) if due else ""
    return " · ".join(part for part in (owner, by, metric) if part)


def commitment_words(commitment: PlannedCommitment) -> str:
    """A commitment in a line."""
    due = _("by {day}").format(day=short_date(commitment.due_on)) if commitment.due_on else _("no date")
    owner = commitment.owner or _(NOBODY)
    said = f"{owner}, {due}: {STATUSES[commitment.commitment.status]}"
    backed = backers_words(commitment.commitment.stands_behind)
    return f"{said}; {backed}" if backed else said


def backers_words(backers: Backers | None) -> str:
    """“four of five are in favour”; empty where nobody was asked."""
    if backers is None:
        return ""
    return ngettext("{n} of {of} is in favour", "{n} of {of} are in favour", backers.in_favour).format(
        n=_number(backers.in_favour), of=count(backers.asked)
    )


def commitments_sentence(found: Comparison) -> str:
    """“Of five commitments: two kept, one late, none given up.” Kept are only those the leaders describe."""
    return counted_sentence([kept.outcome for kept in found.commitments])


def counted_sentence(outcomes: Sequence[Outcome]) -> str:
    """“Of five commitments: two kept, one late, one given up and one still to come.”

    Overdue ones count as late. Other outcomes are named only if there are any.
    """
    if not outcomes:
        return _("No commitments were recorded last time.")
    tally = Counter(outcomes)
    kept, dropped = tally["kept"], tally["dropped"]
    late = tally["late"] + tally["overdue"]
    said = [
        _("{n} kept").format(n=_number(kept)),
        _("{n} late").format(n=_number(late)),
        _("{n} given up").format(n=_number(dropped)),
    ]
    if tally["not_seen"]:
        said.append(_("{n} reported as kept but not described yet").format(n=count(tally["not_seen"])))
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

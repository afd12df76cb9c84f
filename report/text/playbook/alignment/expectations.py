"""The page on expectations: where leaders expected the other side rightly or wrongly, and what was agreed since."""

from collections.abc import Mapping, Sequence

from language.translation import _, lazy, lazy_table, ngettext
from report.model.alignment import AlignedPractice, Alignment
from report.model.report import Report
from report.text.alignment.findings import EXPECTED, in_order, predicted, settled, talked_about, value_text
from report.text.narrative import count, sentence
from scoring.alignment.agreement import Belief

NAMES: Mapping[Belief, str] = lazy_table(
    {
        "hidden disagreement": lazy("Hidden disagreement"),
        "disagree and know it": lazy("Known disagreement"),
        "imagined conflict": lazy("Imagined disagreement"),
        "agree and know it": lazy("Known agreement"),
    }
)


def expectations_title(found: Alignment) -> str:
    """“Two disagreements that leaders did not expect, one still open”, else the nearest there is to say."""
    asked = predicted(found)
    hidden, imagined, known = (
        [p for p in asked if p.belief == belief]
        for belief in ("hidden disagreement", "imagined conflict", "disagree and know it")
    )
    if hidden:
        return _hidden(hidden)
    if imagined:
        text = ngettext(
            "Leaders expected {n} disagreement that is not there",
            "Leaders expected {n} disagreements that are not there",
            len(imagined),
        )
        return text.format(n=count(len(imagined)))
    if known:
        text = ngettext(
            "Leaders expected the {n} disagreement found",
            "Leaders expected all {n} disagreements found",
            len(known),
        )
        return text.format(n=count(len(known)))
    if asked:
        text = ngettext(
            "The sides agree on the {n} practice they predicted, as expected",
            "The sides agree on all {n} practices they predicted, as expected",
            len(asked),
        )
        return text.format(n=count(len(asked)))
    return agreed_title(found)


def _hidden(hidden: Sequence[AlignedPractice]) -> str:
    number, left = len(hidden), sum(still_open(practice) for practice in hidden)
    head = ngettext(
        "{n} disagreement that leaders did not expect",
        "{n} disagreements that leaders did not expect",
        number,
    ).format(n=sentence(count(number)))
    if not left:
        return _("{disagreements}, settled in the room").format(disagreements=head)
    if left == number:
        return _("{disagreements}, still open").format(disagreements=head)
    return _("{disagreements}, {n} still open").format(disagreements=head, n=count(left))


def still_open(practice: AlignedPractice) -> bool:
    """Is it not agreed, or agreed with reservations or dissent?"""
    return practice.ledger is None or not settled(practice.ledger)


def agreed_title(found: Alignment) -> str:
    """How many practices the room agreed on, and on how many of these somebody holds back."""
    talked = talked_about(found)
    left = sum(still_open(practice) for practice in talked)
    head = ngettext(
        "The room agreed a level for {n} practice", "The room agreed a level for {n} practices", len(talked)
    ).format(n=count(len(talked)))
    if not left:
        return head
    return _("{agreed}, {n} with reservations or dissent").format(agreed=head, n=count(left))


def expectations_lead(found: Alignment) -> str:
    """On how many practices leaders predicted the other side, and what counts as a disagreement."""
    number = len(predicted(found))
    if not number:
        return ""
    return ngettext(
        "Leaders predicted the other side’s answer on {n} practice. A disagreement: the middle answers of the two sides are a level or more apart.",
        "Leaders predicted the other side’s answer on {n} practices. A disagreement: the middle answers of the two sides are a level or more apart.",
        number,
    ).format(n=count(number))


def by_belief(report: Report, found: Alignment) -> Mapping[Belief, tuple[AlignedPractice, ...]]:
    """The predicted practices by what was expected and found, each in the order of what to settle."""
    asked = in_order(report, predicted(found))
    return {belief: tuple(p for p in asked if p.belief == belief) for belief in EXPECTED}


def values_words(practice: AlignedPractice) -> str:
    """“business 3.7, technology 2.0”."""
    if practice.business is None or practice.technology is None:
        return ""
    return _("business {business}, technology {technology}").format(
        business=value_text(practice.business), technology=value_text(practice.technology)
    )


def matrix_words(parts: Mapping[Belief, Sequence[AlignedPractice]]) -> str:
    """What was expected and found in words, practice by practice."""
    said = []
    for belief, practices in parts.items():
        named = "; ".join(f"{p.practice.title} ({values_words(p)})" for p in practices)
        said.append(f"{EXPECTED[belief]}: {named or _('none')}.")
    return " ".join(said)


def open_points(practice: AlignedPractice) -> str:
    """What was not agreed to, in the words of those who said it; that there is none."""
    entry = practice.ledger
    if entry is None or settled(entry):
        return _("none recorded")
    said = [_("Agreed with reservations.")] if entry.reservations else []
    return " ".join([*said, *([_("“{text}”").format(text=entry.dissent)] if entry.dissent else [])])


def agreed_first_open(found: Alignment) -> list[AlignedPractice]:
    """What the room agreed, those with something open first."""
    return sorted(talked_about(found), key=lambda practice: not still_open(practice))

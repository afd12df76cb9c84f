"""Sentences about evidence for standards. They never say that a standard is met."""

from collections.abc import Mapping

from assessment.instrument.model import Instrument
from language.lists import listed
from language.translation import _, lazy, lazy_table, ngettext
from report.text.narrative import count, sentence
from scoring.levels.crosswalk import (
    EVIDENCE_FROM,
    EvidenceState,
    PracticeEvidence,
    Standard,
    StandardEvidence,
    StandardGroup,
)

STANDARD_NAMES: Mapping[Standard, str] = lazy_table(
    {
        "nist": "NIST AI RMF 1.0",
        "iso42001": "ISO/IEC 42001:2023",
        "euaiact": lazy("EU AI Act"),
    }
)
EVIDENCE_STATES: Mapping[EvidenceState, str] = lazy_table(
    {
        "to_show": lazy("evidence"),
        "some": lazy("evidence from some practices"),
        "described": lazy("described, no evidence recorded"),
        "early": lazy("too early for evidence"),
        "not_known": lazy("not known"),
        "unanswered": lazy("not answered"),
        "not_applicable": lazy("does not apply here"),
        "no_practice": lazy("not asked about here"),
    }
)
WHAT_THIS_IS = lazy(
    "Evidence for a practice is usually useful for the parts of a standard named beside it. Someone who "
    "has read both must say whether it is enough. Identifiers only; check before relying; not legal advice."
)


def standard_sentence(found: StandardEvidence) -> str:
    """One standard in one sentence: for how many of its parts there is something to show."""
    counts = found.counts
    every, whole, some = len(found.groups), counts.get("to_show", 0), counts.get("some", 0)
    template = (
        _(
            "{standard}: evidence is usually useful for {shown} of its {all} parts; for {whole} of them, "
            "every practice asked about has some."
        )
        if whole or some
        else _("{standard}: no evidence is recorded yet for any of its {all} parts.")
    )
    text = template.format(
        standard=STANDARD_NAMES[found.standard],
        all=count(every),
        shown=count(whole + some),
        whole=count(whole) if whole else _("none"),
    )
    missing = counts.get("no_practice", 0)
    if missing:
        text += " " + ngettext(
            "{n} part is not asked about here.", "{n} parts are not asked about here.", missing
        ).format(n=sentence(count(missing)))
    return text


def group_sentence(group: StandardGroup) -> str:
    """The state of one part: “Something to show from one of three practices.”"""
    if not group.practices:
        return _("No question here addresses this part. Check it yourselves.")
    if group.state in ("to_show", "some"):
        showing = sum(entry.state == "to_show" for entry in group.practices)
        return ngettext(
            "Evidence from {shown} of {n} practice.",
            "Evidence from {shown} of {n} practices.",
            len(group.practices),
        ).format(shown=count(showing), n=count(len(group.practices)))
    return _("{state}.").format(state=sentence(EVIDENCE_STATES[group.state]))


def evidence_sentence(instrument: Instrument, standard: Standard, entry: PracticeEvidence) -> str:
    """One practice in a part: which identifiers it serves, and the state of its evidence."""
    head = _("{title} ({identifiers})").format(
        title=instrument.practices[entry.practice].title,
        identifiers=listed([identifier_words(standard, name) for name in entry.identifiers]),
    )
    if entry.level is None or entry.state == "not_known":
        return f"{head}: {EVIDENCE_STATES[entry.state]}."
    level = _("you describe level {level}").format(level=entry.level)
    if entry.level < EVIDENCE_FROM:
        return f"{head}: {level}, {EVIDENCE_STATES[entry.state]}."
    shown = _("could show level {shown}").format(shown=entry.shown_level)
    return f"{head}: {level}, {shown}."


def part_row(instrument: Instrument, standard: Standard, group: StandardGroup) -> tuple[str, str, str]:
    """One part as a line of a table: what it is, its state today, and the practices asked about."""
    from_practices = "; ".join(instrument.practices[entry.practice].title for entry in group.practices)
    return (
        identifier_words(standard, group.code),
        sentence(EVIDENCE_STATES[group.state]),
        from_practices or "–",
    )


def identifier_words(standard: Standard, identifier: str) -> str:
    """The identifier, with “clause” before a number that would stand alone."""
    if standard == "iso42001" and identifier.isdecimal():
        return _("clause {number}").format(number=identifier)
    return identifier

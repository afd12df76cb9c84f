"""Sentences about what is open or not known: the ceiling of the level, what nobody could say, and whom to ask."""

from collections.abc import Mapping, Sequence

from assessment.instrument.model import Instrument
from assessment.workshop.meeting import in_words
from language.lists import listed
from language.translation import _, ngettext
from report.model.report import Errand
from scoring.levels.ceiling import Ceiling
from scoring.levels.results import MEAN, AssessmentResult

ASKED_AT_MOST = 3


def ceiling_sentence(found: Ceiling, result: AssessmentResult) -> str:
    """“No higher than level 2; the other fifteen can only lower it.”; empty where there is no ceiling.

    Where the ceiling is only as low because something is not known, it says so, and that it is so for now.
    """
    if found.level is None:
        return ""
    unknown = [c for c in found.held_by if c != MEAN and result.practices[c].state == "not_known"]
    head = _("No higher than level {level}").format(level=found.level)
    if unknown:
        text = ngettext(
            "{head} for now: {n} answer that sets it is not known",
            "{head} for now: {n} answers that set it are not known",
            len(unknown),
        )
        head = text.format(head=head, n=in_words(len(unknown)))
    text = ngettext(
        "{head}; the one open question can only lower it.",
        "{head}; the {others} open questions can only lower it.",
        found.others,
    )
    return text.format(head=head, others=in_words(found.others))


def unknown_holders(result: AssessmentResult) -> list[str]:
    """The practices that keep the level where it is only because they are not known."""
    return [c for c in result.held_by if c != MEAN and result.practices[c].state == "not_known"]


def unknown_sentence(instrument: Instrument, result: AssessmentResult) -> str:
    """“Too much is not known for an overall level: nine of the 20 questions that decide it.”"""
    gates = [p.code for pillar in instrument.pillars if pillar.role == "gate" for p in pillar.practices]
    states = [result.practices[code].state for code in gates]
    text = _("Too many answers are not known for an overall level: {unknown} of the {all} that set it.")
    return text.format(
        unknown=in_words(states.count("not_known")),
        all=in_words(len(states) - states.count("not_applicable")),
    )


def ask_first_sentence(errands: Sequence[Errand]) -> str:
    """“Ask IT about “…” and “…”; Finance about “…”.” A few questions, those that decide the level before others."""
    found = by_person(errands[:ASKED_AT_MOST])
    asked = [
        _("{who} about {titles}").format(
            who=who, titles=listed([_("“{title}”").format(title=e.practice.title) for e in group])
        )
        for who, group in found.items()
    ]
    return _("Ask {asked}.").format(asked="; ".join(asked)) if asked else ""


def by_person(errands: Sequence[Errand]) -> Mapping[str, list[Errand]]:
    """Errands by whom to ask, in their order."""
    found: dict[str, list[Errand]] = {}
    for errand in errands:
        found.setdefault(errand.ask, []).append(errand)
    return found


def message(asked: Sequence[Errand]) -> str:
    """Text to copy into a message: the questions with their five situations, and nothing else."""
    first = _(
        "Which of these describes us today? Please answer with the number, and say whether there is evidence."
    )
    blocks = [
        "\n".join([e.practice.stem, *(f"{n}. {s}" for n, s in enumerate(e.practice.levels, 1))])
        for e in asked
    ]
    return "\n\n".join([first, *blocks])

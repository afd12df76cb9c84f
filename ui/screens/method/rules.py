"""The rules in plain words, and what they gave for the assessment in front."""

from assessment.instrument.model import Instrument
from language.lists import listed
from language.numbers import integer
from language.translation import _, ngettext
from report.model.report import Report
from report.text.narrative import sentence
from report.text.plan.path import path_effort
from report.text.sureness import CERTAINTY, VARIANTS, other_rules_sentence
from scoring.levels.results import PlausibleRange, Robustness
from ui.explain import path
from ui.explain.levels import explain_index, explain_level, explain_section, explain_strategy_gap
from ui.kit.html import HtmlFragment, fold, heading, labelled, paragraph, show
from ui.screens.method.alignment import agreement_here


def rules(instrument: Instrument) -> None:
    """How an answer becomes a level, step by step."""
    gates = listed([pillar.title for pillar in instrument.pillars if pillar.role == "gate"])
    enabling = listed([pillar.title for pillar in instrument.pillars if pillar.role == "enabling"])
    overall = _("The lowest level among {gates}.").format(gates=gates)
    if enabling:
        overall += " " + _("{enabling} may be one level behind.").format(enabling=enabling)
    show(
        heading(_("From answers to a level"), 2, "levels"),
        labelled(
            [
                (_("Answer"), _("One of five situations, “I don’t know”, or, on a few questions, “does not apply” with a reason. Unanswered questions are never counted as zero.")),
                (_("Does not apply"), _("If more than half say so, each side counting equally, the practice is left out; otherwise these answers are ignored.")),
                (_("Not known"), _("If at least half of the answers are “I don’t know”, each side counting equally, the practice counts as level 1. If more than 40 % of the practices in the sections that set the level are not known, there is no overall level.")),
                (_("Value of a practice"), _("The mean of the two sides’ means, so each side counts equally. A level agreed in the room replaces it.")),
                (_("Level of a practice"), _("A level is reached past the middle of the step: 2.6 is level 3, and 2.5 is still level 2.")),
                (_("Level of a section"), _("The highest level where every key practice is at that level (1), no other practice is more than one level below it (2), and the weighted average of the section is past the middle of the step (3). Every lower level must pass too. All shortfalls against the next level are named, the average too if it would still be too low with those practices raised.")),
                (_("Overall level"), overall),
                (_("Level you can show"), _("The same rules, with each value capped by its evidence: 2 for opinion or nothing recorded, 3 for a document, 5 for a number. Shown when at least 75 % of the practices at level 3 or higher have something recorded. Evidence is a document or a number; an opinion is recorded, but is no evidence.")),
                (_("Enough answers"), _("A section has a level when three quarters of its practices, and every key practice, are answered. If more than a fifth does not apply, it is provisional.")),
                (_("AI strategy gap"), _("Activity minus capability, each from 0 to 100. Activity adds up its questions. Capability is half the mean and half the lowest of the practices that let a trial grow.")),
                (_("What to settle first"), path.gap_rule()),
                (_("Least effort to the next level"), path.path_rule()),
                (_("The first 180 days"), path.roadmap_rule(instrument)),
            ]
        ),
    )  # fmt: skip


def this_assessment(report: Report) -> None:
    """The numbers of the assessment in front, so that the level can be recomputed by hand."""
    show(
        heading(_("{organisation}, recomputed by hand").format(organisation=report.title), 2, "by-hand"),
        paragraph(
            _(
                "Start with the sections: compare each practice with what the next level needs, then the average. Rounding may change your last digit by one."
            )
        ),
        *(
            fold(
                view.pillar.title,
                *explain_section(report, view),
                aside=_section_aside(view.result.level),
            )
            for view in report.sections
        ),
        fold(_("Overall level"), *explain_level(report), aside=_section_aside(report.result.level)),
        fold(_("Index"), *explain_index(report)),
        fold(_("AI strategy gap"), *explain_strategy_gap(report)),
        *agreement_here(report),
        *_plan(report),
    )


def _plan(report: Report) -> list[HtmlFragment]:
    """The order of the gaps and the path worked out with this assessment’s numbers."""
    pieces = []
    if report.gaps and not report.result.single_view:
        pieces.append(fold(_("What to settle first"), *path.explain_gaps(report, stability=True)))
    if report.next_moves:
        whole = path_effort(report)
        pieces.append(fold(_("Least effort to the next level"), *path.explain_path(report), aside=whole))
    return pieces


def _section_aside(level: int | None) -> str:
    return _("not enough answers") if level is None else _("level {level}").format(level=level)


def how_sure(report: Report | None) -> None:
    """Plausible range and robustness in words; the documents say them too, other screens do not."""
    pieces = [heading(_("How certain it is"), 2, "sure")]
    if report is None or (report.plausible is None and report.robustness is None):
        pieces.append(
            paragraph(
                _(
                    "With two or more people, this shows how far the method’s own result could move: answers redrawn 5,000 times with small changes, other weights, six other defensible rules."
                )
            )
        )
    else:
        pieces.append(labelled([*_range(report.plausible), *_other_rules(report.robustness)]))
    show(*pieces)


def _range(found: PlausibleRange | None) -> list[tuple[str, str]]:
    if found is None:
        return []
    levels = (
        _("level {low}").format(low=found.low)
        if found.low == found.high
        else _("level {low} to {high}").format(low=found.low, high=found.high)
    )
    words = _(
        "{levels}; the result is {label}. Answers were redrawn {draws} times with small changes, and weights and cut-offs varied; the range covers at least four draws in five. This is not a sampling error: the leaders are nearly the whole group."
    ).format(levels=levels, label=CERTAINTY[found.label], draws=integer(found.draws))
    return [(_("Plausible range"), sentence(words))]


def _other_rules(found: Robustness | None) -> list[tuple[str, str]]:
    if found is None:
        return []
    words = other_rules_sentence(found)
    if found.differs:
        names = listed([VARIANTS.get(name, name) for name in found.differs])
        words += " " + ngettext(
            "The exception: {names}.", "The exceptions: {names}.", len(found.differs)
        ).format(names=names)
    tried = _("Tried: {names}.").format(names=listed([VARIANTS.get(name, name) for name in found.variants]))
    return [(_("Other rules"), f"{words} {tried}")]


def not_computed() -> None:
    """What is left out, and why; what may be said about published figures."""
    show(
        heading(_("What we leave out, and why"), 2, "not-computed"),
        labelled(
            [
                (_("Indices of agreement"), _("Within-group agreement (r_wg) and similar: random answers by two, three or four people pass its usual mark in about 52, 23 and 10 % of cases.")),
                (_("Reliability"), _("Cronbach’s alpha and intraclass correlation: they penalise a team that agrees.")),
                (_("Significance"), _("Stars and p-values: with fewer than eight leaders, no difference, however large, could be significant.")),
                (_("Market rank"), _("Published figures come from other people and other questions. Each is printed with who was asked, the year, the source and whose interest it serves.")),
                (_("Financial results"), _("Not predicted.")),
            ]
        ),
    )  # fmt: skip

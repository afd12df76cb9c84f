"""The rules in plain words, and what they gave for the assessment in front."""

from collections.abc import Mapping

from assessment.instrument.model import Instrument
from language.lists import listed
from language.numbers import integer, percent
from language.translation import _, lazy, lazy_table, ngettext
from report.model.report import Report
from report.text import wording
from report.text.narrative import sentence
from scoring.levels.results import Certainty, PlausibleRange, Robustness
from ui.explain import path
from ui.explain.levels import explain_index, explain_level, explain_section, explain_strategy_gap
from ui.kit.html import HtmlFragment, fold, heading, labelled, paragraph, show
from ui.screens.method.alignment import agreement_here

CERTAINTY: Mapping[Certainty, str] = lazy_table(
    {"firm": lazy("firm"), "likely": lazy("likely"), "tentative": lazy("tentative")}
)
VARIANTS = lazy_table(
    {
        "geometric mean": lazy("the geometric mean in place of the plain one"),
        "medians": lazy("medians in place of means"),
        "no key practices": lazy("no key practices"),
        "cut .4": lazy("a level reached after 0.4 of the step"),
        "cut .6": lazy("a level reached after 0.6 of the step"),
        "shown instead of described": lazy("what can be shown in place of what is described"),
    }
)


def rules(instrument: Instrument) -> None:
    """How an answer becomes a level, step by step."""
    gates = listed([pillar.title for pillar in instrument.pillars if pillar.role == "gate"])
    enabling = listed([pillar.title for pillar in instrument.pillars if pillar.role == "enabling"])
    overall = _("The lowest level among {gates}.").format(gates=gates)
    if enabling:
        overall += " " + _("{enabling} may lag by one level, not more.").format(enabling=enabling)
    show(
        heading(_("From answers to a level"), 2, "levels"),
        labelled(
            [
                (_("Answer"), _("One of five described situations, “I don’t know”, or, on a few questions, “does not apply” with a reason. Nothing given is never counted as a number.")),
                (_("Does not apply"), _("When more than half say so, each side counting alike, the practice is left out of everything; otherwise these answers are dropped.")),
                (_("Not known"), _("When at least half of those who answer do not know, each side counting alike, the practice counts as level 1: what a team cannot say, it does not have under control. Where more than 40 % of the practices in the sections that decide the level are not known, there is no overall level.")),
                (_("Value of a practice"), _("The mean of business and technology, each side the mean of its people, so that each side counts alike. A level agreed in the room replaces it.")),
                (_("Level of a practice"), _("A level is reached when more than half of the step to it is done: 2.6 is level 3, 2.5 is still level 2.")),
                (_("Level of a section"), _("The highest level at which three things hold: every key practice is at that level (1), no other practice is more than one level below it (2), and the average of the section, by the weights of its practices, has done more than half of the step (3). Every lower level must be reached as well. Everything that fails for the next level is named; the average too, where it fails even with the named practices raised.")),
                (_("Overall level"), overall),
                (_("Shown level"), _("The same rules with each value capped by what stands behind it: 2 with an opinion or nothing recorded, 3 with a document, 5 with a number. Printed when at least 75 % of the practices at level 3 or higher have a backing recorded. Backed means a document or a number; an opinion is recorded, not backed.")),
                (_("Enough answers"), _("A section has a level when three quarters of its practices are answered and no key practice is missing. When more than a fifth of a section does not apply, its level is provisional.")),
                (_("AI strategy gap"), _("Activity minus capability, both 0 to 100. Activity adds up over its questions; capability is half the mean and half the weakest of the practices that let a trial grow.")),
                (_("Gaps to close first"), path.gap_rule()),
                (_("The cheapest way up"), path.path_rule()),
                (_("The first 180 days"), path.roadmap_rule()),
            ]
        ),
    )  # fmt: skip


def this_assessment(report: Report) -> None:
    """The numbers of the assessment in front, so that the level can be recomputed by hand."""
    show(
        heading(_("{organisation}, recomputed by hand").format(organisation=report.title), 2, "by-hand"),
        paragraph(
            _(
                "Begin with the sections: compare each practice with what the next level needs, then the average. What is shown "
                "is rounded, and the sums are made before rounding; done again from what is shown, the last figure may differ by one."
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
        pieces.append(fold(_("Gaps to close first"), *path.explain_gaps(report, stability=True)))
    if report.next_moves:
        weeks = wording.person_weeks(report.path.found.effort if report.path else 0.0)
        pieces.append(fold(_("The cheapest way up"), *path.explain_path(report), aside=weeks))
    return pieces


def _section_aside(level: int | None) -> str:
    return _("not enough answers") if level is None else _("level {level}").format(level=level)


def how_sure(report: Report | None) -> None:
    """Plausible range and robustness in words; said only here and on the method page of the PDF."""
    pieces = [heading(_("How sure it is"), 2, "sure")]
    if report is None or (report.plausible is None and report.robustness is None):
        pieces.append(
            paragraph(
                _(
                    "From two people on, this place says how far the method’s own result could move: answers "
                    "redrawn 5,000 times and moved a little, other weights, six other defensible rules. One "
                    "person alone gives no range."
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
        "{levels}, and the result is called {label}. The answers were redrawn {draws} times, each moved a "
        "little, with the weights and the cut moved too; the range holds at least four draws of five. It says how "
        "far the method’s own result could move: the leaders are nearly the whole group, not a sample of one."
    ).format(levels=levels, label=CERTAINTY[found.label], draws=integer(found.draws))
    return [(_("Plausible range"), sentence(words))]


def _other_rules(found: Robustness | None) -> list[tuple[str, str]]:
    if found is None:
        return []
    words = _(
        "The level is the same under {share} of other weightings, and under {same} of {all} other defensible rules."
    ).format(share=percent(found.same_level), same=found.same, all=len(found.variants))
    if found.differs:
        names = listed([VARIANTS.get(name, name) for name in found.differs])
        words += " " + ngettext("The odd one: {names}.", "The odd ones: {names}.", len(found.differs)).format(
            names=names
        )
    tried = _("Tried: {names}.").format(names=listed([VARIANTS.get(name, name) for name in found.variants]))
    return [(_("Other rules"), f"{words} {tried}")]


def not_computed() -> None:
    """What is left out, and why; what may be said about published figures."""
    show(
        heading(_("What is not computed, and why"), 2, "not-computed"),
        labelled(
            [
                (_("Indices of agreement"), _("Within-group agreement (r_wg) and its kin are not used: answers given at random by two, three or four people pass its usual mark in about 52, 23 and 10 % of cases.")),
                (_("Reliability"), _("Cronbach’s alpha and intraclass correlation are not used: they punish a team that agrees about everything.")),
                (_("Significance"), _("No stars and no p-values: below eight leaders no difference could be called significant, however large it is.")),
                (_("A place in the market"), _("Published figures come from other people who were asked other questions. Each stands with its population, year and source, says how we saw it and whose interest it serves; it is context, never a percentile, and never part of a score.")),
                (_("Financial results"), _("Nothing here predicts one.")),
            ]
        ),
    )  # fmt: skip

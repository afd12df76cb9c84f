"""How agreement between the leaders is measured, in plain words, and what it gave for the assessment in front."""

from language.translation import _
from report.model.report import Report
from report.text.alignment.findings import EXPECTED
from report.text.alignment.sentences import decision_sentence, gaps_sentence
from scoring.alignment.agreement import Belief
from ui.explain.alignment import (
    delta_rule,
    explain_delta,
    explain_difference,
    explain_distance,
    explain_expected_gaps,
)
from ui.kit.html import HtmlFragment, fold, heading, labelled, paragraph, paragraphs, show


def agreement_rules() -> None:
    """Everything that is said about agreement, with its rule."""
    show(
        heading(_("How far leaders agree"), 2, "agreement"),
        paragraph(_("Only first votes count: what each person answered before anybody talked. Agreed levels never enter."), kind="muted"),
        labelled(
            [
                (_("Typical distance"), _("The average of how far the answers lie from the middle one, in levels. For a section and for all, the average over the questions. From five leaders on it has a word: close below 0.5, mixed from 0.5, apart from 0.9. Below five only the number is given.")),
                (_("Camp difference"), _("The average of technology minus the average of business, in levels, with who is higher. {rule}").format(rule=delta_rule())),
                (_("Expected by chance"), _("From five leaders on, two on each side: how many questions would differ by a level or more if the sides made no difference. Whole leaders are relabelled, the sides kept at their size: all ways up to 14 leaders, 10,000 drawn ones above.")),
                (_("Believed and real"), _("On the predicted questions: real is how far the middle answers of the two sides lie apart, believed is how far people expected the other side to be from their own answer, on average. A level or more is large. {names}.").format(names="; ".join(_belief_names()))),
                (_("Who does not know"), _("The share of “I don’t know” among the answers of each side, by section.")),
                (_("Who decides"), _("The share that names the most-named role. More than half: it sits with one role. Without a majority: claimed by several. When “nobody” and “I don’t know” lead: nobody holds it.")),
                (_("What AI should bring, and what gets in the way"), _("The average place of each, 1 for first, by side and in all; both sides count alike, and what someone left out shares the places that were left. Where the sides differ most is shown beside the difference that chance alone would give: the same people, divided into sides of the same size in all ways up to 14 people, in 10,000 drawn ones above.")),
                (_("What the room agreed"), _("Distance of the first and of the second vote, the level agreed, and dissent. The agreed level lies within the second votes, or within the first where nobody voted again. From five voters on it is agreed with reservations when the second vote still has a distance of 0.9 or more.")),
                (_("What may be shown"), _("Answers open to the room, sides from two people each, or the team only from three: chosen before the first answer. What cannot be shown is left out, and so is whatever would give it away by subtraction. One thing remains: a value is the average of the two sides, so where one person alone speaks for a side, it can together with the counts of a vote give that answer away.")),
            ]
        ),
    )  # fmt: skip


def _belief_names() -> list[str]:
    kinds: dict[Belief, str] = {
        "agree and know it": _("neither is large"),
        "disagree and know it": _("both are"),
        "hidden disagreement": _("only the real one is, which is a hidden disagreement"),
        "imagined conflict": _("only the believed one is"),
    }
    return [f"{words}: {EXPECTED[belief].lower()}" for belief, words in kinds.items()]


def agreement_here(report: Report) -> list[HtmlFragment]:
    """The same rules worked out with this assessment’s numbers; nothing for one person alone."""
    found = report.alignment
    if found is None:
        return []
    pieces = [fold(_("Typical distance"), *explain_distance(report, found))]
    if any(p.difference for p in found.practices):
        pieces.append(fold(_("Camp difference"), *explain_difference(found), paragraph(explain_delta(found))))
    if found.gaps is not None:
        words = paragraph(gaps_sentence(found) or "")
        pieces.append(fold(_("Expected by chance"), *explain_expected_gaps(report, found), words))
    if found.decisions:
        lines = paragraphs(*(f"{seen.title} {decision_sentence(seen)}" for seen in found.decisions))
        pieces.append(fold(_("Who decides"), lines))
    return pieces

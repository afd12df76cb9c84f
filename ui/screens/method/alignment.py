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
        paragraph(_("Only first votes count: answers given before any discussion."), kind="muted"),
        labelled(
            [
                (_("Typical distance"), _("How far answers are from the middle answer on average, in levels; for sections and overall, the average of the questions. From five leaders: close below 0.5, mixed from 0.5, apart from 0.9.")),
                (_("Difference between sides"), _("Technology’s average minus business’s, in levels, and who is higher. {rule}").format(rule=delta_rule())),
                (_("Expected by chance"), _("From five leaders, two on each side: how many questions would differ by a level or more if sides made no difference. Each leader’s answers move together: in every possible way up to 14 leaders, in 10,000 random ways above that.")),
                (_("Expected and found"), _("On the predicted questions, “found” is the distance between the two sides’ middle answers; “expected” is how far people placed the other side from their own answer, on average. A level or more is large. {names}.").format(names="; ".join(_belief_names()))),
                (_("Who does not know"), _("Share of “I don’t know” answers, by side and section.")),
                (_("Who decides"), _("The share naming the most-named role. More than half: one role decides. No majority: several claim it. “Nobody” and “I don’t know” lead: nobody decides.")),
                (_("What AI should bring, and what gets in the way"), _("The average place of each, 1 for first, by side and in all; both sides count alike, and what someone left out shares the places that were left. Where the sides differ most is shown beside the difference that chance alone would give: the same people, divided into sides of the same size in all ways up to 14 people, in 10,000 random ways above that.")),
                (_("What the room agreed"), _("Distance in the first and second votes, the level agreed, and dissent. The agreed level must be within the latest votes. With five or more voters and a distance still at 0.9 or more, it is agreed with reservations.")),
                (_("Privacy"), _("Chosen before the first answer: open answers, sides of two or more, or a team of three or more. Anything hidden is left out, and so is anything that would reveal it by subtraction. One limit: each value averages the two sides, so if one person is a whole side, it and the vote counts together can reveal that answer.")),
            ]
        ),
    )  # fmt: skip


def _belief_names() -> list[str]:
    kinds: dict[Belief, str] = {
        "agree and know it": _("neither is large"),
        "disagree and know it": _("both are"),
        "hidden disagreement": _("found only, a hidden disagreement"),
        "imagined conflict": _("expected only"),
    }
    return [f"{words}: {EXPECTED[belief].lower()}" for belief, words in kinds.items()]


def agreement_here(report: Report) -> list[HtmlFragment]:
    """The same rules worked out with this assessment’s numbers; nothing for one person alone."""
    found = report.alignment
    if found is None:
        return []
    pieces = [fold(_("Typical distance"), *explain_distance(report, found))]
    if any(p.difference for p in found.practices):
        pieces.append(
            fold(_("Difference between sides"), *explain_difference(found), paragraph(explain_delta(found)))
        )
    if found.gaps is not None:
        words = paragraph(gaps_sentence(found) or "")
        pieces.append(fold(_("Expected by chance"), *explain_expected_gaps(report, found), words))
    if found.decisions:
        lines = paragraphs(*(f"{seen.title} {decision_sentence(seen)}" for seen in found.decisions))
        pieces.append(fold(_("Who decides"), lines))
    return pieces

"""Explains a net present value year by year, to be recomputed by hand."""

from assessment.answers.records import Assumptions, UseCase
from language.translation import _
from report.text.value.npv import ByHand, back_words, by_hand, hand_table, hand_words
from ui.kit.html import HtmlFragment, paragraph, table


def explain_npv(use_case: UseCase, assumptions: Assumptions) -> tuple[HtmlFragment, ...]:
    """The most likely case of one use case; nothing while an estimate is missing."""
    found = by_hand(use_case, assumptions)
    return () if found is None else hand_pieces(found, assumptions)


def hand_pieces(found: ByHand, assumptions: Assumptions) -> tuple[HtmlFragment, ...]:
    head, rows = hand_table(found)
    return (
        paragraph(hand_words(found, assumptions)),
        table(head, rows, numeric=range(1, len(head))),
        paragraph(back_words(found)),
        paragraph(
            _(
                "The simulation draws each amount from its three estimates, with no benefit when the use "
                "case fails. Its middle estimate is therefore usually lower unless success is certain."
            ),
            kind="muted",
        ),
    )

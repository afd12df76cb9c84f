"""How the value of use cases is made, and one net present value recomputed by hand."""

from language.translation import _
from report.model.report import Report
from report.text.value.figures import assumption_words
from report.text.value.npv import first_by_hand
from report.text.value.rules import value_rules as rule_texts
from scoring.value.cash_flow import USUAL
from ui.explain.npv import hand_pieces
from ui.kit.html import fold, heading, labelled, paragraph, show


def value_rules(report: Report | None) -> None:
    """Every rule, then the sum for the first use case with figures; round numbers where there is none."""
    view = report.value if report else None
    found = first_by_hand(view)
    assumptions = view.assumptions if view else USUAL
    show(
        heading(_("Value of a use case"), 2, "value"),
        labelled(rule_texts()),
        *([paragraph(assumption_words(view), kind="muted")] if view else []),
        fold(
            _("One net present value, by hand: {name}").format(name=found.name),
            *hand_pieces(found, assumptions),
        ),
    )

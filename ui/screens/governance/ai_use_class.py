"""The class of one AI use: why, what to do first, what follows and from when."""

from assessment.governance.ai_uses import Following, use_class
from language.translation import _
from report.model.governance import UseView
from report.text.governance.ai_uses import (
    CHECK_FIRST,
    also_sentence,
    check_lines,
    class_dates,
    class_duty,
    class_sentence,
    dates_sentence,
    duty_source,
    following_title,
    may_follow_sentence,
    open_sentence,
)
from ui import session
from ui.kit.html import HtmlFragment, block, fold, heading, labelled, paragraph, paragraphs, show

HEAVY = ("prohibited", "high_risk")


def use_panel(view: UseView) -> None:
    """The class with its reasons; what follows is folded away, duty by duty."""
    uses, result = session.here().governance.ai_uses, view.result
    found = use_class(uses, result.verdict)
    kind = "pl-class pl-class-heavy" if result.verdict in HEAVY else "pl-class"
    show(
        block(
            heading(found.name, 3),
            paragraph(class_sentence(uses, result)),
            paragraphs(also_sentence(result), found.meaning),
            labelled(
                [
                    (_("First"), found.first_step),
                    (_("Open"), open_sentence(result)),
                    (_("From when"), _from_when(view)),
                ]
            ),
            *map(_following, result.follows),
            _checks(view),
            paragraphs(may_follow_sentence(result)),
            paragraph(_(CHECK_FIRST), kind="muted"),
            under=kind,
        )
    )


def _from_when(view: UseView) -> str:
    """From when the duties of the class apply, with source and status; empty where it has none of its own."""
    duty = class_duty(view.result)
    return f"{class_dates(view.result)} {duty_source(duty)}" if duty else ""


def _following(found: Following) -> HtmlFragment:
    return fold(
        following_title(found),
        paragraph(found.consequence.to_do),
        paragraph(dates_sentence(found.duty), kind="muted"),
        paragraph(duty_source(found.duty), kind="muted"),
    )


def _checks(view: UseView) -> HtmlFragment:
    lines = check_lines(view.result)
    return fold(_("Have these checked"), *map(paragraph, lines)) if lines else HtmlFragment("")

"""What to ask next: what nobody could answer; and alone, what is expected of the other side and what has nothing to show."""

import streamlit as st

from language.translation import _, ngettext
from report.model.report import Errand, Prediction, Report
from report.text.narrative import count, sentence
from report.text.unknown import by_person, message
from ui.kit import text
from ui.kit.html import fold, heading, listing, paragraph, show, table
from ui.screens.results.cover import ASK


def errands(report: Report) -> None:
    """The questions that are not this person's to answer, each with whom to ask and what to send."""
    if not report.errands:
        return
    number = len(report.errands)
    title = (
        ngettext("One question you could not answer", "{n} questions you could not answer", number)
        if report.result.single_view
        else ngettext("One question too few could answer", "{n} questions too few could answer", number)
    )
    show(heading(sentence(title.format(n=count(number))), 2, ASK))
    for who, group in by_person(report.errands).items():
        _errand(who, group)


def expectations(report: Report) -> None:
    """What this person expects of the other side, and what has nothing to show for it."""
    if report.predictions:
        _predictions(report.predictions)
    if report.unbacked:
        _unbacked(report)


def _errand(who: str, asked: list[Errand]) -> None:
    words = ngettext("Ask {who} this question.", "Ask {who} these {n} questions.", len(asked))
    show(
        paragraph(words.format(who=who, n=count(len(asked))), kind="strong"),
        listing(f"{errand.practice.title}: {errand.practice.stem}" for errand in asked),
    )
    with st.expander(text.label(_("Text to copy for {who}").format(who=who))):
        st.code(message(asked), language=None, wrap_lines=True)


def _predictions(predictions: tuple[Prediction, ...]) -> None:
    differ = [p for p in predictions if p.own is not None and p.own != p.expected]
    text.heading(
        _("You expect the other side to agree with you")
        if not differ
        else ngettext(
            "You expect the other side to differ on one question",
            "You expect the other side to differ on {n} questions",
            len(differ),
        ).format(n=count(len(differ)))
    )
    text.muted(_("This is only your expectation; the other side has not answered."))
    rows = [
        (p.practice.title, str(p.own) if p.own else _("I don’t know"), str(p.expected), _direction(p))
        for p in predictions
    ]
    columns = (_("Practice"), _("You said"), _("You expect them to say"), _("Compared with you"))
    show(table(columns, rows, numeric=(1, 2)))


def _direction(prediction: Prediction) -> str:
    if prediction.own is None:
        return ""
    if prediction.expected == prediction.own:
        return _("the same")
    return _("lower") if prediction.expected < prediction.own else _("higher")


def _unbacked(report: Report) -> None:
    number = len(report.unbacked)
    text.heading(
        ngettext(
            "One practice has no evidence yet",
            "{n} practices have no evidence yet",
            number,
        ).format(n=sentence(count(number)))
    )
    text.muted(_("A board would ask for:"))
    show(*(fold(practice.title, paragraph(practice.evidence)) for practice in report.unbacked))

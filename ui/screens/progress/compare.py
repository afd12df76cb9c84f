"""An earlier assessment beside today's: what moved, and what only looks as if it had."""

from collections.abc import Sequence

import streamlit as st

from language.dates import long_date
from language.translation import _
from report.model.progress import ProgressView
from report.text import editions, progress
from services.core.identity import Owned
from services.reports.comparison import progress_view
from services.reports.history import RoundReport
from ui import session
from ui.kit import fragments, text
from ui.kit.html import fold, labelled, show, table
from ui.screens.progress.slopes import slopes


@fragments.alone
def compare(earlier: Sequence[RoundReport], now: RoundReport) -> None:
    """The comparison with the earlier moment one chooses; the one before is chosen already."""
    chosen = _chosen(earlier)
    view = progress_view(chosen, now, session.today())
    text.heading(progress.slopes_finding(view))
    days = {"then": long_date(view.then), "now": long_date(view.now)}
    across = view.comparison.across
    if across is None:
        text.muted(_("{then} and {now}, same questions, same rules.").format(**days))
    else:
        text.muted(_("{then} and {now}.").format(**days))
        text.prose(editions.across_sentence(across))
        _practices(view)
    slopes(view)
    _said(view)


def _practices(view: ProgressView) -> None:
    """What can be compared across editions, practice by practice."""
    rule = editions.rule_sentence(view, session.instrument().rule)
    if rule:
        text.muted(rule)
    if view.practices:
        head, rows = editions.practices_table(view)
        show(fold(_("The practices compared"), table(head, rows, numeric=(1, 2))))


def _chosen(earlier: Sequence[RoundReport]) -> RoundReport:
    if len(earlier) == 1:
        return earlier[0]
    number = st.selectbox(
        _("Compare with"), range(len(earlier)), index=len(earlier) - 1, key="progress_chosen",
        format_func=lambda n: _named(earlier[n]), width=420,
    )  # fmt: skip
    return earlier[number]


def _named(stand: RoundReport) -> str:
    if stand.number is None:
        return _("{day}, not submitted").format(day=long_date(stand.as_of))
    return _("{day}, submission {number}").format(day=long_date(stand.as_of), number=stand.number)


def _said(view: ProgressView) -> None:
    text.subheading(_("In words"))
    show(labelled(progress.view_facts(session.instrument(), view)))


def not_answered(owned: Owned) -> None:
    """This assessment has nothing to tell yet."""
    text.heading(_("What moved"))
    if owned.workshop:
        text.prose(_("Changes appear when this workshop is closed."))
        text.link(*session.room_screen(owned))
        return
    text.prose(_("Changes appear with your answers."))
    text.link(session.question_screen(owned), _("Answer the questions"))


def not_yet(told: Sequence[RoundReport]) -> None:
    """Nothing to compare with, and why."""
    text.heading(_("What moved"))
    if any(stand.report is None for stand in told):
        text.prose(_("The earlier assessment asked other questions, so the two cannot be compared."))
    elif len(told) > 1:
        text.prose(_("One assessment has too few answers to compare."))
    else:
        text.prose(_("This is the organisation’s first assessment, so there is nothing to compare yet."))

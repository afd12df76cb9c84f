"""The review of commitments: every one that is due or open is said to be kept, late or given up, by a tap."""

from collections.abc import Sequence
from datetime import date, timedelta

import streamlit as st

from assessment.answers.records import CommitmentStatus
from language.dates import long_date
from language.translation import _, ngettext
from report.model.report import Report
from report.text import commitments
from report.text.narrative import count, sentence
from scoring.comparison.progress import Outcome
from services.assessments import commitment_review
from services.assessments.commitment_review import DueCommitment
from services.core.identity import Owned
from ui import session
from ui.kit import edit_state, fragments, text
from ui.kit.edit_state import Field
from ui.kit.html import fold, show, table

LATE = "commitment_late"
REVIEW = Field(("commitment_review",))
LATER = timedelta(weeks=8)
"""What is proposed as the one new day of a late commitment."""


@fragments.alone
def review_commitments(owned: Owned, now: Report | None) -> None:
    """What is to be answered, one after another; then all commitments in one sentence and a table."""
    today = session.today()
    found = commitment_review.all_commitments(session.here(), owned)
    if not found:
        text.heading(_("Commitments"))
        text.prose(_("No commitments yet. Commit to a move on the roadmap, then record the outcome here."))
        text.link("plan-roadmap", _("Open the roadmap"))
        return
    asked = [p for p in found if p.asked(today) and not p.closed]
    text.heading(_title(len(asked)))
    for due in asked:
        _ask(owned, due, today)
    edit_state.feedback(*REVIEW.scope)
    described = {code: one.level for code, one in now.result.practices.items()} if now else {}
    outcomes = [p.outcome(today, described) for p in found]
    text.prose(commitments.counted_sentence(outcomes))
    if any(p.closed and p.asked(today) for p in found):
        text.muted(_("Some belong to a closed assessment. Reopen it in its owner’s room to record outcomes."))
    _everything(found, outcomes)


def _title(number: int) -> str:
    if not number:
        return _("Commitments")
    return ngettext(
        "{n} commitment is due or open",
        "{n} commitments are due or open",
        number,
    ).format(n=sentence(count(number)))


def _ask(owned: Owned, commitment: DueCommitment, today: date) -> None:
    key = f"{commitment.assessment_id}_{commitment.position}"
    with st.container(key=f"pl_commitment_{key}", gap="xsmall"):
        text.subheading(commitments.commitment_title(commitment.asked_in, commitment.commitment))
        text.muted(_about(commitment))
        with st.container(horizontal=True, gap="small"):
            _tap(_("Kept"), "kept", owned, commitment, today)
            if commitment.commitment.status != "late":
                text.button(_("Late"), f"late_{key}", on_click=_be_late, args=(key,))
            _tap(_("Given up"), "dropped", owned, commitment, today)
        if st.session_state.get(LATE) == key:
            _new_day(owned, commitment, key, today)


def _tap(words: str, status: CommitmentStatus, owned: Owned, commitment: DueCommitment, today: date) -> None:
    key = f"{status}_{commitment.assessment_id}_{commitment.position}"
    text.button(words, key, on_click=_answer, args=(owned, commitment, status, today))


def _new_day(owned: Owned, commitment: DueCommitment, key: str, today: date) -> None:
    """Late takes one new day, and says that it is the only one."""
    st.date_input(
        _("New date (one change only)"), value=today + LATER, min_value=today + timedelta(days=1),
        format="YYYY-MM-DD", key=f"day_{key}", width=320,
    )  # fmt: skip
    text.button(
        _("Save the new date"), f"store_{key}", kind="primary",
        on_click=_answer, args=(owned, commitment, "late", today, f"day_{key}"),
    )  # fmt: skip


def _be_late(key: str) -> None:
    st.session_state[LATE] = key
    edit_state.clear(*REVIEW.scope)


def _answer(
    owned: Owned, commitment: DueCommitment, status: CommitmentStatus, today: date, day: str | None = None
) -> None:
    def work() -> None:
        due = st.session_state.get(day) if day else None
        commitment_review.answer(session.here(), owned, commitment, status, today, due)
        st.session_state.pop(LATE, None)

    edit_state.commit(REVIEW, work)


def _about(commitment: DueCommitment) -> str:
    """Who committed to it, for when, and how it would show."""
    kept, owner = commitment.commitment, commitment.promised.owner
    words = [
        session.instrument().role_titles.get(owner, owner) if owner else _("Nobody named"),
        _("due {day}").format(day=long_date(commitment.due)) if commitment.due else _("no date set"),
        kept.metric or "",
        kept.note or "",
    ]
    return " · ".join(word for word in words if word)


def _everything(found: Sequence[DueCommitment], outcomes: Sequence[Outcome]) -> None:
    titles = session.instrument().role_titles
    rows = [
        (
            commitments.commitment_title(p.asked_in, p.commitment),
            titles.get(p.promised.owner, p.promised.owner) if p.promised.owner else "–",
            long_date(p.due) if p.due else "–",
            commitments.outcome_text(outcome),
            long_date(p.made_on),
        )
        for p, outcome in zip(found, outcomes, strict=True)
    ]
    head = (_("Commitment"), _("Owner"), _("Due"), _("Outcome"), _("Assessment started on"))
    show(fold(_("All commitments"), table(head, rows)))

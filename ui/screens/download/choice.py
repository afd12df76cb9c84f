"""What kind of playbook is wanted, what it will contain, and where to fetch it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlencode

import streamlit as st

from assessment.privacy import WITHHELD
from assessment.workshop.meeting import in_words
from language.dates import long_date
from language.lists import listed
from language.translation import _, lazy, lazy_table, ngettext
from report.model.report import Report
from services.assessments import owner
from services.core.identity import Owned
from services.core.preferences import Paper
from services.reports.documents import offered, unprintable
from ui import session
from ui.kit import edit_state, text
from ui.kit.edit_state import Field
from ui.kit.html import block, download, listing, paragraph, show

Length = Literal["board", "full"]
LENGTHS: Mapping[Length, str] = lazy_table({"full": lazy("Full playbook"), "board": lazy("Two board pages")})
PAPERS: Mapping[Paper, str] = lazy_table({"a4": lazy("A4"), "letter": lazy("US Letter")})

NAMED, QUOTED = 5, 60
"""So many texts are quoted, with so many characters each."""


@dataclass(frozen=True)
class DocumentChoice:
    """How the playbook is wanted."""

    length: Length
    paper: Paper
    appendix: bool

    def address(self, owned: Owned) -> str:
        """Where the PDF is fetched; only this browser may."""
        query = {"length": self.length, "paper": self.paper, "appendix": int(self.appendix)}
        return f"/report/{owned.assessment_id}?{urlencode(query)}"


def choice(owned: Owned) -> DocumentChoice:
    """Length, paper and appendix; the paper is remembered."""
    preferred = owner.settings_of(session.here(), owned)

    def save(typed: Mapping[str, Any], _seen: object) -> None:
        line = owner.settings_of(session.here(), owned).confidentiality
        owner.save_preferences(session.here(), owned, confidentiality=line, paper=typed["paper"])

    with st.container(horizontal=True, gap="large"):
        length = st.segmented_control(
            _("Length"), list(LENGTHS), format_func=LENGTHS.__getitem__, default="full", required=True,
            key="playbook_length", wrap=True,
        )  # fmt: skip
        paper = st.segmented_control(
            _("Paper"), list(PAPERS), format_func=PAPERS.__getitem__, required=True, wrap=True,
            **edit_state.widget(Field(("playbook",), ("paper",)), preferred.paper, save),
        )  # fmt: skip
    appendix = False
    if length == "full":
        appendix = st.checkbox(_("Add an appendix of all answers"), key="playbook_appendix")
    return DocumentChoice(length or "full", paper or preferred.paper, appendix)


def contents(report: Report, chosen: DocumentChoice) -> None:
    """What the chosen playbook holds, in its order."""
    board = [
        _("Page 1: level, evidence, what limits it, the {number} sections, AI strategy gap").format(
            number=in_words(len(report.instrument.pillars))
        ),
        _("Page 2: exposure today, decisions with owner and effort, unknowns, next review"),
    ]
    show(
        paragraph(_("Contents"), kind="strong"),
        listing(board if chosen.length == "board" else [*board, *_full(report, chosen)]),
    )
    if chosen.appendix and not report.disclosure.answers:
        text.notice(_(WITHHELD), strong=_("The appendix will be empty."))
    _unprintable(report, chosen)


def _unprintable(report: Report, chosen: DocumentChoice) -> None:
    """Which texts will look different on paper."""
    found = unprintable(report, appendix=chosen.appendix)
    if not found:
        return
    quoted = [
        _("“{text}”").format(text=one if len(one) <= QUOTED else f"{one[:QUOTED]}…") for one in found[:NAMED]
    ]
    more = ngettext("{n} more text", "{n} more texts", len(found) - NAMED).format(n=len(found) - NAMED)
    text.notice(
        _("The PDF prints their names or numbers in brackets, in: {texts}.").format(
            texts=listed([*quoted, more] if len(found) > NAMED else quoted)
        ),
        strong=_("Some characters cannot be printed."),
    )


def _full(report: Report, chosen: DocumentChoice) -> list[str]:
    lines = []
    if report.disclosure.team:
        lines.append(_("Section profile with thresholds"))
        lines.append(_("A page per section: today, evidence, next level"))
        if report.alignment is not None:
            lines.append(_("Where leaders differ, question by question, and the levels agreed"))
        lines.append(_("What to settle first, with question and evidence"))
    if report.next_moves:
        lines.append(_("Path to the target level: each move with steps, owner, weeks, measure, evidence"))
    if report.roadmap is not None and report.roadmap.items:
        lines.append(_("First 180 days: bars, owners, measures, reviews, open points"))
    lines += _planned(report)
    lines.append(_("Published figures, method and limits, standards"))
    if chosen.appendix and report.disclosure.answers:
        lines.append(_("All answers"))
    return lines


def _planned(report: Report) -> list[str]:
    """What the plan adds behind the roadmap, chapter by chapter."""
    rules = report.rules
    chapters = (
        (report.value, _("Each AI use case: value, claim, next step")),
        (
            report.ownership is not None and report.ownership.begun,
            _("Who owns what, and what to settle"),
        ),
        (rules is not None and rules.uses, _("AI in use, by class")),
        (rules is not None and rules.risk.lines, _("The AI risk accepted, line by line, with space to sign")),
        (
            rules is not None and (rules.forum.kept or rules.forum.charter.members),
            _("The forum’s charter"),
        ),
        (report.progress, _("Changes since the last assessment, and the commitments")),
    )
    return [words for there, words in chapters if there]


def fetch(report: Report, owned: Owned, chosen: DocumentChoice) -> None:
    """The link to the PDF, which only this browser may fetch."""
    words = _("Based on the answers of {day}.")
    day = long_date(report.basis.as_of)
    show(
        block(
            download(_("Download the PDF"), chosen.address(owned)),
            paragraph(words.format(day=day), kind="muted"),
            under="pl-fetch",
        )
    )


def other_files(report: Report, owned: Owned) -> None:
    """Every other document type: its link, or what is said where there is none."""
    text.heading(_("Other files"))
    for kind, there in offered(report):
        if there and kind.link and kind.about:
            show(
                paragraph(_(kind.about)),
                download(_(kind.link), f"/{kind.code}/{owned.assessment_id}", quiet=True),
            )
        elif kind.instead:
            reason, *more = kind.instead
            show(paragraph(_(reason)), *(paragraph(_(each), kind="muted") for each in more))

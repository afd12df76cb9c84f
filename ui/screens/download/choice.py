"""What kind of playbook is wanted, what it will look like, and where to fetch it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlencode

import streamlit as st

from assessment.privacy import WITHHELD
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
from ui.kit.html import block, download, paragraph, picture, show

Length = Literal["board", "full", "annex"]
LENGTHS: Mapping[Length, str] = lazy_table(
    {"full": lazy("Full playbook"), "board": lazy("Two board pages"), "annex": lazy("Annex")}
)
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
        return f"/report/{owned.assessment_id}?{self._query()}"

    def preview(self, owned: Owned) -> str:
        """Where the picture of its pages is fetched."""
        return f"/preview/{owned.assessment_id}?{self._query()}"

    def _query(self) -> str:
        return urlencode({"length": self.length, "paper": self.paper, "appendix": int(self.appendix)})


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
    words = {"full": _("Add the annex and all answers"), "annex": _("Add all answers")}
    appendix = length in words and st.checkbox(text.label(words[length]), key="playbook_appendix")
    return DocumentChoice(length or "full", paper or preferred.paper, appendix)


def warnings(report: Report, chosen: DocumentChoice) -> None:
    """What will be missing or look different on paper."""
    if chosen.appendix and not report.disclosure.answers:
        text.notice(_(WITHHELD), strong=_("The annex will hold no answers."))
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


def preview(owned: Owned, chosen: DocumentChoice) -> None:
    """The pages as they will be printed; the picture is made when it comes into view."""
    text.heading(_("Preview"))
    words = _("The first pages of the playbook, as they will be printed.")
    show(picture(chosen.preview(owned), words, under="pl-preview", loading="lazy"))


def other_files(report: Report, owned: Owned) -> None:
    """Every other document type: its link, or what is said where there is none."""
    text.heading(_("Other files"))
    for kind, there in offered(report):
        if there and kind.link and kind.about:
            link = download(_(kind.link), f"/{kind.code}/{owned.assessment_id}", quiet=True)
            show(block(link, paragraph(_(kind.about), kind="muted"), under="pl-file"))
        elif kind.instead:
            reason, *more = kind.instead
            show(paragraph(_(reason)), *(paragraph(_(each), kind="muted") for each in more))

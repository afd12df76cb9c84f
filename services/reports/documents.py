"""Documents for download, made from the same report as the screens."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

from assessment.answers.interchange import canonical
from assessment.errors import RefusedInput
from documents.calendar import CALENDAR_MEDIA_TYPE as CALENDAR
from documents.calendar import calendar_of, revision_after
from language.translation import _, speaking
from report.build.roadmap import reviews
from report.model.report import Report
from report.model.roadmap import RoadmapView
from services.core.identity import Owned, require
from services.core.installation import Installation
from services.core.preferences import Paper
from services.reports.comparison import with_progress_and_benchmark
from services.reports.results import answers_in_force, report
from storage.db.upsert import lock_assessment
from storage.repositories import presentation
from storage.repositories.records import load_assessment

Length = Literal["board", "full"]
CALENDAR_SETTING = "calendar"
"""The setting that holds the digest and the revision of the calendar file handed out last."""


@dataclass(frozen=True)
class Document:
    """A file with its name and type."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True)
class PlaybookRequest:
    """Everything a playbook is rendered from: the report and the options."""

    report: Report
    logo: bytes | None
    length: Length
    paper: Paper
    appendix: bool

    @property
    def name(self) -> str:
        named = _("{organisation} AI readiness playbook {day}")
        if self.length == "board":
            named = _("{organisation} AI readiness board pages {day}")
        return f"{named.format(organisation=file_stem(self.report.title), day=self.report.basis.as_of)}.pdf"


def playbook_request(
    inst: Installation,
    token: str,
    assessment_id: str,
    today: date,
    length: Length,
    paper: Paper,
    *,
    appendix: bool,
) -> PlaybookRequest:
    """Collects what a playbook is rendered from. Raises NotFound if this browser may not open the assessment."""
    owned = require(inst, token, assessment_id)
    with speaking(owned.language):
        found = with_progress_and_benchmark(inst, owned, report(inst, owned, today), today)
    with inst.database.reading() as unit:
        logo = presentation.find_logo(unit, assessment_id)
    return PlaybookRequest(found, logo.image if logo else None, length, paper, appendix)


def build_playbook(order: PlaybookRequest) -> Document:
    """Renders the PDF; the same request gives the same bytes. Takes about a second and holds the interpreter lock."""
    from documents.pdf import render_playbook  # noqa: PLC0415 - ReportLab is loaded when something is drawn

    with speaking(order.report.instrument.language):
        content = render_playbook(
            order.report, length=order.length, paper=order.paper, appendix=order.appendix, logo=order.logo
        )
        return Document(order.name, "application/pdf", content)


def unprintable(report: Report, *, appendix: bool) -> tuple[str, ...]:
    """The texts in which the PDF names characters in brackets, because it cannot print them."""
    from documents.pdf.unprintable import unprintable_texts  # noqa: PLC0415 - as above

    return unprintable_texts(report, appendix=appendix)


def export_json(inst: Installation, token: str, assessment_id: str, today: date) -> Document:
    """The interchange file, where single answers may leave the app: one person’s own, or open mode.

    Raises NotFound, or RefusedInput saying why the file stays here.
    """
    owned = require(inst, token, assessment_id)
    with speaking(owned.language):
        return _export(inst, owned, today)


def _export(inst: Installation, owned: Owned, today: date) -> Document:
    found = report(inst, owned, today)
    if not found.disclosure.answers:
        raise RefusedInput(
            _(
                "This file would hold single answers, and they were given under a promise. Ask the operator for an export."
            )
        )
    with inst.database.reading() as unit:
        everything = answers_in_force(inst, unit, owned, today)[0] if owned.workshop else None
        content = canonical(everything or load_assessment(unit, owned.assessment_id)).encode()
    name = f"{file_stem(owned.organisation)} {today}.plumbline.json"
    return Document(name, "application/json", content)


def file_stem(text: str) -> str:
    """The text as the beginning of a file name on any system; never empty, at most 60 characters."""
    kept = "".join(c if c.isalnum() or c in " -_." else " " for c in unicodedata.normalize("NFC", text))
    return re.sub(r"\s+", " ", kept).strip(" .")[:60].strip(" .") or "assessment"


def calendar_document(inst: Installation, token: str, assessment_id: str, today: date) -> Document:
    """The reviews of the roadmap as a calendar file.

    Raises NotFound, or RefusedInput while the roadmap has no first day or nothing to review.
    """
    owned = require(inst, token, assessment_id)
    with speaking(owned.language):
        return _calendar(inst, owned, today)


def _calendar(inst: Installation, owned: Owned, today: date) -> Document:
    view = report(inst, owned, today).roadmap
    if view is None or view.start is None:
        raise RefusedInput(
            _(
                "The roadmap has no first day yet, so its reviews have no dates. Set one on the screen Roadmap."
            )
        )
    if not reviews(view):
        raise RefusedInput(
            _(
                "Nothing on the roadmap has a review yet, so the calendar would be empty. Give one of its items a review first."
            )
        )
    named = _("{organisation} AI reviews {day}").format(organisation=file_stem(owned.organisation), day=today)
    content = calendar_of(view, owned.organisation, owned.assessment_id, _revision(inst, owned, view))
    return Document(f"{named}.ics", CALENDAR, content)


def _revision(inst: Installation, owned: Owned, view: RoadmapView) -> int:
    """The revision of the calendar file: the one handed out before, or a later one where something has changed."""
    unrevised = calendar_of(view, owned.organisation, owned.assessment_id, 0)
    digest = hashlib.sha256(unrevised).hexdigest()
    with inst.database.reading() as unit:
        stored = presentation.load_settings(unit, owned.assessment_id).get(CALENDAR_SETTING, {})
    if stored.get("digest") == digest:
        return int(stored["revision"])
    with inst.database.writing() as unit:
        lock_assessment(unit, owned.assessment_id, even_closed=True)
        stored = presentation.load_settings(unit, owned.assessment_id).get(CALENDAR_SETTING, {})
        revision = revision_after(stored.get("revision", 0), datetime.now(UTC))
        changes = {CALENDAR_SETTING: {"digest": digest, "revision": revision}}
        presentation.change_settings(unit, owned.assessment_id, changes)
    return revision

"""Documents for download, made from the same report as the screens. What types there are: `documents.formats`."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from assessment.answers.records import Assessment
from assessment.errors import NotFound, RefusedInput
from documents.calendar import revision_after
from documents.document_format import DocumentFormat, DocumentOrder
from documents.formats import FORMATS
from language.translation import speaking
from report.model.report import Report
from services.core.identity import Owned, require
from services.core.installation import Installation
from services.reports.comparison import with_progress_and_benchmark
from services.reports.results import answers_in_force, report
from storage.db.upsert import lock_assessment
from storage.repositories import presentation
from storage.repositories.records import load_assessment


@dataclass(frozen=True)
class Document:
    """A file with its name and type."""

    name: str
    media_type: str
    content: bytes


def document_types() -> Mapping[str, DocumentFormat]:
    """Every document type by the name in its address, in the order of the download screen."""
    return FORMATS


def order_document(
    inst: Installation,
    token: str,
    assessment_id: str,
    today: date,
    code: str,
    options: Mapping[str, str] | None = None,
) -> DocumentOrder:
    """Collects what a document is rendered from; an option that is not given has its first value.

    Raises NotFound if this browser may not open the assessment, if there is no such type, option or value, and
    RefusedInput where there is no such document of this assessment now.
    """
    return order_for(inst, require(inst, token, assessment_id), today, code, options)


def order_for(
    inst: Installation, owned: Owned, today: date, code: str, options: Mapping[str, str] | None = None
) -> DocumentOrder:
    """As `order_document`, for a reader whose right to the assessment has been checked."""
    kind = _type(code, options or {})
    with speaking(owned.language):
        found = report(inst, owned, today)
        if reason := kind.refusal(found):
            raise RefusedInput(reason)
        found = with_progress_and_benchmark(inst, owned, found, today)
        answers = _answers(inst, owned, today) if kind.reads_answers else None
    with inst.database.reading() as unit:
        logo = presentation.find_logo(unit, owned.assessment_id)
    order = DocumentOrder(
        code=code,
        report=found,
        organisation=owned.organisation,
        assessment_id=owned.assessment_id,
        today=today,
        options={name: allowed[0] for name, allowed in kind.options.items()} | dict(options or {}),
        logo=logo.image if logo else None,
        answers=answers,
    )
    return _revised(inst, owned, order) if kind.revised else order


def render_document(order: DocumentOrder) -> Document:
    """The same order gives the same bytes. A slow type takes about a second and holds the interpreter lock."""
    kind = FORMATS[order.code]
    with speaking(order.report.instrument.language):
        return Document(f"{kind.name(order)}{kind.ending}", kind.media_type, kind.render(order))


def unprintable(report: Report, *, appendix: bool) -> tuple[str, ...]:
    """The texts in which the PDF names characters in brackets, because it cannot print them."""
    from documents.pdf.unprintable import unprintable_texts  # noqa: PLC0415 - as above

    return unprintable_texts(report, appendix=appendix)


def build_document(inst: Installation, token: str, assessment_id: str, today: date, code: str) -> Document:
    """Orders and renders a document without a choice. Raises what `order_document` raises."""
    return render_document(order_document(inst, token, assessment_id, today, code))


def offered(found: Report) -> list[tuple[DocumentFormat, bool]]:
    """The types with a link among other files, and whether there is one of this report."""
    return [(kind, kind.refusal(found) is None) for kind in FORMATS.values() if kind.link is not None]


def _type(code: str, options: Mapping[str, str]) -> DocumentFormat:
    kind = FORMATS.get(code)
    if kind is None or any(value not in kind.options.get(name, ()) for name, value in options.items()):
        raise NotFound(code)
    return kind


def _answers(inst: Installation, owned: Owned, today: date) -> Assessment:
    with inst.database.reading() as unit:
        everything = answers_in_force(inst, unit, owned, today)[0] if owned.workshop else None
        return everything or load_assessment(unit, owned.assessment_id)


def _revised(inst: Installation, owned: Owned, order: DocumentOrder) -> DocumentOrder:
    """The order with its revision: that of the file handed out before, or a later one where something has changed."""
    with speaking(order.report.instrument.language):
        digest = hashlib.sha256(FORMATS[order.code].render(order)).hexdigest()
    with inst.database.reading() as unit:
        stored = presentation.load_settings(unit, owned.assessment_id).get(order.code, {})
    if stored.get("digest") == digest:
        return replace(order, revision=int(stored["revision"]))
    with inst.database.writing() as unit:
        lock_assessment(unit, owned.assessment_id, even_closed=True)
        stored = presentation.load_settings(unit, owned.assessment_id).get(order.code, {})
        revision = revision_after(stored.get("revision", 0), datetime.now(UTC))
        presentation.change_settings(
            unit, owned.assessment_id, {order.code: {"digest": digest, "revision": revision}}
        )
    return replace(order, revision=revision)

"""The interchange file as a document type: all answers, where single answers may leave the app."""

from assessment.answers.interchange import canonical
from assessment.privacy import WITHHELD
from documents.document_format import DocumentFormat, DocumentOrder, file_stem
from language.translation import _, lazy
from report.model.report import Report


def _name(order: DocumentOrder) -> str:
    return f"{file_stem(order.organisation)} {order.today}"


def _render(order: DocumentOrder) -> bytes:
    if order.answers is None:
        raise LookupError("answers were not read for a type that reads them")
    return canonical(order.answers).encode()


def _refusal(report: Report) -> str | None:
    if report.disclosure.answers:
        return None
    return _(
        "This file would contain individual answers, which were given in confidence. Ask the operator for "
        "an export."
    )


ANSWERS = DocumentFormat(
    code="export",
    ending=".plumbline.json",
    media_type="application/json",
    name=_name,
    render=_render,
    refusal=_refusal,
    reads_answers=True,
    link=lazy("Download the answers (JSON)"),
    about=lazy("All answers in a readable file that any Plumbline installation can open."),
    instead=(lazy("The file with all answers cannot be downloaded here."), WITHHELD),
)

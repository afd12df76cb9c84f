"""The paper of a workshop as document types: the kit for the meeting, and the sheet for the review."""

from typing import cast

from documents.document_format import DocumentFormat, DocumentOrder, file_stem
from language.translation import _, lazy


def _kit(order: DocumentOrder) -> bytes:
    from assessment.workshop.meeting import Way  # noqa: PLC0415 - ReportLab is loaded when something is drawn
    from documents.pdf.engine.geometry import Paper  # noqa: PLC0415
    from documents.pdf.kit.render import render_kit  # noqa: PLC0415

    way, paper = cast("Way", order.options["questions"]), cast("Paper", order.options["paper"])
    return render_kit(order.report, way=way, paper=paper)


def _review(order: DocumentOrder) -> bytes:
    from documents.pdf.engine.geometry import Paper  # noqa: PLC0415
    from documents.pdf.kit.render import render_review  # noqa: PLC0415

    return render_review(order.report, paper=cast("Paper", order.options["paper"]))


def _kit_name(order: DocumentOrder) -> str:
    return _("{organisation} workshop kit").format(organisation=file_stem(order.report.title))


def _review_name(order: DocumentOrder) -> str:
    words = _("{organisation} review sheet {day}")
    return words.format(organisation=file_stem(order.report.title), day=order.report.review_on)


PAPERS = ("a4", "letter")
KIT = DocumentFormat(
    code="kit",
    ending=".pdf",
    media_type="application/pdf",
    name=_kit_name,
    render=_kit,
    options={"questions": ("ten", "prepared"), "paper": PAPERS},
    slow=True,
    link=lazy("Download the workshop kit (PDF)"),
    about=lazy("Agenda, voting sheet, question cards and the first moves, for a room without phones."),
)
REVIEW = DocumentFormat(
    code="review",
    ending=".pdf",
    media_type="application/pdf",
    name=_review_name,
    render=_review,
    options={"paper": PAPERS},
    slow=True,
    link=lazy("Download the review sheet (PDF)"),
    about=lazy("The commitments, with room for the figures on the day of the review."),
)

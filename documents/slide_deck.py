"""The slides as a document type."""

from documents.document_format import DocumentFormat, DocumentOrder, file_stem
from language.translation import _, lazy


def _name(order: DocumentOrder) -> str:
    return _("{organisation} AI readiness slides {day}").format(
        organisation=file_stem(order.report.title), day=order.report.basis.as_of
    )


def _render(order: DocumentOrder) -> bytes:
    from documents.slides.render import render_slides  # noqa: PLC0415 - loaded when something is drawn

    return render_slides(order.report, order.logo)


SLIDES = DocumentFormat(
    code="slides",
    ending=".pptx",
    media_type="application/vnd.openxmlformats-officedocument.presentationml.presentation",
    name=_name,
    render=_render,
    slow=True,
    link=lazy("Download the slides (PowerPoint)"),
    about=lazy("Ten slides with charts and tables to edit, and notes on what to say."),
)

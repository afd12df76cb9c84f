"""The workbook as a document type."""

from documents.document_format import DocumentFormat, DocumentOrder, file_stem
from language.translation import _, lazy


def _name(order: DocumentOrder) -> str:
    return _("{organisation} AI readiness workbook {day}").format(
        organisation=file_stem(order.report.title), day=order.report.basis.as_of
    )


def _render(order: DocumentOrder) -> bytes:
    from documents.workbook.render import render_workbook  # noqa: PLC0415 - loaded when something is drawn

    return render_workbook(order.report)


WORKBOOK = DocumentFormat(
    code="workbook",
    ending=".xlsx",
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    name=_name,
    render=_render,
    slow=True,
    link=lazy("Download the workbook (Excel)"),
    about=lazy("Plan, gaps and AI register to filter, and a value model that calculates as you change it."),
)

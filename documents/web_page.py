"""The playbook as one HTML file, as a document type."""

from documents.document_format import DocumentFormat, DocumentOrder, file_stem
from documents.manifest import EVERYTHING
from language.translation import _, lazy


def _name(order: DocumentOrder) -> str:
    return _("{organisation} AI readiness playbook {day}").format(
        organisation=file_stem(order.report.title), day=order.report.basis.as_of
    )


def _render(order: DocumentOrder) -> bytes:
    from documents.html.page import render_html  # noqa: PLC0415 - ReportLab's fonts are loaded when something is drawn

    return render_html(order.report, appendix=order.options["appendix"] == "1", logo=order.logo)


WEB_PAGE = DocumentFormat(
    code="html",
    ending=".html",
    media_type="text/html; charset=utf-8",
    name=_name,
    render=_render,
    options={"appendix": ("0", "1")},
    prints=EVERYTHING,
    slow=True,
    link=lazy("Download the playbook as a web page (HTML)"),
    about=lazy("The whole PDF as one web page, for screen readers and phones."),
)

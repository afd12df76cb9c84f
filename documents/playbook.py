"""The playbook as a document type: the full PDF, its two board pages, or the annex."""

from typing import cast

from documents.document_format import DocumentFormat, DocumentOrder, file_stem
from documents.manifest import EVERYTHING
from language.translation import _


def _name(order: DocumentOrder) -> str:
    named = _("{organisation} AI readiness playbook {day}")
    if order.options["length"] == "board":
        named = _("{organisation} AI readiness board pages {day}")
    elif order.options["length"] == "annex":
        named = _("{organisation} AI readiness annex {day}")
    return named.format(organisation=file_stem(order.report.title), day=order.report.basis.as_of)


def _render(order: DocumentOrder) -> bytes:
    from documents.pdf import render_playbook  # noqa: PLC0415 - ReportLab is loaded when something is drawn
    from documents.pdf.engine.geometry import Paper  # noqa: PLC0415
    from documents.pdf.render import Length  # noqa: PLC0415

    return render_playbook(
        order.report,
        length=cast("Length", order.options["length"]),
        paper=cast("Paper", order.options["paper"]),
        appendix=order.options["appendix"] == "1",
        logo=order.logo,
    )


PLAYBOOK = DocumentFormat(
    code="report",
    ending=".pdf",
    media_type="application/pdf",
    name=_name,
    render=_render,
    options={"length": ("board", "full", "annex"), "paper": ("a4", "letter"), "appendix": ("0", "1")},
    prints=EVERYTHING,
    slow=True,
)

"""Slides, workbook and Word files as document types."""

from collections.abc import Callable

from documents.document_format import DocumentFormat, DocumentOrder, file_stem
from documents.manifest import BOARD
from language.translation import LazyText, _, lazy
from report.model.governance import RulesView
from report.model.report import Report

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.{}"


def _slides(order: DocumentOrder) -> bytes:
    from documents.slides.render import render_slides  # noqa: PLC0415 - loaded when something is drawn

    return render_slides(order.report, order.logo)


def _workbook(order: DocumentOrder) -> bytes:
    from documents.workbook.render import render_workbook  # noqa: PLC0415 - as above

    return render_workbook(order.report)


SLIDES = DocumentFormat(
    code="slides",
    ending=".pptx",
    media_type=MEDIA_TYPE.format("presentationml.presentation"),
    name=lambda order: _("{organisation} AI readiness slides {day}").format(
        organisation=file_stem(order.report.title), day=order.report.basis.as_of
    ),
    render=_slides,
    prints=BOARD,
    slow=True,
    link=lazy("Download the slides (PowerPoint)"),
    about=lazy("Up to ten slides with charts and tables to edit, and notes on what to say."),
)
WORKBOOK = DocumentFormat(
    code="workbook",
    ending=".xlsx",
    media_type=MEDIA_TYPE.format("spreadsheetml.sheet"),
    name=lambda order: _("{organisation} AI readiness workbook {day}").format(
        organisation=file_stem(order.report.title), day=order.report.basis.as_of
    ),
    render=_workbook,
    prints=("level", "evidence"),
    slow=True,
    link=lazy("Download the workbook (Excel)"),
    about=lazy("Plan, gaps and AI register to filter, and a value model that calculates as you change it."),
)


def _chapter(
    code: str, chapter: str, name: LazyText, begun: Callable[[RulesView], bool], link: LazyText, about: LazyText
) -> DocumentFormat:  # fmt: skip
    def render(order: DocumentOrder) -> bytes:
        from documents.word.chapters import render_word  # noqa: PLC0415 - loaded when something is drawn

        return render_word(order.report, chapter)

    def named(order: DocumentOrder) -> str:
        return f"{file_stem(order.report.title)} {_(name)} {order.today}"

    def refusal(report: Report) -> str | None:
        if report.rules and begun(report.rules):
            return None
        return _("It is empty. Fill it in on the screen Governance.")

    return DocumentFormat(
        code=code,
        ending=".docx",
        media_type=MEDIA_TYPE.format("wordprocessingml.document"),
        name=named,
        render=render,
        refusal=refusal,
        slow=True,
        link=link,
        about=about,
    )


RISK = _chapter(
    "risk-statement", "risk", lazy("AI risk statement"), lambda rules: bool(rules.risk.lines),
    lazy("Download the risk statement (Word)"), lazy("Every line with its decision, ready to edit and sign."),
)  # fmt: skip
CHARTER = _chapter(
    "charter", "charter", lazy("AI forum charter"),
    lambda rules: rules.forum.kept or bool(rules.forum.charter.members),
    lazy("Download the charter (Word)"), lazy("The forum’s rights, members and agenda, ready to edit."),
)  # fmt: skip
RULES = _chapter(
    "rules-of-use", "uses", lazy("rules for AI use cases"), lambda rules: bool(rules.uses),
    lazy("Download the rules for AI use cases (Word)"),
    lazy("Every AI use case with its class and duties, ready to edit."),
)  # fmt: skip

"""Word files as document types: the risk statement, the charter, and the rules for AI use cases."""

from collections.abc import Callable

from documents.document_format import DocumentFormat, DocumentOrder, file_stem
from language.translation import LazyText, _, lazy
from report.model.governance import RulesView
from report.model.report import Report

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _format(
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
        media_type=MEDIA_TYPE,
        name=named,
        render=render,
        refusal=refusal,
        slow=True,
        link=link,
        about=about,
    )


RISK = _format(
    "risk-statement", "risk", lazy("AI risk statement"), lambda rules: bool(rules.risk.lines),
    lazy("Download the risk statement (Word)"), lazy("Every line with its decision, ready to edit and sign."),
)  # fmt: skip
CHARTER = _format(
    "charter", "charter", lazy("AI forum charter"),
    lambda rules: rules.forum.kept or bool(rules.forum.charter.members),
    lazy("Download the charter (Word)"), lazy("The forum’s rights, members and agenda, ready to edit."),
)  # fmt: skip
RULES = _format(
    "rules-of-use", "uses", lazy("rules for AI use cases"), lambda rules: bool(rules.uses),
    lazy("Download the rules for AI use cases (Word)"),
    lazy("Every AI use case with its class and duties, ready to edit."),
)  # fmt: skip

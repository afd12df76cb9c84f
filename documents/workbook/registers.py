"""Single answers, where they may be shown, and the register of AI use cases."""

from collections.abc import Iterator, Mapping

from assessment.governance.ai_uses import Verdict, use_class
from documents.workbook.engine.lists import Lists
from documents.workbook.engine.looks import Value
from documents.workbook.engine.sheet import BookSheet, SheetColumn
from language.translation import _
from report.model.governance import RulesView, heaviest_first
from report.model.report import Report
from report.text.governance.ai_uses import (
    class_dates,
    class_sentence,
    following_title,
    inventory_sentence,
    open_sentence,
)
from report.text.wording import role_titles

OWNER, STATE = 1, 9
HEAVY: Mapping[Verdict, str] = {"prohibited": "#F6D3C4", "high_risk": "#FBE3D6", "unclear": "#FFF6D6"}


def write_answers(sheet: BookSheet, report: Report) -> None:
    """One row for each answer, as given."""
    sheet.title(_("Answers"), _("As given, before anything was agreed."))
    columns = [
        SheetColumn(_("Who"), 24, "strong"),
        SheetColumn(_("Code"), 9),
        SheetColumn(_("Question"), 36),
        SheetColumn(_("Answer"), 60),
        SheetColumn(_("Evidence"), 22),
        SheetColumn(_("Shown by"), 30),
        SheetColumn(_("Note"), 60),
    ]
    rows = (
        [one.person, one.code, one.title, one.answer, one.backing, one.evidence, one.note]
        for one in report.answers
    )
    sheet.table(columns, rows)


def write_uses(sheet: BookSheet, report: Report, rules: RulesView, lists: Lists) -> None:
    """The register with class, reason and duties, the heaviest class first, and a state to keep."""
    texts = rules.governance.ai_uses
    said = inventory_sentence(texts, [one.result.verdict for one in heaviest_first(rules.uses)])
    sheet.title(_("Register of AI use cases"), said, texts.note)
    columns = [
        SheetColumn(_("AI use case"), 34, "strong"),
        SheetColumn(_("Owner"), 20, own=True),
        SheetColumn(_("Used by"), 22, own=True),
        SheetColumn(_("Supplier"), 22, own=True),
        SheetColumn(_("Class"), 20),
        SheetColumn(_("Why"), 50),
        SheetColumn(_("First step"), 40),
        SheetColumn(_("Duties"), 50),
        SheetColumn(_("Dates"), 50),
        SheetColumn(_("State"), 14, own=True),
        SheetColumn(_("Note"), 40, own=True),
    ]
    area = sheet.table(columns, _uses(report, rules))
    titles = list(report.instrument.function_titles.values())
    sheet.choose(area, OWNER, lists.add("use_owner", _("Owners of AI use cases"), titles).cells, only=False)
    states = lists.add("use_state", _("State of an AI use case"), [_("to check"), _("checked"), _("stopped")])
    sheet.choose(area, STATE, states.cells)
    for verdict, colour in HEAVY.items():
        name = use_class(texts, verdict).name.replace('"', '""')
        sheet.paint(area, 4, "==", f'"{name}"', colour)


def _uses(report: Report, rules: RulesView) -> Iterator[list[Value]]:
    texts = rules.governance.ai_uses
    for view in heaviest_first(rules.uses):
        use, result = view.use, view.result
        found = use_class(texts, result.verdict)
        yield [
            use.name,
            role_titles(report.instrument, [use.owner])[0] if use.owner else None,
            use.used_by,
            use.vendor,
            found.name,
            class_sentence(texts, result),
            " ".join(filter(None, (found.first_step, open_sentence(result)))),
            "; ".join(following_title(one) for one in result.follows),
            class_dates(result),
            None,
            use.note,
        ]

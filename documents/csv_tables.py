"""Tables as CSV files: results, single answers, and the register of AI in use.

One row for each thing, columns with the names of `score --json`, points as decimal signs. A text that a spreadsheet
would take for a formula begins with an apostrophe (https://owasp.org/www-community/attacks/CSV_Injection).
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import StringIO

from assessment.governance.ai_uses import use_class
from documents.document_format import DocumentFormat, DocumentOrder, file_stem
from language.translation import LazyText, _, lazy
from report.json.result import result_json
from report.model.governance import heaviest_first
from report.model.report import Report
from report.text.governance.ai_uses import class_sentence
from report.text.wording import role_titles

Row = Mapping[str, object]
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
FIGURES = (
    "described", "shown", "level", "index", "agreed", "average_deviation", "difference", "flag", "state",
    "withheld",
)  # fmt: skip
"""Names of `score --json`, of a section or of a practice."""
RESULTS = ("kind", "code", "title", "section", *FIGURES)
ANSWERS = ("person", "code", "title", "answer", "backing", "note")
USES = ("name", "owner", "used_by", "vendor", "class", "why")


def table(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> bytes:
    """A CSV file in UTF-8 with a byte order mark, by which spreadsheets know the encoding (RFC 4180)."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])
    return out.getvalue().encode("utf-8-sig")


def _cell(value: object) -> object:
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return "" if value is None else value


def _results(report: Report) -> Iterator[Row]:
    """Sections and practices in the order asked, each with its figures as far as they may be shown."""
    told = result_json(report)
    for section in report.sections:
        code = section.pillar.code
        yield {"kind": "section", "code": code, "title": section.pillar.title} | told["pillars"][code]
        for view in section.practices:
            one = view.practice
            named = {"kind": "practice", "code": one.code, "title": one.title, "section": code}
            yield named | told["practices"][one.code]


def _answers(report: Report) -> Iterator[Row]:
    for row in report.answers:
        yield {name: getattr(row, name) for name in ANSWERS}


def _uses(report: Report) -> Iterator[Row]:
    """The register of AI in use, the highest class first."""
    if report.rules is None:
        return
    texts = report.rules.governance.ai_uses
    for view in heaviest_first(report.rules.uses):
        use = view.use
        yield {
            "name": use.name,
            "owner": role_titles(report.instrument, [use.owner])[0] if use.owner else None,
            "used_by": use.used_by,
            "vendor": use.vendor,
            "class": use_class(texts, view.result.verdict).name,
            "why": class_sentence(texts, view.result),
        }


def _no_answers(report: Report) -> str | None:
    if report.disclosure.answers:
        return None
    return _("This table would contain individual answers, which were given in confidence.")


def _no_uses(report: Report) -> str | None:
    return None if report.rules and report.rules.uses else _("The register of AI use cases is empty.")


def _nothing(report: Report) -> str | None:
    return None if report.basis.answered else _("There are no answers yet.")


def _format(
    code: str, name: LazyText, columns: Sequence[str], rows: Callable[[Report], Iterable[Row]],
    refusal: Callable[[Report], str | None], link: LazyText, about: LazyText, instead: tuple[LazyText, ...] = (),
) -> DocumentFormat:  # fmt: skip
    def named(order: DocumentOrder) -> str:
        return f"{file_stem(order.organisation or order.report.title)} {_(name)} {order.today}"

    return DocumentFormat(
        code=code,
        ending=".csv",
        media_type="text/csv; charset=utf-8",
        name=named,
        render=lambda order: table(columns, rows(order.report)),
        refusal=refusal,
        link=link,
        about=about,
        instead=instead,
    )


RESULTS_TABLE = _format(
    "results-table", lazy("results"), RESULTS, _results, _nothing,
    lazy("Download the results (CSV)"),
    lazy("Level and index of every section and practice as a table."),
)  # fmt: skip
ANSWERS_TABLE = _format(
    "answers-table", lazy("answers"), ANSWERS, _answers, _no_answers,
    lazy("Download the answers (CSV)"),
    lazy("A table with one row per answer."),
)  # fmt: skip
USES_TABLE = _format(
    "register", lazy("AI register"), USES, _uses, _no_uses,
    lazy("Download the register of AI use cases (CSV)"),
    lazy("AI use cases with owner, supplier and risk class, for your own system."),
)  # fmt: skip

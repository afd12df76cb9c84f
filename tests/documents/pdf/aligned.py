"""Reports and pages for the tests of the alignment chapter."""

import json
from typing import Any

from assessment.answers.records import Assessment
from report.build.report import build_report
from report.model.report import Report
from tests import reports, texts
from tests.documents.reading import annex, outline
from tests.paths import EXAMPLE


def example(**changes: Any) -> Report:
    """Northgate in another state; its people keep no names outside open mode."""
    data = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    data |= changes
    if data["privacy"] != "open":
        for person in data["respondents"]:
            person.pop("name", None)
    return build_report(texts.real_instrument(), Assessment.model_validate(data), reports.AS_OF)


def chapter(report: Report, **choices: Any) -> list[str]:
    """The text of the pages from the bookmark of the chapter to the next one."""
    reader = annex(report, **choices)
    marks = outline(reader)
    begins = dict(marks)["Alignment"]
    follows = min((page, title) for title, page in marks if page > begins)
    texts = [" ".join(page.extract_text().split()) for page in reader.pages]
    before, _head, _after = texts[follows[0] - 1].partition(follows[1])
    return [*texts[begins - 1 : follows[0] - 1], *filter(None, [before.strip()])]


def whole(report: Report) -> str:
    return " ".join(chapter(report))


def leaders(*levels: tuple[str, str, int], **more: Any) -> list[Any]:
    """Leaders who each give one level to every question: (function, camp, level)."""
    codes = texts.real_instrument().practices
    return [reports.leader(who, camp, dict.fromkeys(codes, level), **more) for who, camp, level in levels]


def two(privacy: str = "open") -> Report:
    people = leaders(("CEO", "business", 4), ("CIO", "technology", 2))
    return reports.report_on(people, privacy=privacy)

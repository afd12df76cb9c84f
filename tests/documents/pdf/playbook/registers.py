"""Companies with initiatives and use cases of every kind, the same in every run, and the pages made of them."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from random import Random
from typing import Any

from documents.pdf.engine.geometry import CONTENT, SHEETS, Paper, Sheet
from documents.pdf.engine.pages import DocumentInfo, PageEntry, compose, draw
from documents.pdf.engine.text import CUT
from documents.recording import RecordingPainter
from report.model.report import Report
from tests.reports import AS_OF, report_on
from tests.toy import everyone, toy_instrument

TOY = toy_instrument()
COMPANIES = 40
PAPERS: tuple[Paper, ...] = ("a4", "letter")
NAMES = (
    "Quotes",
    "Camera inspection of ground edges, line 2",
    "Office helper",
    "quotes",
    "W" * 60 + " " + "x" * 59,
)
Make = Callable[[Report, Sheet], Iterator[PageEntry]]


@lru_cache(maxsize=1)
def registers() -> tuple[Report, ...]:
    """Forty companies: none to two hundred initiatives, with and without money, measures, owners and use cases."""
    return tuple(_company(Random(number)) for number in range(COMPANIES))  # noqa: S311 - no secret


def _company(chance: Random) -> Report:
    costs = chance.choice([(None,), (0, 900.5, 4000), (None, 0.3, 250, 12_000), (1_000_000_000,)])
    initiatives = [_initiative(chance, n, costs) for n in range(chance.choice([0, 1, 1, 3, 6, 9, 40, 200]))]
    use_cases = [_use_case(chance, n) for n in range(chance.choice([0, 1, 2, 4, 4, 20]))]
    assumptions = {"currency": chance.choice([None, "GBP"]), "dependence": chance.choice([0.0, 0.6])}
    return report_on(
        everyone(3, "document", TOY),
        TOY,
        initiatives=initiatives,
        use_cases=use_cases,
        assumptions=assumptions,
    )


def _name(chance: Random, number: int) -> str:
    return chance.choice([*NAMES, f"Case {number}", f"Case {number}", f"Case {number}"])


def _initiative(chance: Random, number: int, costs: tuple[float | None, ...]) -> dict[str, Any]:
    known = chance.choice([None, 1, 4])
    return {
        "name": _name(chance, number),
        "stage": chance.choice(["idea", "pilot", "live", "scaled", "stopped"]),
        "owner": chance.choice([None, "CFO", "COO", "several"]),
        "metric": chance.choice([None, "hours", "hours"]),
        "result": chance.choice([None, "4, was 9"]),
        "expected_result": chance.choice([None, "less typing"]),
        "monthly_cost": chance.choice(costs),
        "known_to": known,
        "leaders_asked": None if known is None else 5,
    }


def _use_case(chance: Random, number: int) -> dict[str, Any]:
    size, benefit = 10.0 ** chance.choice([3, 5, 9]), chance.choice([0.2, 0.8, 2.0])
    amounts = {"investment": 1.0, "annual_benefit": benefit, "annual_cost": 0.1}
    estimates = {
        field: {"low": 0.6 * size * part, "likely": size * part, "high": 1.7 * size * part}
        for field, part in amounts.items()
    }
    if chance.random() < 0.2:
        del estimates["annual_cost"]
    return {
        "name": _name(chance, number),
        "owner": chance.choice([None, "CFO"]),
        "metric": chance.choice([None, "hours"]),
        "success_probability": chance.choice([None, 0.3, 1.0]),
        **estimates,
    }


def title(report: Report, make: Make) -> str:
    """The title of a page with plain spaces; empty where there is none."""
    entry = next(iter(make(report, SHEETS["a4"])), None)
    return entry.outline[0].replace("\xa0", " ") if entry is not None and entry.outline else ""


def sheets(report: Report, make: Make, paper: Paper) -> int:
    """How many sheets of paper the page takes; everything has to fit on them."""
    sheet = SHEETS[paper]
    pages = compose(list(make(report, sheet)), sheet) if title(report, make) else []
    for page in pages:
        assert page[-1].down + page[-1].piece.height(CONTENT) <= sheet.available + 0.1
    return len(pages)


def printed(report: Report, make: Make, paper: Paper = "a4") -> str:
    """All the words that are drawn, those of the graphics too."""
    painter, sheet = _Listening(), SHEETS[paper]
    for entry in make(report, sheet):
        entry.piece.paint(painter, 0, 0, CONTENT)
    return " ".join(painter.words).replace("\xa0", " ")


def alternatives(report: Report, make: Make) -> list[str]:
    """The words for the graphics."""
    painter = RecordingPainter()
    for entry in make(report, SHEETS["a4"]):
        entry.piece.paint(painter, 0, 0, CONTENT)
    figures = [element for element in painter.document.children if element.kind == "Figure"]  # type: ignore[attr-defined]
    return [figure.alternative.replace("\xa0", " ") for figure in figures]  # type: ignore[attr-defined]


class _Listening(RecordingPainter):
    """Keeps every line of text."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def line_of_text(self, text: str, *place: Any, **more: Any) -> None:
        self.words.append(text)
        super().line_of_text(text, *place, **more)


def assert_nothing_is_cut(report: Report, make: Make) -> None:
    for paper in PAPERS:
        assert CUT not in printed(report, make, paper)


def file(report: Report, make: Make) -> bytes:
    """The pages as a file of their own."""
    sheet = SHEETS["a4"]
    about = DocumentInfo("Pages", "Pages", AS_OF, "en-GB", "Pages", "")
    return draw(compose(list(make(report, sheet)), sheet), sheet, about)

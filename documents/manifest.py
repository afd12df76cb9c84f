"""The key figures of a report, by name, as every document prints them.

Each document type names those it prints (`DocumentFormat.prints`); tests look for them in the files and compare them with
`score --json`. A figure that a report does not have is in none of its documents.
"""

from collections.abc import Iterator, Mapping

from language.numbers import integer
from report.model.report import Report
from report.text import wording
from report.text.playbook.pilots import monthly, pilot_money
from report.text.playbook.sureness import level_odds
from report.text.value.figures import amount, rough

RESULT = ("level", "evidence", "activity and capability")
MONEY = ("running cost", "cost without a measure", "expected value", "chance of a loss")
BOARD = (*RESULT, "effort", *MONEY)
EVERYTHING = (*BOARD, "odds of the level")


def manifest(report: Report) -> Mapping[str, str]:
    """Every key figure that this report has, in words."""
    return dict(_figures(report))


def _figures(report: Report) -> Iterator[tuple[str, str]]:
    if wording.withheld(report):
        return
    result = report.result
    if result.level is not None:
        yield "level", str(result.level)
        yield "evidence", report.headline.backing
    gap = result.strategy_gap
    if gap.activity is not None and gap.capability is not None:
        yield "activity and capability", report.headline.gap
    if report.decisions_asked and report.path is not None:
        yield "effort", wording.amount_of(report.instrument, report.path.found.effort)
    yield from _money(report)
    for odds in level_odds(report):
        if odds.result:
            yield "odds of the level", odds.words


def _money(report: Report) -> Iterator[tuple[str, str]]:
    money = pilot_money(report)
    if round(money.total) > 0:
        yield "running cost", amount(money.total, money.currency)
        without = monthly(money.lacking["no_measure"])
        if round(without) > 0:
            yield "cost without a measure", amount(without, money.currency)
    found = report.value.portfolio if report.value else None
    if report.value and found and found.loss is not None:
        yield "expected value", rough(found.mean, report.value.currency)
        yield "chance of a loss", integer(100 * found.loss.share)

"""The first board page: the finding and what to approve, the staircase with everything that blocks it, the money."""

from dataclasses import replace
from typing import Any

import pytest

from documents.pdf.engine.geometry import CONTENT, SHEETS
from documents.pdf.engine.structure import Element
from documents.pdf.playbook.board.cover import cover_page
from documents.recording import RecordingPainter
from report.model.report import Report
from report.text.playbook.board.cover import cover_title, money_strip
from report.text.playbook.board.staircase import blockers, staircase_words
from report.text.playbook.pilots import monthly, pilot_money
from tests import reports
from tests.documents.reading import pages
from tests.reports import STATES


def cover(report: Report, **choices: Any) -> str:
    return pages(report, length="board", **choices)[0]


def test_the_title_names_the_gap_the_level_and_what_to_approve_by_when() -> None:
    assert cover_title(reports.northgate()) == (
        "Much AI, few measured results: level 2 of 5. Approve five moves to reach level 3 by July 2027."
    )


def test_without_a_register_of_pilots_the_gap_is_that_of_activity_and_capability() -> None:
    assert cover_title(reports.northgate_without("initiatives")).startswith("Far more AI than you can scale:")


def test_no_month_is_named_while_a_decision_has_no_day() -> None:
    title = cover_title(reports.northgate_without("roadmap", "commitments"))
    assert title.endswith("moves to reach level 3.")


def test_a_target_that_is_reached_is_said() -> None:
    report = reports.northgate()
    assert report.path is not None
    found = replace(report.path.found, state="reached", target=2)
    title = cover_title(replace(report, path=replace(report.path, moves=(), found=found)))
    assert title == "Much AI, few measured results: level 2 of 5. Your target, level 2, is reached."


def test_evidence_for_a_lower_level_is_the_finding_where_activity_was_not_asked() -> None:
    report = reports.everyone_at(4, "document")
    assert report.result.shown == 3
    assert cover_title(report).startswith("You can show level 3 and describe level 4 of 5.")


def test_what_nobody_could_say_comes_before_what_is_decided() -> None:
    report = reports.alone()
    assert cover_title(report) == report.headline.level
    assert "Ask IT" in cover(report)


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("state", ["example", "alone", "half answered", "level 1", "another instrument"])
def test_everything_that_keeps_the_level_is_named_in_full(state: str, paper: str) -> None:
    report = STATES[state]()
    found = blockers(report)
    assert found is not None
    page = cover(report, paper=paper)
    assert f"{found.title}: " in page
    assert all(clause in page for clause in found.clauses)
    points = "points" if found.points > 1 else "point"
    assert f"{found.points} {points} to go" in page


def test_at_level_1_the_way_to_level_2_is_named_and_no_failure() -> None:
    report = reports.everyone_at(1)
    found = blockers(report)
    assert found is not None
    assert found.title == "What leads to level 2"
    moves = [report.instrument.practices[code].move(2).title for code in report.result.held_by[:-1]]
    assert found.clauses[:-1] == tuple(f"{title}." for title in moves)


def test_the_staircase_is_said_in_words() -> None:
    words = staircase_words(reports.northgate())
    assert words == (
        "Level 2 of 5, Experimenting, is described. The evidence shows level 2. Missing for level 3, "
        "in Value, Ownership and Governance: five points. The target is level 3."
    )


def test_the_staircase_alone_is_a_figure_and_its_blockers_are_a_list() -> None:
    painter = RecordingPainter()
    cover_page(reports.northgate(), SHEETS["a4"], None).paint(painter, 0, 0, CONTENT)
    kinds = [child.kind for child in painter.document.children if isinstance(child, Element)]
    assert kinds.count("Figure") == kinds.count("L") == 1


def test_the_top_of_the_page_has_no_staircase_without_a_level_or_a_bound() -> None:
    assert "Ad hoc" not in cover(reports.nobody())
    assert "Ad hoc" not in cover(reports.withheld())


def test_money_is_on_page_one_where_any_was_entered() -> None:
    report = reports.northgate()
    money = pilot_money(report)
    bare = monthly(money.lacking["no_measure"])
    figures = dict(money_strip(report))
    assert list(figures) == ["30 days", "GBP\xa013,250", "63 %", "71 %"]
    assert (round(money.total), round(100 * bare / money.total)) == (13_250, 63)
    assert "GBP\xa08,400" in figures["63 %"]
    assert "expected value GBP\xa0−174,000" in figures["71 %"]
    page = cover(report)
    assert all(" ".join(part.split()) in page for pair in figures.items() for part in pair)


def test_without_money_the_strip_says_what_the_decisions_take() -> None:
    report = reports.northgate_without("initiatives", "use_cases")
    assert money_strip(report) == (("30 days", "for the five moves to level 3, plus 55 days from others"),)
    assert money_strip(reports.everyone_at(5, "number")) == ()


def test_a_cost_that_is_not_entered_is_said() -> None:
    report = reports.northgate()
    assert report.pilots is not None
    first, *others = report.pilots.lines
    unknown = replace(first, initiative=first.initiative.model_copy(update={"monthly_cost": None}))
    pilots = replace(report.pilots, lines=(unknown, *others))
    words = dict(money_strip(replace(report, pilots=pilots)))["GBP\xa011,450"]
    assert words == "a month on six running initiatives; for one the cost is not entered"


def test_the_largest_amounts_are_whole() -> None:
    report = reports.northgate()
    assert report.pilots is not None
    dear = tuple(
        replace(line, initiative=line.initiative.model_copy(update={"monthly_cost": 1e12}))
        for line in report.pilots.lines
    )
    page = cover(replace(report, pilots=replace(report.pilots, lines=dear)))
    assert "GBP 7,000,000,000,000" in page

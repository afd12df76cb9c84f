"""The page on the shortest way: its title counts the moves, their days and the level they reach."""

from functools import lru_cache

import pytest

from documents.pdf.charts.path import PathMap, SectionGauges
from documents.pdf.playbook.plan.path import path_page
from report.model.report import Report
from report.text.narrative import count, sentence
from report.text.playbook.plan.path import path_finding, path_steps, reached_by, section_gauges
from report.text.wording import amount_of
from tests import reports
from tests.documents.pdf.playbook.one_page import (
    HALF,
    ODD,
    PAPERS,
    alternatives,
    assert_one_page,
    drawings,
    odd_reports,
    title,
)
from tests.properties.companies import companies


@lru_cache(maxsize=1)
def with_a_path() -> list[Report]:
    return [company.report for company in companies() if company.report.next_moves]


def test_the_example_says_moves_days_level_and_day() -> None:
    report = reports.northgate()
    assert title(path_page, report) == (
        "Five moves, 30 days of organisers’ work, reach level 3 by 12 July 2027"
    )
    assert_one_page(path_page, report, filled=HALF)


def test_the_title_counts_what_the_path_has() -> None:
    for report in with_a_path():
        assert report.path is not None
        found, said = report.path.found, path_finding(report)
        assert said.startswith(sentence(count(len(found.moves))))
        assert amount_of(report.instrument, found.effort) in said
        assert f"level {found.target}" in said
        assert (" by " in said) == (reached_by(report) is not None)


def test_a_day_is_named_only_if_every_move_is_finished_and_due_by_then() -> None:
    for report in with_a_path():
        day, view = reached_by(report), report.roadmap
        assert view is not None
        items = [view.find(card.key) for card in report.next_moves]
        if day is not None:
            assert all(item is not None and item.end_on is not None and item.end_on <= day for item in items)
            assert max(card.due_on for card in report.next_moves if card.due_on) == day


def test_the_sections_afterwards_give_the_level_reached() -> None:
    for report in with_a_path():
        assert report.path is not None
        found = report.path.found
        roles = {pillar.code: pillar.role for pillar in report.instrument.pillars}
        levels = [
            level + (roles[code] == "enabling") for code, level in found.sections.items() if level is not None
        ]
        assert found.level == min(5, *levels)
        for gauge in section_gauges(report):
            assert gauge.after >= gauge.before
        *_sections, whole = section_gauges(report)
        assert (whole.before, whole.after) == (report.result.level, found.level)


def test_every_move_is_drawn_or_counted() -> None:
    for report in with_a_path():
        steps = path_steps(report)
        assert [step.number for step in steps] == list(range(1, len(report.next_moves) + 1))
        for paper in PAPERS:
            (chart,) = drawings(path_page, report, PathMap, paper)
            shown = len(chart.steps)
            assert chart.steps == steps[:shown]
            assert bool(chart.more) == (shown < len(steps))
            if chart.more:
                assert chart.more.startswith(sentence(count(len(steps) - shown)))
        assert_one_page(path_page, report)


def test_a_move_names_the_moves_it_needs_and_an_arrow_leads_to_it() -> None:
    report = max(with_a_path(), key=lambda one: sum(len(step.needs) for step in path_steps(one)))
    steps = {step.number: step for step in path_steps(report)}
    needing = next(step for step in steps.values() if step.needs)
    assert f"after {needing.needs[0]}" in needing.facts
    (chart,) = drawings(path_page, report, PathMap)
    drawn = {step.number for step in chart.steps}
    assert set(chart.arrows) == {
        (need, step.number) for step in chart.steps for need in step.needs if need in drawn
    }
    asked = [one.card for one in report.decisions_asked]
    assert report.roadmap is not None
    for step in steps.values():
        item = report.roadmap.find(asked[step.number - 1].key)
        assert item is not None
        assert {asked[need - 1].key for need in step.needs} <= set(item.item.needs)


def test_those_who_do_not_see_it_hear_the_finding_first_and_every_move() -> None:
    report = reports.northgate()
    path, gauges = alternatives(path_page, report)
    assert path.startswith(path_finding(report))
    assert all(card.move.title in path for card in report.next_moves)
    assert "Value: level 2 today, level 3 afterwards" in gauges


def test_without_a_path_there_is_no_page() -> None:
    for state in ("level 5", "nobody", "half answered"):
        assert title(path_page, odd_reports()[state]) == ""


@pytest.mark.parametrize("name", ODD)
def test_it_is_one_page_whatever_the_texts(name: str) -> None:
    report = odd_reports()[name]
    assert_one_page(path_page, report)
    if report.next_moves:
        assert drawings(path_page, report, SectionGauges)

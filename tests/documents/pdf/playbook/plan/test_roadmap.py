"""The page on the first 180 days: who is overbooked, and a bar under its owner for every item."""

from datetime import date
from functools import lru_cache
from random import Random
from typing import Any

import pytest

from documents.pdf.charts.swim_lanes import SwimLanes
from documents.pdf.playbook.plan.roadmap import roadmap_page
from report.model.report import Report
from report.text.playbook.plan.lanes import fewer, horizon, lanes, months, review_marks
from report.text.playbook.plan.roadmap import load_finding
from tests import reports
from tests.documents.pdf.aligned import example
from tests.documents.pdf.playbook.one_page import (
    HALF,
    ODD,
    alternatives,
    assert_one_page,
    drawings,
    odd_reports,
    role,
    text,
    title,
)
from tests.toy import everyone, toy_instrument

TOY = toy_instrument()
OWNERS = ("CEO", "COO", "CIO", None, "Somebody " * 5)


@lru_cache(maxsize=1)
def planned() -> tuple[Report, ...]:
    """Forty plans with first days set by people, owners without time, and without a first day of the whole."""
    return tuple(_plan(Random(number)) for number in range(40))  # noqa: S311 - no secret


def _plan(chance: Random) -> Report:
    starts = chance.choice([(None,), (None, 0, 10), (None, 0, 10, 170, 300)])
    moves = [
        {
            "move": f"{code}:3",
            "owner": chance.choice(OWNERS),
            "effort": chance.choice([0.2, 3, 9]),
            "weeks": chance.choice([1, 4, 30]),
            "start_day": chance.choice(starts),
            "chosen": True,
        }
        for code in TOY.practices
    ]
    roadmap = {
        "start": chance.choice([None, "2027-01-11", "2026-12-30"]),
        "capacity": chance.choice([{}, {"COO": 1.0, "CEO": 0.1}, dict.fromkeys(("CEO", "COO", "CIO"), 2.5)]),
        "moves": moves,
    }
    return reports.report_on(everyone(2, None, TOY), TOY, roadmap=roadmap)


def overbooked() -> Report:
    """The example with three moves of one owner begun on one day."""
    report = reports.northgate()
    assert report.source is not None
    assert report.source.roadmap is not None
    roadmap = report.source.roadmap.model_dump()
    moves = {line["move"]: line for line in roadmap["moves"]}
    for move in ("VAL-2:3", "VAL-4:3", "GOV-4:3", "GOV-5:3"):
        line = moves.setdefault(move, {"move": move})
        line |= {"start_day": 30, "weeks": 3}
    return example(roadmap=roadmap | {"moves": list(moves.values())})


def test_the_example_says_that_nobody_is_overbooked() -> None:
    report = reports.northgate()
    assert title(roadmap_page, report) == "In 180 days, 14 items reach level 3, and nobody is overbooked"
    assert_one_page(roadmap_page, report, filled=HALF)


def test_who_is_overbooked_is_named_with_load_and_capacity() -> None:
    report = overbooked()
    assert title(roadmap_page, report) == (
        f"{role('COO')} is overbooked: 29.3 days of work in four weeks, capacity for 15"
    )
    assert "Hatched: more than they can carry" in text(roadmap_page, report)


@pytest.mark.parametrize("number", range(40))
def test_the_title_names_the_overbooked_and_nobody_else(number: int) -> None:
    report = planned()[number]
    view, said = report.roadmap, load_finding(report)
    assert view is not None
    over = {finding.owner or "" for finding in view.findings if finding.code == "over_capacity"}
    assert ("overbooked" in said and "nobody" not in said) == bool(over)
    named = [owner for owner in over if view.roles.get(owner, owner).lower() in said.lower()]
    assert len(named) == len(over)
    assert {lane.owner for lane in lanes(report) if lane.over} == {
        next(lane.owner for lane in lanes(report) if lane.owner.lower() == view.roles.get(o, o).lower())
        for o in over
    }


@pytest.mark.parametrize("number", range(40))
def test_the_curve_of_an_owner_ends_where_the_check_says(number: int) -> None:
    view = planned()[number].roadmap
    assert view is not None
    for finding in view.findings:
        if finding.code == "over_capacity":
            steps = view.loads[finding.owner or ""]
            top = max(steps, key=lambda step: (step.load, -step.start))
            assert (top.start, top.over) == (finding.day, True)
            assert float(top.load) == pytest.approx(finding.found, abs=0.1)


@pytest.mark.parametrize("number", range(40))
def test_every_item_has_a_bar_under_its_owner_within_the_axis(number: int) -> None:
    report = planned()[number]
    view = report.roadmap
    assert view is not None
    bars = {bar.key: (lane.owner, bar) for lane in lanes(report) for bar in lane.bars}
    assert set(bars) == {one.key for one in view.items}
    for one in view.items:
        assert one.bar is not None
        owner, bar = bars[one.key]
        assert owner.lower() == (one.owner.lower() or "nobody named")
        assert (bar.start, bar.end) == (one.bar.start, one.bar.end)
        assert bar.end <= horizon(view)
    assert_one_page(roadmap_page, report)


def test_the_months_are_real_ones() -> None:
    view = reports.northgate().roadmap
    assert view is not None
    assert view.start == date(2027, 1, 11)
    marks = [(mark.day, mark.words) for mark in months(view)]
    assert marks[:3] == [(0, "Jan 2027"), (21, "Feb"), (49, "Mar")]
    assert [words for _day, words in marks] == ["Jan 2027", "Feb", "Mar", "Apr", "May", "Jun", "Jul"]


def test_the_next_review_is_the_one_of_the_report() -> None:
    report = reports.northgate()
    (mark,) = [mark for mark in review_marks(report) if mark.next]
    assert (mark.words, report.review_on) == ("8 Feb", date(2027, 2, 8))
    assert "Large diamond: next review, 8 February 2027." in text(roadmap_page, report)


def test_a_commitment_is_marked_on_its_bar_and_others_are_named() -> None:
    report = reports.northgate()
    committed = {bar.key: bar.committed for lane in lanes(report) for bar in lane.bars if bar.committed}
    assert committed == {"OWN-5:3": 28, "GOV-2:3": 74, "VAL-2:3": 46}
    made: dict[str, Any] = {"text": "Tell the works council", "owner": "CHRO", "due": "2027-01-20"}
    said = f"Committed besides: “Tell the works council” ({role('CHRO')}, by 20 Jan 2027)."
    assert said in text(roadmap_page, example(commitments=[made]))


def test_with_more_bars_than_fit_the_path_is_drawn_first_and_the_rest_counted() -> None:
    uses = [
        {"name": f"Use case {n}", "owner": OWNERS[n % 3], "effort_weeks": 1, "exploring": True}
        for n in range(60)
    ]
    report = example(use_cases=uses)
    view = report.roadmap
    assert view is not None
    (chart,) = drawings(roadmap_page, report, SwimLanes)
    drawn = [bar for lane in chart.lanes for bar in lane.bars]
    hidden = len(view.items) - len(drawn)
    assert hidden > 0
    assert sum(bar.on_path for bar in drawn) == sum(one.origin == "path" for one in view.items)
    assert f"{hidden} items are not drawn: see the annex." in text(roadmap_page, report)
    assert_one_page(roadmap_page, report)


def test_fewer_bars_leave_no_lane_empty() -> None:
    found = lanes(reports.northgate())
    for most in range(1, 14):
        kept = fewer(found, most)
        assert sum(len(lane.bars) for lane in kept) == most
        assert all(lane.bars for lane in kept)


def test_those_who_do_not_see_it_hear_the_finding_and_every_item() -> None:
    report = overbooked()
    (said,) = alternatives(roadmap_page, report)
    assert said.startswith(load_finding(report))
    assert report.roadmap is not None
    assert all(one.title in said for one in report.roadmap.items)
    assert f"{role('COO')}, at most 29.3 days in four weeks, capacity 15" in said


@pytest.mark.parametrize("name", ODD)
def test_it_is_one_page_whatever_the_texts(name: str) -> None:
    report = odd_reports()[name]
    assert_one_page(roadmap_page, report)
    planned_items = report.roadmap.items if report.roadmap else ()
    assert bool(title(roadmap_page, report)) == bool(planned_items)

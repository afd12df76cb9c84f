"""The roadmap by hand: capacity, order, phases, what comes later, the visible win; and what is wrong with one."""

from dataclasses import replace

import pytest

from report.text.plan.roadmap_findings import FindingNames, finding_sentence
from scoring import cheapest_path, score
from scoring.plan.roadmap import Bar, RoadmapItem, move_items, schedule
from scoring.plan.roadmap_checks import MOST_BARS, RoadmapFinding, roadmap_checks
from tests.toy import everyone, toy_instrument, with_practices


def item(
    key: str, effort: float = 1.0, weeks: int = 2, owner: str | None = "COO", *needs: str
) -> RoadmapItem:
    return RoadmapItem(key, "move", owner, effort, weeks, needs, metric="Labelled shelves")


def win(key: str, effort: float = 1.0, weeks: int = 2, owner: str = "COO", *needs: str) -> RoadmapItem:
    return RoadmapItem(
        key, "move", owner, effort, weeks, needs, "Shelves", None, leading=True, portfolio="improve"
    )


LOADS = (("A", 2, 0), ("B", 2.5, 14), ("C", 2, 28), ("D", 0.5, 60))
"""Key, person-weeks and first day of bars of four weeks: 4.5 from day 14 and again from day 28."""


def days(*items: RoadmapItem, capacity: float = 4.0) -> dict[str, tuple[int, int]]:
    return {bar.item.key: (bar.start, bar.end) for bar in schedule(items, capacity).bars}


def test_items_run_side_by_side_as_far_as_their_owner_can_carry_them() -> None:
    # Each is 2 person-weeks in four weeks; the owner carries 4, so two at a time.
    assert days(item("A", 2, 4), item("B", 2, 4), item("C", 2, 4)) == {
        "A": (0, 28),
        "B": (0, 28),
        "C": (28, 56),
    }
    assert days(item("A", 2, 4), item("B", 2, 4, "CIO"), item("C", 2, 4, "CFO"), capacity=2) == dict.fromkeys(
        "ABC", (0, 28)
    )


def test_an_item_too_heavy_for_its_weeks_takes_as_many_as_its_owner_needs() -> None:
    assert days(item("A", 8, 4)) == {"A": (0, 56)}
    assert days(item("A", 8, 4), capacity=8) == {"A": (0, 28)}
    by_owner = schedule([item("A", 8, 4)], by_owner={"COO": 2}).bars
    assert [(bar.start, bar.end) for bar in by_owner] == [(0, 112)]
    assert days(item("A", 1, 4), capacity=0.5) == {"A": (0, 56)}


def test_bars_stand_by_their_first_day_however_they_were_placed() -> None:
    found = schedule([item("A", 4, 4), replace(item("B", 1, 2, "CIO"), start=60), item("C", 4, 4)])
    assert [(bar.item.key, bar.start) for bar in found.bars] == [("A", 0), ("C", 28), ("B", 60)]


def test_an_item_starts_when_what_it_needs_is_finished_in_whatever_order_they_are_given() -> None:
    assert days(item("B", 1, 2, "CIO", "A"), item("A", 1, 3)) == {"A": (0, 21), "B": (21, 35)}
    assert days(item("B", 1, 2, "CIO", "elsewhere")) == {"B": (0, 14)}


def test_nobody_named_is_limited_by_needs_only() -> None:
    assert days(*(item(key, 8, 2, None) for key in "ABC")) == dict.fromkeys("ABC", (0, 14))


def test_what_does_not_fit_into_180_days_comes_later_and_so_does_what_needs_it() -> None:
    found = schedule(
        [item("A", 1, 20), item("B", 1, 6, "CIO", "A"), item("C", 1, 1, "CIO", "B"), item("D", 1, 25)]
    )
    assert [bar.item.key for bar in found.bars] == ["A", "D"]
    assert [later.key for later in found.later] == ["B", "C"]


def test_an_item_is_in_the_phase_in_which_it_is_finished_and_reviewed_at_its_end() -> None:
    found = schedule([item("A", 1, 4, "CEO"), item("B", 1, 12, "CIO"), item("C", 1, 13, "CFO")])
    assert [(bar.item.key, bar.phase, bar.review) for bar in found.bars] == [
        ("A", "align", 30),
        ("B", "pilot", 90),
        ("C", "scale", 180),
    ]


def test_the_visible_win_goes_first_with_what_it_needs() -> None:
    found = schedule([item("A", 4, 4), item("B", 1, 1), win("C", 2, 2, "COO", "B")])
    assert found.win == "C"
    assert [(bar.item.key, bar.start) for bar in found.bars] == [("B", 0), ("C", 7), ("A", 21)]


def test_the_win_is_the_smallest_that_can_be_finished_in_30_days() -> None:
    assert schedule([win("A", 2, 2), win("B", 1, 4), win("C", 1, 3)]).win == "C"
    assert schedule([win("A", 2, 4), win("B", 1, 5)]).win == "A"
    assert schedule([win("A", 3.5, 2), item("B"), win("C", 1, 5)]).win is None


def test_items_that_need_each_other_or_share_a_key_and_no_capacity_are_refused() -> None:
    with pytest.raises(ValueError, match="circle"):
        schedule([item("A", 1, 1, "COO", "B"), item("B", 1, 1, "COO", "A")])
    with pytest.raises(ValueError, match="same key"):
        schedule([item("A"), item("A")])
    for wrong in ({"capacity": 0.0}, {"by_owner": {"COO": -1.0}}):
        with pytest.raises(ValueError, match="carry"):
            schedule([item("A")], **wrong)  # type: ignore[arg-type]


def test_the_moves_of_a_path_become_items_that_keep_their_order() -> None:
    base = toy_instrument()
    needs = {"ABC-1": {"requires": {"3": ["DEF-3:3"]}}}
    toy = toy_instrument([with_practices(pillar, needs) for pillar in base.pillars])
    path = cheapest_path(toy, score(toy, everyone(1)), 3)
    items = {found.key: found for found in move_items(toy, path.moves)}
    assert items["ABC-1:3"].needs == ("ABC-1:2", "DEF-3:3")
    assert items["ABC-1:2"].needs == ()
    move = toy.practices["ABC-1"].move(3)
    assert (items["ABC-1:3"].owner, items["ABC-1:3"].weeks) == (move.lead, move.weeks)
    assert (items["ABC-1:3"].metric, items["ABC-1:3"].milestone) == (move.kpi.name, move.evidence)


def test_a_roadmap_that_was_scheduled_has_no_faults_of_its_own() -> None:
    toy = toy_instrument()
    path = cheapest_path(toy, score(toy, everyone(2)))
    assert roadmap_checks(schedule(move_items(toy, path.moves)).bars) == ()


def test_each_fault_is_found_with_its_figures() -> None:
    bars = [
        Bar(RoadmapItem("A", "use_case", None, 1, 4), 0, 28, 30),
        Bar(item("B", 3, 4, "COO", "A"), 14, 42, 30),
        Bar(item("C", 3, 4), 14, 42, None),
        Bar(item("D", 1, 4, "CIO"), 160, 188, 200),
    ]
    assert roadmap_checks(bars) == (
        RoadmapFinding("no_owner", "A"),
        RoadmapFinding("no_metric", "A"),
        RoadmapFinding("no_review", "B", found=30, limit=42),
        RoadmapFinding("too_early", "B", needs="A", found=14, limit=28),
        RoadmapFinding("no_review", "C", limit=42),
        RoadmapFinding("too_late", "D", found=188, limit=180),
        RoadmapFinding("over_capacity", owner="COO", day=14, found=6.0, limit=4.0),
        RoadmapFinding("no_visible_win", limit=30),
    )
    assert roadmap_checks(bars, by_owner={"COO": 6})[-1] == RoadmapFinding("no_visible_win", limit=30)
    assert "over_capacity" not in [f.code for f in roadmap_checks(bars, by_owner={"COO": 6})]


def test_the_heaviest_day_of_an_owner_is_told_the_first_of_several_and_half_a_week_is_too_much() -> None:
    bars = [Bar(item(key, effort, 4), start, start + 28, 180) for key, effort, start in LOADS]
    (told,) = [f for f in roadmap_checks(bars) if f.code == "over_capacity"]
    assert (told.day, told.found) == (14, 4.5)
    assert "over_capacity" not in {f.code for f in roadmap_checks(bars, capacity=4.5)}


def test_more_than_fifteen_bars_are_too_many_and_none_are_no_fault() -> None:
    many = [Bar(win(f"K{n}", 0.1, 4, f"R{n}"), 0, 28, 30) for n in range(MOST_BARS + 1)]
    assert roadmap_checks(many) == (RoadmapFinding("too_many_bars", found=16, limit=15),)
    assert roadmap_checks(many[:-1]) == ()
    assert roadmap_checks([]) == ()


def test_findings_are_said_with_titles_roles_and_figures() -> None:
    names = FindingNames({"A": "Name an owner", "B": "Tidy up"}, {"COO": "Operations"})
    assert (
        finding_sentence(RoadmapFinding("too_early", "B", needs="A", found=14, limit=28), names)
        == "“Tidy up” starts on day 14, but needs “Name an owner”, which ends on day 28."
    )
    heavy = RoadmapFinding("over_capacity", owner="COO", day=14, found=6.5, limit=4.0)
    assert (
        finding_sentence(heavy, names)
        == "Operations: 6.5 person-weeks of work in the four weeks from day 14, but capacity for 4."
    )
    assert (
        finding_sentence(heavy, names._replace(in_days=True))
        == "Operations: 32.5 days of work in the four weeks from day 14, but capacity for 20."
    )


def test_a_first_day_that_is_set_stands_and_the_rest_is_filled_in_around_it() -> None:
    held = replace(item("A", 4, 4), start=14)
    assert days(held, item("B", 2, 2)) == {"A": (14, 42), "B": (0, 14)}
    assert days(held, item("B", 2, 4)) == {"A": (14, 42), "B": (42, 70)}
    assert days(replace(item("B", 1, 2, "CIO", "A"), start=0), item("A", 1, 3)) == {
        "A": (0, 21),
        "B": (0, 14),
    }


def test_what_a_first_day_breaks_is_told_and_not_mended() -> None:
    early = replace(item("B", 1, 2, "CIO", "A"), start=0)
    late = replace(item("C", 4, 4), start=170)
    found = schedule([item("A", 4, 4), early, late, replace(item("D", 2, 4), start=0)])
    told = {(f.code, f.key, f.owner) for f in roadmap_checks(found.bars)}
    assert {("too_early", "B", None), ("too_late", "C", None), ("no_review", "C", None)} <= told
    twice = schedule([replace(item("A", 4, 4), start=0), replace(item("D", 2, 4), start=0)])
    (heavy,) = [f for f in roadmap_checks(twice.bars) if f.code == "over_capacity"]
    assert (heavy.owner, heavy.day, heavy.found, heavy.limit) == ("COO", 0, 6.0, 4.0)


def test_a_set_first_day_whose_need_does_not_fit_is_told() -> None:
    found = schedule([item("A", 4, 30), replace(item("B", 1, 2, "CIO", "A"), start=10)])
    assert [one.key for one in found.later] == ["A"]
    (told,) = [f for f in roadmap_checks(found.bars, later={"A"}) if f.needs]
    assert told == RoadmapFinding("needs_later", "B", needs="A", found=10, limit=180)
    assert finding_sentence(told, FindingNames({"A": "Name an owner", "B": "Tidy up"}, {})) == (
        "“Tidy up” starts on day 10, but needs “Name an owner”, which does not fit into the 180 days of the roadmap."
    )


def test_nothing_begins_before_its_earliest_day() -> None:
    assert days(replace(item("A"), earliest=30)) == {"A": (30, 44)}


def test_a_win_that_somebody_has_marked_comes_before_a_smaller_one() -> None:
    marked = replace(item("B", 3, 3), visible=True)
    assert schedule([win("A"), marked]).win == "B"
    standing = replace(marked, start=7)
    assert schedule([win("A"), standing]).win == "B"


def test_of_several_wins_that_stand_the_marked_one_counts_then_the_first_to_be_finished() -> None:
    late, soon = replace(win("A"), start=14), replace(win("B", owner="CIO"), start=7)
    marked = replace(item("C", 3, 2, "CFO"), visible=True, start=9)
    assert schedule([late, soon]).win == schedule([soon, late]).win == "B"
    assert schedule([late, soon, marked]).win == "C"


def test_a_win_that_somebody_has_marked_is_visible_however_heavy() -> None:
    marked = replace(item("B", 3, 3), visible=True)
    bars = schedule([marked]).bars
    assert "no_visible_win" not in {f.code for f in roadmap_checks(bars)}


def test_an_owner_whose_role_nobody_has_is_asked_about_by_name() -> None:
    (bar,) = schedule([item("A", 1, 2, "Aunt May")]).bars
    assert "owner_unknown" not in {f.code for f in roadmap_checks([bar])}
    (told,) = [f for f in roadmap_checks([bar], roles={"COO"}) if f.code == "owner_unknown"]
    assert finding_sentence(told, FindingNames({"A": "Shelves"}, {})).startswith(
        "“Shelves” is assigned to “Aunt May”"
    )


def test_a_load_is_said_to_a_tenth() -> None:
    bars = [Bar(item(key, 2.26, 4), 0, 28, 180) for key in "AB"]
    (heavy,) = [f for f in roadmap_checks(bars) if f.code == "over_capacity"]
    assert heavy.found == 4.5
    (hardly,) = [f for f in roadmap_checks(bars, 4.51) if f.code == "over_capacity"]
    assert hardly.found == 4.6, "more than the limit is printed as more"

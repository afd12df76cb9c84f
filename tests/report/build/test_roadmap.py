"""The roadmap of a plan: what people set stands, what follows is said, and files tell the same."""

import re
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import icalendar
import pytest

from assessment.answers.records import Respondent
from assessment.errors import Frozen, NotFound
from documents.calendar import CALENDAR, calendar_of
from report.build import roadmap
from report.build.roadmap import addable_moves
from report.json.result import result_json
from report.model.roadmap import RoadmapView
from report.text.plan.roadmap import headline, short_of, win_words
from services.assessments import example, owner
from services.core.installation import Installation
from services.plan import commitments
from services.plan.roadmap import plan_of, save_roadmap_move, set_capacity_of, set_start
from services.reports import results
from services.reports.documents import build_document
from tests.reports import HOSTILE, northgate, report_on
from tests.toy import everyone, toy_instrument

TODAY = date(2026, 11, 22)
TOY = toy_instrument()
START = "2027-01-11"
USE = {"name": "Bell shop", "lever": "revenue", "owner": "CIO", "effort_weeks": 6}


def planned(people: list[Respondent] | None = None, **fields: Any) -> RoadmapView:
    found = report_on(people or everyone(2), TOY, **fields).roadmap
    assert found is not None
    return found


def keys(view: RoadmapView) -> list[str]:
    return [one.key for one in view.items]


@pytest.mark.parametrize(
    ("many", "said"),
    [
        (1, "One item planned in 180 days"),
        (14, "Fourteen items planned in 180 days"),
        (25, "In 180 days, 25 items are planned"),
    ],
)
def test_no_heading_begins_with_a_digit(many: int, said: str) -> None:
    view = planned()
    assert headline(replace(view, items=view.items[:1] * many)).startswith(said)


def test_the_roadmap_begins_with_the_cheapest_path_and_says_where_it_leads() -> None:
    view = planned()
    assert len(view.items) == 6
    assert (view.level, view.target, view.reaches) == (2, 3, 3)
    assert headline(view) == "Six items planned in 180 days. Together they reach level 3."
    assert not short_of(view)
    assert all(one.owner and one.item.metric for one in view.items)


def test_a_move_left_out_is_missing_and_the_level_is_not_reached() -> None:
    view = planned(roadmap={"moves": [{"move": "ABC-1:3", "chosen": False}]})
    assert "ABC-1:3" not in keys(view)
    assert [one.key for one in view.dropped] == ["ABC-1:3"]
    assert view.reaches == 2
    assert short_of(view) == "Without the moves left out, the plan does not reach level 3."


def test_a_move_put_in_comes_with_what_was_set_for_it() -> None:
    line = {"move": "GHI-1:3", "chosen": True, "owner": "CIO", "start_day": 60, "weeks": 4, "effort": 2.5,
            "kpi": "Flow time", "baseline": "200 days", "goal": "120 days", "milestone": "A page",
            "portfolio": "transform", "review": "2027-04-30", "visible_win": False}  # fmt: skip
    view = planned(roadmap={"start": START, "moves": [line]})
    (one,) = [one for one in view.items if one.key == "GHI-1:3"]
    assert one.bar is not None
    assert (one.origin, one.bar.start, one.bar.end, one.item.effort) == ("added", 60, 88, 2.5)
    assert (one.item.metric, one.baseline, one.goal, one.item.portfolio) == (
        "Flow time", "200 days", "120 days", "transform",
    )  # fmt: skip
    assert (one.start_on, one.end_on, one.review_on) == (
        date(2027, 3, 12), date(2027, 4, 9), date(2027, 4, 30),
    )  # fmt: skip


def test_a_review_before_the_end_is_pointed_out_and_one_on_a_weekend_moves_to_monday() -> None:
    early = {"move": "ABC-1:3", "review": "2027-01-12"}
    view = planned(roadmap={"start": START, "moves": [early]})
    assert [(f.code, f.key) for f in view.findings if f.code == "no_review"] == [("no_review", "ABC-1:3")]
    assert any("has no review on or after its last day" in line for line in view.sentences)
    by_day = roadmap.reviews(view)
    assert all(day.weekday() < 5 for day in by_day)
    assert sum(map(len, by_day.values())) == len(view.items)


def test_use_cases_stand_after_the_first_phase_unless_they_are_trials() -> None:
    uses = [
        USE,
        USE | {"name": "Trial", "exploring": True, "owner": "CFO"},
        {"name": "No idea", "lever": "cost"},
    ]
    view = planned(use_cases=uses)
    bars = {one.key: one.bar for one in view.items}
    run, trial = bars["use:Bell shop"], bars["use:Trial"]
    assert run is not None
    assert trial is not None
    assert run.start >= 30
    assert trial.start == 0
    assert view.unsized == ("No idea",)


def test_two_use_cases_of_one_name_are_both_there() -> None:
    assert {"use:Bell shop", "use:Bell shop (2)"} <= set(keys(planned(use_cases=[USE, USE])))


def test_an_owner_nobody_knows_and_a_lead_without_time_are_said() -> None:
    view = planned(roadmap={"moves": [{"move": "ABC-1:3", "owner": "Aunt May"}], "capacity": {"Aunt May": 0}})
    assert "ABC-1:3" in [one.key for one in view.later]
    view = planned(roadmap={"moves": [{"move": "ABC-1:3", "owner": "Aunt May"}]})
    assert "owner_unknown" in {finding.code for finding in view.findings}


def test_a_set_first_day_before_what_comes_later_is_said() -> None:
    moves = [{"move": "ABC-1:3", "owner": "Aunt May"}, {"move": "ABC-1:4", "start_day": 10}]
    view = planned(roadmap={"target": 4, "moves": moves, "capacity": {"Aunt May": 0}})
    assert "ABC-1:3" in [one.key for one in view.later]
    assert [(f.key, f.needs) for f in view.findings if f.code == "needs_later"] == [("ABC-1:4", "ABC-1:3")]


def test_what_concerns_the_whole_is_said_first_and_many_alike_together() -> None:
    uses = [{"name": f"Use {n}", "lever": "cost", "effort_weeks": 1, "exploring": True} for n in range(12)]
    view = planned(use_cases=uses)
    assert view.sentences[0].startswith("There are 18 bars")
    (alone,) = [line for line in view.sentences if line.startswith("Nobody is named")]
    assert alone.startswith("Nobody is named for twelve items: “Use 0”, ")
    assert "and eight more" in alone


def test_nothing_to_improve_and_nothing_answered_leave_an_empty_roadmap() -> None:
    done, nobody = planned(everyone(5)), report_on([], TOY).roadmap
    assert nobody is not None
    assert not done.items
    assert not nobody.items
    assert (nobody.level, nobody.reaches) == (None, None)
    reached = planned(everyone(4), roadmap={"target": 3})
    assert (reached.state, reached.items) == ("reached", ())


def test_what_may_be_added_is_the_next_step_of_everything_not_planned() -> None:
    report = report_on(everyone(2), TOY)
    assert report.roadmap is not None
    offered = addable_moves(TOY, report.result, report.roadmap)
    assert offered.keys().isdisjoint(keys(report.roadmap))
    assert {"GHI-1:3", "ABC-1:4"} <= offered.keys()
    assert "ABC-1:5" not in offered


def test_the_result_as_data_tells_the_same_bars() -> None:
    report = report_on(everyone(2), TOY, use_cases=[USE])
    told = result_json(report)["roadmap"]
    assert report.roadmap is not None
    assert [bar["key"] for bar in told["bars"]] == keys(report.roadmap)
    assert {"start_day", "end_day", "review_day", "owner", "phase", "effort", "key"} == set(told["bars"][0])
    assert (told["target"], told["reaches"]) == (3, 3)
    assert told["findings"] == [finding.code for finding in report.roadmap.findings]
    nothing = result_json(report_on(everyone(5), TOY))
    assert nothing["roadmap"] is None
    assert "Nothing is planned" in nothing["withheld"]


def test_the_example_is_planned_and_owned_with_commitments() -> None:
    view = northgate().roadmap
    assert view is not None
    assert len([one for one in view.items if one.origin != "use_case"]) == 11
    assert all(one.owner and one.item.metric for one in view.items if one.line)
    assert view.reaches == view.target == 3
    assert win_words(view).startswith("The visible win: “Use AI on your own work for four weeks")
    assert len(view.commitments) == 3


def test_the_capacity_of_one_lead_leaves_the_others_as_they_were(inst: Installation, token: str) -> None:
    owned = example.open_example(inst, token, TODAY)
    before = plan_of(inst, owned).roadmap.capacity
    set_capacity_of(inst, owned, "COO", 6)
    set_capacity_of(inst, owned, "CFO", None)
    after = plan_of(inst, owned).roadmap.capacity
    assert after == {role: weeks for role, weeks in before.items() if role != "CFO"} | {"COO": 6.0}
    view = results.report(inst, owned, TODAY).roadmap
    assert view is not None
    assert view.capacity["CFO"] == 4.0
    assert "over_capacity" not in {finding.code for finding in view.findings}


def test_a_commitment_is_found_by_its_move_until_it_is_dropped(inst: Installation, token: str) -> None:
    owned = example.open_example(inst, token, TODAY)
    view = results.report(inst, owned, TODAY).roadmap
    assert view is not None
    found = view.commitment_of("VAL-2:3")
    assert found is not None
    commitments.mark_commitment(inst, owned, view.commitments.index(found), "VAL-2:3", "dropped")
    view = results.report(inst, owned, TODAY).roadmap
    assert view is not None
    assert view.commitment_of("VAL-2:3") is None


def events(data: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_the_calendar_holds_a_whole_day_for_every_review(inst: Installation, token: str) -> None:
    owned = example.open_example(inst, token, TODAY)
    document = build_document(inst, token, owned.assessment_id, TODAY, "calendar")
    assert (document.media_type, document.name[-4:]) == ("text/calendar", ".ics")
    assert b"PRODID:-//Plumbline//Roadmap//EN" in document.content
    found = events(document.content)
    view = results.report(inst, owned, TODAY).roadmap
    assert view is not None
    assert len(found) == len(view.items)
    assert {type(event["dtstart"].dt) for event in found} == {date}
    assert all((event["dtend"].dt - event["dtstart"].dt).days == 1 for event in found)
    assert document == build_document(inst, token, owned.assessment_id, TODAY, "calendar")


def test_a_review_that_moves_keeps_its_uid(inst: Installation, token: str) -> None:
    owned = example.open_example(inst, token, TODAY)
    before = events(build_document(inst, token, owned.assessment_id, TODAY, "calendar").content)
    set_start(inst, owned, date(2027, 2, 1))
    after = events(build_document(inst, token, owned.assessment_id, TODAY, "calendar").content)
    was = {str(event["uid"]): event["dtstart"].dt for event in before}
    now = {str(event["uid"]): event["dtstart"].dt for event in after}
    assert was.keys() == now.keys()
    assert was != now


def test_whatever_changes_is_newer_than_what_was_handed_out_and_what_does_not_is_the_same_file(
    inst: Installation, token: str
) -> None:
    owned = example.open_example(inst, token, TODAY)

    def handed_out() -> bytes:
        return build_document(inst, token, owned.assessment_id, TODAY, "calendar").content

    files = [handed_out()]
    for change in (
        lambda: set_start(inst, owned, date(2027, 2, 1)),
        lambda: save_roadmap_move(inst, owned, "VAL-2:3", {"review": date(2027, 3, 3)}),
        lambda: owner.close(inst, owned),
        lambda: set_start(inst, owned, date(2026, 12, 1)),
    ):
        with suppress(Frozen):
            change()
        files.append(handed_out())
        assert handed_out() == files[-1]
    assert files[2] == files[3] == files[4]
    for before, after in pairwise(files[:3]):
        for mark in ("sequence", "dtstamp"):
            newest = max(value_of(event[mark]) for event in events(before))
            assert min(value_of(event[mark]) for event in events(after)) > newest


def value_of(mark: Any) -> Any:
    return getattr(mark, "dt", mark)


def test_without_a_first_day_and_for_strangers_there_is_no_calendar(inst: Installation, token: str) -> None:
    owned = example.open_example(inst, token, TODAY)
    assert "no first day" in (CALENDAR.refusal(report_on(everyone(2), TOY)) or "")
    with pytest.raises(NotFound):
        build_document(inst, "another-token", owned.assessment_id, TODAY, "calendar")


def test_hostile_words_stay_words_and_a_person_who_owns_is_not_named() -> None:
    name = f"{HOSTILE[:60]}\r\nBEGIN:VALARM"
    line = {"move": "ABC-1:3", "owner": "Aunt May", "kpi": f"a,b;c\\n\nATTACH:x {HOSTILE}"[:1000]}
    view = planned(
        roadmap={"start": START, "moves": [line]}, use_cases=[USE | {"name": name, "owner": "Uncle Ben"}]
    )
    data = calendar_of(view, HOSTILE, "a" * 22, 1)
    text = data.decode()
    assert len(events(data)) == len(view.items)
    assert not re.search(r"^(BEGIN:VALARM|ATTACH)", text, re.MULTILINE)
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\u202e]", text)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    unfolded = text.replace("\r\n ", "")
    assert "Aunt May" not in unfolded
    assert "Uncle Ben" not in unfolded


PROMISE = {"text": f"Ask everybody {HOSTILE[:40]}", "owner": "CIO", "due": "2027-02-26", "metric": "Answers"}


def test_a_commitment_in_own_words_has_its_day_in_the_calendar_until_it_is_kept() -> None:
    def titles(status: str) -> list[tuple[str, date]]:
        view = planned(commitments=[PROMISE | {"status": status}])
        return [(str(e["summary"]), e["dtstart"].dt) for e in events(calendar_of(view, "Us", "a" * 22, 1))]

    for status in ("open", "late"):
        ((title, day),) = titles(status)
        assert (title.startswith("Commitment: Ask everybody"), day) == (True, date(2027, 2, 26))
    assert titles("kept") == titles("dropped") == []


def test_a_commitment_to_a_move_sets_its_owner_and_day_with_and_without_a_first_day() -> None:
    made = {"move": "ABC-1:3", "owner": "CIO", "due": "2027-02-26"}
    for roadmap_of in ({}, {"start": START, "moves": [{"move": "ABC-1:3", "owner": "CEO"}]}):
        report = report_on(everyone(2), TOY, commitments=[made], roadmap=roadmap_of)
        (card,) = [card for card in report.next_moves if card.key == "ABC-1:3"]
        assert (card.lead, card.due_on) == (TOY.function_titles.get("CIO", "CIO"), date(2027, 2, 26))
    assert "ABC-1:3" in keys(report.roadmap or planned())
    dropped = report_on(everyone(2), TOY, commitments=[made | {"status": "dropped"}], roadmap=roadmap_of)
    (card,) = [card for card in dropped.next_moves if card.key == "ABC-1:3"]
    assert card.lead == TOY.function_titles.get("CEO", "CEO")


def test_what_begins_after_its_own_date_or_has_reached_its_goal_is_said() -> None:
    late = {"move": "ABC-1:3", "start_day": 60, "review": "2027-02-01"}
    met = {"move": "ABC-2:2", "chosen": True}
    use = USE | {"date": "2027-01-12", "baseline": 5, "target": 5}
    view = planned(roadmap={"start": START, "moves": [late, met]}, use_cases=[use])
    title = next(one.title for one in view.items if one.key == "ABC-1:3")
    said = " ".join(view.sentences)
    assert f"“{title}” starts on 12 Mar 2027, after its own date, 1 Feb 2027." in said
    assert "“Bell shop” starts on 10 Feb 2027, after its own date, 12 Jan 2027." in said
    codes = {(finding.code, finding.key) for finding in view.findings}
    assert {("reached", "ABC-2:2"), ("reached", "use:Bell shop")} <= codes
    (one,) = [one for one in view.items if one.origin == "use_case"]
    assert one.verdict is not None
    assert one.verdict.flags == ("starts_late", "reached")


def test_what_does_not_fit_and_was_due_within_the_roadmap_is_late_too() -> None:
    long = USE | {"effort_weeks": 40, "baseline": 5, "target": 5}
    view = planned(roadmap={"start": START}, use_cases=[long | {"date": "2027-03-01"}])
    (one,) = view.later
    assert (
        "“Bell shop” does not fit into the 180 days, so it would start after its own date, 1 Mar 2027."
        in view.sentences
    )
    assert one.verdict is not None
    assert one.verdict.flags == ("starts_late", "reached")
    assert {f.code for f in view.findings if f.key == one.key} == {"starts_late", "reached"}
    afterwards = planned(roadmap={"start": START}, use_cases=[long | {"date": "2029-03-01"}])
    assert "starts_late" not in {finding.code for finding in afterwards.findings}

"""Gaps, path and what-if in the report: what is said, and what stays untold about small groups."""

from typing import Any

from assessment.answers.records import Agreed, Assessment, Organisation, Privacy, Respondent
from assessment.instrument.model import Camp
from assessment.plan.records import Roadmap, RoadmapMove
from assessment.privacy import Disclosure
from report.build.plan import disclosed_what_if, efforts_of, hidden_distances
from report.json.result import result_json
from scoring import score
from tests.reports import report_on
from tests.toy import Answer, everyone, toy_instrument, toy_respondent
from tests.words import WITHHELD

TOY = toy_instrument()
BASE: dict[str, Answer] = dict.fromkeys(TOY.practices, 3)


def side(camp: Camp, *answers: dict[str, Answer]) -> list[Respondent]:
    """People of one camp who say 3 to everything but what is given."""
    return [toy_respondent(f"{camp[0]}{n}", camp, BASE | given) for n, given in enumerate(answers)]


def four(code: str = "ABC-1") -> list[Respondent]:
    return [*side("business", {code: 5}, {code: 4}), *side("technology", {code: 1}, {code: 2})]


def assessment(people: list[Respondent], privacy: Privacy = "by_camp") -> Assessment:
    name = Organisation(name="Kestrel")
    return Assessment(
        instrument=TOY.code, edition=TOY.edition, organisation=name, respondents=people, privacy=privacy
    )


def shown_to(people: list[Respondent], **fields: Any) -> tuple[Any, Any]:
    found = result_json(report_on(people, TOY, **fields))
    return found["gaps"], found["path"]


def test_a_gap_comes_with_both_sides_the_question_that_settles_it_and_its_stability() -> None:
    (gap,) = report_on(four(), TOY).gaps
    assert (gap.practice.code, gap.pillar.code, gap.business, gap.technology) == ("ABC-1", "alpha", 4.5, 1.5)
    assert gap.question == TOY.practices["ABC-1"].discussion.business_higher
    assert gap.gap.stability is not None
    assert gap.gap.stability > 0.9
    turned = [*side("business", {"ABC-1": 1}, {"ABC-1": 2}), *side("technology", {"ABC-1": 5}, {"ABC-1": 4})]
    assert report_on(turned, TOY).gaps[0].question == TOY.practices["ABC-1"].discussion.technology_higher
    ((shown_gap,), _path) = shown_to(four())
    assert shown_gap == {
        "code": "ABC-1",
        "impact": 56.2,
        "bindingness": 1.0,
        "stability": shown_gap["stability"],
        "tags": ["pivotal"],
    }


def test_the_path_of_the_report_is_that_of_the_level_it_tells() -> None:
    report = report_on(everyone(3, instrument=TOY), TOY)
    assert report.path is not None
    keys = [move.key for move in report.path.found.moves]
    assert [f"{card.practice.code}:{card.move.to}" for card in report.path.moves] == keys
    assert len(report.path.runner_up) == len(report.path.found.runner_up) > 0
    _gaps, path = shown_to(everyone(3, instrument=TOY))
    assert path == {"target": 4, "effort": 18.0, "moves": keys, "optimal": True, "runner_up_extra": 0.0}
    reached = {code: Agreed(level=4) for code in (key.split(":")[0] for key in keys)}
    assert score(TOY, everyone(3, instrument=TOY), reached).level == 4


def test_what_if_follows_the_target_and_the_efforts_of_the_roadmap() -> None:
    lines = [RoadmapMove(move="ABC-1:4", effort=0.1), RoadmapMove(move="ABC-2:4", effort=None)]
    roadmap = Roadmap(target=5, moves=lines)
    assert efforts_of(roadmap) == {"ABC-1:4": 0.1}
    assert efforts_of(Roadmap(moves=[RoadmapMove(move="ABC-1:4", effort=2.34)])) == {"ABC-1:4": 2.3}
    planned = assessment(everyone(3, instrument=TOY)).model_copy(update={"roadmap": roadmap})
    found = disclosed_what_if(TOY, planned, "DEF-1", 2)
    assert (found.before.path.target, found.after.path.target) == (5, 5)
    assert {move.key: move.effort for move in found.before.path.moves}["ABC-1:4"] == 0.1


def test_while_one_side_is_one_person_no_gap_is_told() -> None:
    people = [*side("business", {"ABC-1": 5}), *side("technology", {"ABC-1": 1}, {"ABC-1": 2}, {"DEF-1": 1})]
    report = report_on(people, TOY)
    assert report.gaps == ()
    found = result_json(report)
    assert found["gaps"] is None
    assert found["withheld"] == WITHHELD
    assert found["path"]["moves"]


def test_where_no_sides_are_shown_the_gaps_rest_on_the_distance_of_all() -> None:
    # The same four answers, dealt to the sides in two ways: nobody may tell them apart.
    mixed = [*side("business", {"ABC-1": 5}, {"ABC-1": 1}), *side("technology", {"ABC-1": 4}, {"ABC-1": 2})]
    reports = [report_on(people, TOY, privacy="team") for people in (four(), mixed)]
    for report in reports:
        (gap,) = report.gaps
        assert (gap.business, gap.technology, gap.gap.difference) == (None, None, None)
        assert gap.question == TOY.practices["ABC-1"].stem
        assert gap.gap.deviation == 1.5
    assert reports[0].gaps[0].gap.impact == reports[1].gaps[0].gap.impact


def test_what_too_few_answered_is_no_gap() -> None:
    people = four()
    kept = [p.model_copy(update={"responses": {"ABC-2": p.responses["ABC-2"]}}) for p in people[1:]]
    alone = [people[0], *kept]
    report = report_on(alone, TOY)
    assert "ABC-1" in report.withheld
    assert report.gaps == ()
    everything = assessment(alone)
    hidden = hidden_distances(TOY, everything.respondents, Disclosure.of(everything))
    assert "ABC-1" in hidden
    assert "ABC-2" not in hidden


def test_one_person_alone_is_told_what_holds_the_level_without_a_distance() -> None:
    (gaps, path) = shown_to(side("business", {"ABC-1": 1, "DEF-1": 2}))
    assert [gap["code"] for gap in gaps] == ["ABC-1", "DEF-1", "GHI-1"]
    assert all(gap["impact"] is gap["stability"] is None and "One person" in gap["withheld"] for gap in gaps)
    assert (path["moves"], path["runner_up_extra"]) == (["ABC-1:2"], None)
    assert "No other set of moves" in path["withheld"]


def test_without_a_level_or_at_the_highest_there_is_no_path_and_the_reason_is_said() -> None:
    few = [toy_respondent("b", "business", {"ABC-3": 3})]
    report = report_on(few, TOY)
    assert report.path is None
    found = result_json(report)
    assert found["path"] is None
    assert "Not enough answers" in found["withheld"]
    found = result_json(report_on(everyone(5, "number", TOY), TOY))
    assert found["path"] is None
    assert "Level 5 is reached" in found["withheld"]


def test_what_if_tells_no_more_about_a_small_side_than_the_report() -> None:
    people = [*side("business", {"ABC-1": 5}), *side("technology", {"ABC-1": 1}, {"ABC-1": 2}, {"DEF-1": 1})]
    found = disclosed_what_if(TOY, assessment(people), "DEF-2", 1)
    assert (found.before.gaps, found.after.gaps) == ((), ())
    assert (found.before.path.target, found.after.path.target) == (4, 2)
    assert all(p.camp_means["business"] is None for p in found.after.result.practices.values())
    open_mode = disclosed_what_if(TOY, assessment(people, "open"), "DEF-2", 1)
    assert [gap.code for gap in open_mode.before.gaps][:1] == ["ABC-1"]

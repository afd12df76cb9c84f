"""The report: what it says for one person, for several, and what it keeps to itself."""

from datetime import date
from typing import Any

import pytest

from assessment.answers.records import Assessment, Initiative, Organisation, Privacy, Respondent, Response
from assessment.instrument.model import Instrument
from assessment.plan.records import Roadmap, RoadmapMove
from report.build.report import REVIEW_AFTER, build_report
from report.text import wording
from scoring import score
from services.core.caches.lru_cache import LruCache
from tests.paths import EXAMPLE
from tests.texts import real_instrument
from tests.toy import toy_instrument, toy_respondent
from tests.words import WITHHELD

TODAY = date(2026, 11, 22)
TOY = toy_instrument()
CODES = list(TOY.practices)


def assessment(*respondents: Respondent, privacy: Privacy = "by_camp", **more: Any) -> Assessment:
    return Assessment(
        instrument=TOY.code,
        edition=TOY.edition,
        organisation=Organisation(name="Kestrel"),
        privacy=privacy,
        respondents=list(respondents),
        **more,
    )


def one(answers: dict[str, Any], **more: Any) -> Respondent:
    return toy_respondent("r1", "business", answers).model_copy(update=more)


def all_at(level: int, **others: Any) -> dict[str, Any]:
    return dict.fromkeys(CODES, level) | {code.replace("_", "-"): value for code, value in others.items()}


def report(*respondents: Respondent, privacy: Privacy = "by_camp", **more: Any) -> Any:
    return build_report(TOY, assessment(*respondents, privacy=privacy, **more), TODAY)


def test_the_cover_says_the_level_in_words_and_what_holds_it() -> None:
    found = report(one(all_at(3, ABC_1=2, DEF_2=2)))
    lacking = TOY.practices["ABC-1"].move(3).lacking
    assert found.headline.level == "You describe level 2, Tried."
    assert found.headline.holding.startswith(
        "Four of your six key practices are at level 3 or higher. Two practices"
    )
    assert found.headline.holding.count(lacking) == 2
    assert found.headline.name == "Tried"
    assert found.review_on == TODAY + REVIEW_AFTER


def test_without_enough_answers_the_cover_says_how_high_the_level_can_get_at_most() -> None:
    found = report(one({"ABC-1": 3}))
    assert found.result.level is None
    assert found.headline.level == "No higher than level 3; the ten open questions can only lower it."
    assert "1 of 4 answered" in found.sections[0].sentence
    assert "Key practices without an answer" in found.headline.holding
    assert found.headline.name is None


def test_where_what_is_known_rules_nothing_out_the_cover_says_where_answers_are_missing() -> None:
    found = report(one({"ABC-1": 5}))
    assert found.ceiling.level is None
    assert "Not enough answers" in found.headline.level
    assert "1 of 4 answered" in found.headline.level


def test_at_the_highest_level_nothing_holds_and_nothing_is_asked() -> None:
    found = report(one(dict.fromkeys(CODES, (5, "number"))))
    assert found.headline.level == "You describe level 5, Lasting."
    assert "You are at the highest level" in found.headline.holding
    assert "level 5 can be shown too" in found.headline.backing
    assert found.next_moves == ()
    assert found.exposures == ()


def test_levels_that_cannot_be_shown_for_want_of_backing_are_said_nowhere() -> None:
    found = report(one(all_at(3)))
    assert found.headline.backing == f"No evidence is recorded yet: 0 of {len(CODES)} practices."
    assert found.result.shown is None
    assert all(section.result.shown is None for section in found.sections)


def test_a_dont_know_on_a_key_practice_is_an_errand_and_not_a_verdict() -> None:
    found = report(one(all_at(3, ABC_1="?")))
    assert (
        found.headline.level
        == "Level 1 for now: you could not answer one of the questions that set it. Ask Operations."
    )
    assert [e.practice.code for e in found.errands] == ["ABC-1"]
    assert found.errands[0].ask == TOY.function_titles[TOY.practices["ABC-1"].ask]


def test_predictions_of_one_person_become_a_sentence() -> None:
    predicted = [code for code, practice in TOY.practices.items() if practice.predict]
    person = one(all_at(3), predictions=dict.fromkeys(predicted, 2))
    assert "lower on three of three" in (report(person).headline.sides or "")
    person = one(all_at(3), predictions=dict.fromkeys(predicted, 4))
    assert "higher on three of three" in (report(person).headline.sides or "")
    assert report(one(all_at(3))).headline.sides is None


def test_the_next_moves_reach_the_next_level_when_all_are_done() -> None:
    found = report(one(all_at(2, ABC_1=1, GHI_2=1)))
    levels = dict.fromkeys(CODES, 2) | {"ABC-1": 1, "GHI-2": 1}
    for card in found.next_moves:
        assert card.move.to == levels[card.practice.code] + 1
        levels[card.practice.code] = card.move.to
    assert score(TOY, [toy_respondent("r1", "business", levels)]).level == found.result.level + 1


def with_roadmap(**fields: Any) -> Any:
    return report(one(all_at(2)), roadmap=Roadmap(**fields))


def test_the_moves_asked_are_those_of_the_path_to_the_level_aimed_at() -> None:
    near, far = with_roadmap(), with_roadmap(target=4)
    assert (near.path.found.target, far.path.found.target) == (3, 4)
    assert {one.card.key for one in far.decisions_asked} == {move.key for move in far.path.found.moves}
    assert len(far.next_moves) > len(near.next_moves) > 3
    assert (near.target, far.target) == (3, 3)


def test_an_effort_that_was_edited_counts_in_the_path_and_says_whose_it_is() -> None:
    before = with_roadmap().path
    first = before.moves[0]
    after = with_roadmap(moves=[RoadmapMove(move=first.key, effort=first.effort + 2.5)]).path
    assert after.found.effort == before.found.effort + 2.5
    card = next(card for card in after.moves if card.key == first.key)
    assert wording.effort(card) == f"{wording.person_weeks(card.effort)}, your estimate"
    assert wording.effort(after.moves[-1]).endswith(", our estimate")


def test_a_stored_effort_of_nothing_counts_as_our_estimate() -> None:
    first = with_roadmap().path.moves[0]
    free = with_roadmap(moves=[RoadmapMove(move=first.key, effort=0)]).path
    assert next(card.effort for card in free.moves if card.key == first.key) == first.move.effort


def test_without_a_level_nothing_is_asked_but_the_answers_still_open() -> None:
    found = report(one({"ABC-1": 1}))
    assert found.path is None
    assert found.decisions_asked == ()


def test_a_change_of_the_plan_makes_nothing_anew_that_rests_on_the_answers() -> None:
    kept, made = LruCache(10), []

    def keep(key: Any, make: Any, /) -> Any:
        return kept(key, lambda: made.append(key[0]) or make())

    people = assessment(one(all_at(2)))
    first = build_report(TOY, people, TODAY, cache=keep)
    edited = people.model_copy(update={"roadmap": Roadmap(target=4)})
    again = build_report(TOY, edited, TODAY, cache=keep)
    named = edited.model_copy(update={"initiatives": [Initiative(name="Forecast")]})
    last = build_report(TOY, named, TODAY, cache=keep, confidentiality="For the board")
    assert made == ["answers", "path", "path"]
    assert (first.path, again.path) != (again.path, first.path)
    assert (last.path, last.initiatives, last.confidentiality) == (
        again.path,
        (named.initiatives[0],),
        "For the board",
    )
    assert last == build_report(TOY, named, TODAY, confidentiality="For the board")


def test_contradicting_answers_are_named_in_a_sentence() -> None:
    practices = TOY.pillars[0].practices
    needing = practices[1].model_copy(update={"requires": {"3": [f"{practices[0].code}:2"]}})
    pillar = TOY.pillars[0].model_copy(update={"practices": [practices[0], needing, *practices[2:]]})
    instrument = TOY.model_copy(update={"pillars": [pillar, *TOY.pillars[1:]]})
    instrument = Instrument.model_validate(instrument.model_dump(by_alias=True))
    data = assessment(one(all_at(3) | {practices[0].code: 1}))
    found = build_report(instrument, data, TODAY).contradictions
    assert [(c.practice.code, c.other.code) for c in found] == [(needing.code, practices[0].code)]
    assert "level 1" in found[0].sentence


def people(business: int, technology: int) -> list[Respondent]:
    sides = ["business"] * business + ["technology"] * technology
    return [
        toy_respondent(f"r{n}", side, all_at(2 + n % 3))  # type: ignore[arg-type]
        for n, side in enumerate(sides)
    ]


@pytest.mark.parametrize(
    ("privacy", "business", "technology", "team", "sides", "answers"),
    [
        ("open", 1, 1, True, True, True),
        ("open", 2, 0, True, False, True),
        ("by_camp", 1, 0, True, False, True),
        ("by_camp", 2, 1, True, False, False),
        ("by_camp", 1, 3, True, False, False),
        ("by_camp", 2, 2, True, True, False),
        ("team", 1, 1, False, False, False),
        ("team", 2, 1, True, False, False),
        ("team", 4, 4, True, False, False),
    ],
)
def test_the_report_holds_nothing_its_privacy_mode_withholds(
    privacy: Privacy, business: int, technology: int, team: bool, sides: bool, answers: bool
) -> None:
    found = report(*people(business, technology), privacy=privacy)
    assert (found.result.level is not None) == team
    assert (found.headline.level == WITHHELD) == (not team)
    assert (found.result.what_if.business is not None) == sides
    shown = [m for p in found.result.practices.values() for m in p.camp_means.values() if m is not None]
    assert bool(shown) == sides
    assert bool(found.answers) == answers
    assert (found.source is not None) == answers
    if not team:
        assert WITHHELD in found.sections[0].sentence
        assert not found.errands
        assert all(p.described is None for p in found.result.practices.values())


def test_names_and_notes_appear_only_where_single_answers_may() -> None:
    noted = {"ABC-1": Response(kind="scored", level=3, note="Board paper of May")}
    person = one(all_at(3), name="Ada")
    person = person.model_copy(update={"responses": person.responses | noted})
    others = [r.model_copy(update={"id": f"x{n}"}) for n, r in enumerate(people(2, 2))]
    open_one = report(person, *others, privacy="open")
    assert any("Ada" in who for who in open_one.basis.people)
    assert open_one.sections[0].practices[0].notes == ("Board paper of May",)
    hidden = report(person.model_copy(update={"name": None}), *others)
    assert hidden.sections[0].practices[0].notes == ()
    assert hidden.answers == ()


def test_the_same_answers_give_the_same_report() -> None:
    group = people(3, 3)
    assert report(*group).plausible == report(*reversed(group)).plausible
    assert report(*group).headline == report(*reversed(group)).headline


def test_the_shipped_example_reads_as_a_finished_company() -> None:
    from assessment.answers.interchange import parse_assessment

    instrument = real_instrument()
    data = parse_assessment(EXAMPLE.read_bytes(), instrument)
    found = build_report(instrument, data, TODAY)
    assert found.result.level == 2
    assert set(found.result.held_by) == {"VAL-2", "OWN-1", "GOV-2", "GOV-4", "mean"}
    assert found.result.strategy_gap.name == "pilot trap"
    assert found.plausible is not None
    assert len(found.decisions_asked) == 5
    assert all(section.figures for section in found.sections)

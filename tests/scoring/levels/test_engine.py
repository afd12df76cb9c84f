"""Whole assessments with results worked out by hand."""

from collections.abc import Mapping

import pytest

from assessment.answers.records import Agreed
from scoring import score
from scoring.levels.results import AssessmentResult, Backed, WhatIf
from tests.toy import (
    Answer,
    everyone,
    toy_instrument,
    toy_pillar,
    toy_respondent,
    with_practices,
)

INSTRUMENT = toy_instrument()  # alpha ABC-1…4 and beta DEF-1…4 (gates), gamma GHI-1…3 (enabling)
ALL: dict[str, Answer] = dict.fromkeys(INSTRUMENT.practices, 3)


def both(answers: Mapping[str, Answer], agreed: Mapping[str, Agreed] | None = None) -> AssessmentResult:
    """One person of each camp, both with the same answers."""
    people = [toy_respondent("b1", "business", answers), toy_respondent("t1", "technology", answers)]
    return score(INSTRUMENT, people, agreed or {})


def test_all_lowest_is_level_one_and_index_nought() -> None:
    result = score(INSTRUMENT, everyone(1))
    assert (result.level, result.index, result.average, result.shown) == (1, 0.0, 1.0, 1)
    assert result.binding == ("alpha", "beta")  # gamma at 1 allows 2


def test_all_highest_is_level_five_and_index_a_hundred() -> None:
    result = score(INSTRUMENT, everyone(5, "number"))
    assert (result.level, result.shown, result.index) == (5, 5, 100.0)
    assert (result.held_by, result.binding, result.key_practices_above) == ((), (), 0)
    assert all(pillar.held_by == () for pillar in result.pillars.values())


def test_all_highest_on_opinion_shows_level_two() -> None:
    result = score(INSTRUMENT, everyone(5, "opinion"))
    assert (result.level, result.shown) == (5, 2)


def test_nothing_recorded_means_no_level_that_can_be_shown() -> None:
    result = score(INSTRUMENT, everyone(3))
    assert (result.level, result.shown, result.backed) == (3, None, Backed(recorded=0, of=11, evidenced=0))


def test_three_quarters_recorded_is_enough_to_print_what_can_be_shown() -> None:
    # 4 practices at 3, 7 at 2; 3 of 4 recorded: enough. Shown: ABC-4 falls to 2, ABC stays level 3
    # only if Y = 2.75 > 2.5 and ABC-4 ≥ 2: yes, but DEF is at 2, so overall 2
    answers: dict[str, Answer] = dict.fromkeys(INSTRUMENT.practices, 2)
    answers |= dict.fromkeys(("ABC-1", "ABC-2", "ABC-3"), (3, "document")) | {"ABC-4": 3}
    result = both(answers)
    assert (result.backed, result.shown) == (Backed(recorded=3, of=4, evidenced=3), 2)
    assert result.pillars["alpha"].shown == 3
    assert both(answers | {"ABC-3": 3}).shown is None


def test_one_key_practice_holds_the_overall_level_and_is_named() -> None:
    # alpha: l = 3, 1, 3, 3 → level 1 by ABC-2; beta, gamma 3. L = min(1, 3, 4) = 1
    # index: alpha Y = 2.5 → 37.5; (37.5 + 50 + 50) / 3
    result = both(ALL | {"ABC-2": 1})
    assert (result.level, result.held_by, result.binding) == (1, ("ABC-2",), ("alpha",))
    assert result.index == pytest.approx(137.5 / 3)
    assert result.average == pytest.approx(31 / 11)
    assert result.key_practices_above == 5  # of six key practices, all but ABC-2 are above level 1


def test_the_enabling_section_holds_when_it_lags_two_levels() -> None:
    # gates 3; gamma: l = 1, 1, 1 → 1, so L = min(3, 3, 2) = 2, held by what gamma lacks for 2
    result = both(ALL | {"GHI-1": 1, "GHI-2": 1, "GHI-3": 1})
    assert (result.level, result.binding, result.held_by) == (2, ("gamma",), ("GHI-1", "GHI-2"))


def test_what_holds_is_named_once_over_all_binding_sections_in_the_order_asked() -> None:
    # alpha and beta: l = 3, 3, 2, 2, Y = 2.5 → 2, only the mean fails; gamma 1 → allows 2, held by GHI-2
    lagging = dict.fromkeys(("ABC-3", "ABC-4", "DEF-3", "DEF-4"), 2)
    result = both(ALL | lagging | {"GHI-2": 1})
    assert (result.level, result.binding) == (2, ("alpha", "beta", "gamma"))
    assert result.held_by == ("GHI-2", "mean")


def test_at_level_five_an_enabling_section_at_four_holds_nothing() -> None:
    answers: dict[str, Answer] = dict.fromkeys(INSTRUMENT.practices, 5)
    result = both(answers | {"GHI-1": 4})
    assert (result.level, result.pillars["gamma"].level) == (5, 4)
    assert (result.held_by, result.binding) == ((), ())


def test_a_section_with_a_missing_key_practice_has_no_level_and_so_has_the_whole() -> None:
    answers = {code: answer for code, answer in ALL.items() if code != "DEF-2"}
    result = both(answers)
    beta = result.pillars["beta"]
    assert (beta.level, beta.index, beta.enough, beta.held_by) == (None, None, False, ())
    assert (beta.missing, beta.missing_key, beta.coverage) == (("DEF-2",), ("DEF-2",), 0.75)
    assert (result.level, result.index, result.shown, result.held_by) == (None, None, None, ())
    assert result.pillars["alpha"].level == 3
    assert result.coverage == pytest.approx(10 / 11)


def test_three_quarters_of_a_section_are_enough_and_less_is_not() -> None:
    one_missing = {code: answer for code, answer in ALL.items() if code != "ABC-4"}
    result = both(one_missing)
    assert (result.pillars["alpha"].level, result.pillars["alpha"].missing) == (3, ("ABC-4",))
    two_missing = {code: answer for code, answer in one_missing.items() if code != "ABC-3"}
    assert both(two_missing).pillars["alpha"].level is None
    # GHI-3 of three: 2/3 < 3/4
    assert both({c: a for c, a in ALL.items() if c != "GHI-3"}).level is None


def test_not_known_counts_as_answered() -> None:
    result = both(ALL | {"ABC-3": "?", "ABC-4": "?"})
    # alpha: l = 3, 3, 1, 1; at 3 both others fail G2 (≥ 2); Y = 2 > 1.5 → level 2; both at 2: Y = 2.5, not above
    assert (result.coverage, result.pillars["alpha"].level) == (1.0, 2)
    assert result.held_by == ("ABC-3", "ABC-4", "mean")
    assert result.pillars["alpha"].dont_know == {"business": 0.5, "technology": 0.5}


def test_more_than_a_fifth_not_applicable_is_provisional() -> None:
    result = both(ALL | {"ABC-4": "-"})  # 1 of 4
    assert (result.provisional, result.pillars["alpha"].provisional) == (True, True)
    assert (result.pillars["beta"].provisional, result.coverage) == (False, 1.0)
    five = toy_instrument([toy_pillar("alpha", "ABC", 5)])
    people = [toy_respondent("b1", "business", dict.fromkeys(five.practices, 3) | {"ABC-5": "-"})]
    assert not score(five, people).provisional  # 1 of 5 is not more than a fifth


def test_a_section_in_which_nothing_applies_is_left_out() -> None:
    optional = with_practices(
        toy_pillar("beta", "DEF", 2, weight=0.5),
        {code: {"key": False, "na_allowed": True} for code in ("DEF-1", "DEF-2")},
    )
    instrument = toy_instrument([toy_pillar("alpha", "ABC", 2), optional])
    people = [toy_respondent("b1", "business", {"ABC-1": 4, "ABC-2": 4, "DEF-1": "-", "DEF-2": "-"})]
    result = score(instrument, people)
    assert (result.level, result.index, result.coverage, result.provisional) == (4, 75.0, 1.0, True)
    assert (result.pillars["beta"].level, result.pillars["beta"].coverage) == (None, 1.0)
    assert result.binding == ("alpha",)


def test_without_any_gate_that_applies_there_is_no_overall_level() -> None:
    optional = with_practices(
        toy_pillar("alpha", "ABC", 2),
        {code: {"key": False, "na_allowed": True} for code in ("ABC-1", "ABC-2")},
    )
    instrument = toy_instrument([optional, toy_pillar("gamma", "GHI", 2, role="enabling")])
    people = [toy_respondent("b1", "business", {"ABC-1": "-", "ABC-2": "-", "GHI-1": 3, "GHI-2": 3})]
    assert score(instrument, people).level is None


def test_an_instrument_without_an_enabling_section_is_scored_by_its_gates() -> None:
    instrument = toy_instrument([toy_pillar("alpha", "ABC", 2)], activity=0)
    result = score(instrument, everyone(4, "number", instrument))
    assert (result.level, result.shown, result.index) == (4, 4, 75.0)
    assert result.strategy_gap.gap is None


def test_section_weights_make_the_overall_index() -> None:
    instrument = toy_instrument(
        [toy_pillar("alpha", "ABC", 2, weight=0.75), toy_pillar("gamma", "GHI", 2, "enabling", weight=0.25)]
    )
    people = [toy_respondent("b1", "business", {"ABC-1": 3, "ABC-2": 3, "GHI-1": 5, "GHI-2": 5})]
    assert score(instrument, people).index == pytest.approx(62.5)  # .75 · 50 + .25 · 100


def test_practice_weights_make_the_section_index() -> None:
    pillar = with_practices(toy_pillar("alpha", "ABC", 2), {"ABC-1": {"weight": 3}})
    people = [toy_respondent("b1", "business", {"ABC-1": 3, "ABC-2": 1})]
    result = score(toy_instrument([pillar]), people)
    assert (result.index, result.average) == (37.5, 2.0)  # Y = (3·3 + 1) / 4 = 2.5; the average is plain


def test_nobody_answered_is_no_level_and_no_view() -> None:
    result = score(INSTRUMENT, [])
    assert (result.level, result.average, result.coverage, result.single_view) == (None, None, 0.0, False)
    assert result.respondents == {"business": 0, "technology": 0}
    assert result.what_if == WhatIf(None, None, None, None)


def test_one_person_is_a_single_view_and_joining_without_answering_changes_nothing() -> None:
    waiting = toy_respondent("t1", "technology", {})
    result = score(INSTRUMENT, [*everyone(3, business=1, technology=0), waiting])
    assert (result.single_view, result.respondents) == (True, {"business": 1, "technology": 0})
    assert result.what_if == WhatIf(business=3, technology=None, lowest=3, highest=3)


def test_what_if_takes_each_side_and_the_extremes_and_ignores_what_was_agreed() -> None:
    people = [
        toy_respondent("b1", "business", dict.fromkeys(INSTRUMENT.practices, 4)),
        toy_respondent("b2", "business", dict.fromkeys(INSTRUMENT.practices, 2)),
        toy_respondent("t1", "technology", dict.fromkeys(INSTRUMENT.practices, 1)),
    ]
    # described (3 + 1) / 2 = 2; business 3 alone; extremes 1 and 4; agreed lifts alpha only
    result = score(INSTRUMENT, people, {"ABC-1": Agreed(level=4)})
    assert result.level == 2
    assert result.what_if == WhatIf(business=3, technology=1, lowest=1, highest=4)


def test_a_side_with_too_few_answers_of_its_own_has_no_what_if() -> None:
    full = toy_respondent("b1", "business", ALL)
    part = toy_respondent("t1", "technology", {"ABC-1": 5})
    result = score(INSTRUMENT, [full, part])
    assert (result.level, result.what_if.business, result.what_if.technology) == (3, 3, None)


def test_what_is_not_known_stays_one_also_for_the_highest_answer() -> None:
    people = [
        toy_respondent("b1", "business", ALL | {"ABC-1": "?"}),
        toy_respondent("t1", "technology", ALL | {"ABC-1": 5}),
    ]
    result = score(INSTRUMENT, people)
    assert (result.level, result.what_if.highest, result.what_if.technology) == (1, 1, 3)

"""Gaps to close first, with impacts computed by hand."""

import pytest

from assessment.answers.records import Agreed, Respondent
from scoring import score
from scoring.levels.ceiling import ceiling
from scoring.plan.ranking import Gap, every_gap, rank_gaps
from tests.toy import Answer, toy_instrument, toy_pillar, toy_respondent, with_practices

ALL = ("ABC-1", "ABC-2", "ABC-3", "ABC-4", "DEF-1", "DEF-2", "DEF-3", "DEF-4", "GHI-1", "GHI-2", "GHI-3")


def leaders(
    business: dict[str, Answer] | None = None, technology: dict[str, Answer] | None = None
) -> list[Respondent]:
    """Two of each camp who say 3 to everything but what is given."""
    base: dict[str, Answer] = dict.fromkeys(ALL, 3)
    return [
        toy_respondent("b1", "business", base | (business or {})),
        toy_respondent("b2", "business", base | (business or {})),
        toy_respondent("t1", "technology", base | (technology or {})),
        toy_respondent("t2", "technology", base | (technology or {})),
    ]


def ranked(people: list[Respondent], agreed: dict[str, Agreed] | None = None) -> tuple[Gap, ...]:
    instrument, agreed = toy_instrument(), agreed or {}
    return rank_gaps(instrument, people, agreed, score(instrument, people, agreed))


def test_a_pivotal_gap_counts_in_full() -> None:
    # business 5, technology 1 on a key practice: the level is 3 or 1 depending on who is right.
    # Δ = −4, AD = 2, g = 1; in gamma each of three practices has 1/9, in alpha each of four 1/12: w/w_max = 3/4.
    (gap,) = ranked(leaders({"ABC-1": 5}, {"ABC-1": 1}))
    assert (gap.code, gap.difference, gap.deviation, gap.distance) == ("ABC-1", -4, 2, 1)
    assert gap.share == pytest.approx(0.75)
    assert (gap.bindingness, gap.impact) == (1, pytest.approx(75))


def test_a_gap_that_holds_the_level_counts_three_quarters() -> None:
    people = leaders({"ABC-1": 2, "ABC-2": 1}, {"ABC-1": 1, "ABC-2": 1})
    gaps = {gap.code: gap for gap in every_gap(toy_instrument(), people, {}, score(toy_instrument(), people))}
    # ABC-2 keeps alpha at 1 whoever is right about ABC-1 (x = 1.5, level 1), which fails level 2 as well.
    assert gaps["ABC-1"].bindingness == 0.75
    # Δ = −1, AD = 0.5: g = 0.25; 100 × 0.25 × 0.75 × 0.75
    assert gaps["ABC-1"].impact == pytest.approx(14.0625)


def test_a_gap_elsewhere_counts_half_and_any_other_a_tenth() -> None:
    # alpha is held at 1 by both; beta at 3 fails its own level 4 on key practices only.
    people = leaders({"ABC-1": 1, "DEF-1": 4, "DEF-3": 4}, {"ABC-1": 1, "DEF-1": 2, "DEF-3": 2})
    gaps = {gap.code: gap for gap in every_gap(toy_instrument(), people, {}, score(toy_instrument(), people))}
    assert gaps["DEF-1"].bindingness == 0.5
    assert gaps["DEF-3"].bindingness == 0.1
    # Δ = −2, AD = 1: g = 0.5
    assert gaps["DEF-1"].impact == pytest.approx(100 * 0.5 * 0.75 * 0.5)
    assert gaps["DEF-3"].impact == pytest.approx(100 * 0.5 * 0.75 * 0.1)


def test_the_third_goes_when_it_is_below_half_of_the_second_and_any_below_five() -> None:
    def first(*impacts: float) -> list[str]:
        # weights make the impacts: each practice is pivotal with g = 1 only if it alone decides, so use b = .1
        pillar = with_practices(
            toy_pillar("alpha", "ABC", 5), {f"ABC-{n}": {"weight": int(i)} for n, i in enumerate(impacts, 3)}
        )
        instrument = toy_instrument([pillar])
        base: dict[str, Answer] = {"ABC-1": 1, "ABC-2": 1}
        low = base | dict.fromkeys(("ABC-3", "ABC-4", "ABC-5"), 2)
        high = base | dict.fromkeys(("ABC-3", "ABC-4", "ABC-5"), 5)
        people = [toy_respondent("b", "business", low), toy_respondent("t", "technology", high)]
        return [gap.code for gap in rank_gaps(instrument, people, {}, score(instrument, people))]

    # g = max(3/4, 1.5/2) = .75, b = .1: impact = 7.5 w / w_max
    assert first(10, 9, 8) == ["ABC-3", "ABC-4", "ABC-5"]
    assert first(10, 9, 6) == ["ABC-3", "ABC-4"]
    assert first(10, 6, 6) == ["ABC-3"]


def test_ties_go_by_distance_and_then_by_code() -> None:
    people = leaders({"ABC-3": 4, "DEF-3": 4}, {"ABC-3": 2, "DEF-3": 2})
    found = every_gap(toy_instrument(), people, {}, score(toy_instrument(), people))
    assert [gap.code for gap in found][:2] == ["ABC-3", "DEF-3"]


def test_what_the_room_agreed_on_is_no_open_gap() -> None:
    people = leaders({"ABC-1": 5}, {"ABC-1": 1})
    assert ranked(people, {"ABC-1": Agreed(level=3)}) == ()


def test_one_leader_alone_gets_what_holds_the_level_by_effort() -> None:
    one = [toy_respondent("b", "business", dict.fromkeys(ALL, 3) | {"ABC-1": 1, "ABC-2": 1, "DEF-1": 2})]
    found = ranked(one)
    assert [gap.code for gap in found] == ["ABC-1", "ABC-2", "DEF-1"]
    assert {gap.impact for gap in found} == {None}


def test_the_ceiling_is_what_the_key_practices_allow() -> None:
    keys: dict[str, Answer] = {"ABC-1": 4, "ABC-2": 4, "DEF-1": 4, "DEF-2": 3, "GHI-1": 2, "GHI-2": 2}
    one = [toy_respondent("b", "business", keys)]
    instrument = toy_instrument()
    assert len(instrument.practices) == 11
    found = ceiling(instrument, score(instrument, one))
    # enabling 2 allows 3, beta 3
    assert (found.level, found.held_by, found.answered, found.others) == (
        3,
        ("DEF-2", "GHI-1", "GHI-2"),
        6,
        5,
    )


def test_what_nobody_answered_sets_no_ceiling_and_what_is_not_known_sets_it_for_now() -> None:
    one = [toy_respondent("b", "business", {"ABC-1": 4, "DEF-1": 3})]
    assert ceiling(toy_instrument(), score(toy_instrument(), one)).level == 3
    one = [toy_respondent("b", "business", {"ABC-1": 4, "DEF-1": "?"})]
    found = ceiling(toy_instrument(), score(toy_instrument(), one))
    assert (found.level, found.answered, found.others) == (1, 2, 9), "for now, until somebody can say"
    assert ceiling(toy_instrument(), score(toy_instrument(), [])).level is None
    assert (
        ceiling(
            toy_instrument(), score(toy_instrument(), [toy_respondent("b", "business", {"ABC-1": 5})])
        ).level
        is None
    )


def test_any_answered_practice_limits_the_ceiling() -> None:
    one = [toy_respondent("b", "business", {"ABC-1": 5, "ABC-2": 5, "ABC-3": 1})]
    found = ceiling(toy_instrument(), score(toy_instrument(), one))
    assert (found.level, found.held_by) == (2, ("ABC-3",)), "any other practice at 1 keeps its section at 2"


@pytest.mark.parametrize("others", [1, 3, 5])
def test_no_answer_to_the_other_practices_lifts_the_level_above_the_ceiling(others: int) -> None:
    keys: dict[str, Answer] = {"ABC-1": 4, "ABC-2": 3, "DEF-1": 5, "DEF-2": 3, "GHI-1": 3, "GHI-2": 3}
    one = [toy_respondent("b", "business", dict.fromkeys(ALL, others) | keys)]
    asked = [toy_respondent("b", "business", keys)]
    level, limit = (
        score(toy_instrument(), one).level,
        ceiling(toy_instrument(), score(toy_instrument(), asked)).level,
    )
    assert level is not None
    assert limit == 3
    assert level <= limit
    assert (level == limit) == (others > 1)


def test_a_practice_that_nobody_answered_is_no_gap_and_one_that_does_not_apply_has_no_weight() -> None:
    toy = toy_instrument()
    answers = dict.fromkeys(toy.practices, 3)
    people = [
        toy_respondent("b", "business", answers | {"ABC-4": "-"}),
        toy_respondent("t", "technology", answers | {"ABC-4": "-"}),
    ]
    result = score(toy, people)
    every = {gap.code: gap.share for gap in every_gap(toy, people, {}, result)}
    assert "ABC-4" not in every
    weight = {
        p.code: pillar.weight * p.weight / sum(q.weight for q in pillar.practices if q.code != "ABC-4")
        for pillar in toy.pillars
        for p in pillar.practices
        if p.code != "ABC-4"
    }
    assert every == pytest.approx({code: one / max(weight.values()) for code, one in weight.items()})
    del answers["DEF-1"]
    fewer = [toy_respondent("b", "business", answers), toy_respondent("t", "technology", answers)]
    assert "DEF-1" not in {gap.code for gap in every_gap(toy, fewer, {}, score(toy, fewer))}

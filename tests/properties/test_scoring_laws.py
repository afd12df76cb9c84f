"""The laws of the method, section 1: what must hold for any answers whatever."""

from collections.abc import Collection
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from assessment.answers.records import BACKINGS, Agreed, Backing, Respondent, Response
from assessment.instrument.model import CAMPS
from scoring import Rated, overall_level, practice_level, score, section_level
from scoring.levels.ceiling import ceiling
from scoring.levels.results import MEAN, AssessmentResult
from scoring.levels.rules import TOLERANCE, demanded, section_value
from tests.properties.strategies import INSTRUMENT, agreements, levels, respondents
from tests.toy import everyone, toy_respondent, without

rated_sections = st.lists(
    st.builds(
        Rated,
        code=st.just("ABC-1"),
        value=st.one_of(st.floats(1, 5), st.integers(2, 10).map(lambda halves: halves / 2)),
        key=st.booleans(),
        weight=st.integers(1, 10).map(float),
    ),
    min_size=1,
    max_size=6,
)


def answer(people: list[Respondent], position: int, code: str, response: Response) -> list[Respondent]:
    """The same people, one answer changed."""
    person = people[position]
    changed = person.model_copy(update={"responses": person.responses | {code: response}})
    return [*people[:position], changed, *people[position + 1 :]]


def numbers(result: AssessmentResult) -> list[tuple[float | None, ...]]:
    """Every level and index of a result: per practice, per section, overall; described and shown."""
    practices = [(p.described, p.level, p.shown, p.shown_level) for p in result.practices.values()]
    pillars = [(p.level, p.index, p.shown, p.shown_index) for p in result.pillars.values()]
    return [*practices, *pillars, (result.level, result.index)]


def assert_nothing_fell(before: AssessmentResult, after: AssessmentResult) -> None:
    for old, new in zip(numbers(before), numbers(after), strict=True):
        for was, now in zip(old, new, strict=True):
            assert was is None or (now is not None and now >= was - TOLERANCE)


@given(respondents(), agreements, st.data())
def test_raising_an_answer_lowers_nothing(
    people: list[Respondent], agreed: dict[str, Agreed], data: st.DataObject
) -> None:
    position = data.draw(st.integers(0, len(people) - 1))
    code = data.draw(st.sampled_from(sorted(people[position].responses)))
    old = people[position].responses[code]
    assume(old.level is not None)
    raised = Response(level=data.draw(st.integers(old.level or 1, 5)), backing=old.backing)
    assert_nothing_fell(
        score(INSTRUMENT, people, agreed), score(INSTRUMENT, answer(people, position, code, raised), agreed)
    )


@given(respondents(), st.data())
def test_knowing_it_to_be_at_least_what_the_others_say_lowers_nothing(
    people: list[Respondent], data: st.DataObject
) -> None:
    # A don't know may become any level where the item was not known (1), or one not below the item's
    # value, its camp's included; a low answer in place of a dropped don't know is no raise.
    position = data.draw(st.integers(0, len(people) - 1))
    code = data.draw(st.sampled_from(sorted(people[position].responses)))
    assume(people[position].responses[code].kind == "dont_know")
    before = score(INSTRUMENT, people)
    practice = before.practices[code]
    floor = 1 if practice.state == "not_known" else 5
    known = Response(level=data.draw(st.integers(floor, 5)))
    assert_nothing_fell(before, score(INSTRUMENT, answer(people, position, code, known)))


@given(respondents(), st.data())
def test_better_backing_lowers_nothing_and_leaves_what_is_described(
    people: list[Respondent], data: st.DataObject
) -> None:
    position = data.draw(st.integers(0, len(people) - 1))
    code = data.draw(st.sampled_from(sorted(people[position].responses)))
    old = people[position].responses[code]
    assume(old.level is not None)
    rank = -1 if old.backing is None else BACKINGS.index(old.backing)
    better: list[Backing | None] = [*BACKINGS[max(rank, 0) :]]
    backed = Response(level=old.level, backing=data.draw(st.sampled_from(better)))
    before, after = score(INSTRUMENT, people), score(INSTRUMENT, answer(people, position, code, backed))
    assert_nothing_fell(before, after)
    assert (after.level, after.index, after.held_by) == (before.level, before.index, before.held_by)


@given(respondents(), agreements, st.randoms(use_true_random=False))
def test_the_order_of_people_and_answers_is_irrelevant(
    people: list[Respondent], agreed: dict[str, Agreed], chance: object
) -> None:
    shuffled = [
        person.model_copy(update={"responses": dict(reversed(person.responses.items()))}) for person in people
    ]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert score(INSTRUMENT, shuffled, agreed) == score(INSTRUMENT, people, agreed)


@given(st.integers(0, 4), st.integers(1, 4))
def test_all_lowest_is_level_one_and_all_highest_level_five(business: int, technology: int) -> None:
    lowest = score(INSTRUMENT, everyone(1, "number", INSTRUMENT, business, technology))
    assert (lowest.level, lowest.index, lowest.shown) == (1, 0.0, 1)
    highest = score(INSTRUMENT, everyone(5, "number", INSTRUMENT, business, technology))
    assert (highest.level, highest.index, highest.shown, highest.held_by) == (5, 100.0, 5, ())


@given(respondents(), st.sampled_from(["ABC-3", "ABC-4", "ABC-5", "DEF-3", "DEF-4", "GHI-3"]))
def test_what_does_not_apply_scores_as_if_it_had_never_been_asked(
    people: list[Respondent], code: str
) -> None:
    absent = Response(kind="not_applicable", reason="We have no shelf.")
    marked = [p.model_copy(update={"responses": p.responses | {code: absent}}) for p in people]
    removed = [
        p.model_copy(update={"responses": {c: r for c, r in p.responses.items() if c != code}})
        for p in people
    ]
    full, less = score(INSTRUMENT, marked), score(without(INSTRUMENT, code), removed)
    assert (full.level, full.shown, full.average, full.coverage) == (
        less.level,
        less.shown,
        less.average,
        less.coverage,
    )
    assert (full.index, full.held_by, full.backed, full.what_if) == (
        less.index,
        less.held_by,
        less.backed,
        less.what_if,
    )
    assert full.strategy_gap == less.strategy_gap


@given(rated_sections)
def test_a_level_holds_all_levels_below_it(section: list[Rated]) -> None:
    level, held_by = section_level(section)
    value = section_value(section)

    def holds(k: int) -> bool:
        """G1, G2 and G3 at k, written out independently of the engine."""
        keys = all(practice_level(p.value) >= k for p in section if p.key)
        others = all(practice_level(p.value) >= k - 1 for p in section)
        return keys and others and value > k - 0.5 + TOLERANCE

    assert [holds(k) for k in range(2, 6)] == [k <= level for k in range(2, 6)]
    assert (held_by == ()) == (level == 5)


@given(st.lists(levels, min_size=1, max_size=4), st.one_of(st.none(), levels))
def test_overall_is_the_lowest_gate_and_at_most_one_above_the_enabling_section(
    gates: list[int], enabling: int | None
) -> None:
    found = overall_level(gates, enabling)
    assert found <= min(gates)
    assert enabling is None or found <= enabling + 1
    assert found in {*gates, (enabling or 0) + 1}


@given(respondents(kinds=False, complete=True), st.data())
def test_people_who_answer_as_the_mean_of_their_camp_change_nothing(
    people: list[Respondent], data: st.DataObject
) -> None:
    # The camp is made of pairs m − d, m + d, so that its mean m is a level people can choose.
    camp = data.draw(st.sampled_from(CAMPS))
    means = {code: data.draw(st.integers(2, 4)) for code in INSTRUMENT.practices}
    spread = data.draw(st.integers(0, 1))
    others = [p for p in people if p.camp != camp]
    pair = [
        toy_respondent(f"x{sign}", camp, {code: mean + sign * spread for code, mean in means.items()})
        for sign in (-1, 1)
    ]
    joining = [
        toy_respondent(f"y{number}", camp, dict(means)) for number in range(data.draw(st.integers(1, 5)))
    ]
    before, after = score(INSTRUMENT, [*others, *pair]), score(INSTRUMENT, [*others, *pair, *joining])
    assert numbers(after) == numbers(before)
    assert (after.held_by, after.binding, after.shown) == (before.held_by, before.binding, before.shown)


@given(respondents(), agreements)
def test_what_can_be_shown_is_never_above_what_is_described(
    people: list[Respondent], agreed: dict[str, Agreed]
) -> None:
    result = score(INSTRUMENT, people, agreed)
    for pillar in result.pillars.values():
        assert (pillar.level is None) == (pillar.shown is None)
        assert (pillar.shown or 0) <= (pillar.level or 0)
    assert result.shown is None or (result.level is not None and result.shown <= result.level)


@given(respondents())
def test_the_headline_lies_between_the_lowest_and_the_highest_answer(people: list[Respondent]) -> None:
    result = score(INSTRUMENT, people)
    if result.level is None:
        assert (result.what_if.lowest, result.what_if.highest) == (None, None)
    else:
        assert (result.what_if.lowest or 9) <= result.level <= (result.what_if.highest or 0)


@given(rated_sections, st.data())
def test_what_holds_a_level_is_exactly_what_lifts_it(section: list[Rated], data: st.DataObject) -> None:
    named = [replace(practice, code=f"ABC-{n}") for n, practice in enumerate(section, 1)]
    level, held_by = section_level(named)
    assume(held_by)

    def lifted(names: Collection[str]) -> int:
        """The level with the named practices at what the next one demands, and the average pushed where it is named."""
        raised = [
            replace(p, value=max(p.value, float(demanded(p, level + 1)))) if p.code in names else p
            for p in named
        ]
        if MEAN not in names:
            return section_level(raised)[0]
        free = [p.code for p in named if p.code not in held_by or p.code in names]
        return section_level([replace(p, value=5.0) if p.code in free else p for p in raised])[0]

    assert lifted(held_by) > level
    spared = data.draw(st.sampled_from(held_by))
    assert lifted([name for name in held_by if name != spared]) == level


@given(respondents(), agreements)
def test_what_holds_the_whole_is_what_holds_its_binding_sections(
    people: list[Respondent], agreed: dict[str, Agreed]
) -> None:
    result = score(INSTRUMENT, people, agreed)
    if result.level in (None, 5):
        assert result.held_by == ()
    else:
        assert set(result.held_by) == {
            name for code in result.binding for name in result.pillars[code].held_by
        }


@given(respondents(), agreements)
def test_no_outcome_lies_above_the_ceiling(people: list[Respondent], agreed: dict[str, Agreed]) -> None:
    result = score(INSTRUMENT, people, agreed)
    found = ceiling(INSTRUMENT, result)
    assert found.level is None or (result.level or 1) <= found.level < 5
    gates = [p for p in result.practices.values() if INSTRUMENT.pillar_of[p.code].role == "gate"]
    unknown = sum(p.state == "not_known" for p in gates)
    assert result.unknown == (unknown > 0.4 * sum(p.state != "not_applicable" for p in gates))
    assert not (result.unknown and (result.level or result.shown or result.held_by))

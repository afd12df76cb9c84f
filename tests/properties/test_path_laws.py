"""The cheapest path against every plan there is, and its laws."""

from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.instrument.model import Instrument
from assessment.instrument.moves import Days
from scoring import best_within, cheapest_path, score
from scoring.plan.path import Path
from tests.properties.paths import Case, Plan, cases, every_plan
from tests.toy import toy_instrument

targets = st.integers(2, 5)


def moves(path: Path) -> Plan:
    return frozenset((move.code, move.to) for move in path.moves)


def preference(case: Case, plan: Plan) -> tuple[float, int, list[tuple[str, int]]]:
    """Cost, then practices, then code."""
    return case.effort(plan), len({code for code, _ in plan}), sorted(plan)


@settings(max_examples=200, deadline=None)
@given(cases(), targets)
def test_no_plan_is_cheaper_and_the_runner_up_is_the_cheapest_other_one(case: Case, target: int) -> None:
    found = cheapest_path(case.instrument, case.result, target, efforts=case.efforts)
    if found.state != "found":
        assert found.state in ("reached", "complete")
        return
    plans = [plan for plan, level, _ in every_plan(case) if level >= target]
    best = min(plans, key=lambda plan: preference(case, plan))
    assert moves(found) == best
    assert (found.effort, found.optimal) == (case.effort(best), True)
    assert case.level_after(best) == found.level
    assert found.level is not None
    assert found.level >= target
    others = [plan for plan in plans if not plan >= best]
    if not others:
        assert (found.runner_up_extra, found.runner_up) == (None, ())
        return
    second = min(others, key=lambda plan: preference(case, plan))
    assert frozenset((move.code, move.to) for move in found.runner_up) == second
    assert found.runner_up_extra == case.effort(second) - case.effort(best)


@settings(max_examples=80, deadline=None)
@given(cases(), st.integers(0, 40).map(lambda halves: halves / 2))
def test_no_plan_within_the_budget_leads_further(case: Case, budget: float) -> None:
    found = best_within(case.instrument, case.result, budget, efforts=case.efforts)
    assert found.effort <= budget
    if found.state == "impossible":
        return
    affordable = [(p, level, index) for p, level, index in every_plan(case) if case.effort(p) <= budget]
    best, level, index = min(affordable, key=lambda f: (-f[1], -f[2], *preference(case, f[0])))
    assert moves(found) == best
    if best:
        assert (found.level, found.optimal) == (level, True)
        assert found.index is not None
        assert abs(found.index - index) < 1e-9


@settings(max_examples=60, deadline=None)
@given(cases(), st.integers(2, 4), st.data())
def test_a_higher_target_never_costs_less_and_a_cheaper_move_never_makes_it_dearer(
    case: Case, target: int, data: st.DataObject
) -> None:
    def effort(target: int, efforts: dict[str, float]) -> float:
        return cheapest_path(case.instrument, case.result, target, efforts=efforts, runner_up=False).effort

    today = effort(target, case.efforts)
    assert effort(target + 1, case.efforts) >= today
    key = data.draw(st.sampled_from([f"{c}:{k}" for c in case.instrument.practices for k in range(2, 6)]))
    assert effort(target, case.efforts | {key: 0.5}) <= today


@settings(max_examples=60, deadline=None)
@given(cases(), targets)
def test_a_path_can_be_walked_in_its_order(case: Case, target: int) -> None:
    found = cheapest_path(case.instrument, case.result, target, efforts=case.efforts, runner_up=False)
    levels = {c: p.level or 1 for c, p in case.result.practices.items() if p.state != "not_applicable"}
    for move in found.moves:
        assert move.to == levels[move.code] + 1
        for need in case.instrument.practices[move.code].requires.get(str(move.to), []):
            other, at = need.split(":")
            assert levels.get(other, 5) >= int(at)
        levels[move.code] = move.to


def in_days(case: Case, days: list[tuple[int, int]]) -> Instrument:
    """The instrument with its moves counted in days of organiser and participants, as drawn."""
    left = iter(days * 100)
    pillars = []
    for pillar in case.instrument.pillars:
        practices = []
        for practice in pillar.practices:
            moves = []
            for move in practice.moves:
                organiser, participants = next(left)
                counted = Days(organiser=organiser, participants=participants)
                moves.append(move.model_copy(update={"points": None, "days": counted}))
            practices.append(practice.model_copy(update={"moves": moves}))
        pillars.append(pillar.model_copy(update={"practices": practices}))
    return toy_instrument(pillars)


@settings(max_examples=60, deadline=None)
@given(cases(), targets, st.lists(st.tuples(st.integers(1, 20), st.integers(0, 60)), min_size=7, max_size=31))
def test_each_way_of_counting_days_keeps_its_own_count_lowest(
    case: Case, target: int, days: list[tuple[int, int]]
) -> None:
    instrument = in_days(case, days)
    result = score(instrument, case.people)
    organiser, both = (
        cheapest_path(instrument, result, target, minimised=whose) for whose in ("organiser", "both")
    )
    if organiser.state != "found":
        assert both.state == organiser.state
        return
    assert (organiser.minimised, both.minimised) == ("organiser", "both")
    for path in (organiser, both):
        own = [instrument.practices[move.code].move(move.to) for move in path.moves]
        assert round(path.effort * 5) == sum(move.days.organiser for move in own if move.days)
        assert path.participants == sum(move.participants for move in own)
    assert organiser.effort <= both.effort
    assert both.counted <= organiser.effort + organiser.participants / 5 + 1e-9

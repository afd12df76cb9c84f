"""Laws of the plan: what is said of a move or an initiative is the same wherever it is said, for any plan."""

from collections.abc import Callable, Hashable
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any, TypeVar

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.answers.plan_records import plan_in
from assessment.answers.records import Assessment
from documents.calendar import calendar_of
from documents.terminal import result_text
from report.build.report import build_report
from report.json.result import result_json
from report.model.report import Report
from report.text import wording
from report.text.governance.acceptable_risk import counts_words, signed_sentence
from report.text.value.figures import portfolio_words, rough
from report.text.value.verdicts import VERDICTS
from scoring.plan.roadmap import LAST_DAY
from scoring.value.pilots import plain_name
from tests.toy import everyone, toy_instrument

TODAY = date(2026, 11, 22)
START = date(2027, 1, 11)
TOY = toy_instrument()
ROLES = ["CEO", "COO", "CFO", "CIO"]
MOVES = [f"{code}:{to}" for code in TOY.practices for to in (2, 3, 4)]
NAMES = ["Bell shop", "Quotes", "quotes ", "Forecast", "<b>Camera</b>"]
Found = TypeVar("Found")

days = st.integers(-30, 220).map(lambda n: (START + timedelta(days=n)).isoformat())
owners = st.sampled_from([None, *ROLES])
moves = st.sampled_from(MOVES)
figures = st.sampled_from([None, 1.0, 2.0])


def given_of(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A record as data, without what is not given."""
    return st.fixed_dictionaries(fields).map(lambda row: {k: v for k, v in row.items() if v is not None})


estimates = st.none() | st.tuples(*[st.integers(0, 9)] * 3).map(
    lambda three: dict(zip(("low", "likely", "high"), sorted(10.0 * n for n in three), strict=True))
)
use_cases = st.lists(
    given_of(
        name=st.sampled_from(NAMES),
        lever=st.sampled_from([None, "cost", "risk"]),
        owner=owners | st.just("CFO / CIO"),
        metric=st.sampled_from([None, "hours"]),
        baseline=figures,
        target=figures,
        date=st.none() | days,
        investment=estimates,
        annual_benefit=estimates,
        annual_cost=estimates,
        effort_weeks=st.sampled_from([None, 2.0, 8.0]),
        blocked_by=st.sampled_from([None, "Old ERP"]),
        triage=st.sampled_from([None, "strategic", "good_enough"]),
        exploring=st.booleans(),
    ),
    max_size=3,
    unique_by=lambda line: line["name"],
)
initiatives = st.lists(
    given_of(
        name=st.sampled_from(NAMES),
        owner=owners,
        metric=st.sampled_from([None, "hours"]),
        stage=st.sampled_from(["idea", "pilot", "live", "scaled", "stopped"]),
        expected_result=st.sampled_from([None, "less time"]),
        result=st.sampled_from([None, "3 hours, 9 before"]),
    ),
    max_size=4,
)
commitments = st.lists(
    given_of(
        move=moves, owner=owners, due=st.none() | days, status=st.sampled_from(["open", "kept", "dropped"])
    )
    | given_of(text=st.sampled_from(["Ask <i>everybody</i>", "Show it"]), owner=owners, due=st.none() | days),
    max_size=4,
)
roadmap_moves = st.lists(
    given_of(
        move=moves,
        owner=owners,
        review=st.none() | days,
        start_day=st.sampled_from([None, 0, 100, 170]),
        chosen=st.sampled_from([None, True, False]),
        baseline=st.sampled_from([None, "1", "2"]),
        goal=st.sampled_from([None, "2"]),
    ),
    max_size=4,
    unique_by=lambda line: line["move"],
)
roadmaps = given_of(start=st.sampled_from([None, START.isoformat()]), moves=roadmap_moves)
stances = st.sampled_from(["accepted", "with_condition", "refused"])
signatures = st.lists(
    st.tuples(st.sampled_from(ROLES), stances), max_size=4, unique_by=lambda one: one[0]
).map(
    lambda signed: [
        {"role": role, "day": "2026-11-17", "stance": how}
        | ({"note": "Ten people"} if how == "with_condition" else {})
        for role, how in signed
    ]
)
risk_lines = st.lists(
    given_of(
        area=st.just("data"),
        text=st.sampled_from(["A", "B", "C"]),
        decision=st.just("never"),
        signatures=signatures,
    ),
    max_size=3,
    unique_by=lambda line: line["text"],
)
plans = st.fixed_dictionaries(
    {
        "use_cases": use_cases,
        "initiatives": initiatives,
        "commitments": commitments,
        "roadmap": roadmaps,
        "risk_statement": st.fixed_dictionaries(
            {"lines": risk_lines, "signers": st.lists(st.sampled_from(ROLES), max_size=3, unique=True)}
        ),
    }
)
_kept: dict[Hashable, Any] = {}


def cache(key: Hashable, make: Callable[[], Found]) -> Found:
    """What rests on the same answers is worked out once."""
    if key not in _kept:
        _kept[key] = make()
    found: Found = _kept[key]
    return found


def build(level: int, plan: dict[str, Any]) -> tuple[Assessment, Report]:
    """The assessment of people who all describe this level, with a plan, and its report."""
    about = {"instrument": TOY.code, "edition": TOY.edition, "organisation": {"name": "Kestrel"}}
    people = [person.plain() for person in everyone(level, instrument=TOY)]
    assessment = Assessment.model_validate(about | {"respondents": people} | plan)
    return assessment, build_report(TOY, assessment, TODAY, cache=cache)


levels = st.integers(1, 3)
law = settings(max_examples=60, deadline=None)
"""Five laws of sixty assessments each."""


def plain(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def events(report: Report) -> list[tuple[str, date, str]]:
    """Title, day and notes of what the calendar holds."""
    assert report.roadmap is not None
    data = calendar_of(report.roadmap, "Kestrel", "a" * 22, 1)
    found = icalendar.Calendar.from_ical(data).walk("VEVENT")
    return [(str(e["summary"]), e["dtstart"].dt, str(e["description"])) for e in found]


@law
@given(levels, plans)
def test_the_verdict_on_an_initiative_is_the_same_in_every_view(level: int, plan: dict[str, Any]) -> None:
    assessment, report = build(level, plan)
    data = result_json(report)
    names = [one.name for one in (*assessment.use_cases, *assessment.initiatives)]
    told = {plain(one["name"]): (one["verdict"], one["reason"]) for one in data.get("verdicts", [])}
    assert set(told) == {plain(name) for name in names}
    assert len(told) == len(data.get("verdicts", []))
    for line in data.get("pilots", {}).get("lines", []):
        assert (line["follows"], line["reason"]) == told[plain(line["name"])]
    text = result_text(report)
    calendar = events(report)
    for one in report.verdicts:
        said = f"{VERDICTS[one.verdict]}. {one.words}"
        assert told[plain(one.name)] == (one.verdict, one.sentence)
        assert f"{one.name}: {said}" in text
    assert report.roadmap is not None
    for item in (*report.roadmap.items, *report.roadmap.later):
        if item.origin == "use_case":
            assert item.verdict is not None
            assert told[plain(item.title)] == (item.verdict.verdict, item.verdict.sentence)
            said = f"{VERDICTS[item.verdict.verdict]}. {item.verdict.words}"
            notes = [notes for title, _day, notes in calendar if title == f"Review: {item.title}"]
            assert all(said in found for found in notes)


@law
@given(levels, plans)
def test_owner_and_day_of_a_move_are_the_same_in_every_view(level: int, plan: dict[str, Any]) -> None:
    assessment, report = build(level, plan)
    view, said, titles = report.roadmap, plan_in(assessment), TOY.function_titles
    assert view is not None
    bars = {bar["key"]: bar for bar in (result_json(report)["roadmap"] or {"bars": []})["bars"]}
    calendar, text = events(report), result_text(report)
    for card in report.next_moves:
        item = view.find(card.key)
        assert item is not None
        assert (item.owner, item.review_on) == (card.lead, card.due_on)
        made_to, line = said.commitment_to(card.key), said.planned(card.key)
        if made_to is not None and made_to.owner:
            assert card.lead == titles.get(made_to.owner, made_to.owner)
        if made_to is not None and made_to.due:
            assert card.due_on == date.fromisoformat(made_to.due)
        if line.owner:
            assert item.item.owner == line.owner
        if card.key in bars:
            assert bars[card.key]["owner"] == item.item.owner
            assert bars[card.key].get("due") == (card.due_on.isoformat() if card.due_on else None)
        noted = [(day, notes) for title, day, notes in calendar if title == f"Review: {item.title}"]
        if card.due_on and item in (*view.items, *view.later):
            assert card.due_on in [day for day, _notes in noted]
            named = any(f"Owner: {card.lead}" in notes for _day, notes in noted)
            assert named == (item.item.owner in view.roles)  # no name of a person goes into a calendar
    for card in report.next_moves:
        assert wording.who_and_when(card) in text
    for promise in view.commitments:
        last = promise.commitment.move and said.commitment_to(promise.commitment.move)
        if last and last == promise.commitment and (found := view.find(promise.commitment.move or "")):
            assert promise.owner in ("", found.owner)
            assert promise.due_on in (None, found.review_on)


@law
@given(levels, plans)
def test_the_four_counts_of_signatures_are_everybody_who_is_to_sign(level: int, plan: dict[str, Any]) -> None:
    _assessment, report = build(level, plan)
    if report.rules is None:
        return
    risk = report.rules.risk
    data = result_json(report).get("risk_statement", {"lines": []})
    total = dict.fromkeys(("accepted", "with_condition", "refused", "open"), 0)
    for line, found in zip(risk.lines, data["lines"], strict=True):
        counts = asdict(risk.counts(line))
        assert counts == found["signature_counts"]
        assert sum(counts.values()) == len(risk.signers)
        assert counts["open"] == len(found["not_signed_by"])
        total = {kind: total[kind] + counts[kind] for kind in total}
        assert counts_words(risk.counts(line)) in signed_sentence(TOY, risk, line) or not line.signed
    assert asdict(risk.counts(*risk.lines)) == total
    assert total == data.get("signature_counts", total)


@law
@given(levels, plans)
def test_a_total_is_the_sum_of_expected_values(level: int, plan: dict[str, Any]) -> None:
    _assessment, report = build(level, plan)
    data = result_json(report)
    worth = [one["expected"] for one in data["use_cases"] if one["expected"] is not None]
    if not worth:
        assert "portfolio" not in data
        return
    assert data["portfolio"]["expected"] == pytest.approx(sum(worth), abs=0.01 * len(worth))
    assert report.value is not None
    means = [line.value.mean for line in report.value.lines if line.value.mean is not None]
    assert report.value.portfolio is not None
    assert report.value.portfolio.mean == pytest.approx(sum(means), abs=1e-6)
    assert rough(report.value.portfolio.mean) in portfolio_words(report.value)


@law
@given(levels, plans)
def test_what_is_flagged_as_late_is_late_and_what_is_late_is_flagged(
    level: int, plan: dict[str, Any]
) -> None:
    assessment, report = build(level, plan)
    view, said = report.roadmap, plan_in(assessment)
    assert view is not None
    flagged = {finding.key for finding in view.findings if finding.code == "starts_late"}
    own = {use.name: use.date for use in assessment.use_cases}
    planned, last = (*view.items, *view.later), view.day(LAST_DAY)
    late: dict[str, bool] = {}
    for one in planned:
        due = said.planned(one.key).review if one.line else own[one.title]
        starts = one.start_on or (
            last and last + timedelta(days=1)
        )  # what does not fit starts after the last day
        late[one.key] = due is not None and starts is not None and starts.isoformat() > due
    assert flagged == {key for key, is_late in late.items() if is_late}
    for one in planned:
        if one.origin == "use_case":
            alike = [each for each in planned if plain_name(each.title) == plain_name(one.title)]
            assert one.verdict is not None
            assert ("starts_late" in one.verdict.flags) == any(late[each.key] for each in alike)
    reached = {finding.key for finding in view.findings if finding.code == "reached"}
    for one in view.items:
        if one.line is not None and (view.level or 0) >= int(one.key.partition(":")[2]):
            assert one.key in reached

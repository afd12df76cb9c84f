"""Where the attacker looks: wall, console and phones at every moment, and what is handed over after a closing."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress

from assessment.answers.records import Assessment
from assessment.errors import PlumblineError
from assessment.instrument.model import CAMPS, Camp
from assessment.privacy import WITHHELD
from report.json.result import result_json
from report.model.alignment import AlignedPractice
from report.model.ranks import RanksSeen
from report.model.report import Report
from scoring.alignment.ranks import ranks
from services.core import identity
from services.reports import benchmark, documents, results
from services.reports.history import history
from services.workshop import voting
from services.workshop.join import joining
from services.workshop.room.frozen import to_show
from services.workshop.room.outcome import count_decided, outcome, shown_outcome
from services.workshop.room.ranks import ranks_of_room
from services.workshop.room.spread import VoteSpread
from services.workshop.room.view import RoomView
from storage.repositories import rooms, submissions
from tests.attacker.evidence import Evidence
from tests.attacker.truth import Answer, State, Truth, histogram, levels_of, spread_of, value_of
from tests.workshops import TODAY, Shop
from web.phone import phase_screens
from web.phone.service_calls import PhoneState

DIGITS = 9
LEFT_OUT = (
    "withheld",
    "respondents",
    "practices",
    "use_cases",
    "pilots",
    "roadmap",
    "governance",
    "agreement",
)
"""Reasons, how many answered, and what is compared question by question or is nobody's answer."""


def look(shop: Shop, evidence: Evidence, view: RoomView) -> None:
    """Wall and console as they are now, with the waiting line of the phones."""
    evidence.truth.remember()
    evidence.looks += 1
    inst = shop.inst
    evidence.counter(view.open_codes, view.answered_by_camp)
    for found in (view.first, view.second):
        if found is not None:
            _picture(evidence, str(view.code), found)
    if view.standing and view.standing != str(WITHHELD):
        evidence.whole("standing", view.standing)
    said = (phase_screens.title(view), phase_screens.line(view, inst.instrument))
    settled = (outcome(inst, view.assessment_id), count_decided(inst, view.assessment_id))
    evidence.text(repr((view, said, settled)))
    if view.rules.shows_outcome:
        evidence.truth.remember_orders_of(_pictured(shop))
        for seen in ranks_of_room(inst, view.assessment_id):
            if seen.overall:
                _orders(evidence, seen)
    if view.code and view.first and view.agreeable and view.first.range:
        evidence.limits(view.code, *view.agreeable)


def look_at_phone(shop: Shop, evidence: Evidence, view: RoomView, person: str) -> None:
    """The page of one participant, which holds the own answers and nobody else's."""
    participant = joining.participant_of(shop.inst, shop.tokens[person])
    if participant is None:
        return
    mine, settled = voting.my_answers(shop.inst, participant), shown_outcome(shop.inst, view)
    state = PhoneState(participant, view, mine, "", settled)
    _template, shown = phase_screens.room(shop.inst.instrument, state)
    evidence.text(repr({name: part for name, part in shown.items() if name != "state"}), person)


def read_results(shop: Shop, evidence: Evidence) -> None:
    """Report, JSON, progress, export and comparison, as the facilitator's browser gets them."""
    evidence.truth.remember()
    evidence.truth.remember_orders_of(_answered(shop))
    owned = identity.require(shop.inst, shop.token, shop.owned.assessment_id)
    found = results.report(shop.inst, owned, TODAY)
    _report(evidence, found)
    for stand in history(shop.inst, owned, TODAY):
        if stand.report is not None:
            _report(evidence, stand.report)
    evidence.whole("comparison", repr(benchmark.benchmark_view(shop.inst, owned)))
    with suppress(PlumblineError):
        exported = documents.build_document(shop.inst, shop.token, owned.assessment_id, TODAY, "export")
        evidence.text(exported.content.decode())
        if evidence.truth.privacy != "open" and found.basis.answered:
            evidence.leaks["export"] += 1


def _pictured(shop: Shop) -> set[str]:
    """Who has answered a question whose answers may be shown by now."""
    with shop.inst.database.reading() as unit:
        room = rooms.get_room(unit, shop.owned.assessment_id).room
        people = to_show(unit, shop.owned.assessment_id, room).respondents
    return {person.id for person in people if person.responses}


def _answered(shop: Shop) -> set[str]:
    """Who has answered a question, as the last submission has it."""
    with shop.inst.database.reading() as unit:
        frozen = submissions.find_latest_submission(unit, shop.owned.assessment_id)
    people = Assessment.model_validate_json(frozen.assessment).respondents if frozen else []
    return {person.id for person in people if person.responses}


def _report(evidence: Evidence, report: Report) -> None:
    told = result_json(report)
    evidence.text(repr((told, report.answers, [p.notes for s in report.sections for p in s.practices])))
    evidence.whole("result", repr(list(_told(told))))
    for seen in (report.alignment.outcomes, report.alignment.barriers) if report.alignment else ():
        if seen is not None and seen.overall:
            _orders(evidence, seen)
    aligned = {p.practice.code: p for p in report.alignment.practices} if report.alignment else {}
    for code, practice in report.result.practices.items():
        if code in aligned:
            _aligned(evidence, code, aligned[code])
        elif practice.described is not None and practice.agreed is None:
            _value(evidence, code, practice.described)


def _told(part: object, path: str = "") -> Iterator[tuple[str, object]]:
    """The figures of a result, without what is null and why."""
    if isinstance(part, Mapping):
        for name, value in part.items():
            if name not in LEFT_OUT:
                yield from _told(value, f"{path}.{name}")
    elif part and part != [] and not isinstance(part, str):
        yield path, part


def _aligned(evidence: Evidence, code: str, shown: AlignedPractice) -> None:
    truth = evidence.truth
    means = (_rounded(shown.business), _rounded(shown.technology))
    evidence.votes(
        "result", code, (1,), (shown.answers, _rounded(shown.deviation), _rounded(shown.voted)),
        lambda state: _figures(state, truth), lambda state, camp: _mean(state, truth, camp),
        means if None not in means else None,
    )  # fmt: skip
    if shown.ledger is not None and shown.ledger.second is not None:
        evidence.votes(
            "ledger", code, (2,), _rounded(shown.ledger.second),
            lambda state: _rounded(spread_of(state.votes.values())[1]), None, None,
        )  # fmt: skip


def _orders(evidence: Evidence, seen: RanksSeen) -> None:
    truth, codes = evidence.truth, list(seen.overall)

    def means(answers: Iterable[Answer]) -> list[float]:
        given = [ranks(str(answer).split(), codes) for answer in answers]
        return [sum(each[code] for each in given) / len(given) for code in codes] if given else []

    def everybody(state: State) -> object:
        sides = [side for camp in CAMPS if (side := means(state.of(truth.camps, camp)))]
        return len(state.votes), tuple(_rounded(sum(each) / len(sides)) for each in zip(*sides, strict=True))

    sides = (
        tuple(tuple(_rounded(seen.sides[c][code]) for code in codes) for c in CAMPS) if seen.sides else None
    )
    evidence.votes(
        "orders", seen.kind, (0,), (seen.people, tuple(_rounded(mean) for mean in seen.overall.values())),
        everybody, lambda state, camp: tuple(map(_rounded, means(state.of(truth.camps, camp)))), sides,
    )  # fmt: skip


def _value(evidence: Evidence, code: str, described: float) -> None:
    truth = evidence.truth
    evidence.votes(
        "value", code, (1,), _rounded(described), lambda state: _rounded(value_of(state, truth.camps)), None, None
    )  # fmt: skip


def _picture(evidence: Evidence, code: str, found: VoteSpread) -> None:
    truth = evidence.truth
    shown = (*found.levels, found.dont_know, found.not_applicable)
    sides = None if found.sides is None else (found.sides["business"], found.sides["technology"])
    evidence.votes(
        "picture", code, (found.vote,), shown, lambda state: histogram(state.votes.values()),
        lambda state, camp: histogram(state.of(truth.camps, camp))[:5], sides,
    )  # fmt: skip


def _figures(state: State, truth: Truth) -> tuple[int, float | None, float | None]:
    answers, deviation = spread_of(state.votes.values())
    return answers, _rounded(deviation), _rounded(value_of(state, truth.camps))


def _mean(state: State, truth: Truth, camp: Camp) -> float | None:
    levels = levels_of(state.of(truth.camps, camp))
    return _rounded(sum(levels) / len(levels)) if levels else None


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)

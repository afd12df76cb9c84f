"""Cost of computations in this process: loading, scoring, range, robustness, plan, documents."""

import resource
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import count, cycle

from assessment.answers.interchange import parse_assessment
from assessment.answers.records import Assessment, UseCase
from assessment.instrument.bank import load_instrument
from assessment.instrument.folders import default_folder
from assessment.instrument.model import Instrument
from assessment.plan.records import Roadmap, RoadmapMove
from documents.pdf import render_playbook
from documents.slides.render import render_slides
from documents.workbook.render import render_workbook
from report.build.report import build_report
from report.model.report import Report
from scoring import (
    benchmark_position,
    cheapest_path,
    gap_stability,
    plausible_range,
    robustness,
    score,
    simulate,
)
from scoring.comparison.benchmark import Cohort
from scoring.plan.ranking import every_gap
from scoring.plan.what_if import what_if
from services.assessments.example import EXAMPLE
from services.core.caches.lru_cache import LruCache
from services.core.settings import Settings

TODAY = date(2026, 11, 22)
PEOPLE = 12
USE_CASES = 12
OTHERS = (1_000, 10_000, 100_000)
NAMES = (
    "شركة الخليج للطاقة", "חברת החשמל הצפונית", "श्रीमती लक्ष्मी क्षत्रिय", "北方机床制造有限公司",
    "株式会社ノースゲート工具", "노스게이트 공구 주식회사", "Robots 🤖 on line 2", "บริษัท ปูนซิเมนต์",
)  # fmt: skip


def median_ms(work: Callable[[], object], repeats: int) -> float:
    """Median milliseconds of `work`, after one unmeasured run."""
    work()
    times = []
    for _repeat in range(repeats):
        begun = time.perf_counter()
        work()
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


def loaded() -> tuple[Instrument, Assessment]:
    """The shipped instrument and the finished example."""
    instrument = load_instrument(default_folder(Settings().instrument))
    return instrument, parse_assessment(EXAMPLE.read_bytes(), instrument)


def crowd(example: Assessment) -> Assessment:
    """The example with twelve people, by repeating its five."""
    five = example.respondents
    people = [five[n % len(five)].model_copy(update={"id": f"p{n:02}"}) for n in range(PEOPLE)]
    return example.model_copy(update={"respondents": people})


def computing() -> list[tuple[str, float, float]]:
    """(what, median ms, budget in ms) for everything that is computed."""
    instrument, example = loaded()
    many = crowd(example)
    result = score(instrument, many.respondents, many.agreed)
    gaps, edits = every_gap(instrument, many.respondents, many.agreed, result), _edits(instrument, example)
    weak = next(iter(instrument.practices))
    return [
        ("score, 5 people", median_ms(lambda: score(instrument, example.respondents, example.agreed), 50), 5),
        (
            "range of 5,000 draws, 12 people",
            median_ms(lambda: plausible_range(instrument, result, many.respondents, many.agreed), 10),
            300,
        ),
        (
            "robustness, 10,000 weightings",
            median_ms(lambda: robustness(instrument, result, many.respondents, many.agreed), 10),
            300,
        ),
        ("value of 12 use cases, 20,000 draws", median_ms(lambda: simulate(_use_cases(example)), 10), 500),
        *(
            (f"place among {n:,} results", median_ms(partial(benchmark_position, 0.5, _cohort(n)), 5), 1_000)
            for n in OTHERS
        ),
        (
            "stability of the gaps, 12 people",
            median_ms(lambda: gap_stability(instrument, result, many.respondents, many.agreed, gaps), 10),
            300,
        ),
        ("cheapest path and runner-up", median_ms(lambda: cheapest_path(instrument, result), 10), 200),
        (
            "what if one practice stood elsewhere",
            median_ms(lambda: what_if(instrument, many.respondents, many.agreed, weak, 3), 10),
            200,
        ),
        ("report, complete", median_ms(lambda: build_report(instrument, example, TODAY), 5), 500),
        ("report after an edit of the plan", median_ms(edits, 10), 300),
    ]


def _use_cases(example: Assessment) -> list[UseCase]:
    """The example's use cases, repeated under other names."""
    found = example.use_cases
    return [found[n % len(found)].model_copy(update={"name": f"u{n:02}"}) for n in range(USE_CASES)]


def _edits(instrument: Instrument, example: Assessment) -> Callable[[], object]:
    """Each call changes the effort of the first move of the path and rebuilds the report, as a screen does."""
    kept, number = LruCache(100), count(1)
    path = build_report(instrument, example, TODAY, cache=kept).path
    move = path.moves[0].key if path else ""

    def edit() -> object:
        roadmap = Roadmap(moves=[RoadmapMove(move=move, effort=next(number) / 10)])
        return build_report(instrument, example.model_copy(update={"roadmap": roadmap}), TODAY, cache=kept)

    return edit


def _cohort(size: int) -> Cohort:
    """The worst case: as many different values as organisations."""
    return Cohort({place / size: 1 for place in range(size)})


@dataclass(frozen=True)
class DocumentCost:
    """A document: its first and its median warm milliseconds with their budgets, and its size in kB."""

    name: str
    first: float
    warm: float
    budget: tuple[float, float]
    size: float


DOCUMENTS: Mapping[str, tuple[Callable[[Report], bytes], tuple[float, float]]] = {
    "playbook with appendix": (
        lambda report: render_playbook(report, length="full", paper="a4", appendix=True), (1_500, 1_000),
    ),
    "slides": (render_slides, (1_500, 1_500)),
    "workbook": (render_workbook, (1_500, 1_500)),
}  # fmt: skip


def drawing() -> tuple[list[DocumentCost], float]:
    """Every document of the finished example, and the peak memory of this process in MB."""
    instrument, example = loaded()
    report = build_report(instrument, example, TODAY)
    costs = [_cost(name, render, budget, report) for name, (render, budget) in DOCUMENTS.items()]
    playbook, budget = DOCUMENTS["playbook with appendix"]
    costs.append(
        _cost("the same, names in eight scripts", playbook, budget, _in_scripts(instrument, example))
    )
    return costs, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _cost(
    name: str, render: Callable[[Report], bytes], budget: tuple[float, float], report: Report
) -> DocumentCost:
    begun = time.perf_counter()
    made = render(report)
    first = (time.perf_counter() - begun) * 1000
    warm = median_ms(partial(render, report), 3)
    return DocumentCost(name, first, warm, budget, len(made) / 1024)


def _in_scripts(instrument: Instrument, example: Assessment) -> Report:
    """The example with people and initiatives that are named in other scripts."""
    names = cycle(NAMES)
    people = [one.model_copy(update={"name": next(names)}) for one in example.respondents]
    ideas = [one.model_copy(update={"name": next(names)}) for one in example.initiatives]
    return build_report(
        instrument, example.model_copy(update={"respondents": people, "initiatives": ideas}), TODAY
    )

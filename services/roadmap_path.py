"""The cheapest path a roadmap rests on, found once for the same values, target and efforts."""

from dataclasses import dataclass, field
from functools import lru_cache

from assessment.instrument import Instrument
from scoring.path import Path, cheapest_path
from scoring.results import AssessmentResult
from services.plan import PlanRecords
from services.roadmap_items import efforts_of

KEPT = 256


@dataclass(frozen=True)
class _Task:
    """A path to be found. Equal tasks have equal paths: what the values are, not where they are kept."""

    edition: tuple[str, str]
    values: tuple[tuple[str, str, float | None], ...]
    target: int | None
    efforts: tuple[tuple[str, float], ...]
    instrument: Instrument = field(compare=False, repr=False)
    result: AssessmentResult = field(compare=False, repr=False)


def path_to(instrument: Instrument, shown: AssessmentResult, plan: PlanRecords) -> Path | None:
    """The cheapest path to the plan’s target with the plan’s efforts; None without a level."""
    if shown.level is None:
        return None
    return _path(
        _Task(
            edition=(instrument.code, instrument.edition),
            values=tuple((code, p.state, p.described) for code, p in shown.practices.items()),
            target=plan.roadmap.target,
            efforts=tuple(sorted(efforts_of(plan).items())),
            instrument=instrument,
            result=shown,
        )
    )


@lru_cache(maxsize=KEPT)
def _path(task: _Task) -> Path:
    return cheapest_path(
        task.instrument, task.result, task.target, efforts=dict(task.efforts), runner_up=False
    )

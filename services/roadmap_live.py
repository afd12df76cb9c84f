"""The roadmap for the screen and the calendar, as it stands at this moment."""

from dataclasses import dataclass
from datetime import date

from playbook.roadmap import RoadmapView
from services.identity import Owned
from services.installation import Installation
from services.plan import PlanRecords, plan_in
from services.reporting import shown_result
from services.results import in_force
from services.roadmap import Asked, offers, roadmap_view, roles_of
from services.roadmap_path import path_to


@dataclass(frozen=True)
class LiveRoadmap:
    """The roadmap, what was set for it, and the moves that could be added, by key with their titles."""

    view: RoadmapView
    plan: PlanRecords
    offers: dict[str, str]


def roadmap_of(inst: Installation, owned: Owned, today: date) -> LiveRoadmap:
    """The roadmap after the last edit, made from what may be shown and from nothing slow."""
    with inst.database.reading() as unit:
        assessment, _as_of = in_force(inst, unit, owned, today)
    plan = plan_in(assessment)
    asked = Asked(inst.instrument, shown_result(inst.instrument, assessment), plan, roles_of(assessment))
    view = roadmap_view(asked, path_to(asked.instrument, asked.result, plan))
    return LiveRoadmap(view, plan, offers(inst.instrument, asked.result, view))

"""Builds the one verdict on each initiative, for every screen, document and file."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assessment.answers.plan_records import PlanRecords
from language.translation import _
from report.model.roadmap import PlannedItem, RoadmapView
from report.model.value import Flag, ValueView, VerdictView, verdict_on
from report.text.plan.roadmap_findings import FindingNames, finding_sentence
from report.text.value.verdicts import verdict_sentences
from scoring.plan.ownership import owners_of
from scoring.value.claims import goal_reached
from scoring.value.verdicts import InitiativeVerdict, ValuedUse, initiative_verdicts

IN_THE_WAY = ("strategic", "unclear")
"""Classes of a system that blocks what was chosen; *unclear* may turn out to."""


def verdicts_view(
    value: ValueView | None, plan: PlanRecords, roadmap: RoadmapView | None
) -> tuple[VerdictView, ...]:
    """The verdicts, those on use cases first; flags rest on the days of the roadmap."""
    lines = value.lines if value else ()
    uses = [
        ValuedUse(
            line.use_case,
            line.value,
            blocked=line.system is not None and line.system.verdict.code in IN_THE_WAY,
            accountable=owners_of(plan.ownership, line.use_case).accountable,
        )
        for line in lines
    ]
    to_do = {
        (line.use_case.blocked_by or "").strip(): line.system.verdict.to_do for line in lines if line.system
    }
    return tuple(
        _view(found, verdict_sentences(found, to_do), roadmap)
        for found in initiative_verdicts(uses, plan.initiatives)
    )


def _view(found: InitiativeVerdict, sentences: tuple[str, ...], roadmap: RoadmapView | None) -> VerdictView:
    flags = dict(_flags(found, roadmap))
    return VerdictView(
        found.name,
        found.verdict,
        found.reasons,
        sentences,
        tuple(flags),
        tuple(flags.values()),
        found.later,
    )


def _flags(found: InitiativeVerdict, roadmap: RoadmapView | None) -> Iterator[tuple[Flag, str]]:
    names = {use.use_case.name for use in found.uses}
    if roadmap is not None:
        late = {finding.key: finding for finding in roadmap.findings if finding.code == "starts_late"}
        for one in (*roadmap.items, *roadmap.later):
            if one.origin == "use_case" and one.title in names and one.key in late:
                said = FindingNames({one.key: one.title}, roadmap.roles, roadmap.start)
                yield "starts_late", finding_sentence(late[one.key], said)
    if any(goal_reached(use.use_case) for use in found.uses):
        yield "reached", _("The target is already reached. Set a higher one, or close it.")


def with_verdicts(roadmap: RoadmapView, verdicts: Sequence[VerdictView]) -> RoadmapView:
    """The roadmap with the verdict on each of its use cases."""

    def judged(one: PlannedItem) -> PlannedItem:
        return replace(one, verdict=verdict_on(verdicts, one.title)) if one.origin == "use_case" else one

    return replace(roadmap, items=tuple(map(judged, roadmap.items)), later=tuple(map(judged, roadmap.later)))

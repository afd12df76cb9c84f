"""Sentences about the findings on a roadmap, for screens, documents and calendar."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from assessment.instrument.moves import DAYS_A_WEEK
from assessment.workshop.meeting import in_words
from language.dates import short_date
from language.lists import listed
from language.numbers import at_most
from language.translation import _, lazy, lazy_table
from report.model.roadmap import day_of
from report.text import wording
from report.text.narrative import sentence
from scoring.plan.roadmap_checks import Fault, RoadmapFinding

SENTENCES: Mapping[Fault, str] = lazy_table(
    {
        "no_owner": lazy("Nobody is named for “{item}”. Name one owner."),
        "owner_unknown": lazy(
            "“{item}” is assigned to “{owner}”, a role nobody here has. Has the person left? Name someone "
            "else."
        ),
        "no_metric": lazy("“{item}” has no measure that would show it works."),
        "no_review": lazy("“{item}” has no review on or after its last day."),
        "too_early": lazy("“{item}” starts on day {found}, but needs “{needs}”, which ends on day {limit}."),
        "needs_later": lazy(
            "“{item}” starts on day {found}, but needs “{needs}”, which does not fit into the {limit} days "
            "of the roadmap."
        ),
        "over_capacity": lazy(
            "{owner}: {found} of work in the four weeks from day {day}, but capacity for {limit}."
        ),
        "too_late": lazy("“{item}” ends on day {found}, after the {limit} days of the roadmap."),
        "no_visible_win": lazy("Nothing people will notice is finished within {limit} days."),
        "starts_late": lazy("“{item}” starts on {found}, after its own date, {limit}."),
        "reached": lazy("The target of “{item}” is already reached."),
        "too_many_bars": lazy("There are {found} bars; more than {limit} at once are hard to manage."),
    }
)
LATE_AND_LATER = lazy(
    "“{item}” does not fit into the 180 days, so it would start after its own date, {limit}."
)
TOGETHER: Mapping[Fault, str] = lazy_table(
    {
        "no_owner": lazy("Nobody is named for {n} items: {items}. Name one owner each."),
        "no_metric": lazy("{n} items have no measure that would show they work: {items}."),
        "no_review": lazy("{n} items have no review on or after their last day: {items}."),
        "too_late": lazy("{n} items end after the 180 days of the roadmap: {items}."),
    }
)
TOGETHER_FROM, NAMED_AT_MOST = 3, 4
"""Number of findings of one kind from which they share a sentence, and how many items that names."""


class FindingNames(NamedTuple):
    """What the findings of one roadmap are worded with: `titles` of its items by key, `roles` of its owners by code.

    What has neither is named as it is. Both may come from people, so a sentence has to be escaped where it is shown.
    """

    titles: Mapping[str, str]
    roles: Mapping[str, str]
    start: date | None = None
    """The first day: own dates are given as dates."""
    in_days: bool = False
    """Is work counted in days rather than person-weeks?"""


def finding_sentence(finding: RoadmapFinding, names: FindingNames) -> str:
    """One finding in a sentence."""
    titles, text = names.titles, SENTENCES[finding.code]
    found, limit = (_figure(finding, n, names) for n in (finding.found, finding.limit))
    if finding.code == "over_capacity" and finding.found is not None:
        found = wording.days(finding.found) if names.in_days else wording.person_weeks(finding.found)
    if finding.code == "starts_late" and finding.found is None:
        text = _(LATE_AND_LATER)
    return text.format(
        item=titles.get(finding.key or "", finding.key),
        needs=titles.get(finding.needs or "", finding.needs),
        owner=names.roles.get(finding.owner or "", finding.owner),
        day=finding.day,
        found=found,
        limit=limit,
    )


def finding_sentences(findings: Sequence[RoadmapFinding], names: FindingNames) -> tuple[str, ...]:
    """All findings: about the whole first, then about owners, then about items; many alike in one sentence."""
    found: list[str] = []
    grouped: set[Fault] = set()
    for finding in sorted(findings, key=lambda f: (f.key is not None, f.owner is not None)):
        alike = [f for f in findings if f.code == finding.code]
        if finding.code not in TOGETHER or len(alike) < TOGETHER_FROM:
            found.append(finding_sentence(finding, names))
        elif finding.code not in grouped:
            grouped.add(finding.code)
            named = [f"“{names.titles.get(f.key or '', f.key)}”" for f in alike[:NAMED_AT_MOST]]
            if len(alike) > NAMED_AT_MOST:
                named.append(_("{n} more").format(n=in_words(len(alike) - NAMED_AT_MOST)))
            text = TOGETHER[finding.code].format(n=in_words(len(alike)), items=listed(named))
            found.append(sentence(text))
    return tuple(found)


def _figure(finding: RoadmapFinding, value: float | None, names: FindingNames) -> str:
    """A number of a finding: a day as a date where an own date is meant; whole numbers without a decimal."""
    if value is None:
        return ""
    if finding.code == "starts_late" and names.start is not None:
        return short_date(day_of(names.start, int(value)))
    by = DAYS_A_WEEK if finding.code == "over_capacity" and names.in_days else 1
    return at_most(value * by, 1)

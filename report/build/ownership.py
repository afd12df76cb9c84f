"""Builds the view of the ownership grid: entries, the vote beside them, and findings of the checks."""

from collections.abc import Mapping, Sequence

from assessment.answers.records import Assessment, Respondent
from assessment.instrument.model import Instrument
from assessment.plan.records import Owners, Ownership
from assessment.privacy import Disclosure
from language.translation import _
from report.build.alignment import decisions_seen
from report.build.disclosure import disclosed_answers
from report.build.parts import role_title
from report.model.alignment import DecisionSeen
from report.model.ownership import OwnedDecision, OwnedUse, OwnershipView
from report.text.alignment.sentences import decision_sentence
from scoring.alignment.agreement import decision_map
from scoring.plan.ownership import PlacedByVote, owners_of, ownership_findings, prefill


def ownership_view(instrument: Instrument, assessment: Assessment) -> OwnershipView:
    """The grid of an assessment, as `services.reports.results.in_force` gives it.

    Nothing of it is anybody’s answer except the vote, which is cut to what may be shown.
    """
    ownership = assessment.ownership or Ownership()
    people = _people(instrument, assessment)
    seen = _voted(instrument, assessment, people)
    found = ownership_findings(
        instrument,
        ownership,
        assessment.use_cases,
        {person.function: person.camp for person in assessment.respondents},
        seen,
    )
    said = _said(instrument, seen, people)
    return OwnershipView(
        decisions=tuple(
            OwnedDecision(
                choice,
                ownership.decisions.get(choice.code, Owners()),
                said.get(choice.code, ""),
                tuple(f for f in found if f.decision == choice.code),
            )
            for choice in instrument.decisions
        ),
        uses=tuple(
            OwnedUse(use.name, owners_of(ownership, use), tuple(f for f in found if f.use_case == use.name))
            for use in assessment.use_cases
        ),
        whole=tuple(f for f in found if f.decision is None and f.use_case is None),
        offered=tuple(
            code for code in prefill(instrument, seen).decisions if code not in ownership.decisions
        ),
    )


def decisions_voted(instrument: Instrument, assessment: Assessment) -> Sequence[PlacedByVote]:
    """Where the leaders place each decision, as far as it may be disclosed."""
    return _voted(instrument, assessment, _people(instrument, assessment))


def _people(instrument: Instrument, assessment: Assessment) -> list[Respondent]:
    disclosure = Disclosure.of(assessment)
    if not disclosure.team:
        return []
    return disclosed_answers(instrument, assessment, disclosure).respondents


def _voted(
    instrument: Instrument, assessment: Assessment, people: Sequence[Respondent]
) -> Sequence[PlacedByVote]:
    disclosure = Disclosure.of(assessment)
    if disclosure.alone:
        return tuple(decision_map(instrument, people).values())
    return tuple(decisions_seen(instrument, [r for r in people if r.responses], disclosure))


def _said(
    instrument: Instrument, seen: Sequence[PlacedByVote], people: Sequence[Respondent]
) -> Mapping[str, str]:
    """A sentence on the vote about each decision; for one person alone their own answer."""
    own = {code: role for person in people for code, role in person.decisions.items()}
    return {
        place.code: decision_sentence(place)
        if isinstance(place, DecisionSeen)
        else _("You named: {role}.").format(role=role_title(instrument, own[place.code]))
        for place in seen
    }

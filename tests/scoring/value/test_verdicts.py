"""One verdict for each initiative: the first that applies, whichever register it is in."""

from typing import Any

import pytest

from assessment.answers.records import Initiative, UseCase
from scoring.shares import wilson
from scoring.value.results import UseCaseValue
from scoring.value.verdicts import InitiativeVerdict, ValuedUse, initiative_verdicts

CLAIM: dict[str, Any] = {
    "lever": "cost",
    "metric": "hours",
    "owner": "CSO",
    "baseline": 100.0,
    "target": 60.0,
    "date": "2027-06-30",
}


def pilot(name: str = "Quotes", **fields: Any) -> Initiative:
    sound = {"owner": "CSO", "metric": "hours", "stage": "live", "result": "4 hours, 9 before"}
    return Initiative(**{"name": name} | sound | fields)


def use(name: str = "Quotes", losses: int = 100, **fields: Any) -> ValuedUse:
    state = fields.pop("state", "ready")
    value = UseCaseValue(name, state, loss=wilson(losses, 1_000) if state == "ready" else None)
    beside = {key: fields.pop(key) for key in ("blocked", "accountable") if key in fields}
    return ValuedUse(UseCase(**{"name": name} | CLAIM | fields), value, **beside)


def only(*given: ValuedUse | Initiative) -> InitiativeVerdict:
    uses = [one for one in given if isinstance(one, ValuedUse)]
    (found,) = initiative_verdicts(uses, [one for one in given if isinstance(one, Initiative)])
    return found


def said(*given: ValuedUse | Initiative) -> tuple[str, tuple[str, ...]]:
    found = only(*given)
    return found.verdict, found.reasons


@pytest.mark.parametrize("owner", [None, " ", "nobody", "dont_know"])
def test_what_nobody_answers_for_is_to_be_decided(owner: str | None) -> None:
    assert said(pilot(owner=owner)) == said(use(owner=owner)) == ("decide", ("nobody",))


def test_whom_the_owners_grid_names_answers_for_it_and_the_owner_is_to_be_entered() -> None:
    assert said(use(owner=None, accountable="CFO")) == ("fix", ("no_owner",))
    assert said(use(owner=None, accountable="nobody")) == ("decide", ("nobody",))


@pytest.mark.parametrize("owner", ["several", "CSO / COO", "Anna+Ben"])
def test_several_owners_are_to_be_decided(owner: str) -> None:
    assert said(pilot(owner=owner)) == said(use(owner=owner)) == ("decide", ("several",))


def test_what_is_blocked_is_to_be_decided_before_all_else() -> None:
    assert said(use(blocked=True, losses=900, metric=None)) == ("decide", ("blocked",))


def test_what_is_listed_twice_or_hardly_known_is_to_be_decided() -> None:
    assert said(pilot("Quote drafting"), pilot("quote-drafting ")) == ("decide", ("duplicate",))
    assert said(pilot(known_to=2, leaders_asked=5)) == ("decide", ("unknown",))
    assert said(pilot(known_to=2, leaders_asked=4))[0] == "scale"


@pytest.mark.parametrize(("losses", "verdict"), [(500, "scale"), (501, "stop"), (1_000, "stop")])
def test_what_is_more_likely_to_lose_is_to_be_stopped(losses: int, verdict: str) -> None:
    assert only(use(losses=losses)).verdict == verdict


def test_without_all_estimates_nothing_is_stopped() -> None:
    assert said(use(state="incomplete")) == ("fix", ("no_estimate",))


def test_what_has_been_stopped_stays_stopped_whatever_else_is_missing() -> None:
    assert said(pilot(stage="stopped", owner=None, metric=None)) == ("stop", ("stopped",))
    assert said(use(), pilot(stage="stopped"), pilot())[0] == "scale"


def test_what_has_no_measure_or_runs_unmeasured_is_to_be_measured() -> None:
    assert said(pilot(metric=" ")) == ("measure", ("no_measure",))
    assert said(pilot(result="time saved")) == ("measure", ("no_result_measured",))
    assert said(use(baseline=None)) == ("measure", ("no_baseline",))
    assert said(use(metric=None, baseline=None)) == ("measure", ("no_measure", "no_baseline"))


def test_an_idea_and_a_trial_need_no_figure_yet() -> None:
    assert said(pilot(stage="idea", result=None, expected_result="half the time"))[0] == "scale"
    assert said(use(baseline=None, exploring=True))[0] == "scale"


@pytest.mark.parametrize("part", ["lever", "target", "date"])
def test_a_claim_that_does_not_state_its_result_is_to_be_fixed(part: str) -> None:
    found = only(use(**{part: None}))
    assert (found.verdict, found.reasons, found.open_claims) == ("fix", ("no_claim",), (part,))


def test_an_idea_of_which_nobody_says_what_it_brings_is_to_be_fixed() -> None:
    assert said(pilot(stage="idea", result=None)) == ("fix", ("no_expected_result",))


def test_what_would_lead_to_a_later_verdict_is_kept_beside_the_reasons() -> None:
    found = only(pilot(owner=None, metric=None, result=None))
    assert (found.reasons, found.later) == (
        ("nobody",),
        ("no_measure", "no_result_measured", "no_owner", "no_expected_result"),
    )
    assert only(pilot(stage="stopped", owner=None)).later == ()


def test_a_use_case_and_the_pilot_of_its_name_are_one_initiative() -> None:
    assert said(use("Quotes", owner=None), pilot("quotes"))[0] == "scale"
    assert said(use("Quotes"), pilot("quotes", result=None)) == ("measure", ("no_result_measured",))


def test_there_is_one_verdict_for_each_use_cases_first() -> None:
    found = initiative_verdicts([use("B"), use("A")], [pilot("C"), pilot("a")])
    assert [one.name for one in found] == ["B", "A", "C"]

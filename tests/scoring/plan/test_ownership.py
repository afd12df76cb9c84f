"""Who owns what: exactly one answers, the one who gains does not accept the risk, nobody holds too much."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from assessment.answers.records import Respondent, UseCase
from assessment.instrument.model import Choice, Instrument
from assessment.plan.records import Owners, Ownership, UseOwners
from report.text.governance.ownership import ownership_sentence
from scoring.alignment.agreement import Placing, decision_map
from scoring.plan.ownership import EVERYBODY, OwnershipFinding, ownership_findings, prefill
from tests.toy import toy_instrument

CODES = ("buy_shelf", "own_benefit", "accept_risk")
SHELVES = toy_instrument().model_copy(
    update={"decisions": [Choice(code=c, title=f"Who does {c}?", meaning="Who says yes.") for c in CODES]}
)
SOUND = Ownership(
    decisions={
        "buy_shelf": Owners(accountable="CEO"),
        "own_benefit": Owners(accountable="COO"),
        "accept_risk": Owners(accountable="CIO"),
    }
)


@dataclass(frozen=True)
class Voted:
    code: str
    state: Placing
    role: str | None


def found(ownership: Ownership, *uses: UseCase, seen: tuple[Voted, ...] = (), **people: str) -> set[str]:
    camps = {role: "business" if camp == "business" else "technology" for role, camp in people.items()}
    return {f.code for f in ownership_findings(SHELVES, ownership, uses, camps, seen)}  # type: ignore[arg-type]


def with_decision(code: str, **owners: object) -> Ownership:
    return Ownership(decisions={**SOUND.decisions, code: Owners.model_validate(owners)})


def test_a_sound_map_leaves_nothing_to_settle() -> None:
    assert found(SOUND) == set()


def test_each_decision_without_an_answer_is_named() -> None:
    missing = [f.decision for f in ownership_findings(SHELVES, Ownership(), (), {}) if f.code == "nobody"]
    assert missing == list(CODES)
    for role in ("nobody", "dont_know", " "):
        assert "nobody" in found(with_decision("buy_shelf", accountable=role))


def test_all_of_us_is_nobody_in_particular() -> None:
    for role in (
        *EVERYBODY,
        "All of us",
        "several",
        "CEO and CIO",
        "CEO/CIO",
        "CEO, CIO",
        "CEO+CIO",
        "Operations & Technology",
    ):
        assert "not_one" in found(with_decision("buy_shelf", accountable=role)), role
    assert "not_one" not in found(with_decision("buy_shelf", accountable="Safety and Operations"))
    assert "not_one" in found(with_decision("buy_shelf", accountable="CEO", consulted=["Everybody"]))
    assert "not_one" not in found(with_decision("buy_shelf", accountable="CEO", informed=["Everybody"]))


def test_who_gains_does_not_accept_the_risk_whatever_the_role_is_called() -> None:
    assert "risk_is_benefit" in found(with_decision("accept_risk", accountable="COO"))
    assert "risk_is_benefit" in found(with_decision("accept_risk", accountable=" operations "))
    planner = UseCase(name="Planner", lever="cost", owner="COO")
    uses = {"Planner": UseOwners(accountable="CEO", risk_owner="Chief executive")}
    assert "risk_is_benefit" in found(SOUND.model_copy(update={"use_cases": uses}), planner)
    assert found(SOUND, planner) == {"no_risk_owner"}


def test_nobody_answers_for_more_than_one_person_can_hold() -> None:
    def owning(number: int) -> Ownership:
        uses = {f"Use {n}": UseOwners(accountable="CEO", risk_owner="CIO") for n in range(number)}
        return SOUND.model_copy(update={"use_cases": uses})

    # With the decision that is the CEO’s in any case, four things may be held and five are too many.
    lines = [UseCase(name=f"Use {n}", lever="cost") for n in range(4)]
    assert "too_many" not in found(owning(3), *lines[:-1])
    crowded = ownership_findings(SHELVES, owning(4), lines, {})
    assert [(f.role, f.owned) for f in crowded if f.code == "too_many"] == [("CEO", 5)]
    assert {f.owned for f in crowded if f.code != "too_many"} <= {0}


def test_both_sides_answer_for_something() -> None:
    lopsided = ownership_findings(SHELVES, with_decision("accept_risk", accountable="CEO"), (), {})
    assert [f.camp for f in lopsided if f.code == "camp_missing"] == ["technology"]
    assert "camp_missing" not in found(with_decision("accept_risk", accountable="Fleet"), Fleet="technology")


def test_a_role_of_nobody_who_takes_part_is_asked_about_but_kept() -> None:
    fleet = with_decision("buy_shelf", accountable="Fleet")
    assert found(fleet) == {"stranger"}
    assert found(fleet, Fleet="technology") == set()


def test_the_vote_stands_beside_what_was_decided() -> None:
    assert found(SOUND, seen=(Voted("buy_shelf", "orphan", None),)) == {"orphan"}
    assert found(SOUND, seen=(Voted("buy_shelf", "claimed by several", None),)) == {"collision"}
    assert found(SOUND, seen=(Voted("buy_shelf", "settled", "COO"),)) == {"other_than_voted"}
    assert found(SOUND, seen=(Voted("buy_shelf", "settled", "CEO"),)) == set()


def test_the_first_draft_takes_only_what_most_leaders_name() -> None:
    def says(name: str, **decisions: str) -> Respondent:
        return Respondent(id=name, function="CEO", camp="business", decisions=decisions)

    people = [
        says("a", buy_shelf="COO", accept_risk="nobody", own_benefit="CEO"),
        says("b", buy_shelf="COO", accept_risk="nobody", own_benefit="COO"),
        says("c", buy_shelf="CEO", accept_risk="CIO", own_benefit="CIO"),
    ]
    assert prefill(SHELVES, decision_map(SHELVES, people).values()) == Ownership(
        decisions={"buy_shelf": Owners(accountable="COO")}
    )


ROLES = st.none() | st.sampled_from(
    ["CEO", "COO", "CIO", "Fleet", "all of us", "nobody", "CEO, CIO", "Operations"]
)
ENTRIES = st.builds(
    Owners, responsible=ROLES, accountable=ROLES, consulted=st.lists(st.just("CIO"), max_size=2)
)
MAPS = st.builds(
    Ownership,
    decisions=st.dictionaries(st.sampled_from(CODES), ENTRIES),
    use_cases=st.dictionaries(
        st.sampled_from(["One", "Two"]), st.builds(UseOwners, accountable=ROLES, risk_owner=ROLES)
    ),
)


@given(MAPS, st.lists(st.sampled_from(["One", "Two"]), unique=True))
def test_every_finding_can_be_said_and_is_about_something_there(
    ownership: Ownership, names: list[str]
) -> None:
    uses = [UseCase(name=name, lever="cost") for name in names]
    for finding in ownership_findings(SHELVES, ownership, uses, {"CEO": "business"}):
        assert finding.decision in (None, *CODES)
        assert finding.use_case in (None, *names)
        assert_is_a_sentence(SHELVES, finding)


def assert_is_a_sentence(instrument: Instrument, finding: OwnershipFinding) -> None:
    said = ownership_sentence(instrument, finding)
    assert said.endswith(".")
    assert "{" not in said
    assert "“”" not in said

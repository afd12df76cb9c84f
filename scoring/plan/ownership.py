"""Checks of the ownership map, and a draft of it from the vote.

Exactly one role is accountable for each decision and use case. Who is accountable for the benefit does not
accept the risk. Nobody is accountable for more than `MAX_OWNED` decisions and use cases together (our own limit).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from assessment.answers.records import UseCase
from assessment.instrument.model import CAMPS, Camp, Instrument
from assessment.plan.records import Owners, Ownership, UseOwners
from scoring.alignment.agreement import SEVERAL, UNPLACED, Placing

MAX_OWNED = 4
BENEFIT, RISK = "own_benefit", "accept_risk"
EVERYBODY = frozenset(
    [
        "all",
        "all of us",
        "all leaders",
        "board",
        "committee",
        "everybody",
        "everyone",
        "executive team",
        "leadership",
        "leadership team",
        "management",
        "management team",
        "the board",
        "the business",
        "the committee",
        "the team",
        "team",
        "us",
        "we",
        "together",
        "shared",
        "jointly",
    ]
)
"""Entries that name nobody in particular."""

Code = Literal[
    "nobody", "not_one", "risk_is_benefit", "no_risk_owner", "too_many", "camp_missing", "stranger",
    "collision", "orphan", "other_than_voted",
]  # fmt: skip


class PlacedByVote(Protocol):
    """Where the leaders see a decision: a `PlacedDecision`, or what may be shown of it."""

    @property
    def code(self) -> str: ...
    @property
    def state(self) -> Placing: ...
    @property
    def role(self) -> str | None: ...


@dataclass(frozen=True)
class OwnershipFinding:
    """One finding. `decision` is a code, `use_case` a name; both None when it concerns the whole map."""

    code: Code
    decision: str | None = None
    use_case: str | None = None
    role: str | None = None
    """The role it is about; for `collision` the one most named, for `other_than_voted` the one voted for."""
    owned: int = 0
    """For `too_many`: how many things the role answers for."""
    camp: Camp | None = None
    """For `camp_missing`: the side without an accountable role."""


def prefill(instrument: Instrument, seen: Iterable[PlacedByVote]) -> Ownership:
    """Drafts the map from the vote: each settled decision gets the role named most."""
    known = {choice.code for choice in instrument.decisions}
    return Ownership(
        decisions={
            place.code: Owners(accountable=place.role)
            for place in seen
            if place.code in known and place.state == "settled" and place.role
        }
    )


def ownership_findings(
    instrument: Instrument,
    ownership: Ownership,
    use_cases: Sequence[UseCase],
    people: Mapping[str, Camp],
    seen: Iterable[PlacedByVote] = (),
) -> tuple[OwnershipFinding, ...]:
    """All findings: by decision, by use case, then those about the whole map.

    `people` are the functions of those who take part, each with its side; `seen` the vote.
    """
    check = _Check(instrument, ownership, use_cases, people)
    return (*check.decisions({place.code: place for place in seen}), *check.uses(), *check.overall())


def owners_of(ownership: Ownership, use_case: UseCase) -> UseOwners:
    """Who owns a use case; without an entry its own `owner` answers for it."""
    return ownership.use_cases.get(use_case.name) or UseOwners(accountable=use_case.owner or None)


class _Check:
    """The ownership map of one organisation, with its roles known by code."""

    def __init__(
        self,
        instrument: Instrument,
        ownership: Ownership,
        use_cases: Sequence[UseCase],
        people: Mapping[str, Camp],
    ) -> None:
        self._titles = instrument.role_codes
        self._camps = {self._key(role): camp for role, camp in people.items()}
        self._camps |= {function.code: function.camp for function in instrument.functions}
        self._decisions = {c.code: ownership.decisions.get(c.code, Owners()) for c in instrument.decisions}
        self._uses = {use_case.name: owners_of(ownership, use_case) for use_case in use_cases}

    def decisions(self, seen: Mapping[str, PlacedByVote]) -> Iterator[OwnershipFinding]:
        for code, owners in self._decisions.items():
            yield from self._owned(owners, decision=code)
            place = seen.get(code)
            if place is not None:
                yield from self._beside_the_vote(code, owners, place)
        benefit, risk = (self._decisions.get(code, Owners()).accountable for code in (BENEFIT, RISK))
        if self._same(benefit, risk):
            yield OwnershipFinding("risk_is_benefit", decision=RISK, role=risk)

    def uses(self) -> Iterator[OwnershipFinding]:
        for name, owners in self._uses.items():
            yield from self._owned(owners, use_case=name)
            if self._same(owners.accountable, owners.risk_owner):
                yield OwnershipFinding("risk_is_benefit", use_case=name, role=owners.risk_owner)
            elif not self._somebody(owners.risk_owner):
                yield OwnershipFinding("no_risk_owner", use_case=name)

    def overall(self) -> Iterator[OwnershipFinding]:
        owned_counts = Counter(self._accountable())
        for role, count in owned_counts.items():
            if count > MAX_OWNED:
                yield OwnershipFinding("too_many", role=role, owned=count)
        present = {self._camps[role] for role in owned_counts if role in self._camps}
        if present:
            yield from (OwnershipFinding("camp_missing", camp=camp) for camp in CAMPS if camp not in present)
        for role in dict.fromkeys(self._named()):
            if self._key(role) not in self._camps:
                yield OwnershipFinding("stranger", role=role)

    def _owned(
        self, owners: Owners, decision: str | None = None, use_case: str | None = None
    ) -> Iterator[OwnershipFinding]:
        if not self._somebody(owners.accountable):
            yield OwnershipFinding("nobody", decision, use_case)
        risk = owners.risk_owner if isinstance(owners, UseOwners) else None
        for role in dict.fromkeys((owners.accountable, owners.responsible, risk, *owners.consulted)):
            if role and self._several(role):
                yield OwnershipFinding("not_one", decision, use_case, role)

    def _beside_the_vote(self, code: str, owners: Owners, place: PlacedByVote) -> Iterator[OwnershipFinding]:
        if place.state != "settled":
            found: Code = "orphan" if place.state == "orphan" else "collision"
            yield OwnershipFinding(found, decision=code, role=place.role)
        elif place.role and self._one(owners.accountable) and not self._same(owners.accountable, place.role):
            yield OwnershipFinding("other_than_voted", decision=code, role=place.role)

    def _accountable(self) -> Iterator[str]:
        for owners in (*self._decisions.values(), *self._uses.values()):
            if owners.accountable and self._one(owners.accountable):
                yield self._key(owners.accountable)

    def _named(self) -> Iterator[str]:
        for owners in (*self._decisions.values(), *self._uses.values()):
            risk = owners.risk_owner if isinstance(owners, UseOwners) else None
            for role in (owners.accountable, owners.responsible, risk):
                if role and self._one(role):
                    yield role

    def _one(self, role: str | None) -> bool:
        return role is not None and self._somebody(role) and not self._several(role)

    def _somebody(self, role: str | None) -> bool:
        return role is not None and self._key(role) not in ("", *UNPLACED)

    def _several(self, role: str) -> bool:
        """All of us, several, or two functions in one field (“CEO and CFO”)."""
        key = self._key(role)
        if key in self._camps:
            return False
        parts = role.replace(" and ", "/").replace("&", "/").replace(",", "/").replace("+", "/").split("/")
        known = len(parts) > 1 and all(self._key(part) in self._camps for part in parts)
        return known or key == SEVERAL or key.casefold() in EVERYBODY

    def _same(self, one: str | None, other: str | None) -> bool:
        return one is not None and other is not None and self._one(one) and self._key(one) == self._key(other)

    def _key(self, role: str) -> str:
        """The comparison key of a role: the code of a function, else the text in lower case."""
        text = " ".join(role.split()).casefold()
        return self._titles.get(text, text)

"""Views of governance: AI uses with their class, acceptable risk, the forum, evidence for standards."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assessment.governance.acceptable_risk import DecidedRiskStatement
from assessment.governance.ai_uses import UseResult, Verdict
from assessment.governance.charter import CharterDraft
from assessment.governance.model import Governance
from assessment.plan.records import AiUse, Charter, Forum, RiskLine
from scoring.levels.crosswalk import StandardEvidence

HEAVIEST_FIRST: tuple[Verdict, ...] = ("prohibited", "high_risk", "unclear", "transparency", "minimal")


@dataclass(frozen=True)
class UseView:
    """One AI use and its classification."""

    use: AiUse
    result: UseResult


@dataclass(frozen=True)
class SignatureCounts:
    """How the signers of a line, or of all lines, have signed; together they are all signatures asked for."""

    accepted: int
    with_condition: int
    refused: int
    open: int

    @property
    def asked(self) -> int:
        return self.accepted + self.with_condition + self.refused + self.open


@dataclass(frozen=True)
class RiskView:
    """The statement of acceptable risk: the drafted lines with what was decided, and lines of one’s own."""

    statement: DecidedRiskStatement
    kept: Mapping[str, RiskLine]
    """What is on record for a drafted line, by its code."""
    own: tuple[RiskLine, ...]
    """Lines the leaders wrote themselves."""
    signers: tuple[str, ...]
    """Roles that are to sign each line, and others that have signed one."""
    unknown_roles: tuple[str, ...] = ()
    """Who is to sign or to be asked, and is no role that is known here: somebody may have left."""

    @property
    def unsigned_by(self) -> tuple[str, ...]:
        """Roles that should sign and have signed nothing yet."""
        return tuple(role for role in self.signers if all(role in self.not_yet(line) for line in self.lines))

    def not_yet(self, line: RiskLine) -> tuple[str, ...]:
        """Who is to sign this line and has not."""
        return tuple(role for role in self.signers if role not in line.signed_roles)

    def counts(self, *lines: RiskLine) -> SignatureCounts:
        """How these lines are signed: the one count of signatures that everything shows."""
        stances = Counter(found.stance for line in lines for found in line.signed)
        return SignatureCounts(
            accepted=stances["accepted"],
            with_condition=stances["with_condition"],
            refused=stances["refused"],
            open=sum(len(self.not_yet(line)) for line in lines),
        )

    @property
    def lines(self) -> tuple[RiskLine, ...]:
        """Everything on record, in the order of the statement."""
        drafted = (self.kept[f.line.code] for f in self.statement.lines if f.line.code in self.kept)
        return (*drafted, *self.own)


@dataclass(frozen=True)
class ForumView:
    """The charter as kept, or as it would be drafted today."""

    charter: Charter
    kept: bool
    draft: CharterDraft
    drafted: Charter
    """The current draft from the grid, as a record."""
    unknown_roles: tuple[str, ...]
    """Members and chairs who are no role that is known here."""
    first: tuple[str, ...]
    """Agenda of the first meeting: open commitments, parked questions, and what was agreed to be lacking."""
    beside: tuple[Forum, ...] = ()
    """The forums beside the charter's."""

    @property
    def may_not(self) -> tuple[str, ...]:
        """What the forum may not do: as edited, else as drafted."""
        own = self.charter.may_not
        return self.draft.may_not if own is None else tuple(own)


@dataclass(frozen=True)
class RulesView:
    """All governance views; `governance` holds the texts they were built from."""

    governance: Governance
    uses: tuple[UseView, ...]
    risk: RiskView
    forum: ForumView
    evidence: tuple[StandardEvidence, ...]


def heaviest_first(uses: Iterable[UseView]) -> list[UseView]:
    """The uses by their class, the heaviest first; within a class in the order entered."""
    return sorted(uses, key=lambda view: HEAVIEST_FIRST.index(view.result.verdict))

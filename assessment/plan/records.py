"""Records of the plan: roadmap, ownership, register of AI uses, risk statement, charter.

Optional parts of the interchange file, version 1, with optional fields.
"""

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from assessment.entry import NAME_LIMIT, Day, Entry, MoveCode, Name, Note, PersonWeeks, Role
from assessment.instrument.base import Slug
from assessment.instrument.moves import Minimised, PortfolioClass
from language.translation import _

Triage = Literal["strategic", "costly", "good_enough"]
"""An old system is in the way of what was chosen, costly but not in the way, or good enough."""
RiskArea = Literal["data", "compliance", "ethics"]
RiskDecision = Literal["never", "ask_first", "with_limit", "free"]
Stance = Literal["accepted", "with_condition", "refused"]
"""How somebody signs a line of the risk statement."""
UseAnswer = Literal["yes", "no", "unknown"]

STANCES: tuple[Stance, ...] = ("accepted", "with_condition", "refused")

MOST_ROLES = 40
MOST_LINES = 200
MOST_POINTS = 20
MOST_FORUMS = 12
LAST_DAY = 365

Short = Annotated[str, Field(max_length=NAME_LIMIT)]
Point = Annotated[str, Field(min_length=1, max_length=600)]
Roles = Annotated[list[Role], Field(max_length=MOST_ROLES)]
Points = Annotated[list[Point], Field(max_length=MOST_POINTS)]
Minutes = Annotated[int, Field(ge=5, le=480)]


class RoadmapMove(Entry):
    """One move as planned. `effort` in person-weeks, `weeks` in calendar weeks, `start_day` from the start."""

    move: MoveCode
    owner: Role | None = None
    effort: PersonWeeks | None = None
    """Overrides the estimate of the instrument."""
    weeks: Annotated[int, Field(ge=1, le=104)] | None = None
    start_day: Annotated[int, Field(ge=0, le=LAST_DAY)] | None = None
    kpi: Note | None = None
    baseline: Note | None = None
    goal: Note | None = None
    milestone: Note | None = None
    review: Day | None = None
    portfolio: PortfolioClass | None = None
    visible_win: bool = False
    chosen: bool | None = None
    """True: in the plan although the path does not ask for it; False: left out; None: as the path says."""


class Roadmap(Entry):
    """The first year. `capacity` holds person-weeks per four weeks by role."""

    target: Annotated[int, Field(ge=2, le=5)] | None = None
    minimise: Minimised | None = None
    """Whose days the path keeps low; None: the organiser’s."""
    start: Day | None = None
    capacity: Annotated[dict[Role, PersonWeeks], Field(max_length=MOST_ROLES)] = {}
    moves: Annotated[list[RoadmapMove], Field(max_length=MOST_LINES)] = []


class Owners(Entry):
    """Who does it, who answers for it, who is asked before and who is told after."""

    responsible: Role | None = None
    accountable: Role | None = None
    consulted: Roles = []
    informed: Roles = []


class UseOwners(Owners):
    """The owners of a use case. Who answers for its result should not answer for its risk."""

    risk_owner: Role | None = None


class Ownership(Entry):
    """Who owns each decision (by its code) and each use case (by its name)."""

    decisions: Annotated[dict[Slug, Owners], Field(max_length=MOST_LINES)] = {}
    use_cases: Annotated[dict[Name, UseOwners], Field(max_length=MOST_LINES)] = {}


class AiUse(Entry):
    """One use of AI that exists or is wanted. Its risk class is worked out from `answers`, never stored."""

    name: Name
    owner: Role | None = None
    used_by: Short | None = None
    vendor: Short | None = None
    answers: Annotated[dict[Slug, UseAnswer], Field(max_length=60)] = {}
    note: Note | None = None


class Signature(Entry):
    """One executive under one line: who, on which day, and whether it is accepted.

    `note` is the condition, which then has to be written down, or the reason of a refusal, which may be.
    """

    role: Role
    day: Day
    stance: Stance = "accepted"
    note: Note | None = None

    @model_validator(mode="after")
    def _a_condition_is_written_down(self) -> "Signature":
        words = (self.note or "").strip()
        if self.stance == "with_condition" and not words:
            raise ValueError(_("with_condition needs the condition in note"))
        if self.stance == "accepted" and words:
            raise ValueError(_("accepted takes no note; a condition makes it with_condition"))
        return self


class PastDecision(Entry):
    """What was decided on a line and signed, until somebody decided it differently on the day `until`."""

    until: Day
    decision: RiskDecision
    limit: Note | None = None
    ask: Role | None = None
    signatures: Annotated[list[Signature], Field(min_length=1, max_length=MOST_ROLES)]


class RiskLine(Entry):
    """One sentence of the risk statement, and who signed it when.

    `code` names the drafted line it comes from, `limit` what holds where the decision is *with_limit*, `ask`
    the role that says yes where it is *ask_first*. `signed_by` and `signed_on` are how a single acceptance was
    written before there could be several; `signed` holds them all.
    """

    area: RiskArea
    text: Annotated[str, Field(min_length=1, max_length=1_000)]
    decision: RiskDecision
    code: Slug | None = None
    limit: Note | None = None
    ask: Role | None = None
    signed_by: Role | None = None
    signed_on: Day | None = None
    signatures: Annotated[list[Signature], Field(max_length=MOST_ROLES)] = []
    history: Annotated[list[PastDecision], Field(max_length=MOST_POINTS)] = []
    """What was signed before and no longer holds, the oldest first."""

    @model_validator(mode="after")
    def _a_signature_has_a_name_and_a_day(self) -> "RiskLine":
        if (self.signed_by is None) != (self.signed_on is None):
            raise ValueError(_("signed_by and signed_on must be given together"))
        roles = [signature.role for signature in self.signed]
        if len(set(roles)) != len(roles):
            raise ValueError(_("each role signs a line once"))
        return self

    @property
    def signed(self) -> tuple[Signature, ...]:
        """Everybody who has signed it, in the order of signing."""
        if self.signed_by is None or self.signed_on is None:
            return tuple(self.signatures)
        return (Signature(role=self.signed_by, day=self.signed_on), *self.signatures)

    @property
    def signed_roles(self) -> tuple[str, ...]:
        """The roles that have signed it, whether they accept it or not."""
        return tuple(signature.role for signature in self.signed)


class RiskStatement(Entry):
    """What the leaders will not do, ask about first, do within a limit, or do freely."""

    lines: Annotated[list[RiskLine], Field(max_length=60)] = []
    signers: Roles = []
    """Who is to sign each line; stored with the first line, and empty in statements written before that."""

    @property
    def by_code(self) -> dict[str, dict[str, Any]]:
        """What was decided on each drafted line: its `option`, `limit`, `ask`, and by whom it is `signed` and not refused."""
        return {
            line.code: {
                "option": line.decision,
                "limit": line.limit or "",
                "ask": line.ask or "",
                "signed": [found.role for found in line.signed if found.stance != "refused"],
            }
            for line in self.lines
            if line.code
        }


class Forum(Entry):
    """A forum of some kind beside the charter's: what comes in (`brings`) and what comes out (`leaves`)."""

    kind: Slug
    name: Short | None = None
    members: Roles = []
    chair: Role | None = None
    cadence: Short | None = None
    minutes: Minutes | None = None
    agenda: Points = []
    brings: Points = []
    leaves: Points = []


class Charter(Entry):
    """The group that steers AI: `minutes` is how long it meets, `rights` what it may decide alone.

    `forums` are the forums beside it, each kind once.
    """

    name: Short | None = None
    purpose: Note | None = None
    members: Roles = []
    chair: Role | None = None
    cadence: Short | None = None
    minutes: Minutes | None = None
    rights: Points = []
    agenda: Points = []
    may_not: Points | None = None
    """What the forum may not do; absent while the installation’s own list applies."""
    forums: Annotated[list[Forum], Field(max_length=MOST_FORUMS)] = []

    @model_validator(mode="after")
    def _a_kind_of_forum_is_chosen_once(self) -> "Charter":
        kinds = [forum.kind for forum in self.forums]
        if len(set(kinds)) != len(kinds):
            raise ValueError(_("each kind of forum is listed once"))
        return self

    @property
    def written(self) -> bool:
        """Does the charter itself say anything, apart from the forums beside it?"""
        return self.model_copy(update={"forums": []}) != Charter()

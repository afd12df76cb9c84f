"""The editable parts of the plan, each with what is particular to it."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from assessment.answers.records import Assumptions, Commitment, Initiative, UseCase
from assessment.entry import Entry
from assessment.errors import RefusedInput
from assessment.plan.records import (
    AiUse,
    Charter,
    Forum,
    Owners,
    RiskLine,
    RiskStatement,
    Roadmap,
    RoadmapMove,
    UseOwners,
)
from language.translation import LazyText, _, lazy
from report.text.commitments import STATUSES
from services.core.identity import Owned
from services.core.installation import Installation
from services.plan.conflicts import Names
from services.plan.rows import Row, check_distinct
from storage.repositories import plan_parts
from storage.repositories.plan_parts import Part

Line = TypeVar("Line", bound=Entry)
Key = Hashable


def roles(inst: Installation, owned: Owned) -> Mapping[str, str]:
    """What roles are called."""
    return inst.asked(owned).role_titles


@dataclass(frozen=True)
class EditablePart(Generic[Line]):
    """How one part of the plan is stored, how its lines are told apart, and what is said of them."""

    stored: Part[Any]
    line: type[Line]
    name: Names = ""
    """The field by which a line is known, or the first of several that is set; empty where there is one line, or lines stand by their key."""
    positional: bool = False
    """Is the key of a line its position and its name, because a name may stand twice?"""
    key: Callable[[Row], Key] | None = None
    """From a line to its key, where that is not its name."""
    within: str = ""
    """The field of the stored record that holds the lines; empty where each line is stored by itself."""
    gone: LazyText | str = ""
    """What is said where there is no line with a key."""
    distinct: Callable[[Sequence[str]], None] | None = None
    """Refuses names that stand twice."""
    prefilled: tuple[str, ...] = ()
    """Fields that every new line of a grid holds; one that holds nothing else is empty."""
    combined: str = ""
    """The field that is named for a fault between several fields."""
    drop_empty: bool = False
    """Is a line that holds nothing taken out?"""
    titles: Callable[[Installation, Owned], Mapping[str, str]] = roles
    """What codes in a line are called, for conflicts."""

    @property
    def defaults(self) -> dict[str, Any]:
        """What fields of a line hold that were never set."""
        fields = self.line.model_fields.items()
        return {field.alias or name: field.default for name, field in fields if not field.is_required()}


def risk_line_key(line: Row) -> Key:
    """The code of a drafted line, the words of one of the leaders’ own."""
    return line.get("code") or (line["area"], line["text"])


def _commitment_titles(inst: Installation, owned: Owned) -> dict[str, str]:
    practices = inst.asked(owned).practices.items()
    moves = {f"{code}:{move.to}": move.title for code, practice in practices for move in practice.moves}
    return {**roles(inst, owned), **moves, **{code: _(words) for code, words in STATUSES.items()}}


def _risk_titles(inst: Installation, owned: Owned) -> dict[str, str]:
    options = inst.governance.acceptable_risk.options
    return {**roles(inst, owned), **{option.code: option.title for option in options}}


def _forum_titles(inst: Installation, owned: Owned) -> dict[str, str]:
    return {**roles(inst, owned), **{kind.code: kind.title for kind in inst.governance.forums.kinds}}


def _no_ai_use_twice(names: Sequence[str]) -> None:
    if len(set(names)) < len(names):
        raise RefusedInput(
            _("A use case of this name is already on the list. Nothing was changed; give it another name.")
        )


INITIATIVES = EditablePart(
    plan_parts.INITIATIVES,
    Initiative,
    "name",
    positional=True,
    prefilled=("stage",),
    combined="known_to",
)
USE_CASES = EditablePart(
    plan_parts.USE_CASES,
    UseCase,
    "name",
    gone=lazy("This use case has been renamed or removed. Nothing was stored; reload the page."),
    distinct=check_distinct,
    prefilled=("exploring",),
)
AI_USES = EditablePart(
    plan_parts.AI_USES,
    AiUse,
    "name",
    gone=lazy("This AI use case has been renamed or removed. Nothing was stored; choose one from the list."),
    distinct=_no_ai_use_twice,
)
COMMITMENTS = EditablePart(
    plan_parts.COMMITMENTS,
    Commitment,
    ("move", "text"),
    positional=True,
    gone=lazy("Someone has since changed this line. Nothing was stored; check the list."),
    prefilled=("status",),
    combined="subject",
    titles=_commitment_titles,
)
ASSUMPTIONS = EditablePart(plan_parts.ASSUMPTIONS, Assumptions)
CHARTER = EditablePart(plan_parts.CHARTER, Charter)
FORUMS = EditablePart(
    plan_parts.CHARTER,
    Forum,
    "kind",
    within="forums",
    gone=lazy("This forum has been removed. Nothing was stored; add it again if you need it."),
    titles=_forum_titles,
)
ROADMAP = EditablePart(plan_parts.ROADMAP, Roadmap)
MOVES = EditablePart(plan_parts.ROADMAP, RoadmapMove, "move", within="moves")
DECISION_OWNERS = EditablePart(plan_parts.OWNERSHIP, Owners, within="decisions", drop_empty=True)
USE_CASE_OWNERS = EditablePart(plan_parts.OWNERSHIP, UseOwners, within="use_cases")
RISK_STATEMENT = EditablePart(plan_parts.RISK_STATEMENT, RiskStatement)
RISK_LINES = EditablePart(
    plan_parts.RISK_STATEMENT, RiskLine, "text", key=risk_line_key, within="lines", titles=_risk_titles
)

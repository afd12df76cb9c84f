"""Drafts a charter for the forum from the ownership grid and the agreed levels.

The grid is a plain mapping, {"decisions": {code: {"responsible", "accountable", "consulted": [],
"informed": []}}}; values are function codes, and anything else (nobody, several, not known) is no role.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from assessment.governance.forums import AgendaPoint
from assessment.governance.model import CharterText, Rhythm
from assessment.instrument.model import Choice, Instrument

FIRST_BUSINESS = 3
SETTLED_FROM = 3
FindingKind = Literal["open", "together", "one_side", "large", "no_chair"]


@dataclass(frozen=True)
class CharterRight:
    """One decision: how it reads as a right, and the function codes placed on it."""

    code: str
    text: str
    accountable: str | None
    responsible: str | None
    consulted: tuple[str, ...]
    informed: tuple[str, ...]


@dataclass(frozen=True)
class CharterMember:
    """A function with a seat, and the decisions it is accountable or responsible for."""

    role: str
    accountable: tuple[str, ...]
    responsible: tuple[str, ...]


@dataclass(frozen=True)
class CharterFinding:
    """Something to settle before signing: which decisions and roles it is about; `why` may be empty."""

    kind: FindingKind
    decisions: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class FirstBusiness:
    """A practice agreed below level 3: what is lacking, as a clause, is what the forum begins with."""

    practice: str
    level: int
    lacking: str


@dataclass(frozen=True)
class CharterDraft:
    """The charter as drafted. Roles are function codes of the instrument."""

    name: str
    purpose: str
    members: tuple[CharterMember, ...]
    chair: str | None
    chair_duty: str
    rhythm: Rhythm
    minutes: int
    rights: tuple[CharterRight, ...]
    agenda: tuple[AgendaPoint, ...]
    may_not: tuple[str, ...]
    running: tuple[str, ...]
    exploring: tuple[str, ...]
    first: tuple[FirstBusiness, ...]
    findings: tuple[CharterFinding, ...]


def charter_draft(
    instrument: Instrument,
    text: CharterText,
    ownership: Mapping[str, Any],
    *,
    agreed: Mapping[str, int] | None = None,
    level: int | None = None,
) -> CharterDraft:
    """Drafts the charter. `agreed` maps practice codes to agreed levels, `level` is the overall level.

    Without a level the forum meets as at level 1. Codes that the instrument does not know are ignored.
    """
    grid = ownership.get("decisions") or {}
    rights = tuple(_right(instrument, text, choice, grid) for choice in instrument.decisions)
    members = _members(instrument, rights)
    chair = _chair(text, rights)
    return CharterDraft(
        name=text.name,
        purpose=text.purpose,
        members=members,
        chair=chair,
        chair_duty=text.chair_duty,
        rhythm=[found for found in text.rhythms if found.from_level <= (level or 1)][-1],
        minutes=sum(point.minutes for point in text.agenda),
        rights=rights,
        agenda=tuple(text.agenda),
        may_not=tuple(text.may_not),
        running=tuple(text.running),
        exploring=tuple(text.exploring),
        first=_first(instrument, agreed or {}),
        findings=tuple(_findings(instrument, text, rights, members, chair)),
    )


def _right(
    instrument: Instrument, text: CharterText, choice: Choice, grid: Mapping[str, Any]
) -> CharterRight:
    placed = grid.get(choice.code) or {}
    known = instrument.function_titles
    said = next((right.text for right in text.rights if right.decision == choice.code), choice.title)

    def role(name: str) -> str | None:
        value = placed.get(name)
        return value if isinstance(value, str) and value in known else None

    def roles(name: str) -> tuple[str, ...]:
        return tuple(code for code in known if code in (placed.get(name) or ()))

    return CharterRight(
        choice.code, said, role("accountable"), role("responsible"), roles("consulted"), roles("informed")
    )


def _members(instrument: Instrument, rights: Iterable[CharterRight]) -> tuple[CharterMember, ...]:
    """Those who are accountable or responsible for a decision, in the order of the instrument’s functions."""
    found = []
    for role in instrument.function_titles:
        accountable = tuple(right.code for right in rights if right.accountable == role)
        responsible = tuple(right.code for right in rights if right.responsible == role)
        if accountable or responsible:
            found.append(CharterMember(role, accountable, responsible))
    return tuple(found)


def _chair(text: CharterText, rights: Iterable[CharterRight]) -> str | None:
    accountable = {right.code: right.accountable for right in rights}
    return next((role for code in text.chair_from if (role := accountable.get(code))), None)


def _first(instrument: Instrument, agreed: Mapping[str, int]) -> tuple[FirstBusiness, ...]:
    low = [
        FirstBusiness(code, agreed[code], practice.move(agreed[code] + 1).lacking)
        for code, practice in instrument.practices.items()
        if code in agreed and agreed[code] < SETTLED_FROM
    ]
    return tuple(sorted(low, key=lambda found: found.level)[:FIRST_BUSINESS])


def _findings(
    instrument: Instrument,
    text: CharterText,
    rights: tuple[CharterRight, ...],
    members: tuple[CharterMember, ...],
    chair: str | None,
) -> Iterable[CharterFinding]:
    accountable = {right.code: right.accountable for right in rights}
    vacant = tuple(right.code for right in rights if right.accountable is None)
    if vacant:
        yield CharterFinding("open", decisions=vacant)
    if chair is None:
        yield CharterFinding("no_chair", decisions=tuple(c for c in text.chair_from if c in accountable))
    for pair in text.apart:
        one, other = (accountable.get(code) for code in pair.decisions)
        if one is not None and one == other:
            yield CharterFinding("together", tuple(pair.decisions), (one,), pair.why)
    camp_of = {function.code: function.camp for function in instrument.functions}
    roles = tuple(member.role for member in members)
    if members and len({camp_of[role] for role in roles}) == 1:
        yield CharterFinding("one_side", roles=roles)
    if len(members) > text.largest:
        yield CharterFinding("large", roles=roles)

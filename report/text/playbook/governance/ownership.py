"""The finding on who owns the decisions: the votes as rows of a matrix, and what follows from them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from language.translation import _, lazy, lazy_table, ngettext
from report.model.alignment import DecisionSeen
from report.model.report import DecisionVote, Report
from report.text.governance.ownership import ownership_sentence
from report.text.narrative import count, sentence
from report.text.wording import role_titles
from scoring.alignment.agreement import SEVERAL, UNPLACED, Placing

ROLES_AT_MOST = 4
OTHERS, UNKNOWN = "others", "nobody"
"""Columns of a matrix that are no role: all other roles together, and “nobody” with “I don’t know”."""
SEEN_ABOVE = ("orphan", "collision")
"""Findings that the matrix shows."""
STATES: Mapping[Placing, str] = lazy_table(
    {
        "settled": lazy("Clear: {role}"),
        "claimed by several": lazy("No majority"),
        "orphan": lazy("No owner"),
    }
)


@dataclass(frozen=True)
class VoteRow:
    """One decision: votes by column, the column that leads, and both in words."""

    code: str
    title: str
    state: Placing
    votes: Mapping[str, int]
    leads: str | None
    """The role named by more than half, or `UNKNOWN` for an orphan; None without a majority."""
    status: str
    entered: str
    """Whom the grid names today, where the votes are not clear; empty for nobody."""
    words: str
    people: int
    whole: bool
    """Are all votes shown?"""


def vote_rows(report: Report) -> tuple[VoteRow, ...]:
    """The decisions that were voted on, or that one person alone has placed."""
    if report.alignment is not None:
        return tuple(_seen(report, found) for found in report.alignment.decisions)
    return tuple(map(_placed, report.decisions))


def _seen(report: Report, found: DecisionSeen) -> VoteRow:
    votes = _columns(found.votes)
    leads = UNKNOWN if found.state == "orphan" else found.role if found.state == "settled" else None
    most = leads or found.role
    if not votes and most and found.named:
        votes = {most: found.named}
    return VoteRow(
        code=found.code,
        title=found.title,
        state=found.state,
        votes=votes,
        leads=leads,
        status=STATES[found.state].format(role=found.role_title or _("one role")),
        entered=_entered(report, found.code) if found.state != "settled" else "",
        words=_votes_in_words(report, found.votes),
        people=found.people,
        whole=bool(found.votes),
    )


def _placed(one: DecisionVote) -> VoteRow:
    """What one person alone has placed."""
    state: Placing = "settled"
    if one.placed in UNPLACED:
        state = "orphan"
    elif one.placed == SEVERAL:
        state = "claimed by several"
    votes = _columns({one.placed: 1})
    leads = next(iter(votes)) if state != "claimed by several" else None
    status = one.role if state != "settled" else _(STATES["settled"]).format(role=one.role)
    return VoteRow(one.code, one.title, state, votes, leads, status, "", one.role, people=1, whole=True)


def _columns(votes: Mapping[str, int]) -> dict[str, int]:
    """The votes by column: “nobody” and “I don’t know” together."""
    found: Counter[str] = Counter()
    for role, number in votes.items():
        found[UNKNOWN if role in UNPLACED else role] += number
    return dict(found)


def _entered(report: Report, code: str) -> str:
    """“Today: Finance”."""
    view = report.ownership
    line = next((one for one in view.decisions if one.choice.code == code), None) if view else None
    owner = line.owners.accountable if line else None
    return _("Today: {role}").format(role=role_titles(report.instrument, [owner])[0]) if owner else ""


def _votes_in_words(report: Report, votes: Mapping[str, int]) -> str:
    """“Finance 2, nobody 2, several 1”; empty where they are not shown."""
    return ", ".join(
        f"{column_title(report, role)} {number}"
        for role, number in sorted(_columns(votes).items(), key=lambda entry: (-entry[1], entry[0]))
    )


def column_title(report: Report, column: str) -> str:
    """What is written above a column."""
    special = {UNKNOWN: _("Nobody, or not known"), SEVERAL: _("Several people"), OTHERS: _("Other roles")}
    return special.get(column) or role_titles(report.instrument, [column])[0]


def matrix_columns(rows: Sequence[VoteRow]) -> tuple[str, ...]:
    """The roles named most, at most four, with every role that leads; then all others, several, and nobody."""
    total: Counter[str] = Counter()
    for row in rows:
        total.update(row.votes)
    leading = {row.leads for row in rows}
    roles = sorted(
        (role for role in total if role not in (SEVERAL, UNKNOWN)),
        key=lambda role: (role not in leading, -total[role], role),
    )
    kept = roles[: max(ROLES_AT_MOST, sum(role in leading for role in roles))]
    more = [OTHERS] if len(roles) > len(kept) else []
    ends = [column for column in (SEVERAL, UNKNOWN) if total[column]]
    return (*sorted(kept, key=lambda role: (-total[role], role)), *more, *ends)


def cell(row: VoteRow, column: str, columns: Sequence[str]) -> int:
    """How many votes one decision has in one column."""
    if column == OTHERS:
        return sum(number for role, number in row.votes.items() if role not in columns)
    return row.votes.get(column, 0)


def owners_finding(report: Report, rows: Sequence[VoteRow]) -> str:
    """“Half of the decisions have no clear owner”."""
    every, unclear = len(rows), sum(row.state != "settled" for row in rows)
    if report.alignment is None:
        return _finding_alone(every, unclear)
    if not unclear:
        return ngettext(
            "The one decision voted on has a clear owner", "All {n} decisions have a clear owner", every
        ).format(n=count(every))
    if unclear == every:
        return ngettext(
            "The one decision voted on has no clear owner",
            "None of the {n} decisions has a clear owner",
            every,
        ).format(n=count(every))
    if 2 * unclear == every:
        return _("Half of the decisions have no clear owner")
    return ngettext(
        "{n} of {all} decisions has no clear owner", "{n} of {all} decisions have no clear owner", unclear
    ).format(n=sentence(count(unclear)), all=count(every))


def _finding_alone(every: int, unclear: int) -> str:
    if not unclear:
        return ngettext(
            "One person sees a clear owner for {n} decision",
            "One person sees a clear owner for all {n} decisions",
            every,
        ).format(n=count(every))
    return ngettext(
        "One person sees no clear owner for {n} of {all} decisions",
        "One person sees no clear owner for {n} of {all} decisions",
        unclear,
    ).format(n=count(unclear), all=count(every))


def owners_lead(report: Report, rows: Sequence[VoteRow]) -> str:
    """How many have no owner or no majority, and for how many somebody is entered today."""
    return " ".join(_lead(report, rows))


def _lead(report: Report, rows: Sequence[VoteRow]) -> Iterator[str]:
    states = Counter(row.state for row in rows)
    if report.alignment is None:
        yield _("It is one view: ask the others whom they would name.")
    elif states["orphan"] or states["claimed by several"]:
        parts = []
        if states["orphan"]:
            parts.append(
                ngettext(
                    "for {n}, most votes were “nobody” or “I don’t know”",
                    "for {n}, most votes were “nobody” or “I don’t know”",
                    states["orphan"],
                ).format(n=count(states["orphan"]))
            )
        if states["claimed by several"]:
            parts.append(
                ngettext(
                    "for {n}, no role was named by more than half",
                    "for {n}, no role was named by more than half",
                    states["claimed by several"],
                ).format(n=count(states["claimed by several"]))
            )
        yield sentence("; ".join(parts)) + "."
    view = report.ownership
    if view is not None and view.begun:
        entered = sum(bool(line.owners.accountable) for line in view.decisions)
        text = (
            _("An owner is entered today for all {all}.")
            if entered == len(view.decisions)
            else _("An owner is entered today for {n} of {all}.")
        )
        yield text.format(n=count(entered), all=count(len(view.decisions)))


def votes_in_words(report: Report, rows: Sequence[VoteRow]) -> str:
    """The matrix for those who do not see it: the finding, then decision by decision."""
    said = [f"{row.title} {row.status}" + (f" ({row.words})" if row.words else "") for row in rows]
    return f"{owners_finding(report, rows)}. {'; '.join(said)}"


def to_settle(report: Report, rows: Sequence[VoteRow]) -> list[str]:
    """What follows: what to do about the decisions without a clear owner, then what else the checks find."""
    view = report.ownership
    if view is None:
        return []
    if not view.begun:
        return [_("Name one role that answers for each decision: none is entered yet.")]
    unclear = {row.code for row in rows if row.state != "settled"}
    named = {line.choice.code for line in view.decisions if line.owners.accountable}
    lines = []
    if unclear & named:
        text = ngettext(
            "Tell everyone who now answers for the one without a clear owner.",
            "Tell everyone who now answers for the {n} without a clear owner.",
            len(unclear & named),
        )
        lines.append(text.format(n=count(len(unclear & named))))
    rest = [found for found in view.findings if found.code not in SEEN_ABOVE]
    return [*lines, *(ownership_sentence(report.instrument, found) for found in rest)]

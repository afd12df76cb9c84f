"""The finding on the lines of acceptable risk: who accepts, refuses and has yet to sign each."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from assessment.plan.records import RiskLine, Stance
from language.lists import listed
from language.translation import _, lazy, lazy_table, ngettext
from report.model.governance import RiskView
from report.model.report import Report
from report.text.governance.acceptable_risk import (
    decided_words,
    own_words,
    signature_words,
    signed_progress,
)
from report.text.narrative import count, sentence
from report.text.wording import role_titles

Mark = Stance | Literal["open"]
MARKS: Mapping[Mark, str] = lazy_table(
    {
        "refused": lazy("refused"),
        "with_condition": lazy("condition"),
        "accepted": lazy("accepted"),
        "open": lazy("open"),
    }
)
"""The most urgent first."""
NAMED_AT_MOST = 4


@dataclass(frozen=True)
class SignedLine:
    """One decided line: its title, the decision in words, and how each signer has signed it, by role."""

    title: str
    decision: str
    marks: Mapping[str, Mark]
    remarks: tuple[str, ...]
    """Refusals and conditions in full."""

    @property
    def agreed(self) -> bool:
        """Do all who are asked accept it without a condition?"""
        return bool(self.marks) and set(self.marks.values()) == {"accepted"}

    @property
    def urgency(self) -> int:
        """Refused lines first, then those with a condition, then open ones, then agreed ones."""
        order = ["refused", "with_condition", "open", "accepted"]
        return min((order.index(mark) for mark in self.marks.values()), default=len(order))


def signed_lines(report: Report) -> tuple[SignedLine, ...]:
    """The decided lines, those first that keep the leaders apart."""
    if report.rules is None:
        return ()
    view, text = report.rules.risk, report.rules.governance.acceptable_risk
    drafted = [
        _line(report, view, view.kept[found.line.code], found.line.title,
              decided_words(report.instrument, text, found))
        for found in view.statement.lines
        if found.line.code in view.kept
    ]  # fmt: skip
    own = [
        _line(report, view, line, line.text, own_words(report.instrument, text, line)) for line in view.own
    ]
    return tuple(sorted([*drafted, *own], key=lambda line: line.urgency))


def _line(report: Report, view: RiskView, record: RiskLine, title: str, decision: str) -> SignedLine:
    stances: dict[str, Mark] = {found.role: found.stance for found in record.signed}
    noted = [found for found in record.signed if found.stance != "accepted"]
    remarks = tuple(
        _("{role} on “{line}”: {words}").format(
            role=role_titles(report.instrument, [found.role])[0], line=title, words=signature_words(found)
        )
        for found in noted
    )
    return SignedLine(title, decision, {role: stances.get(role, "open") for role in view.signers}, remarks)


def risk_finding(report: Report, lines: Sequence[SignedLine]) -> str:
    """“Five of 11 risk lines are agreed by all; Finance refuses one”."""
    every, agreed = len(lines), sum(line.agreed for line in lines)
    signed = sum(mark != "open" for line in lines for mark in line.marks.values())
    if not signed:
        return sentence(
            ngettext(
                "{n} risk line is decided and not signed yet",
                "{n} risk lines are decided, and none is signed yet",
                every,
            ).format(n=count(every))
        )
    if agreed == every:
        return ngettext(
            "The one risk line decided is agreed by all", "All {n} risk lines are agreed by all", every
        ).format(n=count(every))
    if agreed:
        text = ngettext(
            "{some} of {n} risk lines is agreed by all", "{some} of {n} risk lines are agreed by all", agreed
        )
        said = sentence(text.format(some=count(agreed), n=count(every)))
    else:
        said = ngettext(
            "The one risk line decided is not agreed by all yet",
            "None of the {n} risk lines is agreed by all yet",
            every,
        ).format(n=count(every))
    refused = _refused(report, lines)
    return f"{said}; {refused}" if refused else said


def _refused(report: Report, lines: Sequence[SignedLine]) -> str:
    """“Finance refuses one”, or how many are refused where several roles do; empty for none."""
    by = Counter(role for line in lines for role, mark in line.marks.items() if mark == "refused")
    if not by:
        return ""
    if len(by) == 1:
        ((role, number),) = by.items()
        return _("{role} refuses {n}").format(role=role_titles(report.instrument, [role])[0], n=count(number))
    number = sum("refused" in line.marks.values() for line in lines)
    return ngettext("{n} is refused", "{n} are refused", number).format(n=count(number))


def risk_lead(report: Report) -> str:
    """How all signatures stand, and what is not decided yet."""
    if report.rules is None:
        return ""
    view = report.rules.risk
    undecided = [found for found in view.statement.open if found.line.code not in view.kept]
    more = ""
    if undecided:
        more = ngettext("{n} line is not decided yet.", "{n} lines are not decided yet.", len(undecided))
    return " ".join(
        part
        for part in (signed_progress(report.instrument, view), sentence(more.format(n=count(len(undecided)))))
        if part
    )


def line_remarks(lines: Sequence[SignedLine], most: int = NAMED_AT_MOST) -> list[str]:
    """Refusals and conditions in full, a few; and how many more."""
    every = [remark for line in lines for remark in line.remarks]
    more = len(every) - most
    if more < 1:
        return every
    return [*every[:most], sentence(_("{n} more: see the annex.").format(n=count(more)))]


def signer_titles(report: Report) -> dict[str, str]:
    """Who is to sign, by role."""
    signers = report.rules.risk.signers if report.rules else ()
    return dict(zip(signers, role_titles(report.instrument, signers), strict=True))


def marked(report: Report, line: SignedLine, mark: Mark) -> str:
    """Who has signed a line in one way, a few by name: “Finance and IT”; empty for nobody."""
    roles = [role for role, found in line.marks.items() if found == mark]
    named = role_titles(report.instrument, roles)
    more = len(named) - NAMED_AT_MOST
    if more > 1:
        named = [*named[:NAMED_AT_MOST], _("{n} more").format(n=count(more))]
    return listed(named)

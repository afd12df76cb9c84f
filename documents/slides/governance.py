"""Who decides what, and how the lines of acceptable risk are signed."""

from collections.abc import Iterator, Sequence

from documents.slides.engine import master
from documents.slides.engine.deck import Deck, SlidePage
from documents.slides.engine.tables import Row, TableCell, table
from language.translation import _
from report.model.report import Report
from report.text.governance.acceptable_risk import signed_progress
from report.text.governance.ownership import settle_sentence
from report.text.playbook.governance.ownership import VoteRow, owners_finding, to_settle, vote_rows
from report.text.playbook.governance.risk import Mark, SignedLine, line_remarks, risk_finding, signed_lines
from report.text.wording import role_titles

SIZES = (14.0, 12.0, 11.0)
MARKS: tuple[Mark, ...] = ("accepted", "with_condition", "refused", "open")


def governance_slide(deck: Deck, report: Report) -> None:
    """Decisions on the left, risk lines on the right, each where there are any."""
    votes, lines = vote_rows(report), signed_lines(report)
    decided = list(_decisions(report, votes))
    if not decided and not lines:
        return
    title = _finding(report, votes) or risk_finding(report, lines)
    page = deck.page("Two columns" if decided and lines else "Finding", _("Who decides"), title)
    page.say += to_settle(report, votes)
    if decided:
        _owners(page, title, decided)
    if lines:
        _risk(page, report, lines)


def _finding(report: Report, votes: Sequence[VoteRow]) -> str:
    if votes:
        return owners_finding(report, votes)
    view = report.ownership
    return settle_sentence(view) if view is not None and view.begun else ""


def _owners(page: SlidePage, title: str, decided: Sequence[Row]) -> None:
    if page.layout == "Two columns":
        page.write(master.LEFT_HEAD, _("Who answers for each decision"))
    heads, shares = (_("Decision"), _("Leaders say"), _("Entered today")), (2.2, 1.9, 1.7)
    width = max(len(row) for row in decided)
    table(page, master.LEFT, title, heads[:width], decided, shares[:width], sizes=SIZES)


def _decisions(report: Report, votes: Sequence[VoteRow]) -> Iterator[Row]:
    """Those without a clear owner first; with whom the grid names today."""
    view = report.ownership
    named = (
        {line.choice.code: line.owners.accountable for line in view.decisions} if view and view.begun else {}
    )
    titles = {
        code: role_titles(report.instrument, [role])[0] if role else _("nobody")
        for code, role in named.items()
    }
    for row in sorted(votes, key=lambda row: row.state == "settled"):
        today = [TableCell(titles.get(row.code, "–"), bold=True)] if titles else []
        yield [TableCell(row.title, bold=True), row.status, *today]
    if not votes and view is not None and view.begun:
        for line in view.decisions:
            yield [
                TableCell(line.choice.title, bold=True),
                "–",
                TableCell(titles[line.choice.code], bold=True),
            ]


def _risk(page: SlidePage, report: Report, lines: Sequence[SignedLine]) -> None:
    """Counts only: refusals and conditions are in the notes in full."""
    beside = page.layout == "Two columns"
    if beside:
        page.write(master.RIGHT_HEAD, risk_finding(report, lines))
    page.say += [
        signed_progress(report.instrument, report.rules.risk) if report.rules else "",
        *line_remarks(lines),
    ]
    heads = (_("Risk line"), _("Accepted"), _("Condition"), _("Refused"), _("Open"))
    rows: list[Row] = [[line.title, *_counts(line)] for line in lines]
    place = master.RIGHT_SIDE if beside else master.LEFT
    table(
        page, place, risk_finding(report, lines), heads, rows, (2.3, 0.95, 0.95, 0.85, 0.65), sizes=(12, 11)
    )


def _counts(line: SignedLine) -> Iterator[TableCell]:
    found = list(line.marks.values())
    for mark in MARKS:
        number = found.count(mark)
        yield TableCell(str(number), bold=bool(number), align="right")

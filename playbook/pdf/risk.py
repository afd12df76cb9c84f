"""The statement of acceptable risk as a page that is signed: the lines, what was decided, and room for names."""

from collections.abc import Iterator, Sequence

from assessment.acceptable_risk import DecidedLine
from assessment.governance import AcceptableRisk
from assessment.plan_records import RiskLine
from assessment.words import _
from playbook.governance_words import decided_words, own_words, signed_sentence
from playbook.pdf.geometry import CONTENT, UNIT
from playbook.pdf.layout import Columns, Gap, Piece, Rule, Stack, Words
from playbook.pdf.pages import Entry
from playbook.pdf.parts import IN_PRINT, and_more, chapter, table
from playbook.pdf.styles import MUTED, QUIET, SMALL, SMALL_STRONG
from playbook.report import Report
from playbook.rules import RiskView, RulesView
from playbook.wording import role_titles

SIGNERS_AT_MOST = 12
HALF = (CONTENT - 4 * UNIT) / 2


def risk_entries(report: Report, rules: RulesView) -> Iterator[Entry]:
    """The page; nothing before a line is decided."""
    view, text = rules.risk, rules.governance.acceptable_risk
    if not view.lines:
        return
    yield chapter(text.title, text.purpose)
    drafted = [_drafted(report, text, view, found) for found in view.statement.lines]
    own = [_own(report, text, line) for line in view.own]
    yield from table(
        (_("What it is about"), _("What we decided"), _("Signed")),
        [*drafted, *own[:IN_PRINT]],
        (78, 56, 34),
        lines=4,
        air=3,
    )
    yield from and_more(len(own))
    yield _signatures(report, _signers(rules))


def _drafted(report: Report, text: AcceptableRisk, view: RiskView, found: DecidedLine) -> list[str | Piece]:
    record = view.kept.get(found.line.code)
    decided: str | Piece = decided_words(report.instrument, text, found)
    if found.option is None:
        decided = Words(_("not decided yet"), SMALL.coloured(MUTED))
    return [found.line.decision, decided, signed_sentence(report.instrument, record) or "–"]


def _own(report: Report, text: AcceptableRisk, line: RiskLine) -> list[str | Piece]:
    decided = own_words(report.instrument, text, line)
    return [line.text, decided, signed_sentence(report.instrument, line)]


def _signers(rules: RulesView) -> list[str]:
    """Who is to sign on paper: the members of the forum, and whoever has signed in the app."""
    signed = [line.signed_by for line in rules.risk.lines if line.signed_by]
    members = rules.forum.charter.members if rules.forum.kept else []
    return list(dict.fromkeys([*members, *rules.risk.unsigned_by, *signed]))


def _signatures(report: Report, roles: Sequence[str]) -> Entry:
    """A line for each name and day, two beside each other; two empty ones where nobody is known."""
    titles = role_titles(report.instrument, roles[:SIGNERS_AT_MOST]) or [_("Name, function")] * 2
    rows = [
        Columns([(i * (HALF + 4 * UNIT), HALF, _line(title)) for i, title in enumerate(titles[at : at + 2])])
        for at in range(0, len(titles), 2)
    ]
    head = Words(_("Signed on paper: name and day"), SMALL_STRONG, lines=1)
    return Entry(Stack(head, *rows), gap=2 * UNIT)


def _line(title: str) -> Piece:
    return Stack(Gap(3 * UNIT), Rule(), Words(title, QUIET, lines=1))

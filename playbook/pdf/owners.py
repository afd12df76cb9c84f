"""Who owns what: the grid, what the checks find, and what the leaders said when they voted."""

from collections.abc import Iterator, Sequence

from assessment.words import _
from playbook.ownership import OwnedDecision, OwnedUse, OwnershipView
from playbook.ownership_words import ownership_sentence, settle_sentence
from playbook.pdf.geometry import UNIT
from playbook.pdf.layout import Piece, Words
from playbook.pdf.pages import Entry
from playbook.pdf.parts import chapter, subhead, table
from playbook.pdf.styles import BODY, MUTED, SMALL, SMALL_STRONG
from playbook.report import Report
from playbook.wording import role_titles

USES_AT_MOST = 60


def owner_entries(report: Report) -> Iterator[Entry]:
    """The chapter; nothing before anybody is named."""
    view = report.ownership
    if view is None or not view.begun:
        return
    yield chapter(_("Who owns what"), settle_sentence(view))
    yield from table(
        (_("Decision"), _("Answers for it"), _("Carries it out"), _("Asked before"), _("Told after")),
        [_decision(report, line) for line in view.decisions],
        (46, 29, 29, 34, 30),
        lines=5,
    )
    yield from _uses(report, view)
    yield from _findings(report, view)
    yield from _said(view)


def _decision(report: Report, line: OwnedDecision) -> list[str | Piece]:
    owners = line.owners
    return [
        Words(line.choice.title, SMALL_STRONG, lines=3),
        *(_role(report, role) for role in (owners.accountable, owners.responsible)),
        *(_roles(report, roles) for roles in (owners.consulted, owners.informed)),
    ]


def _uses(report: Report, view: OwnershipView) -> Iterator[Entry]:
    if not view.uses:
        return
    lead = _("The first {n} of {all}; the app holds them all.").format(n=USES_AT_MOST, all=len(view.uses))
    yield subhead(_("Use cases"), lead if len(view.uses) > USES_AT_MOST else "")
    yield from table(
        (
            _("Use case"),
            _("Answers for the result"),
            _("Accepts the risk"),
            _("Carries it out"),
            _("Asked before"),
        ),
        [_use(report, line) for line in view.uses[:USES_AT_MOST]],
        (46, 29, 29, 34, 30),
    )


def _use(report: Report, line: OwnedUse) -> list[str | Piece]:
    owners = line.owners
    roles = (owners.accountable, owners.risk_owner, owners.responsible)
    return [
        Words(line.name, SMALL_STRONG, lines=3),
        *(_role(report, role) for role in roles),
        _roles(report, owners.consulted),
    ]


def _findings(report: Report, view: OwnershipView) -> Iterator[Entry]:
    if view.findings:
        yield subhead(_("What is to be settled"))
        for number, found in enumerate(view.findings[:USES_AT_MOST]):
            text = ownership_sentence(report.instrument, found)
            yield Entry(Words(text, BODY, lines=3), gap=UNIT / 2, together=number == 0)


def _said(view: OwnershipView) -> Iterator[Entry]:
    rows = [[line.choice.title, line.said] for line in view.decisions if line.said]
    if rows:
        yield subhead(
            _("What was said when you voted"), _("As the leaders saw it before anybody was named above.")
        )
        yield from table((_("Decision"), _("Said")), rows, (74, 94))


def _role(report: Report, role: str | None) -> str | Piece:
    if not role:
        return Words(_("nobody"), SMALL.coloured(MUTED))
    return role_titles(report.instrument, [role])[0]


def _roles(report: Report, roles: Sequence[str]) -> str:
    return "; ".join(role_titles(report.instrument, roles)) or "–"

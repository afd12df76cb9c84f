"""The ownership chapter: the grid, findings of the checks, and the vote."""

from collections.abc import Iterator, Sequence

from documents.pdf.engine.geometry import UNIT
from documents.pdf.engine.layout import Drawable, Stack, TextBlock, bullet_points
from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.parts import IN_PRINT, and_more, chapter, keep_together, subhead, table
from documents.pdf.engine.styles import MUTED, QUIET, SMALL, SMALL_STRONG
from language.translation import _
from report.model.ownership import OwnedDecision, OwnedUse, OwnershipView
from report.model.report import Report
from report.text.governance.ownership import ownership_sentence, settle_sentence
from report.text.wording import role_titles

SHARES = (54, 28, 28, 30, 28)


def owner_entries(report: Report) -> Iterator[PageEntry]:
    """The chapter; nothing before anybody is named."""
    view = report.ownership
    if view is None or not view.begun:
        return
    said = any(line.said for line in view.decisions)
    note = _("Under each decision: the leaders’ votes on its owner.") if said else ""
    yield chapter(_("Who owns what"), f"{settle_sentence(view)} {note}".strip())
    yield from table(
        (_("Decision"), _("Answers for it"), _("Carries it out"), _("Asked before"), _("Told after")),
        [_decision(report, line) for line in view.decisions],
        SHARES,
        lines=9,
        air=3,
    )
    yield from _uses(report, view)
    yield from _findings(report, view)


def _decision(report: Report, line: OwnedDecision) -> list[str | Drawable]:
    owners = line.owners
    return [
        Stack(TextBlock(line.choice.title, SMALL_STRONG, lines=3), TextBlock(line.said, QUIET, lines=3)),
        *(_role(report, role) for role in (owners.accountable, owners.responsible)),
        *(_roles(report, roles) for roles in (owners.consulted, owners.informed)),
    ]


def _uses(report: Report, view: OwnershipView) -> Iterator[PageEntry]:
    if not view.uses:
        return
    yield subhead(_("Use cases"), gap=3 * UNIT)
    yield from table(
        (
            _("Use case"),
            _("Answers for the result"),
            _("Accepts the risk"),
            _("Carries it out"),
            _("Asked before"),
        ),
        [_use(report, line) for line in view.uses[:IN_PRINT]],
        SHARES,
        lines=9,
        air=3,
    )
    yield from and_more(len(view.uses))


def _use(report: Report, line: OwnedUse) -> list[str | Drawable]:
    owners = line.owners
    roles = (owners.accountable, owners.risk_owner, owners.responsible)
    return [
        TextBlock(line.name, SMALL_STRONG, lines=3),
        *(_role(report, role) for role in roles),
        _roles(report, owners.consulted),
    ]


def _findings(report: Report, view: OwnershipView) -> Iterator[PageEntry]:
    if view.findings:
        sentences = [ownership_sentence(report.instrument, found) for found in view.findings[:IN_PRINT]]
        lines = [PageEntry(point, gap=UNIT / 4) for point in bullet_points(sentences, SMALL, lines=3)]
        yield from keep_together([subhead(_("Open points"), gap=3 * UNIT), *lines])
        yield from and_more(len(view.findings))


def _role(report: Report, role: str | None) -> str | Drawable:
    if not role:
        return TextBlock(_("nobody"), SMALL.coloured(MUTED))
    return role_titles(report.instrument, [role])[0]


def _roles(report: Report, roles: Sequence[str]) -> str:
    return "; ".join(role_titles(report.instrument, roles)) or "–"

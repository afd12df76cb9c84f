"""The result as plain text for a terminal."""

from collections.abc import Iterator

from language.translation import _
from report.model.report import Report
from report.text import wording
from report.text.governance import ownership
from report.text.known import known_so_far
from report.text.narrative import sentence
from report.text.plan.path import decisions_title, path_sentence
from report.text.value import claims, figures, pilots
from report.text.value.verdicts import VERDICTS


def result_text(report: Report) -> str:
    """The result, readable from top to bottom, ending in a line break."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    headline, basis = report.headline, report.basis
    yield _("{organisation}: AI readiness").format(organisation=report.title)
    yield f"{wording.who_answered(basis)} {wording.how_much_answered(basis)}"
    yield ""
    yield from filter(
        None, (headline.level, headline.backing, headline.holding, headline.gap, headline.sides)
    )
    yield from _known(report)
    if report.disclosure.team:
        yield from _sections(report)
        yield from _moves(report)
    yield from _use_cases(report)
    yield from _register(report)
    yield from _verdicts(report)
    yield from _ownership(report)
    if report.withheld and report.disclosure.team:
        yield ""
        yield _("Left out because too few answered: {codes}.").format(codes=", ".join(report.withheld))
    yield ""
    yield _("{title}, edition {edition}; scoring version {version}.").format(
        title=report.instrument.title, edition=report.instrument.edition, version=report.result.version
    )


def _sections(report: Report) -> Iterator[str]:
    yield ""
    yield _("Sections")
    for section in report.sections:
        yield f"  {section.pillar.title}: {section.sentence}"


def _moves(report: Report) -> Iterator[str]:
    asked = report.decisions_asked
    if asked:
        yield ""
        yield decisions_title(report)
    for one in asked:
        card = one.card
        yield f"  {card.practice.code} → {card.move.to}: {card.move.title} ({wording.who_and_when(card)})"
    if asked:
        yield f"  {path_sentence(report)}"


def _known(report: Report) -> Iterator[str]:
    for name, words in known_so_far(report):
        yield f"{name}: {words}"


def _use_cases(report: Report) -> Iterator[str]:
    view = report.value
    if view is None:
        return
    yield ""
    yield _("Value of the use cases")
    for line in view.lines:
        said = [figures.worth_words(line.value)]
        if line.value.state == "ready":
            said.append(figures.payback_words(line.value, view.assumptions.years))
        yield f"  {line.use_case.name}: {' '.join([*said, *claims.claim_words(line.test)])}"
    yield f"  {figures.portfolio_words(view)}"
    yield f"  {figures.assumption_words(view)}"


def _register(report: Report) -> Iterator[str]:
    if report.pilots is None:
        return
    yield ""
    yield _("Pilot register")
    yield f"  {pilots.conversion_sentence(report.pilots)}"


def _verdicts(report: Report) -> Iterator[str]:
    if not report.verdicts:
        return
    yield ""
    yield _("Verdict on each initiative")
    for found in report.verdicts:
        yield f"  {found.name}: {VERDICTS[found.verdict]}. {found.words}"


def _ownership(report: Report) -> Iterator[str]:
    view = report.ownership
    if view is None or not view.begun:
        return
    yield ""
    yield _("Who owns what")
    for line in view.decisions:
        named = wording.role_titles(report.instrument, filter(None, [line.owners.accountable]))
        yield f"  {line.choice.title} {named[0] if named else sentence(_('nobody named'))}."
    for use in view.uses:
        yield f"  {use.name}: {ownership.use_owners_sentence(report.instrument, use.owners)}"
    yield f"  {ownership.settle_sentence(view)}"
    for finding in view.findings:
        yield f"  – {ownership.ownership_sentence(report.instrument, finding)}"

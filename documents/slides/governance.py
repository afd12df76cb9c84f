"""Who decides what, and how the lines of acceptable risk are signed."""

from collections.abc import Iterator, Sequence

from documents.slides.engine import master
from documents.slides.engine.deck import Deck, SlidePage
from documents.slides.engine.tables import Row, TableCell, table
from language.translation import _
from report.model.governance import SignatureCounts
from report.model.report import Report
from report.text.alignment.findings import collisions_finding
from report.text.alignment.sentences import decision_sentence
from report.text.governance.acceptable_risk import option_title, signed_progress
from report.text.governance.ownership import ownership_sentence, settle_sentence
from report.text.wording import role_titles

SIZES = (14.0, 12.0, 11.0)


def governance_slide(deck: Deck, report: Report) -> None:
    """Decisions on the left, risk lines on the right, each where there are any."""
    decided, lines = list(_decisions(report)), list(_lines(report))
    if not decided and not lines:
        return
    title = _finding(report) or _signed(report)
    page = deck.page("Two columns" if decided and lines else "Finding", _("Who decides"), title)
    if report.ownership is not None:
        page.say += [ownership_sentence(report.instrument, one) for one in report.ownership.findings[:5]]
    if decided:
        _owners(page, report, title, decided)
    if lines:
        _risk(page, report, lines)


def _owners(page: SlidePage, report: Report, title: str, decided: Sequence[Row]) -> None:
    owned = _owned(report)
    if page.layout == "Two columns":
        page.write(
            master.LEFT_HEAD,
            _("Who answers for each decision") if owned else _("Whom leaders name for each decision"),
        )
    heads = (_("Decision"), _("Leaders named"), _("Today")) if owned else (_("Decision"), _("Leaders name"))
    table(page, master.LEFT, title, heads, decided, (2.5, 2.0, 1.3) if owned else (3.4, 2.4), sizes=SIZES)


def _risk(page: SlidePage, report: Report, lines: Sequence[Row]) -> None:
    """Counts only: the names of those who signed are in the risk statement."""
    beside = page.layout == "Two columns"
    if beside:
        page.write(master.RIGHT_HEAD, _("Accepted risk, and who has signed"))
    heads = (_("Line and decision"), _("Accepted"), _("Condition"), _("Refused"), _("Open"))
    page.say.append(_signed(report))
    table(
        page,
        master.RIGHT_SIDE if beside else master.LEFT,
        _signed(report),
        heads,
        lines,
        (2.3, 0.95, 0.95, 0.85, 0.65),
        sizes=(12, 11),
    )


def _signed(report: Report) -> str:
    return signed_progress(report.instrument, report.rules.risk) if report.rules else ""


def _finding(report: Report) -> str:
    if report.alignment is not None and report.alignment.decisions:
        return collisions_finding(report.alignment)
    if _owned(report) and report.ownership is not None:
        return settle_sentence(report.ownership)
    return _("One person’s view of who decides. Ask the others and compare.") if report.decisions else ""


def _owned(report: Report) -> bool:
    return report.ownership is not None and report.ownership.begun


def _decisions(report: Report) -> Iterator[Row]:
    """With the owner entered since; else as the leaders, or the one leader, named them."""
    if report.ownership is not None and report.ownership.begun:
        open_ = {seen.code for seen in report.alignment.collisions} if report.alignment else set()
        for line in sorted(report.ownership.decisions, key=lambda one: one.choice.code not in open_):
            role = line.owners.accountable
            owner = role_titles(report.instrument, [role])[0] if role else _("nobody")
            yield [TableCell(line.choice.title, bold=True), line.said or "–", TableCell(owner, bold=True)]
    elif report.alignment is not None:
        for seen in sorted(report.alignment.decisions, key=lambda one: one.state == "settled"):
            yield [TableCell(seen.title, bold=True), decision_sentence(seen)]
    else:
        for vote in report.decisions:
            yield [TableCell(vote.title, bold=True), vote.role]


def _lines(report: Report) -> Iterator[Row]:
    if report.rules is None:
        return
    view, texts = report.rules.risk, report.rules.governance.acceptable_risk
    for found in view.statement.lines:
        kept = view.kept.get(found.line.code)
        if kept is not None:
            decided = option_title(texts, found.option) if found.option else ""
            yield _counted(f"{found.line.title}: {decided}", view.counts(kept))
    for line in view.own:
        yield _counted(f"{line.text}: {option_title(texts, line.decision)}", view.counts(line))


def _counted(words: str, counts: SignatureCounts) -> Row:
    figures = (counts.accepted, counts.with_condition, counts.refused, counts.open)
    return [words, *(TableCell(str(figure), bold=bool(figure), align="right") for figure in figures)]

"""Value claims, blocking systems, and one net present value by hand."""

from collections.abc import Iterator

from assessment.entry import calendar_date
from assessment.governance.model import LegacyVerdict
from documents.pdf.engine.geometry import UNIT
from documents.pdf.engine.layout import Drawable, Stack, TextBlock
from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.parts import IN_PRINT, and_more, keep_together, subhead, table
from documents.pdf.engine.styles import MUTED, QUIET, SMALL, SMALL_STRONG
from language.dates import long_date
from language.numbers import shortest
from language.translation import _
from report.model.report import Report
from report.model.value import UseCaseView, ValueView
from report.text.governance.portfolio import legacy_sentence
from report.text.narrative import sentence
from report.text.plan.roadmap import CLASS_NAMES
from report.text.value.claims import claim_words
from report.text.value.figures import LEVERS, payback_words
from report.text.value.npv import first_by_hand, hand_table, hand_words


def claim_entries(report: Report, view: ValueView) -> Iterator[PageEntry]:
    """Each use case with its claim and the result of the value test."""
    yield subhead(
        _("Can the claims be checked?"),
        _("Each use case: how it pays, who answers for it, and its open points."),
    )
    yield from table(
        (
            _("Use case"),
            _("How it pays, measure"),
            _("Today, target, by when"),
            _("Value test, paid back"),
        ),
        [_claim(report, view, line) for line in view.lines[:IN_PRINT]],
        (42, 44, 32, 64),
        lines=12,
    )
    yield from and_more(len(view.lines))


def _claim(report: Report, view: ValueView, line: UseCaseView) -> list[str | Drawable]:
    use_case = line.use_case
    said = list(claim_words(line.test))
    if line.value.state == "ready":
        said.append(payback_words(line.value, view.assumptions.years))
    open_words = TextBlock(_("nobody could say"), SMALL.coloured(MUTED))
    pays = TextBlock(sentence(LEVERS[use_case.lever]), SMALL, lines=2) if use_case.lever else open_words
    aim = _from_to(use_case.baseline, use_case.target)
    return [
        Stack(
            TextBlock(use_case.name, SMALL_STRONG, lines=4), TextBlock(_whose(report, line), QUIET, lines=4)
        ),
        Stack(pays, TextBlock(use_case.metric or "", QUIET, lines=6)),
        Stack(TextBlock(aim, SMALL, lines=3), TextBlock(_by_when(use_case.date), QUIET, lines=2)),
        " ".join(said),
    ]


def _whose(report: Report, line: UseCaseView) -> str:
    """Owner, class and mode in one line."""
    use_case, titles = line.use_case, report.instrument.role_titles
    owner = titles.get(use_case.owner or "", use_case.owner) or _("no owner")
    sort = CLASS_NAMES[use_case.portfolio] if use_case.portfolio else ""
    mode = _("exploring") if use_case.exploring else _("running")
    return " · ".join(filter(None, (owner, sort, mode)))


def _from_to(today: float | None, target: float | None) -> str:
    """“from baseline to target”; missing ones are named as such."""
    first, last = (None if n is None else shortest(n) for n in (today, target))
    if first is not None and last is not None:
        return _("{today} to {target}").format(today=first, target=last)
    if first is None and last is None:
        return _("not measured, no target")
    if first is None:
        return _("not measured, target {target}").format(target=last)
    return _("{today}, no target").format(today=first)


def _by_when(day: str | None) -> str:
    found = calendar_date(day) if day else None
    return _("by {day}").format(day=long_date(found)) if found else _("no date")


def system_entries(view: ValueView) -> Iterator[PageEntry]:
    """Systems in the way, each once, with its class and what follows."""
    found: dict[str, tuple[str, LegacyVerdict, list[str]]] = {}
    for line in view.lines:
        if line.system is not None:
            name = (line.use_case.blocked_by or "").strip()
            sentence = legacy_sentence(line.system)
            found.setdefault(name, (sentence, line.system.verdict, []))[2].append(line.use_case.name)
    if found:
        yield subhead(_("Systems in the way"))
        yield from table(
            (_("System"), _("Blocks"), _("Why it matters to us"), _("What to do")),
            [
                [name, "; ".join(blocks), said, verdict.to_do]
                for name, (said, verdict, blocks) in list(found.items())[:IN_PRINT]
            ],
            (34, 34, 46, 54),
            lines=7,
        )
        yield from and_more(len(found))


def by_hand_entries(view: ValueView) -> Iterator[PageEntry]:
    """The sum of the first use case with figures; nothing without one."""
    if view.portfolio is None:
        return
    found = first_by_hand(view)
    head, rows = hand_table(found)
    sums = table(
        [head[0], *(TextBlock(name, QUIET, lines=2, align="right") for name in head[1:])],
        [[row[0], *(TextBlock(cell, SMALL, lines=1, align="right") for cell in row[1:])] for row in rows],
        (32, 22, 24, 24, 24, 18, 24),
        lines=1,
        air=UNIT / 4,
    )
    yield from keep_together(
        [subhead(_("One net present value, by hand"), hand_words(found, view.assumptions)), *sums]
    )

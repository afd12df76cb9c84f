"""AI in use and its rules: the uses with their class and duties, then the risk statement and the charter."""

from collections.abc import Iterator, Sequence

from assessment.governance.ai_uses import use_class
from assessment.instrument.standards import Duty
from documents.pdf.chapters.governance.charter import charter_entries
from documents.pdf.chapters.governance.risk import risk_entries
from documents.pdf.engine.geometry import Sheet
from documents.pdf.engine.layout import Drawable, TextBlock
from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.parts import IN_PRINT, and_more, chapter, subhead, table
from documents.pdf.engine.styles import SMALL_STRONG
from language.translation import _
from report.model.governance import RulesView, UseView, heaviest_first
from report.model.report import Report
from report.text.governance.ai_uses import (
    CHECK_FIRST,
    class_dates,
    class_sentence,
    dates_sentence,
    duty_source,
    following_title,
    inventory_sentence,
    open_sentence,
)
from report.text.wording import role_titles

DETAILED_AT_MOST = 8


def governance_entries(report: Report, sheet: Sheet) -> Iterator[PageEntry]:
    """The chapter and its two pages to sign; each only where something was entered."""
    if report.rules is None:
        return
    yield from inventory_entries(report, report.rules)
    yield from risk_entries(report, report.rules)
    yield from charter_entries(report, report.rules, sheet)


def inventory_entries(report: Report, rules: RulesView) -> Iterator[PageEntry]:
    """Every use with its class, and what follows from the heavier ones; nothing while none is known."""
    if not rules.uses:
        return
    texts, ordered = rules.governance.ai_uses, heaviest_first(rules.uses)
    summary = inventory_sentence(texts, [view.result.verdict for view in ordered])
    yield chapter(_("AI in use and its rules"), f"{summary} {texts.note}")
    yield from table(
        (_("AI use case"), _("Owner"), _("Users and supplier"), _("Class and reason")),
        [_line(report, rules, view) for view in ordered[:IN_PRINT]],
        (44, 28, 36, 60),
        lines=5,
    )
    yield from and_more(len(ordered))
    heavy = [view for view in ordered if view.result.verdict != "minimal"]
    for view in heavy[:DETAILED_AT_MOST]:
        yield from _following(rules, view)
    yield from _dates(heavy[:DETAILED_AT_MOST])


def _line(report: Report, rules: RulesView, view: UseView) -> list[str | Drawable]:
    use = view.use
    owner = role_titles(report.instrument, [use.owner])[0] if use.owner else _("nobody")
    return [
        TextBlock(use.name, SMALL_STRONG, lines=3),
        owner,
        "; ".join(filter(None, (use.used_by, use.vendor))) or "–",
        class_sentence(rules.governance.ai_uses, view.result),
    ]


def _following(rules: RulesView, view: UseView) -> Iterator[PageEntry]:
    """What is to be done for one use: the first step and from when, then duty by duty."""
    found = use_class(rules.governance.ai_uses, view.result.verdict)
    lead = " ".join(filter(None, (found.first_step, open_sentence(view.result), class_dates(view.result))))
    yield subhead(f"{view.use.name}: {found.name}", lead)
    yield from table(
        (_("Duty"), _("What to do")),
        [[following_title(f), f.consequence.to_do] for f in view.result.follows],
        (56, 112),
    )


def _dates(views: Sequence[UseView]) -> Iterator[PageEntry]:
    """The dates of each duty named above, with source and certainty."""
    duties: dict[str, Duty] = {f.duty.id: f.duty for view in views for f in view.result.follows}
    alike: dict[tuple[str, str], list[str]] = {}
    for duty in duties.values():
        alike.setdefault(
            (dates_sentence(duty).removesuffix(f" {_(CHECK_FIRST)}"), duty_source(duty)), []
        ).append(duty.id)
    if alike:
        yield subhead(_("Applies from"), _(CHECK_FIRST))
        yield from table(
            (_("Duty"), _("Dates"), _("Source and status")),
            [["; ".join(names), *words] for words, names in alike.items()],
            (26, 66, 76),
            lines=14,
        )
